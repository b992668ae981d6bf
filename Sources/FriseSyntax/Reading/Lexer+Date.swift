import FriseBase

/// `-dd`; nil when `X` stands in it.
private struct TightPair {
  let value: Int?
}

/// One date of a tight form: four digits or `X`, then perhaps month, day, qualifier.
private struct TightPoint {
  /// The first byte after it.
  var end: Int
  /// `dddd` alone: a number, unless an interval holds it.
  var isBareYear = true
  /// The digits of year, month and day; nil where `X` stands or nothing is written.
  var year: Int?
  var month: Int?
  var day: Int?
  var hasMonth = false

  /// A number that grows with the first day, `missing` standing for what is not written.
  func order(missing: Int) -> Int? {
    guard let year else { return nil }
    return (year * 100 + (month ?? missing)) * 100 + (day ?? missing)
  }
}

extension Lexer {
  /// Reads a date of the tight forms at `index`: `1956-11`, `1956~`, `195X`, `1951/1975`, `1990s`.
  /// A bare year stays a number. Gives false, and reads nothing, where no such form stands.
  mutating func tightDate() -> Bool {
    let start = index
    guard let first = point(at: start) else { return false }
    if first.isBareYear, let text = decade(at: start) {
      index = start + 5
      append(.date(text), from: start)
      return true
    }
    guard let end = interval(after: first.end) ?? (first.isBareYear ? nil : first.end) else {
      return false
    }
    index = end
    let stray = startsName(at: index) || isDigit(byte())
    if stray { index = nameEnd(from: index) }
    let span = ByteSpan(start, index)
    let text = source.text(ByteSpan(start, end))
    if stray {
      report(.dateStuckToLetters(span))
    } else if let fault = fault(of: first, from: start, to: end) {
      report(fault)
    }
    append(.date(text), from: start)
    return true
  }

  /// `../1975`, where `index` stands on the first point; gives false where no such form stands.
  mutating func openStartDate() -> Bool {
    let start = index
    guard byte(2) == UInt8(ascii: "/"), let second = point(at: index + 3) else { return false }
    index = second.end
    if let fault = impossible(second, from: start + 3) { report(fault) }
    append(.date(source.text(ByteSpan(start, index))), from: start)
    return true
  }

  /// `1990s`: the EDTF of the decade.
  private func decade(at start: Int) -> String? {
    guard byteAt(start + 3) == UInt8(ascii: "0"), byteAt(start + 4) == UInt8(ascii: "s"),
      !continuesName(at: start + 5)
    else { return nil }
    return source.text(ByteSpan(start, start + 3)) + "X"
  }

  /// Where the interval whose second side follows the `/` at `position` ends.
  private func interval(after position: Int) -> Int? {
    guard byteAt(position) == UInt8(ascii: "/") else { return nil }
    if byteAt(position + 1) == UInt8(ascii: "."), byteAt(position + 2) == UInt8(ascii: ".") {
      return position + 3
    }
    return point(at: position + 1)?.end
  }

  /// What is impossible in a tight date.
  private func fault(of first: TightPoint, from start: Int, to end: Int) -> Diagnostic? {
    if let fault = impossible(first, from: start) { return fault }
    guard end > first.end, let second = point(at: first.end + 1) else { return nil }
    if let fault = impossible(second, from: first.end + 1) { return fault }
    if let from = first.order(missing: 0), let to = second.order(missing: 99), from > to {
      let left = source.text(ByteSpan(start, first.end))
      let right = source.text(ByteSpan(first.end + 1, end))
      return .reversedInterval(ByteSpan(start, end), left: left, right: right)
    }
    return nil
  }

  /// The fault of a month or a day that no calendar has, or of a day without two digits.
  private func impossible(_ point: TightPoint, from start: Int) -> Diagnostic? {
    let span = ByteSpan(start, point.end)
    let text = source.text(span)
    if let month = point.month, !(1...12).contains(month) {
      return .impossibleDate(span, text: text, isSeason: (21...41).contains(month))
    }
    if let day = point.day, let month = point.month {
      let last = Lexer.lastDay(year: point.year, month: month)
      if day < 1 || day > last { return .impossibleDate(span, text: text, isSeason: false) }
    }
    if point.hasMonth, byteAt(point.end) == UInt8(ascii: "-"), isDigit(byteAt(point.end + 1)),
      point.day == nil
    {
      return .oneDigitDay(span, text: text)
    }
    return nil
  }

