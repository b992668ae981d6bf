/// The dates that fill tables, read without a copy or a String: years 0000 to 9999 with month and
/// day, decades, centuries, seasons, one qualifier at the end, and intervals of years, months and
/// days. Everything else is left to `EDTF.parse`.
struct CommonDate {
  var bounds: DateBounds
  var form: DateForm

  /// Reads the whole text, or gives nil when it is not so common.
  init?(_ text: Span<UInt8>) {
    let count = text.count
    guard count >= 4, count <= 23 else { return nil }
    var slash = 0
    while slash < count, text[slash] != UInt8(ascii: "/") { slash += 1 }
    if slash == count {
      guard let side = CommonDate.side(text, 0, count) else { return nil }
      bounds = DateBounds(somewhereFrom: side.first, to: side.last)
      form = DateForm(.lone(side.form))
      return
    }
    guard let date = CommonDate.interval(text, slash: slash) else { return nil }
    self = date
  }

  private init(bounds: DateBounds, shape: DateForm.Shape) {
    self.bounds = bounds
    form = DateForm(shape)
  }

  /// `a/b`, `a/..`, `a/`, `../b`, `/b`.
  private static func interval(_ text: Span<UInt8>, slash: Int) -> CommonDate? {
    let left = side(text, 0, slash)
    let right = side(text, slash + 1, text.count)
    if let left, let right {
      guard left.form.precision <= 2, right.form.precision <= 2, left.first <= right.last
      else { return nil }
      let bounds = DateBounds(
        earliestStart: left.first, latestStart: min(left.last, right.last),
        earliestEnd: max(right.first, left.first), latestEnd: right.last)
      return CommonDate(bounds: bounds, shape: .interval(left.form, right.form))
    }
    if let left, left.form.precision <= 2, let kind = limit(text, slash + 1, text.count) {
      let earliestEnd = kind == .open ? DateBounds.future : left.first
      let bounds = DateBounds(
        earliestStart: left.first, latestStart: left.last, earliestEnd: earliestEnd,
        latestEnd: DateBounds.future)
      return CommonDate(bounds: bounds, shape: .from(left.form, end: kind))
    }
    if let right, right.form.precision <= 2, let kind = limit(text, 0, slash) {
      let latestStart = kind == .open ? DateBounds.past : right.last
      let bounds = DateBounds(
        earliestStart: DateBounds.past, latestStart: latestStart, earliestEnd: right.first,
        latestEnd: right.last)
      return CommonDate(bounds: bounds, shape: .until(right.form, start: kind))
    }
    return nil
  }

  /// Nothing, or two dots.
  private static func limit(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> DateEdge.Kind? {
    if from == to { return .unknown }
    let dot = UInt8(ascii: ".")
    return to - from == 2 && text[from] == dot && text[from + 1] == dot ? .open : nil
  }

  /// A stated side: its first and last day, and how it is written.
  private struct Side {
    var first: Int64
    var last: Int64
    var form: DateForm.Side
  }

  private static func side(_ text: Span<UInt8>, _ from: Int, _ to: Int) -> Side? {
    var end = to
    var qualifier = DateQualifier.none
    guard to - from >= 4 else { return nil }
    switch text[to - 1] {
    case UInt8(ascii: "~"): qualifier = .approximate
    case UInt8(ascii: "?"): qualifier = .uncertain
    case UInt8(ascii: "%"): qualifier = .both
    default: break
    }
    if qualifier != .none { end -= 1 }
    func form(_ precision: UInt8) -> DateForm.Side {
      DateForm.Side(precision: precision, qualifier: qualifier)
    }
    switch end - from {
    case 4: return years(text, from).map { Side(first: $0, last: $1, form: form($2)) }
    case 7:
      guard let year = number(text, from, 4), text[from + 4] == UInt8(ascii: "-"),
        let month = number(text, from + 5, 2)
      else { return nil }
      if (21...24).contains(month) { return season(month, of: year, form: form(5)) }
      guard (1...12).contains(month) else { return nil }
      let first = CalendarDay(year: year, month: month, day: 1).number
      let last = first + CalendarDay.length(ofMonth: month, year: year) - 1
      return Side(first: first, last: last, form: form(1))
    case 10:
      guard let year = number(text, from, 4), text[from + 4] == UInt8(ascii: "-"),
        let month = number(text, from + 5, 2), text[from + 7] == UInt8(ascii: "-"),
        let day = number(text, from + 8, 2), (1...12).contains(month), day >= 1,
        day <= CalendarDay.length(ofMonth: month, year: year)
      else { return nil }
      let number = CalendarDay(year: year, month: month, day: day).number
      return Side(first: number, last: number, form: form(0))
    default: return nil
    }
  }

  private static func season(_ number: Int64, of year: Int64, form: DateForm.Side) -> Side {
    let first = CalendarDay(year: year, month: 3 + (number - 21) * 3, day: 1)
    return Side(first: first.number, last: first.adding(months: 3).number - 1, form: form)
  }

  /// `1956`, `195X` or `19XX`: first day, last day, place of the precision.
  private static func years(_ text: Span<UInt8>, _ from: Int) -> (Int64, Int64, UInt8)? {
    let mark = UInt8(ascii: "X")
    if let year = number(text, from, 4) {
      return (CalendarDay.firstDay(ofYear: year), CalendarDay.lastDay(ofYear: year), 2)
    }
    guard text[from + 3] == mark else { return nil }
    if let decade = number(text, from, 3) {
      let year = decade * 10
      return (CalendarDay.firstDay(ofYear: year), CalendarDay.lastDay(ofYear: year + 9), 3)
    }
    guard text[from + 2] == mark, let century = number(text, from, 2) else { return nil }
    let year = century * 100
    return (CalendarDay.firstDay(ofYear: year), CalendarDay.lastDay(ofYear: year + 99), 4)
  }

  /// A number of `count` digits.
  private static func number(_ text: Span<UInt8>, _ from: Int, _ count: Int) -> Int64? {
    var value: Int64 = 0
    for index in from..<from + count {
      let byte = text[index]
      guard byte.isDigit else { return nil }
      value = value * 10 + Int64(byte & 15)
    }
    return value
  }
}
