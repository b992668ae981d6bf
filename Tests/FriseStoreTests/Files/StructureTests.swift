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

  @Test func anEmptyEndOfAValidityIsOpen() throws {
    let loaded = try LoadedCells(
      "id,parent,name,start,end\na,,A,,\nb,a,B,1950,1960\nc,b,C,1955,\nd,b,D,,1980\n")
    #expect(try loaded.texts("date") == ["", "1950/1960", "1955/", "/1980"])
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

  @Test func namesInAnOutlineMayHoldCommas() throws {
    let loaded = try LoadedCells("World\n  Congo, Republic of the\n  Kenya\n", file: "x.txt")
    #expect(try loaded.texts("name") == ["World", "Congo, Republic of the", "Kenya"])
    #expect(loaded.tells("a structure: 3 units"))
    #expect(try LoadedCells("a,b\n  x,y\n", file: "x.txt").names == ["a", "b"])
  }

  @Test func anOutlineMakesAStructure() throws {
    let text = "World\n  Africa\n    Chad\n    Mali\n  Asia\nMoon\n"
    let loaded = try LoadedCells(text, file: "x.txt")
    #expect(try loaded.texts("name") == ["World", "Africa", "Chad", "Mali", "Asia", "Moon"])
    #expect(try loaded.texts("parent") == ["", "1", "2", "2", "1", ""])
    let bullets = try LoadedCells("- A\n\t- B\n- C\n", file: "x.txt")
    #expect(try bullets.texts("name") == ["A", "B", "C"])
    // Rows of cells, and a depth that none before had, make no outline.
    #expect(try !LoadedCells("a;b\n c;d\n", file: "x.txt").schema.isStructure)
    #expect(try !LoadedCells("A\n    B\n  C\n", file: "x.txt").schema.isStructure)
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

  /// Rows of UN M49 as lukes/ISO-3166-Countries-with-Regional-Codes gives them (CC BY-SA 4.0).
  private static let countries = """
    name,alpha-3,country-code,region,sub-region,intermediate-region
    Benin,BEN,204,Africa,Sub-Saharan Africa,Western Africa
    Antarctica,ATA,010,,,
    Togo,TGO,768,Africa,Sub-Saharan Africa,Western Africa
    Canada,CAN,124,Americas,Northern America,""
    Algeria,DZA,012,Africa,Northern Africa,""

    """

  @Test func levelColumnsMakeAStructure() throws {
    let loaded = try LoadedCells(StructureTests.countries)
    #expect(loaded.schema.isStructure)
    #expect(
      try loaded.texts("name") == [
        "Benin", "Antarctica", "Togo", "Canada", "Algeria", "Africa", "Sub-Saharan Africa",
        "Western Africa", "Americas", "Northern America", "Northern Africa",
      ])
    #expect(
      try loaded.texts("parent") == ["8", "", "8", "10", "11", "", "6", "7", "", "9", "6"])
    #expect(try loaded.texts("country-code")[..<3] == ["204", "010", "768"])
    #expect(try loaded.texts("region")[4...5] == ["Africa", ""])
    #expect(loaded.tells("region > `sub-region` > `intermediate-region` > name: 6 units"))
    #expect(loaded.tells("11 units, 3 at the top, 4 levels"))
    // What is missing is counted among the rows of the file.
    #expect(loaded.tells("`country-code`, region (20% missing)"))
  }

  @Test func levelColumnsMayBeTold() throws {
    let text = "zone,pays,ville\nNord,FR,Lille\nNord,BE,Mons\nSud,FR,Nice\n"
    #expect(try !LoadedCells(text).schema.isStructure)
    let loaded = try LoadedCells(text) {
      $0.levels = ["zone", "pays"]
      $0.parts = [.name: "ville", .id: "ville"]
    }
    // The same name in two places is two units; ids stay unique.
    #expect(loaded.names == ["zone", "pays", "ville", "parent"])
    #expect(
      try loaded.texts("ville") == [
        "Lille", "Mons", "Nice", "Nord", "FR", "BE", "Sud", "Sud / FR",
      ])
    #expect(
      try loaded.texts("parent") == ["FR", "BE", "Sud / FR", "", "Nord", "Nord", "", "Sud"])
    #expect(failure(text) { $0.levels = ["zone", "nowhere"] }?.code == "E404")
    #expect(failure(text) { $0.levels = ["zone", "pays"] }?.code == "E404")
  }

  @Test(
    arguments: [
      // Events in a region, a sub-region in two regions, no names: tables as they are.
      "region,sub-region,country\nAfrica,North,Chad\nAfrica,North,Chad\n",
      "region,sub-region,country\nAfrica,North,Chad\nAsia,North,Iran\n",
      "region,sub-region,n\nAfrica,North,1\n",
    ])
  func levelColumnsAreNotGuessed(text: String) throws {
    let loaded = try LoadedCells(text)
    #expect(!loaded.schema.isStructure)
    #expect(loaded.names.count == 3)
  }

  @Test func namesInsideNamesMakeAStructure() throws {
    // After UN DESA's grouping of countries (CC BY 3.0 IGO).
    let loaded = try LoadedCells(
      """
      {"WORLD": {"Income groups": {"High": [], "Middle": ["Upper", "Lower"]}, "SDG": ""},
       "AFRICA": {"Eastern \\"A\\"": ["Kenya", "Uganda"]}, "x": null}
      """, file: "x.json")
    #expect(loaded.schema.isStructure)
    #expect(
      try loaded.texts("name") == [
        "WORLD", "Income groups", "High", "Middle", "Upper", "Lower", "SDG", "AFRICA",
        "Eastern \"A\"", "Kenya", "Uganda", "x",
      ])
    #expect(
      try loaded.texts("parent") == ["", "1", "2", "2", "4", "4", "1", "", "8", "9", "9", ""])
    let row = try LoadedCells("{\"a\\\"b\": {\"c\": 1}}", file: "x.json")
    #expect(row.names == ["a\"b.c"])
    #expect(try LoadedCells("{\"a\": [\"p\", \"q\"]}", file: "x.json").type("a") == .list(.text))
  }
}