  /// The last day of a month of the proleptic Gregorian calendar; an unknown year may be a leap
  /// year.
  static func lastDay(year: Int?, month: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
        ? 29 : 28
    default: return 31
    }
  }

  /// `dddd`, `195X`, `1956-11`, `1956-11-04`, `1956-11-04T10:00:00Z`, with `~ ? %` after it.
  private func point(at start: Int) -> TightPoint? {
    guard isDigit(byteAt(start)), (1..<4).allSatisfy({ isDigitOrX(byteAt(start + $0)) }) else {
      return nil
    }
    var point = TightPoint(end: start + 4)
    guard !isDigitOrX(byteAt(point.end)), byteAt(point.end) != UInt8(ascii: "_") else { return nil }
    point.year = digits(at: start, count: 4)
    point.isBareYear = point.year != nil
    if let month = pair(at: point.end) {
      point.isBareYear = false
      point.hasMonth = true
      point.month = month.value
      point.end += 3
      if let day = pair(at: point.end) {
        point.day = day.value
        point.end = timeOfDay(at: point.end + 3)
      }
    }
    let mark = byteAt(point.end)
    let next = byteAt(point.end + 1)
    let isQualified =
      mark == UInt8(ascii: "~") || mark == UInt8(ascii: "?") && next != UInt8(ascii: "?")
      || mark == UInt8(ascii: "%") && !isDigit(next) && !startsName(at: point.end + 1)
    if isQualified {
      point.isBareYear = false
      point.end += 1
    }
    return point
  }

  /// `-dd` at `position`, not followed by a third digit; the value is nil when `X` stands in it.
  private func pair(at position: Int) -> TightPair? {
    guard byteAt(position) == UInt8(ascii: "-"), isDigitOrX(byteAt(position + 1)),
      isDigitOrX(byteAt(position + 2)), !continuesName(at: position + 3) || isTime(at: position + 3)
    else { return nil }
    return TightPair(value: digits(at: position + 1, count: 2))
  }

  private func isTime(at position: Int) -> Bool {
    byteAt(position) == UInt8(ascii: "T") && isDigit(byteAt(position + 1))
  }

  /// The end of `T10:20:30+01:00` at `position`, or `position`.
  private func timeOfDay(at position: Int) -> Int {
    guard isTime(at: position) else { return position }
    var end = position + 1
    while isDigit(byteAt(end)) || ":Z".utf8.contains(byteAt(end))
      || "+-".utf8.contains(byteAt(end)) && isDigit(byteAt(end + 1))
    {
      end += 1
    }
    return end
  }

  /// The value of `count` digits at `position`, or nil when one of them is `X`.
  private func digits(at position: Int, count: Int) -> Int? {
    var value = 0
    for offset in 0..<count {
      guard isDigit(byteAt(position + offset)) else { return nil }
      value = value * 10 + Int(byteAt(position + offset) - UInt8(ascii: "0"))
    }
    return value
  }

  private func isDigitOrX(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "X") }

  /// `@` and the EDTF text after it, up to a space, `|`, `;`, the line's end, or a `)`, `]`, `}` or
  /// `,` outside its own brackets. Blanks inside its own brackets are dropped.
  mutating func extent() {
    let start = index
    index += 1
    var text: [UInt8] = []
    var depth = 0
    scan: while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "("): depth += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"):
        if depth == 0 { break scan }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { break scan }
      case UInt8(ascii: "|"), UInt8(ascii: ";"), UInt8(ascii: "\n"), 0x0D: break scan
      case UInt8(ascii: " "), 0x09:
        guard depth > 0, closesOnLine(from: index) else { break scan }
        index += 1
        continue scan
      default: break
      }
      if hasText("\u{A0}", at: index) || hasText("\u{202F}", at: index) { break scan }
      text.append(byte)
      index += 1
    }
    if text.isEmpty { report(.emptyExtent(ByteSpan(start, index))) }
    append(
      text.isEmpty ? .invalid : .date(String(decoding: text, as: UTF8.self)), from: start)
  }

  /// A `]` or `}` comes before the end of the line, a pipe or `;`.
  private func closesOnLine(from position: Int) -> Bool {
    var position = position
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): return true
      case UInt8(ascii: "\n"), UInt8(ascii: "|"), UInt8(ascii: ";"): return false
      default: position += 1
      }
    }
    return false
  }
}
