import FriseBase

/// Reads the dates that people type, in English and in French, beside EDTF (data, section 3).
package enum DateReading {
  /// Which number of `4/11/1956` is the day.
  package enum NumericOrder: UInt8, Sendable, Hashable {
    case dayFirst
    case monthFirst
  }

  /// The longest text that is looked at.
  private static let longestText = 200

  /// The date that a text means, or nil. `4/11/1956` is read in the given order; where only the
  /// other order gives a date, in that. A year of fewer than four digits needs a word or an era
  /// beside it, unless `acceptsShortYears`.
  package static func read(
    _ text: String, order: NumericOrder = .dayFirst, acceptsShortYears: Bool = false
  ) -> DateValue? {
    let bytes = trimmed(Array(text.utf8))
    guard !bytes.isEmpty else { return nil }
    if let date = EDTF.parse(bytes: bytes) { return date }
    guard bytes.count <= longestText else { return nil }
    if let date = looseEDTF(bytes) { return date }
    if let day = withoutTime(bytes) {
      return read(String(decoding: day, as: UTF8.self), order: order)
    }
    guard let tokens = DateTokens(bytes) else { return nil }
    var reader = DateReader(tokens, order: order, expectsYear: acceptsShortYears)
    return reader.readWhole().flatMap { EDTF.parse($0) }
  }

  /// The order that a text of the kind `25/12/1956` or `12/25/1956` gives away; nil when it gives
  /// none away or is not of that kind.
  package static func numericOrder(of text: String) -> NumericOrder? {
    let bytes = trimmed(Array(text.utf8))
    guard let tokens = DateTokens(withoutTime(bytes) ?? bytes) else { return nil }
    guard tokens.all.count == 5, case .number(let first, _) = tokens.all[0],
      case .number(let second, _) = tokens.all[2], case .number(_, 4) = tokens.all[4],
      tokens.all[1] == tokens.all[3], tokens.all[1].isSeparator
    else { return nil }
    if (13...31).contains(first), (1...12).contains(second) { return .dayFirst }
    if (13...31).contains(second), (1...12).contains(first) { return .monthFirst }
    return nil
  }

  /// Without the spaces and no-break spaces around it.
  private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    var end = bytes.count
    while start < end {
      if bytes[start] <= 32 {
        start += 1
      } else if start + 1 < end, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if bytes[end - 1] <= 32 {
        end -= 1
      } else if end - 1 > start, bytes[end - 2] == 0xC2, bytes[end - 1] == 0xA0 {
        end -= 2
      } else {
        break
      }
    }
    return Array(bytes[start..<end])
  }

  /// `2012,2,11`, as the first TimelineJS wrote year, month and day; a time of day may follow.
  private static func commaParted(_ bytes: [UInt8]) -> DateValue? {
    let parts = bytes.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    guard parts[0].count == 4, parts.count <= 6,
      parts.dropFirst().allSatisfy({ (1...2).contains($0.count) }),
      parts.allSatisfy({ $0.allSatisfy(\.isDigit) })
    else { return nil }
    var date = Array(parts[0])
    for part in parts[1...].prefix(2) {
      date += Array("-0".utf8.prefix(part.count == 1 ? 2 : 1)) + part
    }
    return EDTF.parse(bytes: date)
  }

  /// The day of a text that ends with a time of day, `12:30`, `1:30:00 PM`, `T08:15:00+02:00`; nil
  /// for any other.
  package static func day(of text: String) -> String? {
    withoutTime(trimmed(Array(text.utf8))).map { String(decoding: $0, as: UTF8.self) }
  }

  private static func withoutTime(_ bytes: [UInt8]) -> [UInt8]? {
    guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let digits = bytes[..<colon].reversed().prefix { $0.isDigit }
    let start = colon - digits.count
    guard (1...2).contains(digits.count), start > 4,
      bytes[start - 1] == 32 || bytes[start - 1] == UInt8(ascii: "T"),
      bytes[start..<colon].reduce(0, { $0 * 10 + Int($1 & 15) }) <= 24
    else { return nil }
    let time = bytes[colon...]
    let marks = Array(":.,+-Zz AaPpMm".utf8)
    guard time.count > 2, time.dropFirst().prefix(2).allSatisfy(\.isDigit),
      time.allSatisfy({ $0.isDigit || marks.contains($0) })
    else { return nil }
    return trimmed(Array(bytes[..<(start - 1)]))
  }

  /// A set with spaces, or a year with commas between it, the month and the day.
  private static func looseEDTF(_ bytes: [UInt8]) -> DateValue? {
    if bytes[0] == UInt8(ascii: "[") || bytes[0] == UInt8(ascii: "{") {
      return EDTF.parse(bytes: bytes.filter { $0 != 32 })
    }
    if bytes.count > 5, bytes[4] == UInt8(ascii: ",") { return commaParted(bytes) }
    return nil
  }
}

