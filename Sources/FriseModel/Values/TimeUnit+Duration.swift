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
