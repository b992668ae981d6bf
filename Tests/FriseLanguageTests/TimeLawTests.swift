import FriseModel
import FriseTestSupport
import Testing

/// The laws of truth (language, section 5.1) on random tables, asked through the language.
@Suite("Laws of truth")
struct TimeLawTests {
  private static let rowCount = 60

  /// Dates of every kind that EDTF writes.
  static func dateText(_ generator: inout SplitMix64) -> String {
    let year = Int.random(in: 1948...1962, using: &generator)
    let month = Int.random(in: 1...12, using: &generator)
    let day = Int.random(in: 1...28, using: &generator)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let mark = ["", "", "", "~", "?", "%"][Int.random(in: 0...5, using: &generator)]
    let side: String =
      switch Int.random(in: 0...4, using: &generator) {
      case 0: "\(year)"
      case 1: "\(year)-\(two(month))"
      case 2: "195X"
      default: "\(year)-\(two(month))-\(two(day))"
      }
    let later = year + Int.random(in: 1...9, using: &generator)
    switch Int.random(in: 0...11, using: &generator) {
    case 0: return ""
    case 1: return side + mark + "/.."
    case 2: return side + mark + "/"
    case 3: return "../" + side + mark
    case 4: return "/" + side + mark
    case 5, 6: return "\(side)\(mark)/\(later)-06"
    case 7: return "[\(year),\(later)]"
    case 8: return "{\(year)..\(later)}"
    case 9: return "\(year)-2\(1 + month % 4)"
    case 10: return "19XX"
    default: return side + mark
    }
  }

  /// Figures of every word.
  static func figureText(_ generator: inout SplitMix64) -> String {
    let number = [0, 7, 25, 100, 140, 200, 220, 300, 1234][
      Int.random(in: 0...8, using: &generator)]
    let words = [
      "", "about ", "over ", "nearly ", "less than ", "at least ", "up to ", "plus de ", "environ ",
    ]
    switch Int.random(in: 0...10, using: &generator) {
    case 0: return ""
    case 1: return "\(number)..\(number + 50)"
    default: return words[Int.random(in: 0..<words.count, using: &generator)] + "\(number)"
    }
  }

  static func data(seed: UInt64) -> DataSet {
    var generator = SplitMix64(seed: seed)
    let dates = (0..<rowCount).map { _ in Value.date(dateText(&generator)) }
    let others = (0..<rowCount).map { _ in Value.date(dateText(&generator)) }
    let figures = (0..<rowCount).map { _ in Value.figure(figureText(&generator)) }
    let lists = (0..<rowCount).map { _ in
      Value.list(
        (0..<Int.random(in: 0...2, using: &generator)).map { _ in
          Value.date(dateText(&generator))
        })
    }
    return SampleTable.dataSet([
      SampleTable(
        "t",
        [
          ("id", .number, (0..<rowCount).map { .number(Int64($0)) }), ("date", .date, dates),
          ("other", .date, others), ("people", .figure, figures), ("dates", .list(.date), lists),
        ], date: "date")
    ])
  }

  /// Simple tests of dates, of figures, of lists of dates.
  static let tests: [String] =
    ["during", "overlaps", "before", "after", "meets"].flatMap { word in
      ["1956", "1950s", "@1953-05/1957-11", "@1955/..", "@1951/", "1956-11-04", "other"].map {
        "date \(word) \($0)"
      } + ["dates \(word) 1956", "date not \(word) 1956"]
    }
    + ["=", "!=", "<", "<=", ">", ">="].flatMap { sign in
      [
        "date \(sign) 1956", "date \(sign) other", "1956 \(sign) date", "people \(sign) 200",
        "220 \(sign) people",
      ]
    }
    + [
      "date within 2 years of 1956", "date within 1 month of other", "date in 1950..1955",
      "date in [1950, 1956]", "people in 100..220", "date is none", "people = none",
    ]

  @Test(arguments: 0..<4)
  func certainlyWithinPlainWithinPossibly(seed: Int) throws {
    let runner = QueryRunner(data: TimeLawTests.data(seed: UInt64(seed)))
    var generator = SplitMix64(seed: UInt64(seed + 100))
    var tests = TimeLawTests.tests
    for _ in 0..<40 {
      let left = tests[Int.random(in: 0..<tests.count, using: &generator)]
      let right = tests[Int.random(in: 0..<tests.count, using: &generator)]
      tests.append(
        ["(\(left)) and (\(right))", "(\(left)) or (\(right))", "not (\(left))"][
          Int.random(in: 0...2, using: &generator)])
    }
    for test in tests {
      let answer = runner.run(
        "t | select id, plain = \(test), not_so = not (\(test)), may = possibly (\(test)), "
          + "must = certainly (\(test)), may_not = possibly not (\(test)), "
          + "must_not = certainly not (\(test)), nested = possibly certainly (\(test))")
      try #require(answer.diagnostics == "", "\(test)")
      #expect(answer.rows.count == TimeLawTests.rowCount)
      for row in answer.rows {
        let cells = row.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        let (plain, notSo, may, must) = (cells[1], cells[2], cells[3], cells[4])
        let opposite = ["yes": "no", "no": "yes", "undecided": "undecided", "": ""]
        #expect(notSo == opposite[plain], "\(test): \(row)")
        #expect(may == "yes" || may == "no", "\(test): \(row)")
        #expect(must == "yes" || must == "no", "\(test): \(row)")
        #expect(must == "no" || plain == "yes", "\(test): \(row)")
        #expect(plain != "yes" || may == "yes", "\(test): \(row)")
        #expect(cells[6] == "no" || notSo == "yes", "\(test): \(row)")
        #expect(notSo != "yes" || cells[5] == "yes", "\(test): \(row)")
        #expect(cells[5] == opposite[must] && cells[6] == opposite[may], "\(test): \(row)")
        #expect(cells[7] == must, "\(test): \(row)")
      }
    }
  }

  @Test(arguments: 0..<4)
  func rowsAndTheirOppositeAndTheUndecidedAreAllRows(seed: Int) throws {
    let runner = QueryRunner(data: TimeLawTests.data(seed: UInt64(seed)))
    for test in TimeLawTests.tests {
      let kept = runner.run("t | where \(test) | count")
      let others = runner.run("t | where not (\(test)) | count")
      try #require(kept.diagnostics + others.diagnostics == "", "\(test)")
      let undecided = kept.remarks.compactMap { remark in
        remark.contains(" undecided") ? Int(remark.prefix { $0.isNumber }) : nil
      }.reduce(0, +)
      let counts = [kept, others].compactMap { Int($0.rows[0]) }
      #expect(counts.reduce(undecided, +) == TimeLawTests.rowCount, "\(test)")
    }
  }

  @Test(arguments: 0..<4)
  func bucketsAddUp(seed: Int) throws {
    let runner = QueryRunner(data: TimeLawTests.data(seed: UInt64(seed)))
    for groups in [
      "each year", "each 3 years", "each month", "each decade", "each century",
      "by word(people) each decade",
    ] {
      let answer = runner.run("t | where date is not none | count \(groups) | sum n")
      let all = runner.run("t | where date is not none | count")
      #expect(answer.rows == all.rows, "\(groups)")
      let sums = runner.run("t | summarise n = count(), s = sum(exact(people)) \(groups)")
      try #require(sums.diagnostics == "")
      let whole = runner.run("t | sum exact(people)")
      let total = sums.rows.compactMap {
        Int($0.split(separator: ",", omittingEmptySubsequences: false).last ?? "")
      }.reduce(0, +)
      #expect("\(total)" == whole.rows[0], "\(groups)")
    }
  }
}
