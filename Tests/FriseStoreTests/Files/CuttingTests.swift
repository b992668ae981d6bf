import FriseBase
import FriseModel
import FriseTestSupport
import Testing

@testable import FriseStore

/// A text that is cut at speed gives the table that splitting it cell by cell gives.
@Suite struct CuttingTests {
  private let folder = TemporaryFolder()

  /// What loading some bytes gives: the report and every cell, or the failure.
  private func outcome(
    _ bytes: [UInt8], _ file: String, _ options: LoadOptions, cuts: Bool
  ) -> String {
    outcome { () throws(DataFailure) in
      try FileLoader(cutting: CuttingLimits(isOn: cuts, dividedBytesMin: 60_000)).load(
        bytes, file: file, id: TableID("x"), name: Localized(same: "x"), options)
    }
  }

  /// What loading a file of these bytes gives, read in blocks far shorter than those in use.
  private func outcomeInBlocks(
    _ bytes: [UInt8], _ file: String, _ options: LoadOptions, blockBytes: Int
  ) -> String {
    let path = folder.write(file, bytes)
    let limits = CuttingLimits(
      dividedBytesMin: 60_000, blockedBytesMin: 1, blockBytes: blockBytes)
    return outcome { () throws(DataFailure) in
      try FileLoader(cutting: limits).load(path, as: "x", options)
    }.replacing(folder.path + "/", with: "")
  }

  private func outcome(_ load: () throws(DataFailure) -> LoadedFile) -> String {
    do throws(DataFailure) {
      let loaded = try load()
      let table = loaded.tables[0]
      var lines = loaded.report.flatMap { [$0.english, $0.french] }
      for (index, column) in table.columns.enumerated() {
        let cells = (0..<table.rowCount).map { "\(column.value(at: $0))" }
        lines.append("\(table.schema.columns[index]) \(cells)")
      }
      if let registry = table.registry {
        for row in 0..<Int32(clamping: registry.count) {
          lines.append("\(registry.id(row)) \(registry.name(row))")
        }
      }
      return lines.joined(separator: "\n")
    } catch {
      return "\(error)"
    }
  }

  private func compare(
    _ text: String, _ file: String = "x.csv", _ options: LoadOptions = LoadOptions()
  ) {
    let bytes = Array(text.utf8)
    let cut = outcome(bytes, file, options, cuts: true)
    let split = outcome(bytes, file, options, cuts: false)
    let blockBytes = bytes.count < 20_000 ? 256 : 5000
    let blocks = outcomeInBlocks(bytes, file, options, blockBytes: blockBytes)
    #expect(cut == split, "\(text.prefix(400))")
    #expect(blocks == split, "in blocks: \(text.prefix(400))")
  }

  /// Cells of the kinds that real columns hold, one kind mostly to a column.
  private static let kinds: [[String]] = [
    ["1", "22", "-3", "0", "1000000", "007", "1.5", "-0", "123456789012345678901"],
    ["1956", "1956-11", "1956-11-04", "195X", "1984~", "1951/..", "..", "vers 1956", "1956-02-30"],
    ["0.1", "2.25", "3", "100000.5", "999999999999999999", "1,022"],
    ["a", "b", "é", "Ünïcödé", "日本", " x ", "\u{A0}y", "p;q", "p; q", "NA", "12"],
    ["\"a,b\"", "\"say \"\"x\"\"\"", "\"\"", "\"\"\"\"", "\"two\nlines\"", "plain", "\" in \""],
    ["yes", "no", "oui", "true", "maybe"], ["about 5", "plus de 200", "7"],
    ["x\"y", "\"a\"b", "\t", "c\r", "\\n", "\u{0}", "𝄞", "\u{7FF}\u{800}\u{FFFF}"],
  ]

  private static func text(_ generator: inout SplitMix64, ends: String) -> String {
    let width = Int.random(in: 1...5, using: &generator)
    let columns = (0..<width).map { _ in kinds.randomElement(using: &generator) ?? [] }
    // Most columns hold few of their kind's cells, so that types are found.
    let cells = columns.map { kind in
      let count = Int.random(in: 1...4, using: &generator)
      return (0..<count).map { _ in kind.randomElement(using: &generator) ?? "" } + [""]
    }
    let names = ["id", "name", "start", "end", "date", "x", "n", "début"].shuffled(
      using: &generator)
    var text = names.prefix(width).joined(separator: ",") + ends
    for _ in 0..<Int.random(in: 0...40, using: &generator) {
      let row = cells.map { $0.randomElement(using: &generator) ?? "" }
      text +=
        row.joined(separator: ",")
        + (Int.random(in: 0...400, using: &generator) == 0
          ? ends + ends : ends)
    }
    return Bool.random(using: &generator) ? String(text.dropLast(ends.count)) : text
  }

  @Test func randomTablesComeOutAlike() {
    var generator = SplitMix64(seed: 21)
    for round in 0..<200 {
      let ends = round % 5 == 0 ? "\r\n" : "\n"
      var options = LoadOptions()
      if round % 7 == 0 { options.missing = ["NA", "..", "a"] }
      if round % 11 == 0 { options.hasHeader = round % 2 == 0 }
      let text = CuttingTests.text(&generator, ends: ends)
      compare(round % 13 == 0 ? "\u{FEFF}" + text : text, "x.csv", options)
    }
  }

