import FriseModel
import Testing

/// The table of edge cases of the language (section 10), row by row.
@Suite("Edge cases")
struct EdgeCaseTests {
  /// Values printed on one line.
  private static let values: [QueryCase] = [
    QueryCase("\"Peru\" in [\"Chile\", none]", "no"),
    QueryCase("@1956 during 1956", "yes"),
    QueryCase("@1956 during 1956-11", "undecided"),
    QueryCase("@198X during 1985", "undecided"),
    QueryCase("@198X before 1985", "undecided"),
    QueryCase("@198X during 1980s", "yes"),
    QueryCase("@1984~ during 1984", "yes"),
    QueryCase("certainly @1984~ during 1984", "no"),
    QueryCase("@1951/.. overlaps 2020", "yes"),
    QueryCase("@1951/.. before 2030", "no"),
    QueryCase("@1985/ overlaps 1990", "undecided"),
    QueryCase("1999/2002 >= 2000", "no"),
    QueryCase("1999/2002 < 2000", "no"),
    QueryCase("1999/2002 during 2000", "no"),
    QueryCase("1999/2002 overlaps 2000", "yes"),
    QueryCase("2020-02-29 + 1 year", "2021-02-28"),
    QueryCase("length(1956-11-04/1956-11-04)", "1 day"),
    QueryCase("1956-11", "1956-11"),
    QueryCase("1956 - 11", "1945"),
    QueryCase(
      "figure(\"plus de 200 000\") + figure(\"près de 850 000\") + 1234", "about 1,050,000"),
  ]

  @Test(arguments: values)
  private func answers(row: QueryCase) { row.check() }

  @Test func aRowWithoutFigureIsUndecidedBothTimes() {
    for test in ["people > 1000", "not people > 1000"] {
      let answer = QueryRunner().run("events | where id = \"s03\" | where \(test)")
      #expect(answer.rows.isEmpty)
      #expect(answer.remarks.first == "1 undecided: people not stated")
    }
  }

  private static let small = SampleTable.dataSet([
    SampleTable(
      "t",
      [
        ("place", .text, [.text("Peru"), .none, .none]),
        ("x", .number, [.number(10), .number(nil), .number(20)]),
        ("date", .date, [.date("1956"), .date("1956-01-01"), .date("1955-12")]),
      ], date: "date")
  ])

  private static let tables: [QueryCase] = [
    QueryCase("t | count by place", "place,n\nPeru,1\n,2"),
    QueryCase("t | average x", "x\n15", "x: 1 of 3 not stated"),
    QueryCase("t | summarise a = average(x)", "a\n15", "x: 1 of 3 not stated"),
    QueryCase("t | sort date | select date", "date\n1955-12\n1956\n1956-01-01"),
  ]

  @Test(arguments: tables)
  private func answersOnTables(row: QueryCase) { row.check(with: QueryRunner(data: Self.small)) }

  private static let builtIn: [QueryCase] = [
    QueryCase("regions | where name = \"cote d'ivoire\" | select id", "id\nCIV"),
    QueryCase("regions | where name = \"cote d’ivoire\" | select id", "id\nCIV"),
  ]

  @Test(arguments: builtIn)
  private func answersOnBuiltInData(row: QueryCase) { row.check() }

  @Test func anEmptyDecadeHasItsLine() {
    let data = SampleTable.dataSet([
      SampleTable("t", [("date", .date, [.date("1952"), .date("1971-03")])], date: "date")
    ])
    QueryCase("t | count each decade", "decade,n\n195X,1\n196X,0\n197X,1")
      .check(with: QueryRunner(data: data))
  }

  /// World > A > B: an event linked to both units of one branch counts once.
  @Test func anEventUnderTwoUnitsCountsOnce() {
    var units = SampleTable(
      "units",
      [
        ("id", .text, [.text("w"), .text("a"), .text("b")]),
        ("name", .text, [.text("World"), .text("A"), .text("B")]),
      ])
    units.parents = [-1, 0, 1]
    let registry = units.table.registry
    let link: (Int32) -> Value = { row in registry.map { .link($0, row: row) } ?? .none }
    var events = SampleTable(
      "events", [("place", .list(.link(TableID("units"))), [.list([link(1), link(2)])])])
    events.link = "place"
    QueryCase(
      "units | rollup n = count(events)", "id,name,n,n.total\nw,World,0,1\na,A,1,1\nb,B,1,1"
    )
    .check(with: QueryRunner(data: SampleTable.dataSet([units, events])))
  }
}
