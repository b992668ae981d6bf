import FriseBase
import FriseModel
import FriseStore
import FriseTestSupport
import Testing

/// Separators, headers, encodings and the forms of JSON; faults name their row and lose nothing.
@Suite struct ReadingTests {
  @Test(arguments: [",", ";", "\t", "|"])
  func findsTheSeparator(separator: String) throws {
    let rows = [["a", "b"], ["x", "1"], ["y", "2"]].map { $0.joined(separator: separator) }
    let loaded = try LoadedCells(rows.joined(separator: "\n") + "\n", file: "x.txt")
    #expect(loaded.names == ["a", "b"])
    #expect(try loaded.texts("b") == ["1", "2"])
  }

  @Test func aSeparatorMayBeTold() throws {
    let loaded = try LoadedCells("a:b,c\n1:2,3\n") { $0.separator = ":" }
    #expect(loaded.names == ["a", "b,c"])
    #expect(failure("a\n1\n") { $0.separator = "ab" }?.code == "E415")
  }

  @Test func findsWhetherThereIsARowOfNames() throws {
    #expect(try LoadedCells("x,1\ny,2\n").names == ["column1", "column2"])
    #expect(try LoadedCells("country,1990,2000\nFR,5,6\n").names == ["country", "1990", "2000"])
    #expect(try LoadedCells("a,b\nx,y\n").names == ["a", "b"])
    #expect(try LoadedCells("a,b\nx,y\n") { $0.hasHeader = false }.cells.table.rowCount == 2)
    #expect(try LoadedCells("x,1\ny,2\n") { $0.hasHeader = true }.names == ["x", "1"])
  }

