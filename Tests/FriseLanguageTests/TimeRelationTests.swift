import FriseModel
import FriseTestSupport
import Testing

/// The relations of time against brute force, asked through the language: an answer is yes or no
/// only when it is so for every choice of start and end (language, section 5.2).
@Suite("Relations of time")
struct TimeRelationTests {
  /// A date of the test: its text, and the days its start and its end may be, counted from
  /// 2000-01-01.
  struct Choices {
    let text: String
    let starts: ClosedRange<Int>
    let ends: ClosedRange<Int>

    /// Every start with every end that is not before it.
    var all: [(start: Int, end: Int)] {
      starts.flatMap { start in ends.filter { $0 >= start }.map { (start, $0) } }
    }
  }

  /// A relation as it is asked, and what it means of the first and last days of two spans.
  struct Relation: Sendable {
    let query: String
    let holds: @Sendable (Int, Int, Int, Int) -> Bool

    init(_ query: String, _ holds: @escaping @Sendable (Int, Int, Int, Int) -> Bool) {
      self.query = query
      self.holds = holds
    }
  }

  /// Far beyond every day of the tests.
  private static let horizon = 45

  private static func day(_ number: Int) -> String {
    CalendarDay(number: 10_957 + Int64(number)).text
  }

  /// Days, spans of days, one of a run of days, open and unknown sides, a month.
  private static func choices(_ generator: inout SplitMix64) -> Choices {
    let first = Int.random(in: 3...24, using: &generator)
    let last = first + Int.random(in: 1...7, using: &generator)
    let (from, to) = (day(first), day(last))
    switch Int.random(in: 0...8, using: &generator) {
    case 0, 1: return Choices(text: from, starts: first...first, ends: first...first)
    case 2, 3, 4: return Choices(text: "\(from)/\(to)", starts: first...first, ends: last...last)
    case 5: return Choices(text: "[\(from)..\(to)]", starts: first...last, ends: first...last)
    case 6: return Choices(text: "\(from)/", starts: first...first, ends: first...horizon)
    case 7: return Choices(text: "\(from)/..", starts: first...first, ends: horizon...horizon)
    default: return Choices(text: "2000-01", starts: 0...30, ends: 0...30)
    }
  }

  /// What a relation means of two spans of days.
  private static let relations: [Relation] = [
    Relation("during", { $0 >= $2 && $1 <= $3 }),
    Relation("overlaps", { $0 <= $3 && $1 >= $2 }),
    Relation("before", { _, end, start, _ in end < start }),
    Relation("after", { $0 > $3 }),
    Relation("meets", { ($1 + 1 == $2 && $1 < horizon) || ($3 + 1 == $0 && $3 < horizon) }),
    Relation(">=", { start, _, other, _ in start >= other }),
    Relation("<=", { _, end, _, other in end <= other }),
    Relation("within 3 days of", { $0 <= $3 + 3 && $1 >= $2 - 3 }),
  ]

  private static func answer(
    _ left: [(start: Int, end: Int)], _ right: [(start: Int, end: Int)],
    _ holds: (Int, Int, Int, Int) -> Bool
  ) -> String {
    var (isPossible, isCertain) = (false, true)
    for one in left {
      for other in right {
        if holds(one.start, one.end, other.start, other.end) {
          isPossible = true
        } else {
          isCertain = false
        }
      }
    }
    return isCertain ? "yes" : isPossible ? "undecided" : "no"
  }

  private static func pairs(seed: UInt64) -> [(Choices, Choices)] {
    var generator = SplitMix64(seed: seed)
    return (0..<60).map { _ in (choices(&generator), choices(&generator)) }
  }

  private static func runner(_ pairs: [(Choices, Choices)]) -> QueryRunner {
    QueryRunner(
      data: SampleTable.dataSet([
        SampleTable(
          "t",
          [
            ("x", .date, pairs.map { .date($0.0.text) }),
            ("y", .date, pairs.map { .date($0.1.text) }),
          ], date: "x")
      ]))
  }

  @Test(arguments: 0..<3)
  func everyChoiceOfTwoDates(seed: Int) throws {
    let pairs = TimeRelationTests.pairs(seed: UInt64(seed))
    let runner = TimeRelationTests.runner(pairs)
    for relation in TimeRelationTests.relations {
      let (query, holds) = (relation.query, relation.holds)
      let answer = runner.run("t | select a = x \(query) y")
      try #require(answer.diagnostics == "")
      for (row, pair) in zip(answer.rows, pairs) {
        let expected = TimeRelationTests.answer(pair.0.all, pair.1.all, holds)
        #expect(row == expected, "\(pair.0.text) \(query) \(pair.1.text)")
      }
    }
  }

  @Test(arguments: 0..<2)
  func everyChoiceAgainstAWholePeriod(seed: Int) throws {
    let pairs = TimeRelationTests.pairs(seed: UInt64(seed + 10))
    let runner = TimeRelationTests.runner(pairs)
    let periods: [(text: String, first: Int, last: Int)] = [
      ("2000-01", 0, 30), ("2000-01-10", 9, 9), ("2000-01-10/2000-01-20", 9, 19),
      ("@2000-01-10/..", 9, TimeRelationTests.horizon),
    ]
    for period in periods {
      for relation in TimeRelationTests.relations {
        let (query, holds) = (relation.query, relation.holds)
        let answer = runner.run("t | select a = x \(query) \(period.text)")
        try #require(answer.diagnostics == "")
        for (row, pair) in zip(answer.rows, pairs) {
          let expected = TimeRelationTests.answer(
            pair.0.all, [(period.first, period.last)], holds)
          #expect(row == expected, "\(pair.0.text) \(query) \(period.text)")
        }
      }
    }
  }

