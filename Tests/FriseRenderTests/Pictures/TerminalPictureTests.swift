import FriseBase
import FriseModel
import FriseRender
import Testing

/// Timelines and bars in a terminal: both tongues, the usual widths, UTF-8, ASCII, for screen
/// readers.
@Suite struct TerminalPictureTests {
  /// A golden file: one sample in one tongue.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let result: ResultTable
    let tongue: Tongue

    var testDescription: String { "\(name)-\(tongue.tag)" }
  }

  static let cases: [Case] = Tongue.allCases.flatMap { tongue in
    PictureSamples.timelines.map {
      Case(name: "timeline-\($0.name)", result: $0.result, tongue: tongue)
    }
      + PictureSamples.bars.map {
        Case(name: "bars-\($0.name)", result: $0.result, tongue: tongue)
      }
  }

  @Test(arguments: cases) func matches(_ example: Case) {
    var text = ""
    for (width, isASCII) in [
      (nil, false), (40, false), (80, false), (120, false), (40, true), (80, true), (120, true),
    ] as [(Int?, Bool)] {
      let options = RenderOptions(tongue: example.tongue, width: width, isASCII: isASCII)
      text += "## \(width.map(String.init) ?? "no width")\(isASCII ? " ASCII" : "")\n"
      text += Self.drawn(example.result, options)
    }
    text += "## linear\n"
    text += Self.drawn(example.result, RenderOptions(tongue: example.tongue), as: .linear)
    #expect(RenderedGolden.matches("\(example.testDescription).txt", text), "\(text)")
  }

  @Test(arguments: cases) func noLineIsWiderThanTheTerminal(_ example: Case) {
    for width in [20, 40, 41, 57, 80, 120, 200] {
      for isASCII in [false, true] {
        let options = RenderOptions(tongue: example.tongue, width: width, isASCII: isASCII)
        for line in Self.drawn(example.result, options).split(separator: "\n") {
          let columns = DisplayWidth.columns(of: String(line))
          #expect(columns <= width, "\(width): \(line)")
          #expect(line.last != " ")
        }
      }
    }
  }

  @Test func asciiMeansASCII() {
    for (_, result) in PictureSamples.timelines {
      let options = RenderOptions(tongue: .french, width: 60, isASCII: true)
      let foreign = Self.drawn(result, options).unicodeScalars.filter { !$0.isASCII }
      // Letters stay as they are: those of the data and of French words.
      #expect(foreign.allSatisfy { $0.properties.isAlphabetic || $0 == "’" || $0 == "·" })
    }
  }

  @Test func whatIsNotDrawnIsCounted() {
    let text = Self.drawn(PictureSamples.ends, RenderOptions(tongue: .english, width: 200))
    #expect(text.contains("rows not drawn: 1 without a date, 1 open on both sides"))
    #expect(text.contains("(without a date; for ever)"))
    #expect(text.contains("14 rows\n"))
    let many = Self.drawn(PictureSamples.undated, RenderOptions(tongue: .french, width: 80))
    #expect(many.contains("lignes non dessinées\u{202F}: 4 sans date (one"))
  }

  @Test func rowsBeyondTheMaximumAreToldAndCounted() {
    let rows = (0..<100).map { (date: "\(1900 + $0)" as String?, title: "row \($0)") }
    let options = RenderOptions(tongue: .english, width: 80, maximumRows: 40)
    let text = Self.drawn(PictureSamples.timeline(rows), options)
    #expect(text.contains("40 of 100 rows; .last shows all\n"))
    #expect(text.contains("row 39"))
    #expect(!text.contains("row 40"))
    // The axis still holds every row, and all are counted above it.
    #expect(text.contains("rows to a column, at most: "))
    #expect(text.contains("1990"))
  }

  @Test func crowdsAreDrawnAsHeights() {
    let rows = (0..<10_000).map { index in
      (date: "\(1900 + index % 120)-0\(1 + index % 9)" as String?, title: "row \(index)")
    }
    let text = Self.drawn(
      PictureSamples.timeline(rows), RenderOptions(tongue: .english, width: 80))
    #expect(text.split(separator: "\n").count < 14)
    #expect(text.contains("10,000 rows\n"))
    #expect(text.contains("10,000 rows are too many to draw one by one"))
  }

  /// Units are called what their table calls them; of other rows, phrases go before codes.
  @Test func rowsAreCalledByTheirNames() {
    var units = TreeRendererTests.tree([1, 3])
    var dates = DateColumnBuilder()
    for year in ["2001", "2002"] { dates.append(EDTF.parse(year)) }
    units.table.schema.columns.append(
      ColumnSchema(name: Localized(same: "date"), type: .date, traits: .main))
    units.table.columns.append(.date(dates.build()))
    units.table.schema.dateColumn = units.table.columns.count - 1
    units.view = .timeline
    let named = Self.drawn(units, RenderOptions(tongue: .french, width: 80))
    #expect(named.contains("2001 Directrice générale"))
    let code = Sample.text(Localized(same: "code"), ["a1", "a2"], .main)
    var coded = PictureSamples.timeline([("2001", "The first"), ("2002", "The second")])
    coded.table.schema.columns.insert(code.schema, at: 1)
    coded.table.columns.insert(code.column, at: 1)
    #expect(Self.drawn(coded, RenderOptions(tongue: .english, width: 80)).contains("The first"))
    coded.view = .bars(column: 3)
    #expect(Self.drawn(coded, RenderOptions(tongue: .english)).contains("2001 · The first"))
  }

  @Test func machinesGetTheRows() {
    let options = RenderOptions(tongue: .english)
    let text = Self.drawn(PictureSamples.oneDay, options, as: .csv)
    #expect(text == "date,title,n\n1956-11-04,Budapest,-4\n1956-11-04,and elsewhere,-3\n")
  }

  /// What a renderer writes.
  private static func drawn(
    _ result: ResultTable, _ options: RenderOptions, as format: OutputFormat = .table
  ) -> String {
    Sample.written { Renderer.write(result, as: format, options, to: &$0) }
  }
}
