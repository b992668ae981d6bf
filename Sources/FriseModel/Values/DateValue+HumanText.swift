package import FriseBase

extension DateValue {
  /// The date as a table shows it: EDTF, but decades, centuries, seasons, quarters and halves of
  /// years in words, `1990s`, «années 1990», `20th century`, «XXe siècle», `summer 1979`, «été
  /// 1979», with their qualifier behind. All are read back from files.
  package func humanText(_ tongue: Tongue) -> String {
    text.split(separator: "/", omittingEmptySubsequences: false).map { side in
      DateValue.spanText(side, tongue) ?? String(side)
    }.joined(separator: "/")
  }

  /// `199X`, `19XX` or `1979-22`, perhaps with a qualifier, in words; nil for other texts.
  private static func spanText(_ side: Substring, _ tongue: Tongue) -> String? {
    var digits = Array(side.utf8)
    var mark = ""
    if let last = digits.last,
      [UInt8(ascii: "~"), UInt8(ascii: "?"), UInt8(ascii: "%")].contains(last)
    {
      mark = String(UnicodeScalar(last))
      digits.removeLast()
    }
    if digits.count == 7, digits[4] == UInt8(ascii: "-"), digits[5].isDigit, digits[6].isDigit,
      digits[..<4].allSatisfy(\.isDigit)
    {
      let part = Int64(digits[5] & 15) * 10 + Int64(digits[6] & 15)
      let year = String(decoding: digits[..<4], as: UTF8.self)
      return DateWords.partsOfYear[part].map { "\($0[tongue]) \(year)\(mark)" }
    }
    guard digits.count == 4, digits[3] == UInt8(ascii: "X"), digits[0].isDigit, digits[1].isDigit
    else { return nil }
    let hundreds = Int64(digits[0] & 15) * 10 + Int64(digits[1] & 15)
    if digits[2].isDigit {
      let year = String(decoding: digits[..<3], as: UTF8.self) + "0"
      return (tongue == .english ? "\(year)s" : "années \(year)") + mark
    }
    guard digits[2] == UInt8(ascii: "X") else { return nil }
    return centuryText(hundreds + 1, tongue) + mark
  }

  private static func centuryText(_ number: Int64, _ tongue: Tongue) -> String {
    if tongue == .french {
      let roman = DateWords.roman(number).uppercased()
      return (roman.isEmpty ? "\(number)" : roman) + (number == 1 ? "er siècle" : "e siècle")
    }
    let suffix =
      switch (number % 100, number % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(number)\(suffix) century"
  }
}
