/// How a common date is written, in one byte, from which and from its bounds its text is printed
/// back: 0...23 a lone date, precision × qualifier; 24...167 an interval, precision and qualifier
/// of either side; 168...215 an interval with an open or unknown side; 255 anything else, found in
/// `written`. Years run from 0000 to 9999; other dates are always 255.
package struct DateForm: RawRepresentable, Sendable, Hashable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let day = DateForm(rawValue: 0)
  package static let other = DateForm(rawValue: 255)

  /// A side as the form knows it: the precision as a place in `precisions`.
  struct Side {
    var precision: UInt8
    var qualifier: DateQualifier

    /// What the place of a precision stands for; intervals have the first three only.
    static let precisions: [DatePrecision] = [.day, .month, .year, .decade, .century, .quarter]

    var edge: DateEdge {
      DateEdge(precision: Side.precisions[Int(precision)], qualifier: qualifier)
    }

    /// Precision and qualifier as a number below 24.
    fileprivate var code: UInt8 { precision * 4 + qualifier.rawValue }

    fileprivate init(code: UInt8) {
      precision = code / 4
      qualifier = DateQualifier(rawValue: code % 4) ?? .none
    }

    init(precision: UInt8, qualifier: DateQualifier) {
      self.precision = precision
      self.qualifier = qualifier
    }
  }

  /// The form in parts.
  enum Shape {
    case lone(Side)
    case interval(Side, Side)
    /// An open or unknown end.
    case from(Side, end: DateEdge.Kind)
    /// An open or unknown start.
    case until(Side, start: DateEdge.Kind)
    case other
  }

  init(_ shape: Shape) {
    switch shape {
    case .lone(let side): rawValue = side.code
    case .interval(let start, let end): rawValue = 24 + start.code * 12 + end.code
    case .from(let side, let end): rawValue = 168 + (end == .open ? 0 : 12) + side.code
    case .until(let side, let start): rawValue = 192 + (start == .open ? 0 : 12) + side.code
    case .other: rawValue = 255
    }
  }

  var shape: Shape {
    switch rawValue {
    case ..<24: return .lone(Side(code: rawValue))
    case ..<168:
      let codes = rawValue - 24
      return .interval(Side(code: codes / 12), Side(code: codes % 12))
    case ..<216:
      let code = rawValue - 168
      let side = Side(code: code % 12)
      return code < 24
        ? .from(side, end: code < 12 ? .open : .unknown)
        : .until(side, start: code < 36 ? .open : .unknown)
    default: return .other
    }
  }

  /// What the form says of the two sides.
  var edges: (start: DateEdge, end: DateEdge) {
    switch shape {
    case .lone(let side): (side.edge, side.edge)
    case .interval(let start, let end): (start.edge, end.edge)
    case .from(let side, let end): (side.edge, DateEdge(kind: end))
    case .until(let side, let start): (DateEdge(kind: start), side.edge)
    case .other: (.day, .day)
    }
  }

  /// Whether `~`, `?` or `%` stands anywhere, or may stand (in `written`).
  package var mayWiden: Bool {
    if rawValue == 255 { return true }
    let (start, end) = edges
    return start.qualifier != .none || end.qualifier != .none
  }

  /// The text of a date so written.
  func text(_ bounds: DateBounds) -> String {
    switch shape {
    case .lone(let side): DateForm.text(side, bounds.earliestStart)
    case .interval(let start, let end):
      DateForm.text(start, bounds.earliestStart) + "/" + DateForm.text(end, bounds.latestEnd)
    case .from(let side, let end):
      DateForm.text(side, bounds.earliestStart) + (end == .open ? "/.." : "/")
    case .until(let side, let start):
      (start == .open ? "../" : "/") + DateForm.text(side, bounds.latestEnd)
    case .other: DateValue(bounds: bounds).text
    }
  }

  /// The text of one side, of which `day` is any day but for a season, where it is the first.
  private static func text(_ side: Side, _ day: Int64) -> String {
    let date = CalendarDay(number: day)
    let year = CalendarDay.text(ofYear: date.year)
    let text =
      switch side.precision {
      case 0: date.text
      case 1: year + "-" + CalendarDay.twoDigits(date.month)
      case 2: year
      case 3: String(year.dropLast()) + "X"
      case 4: String(year.dropLast(2)) + "XX"
      default: "\(year)-\(20 + date.month / 3)"
      }
    return text + side.qualifier.text
  }
}
