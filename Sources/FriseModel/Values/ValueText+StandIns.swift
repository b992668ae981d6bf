package import FriseBase

extension DateValue {
  package func humanText(_ tongue: Tongue) -> String { text }
}

extension FigureWord {
  package var machineName: String { "\(self)" }

  package func phrase(_ tongue: Tongue, number: String, low: String, high: String) -> String {
    switch self {
    case .exact: number
    case .between:
      Localized(en: "between \(low) and \(high)", fr: "entre \(low) et \(high)")[tongue]
    case .about: Localized(en: "about ", fr: "environ ")[tongue] + number
    case .over: Localized(en: "over ", fr: "plus de ")[tongue] + number
    case .nearly: Localized(en: "nearly ", fr: "près de ")[tongue] + number
    case .below: Localized(en: "below ", fr: "moins de ")[tongue] + number
    case .atLeast: Localized(en: "at least ", fr: "au moins ")[tongue] + number
    case .atMost: Localized(en: "at most ", fr: "au plus ")[tongue] + number
    }
  }
}
