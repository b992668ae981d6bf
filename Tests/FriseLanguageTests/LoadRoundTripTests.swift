import FriseBase
import FriseModel
import FriseRender
import FriseStore
import FriseTestSupport
import Testing

/// What `save` writes, `load` reads as the same table.
@Suite struct LoadRoundTripTests {
  private static let types: [(name: String, type: ValueType)] = [
    ("count", .number), ("share", .number), ("when", .date), ("label", .text),
    ("who", .list(.text)),
    ("people", .figure), ("sure", .truth),
  ]

  /// A table of random cells; the first rows fix the types.
  private static func table(_ generator: inout SplitMix64) -> Table {
    let rowCount = Int.random(in: 3...40, using: &generator)
    var columns: [[Value]] = types.map { _ in [] }
    for row in 0..<rowCount {
      for (index, column) in types.enumerated() {
        let isNone = row > 1 && Int.random(in: 0...5, using: &generator) == 0
        let value = isNone ? Value.none : cell(column.name, row, &generator)
        columns[index].append(column.type == .truth && isNone ? .truth(.undecided) : value)
      }
    }
    return Table(
      schema: TableSchema(
        id: TableID("x"), name: Localized(same: "x"),
        columns: types.map { ColumnSchema(name: Localized(same: $0.name), type: $0.type) }),
      columns: zip(columns, types).map { Column($0, type: $1.type) }, rowCount: rowCount)
  }

  private static func cell(_ name: String, _ row: Int, _ generator: inout SplitMix64) -> Value {
    switch name {
    case "count":
      return .number(ExactNumber(Int64.random(in: -1_000_000...1_000_000, using: &generator)))
    case "share":
      let digits = Int128(Int64.random(in: -99_999...99_999, using: &generator))
      return .number(ExactNumber(coefficient: digits * 10 + 1, scale: 3))
    case "when":
      let texts = [
        "1956", "1956-11", "1956-11-04", "195X", "1984~", "1951/..", "1990/1995?", "-0044",
        "2001-21", "[1667,1668]", "{1960,1961-12}", "/1951", "1951/", "../1951", "156X-12-25",
        "1560-XX-25", "19XX", "-0044/0014", "1985-04~", "1999%/2000",
      ]
      let text = row == 0 ? "1956-11" : texts.randomElement(using: &generator) ?? "1956"
      return EDTF.parse(text).map(Value.date) ?? .none
    case "label": return .text(text(&generator))
    case "who":
      let count = row == 0 ? 2 : Int.random(in: 1...3, using: &generator)
      return .list((0..<count).map { .text("item \($0)\(row)") })
    case "people":
      let words: [FigureWord] = [.about, .over, .nearly, .below, .atLeast, .atMost]
      let word = row == 0 ? FigureWord.about : words.randomElement(using: &generator) ?? .exact
      let number = ExactNumber(Int64.random(in: 1...900, using: &generator) * 1000)
      return Figure(number: number, word: word).map(Value.figure) ?? .none
    default:
      return .truth(row == 0 ? .yes : Bool.random(using: &generator) ? .no : .undecided)
    }
  }

  /// A text with the signs that matter to some format, a letter at both ends.
  private static func text(_ generator: inout SplitMix64) -> String {
    let pieces = [
      "é", ",", "\"", "\n", "\r\n", "\t", "\\", "\\n", "; ", "|", " ", "日", "{", "[1]", "12", "--",
      "\u{202E}", "\u{7F}", "\u{A0}", "’", "«", "𝄞", "e\u{301}", "=1+1", "'", "<b>&amp",
    ]
    let count = Int.random(in: 0...6, using: &generator)
    let middle = (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }
    return "a" + middle.joined() + "z"
  }

  private static func texts(_ column: Column, _ rowCount: Int) -> [String] {
    (0..<rowCount).map { row in "\(described(column.value(at: row)))" }
  }

  private static func described(_ value: Value) -> String {
    switch value {
    case .figure(let figure):
      "\(figure.word) \(figure.number.plainText) \(figure.low.plainText) \(figure.high.plainText)"
    case .list(let items): items.map(described).joined(separator: "|")
    default: ValueText.human(value, .english)
    }
  }

  @Test(arguments: [OutputFormat.csv, .tsv, .json, .jsonl])
  func loadsWhatSaveWrote(format: OutputFormat) throws {
    var generator = SplitMix64(seed: 11)
    for _ in 0..<25 {
      let table = LoadRoundTripTests.table(&generator)
      var bytes: [UInt8] = []
      var sink = ByteSink {
        bytes += $0
        return true
      }
      Renderer.write(
        ResultTable(table: table), as: format, RenderOptions(tongue: .english), to: &sink)
      sink.flush()
      let loaded = try FileLoader().load(
        bytes, file: "x." + format.fileExtension, id: TableID("x"), name: Localized(same: "x"),
        LoadOptions()
      ).tables[0]
      #expect(loaded.schema.columns.map(\.type) == table.schema.columns.map(\.type))
      #expect(loaded.rowCount == table.rowCount)
      for (index, column) in table.columns.enumerated() where index < loaded.columns.count {
        let expected = LoadRoundTripTests.texts(column, table.rowCount)
        #expect(LoadRoundTripTests.texts(loaded.columns[index], loaded.rowCount) == expected)
      }
    }
  }
}
