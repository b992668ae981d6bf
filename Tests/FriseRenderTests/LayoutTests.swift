import FriseBase
import FriseModel
import FriseRender
import FriseTestSupport
import Testing

@Suite struct LayoutTests {
  private func lines(
    _ result: ResultTable, _ format: OutputFormat, _ options: RenderOptions
  ) -> [String] {
    let text = Sample.written { Renderer.write(result, as: format, options, to: &$0) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// Random cells, at every width, in both tongues: no line is wider than asked, and the lines of a
  /// box are equally wide.
  @Test func nothingIsWiderThanAsked() {
    var generator = SplitMix64(seed: 7)
    for round in 0..<60 {
      let rows = (0..<4).map { _ in generator.nextText(lengthScalarsMax: 40) }
      let numbers = (0..<4).map { _ in Int64(generator.next() % 1_000_000) }
      let result = Sample.result(
        [
          Sample.text(Localized(en: "first", fr: "premier"), rows),
          Sample.number(Localized(en: "n", fr: "n"), numbers, scale: 2),
          Sample.text(Localized(en: "second", fr: "second"), rows.reversed()),
        ], footnotes: [Localized(same: rows[0])])
      for width in [20, 30, 40, 80, 120] {
        let options = RenderOptions(
          tongue: round.isMultiple(of: 2) ? .english : .french, width: width,
          isASCII: round.isMultiple(of: 3))
        for format in [OutputFormat.table, .record] {
          let lines = lines(result, format, options)
          let widths = lines.map { DisplayWidth.columns(of: $0) }
          #expect(widths.allSatisfy { $0 <= width })
          if lines[0].hasPrefix("┌") || lines[0].hasPrefix("+") {
            #expect(Set(widths.prefix(8)).count == 1)
          }
        }
      }
    }
  }

  @Test func theWidestTextShrinksFirst() {
    let result = Sample.result([
      Sample.text(Localized(same: "short"), ["ten signs."]),
      Sample.text(Localized(same: "long"), [String(repeating: "x", count: 50)]),
      Sample.number(Localized(same: "n"), [1_234_567]),
    ])
    let lines = lines(result, .table, RenderOptions(tongue: .english, width: 50))
    #expect(lines[3] == "│ ten signs. │ xxxxxxxxxxxxxxxxxxxx… │ 1,234,567 │")
  }

  @Test func headingsOverNumbersAreCutLast() {
    let result = Sample.result([
      Sample.text(Localized(same: "place"), ["Timor-Leste"]),
      Sample.number(Localized(same: "population_of_the_country"), [1, 2]),
    ])
    let lines = lines(result, .table, RenderOptions(tongue: .english, width: 30))
    #expect(lines[1] == "│ place    │ population_of_… │")
    #expect(lines[3] == "│ Timor-L… │               1 │")
  }

  @Test func decimalSeparatorsStandUnderEachOther() {
    let column = Sample.number(
      Localized(same: "cost"), [150, 1_234_567_25, -5, 700, nil], scale: 2)
    let lines = lines(Sample.result([column]), .table, RenderOptions(tongue: .french))
    #expect(
      lines[3...7] == [
        "│         1,5  │", "│ 1\u{202F}234\u{202F}567,25 │", "│        -0,05 │",
        "│         7    │", "│            — │",
      ])
  }

  @Test func colourLeavesTheTextAlone() {
    let events = SampleTables.named("events")
    for format in [OutputFormat.table, .record] {
      let plain = lines(events, format, RenderOptions(tongue: .french, width: 80))
      let coloured = lines(
        events, format, RenderOptions(tongue: .french, width: 80, isColoured: true))
      #expect(coloured != plain)
      let bare = coloured.map { line in
        ["\u{1B}[0m", "\u{1B}[1m", "\u{1B}[2m"].reduce(line) { text, code in
          text.split(separator: code, omittingEmptySubsequences: false).joined()
        }
      }
      #expect(bare == plain)
    }
  }

  @Test func aVeryLongWordIsWrappedInGoodTime() {
    let word = String(repeating: "é", count: 300_000)
    let result = Sample.result([Sample.text(Localized(same: "x"), [word])])
    let lines = lines(result, .record, RenderOptions(tongue: .english, width: 20))
    #expect(lines.count > 15_000)
  }

  @Test func chosenColumnsAreShownEvenWhenNotMain() {
    var events = SampleTables.named("events")
    let main = lines(events, .csv, RenderOptions(tongue: .english))
    events.columnsWereChosen = true
    #expect(lines(events, .csv, RenderOptions(tongue: .english)) == main)
    #expect(lines(events, .table, RenderOptions(tongue: .english))[1].contains("│ id "))
    #expect(!lines(events, .table, RenderOptions(tongue: .english))[1].contains("secret"))
  }
}
