import FriseBase
import FriseModel
import FriseTestSupport
import Testing

@testable import FriseStore

/// A text that is cut at speed gives the table that splitting it cell by cell gives.
@Suite struct CuttingTests {
  private let folder = TemporaryFolder()

  /// What loading gives: the report and every cell, or the failure; and which way it went.
  private struct Outcome {
    var text: String
    var way: LoadedFile.Way?
  }

  /// What loading some bytes gives.
  private func outcome(
    _ bytes: [UInt8], _ file: String, _ options: LoadOptions, cuts: Bool
  ) -> Outcome {
    outcome { () throws(DataFailure) in
      try FileLoader(cutting: CuttingLimits(isOn: cuts, dividedBytesMin: 60_000)).load(
        bytes, file: file, id: TableID("x"), name: Localized(same: "x"), options)
    }
  }

  /// What loading a file of these bytes gives, read in blocks far shorter than those in use.
  private func outcomeInBlocks(
    _ bytes: [UInt8], _ file: String, _ options: LoadOptions, blockBytes: Int
  ) -> Outcome {
    let path = folder.write(file, bytes)
    let limits = CuttingLimits(
      dividedBytesMin: 60_000, blockedBytesMin: 1, blockBytes: blockBytes)
    var found = outcome { () throws(DataFailure) in
      try FileLoader(cutting: limits).load(path, as: "x", options)
    }
    found.text.replace(folder.path + "/", with: "")
    return found
  }

