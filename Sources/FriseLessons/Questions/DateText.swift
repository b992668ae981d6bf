import FriseBase
import FriseModel

/// Reads the dates and periods that people write in answers.
enum DateText {
  /// A date or a period: `2004`, `décembre 2004`, `1999-2002`, `from 1999 to 2002`.
  static func read(_ text: String) -> DateValue? {
    let trimmed = text.drop { $0 == "@" || $0.isWhitespace }
    if let period = period(String(trimmed)) { return period }
    return DateReading.read(String(trimmed))
  }

  /// Two dates with something between them.
  private static func period(_ text: String) -> DateValue? {
    let folded = TextFold.fold(text)
    let leads = ["from ", "de ", "du ", "depuis ", "between ", "entre "]
    let body = leads.first { folded.hasPrefix($0) }.map { String(folded.dropFirst($0.count)) }
    let separators = [
      " to ", " until ", " a ", " au ", " jusqu'en ", " jusqu'a ", " and ", " et ", "..", " - ",
      "–",
      ",", ";", " ", "-",
    ]
    for separator in separators {
      let parts = Self.parts(body ?? folded, at: separator)
      guard parts.count == 2, let first = year(parts[0]), let last = year(parts[1]) else {
        continue
      }
      return EDTF.parse("\(first)/\(last)")
    }
    return nil
  }

  private static func parts(_ text: String, at separator: String) -> [String] {
    text.split(separator: separator, omittingEmptySubsequences: true).map(String.init)
  }

  /// The EDTF text of one side: a year of four digits, or a date that people write.
  private static func year(_ text: String) -> String? {
    let trimmed = text.filter { !$0.isWhitespace }
    if trimmed.count == 4, Int(trimmed) != nil { return trimmed }
    guard text.count > 4, let date = DateReading.read(text), !date.text.contains("/") else {
      return nil
    }
    return date.text
  }
}

extension DateBounds {
  /// Days between this and another span, 0 where they share one; negative when this lies before.
  func daysAway(from other: DateBounds) -> Int64 {
    if latestEnd < other.earliestStart {
      return Self.difference(latestEnd, other.earliestStart)
    }
    if earliestStart > other.latestEnd { return Self.difference(earliestStart, other.latestEnd) }
    return 0
  }

  /// The days both cover by those that either covers: 0 to 1; nil where an end is open.
  func sharedPart(with other: DateBounds) -> Double? {
    let days = [earliestStart, latestEnd, other.earliestStart, other.latestEnd]
    guard !days.contains(Self.past), !days.contains(Self.future) else { return nil }
    let common = Self.difference(
      min(latestEnd, other.latestEnd), max(earliestStart, other.earliestStart))
    let whole = Self.difference(
      max(latestEnd, other.latestEnd), min(earliestStart, other.earliestStart))
    return common < 0 ? 0 : Double(common + 1) / Double(max(1, whole + 1))
  }

  /// Years that the span covers, in parts; infinite where an end is open.
  var lengthYears: Double {
    let isOpen = earliestStart == Self.past || latestEnd == Self.future
    return isOpen ? .infinity : Double(Self.difference(latestEnd, earliestStart) + 1) / 365.2425
  }

  private static func difference(_ first: Int64, _ second: Int64) -> Int64 {
    let (days, hasOverflowed) = first.subtractingReportingOverflow(second)
    return hasOverflowed ? (first < second ? .min / 2 : .max / 2) : days
  }
}
