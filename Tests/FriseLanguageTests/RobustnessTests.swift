import FriseBase
import FriseModel
import Testing

/// Whatever is asked is answered: by rows, or by an error that says where.
@Suite("Robustness")
struct RobustnessTests {
  /// What a query gave, and that it gave something.
  @discardableResult
  private func answered(_ query: String, _ runner: QueryRunner = QueryRunner()) -> Bool {
    let answer = runner.run(query)
    let isAnswered = !answer.outputs.isEmpty || !answer.codes.isEmpty
    #expect(isAnswered, "\(query)")
    return answer.codes.isEmpty
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomQueriesAreAnswered(seed: UInt64) {
    var random = RandomQuery(seed: seed)
    let runner = QueryRunner()
    var ran = 0
    for _ in 0..<300 {
      if answered(random.pipeline(), runner) { ran += 1 }
    }
    // Enough of them have a meaning for the test to be worth its time.
    #expect(ran > 20)
  }

  private static let everyType = [
    "id", "date", "other", "x", "f", "name", "tags", "flag", "length(date)", "years(date)",
  ]

  @Test(arguments: everyType)
  func everyTypeGroupsSortsAndJoins(column: String) {
    var random = RandomRows(seed: 5)
    for rowCount in [0, 1, 9] {
      let table = random.table(rowCount: rowCount)
      let runner = QueryRunner(data: SampleTable.dataSet([table]))
      for query in [
        "t | count by \(column)", "t | sort \(column), id", "t | sort \(column) desc",
        "t | distinct \(column)", "t | count \(column)", "t | first \(column)",
        "t | last \(column) by flag", "t | summarise l = list(\(column)) by flag",
        "t | union t | distinct \(column)", "t | select v = \(column) | except (t | take 1)",
        "t | derive v = \(column) | union (t | derive v = \(column) | skip 2)",
        "t | select v = previous(\(column)), w = next(\(column))",
        "t | select v = \(column) ?? \(column)",
        "t | select v = if flag then \(column) else none", "t | take 1 by \(column)",
        "t | where \(column) is none", "t | derive v = \(column) | join t as b on b.id = t.id",
        "t | derive v = \(column) | join (t | derive w = \(column)) as b on v = b.w",
        "t | where \(column) = \(column) | count", "t | where \(column) in [none]",
        "t | select v = \(column) | describe",
      ] {
        #expect(runner.run(query).codes.allSatisfy { $0 != "E303" }, "\(query)")
        answered(query, runner)
      }
    }
  }

  /// Every function and aggregate on none, on an empty table and on a table without values.
  @Test func everyFunctionTakesNone() {
    let empty = SampleTable(
      "t",
      [
        ("date", .date, [.none, .none]), ("x", .number, [.none, .none]),
        ("f", .figure, [.none, .none]), ("name", .text, [.none, .none]),
        ("tags", .list(.text), [.none, .none]), ("flag", .truth, [.none, .none]),
      ], date: "date")
    let runner = QueryRunner(data: SampleTable.dataSet([empty]))
    for word in [
      "exact", "running", "previous", "next", "share", "round", "floor", "abs", "lower", "upper",
      "words", "length", "start", "end", "year", "month", "day", "decade", "century", "years",
      "list",
      "date", "edtf", "figure", "word", "low", "high", "earliest", "latest", "text", "number",
      "count", "sum", "average", "median", "min", "max", "first", "last",
    ] {
      answered("\(word)(none)", runner)
      for column in ["date", "x", "f", "name", "tags", "flag"] {
        answered("t | select v = \(word)(\(column))", runner)
        answered("t | skip 2 | select v = \(word)(\(column))", runner)
        answered("t | summarise v = \(word)(\(column))", runner)
      }
    }
  }

  private static let single: [String] = [
    "t | count each 10000 centuries",
    "t | spread century | count", "t | gaps", "t | concurrent", "t | nearest 3 to 1956",
    "t | sort date", "t | derive l = length(date)", "t | derive y = years(date)",
    "t | where date + 100000 centuries after 2000", "t | derive d = date - @1956",
    "t | where date within 1000000 years of 1956", "t | derive d = date + 1000000 decades",
    "t | count each year",
  ]

  /// Days as far as the calendar goes.
  @Test(arguments: single)
  func farDatesAreAnswered(query: String) {
    let texts = [
      "Y17000000002", "-9999", "9999", "Y-170000000", "../1956", "1956/..", "1956/", "/1956",
      "9999-12-31/..", "Y9000000000000000",
    ]
    let data = SampleTable.dataSet([
      SampleTable("t", [("date", .date, texts.map(Value.date))], date: "date")
    ])
    answered(query, QueryRunner(data: data))
  }

  /// More days than rows may be made.
  @Test(arguments: ["t | count each day", "t | spread day | count", "t | spread year"])
  func tooManyRowsAreAnError(query: String) {
    let data = SampleTable.dataSet([
      SampleTable("t", [("date", .date, [.date("1956/Y17000000002")])], date: "date")
    ])
    answered(query, QueryRunner(data: data))
  }

  @Test func deepNestingIsAnError() {
    let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
    #expect(!QueryRunner().run(deep).codes.isEmpty)
    let inside = String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)
    #expect(QueryRunner().run(inside).output == "1")
    let nots = String(repeating: "not ", count: 3000) + "true"
    #expect(!QueryRunner().run(nots).codes.isEmpty)
    let sums = Array(repeating: "1", count: 3000).joined(separator: " + ")
    #expect(!QueryRunner().run(sums).codes.isEmpty)
    let stages = "events" + String(repeating: " | skip 0", count: 1000) + " | count"
    answered(stages)
    let ands = "events | where " + Array(repeating: "true", count: 2000).joined(separator: " and ")
    #expect(!QueryRunner().run(ands + " | count").codes.isEmpty)
  }

  @Test func failedStatementsLeaveTheSessionAsItWas() {
    let runner = QueryRunner()
    var engine = runner.engine
    _ = runner.run("let n = 2", in: &engine)
    #expect(!runner.run("events | take -1", in: &engine).codes.isEmpty)
    #expect(!runner.run("let m = nope", in: &engine).codes.isEmpty)
    #expect(runner.run("events | take n | count", in: &engine).output == "n\n2")
    #expect(runner.run("| select n + 1", in: &engine).rows == ["3"])
    #expect(runner.run("_ | count", in: &engine).rows == ["1"])
  }

  /// Two units of one name: the error tells both paths.
  @Test func anAmbiguousUnitListsItsPaths() {
    var units = SampleTable(
      "units",
      [
        ("id", .text, ["w", "a", "b", "c", "d"].map(Value.text)),
        ("name", .text, ["World", "North", "South", "Operations", "Operations"].map(Value.text)),
      ])
    units.parents = [-1, 0, 0, 1, 2]
    let runner = QueryRunner(data: SampleTable.dataSet([units]))
    let answer = runner.run("units | under \"Operations\"")
    #expect(answer.codes == ["E208"])
    #expect(answer.diagnostics.contains("World > North > Operations"))
    #expect(answer.diagnostics.contains("World > South > Operations"))
    #expect(runner.run("units | above \"c\" | select id").rows == ["w", "a"])
  }

  @Test func footnotesOfNestedPipelinesComeOnce() {
    let query = "events | where people > (events | where people > 1000 | max people) / 2 | count"
    let remarks = QueryRunner().run(query).remarks
    #expect(Set(remarks).count == remarks.count)
    let twice = "let m = events | max people\nevents | where people = m or people < m | count"
    #expect(QueryRunner().run(twice).remarks.count { $0.contains("of 17 not stated") } == 1)
  }
}
