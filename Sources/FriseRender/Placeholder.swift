// FriseRender