  @Test(arguments: [false, true])
  func readsUTF16(isBig: Bool) throws {
    let units = Array("\u{FEFF}nom,n\nÉvreux 😀,1\n".utf16)
    let bytes = units.flatMap { unit in
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 255))
      return isBig ? [high, low] : [low, high]
    }
    let loaded = try LoadedCells(bytes: bytes)
    #expect(try loaded.texts("nom") == ["Évreux 😀"])
    #expect(loaded.tells(isBig ? "UTF-16BE" : "UTF-16LE"))
    let bare = try LoadedCells(bytes: Array(bytes.dropFirst(2)))
    #expect(try bare.texts("nom") == ["Évreux 😀"])
  }

  @Test func anEncodingMayBeTold() throws {
    let loaded = try LoadedCells("a\né\n") { $0.encoding = "windows-1252" }
    #expect(try loaded.texts("a") == ["Ã©"])
    #expect(failure("a\né\n") { $0.encoding = "klingon" }?.code == "E415")
  }

  @Test func tabSeparatedCellsMayHoldEscapes() throws {
    let loaded = try LoadedCells("a\tb\nx\\ty\\\\\t\"q\"\n", file: "x.tsv")
    #expect(try loaded.texts("a") == ["x\ty\\"])
    #expect(try loaded.texts("b") == ["\"q\""])
    #expect(try LoadedCells("a\tb\nC:\\x\t1\n", file: "x.tsv").texts("a") == ["C:\\x"])
  }

  @Test(arguments: [
    ("[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":2,\"d\":[\"p\",\"q\"]}]", "x.json"),
    ("{\"a\":1,\"b\":{\"c\":\"x\"}}\n{\"a\":2,\"d\":[\"p\",\"q\"]}\n", "x.jsonl"),
    ("{\"n\":0,\"rows\":[{\"a\":1,\"b\":{\"c\":\"x\"}},{\"a\":2,\"d\":[\"p\",\"q\"]}]}", "x.txt"),
  ])
  func readsJSON(text: String, file: String) throws {
    let loaded = try LoadedCells(text, file: file)
    #expect(loaded.names == ["a", "b.c", "d"])
    #expect(try loaded.texts("a") == ["1", "2"])
    #expect(try loaded.texts("b.c") == ["x", ""])
    #expect(try loaded.texts("d") == ["", "p;q"])
  }

  /// JSON as interfaces and programs write it, with its columns and what its rows are called.
  @Test(
    arguments: [
      (
        "{\"n\":2,\"response\":{\"q\":1,\"docs\":[{\"a\":1},{\"a\":2}]}}", ["a"],
        "of response.docs; left"
      ),
      (
        "{\"head\":{},\"results\":{\"bindings\":[{\"a\":{\"value\":1}},{}]}}", ["a.value"],
        "left out: head"
      ),
      ("[{\"page\":1},[{\"a\":1},{\"a\":2}]]", ["a"], "the rows are those of [2]; left out: [1]"),
      (
        "{\"FR\":{\"a\":1},\"DE\":{\"a\":2,\"b\":3}}", ["key", "a", "b"],
        "each member of the object"
      ),
      ("{\"FR\":{\"key\":1},\"DE\":{\"key\":2}}", ["key_of_row", "key"], "each member"),
      ("[[\"a\",\"b\"],[1,\"x\"],[2,null]]", ["a", "b"], "x: 2 rows, 2 columns"),
      ("[\"x\",\"y\"]", ["value"], "text: value"), ("[1,2]", ["value"], "whole number: value"),
      ("{\"a\":1,\"tags\":{\"b\":2}}", ["a", "tags.b"], "x: 1 row"),
      ("[{\"a\":1,\"a\":2},{}]", ["a"], "the name a occurs again in the object of line 1"),
      (
        "{\"FR\":{\"a\":1},\n\"FR\":{\"a\":2}}", ["key", "a"],
        "the name FR occurs again on line 2: each time it is a row"
      ),
    ] as [(String, [String], String)])
  func findsTheRowsOfJSON(text: String, names: [String], tells: String) throws {
    let loaded = try LoadedCells(text, file: "x.json")
    #expect(loaded.names == names)
    #expect(loaded.tells(tells), "\(loaded.report)")
  }

  @Test func listsStayAsTheyAreWhereSomeHoldLists() throws {
    let loaded = try LoadedCells(
      "[{\"a\":[1, 2],\"b\":[\"p\"]},{\"a\":[[3]],\"b\":[\"q\\n\",\"r\"]}]", file: "x.json")
    #expect(try loaded.texts("a") == ["[1, 2]", "[[3]]"])
    #expect(try loaded.texts("b") == ["p", "q;r"])
    #expect(loaded.tells("a holds lists of lists or objects, kept as JSON text"))
  }

  /// Of the values of a name that occurs twice in an object the last counts, lists or none.
  @Test(
    arguments: [
      ("[{\"b\":[1,2],\"b\":[3,4]},{\"b\":[5]}]", ["3;4", "5"]),
      ("[{\"b\":[1,2],\"b\":\"xyz\"},{\"b\":[5]}]", ["xyz", "5"]),
      ("[{\"b\":[1],\"b\":\"x3]\"},{\"b\":[5]}]", ["x3]", "5"]),
      ("[{\"b\":[1],\"b\":\"[3]\"},{\"b\":\"y\"}]", ["[3]", "y"]),
      ("[{\"b\":[1,2],\"b\":7},{\"b\":[5]}]", ["7", "5"]),
      ("[{\"b\":[1,2],\"b\":null},{\"b\":[5]}]", ["", "5"]),
      ("[{\"b\":[\"[x\"],\"b\":[\"[y\",\"z\"]},{\"b\":[5]}]", ["[y;z", "5"]),
    ])
  func listsMayOccurTwice(text: String, cells: [String]) throws {
    let loaded = try LoadedCells(text, file: "x.json")
    #expect(try loaded.texts("b") == cells)
    #expect(loaded.tells("the name b occurs again in the object of line 1"))
  }

  @Test func namesBehindChildrenAreNoRepetition() throws {
    let loaded = try LoadedCells(
      "{\"name\":\"A\",\"children\":[{\"name\":\"B\",\"b\":[1]}],\"b\":[2]}", file: "x.json")
    #expect(try loaded.texts("b") == ["2", "1"])
    #expect(!loaded.tells("occurs again"))
  }

  @Test(arguments: [
    ("[[]]", "a list of lists begins with the names"),
    ("[[],[1]]", "a list of lists begins with the names"),
    ("[[\"a\",\"b\"],[]]", "a list of 2 values expected"),
    ("[[\"a\",\"b\"],[1]]", "a list of 2 values expected"),
    ("[[\"a\"],[1,]]", "a list of 1 values expected"),
  ])
  func emptyListsSayWhatIsMissing(text: String, message: String) {
    let found = failure(text, file: "x.json")
    #expect(found?.code == "E418")
    #expect(found?.message.english.contains(message) == true, "\(text)")
  }

  @Test func readsTheFirstTimelineJS() throws {
    let loaded = try LoadedCells(
      """
      {"timeline": {"headline": "T", "type": "default", "date": [
        {"startDate": "2012,2,11", "endDate": "2012,3", "headline": "A"},
        {"startDate": "2013,10,2,14,30", "headline": "B"}, {"startDate": "2014", "headline": "C"}]}}
      """, file: "x.json")
    #expect(loaded.date == "date")
    #expect(try loaded.texts("date") == ["2012-02-11/2012-03", "2013-10-02", "2014"])
    #expect(loaded.tells("the rows are those of timeline.date"))
  }

  @Test func tellsThatPartsAreNoDate() throws {
    for end in ["\"end_date\":{\"year\":\"soon\"}", "\"end_date\":{\"year\":1800}"] {
      let event = "{\"start_date\":{\"year\":1900},\(end)}"
      let loaded = try LoadedCells("{\"events\":[\(event)]}", file: "x.json")
      #expect(loaded.date == nil)
      #expect(loaded.tells("line 1: start_date or end_date is no date"))
    }
  }

  @Test func decodesJSONStrings() throws {
    let loaded = try LoadedCells(
      "[{\"a\":\"\\u00e9\\ud83d\\ude00 \\\"x\\\"\\\\\",\"b\":null,\"c\":true}]", file: "x.json")
    #expect(try loaded.texts("a") == ["é😀 \"x\"\\"])
    #expect(loaded.type("c") == .truth)
  }

  @Test func readsTimelineJS() throws {
    let loaded = try LoadedCells(
      """
      {"title": {"text": {"headline": "T"}}, "events": [
        {"start_date": {"year": "1815", "month": "12", "day": "10"},
         "end_date": {"year": "1852"}, "text": {"headline": "Ada"}},
        {"start_date": {"year": 1946}, "text": {"headline": "ENIAC"}}]}
      """, file: "x.json")
    #expect(loaded.date == "date")
    #expect(try loaded.texts("date") == ["1815-12-10/1852", "1946"])
    #expect(try loaded.texts("text.headline") == ["Ada", "ENIAC"])
    #expect(loaded.tells("left out: title"))
  }

  @Test(
    arguments: [
      ("", "x.csv", "E414", nil), ("\n\n", "x.csv", "E414", nil),
      ("a,b\n1,2\n3\n4,5\n", "x.csv", "E403", 3), ("a,b\n1,2\n3,4,5\n", "x.csv", "E403", 3),
      ("a,b\n1,2\n3", "x.csv", "E410", 3), ("a,b\n1,2\n3,\"x", "x.csv", "E410", 3),
      ("[{\"a\":1},\n{\"a\":2", "x.json", "E410", 2), ("{\"a\":1}\n{\"a\":", "x.jsonl", "E410", 2),
      ("[1,{}]", "x.json", "E418", nil), ("[{\"a\" 1}]", "x.json", "E418", 1),
      ("[{\"a\":1},\n]", "x.json", "E418", 2), ("// x\n[{}]", "x.json", "E418", 1),
      ("[[\"a\",\"b\"],\n[1]]", "x.json", "E418", 2), ("[[1,2],[3,4]]", "x.json", "E418", 1),
      ("[{\"a\":wrong}]", "x.json", "E418", 1), ("[{\"a\":\"\\q\"}]", "x.json", "E418", 1),
      ("PK\u{3}\u{4}…", "x.xlsx", "E412", nil), ("%PDF-1.4", "x.csv", "E412", nil),
      ("a,b\n1,\u{0}\n", "x.csv", "E402", 2),
    ] as [(String, String, String, Int?)])
  func faultsNameTheirPlace(text: String, file: String, code: String, line: Int?) {
    let found = failure(text, file: file)
    #expect(found?.code == code)
    if let line { #expect(found?.lineNumber == line) }
  }

  @Test func aTruncatedFileNamesTheLastWholeRow() {
    let found = failure("a,b\n1,2\n3,4\n5")
    #expect(found?.message.english.contains("the last whole row stands on line 3") == true)
    #expect(found?.message.french.contains("la dernière ligne entière est la ligne 3") == true)
  }

  @Test func limits() {
    let wide = String(repeating: "a,", count: 20_000) + "a\n"
    #expect(failure(wide)?.code == "E413")
    #expect(failure(wide)?.message.english.contains("20001 columns") == true)
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 65 << 20)
    #expect(failure(bytes: long)?.code == "E413")
    let deep = String(repeating: "[", count: 100_000)
    #expect(failure(deep, file: "x.json")?.code == "E418")
  }

  @Test func loneBytesAmongUTF8AreAFault() {
    let bytes = Array("a\néèà\n".utf8) + [0xFF, 0x0A]
    #expect(failure(bytes: bytes)?.code == "E402")
    #expect(failure(bytes: bytes)?.lineNumber == 3)
  }

  @Test func randomBytesNeverCrash() {
    var generator = SplitMix64(seed: 7)
    let signs = Array(",;\t|\"\n\r\\{}[]:0123456789-.ab ~é".utf8)
    for round in 0..<600 {
      let count = Int.random(in: 0...300, using: &generator)
      let isText = round % 3 > 0
      let bytes = (0..<count).map { _ in
        isText
          ? signs[Int.random(in: 0..<signs.count, using: &generator)]
          : UInt8.random(in: 0...255, using: &generator)
      }
      for file in ["x.csv", "x.tsv", "x.json"] {
        guard let loaded = try? LoadedCells(bytes: bytes, file: file) else { continue }
        let table = loaded.cells.table
        #expect(table.columns.count == table.schema.columns.count)
        for name in loaded.names {
          #expect((try? loaded.texts(name))?.count == table.rowCount)
        }
      }
    }
  }
}
