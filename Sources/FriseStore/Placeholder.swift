// FriseStore
