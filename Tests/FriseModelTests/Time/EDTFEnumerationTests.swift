import FriseTestSupport
import Testing

@testable import FriseModel

/// Random EDTF texts against a second reading that knows no arithmetic of days: it walks the years
/// and months of a pattern and takes the first and the last day that fit.
@Suite struct EDTFEnumerationTests {
  private typealias Day = (year: Int, month: Int, day: Int)

  // MARK: The second reading

  private static let seasons: [Int: (month: Int, count: Int)] = [
    21: (3, 3), 22: (6, 3), 23: (9, 3), 24: (12, 3), 25: (3, 3), 26: (6, 3), 27: (9, 3),
    28: (12, 3), 29: (9, 3), 30: (12, 3), 31: (3, 3), 32: (6, 3), 33: (1, 3), 34: (4, 3),
    35: (7, 3), 36: (10, 3), 37: (1, 4), 38: (5, 4), 39: (9, 4), 40: (1, 6), 41: (7, 6),
  ]

  private static func length(_ year: Int, _ month: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  }

  /// Every number that a pattern of digits and X may be, in ascending order.
  private static func numbers(_ pattern: String) -> [Int] {
    pattern.reduce([0]) { numbers, character in
      let digits = character == "X" ? Array(0...9) : [character.wholeNumberValue ?? 0]
      return numbers.flatMap { number in digits.map { number * 10 + $0 } }
    }
  }

  /// First and last day of one date without its marks; nil for what is no date.
  private static func bounds(_ text: String) -> (first: Day, last: Day)? {
    let bare = text.filter { !"?~%".contains($0) }
    let sign = bare.hasPrefix("-") ? -1 : 1
    let parts = (sign < 0 ? String(bare.dropFirst()) : bare)
      .split(separator: "-", omittingEmptySubsequences: false).map(String.init)
    guard parts[0].count == 4, parts.count <= 3, parts.dropFirst().allSatisfy({ $0.count == 2 })
    else { return nil }
    var years = numbers(parts[0]).filter { sign > 0 || $0 > 0 }.map { $0 * sign }
    if sign < 0 { years.reverse() }
    let month = parts.count > 1 ? parts[1] : nil
    if let number = month.flatMap({ Int($0) }), number > 20 {
      guard parts.count == 2, !parts[0].contains("X"), let season = seasons[number],
        let year = years.first
      else { return nil }
      let months = season.month + season.count - 2
      let end = (year: year + months / 12, month: months % 12 + 1)
      return (
        (year, season.month, 1), (end.year, end.month, length(end.year, end.month))
      )
    }
    let day = parts.count > 2 ? parts[2] : nil
    let months = month.map { numbers($0).filter { (1...12).contains($0) } } ?? Array(1...12)
    let possibleDays = day.map(numbers) ?? Array(1...31)
    func days(_ year: Int) -> [Day] {
      months.flatMap { month in
        possibleDays.filter { (1...length(year, month)).contains($0) }.map { (year, month, $0) }
      }
    }
    guard let first = years.lazy.compactMap({ days($0).first }).first,
      let last = years.reversed().lazy.compactMap({ days($0).last }).first
    else { return nil }
    return (first, last)
  }

  private static func text(_ day: Day) -> String {
    func padded(_ number: Int, _ width: Int) -> String {
      String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)"
    }
    return (day.year < 0 ? "-" : "") + padded(abs(day.year), 4) + "-" + padded(day.month, 2) + "-"
      + padded(day.day, 2)
  }

  // MARK: Random texts

  private static func pick<Element>(_ items: [Element], _ generator: inout SplitMix64) -> Element {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  private static func digits(
    _ range: ClosedRange<Int>, _ width: Int, _ unknown: Int, _ generator: inout SplitMix64
  ) -> String {
    let number = "\(Int.random(in: range, using: &generator))"
    let padded = String(repeating: "0", count: width - number.count) + number
    return String(
      padded.map { Int.random(in: 0..<10, using: &generator) < unknown ? "X" : $0 })
  }

  private static func date(_ generator: inout SplitMix64) -> String {
    let unknown = pick([0, 0, 1, 4], &generator)
    func mark(_ generator: inout SplitMix64) -> String {
      pick(["", "", "", "", "", "?", "~", "%"], &generator)
    }
    let sign = pick(["", "", "", "", "-"], &generator)
    var text =
      mark(&generator) + sign + digits(0...9999, 4, unknown, &generator) + mark(&generator)
    let depth = Int.random(in: 0...2, using: &generator)
    let months = pick([0...13, 1...12, 1...12, 18...43], &generator)
    if depth > 0 {
      text += "-" + mark(&generator) + digits(months, 2, unknown, &generator) + mark(&generator)
    }
    if depth > 1 {
      text += "-" + mark(&generator) + digits(0...32, 2, unknown, &generator) + mark(&generator)
    }
    return text
  }

  @Test(arguments: 0..<4)
  func oneDate(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(2019 + seed))
    var valid = 0
    for _ in 0..<250 {
      let text = Self.date(&generator)
      let expected = Self.bounds(text)
      let date = EDTF.parse(text)
      #expect((date != nil) == (expected != nil), "\(text)")
      guard let date, let expected else { continue }
      valid += 1
      #expect(
        CalendarDay(number: date.bounds.earliestStart).text == Self.text(expected.first), "\(text)")
      #expect(
        CalendarDay(number: date.bounds.latestEnd).text == Self.text(expected.last), "\(text)")
      #expect(date.text == text)
    }
    #expect(valid > 100)
  }

  @Test(arguments: 0..<2)
  func intervals(seed: Int) throws {
    var generator = SplitMix64(seed: UInt64(3000 + seed))
    for _ in 0..<200 {
      let sides = (0..<2).map { _ in
        Self.pick([Self.date(&generator), Self.date(&generator), "..", ""], &generator)
      }
      let text = sides.joined(separator: "/")
      let bounds = sides.map(Self.bounds)
      let areFine = zip(sides, bounds).allSatisfy { ["", ".."].contains($0) || $1 != nil }
      let isEmpty = sides == ["", ""]
      var isOrdered = true
      if let first = bounds[0]?.first, let last = bounds[1]?.last { isOrdered = first <= last }
      let date = EDTF.parse(text)
      #expect((date != nil) == (areFine && !isEmpty && isOrdered), "\(text)")
      guard let date else { continue }
      if let first = bounds[0]?.first {
        #expect(CalendarDay(number: date.bounds.earliestStart).text == Self.text(first), "\(text)")
      }
      if let last = bounds[1]?.last {
        #expect(CalendarDay(number: date.bounds.latestEnd).text == Self.text(last), "\(text)")
      }
      #expect(date.text == text)
    }
  }
}
