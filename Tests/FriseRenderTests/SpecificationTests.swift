import FriseBase
import FriseModel
import FriseRender
import Testing

/// The exact outputs of the shell's contract.
@Suite struct SpecificationTests {
  private func written(
    _ result: ResultTable, _ format: OutputFormat, _ tongue: Tongue = .english
  ) -> String {
    Sample.written { Renderer.write(result, as: format, RenderOptions(tongue: tongue), to: &$0) }
  }

  @Test(arguments: Tongue.allCases) func aCountIsOneCell(_ tongue: Tongue) {
    let result = Sample.result([Sample.number(Localized(same: "n"), [17])])
    #expect(written(result, .csv, tongue) == "n\n17\n")
  }

  @Test func aFigureGivesFourColumns() {
    let result = Sample.result([
      Sample.text(Localized(same: "id"), ["s01", "s04"]),
      Sample.date(Localized(same: "date"), ["2000", "2004"]),
      Sample.figure(
        Localized(en: "people", fr: "personnes"),
        [(140_000, .about, 140_000, 140_000), (850_000, .nearly, 840_000, 850_000)]),
    ])
    #expect(
      written(result, .csv) == """
        id,date,people,people_low,people_high,people_word
        s01,2000,140000,140000,140000,about
        s04,2004,850000,840000,850000,nearly

        """)
    #expect(
      written(result, .csv, .french) == """
        id,date,personnes,personnes_bas,personnes_haut,personnes_mot
        s01,2000,140000,140000,140000,about
        s04,2004,850000,840000,850000,nearly

        """)
  }

  @Test func aListIsAnArrayOrJoined() {
    let result = Sample.result([
      Sample.text(Localized(same: "id"), ["s01"]),
      Sample.list(Localized(en: "topics", fr: "sujets"), [["return", "transport"]]),
    ])
    #expect(written(result, .csv) == "id,topics\ns01,return;transport\n")
    #expect(written(result, .jsonl) == #"{"id":"s01","topics":["return","transport"]}"# + "\n")
  }

  @Test func aTableHasItsBoxAndItsCount() {
    let result = Sample.result([
      Sample.text(Localized(same: "title"), ["Out-of-country voting"]),
      Sample.figure(Localized(same: "people"), [(850_000, .nearly, 840_000, 850_000)]),
    ])
    #expect(
      written(result, .table) == """
        ┌───────────────────────┬────────────────┐
        │ title                 │         people │
        ├───────────────────────┼────────────────┤
        │ Out-of-country voting │ nearly 850,000 │
        └───────────────────────┴────────────────┘
        1 row

        """)
  }

  @Test func whatIsCutIsSaid() {
    let columns = (1...9).map { Sample.number(Localized(same: "c\($0)"), (1...312).map { $0 }) }
    let result = Sample.result(columns)
    func lastLine(_ tongue: Tongue, _ format: OutputFormat) -> Substring? {
      let options = RenderOptions(tongue: tongue, maximumRows: 40, maximumColumns: 2)
      let text = Sample.written { Renderer.write(result, as: format, options, to: &$0) }
      let lines = text.split(separator: "\n")
      return format == .linear ? lines.first : lines.last
    }
    #expect(lastLine(.english, .table) == "40 of 312 rows, 2 of 9 columns; .last shows all")
    #expect(lastLine(.english, .linear) == "40 of 312 rows, 2 of 9 columns; .last shows all")
    #expect(
      lastLine(.french, .table)
        == "40 lignes sur 312, 2 colonnes sur 9\u{202F}; .last montre tout")
    let uncut = RenderOptions(tongue: .english)
    let text = Sample.written { Renderer.write(result, as: .table, uncut, to: &$0) }
    #expect(text.split(separator: "\n").last == "312 rows")
  }

  @Test func anEnvelopeHoldsTheFootnotes() {
    let result = Sample.result(
      [Sample.number(Localized(same: "n"), [17])],
      footnotes: [Localized(en: "2 undecided", fr: "2 indécis")])
    let options = RenderOptions(tongue: .french, isEnvelope: true)
    let text = Sample.written { Renderer.write(result, as: .json, options, to: &$0) }
    #expect(
      text == #"{"columns":[{"name":"n","type":"number"}],"rows":[{"n":17}],"#
        + #""footnotes":["2 indécis"]}"# + "\n")
  }

  @Test(arguments: [
    ("=cmd", "'=cmd"), ("+1+2", "'+1+2"), ("-12.5", "-12.5"), ("@x", "'@x"), ("plain", "plain"),
    ("\tx", "'\tx"), ("-", "'-"), ("a=b", "a=b"), ("=a,b", "\"'=a,b\""),
  ]) func guardedCellsCannotRun(_ cell: String, _ expected: String) {
    let result = Sample.result([Sample.text(Localized(same: "x"), [cell])])
    let options = RenderOptions(tongue: .english, csvGuard: true)
    let text = Sample.written { Renderer.write(result, as: .csv, options, to: &$0) }
    #expect(text == "x\n\(expected)\n")
    #expect(written(result, .csv) == (cell == "=a,b" ? "x\n\"=a,b\"\n" : "x\n\(cell)\n"))
  }

  /// A value, how each family of formats shows it, and in which tongue.
  static let values: [(Value, OutputFormat, Tongue, String)] = [
    (.number(ExactNumber(coefficient: 3, scale: 1)), .table, .english, "0.3"),
    (.number(ExactNumber(coefficient: 35, scale: 1)), .table, .french, "3,5"),
    (.number(ExactNumber(coefficient: 35, scale: 1)), .csv, .french, "3.5"),
    (.number(ExactNumber(1945)), .table, .english, "1945"),
    (.number(ExactNumber(49000)), .table, .english, "49,000"),
    (.number(ExactNumber(49000)), .tsv, .english, "49000"),
    (.truth(.undecided), .table, .french, "indécis"),
    (.truth(.undecided), .csv, .english, "undecided"),
    (.truth(.undecided), .json, .french, "\"undecided\""),
    (.truth(.yes), .json, .french, "true"),
    (.none, .table, .english, "—"),
    (.none, .csv, .english, ""),
    (.none, .json, .english, "null"),
    (.text("a \"b\", c"), .csv, .english, "\"a \"\"b\"\", c\""),
    (.text("a \"b\", c"), .table, .english, "a \"b\", c"),
    (.text("<b>"), .html, .english, "<p lang=\"en\">&lt;b&gt;</p>"),
    (.list([.number(ExactNumber(1)), .none]), .json, .english, "[1,null]"),
    (.bilingual(Localized(en: "Hungary", fr: "Hongrie")), .jsonl, .french, "\"Hongrie\""),
  ]

  @Test(arguments: values) func aValueIsOneLine(
    _ value: Value, _ format: OutputFormat, _ tongue: Tongue, _ expected: String
  ) {
    let options = RenderOptions(tongue: tongue)
    let text = Sample.written { Renderer.write(values: [value], as: format, options, to: &$0) }
    #expect(text == expected + "\n")
  }

  @Test func aPrintedDateIsItsEDTF() {
    let bounds = DateBounds(earliestStart: 0, latestStart: 0, earliestEnd: 0, latestEnd: 0)
    let date = Value.date(DateValue(text: "1956-11", bounds: bounds, isReduced: true))
    let options = RenderOptions(tongue: .french)
    let text = Sample.written {
      Renderer.write(values: [.text("le"), date], as: .table, options, to: &$0)
    }
    #expect(text == "le 1956-11\n")
  }
}
