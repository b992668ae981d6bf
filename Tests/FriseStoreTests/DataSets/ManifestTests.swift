import FriseBase
import FriseModel
import FriseStore
import Testing

/// A data set of texts, as a folder of files would hold it.
struct TextFiles: Sendable {
  var manifest: String
  var files: [String: String]

  func dataSet() throws(DataFailure) -> DataSet {
    let files = files
    let manifest = try Manifest(reading: Array(manifest.utf8), file: "m.frise-data")
    return DataSet(manifest: manifest) { (name) throws(DataFailure) in
      guard let text = files[name] else {
        throw DataFailure(code: "E401", file: name, message: Localized(same: "absent"))
      }
      return Array(text.utf8)
    }
  }

  /// Two linked tables: units that form a tree, and events at them.
  static let village = TextFiles(
    manifest: """
      # A village.
      @table units | unités
      file: u.tsv
      id: code
      label: name
      parent: above
      aliases: others
      - code | code: text, ungrouped
      - name | nom: bilingual, main, from name_en + name_fr
      - above | parent: link to units
      - others | autres: list, separated by "/"

      @table events | événements
      file: e.tsv
      date: when
      place: where
      - when | quand: date, main, from "date, as printed"
      - where | où: links to units, main
      - people | personnes: figure
      - certain: truth
      - rank | rang: number, ungrouped, hidden
      """,
    files: [
      "u.tsv": "code\\tname_en\\tname_fr\\tabove\\tothers\\n"
        + "v\\tVillage\\tVillage\\t\\t\\nm\\tMill\\tMoulin\\tv\\tOld Mill/Watermill\\n",
      "e.tsv": "date, as printed\\twhere\\tpeople\\tpeople.word\\tcertain\\trank\\textra\\n"
        + "1956~\\tm;v\\t1200\\tover\\tyes\\t2.5\\tx\\n\\t\\t\\t\\t\\t\\t\\n",
    ].mapValues { $0.replacing("\\t", with: "\t").replacing("\\n", with: "\n") })

  /// The same with one text of one file replaced.
  func with(_ file: String, _ old: String, _ new: String) -> TextFiles {
    var copy = self
    if file == "manifest" {
      copy.manifest = manifest.replacing(old, with: new)
    } else {
      copy.files[file] = files[file]?.replacing(old, with: new)
    }
    return copy
  }

  /// The failure that reading every table meets.
  func failure() -> DataFailure? {
    do {
      let data = try dataSet()
      for schema in data.schemas { _ = try data.table(schema.id) }
      return nil
    } catch {
      return error
    }
  }
}

struct ManifestTests {
  @Test func readsTablesColumnsAndTraits() throws {
    let data = try TextFiles.village.dataSet()
    #expect(data.schemas.map(\.name.french) == ["unités", "événements"])
    let events = data.schemas[1]
    #expect(events.dateColumn == 0 && events.mainLink == 1 && events.roleColumn == nil)
    #expect(!events.isStructure && data.schemas[0].isStructure)
    #expect(events.columns.map(\.name.french) == ["quand", "où", "personnes", "certain", "rang"])
    #expect(
      events.columns.map(\.type) == [
        .date, .list(.link(TableID("units"))), .figure, .truth, .number,
      ])
    #expect(events.columns[4].traits == [.ungrouped, .hidden])
  }

  @Test func readsCells() throws {
    let data = try TextFiles.village.dataSet()
    let events = try TableCells(data, "events")
    #expect(try events.texts("when") == ["1956~", ""])
    #expect(try events.texts("where") == ["m;v", ""])
    #expect(try events.texts("people") == ["over 1200", ""])
    #expect(try events.texts("certain") == ["yes", "undecided"])
    #expect(try events.texts("rank") == ["2.5", ""])
    let units = try TableCells(data, "units")
    #expect(try units.texts("name", in: .french) == ["Village", "Moulin"])
    #expect(try units.texts("others") == ["", "Old Mill;Watermill"])
    #expect(units.table.registry?.rows(named: "watermill") == [1])
  }

  /// A mark at the start, line ends of another system and blank lines change nothing.
  @Test(arguments: ["u.tsv", "e.tsv"])
  func byteOrderMarkAndReturns(file: String) throws {
    var files = TextFiles.village.with(file, "\n", "\r\n")
    files.files[file] = "\u{FEFF}" + (files.files[file] ?? "") + "\r\n"
    files.manifest = "\u{FEFF}" + files.manifest.replacing("\n", with: "\r\n")
    #expect(files.failure() == nil)
    #expect(try TableCells(try files.dataSet(), "events").texts("when") == ["1956~", ""])
  }

  @Test func linksMayBeNames() throws {
    let files = TextFiles.village.with("e.tsv", "m;v", "moulin; VILLAGE")
    #expect(try TableCells(try files.dataSet(), "events").texts("where") == ["m;v", ""])
  }

  @Test(arguments: [
    ("u.tsv", "name_fr", "nom", "E404", 1),
    ("u.tsv", "Mill\tMoulin", "Mill", "E403", 3),
    ("u.tsv", "\nm\t", "\nv\t", "E406", 3),
    ("u.tsv", "\nm\t", "\n\t", "E406", 3),
    ("u.tsv", "\tv\t", "\tx\t", "E407", 3),
    ("u.tsv", "\tv\t", "\tm\t", "E408", 3),
    ("u.tsv", "Moulin", "Mou\u{0}lin", "E402", 3),
    ("e.tsv", "m;v", "m;w", "E407", 2),
    ("e.tsv", "1956~", "1956-13", "E405", 2),
    ("e.tsv", "1200", "12oo", "E405", 2),
    ("e.tsv", "over", "beyond", "E405", 2),
    ("e.tsv", "yes", "perhaps", "E405", 2),
    ("manifest", "u.tsv", "x.tsv", "E401", nil),
    ("manifest", "file: u.tsv", "", "E409", 2),
    ("manifest", "@table units", "@units", "E409", 2),
    ("manifest", "parent: above", "parents: above", "E409", 6),
    ("manifest", "parent: above", "parent above", "E409", 6),
    ("manifest", "parent: above", "parent: below", "E409", 6),
    ("manifest", ": truth", ": maybe", "E409", 20),
    ("manifest", "links to units", "links to homes", "E409", 18),
    ("manifest", "ungrouped, hidden", "grouped", "E409", 21),
    ("manifest", " + name_fr", "", "E409", 9),
    ("manifest", "@table events | événements", "@table units", "E409", 13),
  ])
  func faults(file: String, old: String, new: String, code: String, line: Int?) throws {
    let failure = try #require(TextFiles.village.with(file, old, new).failure())
    #expect(failure.code == code)
    #expect(failure.lineNumber == line)
    #expect(!failure.message.english.isEmpty && !failure.message.french.isEmpty)
  }

  @Test func messagesNameTheRows() throws {
    let village = TextFiles.village
    let doubled = try #require(village.with("u.tsv", "\nm\t", "\nv\t").failure())
    #expect(doubled.message.english.contains("\"v\" also stands on line 2"))
    let cycle = try #require(
      village.with("u.tsv", "v\tVillage\tVillage\t\t", "v\tV\tV\tm\t").failure())
    #expect(cycle.message.french.contains("v > m"))
  }
}
