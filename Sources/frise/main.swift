import FriseShell
