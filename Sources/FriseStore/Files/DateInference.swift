import FriseBase
import FriseModel

/// Reads the texts of a column as dates in any form, and finds which number is the day.
struct DateInference {
  private(set) var attempt: Attempt<DateValue>
  private let acceptsShortYears: Bool
  private let open: DateValue?
  /// Codes of texts such as `25/12/1956` and `12/25/1956`, which give the order away, and of one
  /// that could be either.
  private(set) var dayFirstCode: Int?
  private(set) var monthFirstCode: Int?
  private(set) var ambiguousCode: Int?
  /// The code of a bare number below 1000 that is read as a year.
  private(set) var shortYearCode: Int?
  /// The code of a text whose time of day is left out.
  private(set) var timedCode: Int?
  /// True when some text is more than a bare number.
  private(set) var hasForm = false

  /// `open`: What `..` alone means; set where the column is a start or an end.
  init(
    _ distinct: DistinctCells, failedMax: Int, acceptsShortYears: Bool, open: DateValue? = nil
  ) {
    self.acceptsShortYears = acceptsShortYears
    self.open = open
    attempt = Attempt(distinct, failedMax: failedMax) { text in
      if let open, text.isOpenMark { return open }
      return text.count <= 200
        ? DateInference.read(text.string, .dayFirst, acceptsShortYears) : nil
    }
    guard attempt.isComplete else { return }
    for code in attempt.elements.indices {
      guard let date = attempt.elements[code] else { continue }
      let text = distinct.pool[Int32(clamping: code)]
      if text == ".." {
        hasForm = true
        continue
      }
      let isBare = text.utf8.allSatisfy { (48..<58).contains($0) }
      if isBare {
        if text.utf8.count < 4, shortYearCode == nil { shortYearCode = code }
        continue
      }
      hasForm = true
      let day = DateReading.day(of: text)
      if let day, timedCode == nil, !date.text.contains(":"), !text.hasPrefix("9999") {
        // Midnight is how programs write a day alone.
        let time = text.utf8.dropFirst(day.utf8.count)
        if time.contains(where: { (49..<58).contains($0) }) { timedCode = code }
      }
      switch DateReading.numericOrder(of: text) {
      case .dayFirst: dayFirstCode = dayFirstCode ?? code
      case .monthFirst: monthFirstCode = monthFirstCode ?? code
      case nil:
        guard ambiguousCode == nil, (day ?? text).utf8.count <= 10 else { continue }
        if DateInference.read(text, .monthFirst, acceptsShortYears) != date {
          ambiguousCode = code
        }
      }
    }
  }

  /// The dates of the distinct texts, in the order the column gives away.
  func values(_ distinct: DistinctCells) -> [DateValue?] {
    guard monthFirstCode != nil else { return attempt.elements }
    return attempt.elements.indices.map { code in
      let text = distinct.pool[Int32(clamping: code)]
      if let open, text == ".." { return open }
      return DateInference.read(text, .monthFirst, acceptsShortYears)
    }
  }

  /// Whether a text is a date in any form, a bare year of few digits too.
  static func isDate(_ text: String) -> Bool { read(text, .dayFirst, true) != nil }

  /// A date as people type it; with `acceptsShortYears` also a bare year, `43` or `-55`.
  private static func read(
    _ text: String, _ order: DateReading.NumericOrder, _ acceptsShortYears: Bool
  ) -> DateValue? {
    // `c05` is a code, where `c1040` is about a year.
    let utf8 = text.utf8
    let isCode = utf8.count < 4 && utf8.first.map { ($0 | 0x20) &- 97 < 26 } == true
    if isCode, utf8.dropFirst().allSatisfy({ (48..<58).contains($0) }) { return nil }
    if let date = DateReading.read(text, order: order) { return date }
    guard acceptsShortYears, let year = Int64(text), (-9999...9999).contains(year) else {
      return nil
    }
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    return EDTF.parse((year < 0 ? "-" : "") + padded)
  }
}

extension Span<UInt8> {
  /// Whether this is `..`, an open side.
  var isOpenMark: Bool {
    count == 2 && self[0] == UInt8(ascii: ".") && self[1] == UInt8(ascii: ".")
  }
}