  // MARK: Comparisons

  /// `=` and `in` are `during`, `<` is `before`, `>` is `after`; `>=` looks at the start, `<=` at
  /// the end.
  @Test(arguments: [
    ("date = 1956", "date during 1956"), ("date in 1956", "date during 1956"),
    ("1956 = date", "date during 1956"), ("date != 1956", "not date during 1956"),
    ("date < 1956", "date before 1956"), ("1956 > date", "date before 1956"),
    ("date > 1956", "date after 1956"), ("1956 < date", "date after 1956"),
    ("1956 <= date", "date >= 1956"), ("date not during 1956", "not date during 1956"),
    ("date in 1950..1956", "date during 1950/1956"),
    ("date in [1950, 1956]", "date during 1950 or date during 1956"),
    ("date during period", "date during 1951/1955"), ("date during (1956)", "date during 1956"),
    ("date during era", "date during 1950s"),
    ("date before 1946 + 10 years", "date before 1956"),
  ])
  func comparisonsAreRelations(test: String, relation: String) {
    let runner = QueryRunner(data: TimeLawTests.data(seed: 7))
    let answer = runner.run(
      "let period = 1951/1955\nparam era = 1950s\nt | select a = \(test), b = \(relation)")
    #expect(answer.diagnostics == "")
    for row in answer.rows {
      let cells = row.split(separator: ",", omittingEmptySubsequences: false)
      #expect(cells[0] == cells[1], "\(test)")
    }
  }

  // MARK: Allen

  /// The thirteen relations of Allen (1983) as queries of two dates x and y, in the words of
  /// `Docs/language.md`, and what they mean of two spans of days, ends included.
  private static let allen: [Relation] = [
    Relation("x before y and not x meets y", { _, end, start, _ in end + 1 < start }),
    Relation("x before y and x meets y", { _, end, start, _ in end + 1 == start }),
    Relation(
      "x overlaps y and start(x) < start(y) and end(x) < end(y)", { $0 < $2 && $2 <= $1 && $1 < $3 }
    ),
    Relation("start(x) = start(y) and end(x) < end(y)", { $0 == $2 && $1 < $3 }),
    Relation("start(x) > start(y) and end(x) < end(y)", { $0 > $2 && $1 < $3 }),
    Relation("start(x) > start(y) and end(x) = end(y)", { $0 > $2 && $1 == $3 }),
    Relation("start(x) = start(y) and end(x) = end(y)", { $0 == $2 && $1 == $3 }),
    Relation("start(x) < start(y) and end(x) = end(y)", { $0 < $2 && $1 == $3 }),
    Relation("start(x) < start(y) and end(x) > end(y)", { $0 < $2 && $1 > $3 }),
    Relation("start(x) = start(y) and end(x) > end(y)", { $0 == $2 && $1 > $3 }),
    Relation(
      "x overlaps y and start(x) > start(y) and end(x) > end(y)", { $2 < $0 && $0 <= $3 && $3 < $1 }
    ),
    Relation("x after y and x meets y", { $3 + 1 == $0 }),
    Relation("x after y and not x meets y", { $3 + 1 < $0 }),
  ]

  /// Every span of days against every other: exactly one of the thirteen holds.
  @Test func thirteenRelations() throws {
    let spans = (0..<5).flatMap { first in (first..<5).map { (first, $0) } }
    let pairs = spans.flatMap { one in spans.map { (one, $0) } }
    func date(_ span: (Int, Int)) -> Value {
      .date("\(TimeRelationTests.day(span.0))/\(TimeRelationTests.day(span.1))")
    }
    let runner = QueryRunner(
      data: SampleTable.dataSet([
        SampleTable(
          "t",
          [
            ("x", .date, pairs.map { date($0.0) }), ("y", .date, pairs.map { date($0.1) }),
          ], date: "x")
      ]))
    let columns = TimeRelationTests.allen.enumerated().map { "r\($0) = \($1.query)" }
    let answer = runner.run("t | select \(columns.joined(separator: ", "))")
    try #require(answer.diagnostics == "")
    for (row, pair) in zip(answer.rows, pairs) {
      let expected = TimeRelationTests.allen.map {
        $0.holds(pair.0.0, pair.0.1, pair.1.0, pair.1.1) ? "yes" : "no"
      }
      #expect(expected.count { $0 == "yes" } == 1)
      #expect(row == expected.joined(separator: ","), "\(pair)")
    }
  }

  /// The page of the language writes them all.
  @Test func thePageWritesTheThirteenRelations() throws {
    let page = try #require(Repository.text(of: "Docs/language.md"))
    for relation in TimeRelationTests.allen {
      #expect(page.contains(relation.query), "\(relation.query)")
    }
  }
}