  private func outcome(_ load: () throws(DataFailure) -> LoadedFile) -> Outcome {
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
      return Outcome(text: lines.joined(separator: "\n"), way: loaded.way)
    } catch {
      return Outcome(text: "\(error)")
    }
  }

  private func compare(
    _ text: String, _ file: String = "x.csv", _ options: LoadOptions = LoadOptions(),
    isCut: Bool = false
  ) {
    compare(Array(text.utf8), file, options, isCut: isCut)
  }

  /// `isCut`: Whether the text is so regular that it is cut for certain.
  private func compare(
    _ bytes: [UInt8], _ file: String, _ options: LoadOptions, isCut: Bool = false
  ) {
    let cut = outcome(bytes, file, options, cuts: true)
    let split = outcome(bytes, file, options, cuts: false)
    let blockBytes = bytes.count < 20_000 ? 256 : 5000
    let blocks = outcomeInBlocks(bytes, file, options, blockBytes: blockBytes)
    let text = String(decoding: bytes.prefix(400), as: UTF8.self)
    #expect(cut.text == split.text, "\(text)")
    #expect(blocks.text == split.text, "in blocks: \(text)")
    guard isCut else { return }
    #expect(split.way == .split)
    #expect(cut.way == .cut, "\(text)")
    #expect(blocks.way == .cutInBlocks, "\(text)")
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
    compare(longText(3000) { "label no \($0 / 3)" }, isCut: true)
    compare(
      longText(3000) { $0 % 50 == 7 ? "\"a, \"\"\($0)\"\"\nb\"" : "label no \($0 / 3)" },
      isCut: true)
    // A column that turns out otherwise far below its head.
    compare(longText(2600) { $0 == 2500 ? "many" : "\($0)" })
    compare(longText(2600) { $0 == 2500 ? "a;b" : "label no \($0)" })
    compare(longText(2600) { $0 < 200 ? "word" : "1956-1\($0 % 3)" })
    compare(longText(2600) { $0 == 1900 ? "" : "\($0).5" })
  }

  /// Text of long characters is cut wherever they lie on the ends of blocks.
  @Test(arguments: ["ก", "😀", "é", "日"], 0..<5)
  func longCharactersAreCut(character: String, offset: Int) {
    let shift = String(repeating: "x", count: offset)
    let label = String(repeating: character, count: 300)
    compare(longText(400) { "\($0 == 0 ? shift : "")\(label)\($0)" }, isCut: true)
    compare(
      longObjects(300, isList: offset % 2 == 0) { "\"\($0 == 0 ? shift : "")\(label)\($0)\"" },
      "x.json", isCut: true)
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

  /// One sign may stand beside a number, and nothing calls itself as often as a text has signs.
  @Test(arguments: [
    ("", 1, true), ("5 ", 1, false), ("€ 1,5", 0, false), ("x ", 1, true), ("", 1 << 17, true),
  ])
  func aSignMayStandBesideANumber(text: String, signCount: Int, isNever: Bool) {
    let bytes = Array((text + String(repeating: "%", count: signCount)).utf8)
    let found = NumberReading.isNever(bytes.span)
    #expect(found == isNever)
  }

  @Test func manyTextsComeOutAlike() {
    compare(longText(6000) { $0 % 5 == 0 ? "" : "\"label \"\"\($0 / 6 * 7)\"\", \($0)\"" })
    // Many texts that are no text column: dates in words, and lists far below the head.
    compare(longText(6000) { "about \($0)" })
    compare(longText(6000) { "\($0) %" })
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
    "a\tb\nx\\ty\t1\n", "a\tb\n0\tx\n1\t\"line one\nline two\"\n", "a,b\n1,2\nParis town",
    "a,b\n1,2\nSource: x y", "a,b\n1,2\n\nfoo bar\n", "a,b\n1,2,\n3,4\n",
  ])
  func irregularTextsComeOutAlike(text: String) {
    for file in ["x.csv", "x.tsv"] { compare(text, file) }
  }

  // MARK: Objects

  /// Values of the kinds that members hold, one kind mostly to a member, as JSON writes them.
  private static let values: [[String]] = [
    ["1", "22", "-3", "0", "1000000", "1.5", "-0", "123456789012345678901", "1e3"],
    [
      "\"1956\"", "\"1956-11\"", "\"1956-11-04\"", "\"195X\"", "\"1951/..\"", "\"..\"",
      "\"vers 1956\"",
    ],
    ["\"a\"", "\"é\"", "\"日本\"", "\" x \"", "\"\u{A0}y\"", "\"p;q\"", "\"NA\"", "\"12\"", "\"\""],
    [
      "\"say \\\"x\\\"\"", "\"two\\nlines\"", "\"\\u00e9\\ud83d\\ude00\"", "\"tail\\r\"",
      "\"\\u0000\"",
    ],
    ["\"}, {\"", "\"},\\n{\\\"a\\\":\"", "\"[\"", "\"a,b\"", "\":\""],
    ["true", "false", "\"oui\""],
    ["\"about 5\"", "\"plus de 200\"", "7"],
    [
      "{\"y\":1}", "[1,2]", "[]", "{}", "[{}]", "\"plain\"", "3", "wrong", "12abc", "\"\\q\"",
      "\"\t\"",
    ],
  ]

  /// Objects of few members, in a list or one after the other, some of them in another order.
  private static func objects(_ generator: inout SplitMix64) -> String {
    let names = ["id", "name", "start", "end", "date", "x", "n", "d\\u00e9but", "é"]
    let width = Int.random(in: 1...5, using: &generator)
    let members = names.shuffled(using: &generator).prefix(width).map { name in
      // Kinds that are no plain values are rare, so that most texts are cut.
      let isOdd = Int.random(in: 0..<30, using: &generator) == 0
      let kind =
        isOdd ? values[values.count - 1] : values.dropLast().randomElement(using: &generator)
      let count = Int.random(in: 1...4, using: &generator)
      let known = (0..<count).map { _ in kind?.randomElement(using: &generator) ?? "" }
      return (name: name, values: known + ["null"])
    }
    let space = ["", " ", "\n  ", "\r\n\t"].randomElement(using: &generator) ?? ""
    let isRagged = Bool.random(using: &generator)
    let isList = Bool.random(using: &generator)
    let rows = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
      var written = members.filter { _ in !isRagged || Int.random(in: 0..<5, using: &generator) > 0
      }
      if isRagged, Int.random(in: 0..<9, using: &generator) == 0 {
        written.shuffle(using: &generator)
        if Bool.random(using: &generator) { written += written.prefix(1) }
      }
      let texts = written.map { member in
        "\"\(member.name)\"\(space):\(space)\(member.values.randomElement(using: &generator) ?? "")"
      }
      return "{" + space + texts.joined(separator: ",\(space)") + space + "}"
    }
    let text = rows.joined(separator: isList ? ",\(space)" : space)
    return isList ? "[\(space)\(text)\(space)]\(space)" : text + space
  }

  @Test func randomObjectsComeOutAlike() {
    var generator = SplitMix64(seed: 34)
    for round in 0..<250 {
      var options = LoadOptions()
      if round % 7 == 0 { options.missing = ["NA", "..", "a"] }
      if round % 11 == 0 { options.types["x"] = .text }
      let text = CuttingTests.objects(&generator)
      compare(round % 13 == 0 ? "\u{FEFF}" + text : text, "x.json", options)
    }
  }

  @Test(arguments: ["x.dat", "x.json", "x.txt"])
  func objectsAreKnownBehindAMark(file: String) {
    compare("\u{FEFF}{\"a\": 1}\n{\"a\": 2}\n", file)
  }

  @Test func damagedObjectsComeOutAlike() {
    var generator = SplitMix64(seed: 35)
    for _ in 0..<250 {
      var bytes = Array(CuttingTests.objects(&generator).utf8)
      let signs = Array("{}[],:\"\\ \n0a\u{0}".utf8) + [0xC3, 0xFF]
      guard !bytes.isEmpty else { continue }
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.removeSubrange(place...)
      case 1: bytes[place] = signs.randomElement(using: &generator) ?? 0
      default: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
      }
      compare(bytes, "x.json", LoadOptions())
    }
  }

  /// Objects enough for two threads, with a value here and there that no fast reader takes.
  private func longObjects(_ count: Int, isList: Bool, _ value: (Int) -> String) -> String {
    let rows = (0..<count).map { row in
      "{\"id\":\(row + 1),\"when\":\"19\(row % 90 + 10)-0\(row % 9 + 1)\","
        + "\"place\":\"place \(row % 40)\",\"label\":\(value(row))}"
    }
    return isList ? "[" + rows.joined(separator: ",") + "]" : rows.joined(separator: "\n")
  }

  @Test(arguments: [true, false]) func longObjectsComeOutAlike(isList: Bool) {
    compare(
      longObjects(1800, isList: isList) {
        $0 % 50 == 7 ? "\"a \\\"\($0)\\\"\"" : "\"label \($0)\""
      },
      "x.json", isCut: true)
    // What begins an object stands inside a text, in the middle and everywhere.
    compare(longObjects(1800, isList: isList) { "\"}, {\\\"id \($0)\"" }, "x.json", isCut: true)
    // A column that turns out otherwise far below its head; a member, a list, a fault there.
    for late in ["\"many\"", "1,\"new\":2", "[1,2]", "wrong", "\"a;b\""] {
      compare(longObjects(1800, isList: isList) { $0 == 1700 ? late : "\($0)" }, "x.json")
    }
  }

  @Test func linesOfObjectsAreKnown() {
    var options = LoadOptions()
    options.types["label"] = .number
    for place in [0, 1, 700, 1799] {
      let text = longObjects(1800, isList: false) { $0 == place ? "\"x\"" : "\($0)" }
      compare(text, "x.json", options)
      let failure = outcome(Array(text.utf8), "x.json", options, cuts: true).text
      #expect(failure.contains("lineNumber: Optional(\(place + 1))"), "\(failure)")
    }
  }

  @Test func badBytesAreFoundWhereverTheyStand() {
    let text = longText(60) { "label é \($0)" }
    var bytes = Array(text.utf8)
    for place in stride(from: 30, to: bytes.count - 1, by: 61) {
      for byte: UInt8 in [0, 0x80, 0xC3, 0xE2, 0xED, 0xF5, 0xFF] {
        let kept = bytes[place]
        bytes[place] = byte
        let cut = outcome(bytes, "x.csv", LoadOptions(), cuts: true).text
        let split = outcome(bytes, "x.csv", LoadOptions(), cuts: false).text
        #expect(cut == split, "\(place) \(byte)")
        bytes[place] = kept
      }
    }
  }
}
