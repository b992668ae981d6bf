// FriseShell
