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

/// The mark that says how sure a date is.
package enum DateQualifier: UInt8, Sendable, Hashable, CaseIterable {
  case none
  /// `~`
  case approximate
  /// `?`
  case uncertain
  /// `%`: both.
  case both

  /// How many units `possibly` and `certainly` move a date so marked (language, section 5.2).
  package var wideningCount: Int64 {
    switch self {
    case .none: 0
    case .approximate, .uncertain: 1
    case .both: 2
    }
  }

  /// The mark as EDTF writes it.
  package var text: String {
    switch self {
    case .none: ""
    case .approximate: "~"
    case .uncertain: "?"
    case .both: "%"
    }
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
  /// The mark on the side; of several, the one that moves it farthest.
  package let qualifier: DateQualifier
  /// The precision of the part of the date that the mark is about: the unit in which `possibly` and
  /// `certainly` move the side.
  package let wideningUnit: DatePrecision

  package init(
    kind: Kind = .stated, precision: DatePrecision = .day, qualifier: DateQualifier = .none,
    wideningUnit: DatePrecision? = nil
  ) {
    self.kind = kind
    self.precision = precision
    self.qualifier = qualifier
    self.wideningUnit = wideningUnit ?? precision
  }

  /// A day without qualifier.
  package static let day = DateEdge()
  package static let open = DateEdge(kind: .open)
  package static let unknown = DateEdge(kind: .unknown)

  /// Of two edges, the more loosely qualified.
  func looser(_ other: DateEdge) -> DateEdge {
    if qualifier == .none { return other }
    if other.qualifier == .none { return self }
    let own = (wideningUnit.rawValue, qualifier.wideningCount)
    return own >= (other.wideningUnit.rawValue, other.qualifier.wideningCount) ? self : other
  }

  /// A lower bound moved down as far as the qualifier allows.
  func lowered(_ day: Int64) -> Int64 {
    guard qualifier != .none, day != DateBounds.past, day != DateBounds.future else { return day }
    let count = qualifier.wideningCount
    guard let months = wideningUnit.months else { return day - count }
    return CalendarDay(number: day).adding(months: -months * count).number
  }

  /// An upper bound moved up as far as the qualifier allows: the day after it moves, so that the
  /// end of a month stays the end of a month.
  func raised(_ day: Int64) -> Int64 {
    guard qualifier != .none, day != DateBounds.past, day != DateBounds.future else { return day }
    let count = qualifier.wideningCount
    guard let months = wideningUnit.months else { return day + count }
    return CalendarDay(number: day + 1).adding(months: months * count).number - 1
  }
}
