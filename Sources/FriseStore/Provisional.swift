import FriseModel

enum EDTF {
  static func parse(_ text: String) -> DateValue? {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard let first = sides.first, let last = sides.last else { return nil }
    guard let a = bounds(first), let b = bounds(last) else { return nil }
    return DateValue(
      text: text,
      bounds: DateBounds(
        earliestStart: a.0, latestStart: a.1, earliestEnd: b.0, latestEnd: b.1),
      isReduced: sides.count == 1 && text.utf8.count < 10)
  }
  private static func bounds(_ text: Substring) -> (Int64, Int64)? {
    if text == ".." { return (DateBounds.past, DateBounds.future) }
    let parts = text.split(separator: "-").map { Int64($0.filter(\.isNumber)) ?? 1 }
    guard let year = parts.first else { return nil }
    let month = parts.count > 1 ? parts[1] : 1
    let day = parts.count > 2 ? parts[2] : 1
    let start = days(year, month, day)
    switch parts.count {
    case 1: return (start, days(year + 1, 1, 1) - 1)
    case 2: return (start, (month == 12 ? days(year + 1, 1, 1) : days(year, month + 1, 1)) - 1)
    default: return (start, start)
    }
  }
  private static func days(_ year: Int64, _ month: Int64, _ day: Int64) -> Int64 {
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yoe = y - era * 400
    let doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    return era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468
  }
}

extension Figure {
  init?(number: ExactNumber, word: FigureWord) {
    self.init(number: number, word: word, low: number, high: number)
  }
}
