/// A unit of calendar time.
package enum TimeUnit: UInt8, Sendable, Hashable, CaseIterable {
  case day, week, month, year, decade, century

  /// Whole months in one unit, or nil for units counted in days.
  package var months: Int64? {
    switch self {
    case .day, .week: nil
    case .month: 1
    case .year: 12
    case .decade: 120
    case .century: 1200
    }
  }

  /// Days in one unit, or nil for units counted in months.
  package var days: Int64? {
    switch self {
    case .day: 1
    case .week: 7
    default: nil
    }
  }
}

/// A duration: whole months and whole days, of one sign.
package struct CalendarDuration: Sendable, Hashable {
  package let months: Int64
  package let days: Int64

  package init(months: Int64, days: Int64) {
    self.months = months
    self.days = days
  }
}
