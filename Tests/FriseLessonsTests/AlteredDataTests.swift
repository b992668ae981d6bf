import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import Testing

/// The data on which answers are tried again.
@Suite struct AlteredDataTests {
  private static func worlds() -> [DataSet] {
    (0..<AlteredData.cycle).map { AlteredData.alter(LessonBench.data, seed: "test", number: $0) }
  }

  private static func ids(_ table: Table?) -> [String] {
    guard let registry = table?.registry else { return [] }
    return (0..<registry.count).map { registry.id(Int32($0)) }
  }

  /// Every row is removed once and repeated once, right behind its original.
  @Test(arguments: ["events", "history", "membership", "directors", "checks"])
  func everyRowIsRemovedOnceAndRepeatedOnce(name: String) throws {
    let id = TableID(name)
    let all = Self.ids(try LessonBench.data.table(id))
    #expect(all.count > 3)
    var removed: [String] = []
    var repeated: [String] = []
    for world in Self.worlds() {
      let there = Self.ids(try world.table(id))
      removed += all.filter { !there.contains($0) }
      for (index, copy) in there.enumerated() where copy.hasSuffix("-bis") {
        repeated.append(String(copy.dropLast(4)))
        #expect(there[index - 1] + "-bis" == copy)
      }
    }
    #expect(removed.sorted() == all.sorted())
    #expect(repeated.sorted() == all.sorted())
  }

  /// Tables stay whole: columns of one length, links within their tables, a tree where one was.
  @Test func tablesStayWhole() throws {
    for world in Self.worlds() {
      for schema in LessonBench.data.schemas {
        let table = try #require(try world.table(schema.id))
        for column in table.columns {
          #expect(column.count == table.rowCount, "\(schema.id.name)")
          if case .link(let links) = column {
            #expect(links.rows.allSatisfy { $0 < Int32(links.registry.count) })
          }
        }
        #expect((table.registry?.forest != nil) == schema.isStructure, "\(schema.id.name)")
      }
    }
  }

  /// Figures change, some are stated that were not and the other way round; names stay.
  @Test func figuresChangeAndNamesStay() throws {
    let original = try #require(try LessonBench.data.table(TableID("events")))
    let column = try #require(
      original.schema.columns.firstIndex { $0.name.english == "people" })
    var changes = 0
    for world in Self.worlds() {
      let table = try #require(try world.table(TableID("events")))
      let ids = Self.ids(table)
      for (row, id) in ids.enumerated() {
        let before = Self.ids(original).firstIndex(of: id.replacing("-bis", with: ""))
        let one = ValueText.machine(original.columns[column].value(at: before ?? 0), .english)
        let other = ValueText.machine(table.columns[column].value(at: row), .english)
        if one != other { changes += 1 }
      }
      let regions = try #require(try world.table(TableID("regions")))
      #expect(Self.ids(regions) == Self.ids(try LessonBench.data.table(TableID("regions"))))
    }
    #expect(changes > 10)
  }

  @Test func theSeedAloneDecides() throws {
    for seed in ["a", "b"] {
      let twice = try (0..<2).map { _ in
        Self.ids(
          try AlteredData.alter(LessonBench.data, seed: seed, number: 4).table(TableID("history")))
      }
      #expect(twice[0] == twice[1])
    }
  }
}
