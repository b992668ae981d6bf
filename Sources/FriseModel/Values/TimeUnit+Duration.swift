package import FriseBase

extension CalendarDuration {
  /// A whole number of units; nil for a fraction, whose length in days no calendar settles, and for
  /// more than any date can reach.
  package init?(_ number: ExactNumber, unit: TimeUnit) {
    guard number.scale == 0, let count = Int64(exactly: number.coefficient),
      count.magnitude <= UInt64(CalendarDay.horizon)
    else { return nil }
    self.init(months: count * (unit.months ?? 0), days: count * (unit.days ?? 0))
  }

  package static let zero = CalendarDuration(months: 0, days: 0)

  /// The same length the other way.
  package var negated: CalendarDuration {
    CalendarDuration(months: 0 - max(months, -Int64.max), days: 0 - max(days, -Int64.max))
  }

  /// The completed years, months and days from one day to another; negative when it lies before.
  package init(from start: Int64, to end: Int64) {
    guard start <= end else {
      self = CalendarDuration(from: end, to: start).negated
      return
    }
    let first = CalendarDay(number: start)
    let last = CalendarDay(number: end)
    var months = (last.year - first.year) * 12 + last.month - first.month
    if first.adding(months: months).number > end { months -= 1 }
    let reached = first.adding(months: months).number
    self.init(months: months, days: CalendarDay(number: end).number - reached)
  }

  /// The length in words: `3 years`, «2 ans 3 mois», `1 day`.
  package func text(_ tongue: Tongue) -> String {
    let parts: [(Int64, Localized, Localized)] = [
      (months / 12, Localized(en: "year", fr: "an"), Localized(en: "years", fr: "ans")),
      (months % 12, Localized(en: "month", fr: "mois"), Localized(en: "months", fr: "mois")),
      (days, Localized(en: "day", fr: "jour"), Localized(en: "days", fr: "jours")),
    ]
    var words: [String] = []
    for (count, one, many) in parts {
      let isLastResort = words.isEmpty && one.english == "day"
      guard count != 0 || isLastResort else { continue }
      // French counts zero in the singular.
      let isOne = count.magnitude == 1 || (count == 0 && tongue == .french)
      words.append("\(count) \((isOne ? one : many)[tongue])")
    }
    return words.joined(separator: " ")
  }
}

extension CalendarDuration: Comparable {
  /// By length; of two equal lengths, the one of fewer months comes first.
  package static func < (left: CalendarDuration, right: CalendarDuration) -> Bool {
    (left.comparableLength, left.months) < (right.comparableLength, right.months)
  }

  /// Whether both have the same length, in whatever units.
  package func isAsLong(as other: CalendarDuration) -> Bool {
    comparableLength == other.comparableLength
  }
}
