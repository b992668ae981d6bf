/// How finely a date, or one side of it, is written. Raw values ascend from fine to coarse.
package struct DatePrecision: RawRepresentable, Sendable, Hashable, Comparable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let day = DatePrecision(rawValue: 0)
  package static let month = DatePrecision(rawValue: 1)
  /// Three months: a season or a quarter.
  package static let quarter = DatePrecision(rawValue: 2)
  package static let fourMonths = DatePrecision(rawValue: 3)
  package static let halfYear = DatePrecision(rawValue: 4)
  package static let year = DatePrecision(rawValue: 5)
  package static let decade = DatePrecision(rawValue: 6)
  package static let century = DatePrecision(rawValue: 7)

  /// 10 to the `power` years: 0 is a year, 1 a decade, 2 a century; no more than the horizon.
  package static func years(power: Int) -> DatePrecision {
    DatePrecision(rawValue: year.rawValue + UInt8(clamping: min(power, 15)))
  }

  /// Whole months in one unit, or nil for a day.
  package var months: Int64? {
    switch rawValue {
    case 0: nil
    case 1: 1
    case 2: 3
    case 3: 4
    case 4: 6
    default: (0..<min(rawValue - 5, 15)).reduce(12) { months, _ in months * 10 }
    }
  }

  package static func < (left: DatePrecision, right: DatePrecision) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// One side of a date: what is said of its start or of its end.
package struct DateEdge: Sendable, Hashable {
  /// Whether a side bears a day at all.
  package enum Kind: UInt8, Sendable, Hashable {
    case stated
    /// `..`: without limit.
    case open
    /// An empty side: there is a limit, nobody knows which.
    case unknown
  }

  package let kind: Kind
  /// How finely the side is written; `.day` when it is not stated.
  package let precision: DatePrecision
  /// How far `possibly` and `certainly` may move the side, in units of `wideningUnit`: 0 without
  /// qualifier, 1 for `~` or `?`, 2 for `%` (language, section 5.2).
  package let wideningCount: UInt8
  /// The precision of the part of the date that the qualifier is about.
  package let wideningUnit: DatePrecision

  package init(
    kind: Kind = .stated, precision: DatePrecision = .day, wideningCount: UInt8 = 0,
    wideningUnit: DatePrecision? = nil
  ) {
    self.kind = kind
    self.precision = precision
    self.wideningCount = wideningCount
    self.wideningUnit = wideningUnit ?? precision
  }

  /// A day without qualifier.
  package static let day = DateEdge()
  package static let open = DateEdge(kind: .open)
  package static let unknown = DateEdge(kind: .unknown)

  /// Of two edges, the more loosely qualified.
  func looser(_ other: DateEdge) -> DateEdge {
    if wideningCount == 0 { return other }
    if other.wideningCount == 0 { return self }
    let own = (wideningUnit.rawValue, wideningCount)
    return own >= (other.wideningUnit.rawValue, other.wideningCount) ? self : other
  }

  /// A lower bound moved down as far as the qualifier allows.
  func lowered(_ day: Int64) -> Int64 {
    guard wideningCount > 0, day != DateBounds.past, day != DateBounds.future else { return day }
    let count = Int64(wideningCount)
    guard let months = wideningUnit.months else { return day - count }
    return CalendarDay(number: day).adding(months: -months * count).number
  }

  /// An upper bound moved up as far as the qualifier allows: the day after it moves, so that the
  /// end of a month stays the end of a month.
  func raised(_ day: Int64) -> Int64 {
    guard wideningCount > 0, day != DateBounds.past, day != DateBounds.future else { return day }
    let count = Int64(wideningCount)
    guard let months = wideningUnit.months else { return day + count }
    return CalendarDay(number: day + 1).adding(months: months * count).number - 1
  }
}
