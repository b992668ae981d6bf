package import FriseBase

extension DateValue {
  package func humanText(_ tongue: Tongue) -> String { text }
}
