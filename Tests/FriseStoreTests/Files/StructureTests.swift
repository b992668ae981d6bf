import FriseBase
import FriseModel
import FriseStore
import Testing

/// Structures among loaded tables.
@Suite struct StructureTests {
  @Test func idAndParentMakeAStructure() throws {
    let loaded = try LoadedCells("id,parent,name\nb,a,B\na,,A\nc,b,C\n")
    #expect(loaded.schema.isStructure)
    #expect(loaded.type("parent") == .link(TableID("x")))
    #expect(try loaded.texts("parent") == ["a", "", "b"])
    let registry = try #require(loaded.cells.table.registry)
    #expect(registry.forest?.isUnder(2, 1) == true)
    #expect(registry.name(0).english == "B")
    #expect(loaded.tells("3 units, 1 at the top, 3 levels"))
  }

  @Test func otherColumnsPlayThePartsWhenTold() throws {
    let loaded = try LoadedCells("code,above,label\n1,,A\n2,1,B\n") {
      $0.parts = [.id: "code", .parent: "above", .name: "label"]
    }
    #expect(try loaded.texts("above") == ["", "1"])
    #expect(loaded.cells.table.registry?.rows(named: "b") == [1])
  }

  @Test func parentsMayBeNamed() throws {
    let loaded = try LoadedCells("id,parent,name\n1,,Africa\n2,Africa,Chad\n")
    #expect(try loaded.texts("parent") == ["", "1"])
  }

  @Test(
    arguments: [
      ("id,parent\na,c\nb,a\nc,b\n", "E408", 2), ("id,parent\na,\nb,z\n", "E407", 3),
      ("id,parent\na,\na,\n", "E406", 3), ("id,parent\na,\n,a\n", "E406", 3),
    ])
  func faultsLoadNothing(text: String, code: String, line: Int) {
    let found = failure(text)
    #expect(found?.code == code)
    #expect(found?.lineNumber == line)
  }

  @Test func nestedObjectsMakeAStructure() throws {
    let loaded = try LoadedCells(
      """
      {"name": "World", "children": [
        {"name": "Africa", "children": [{"name": "Chad"}]}, {"name": "Asia"}]}
      """, file: "x.json")
    #expect(loaded.schema.isStructure)
    #expect(try loaded.texts("name") == ["World", "Africa", "Chad", "Asia"])
    #expect(try loaded.texts("id") == ["1", "2", "3", "4"])
    #expect(try loaded.texts("parent") == ["", "1", "2", "1"])
  }
}