/// A piece of a typed date.
enum DateToken: Hashable {
  /// A whole number and how many digits it has.
  case number(Int64, digits: Int)
  /// A word in lower case without accents.
  case word(String)
  /// A hyphen or a dash.
  case dash
  case mark(UInt8)

  /// What may stand between the numbers of `4/11/1956`.
  var isSeparator: Bool {
    self == .dash || self == .mark(UInt8(ascii: "/")) || self == .mark(UInt8(ascii: "."))
  }
}

/// The pieces of a typed date, under the fold; spaces, commas and points after words left out.
struct DateTokens {
  private(set) var all: [DateToken] = []

  /// Nil when the text holds a character no date has, or no number, which all dates have.
  init?(_ bytes: [UInt8]) {
    var folded: [UInt8] = []
    TextFold.fold(bytes, into: &folded)
    guard DateTokens.mayHoldNumber(folded) else { return nil }
    var index = 0
    while index < folded.count {
      let byte = folded[index]
      if byte.isDigit {
        guard addNumber(folded, &index) else { return nil }
      } else if byte.isLowerLetter {
        addWord(folded, &index)
      } else if byte >= 0x80 {
        guard addSymbol(folded, &index) else { return nil }
      } else {
        guard addMark(byte, next: index + 1 < folded.count ? folded[index + 1] : 0) else {
          return nil
        }
        index += 1
      }
    }
    dropDashesOfMonth()
  }

  /// The same without the dashes of `4-nov-1956` and `nov-1956`.
  private mutating func dropDashesOfMonth() {
    switch all.count {
    case 5: guard case .number(_, 1...2) = all[0], all[1] == .dash else { return }
    case 3: break
    default: return
    }
    let end = all.count - 3
    guard case .word = all[end], all[end + 1] == .dash, case .number(_, 4) = all[end + 2] else {
      return
    }
    all.removeAll { $0 == .dash }
  }

  /// Whether a text holds a digit, or a word that begins with a Roman one. Titles, of which there
  /// are many, are told from dates by this before their words are looked at.
  private static func mayHoldNumber(_ folded: [UInt8]) -> Bool {
    var isInWord = false
    for byte in folded {
      if byte.isDigit { return true }
      let isLetter = byte.isLowerLetter
      if isLetter, !isInWord, DateWords.romanLetters.contains(byte) { return true }
      isInWord = isLetter
    }
    return false
  }

  private mutating func addNumber(_ bytes: [UInt8], _ index: inout Int) -> Bool {
    var value: Int64 = 0
    let start = index
    while index < bytes.count, bytes[index].isDigit {
      value = value * 10 + Int64(bytes[index] & 15)
      index += 1
      // No typed year has more digits than the age of the world.
      if index - start > 11 { return false }
    }
    all.append(.number(value, digits: index - start))
    return true
  }

  private mutating func addWord(_ bytes: [UInt8], _ index: inout Int) {
    let start = index
    while index < bytes.count, bytes[index].isLowerLetter { index += 1 }
    all.append(.word(String(decoding: bytes[start..<index], as: UTF8.self)))
  }

  /// A dash, a thin space, or the raised letters of `XXᵉ` and `1º`.
  private mutating func addSymbol(_ bytes: [UInt8], _ index: inout Int) -> Bool {
    let rest = bytes[index...]
    let raised: [UInt8] = [0xE1, 0xB5, 0x89]
    if rest.starts(with: raised) {
      if case .word(let word)? = all.last {
        all[all.count - 1] = .word(word + "e")
      } else {
        all.append(.word("e"))
      }
      index += 3
      return true
    }
    if rest.starts(with: [0xC2, 0xB0]) || rest.starts(with: [0xC2, 0xBA]) {
      index += 2
      return true
    }
    guard rest.count >= 3, rest[index] == 0xE2 else { return false }
    let code = (rest[index + 1], rest[index + 2])
    index += 3
    switch code {
    case (0x80, 0x90...0x95), (0x88, 0x92): all.append(.dash)
    case (0x80, 0x80...0x8A), (0x80, 0xAF): break
    default: return false
    }
    return true
  }

  private mutating func addMark(_ byte: UInt8, next: UInt8) -> Bool {
    switch byte {
    case 32, UInt8(ascii: ","): break
    case UInt8(ascii: "'"): break
    case UInt8(ascii: "-"): all.append(.dash)
    case UInt8(ascii: "."):
      // A point counts between numbers only: `4.11.1956`.
      if case .number? = all.last, next.isDigit { all.append(.mark(byte)) }
    case UInt8(ascii: "?"), UInt8(ascii: "~"), UInt8(ascii: "%"), UInt8(ascii: "/"),
      UInt8(ascii: "("), UInt8(ascii: ")"):
      all.append(.mark(byte))
    default: return false
    }
    return true
  }
}

extension UInt8 {
  /// Whether this byte is `a`...`z`.
  var isLowerLetter: Bool { self &- 97 < 26 }
}
