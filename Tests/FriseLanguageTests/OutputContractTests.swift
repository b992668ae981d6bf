import FriseBase
import FriseRender
import Testing

/// The exact outputs that the shell promises.
@Suite("Exact outputs")
struct OutputContractTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let format: OutputFormat
    let tongue: Tongue
    let output: String

    init(_ query: String, _ format: OutputFormat, _ tongue: Tongue, _ output: String) {
      (self.query, self.format, self.tongue, self.output) = (query, format, tongue, output)
    }

    var testDescription: String { query }
  }

  private static let cases: [Case] = [
    Case("events | count", .csv, .english, "n\n17"),
    Case("événements | compter", .csv, .french, "n\n17"),
    Case("evenements | compter", .csv, .french, "n\n17"),
    Case(
      "events | count each decade", .csv, .english,
      "decade,n\n199X,1\n200X,4\n201X,11\n202X,1"),
    Case(
      "events | count each decade", .csv, .french,
      "décennie,n\n199X,1\n200X,4\n201X,11\n202X,1"),
    Case(
      "events | where id in [\"s01\", \"s04\"] | select id, date, people", .csv, .english,
      "id,date,people,people_low,people_high,people_word\n"
        + "s01,2000,140000,140000,140000,about\ns04,2004,850000,840000,850000,nearly"),
    Case(
      "events | take 1 | select id, place, topics", .jsonl, .english,
      "{\"id\":\"s01\",\"place\":[\"TLS\"],\"topics\":[\"return\",\"transport\",\"post-conflict\"]}"
    ),
    Case(
      "events | take 1 | select id, place.name, topics", .csv, .english,
      "id,place.name,topics\ns01,Timor-Leste,return;transport;post-conflict"),
    Case(
      "events | count each decade | take 1", .table, .french,
      """
      ┌─────────────┬───┐
      │    décennie │ n │
      ├─────────────┼───┤
      │ années 1990 │ 1 │
      └─────────────┴───┘
      1 ligne
      """),
    Case(
      "events | sum people", .table, .english,
      """
      ┌─────────────────┐
      │          people │
      ├─────────────────┤
      │ about 6,400,000 │
      └─────────────────┘
      1 row
      """),
    Case("print 1 > none, 1 < 2, 1 > 2", .table, .french, "indécis oui non"),
    Case("1 > none", .json, .english, "\"undecided\""),
    Case("true", .json, .english, "true"),
    Case("none", .json, .english, "null"),
  ]

  @Test(arguments: cases)
  private func prints(row: Case) {
    var runner = QueryRunner(row.tongue)
    runner.showsValuesAsText = false
    let answer = runner.run(row.query, as: row.format)
    #expect(answer.diagnostics == "")
    #expect(answer.output == row.output)
  }

  @Test func numbersOfExpressionsPrintOnALineEach() {
    let answer = QueryRunner().run("0.1 + 0.2; 7 / 2; 1956-11; 1956 - 11")
    #expect(answer.outputs == ["0.3", "3.5", "1956-11", "1945"])
  }
}
