package import FriseBase

extension ValueText {
  /// A duration in words: `3 years`, «2 mois 5 jours», `-1 day`. Months make years; days stay days.
  package static func duration(
    _ duration: CalendarDuration, _ tongue: Tongue, grouping: DigitGrouping
  ) -> String {
    let isNegative = duration.months < 0 || duration.days < 0
    let months = duration.months.magnitude
    let parts: [(amount: UInt64, unit: TimeUnit)] = [
      (months / 12, .year), (months % 12, .month), (duration.days.magnitude, .day),
    ]
    let stated = parts.filter { $0.amount > 0 }
    let shown = stated.isEmpty ? parts.suffix(1) : stated[...]
    let words = shown.map { amount, unit in
      let number = self.number(ExactNumber(amount), tongue, grouping: grouping)
      return "\(number) \(self.unit(unit, tongue, isPlural: isPlural(amount, tongue)))"
    }
    return (isNegative ? "-" : "") + words.joined(separator: " ")
  }

  /// True when a noun counted so many times takes its plural: from two up, and zero in English.
  package static func isPlural(_ amount: some BinaryInteger, _ tongue: Tongue) -> Bool {
    amount > 1 || (amount == 0 && tongue == .english)
  }

  /// The noun of a time unit.
  private static func unit(_ unit: TimeUnit, _ tongue: Tongue, isPlural: Bool) -> String {
    let forms: (one: Localized, many: Localized) =
      switch unit {
      case .day: (Localized(en: "day", fr: "jour"), Localized(en: "days", fr: "jours"))
      case .week: (Localized(en: "week", fr: "semaine"), Localized(en: "weeks", fr: "semaines"))
      case .month: (Localized(en: "month", fr: "mois"), Localized(en: "months", fr: "mois"))
      case .year: (Localized(en: "year", fr: "an"), Localized(en: "years", fr: "ans"))
      case .decade:
        (Localized(en: "decade", fr: "décennie"), Localized(en: "decades", fr: "décennies"))
      case .century:
        (Localized(en: "century", fr: "siècle"), Localized(en: "centuries", fr: "siècles"))
      }
    return (isPlural ? forms.many : forms.one)[tongue]
  }
}