  @Test(
    arguments: [
      [.text: "x"], [.number: "x"], [.figure: "x"], [.date: "x"], [.list: "x"],
    ] as [[LoadType: String]])
  func settledTypesComeOutAlike(types: [LoadType: String]) {
    var options = LoadOptions()
    for (type, name) in types { options.types[name] = type }
    for cells in ["1|2|", "1956|1956-11|", " a | b|a", "a;b|c|", "about 5|6|", "0043|12|x"] {
      let rows = cells.split(separator: "|", omittingEmptySubsequences: false)
      compare("x,y\n" + rows.map { "\($0),1\n" }.joined(), "x.csv", options)
    }
  }

  /// A table long enough for two threads, with a cell here and there that no fast reader takes.
  private func longText(_ rowCount: Int, _ cell: (Int) -> String) -> String {
    var text = "id,when,place,label\n"
    for row in 0..<rowCount {
      text += "\(row + 1),19\(row % 90 + 10)-0\(row % 9 + 1),place \(row % 40),\(cell(row))\n"
    }
    return text
  }

  @Test func longTextsComeOutAlike() {
    compare(longText(3000) { $0 % 50 == 7 ? "\"a, \"\"\($0)\"\"\nb\"" : "label no \($0 / 3)" })
    // A column that turns out otherwise far below its head.
    compare(longText(2600) { $0 == 2500 ? "many" : "\($0)" })
    compare(longText(2600) { $0 == 2500 ? "a;b" : "label no \($0)" })
    compare(longText(2600) { $0 < 200 ? "word" : "1956-1\($0 % 3)" })
    compare(longText(2600) { $0 == 1900 ? "" : "\($0).5" })
  }

  @Test(arguments: ["..", "12", "1956-11"])
  func columnsOfMissingCellsComeOutAlike(missing: String) {
    var options = LoadOptions()
    options.missing = [missing]
    for other in ["", "1956", "12", "1956-11-04"] {
      let cells = [missing, "", missing, other]
      compare("end,x\n" + cells.map { "\($0),a\n" }.joined(), "x.csv", options)
    }
  }

  @Test func manyTextsComeOutAlike() {
    compare(longText(6000) { $0 % 5 == 0 ? "" : "\"label \"\"\($0 / 6 * 7)\"\", \($0)\"" })
    // Many texts that are no text column: dates in words, and lists far below the head.
    compare(longText(6000) { "about \($0)" })
    compare(longText(6000) { $0 == 5900 ? "a;b" : "label\($0)" })
  }

  @Test func linesAboveAndBelowComeOutAlike() {
    let rows = longText(3000) { "label no \($0 / 3)" }
    compare("Title,,,\nSource: x,,,\n,,,\n" + rows)
    compare("\u{FEFF}Title, by year\n\n" + rows + "\nSource: x\nNote: y, z\n")
    compare("sep=,\n" + rows + ",,,\nSource: x,,,\n")
    var options = LoadOptions()
    (options.hasHeader, options.headerLine) = (true, 5)
    compare("a\n\n\n\n" + rows, "x.csv", options)
    // A cell that cannot be read is named by its line in the file.
    options = LoadOptions()
    options.types["n"] = .number
    compare(
      "Title\n\nid,n\n" + (0..<300).map { "\($0),\($0 == 250 ? "x" : "1")\n" }.joined(),
      "x.csv", options)
  }

  @Test func aFileThatIsCutOffWhileItIsReadIsAnError() throws {
    let path = folder.write("x.csv", longText(3000) { "label \($0)" })
    let file = try #require(try OpenFile(path))
    #expect(try file.bytes(file.size - 1..<file.size) == [10])
    folder.write("x.csv", "a,b\n")
    #expect(!file.isUnchanged)
    #expect(throws: DataFailure.self) { try file.bytes(file.size - 1..<file.size) }
  }

  @Test func aLineEndInsideQuotesInTheMiddleIsNoRowEnd() {
    let long = String(repeating: "line\n", count: 14_000)
    compare(longText(1200) { $0 == 600 ? "\"\(long)\"" : "label no \($0)" })
  }

  @Test(arguments: [
    "a,b\n1,2\n3\n", "a,b\n1,2\n3,4,5\n", "a,b\n1,\"2\n", "a,b\n1,2\n3", "a,b\n\n1,2\n\n\n",
    "a\n\n1\n\n", "a,b", "a,b\n", "a,b\r\n1,2\r\n\r\n", "a,b\n1,x\ry\n", "a,b\n1,2\r",
    "\n\na,b\n1,2\n",
    "a\tb\nx\\ty\t1\n",
  ])
  func irregularTextsComeOutAlike(text: String) {
    for file in ["x.csv", "x.tsv"] { compare(text, file) }
  }

  @Test func badBytesAreFoundWhereverTheyStand() {
    let text = longText(60) { "label é \($0)" }
    var bytes = Array(text.utf8)
    for place in stride(from: 30, to: bytes.count - 1, by: 61) {
      for byte: UInt8 in [0, 0x80, 0xC3, 0xE2, 0xED, 0xF5, 0xFF] {
        let kept = bytes[place]
        bytes[place] = byte
        let cut = outcome(bytes, "x.csv", LoadOptions(), cuts: true)
        #expect(cut == outcome(bytes, "x.csv", LoadOptions(), cuts: false), "\(place) \(byte)")
        bytes[place] = kept
      }
    }
  }
}
