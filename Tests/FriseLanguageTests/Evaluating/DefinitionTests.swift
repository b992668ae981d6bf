import Testing

/// Let, param, results and printing (section 3).
@Suite("Definitions")
struct DefinitionTests {
  private static let cases: [QueryCase] = [
    QueryCase(
      "let big = events | where people > 200k\nbig | count",
      "n\n4",
      "10 undecided: people not stated"),
    QueryCase("let f(rows, n) = rows | take n\nevents | f(2) | select id", "id\ns01\ns02"),
    QueryCase("let a(r) = r | take 1\nlet b(r) = r | a() | a()\nevents | b() | count", "n\n1"),
    QueryCase("param country = \"Chile\"\nregions | where name = country | select id", "id\nCHL"),
    QueryCase("param n = 3\nevents | take n | count", "n\n3"),
    QueryCase("print 1, \"a\", none, @1956", "1 a — 1956"),
    QueryCase("1956-11", "1956-11"),
    QueryCase("1956 - 11", "1945"),
    QueryCase(
      "events | take 1 | select id, place.name, topics",
      "id,place.name,topics\ns01,Timor-Leste,return;transport;post-conflict"),
    QueryCase(
      "events | take 1 | select title.fr",
      "title.fr\n\"Retour au Timor-Leste de réfugiés transportés par l'OIM en bateau, par "
        + "la route et en avion\""),
    QueryCase(
      "events | describe | take 2",
      "column,type,stated,distinct,least,greatest,example\nid,text,17,17,s01,s17,s01\n"
        + "label,text,17,15,1999-2002,2020-2021,2000"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }

  /// What the command line gives for a parameter, with a default and without.
  @Test(
    arguments: [
      ("param p", "1999..2001", "n\n3"), ("param p", "1999/2001", "n\n3"),
      ("param p", "2001", "n\n2"),
      ("param p = 1999..2001", "2004..", "n\n14"), ("param p = @2001", "..2000", "n\n2"),
      ("param p = 1999..2000", nil, "n\n2"),
    ] as [(String, String?, String)])
  func takesPeriodsAsArguments(parameter: String, value: String?, output: String) {
    var runner = QueryRunner()
    runner.arguments = value.map { [(name: "p", value: $0)] } ?? []
    let answer = runner.run("\(parameter)\nevents | where date overlaps p | count")
    #expect(answer.diagnostics == "")
    #expect(answer.output == output)
  }

  @Test func tellsOfTenErrorsAtMost() {
    let lines = String(repeating: "events | select zz\n", count: 8) + "print )\n"
    #expect(QueryRunner().run(lines).codes.count == 9)
    let names = String(repeating: "events | select zz\n", count: 30)
    #expect(QueryRunner().run(names).codes == Array(repeating: "E201", count: 10))
    #expect(QueryRunner().run(names + "print )\n").codes.count == 10)
  }

  /// One run tells of the names that mean nothing before what cannot be read, too.
  @Test func checksWhatStandsBeforeAFaultOfReading() {
    let answer = QueryRunner().run("events | select titel\nprint )\nevents | select titel")
    #expect(answer.codes == ["E201", "E112"])
    let file = QueryRunner().run("load \"none.csv\"\nprint )")
    #expect(file.codes == ["E112"])
  }

  /// What an argument means is what it means where the call is written.
  private static let arguments: [QueryCase] = [
    // `n` is no column of the events: it is the value, whatever columns the groups have.
    QueryCase(
      "let over(rows, limit) = rows | count by role | where n > limit\nlet n = 3\n"
        + "events | over(n) | select role, n", "role,n\nassisted,5\n,10"),
    QueryCase(
      "param n = 3\nlet over(rows, limit) = rows | count by role | where n > limit\n"
        + "events | over(n + 3) | select role, n", "role,n\n,10"),
    QueryCase(
      "let big(x) = events | where people > x | count\nlet people = 500k\nbig(people)", "n\n3",
      "10 undecided: people not stated"),
    // Through two functions.
    QueryCase(
      "let inner(rows, low) = rows | count by role | where n > low\n"
        + "let outer(rows, limit) = rows | inner(limit)\nlet n = 3\n"
        + "events | outer(n) | select n", "n\n5\n10"),
    // A column of the rows at hand stays a column.
    QueryCase(
      "let top(rows, key) = rows | sort key desc | take 2 | select id\nevents | top(people)",
      "id\ns16\ns04"),
    // What means nothing to the caller may be a column that the function makes.
    QueryCase(
      "let busiest(rows, key) = rows | count by role | sort key desc\n"
        + "events | busiest(n) | take 1",
      "role,n\n,10"),
    // An argument that is a query has its own rows.
    QueryCase(
      "let people = 3\nlet many(rows, limit) = rows | count by role | where n > limit\n"
        + "events | many((events | where place = \"Haiti\" | count)) | select n",
      "n\n5\n10\n2"),
  ]

  @Test(arguments: arguments)
  private func argumentsMeanWhatTheCallerWrote(row: QueryCase) {
    let answer = QueryRunner().run(row.query)
    #expect(answer.codes.allSatisfy { $0 == "W201" })
    #expect(answer.output == row.output)
    #expect(answer.remarks == row.remarks)
  }

  @Test func aColumnThatTakesTheNameOfAnArgumentIsWarnedOf() {
    let answer = QueryRunner().run(
      "let over(rows, n) = rows | count by role | where n > 3\nevents | over(3)")
    #expect(answer.codes == ["W201"])
    #expect(answer.diagnostics.contains("it hides the argument of that name"))
  }
}
