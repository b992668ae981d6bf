import FriseShell
import Glibc

exit(Shell.main(Shell.processArguments))
