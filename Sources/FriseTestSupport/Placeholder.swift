// FriseTestSupport
