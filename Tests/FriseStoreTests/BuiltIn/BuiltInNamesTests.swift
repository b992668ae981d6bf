import FriseBase
import FriseModel
import FriseStore
import Testing

/// Names, links and trees of the built-in data: complete in both tongues, without doubles.
struct BuiltInNamesTests {
  static let tables = [
    "events", "acts", "history", "figures", "facts", "checks", "units", "organisation",
    "directors", "membership", "regions", "topics", "actors", "instruments", "kinds", "roles",
    "evidence", "verdicts",
  ]

  @Test(arguments: tables)
  func bothTonguesAreComplete(table: String) throws {
    let cells = try TableCells(builtIn: table)
    let ids = try cells.texts("id")
    for (column, schema) in zip(cells.table.columns, cells.table.schema.columns) {
      guard case .bilingual(let english, let french) = column else { continue }
      for row in cells.rows {
        let isComplete = (english.codes[row] < 0) == (french.codes[row] < 0)
        #expect(isComplete, "\(table) \(ids[row]): \(schema.name.english)")
      }
    }
  }

  @Test(arguments: tables)
  func everyRowHasANameInBothTongues(table: String) throws {
    let registry = try #require(try TableCells(builtIn: table).table.registry)
    for row in 0..<Int32(registry.count) {
      #expect(!registry.id(row).isEmpty)
      #expect(!registry.name(row).english.isEmpty && !registry.name(row).french.isEmpty)
    }
  }

  /// Two rows of a structure or a list may not answer to one name: a query could not tell which.
  @Test(arguments: [
    "regions", "topics", "actors", "instruments", "kinds", "roles", "evidence", "verdicts",
    "organisation", "units",
  ])
  func namesAreDistinct(table: String) throws {
    let registry = try #require(try TableCells(builtIn: table).table.registry)
    var owners: [String: Int32] = [:]
    func check(_ name: String, _ row: Int32) {
      let key = TextFold.fold(name)
      let owner = owners[key, default: row]
      #expect(owner == row, "\(table): \(name) is \(registry.id(owner)) and \(registry.id(row))")
      owners[key] = row
    }
    for row in 0..<Int32(registry.count) {
      check(registry.id(row), row)
      check(registry.name(row).english, row)
      check(registry.name(row).french, row)
    }
    for alias in registry.aliases { check(alias.name, alias.row) }
  }

  @Test(arguments: tables)
  func linksLeadToRows(table: String) throws {
    let cells = try TableCells(builtIn: table)
    for column in cells.table.columns {
      let link: LinkColumn
      switch column {
      case .link(let column): link = column
      case .list(let list):
        guard case .link(let column) = list.items else { continue }
        link = column
      default: continue
      }
      #expect(link.rows.allSatisfy { $0 >= -1 && Int($0) < link.registry.count })
      let target = try TableCells(builtIn: link.registry.table.name).table
      #expect(target.registry === link.registry)
    }
  }

  @Test(arguments: ["regions", "topics", "organisation", "units"])
  func treesKeepTheirLaws(table: String) throws {
    let cells = try TableCells(builtIn: table)
    let forest = try #require(cells.table.registry?.forest)
    for (row, parent) in forest.parents.enumerated() where parent >= 0 {
      #expect(forest.isUnder(Int32(row), parent) && !forest.isUnder(parent, Int32(row)))
      #expect(forest.depths[row] == forest.depths[Int(parent)] + 1)
    }
    #expect(forest.order == (0..<Int32(cells.table.rowCount)).map { $0 }, "rows are in preorder")
    guard case .link(let parents) = try cells.column("parent") else {
      Issue.record("parent is not a link")
      return
    }
    #expect(parents.rows == forest.parents)
  }

  @Test(arguments: [
    ("Côte d'Ivoire", "CIV"), ("cote d’ivoire", "CIV"), ("Ivory Coast", "CIV"),
    ("Hongrie", "HUN"), ("Hungary", "HUN"), ("hu", "HUN"), ("Soviet Union", "SUHH"),
    ("URSS", "SUHH"), ("Afrique", "002"), ("Africa", "002"), ("M49:145", "145"),
    ("NA", "NAM"), ("Timor oriental", "TLS"), ("Turkey", "TUR"), ("Yougoslavie", "YUCS"),
    ("Czechoslovakia", "CSHH"), ("Kosovo", "XKX"), ("Birmanie", "MMR"), ("UK", "GBR"),
  ])
  func regionsByName(name: String, id: String) throws {
    let registry = try #require(try TableCells(builtIn: "regions").table.registry)
    #expect(registry.rows(named: name).map { registry.id($0) } == [id])
  }

  @Test func topicsThatAreUsedStandInTheTree() throws {
    let topics = try TableCells(builtIn: "topics")
    var used = Set(try topics.texts("parent"))
    for table in ["events", "acts", "history"] {
      for cell in try TableCells(builtIn: table).texts("topics") {
        used.formUnion(cell.split(separator: ";").map(String.init))
      }
    }
    #expect(try topics.texts("id").filter { !used.contains($0) } == [])
  }

  @Test func thePathFromDataToTheRoot() throws {
    let registry = try #require(try TableCells(builtIn: "organisation").table.registry)
    let forest = try #require(registry.forest)
    var path: [String] = []
    var row = registry.rows(named: "Data, Insight and Policy Coordination").first ?? -1
    while row >= 0 {
      path.append(registry.id(row))
      row = forest.parents[Int(row)]
    }
    #expect(path == ["ops3", "ddgops", "dg", "iom"])
  }
}
