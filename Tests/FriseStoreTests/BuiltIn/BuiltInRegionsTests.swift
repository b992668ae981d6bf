import FriseBase
import FriseModel
import FriseStore
import Testing

/// The regions against the counts of the standard M49 with ISO 3166-1.
struct BuiltInRegionsTests {
  @Test(arguments: [
    ("world", 1), ("region", 5), ("sub-region", 17), ("intermediate-region", 7),
    ("country", 250), ("former-country", 3),
  ])
  func unitsOfEachKind(kind: String, count: Int) throws {
    #expect(try TableCells(builtIn: "regions").texts("kind").count { $0 == kind } == count)
  }

  /// Countries and areas below each group; Taiwan and Kosovo are placed by the project.
  @Test(arguments: [
    ("002", 60), ("015", 7), ("202", 53), ("014", 22), ("017", 9), ("018", 5), ("011", 17),
    ("019", 57), ("419", 52), ("029", 28), ("013", 8), ("005", 16), ("021", 5),
    ("142", 51), ("143", 5), ("030", 8), ("035", 11), ("034", 9), ("145", 18),
    ("150", 52), ("151", 10), ("154", 16), ("039", 17), ("155", 9),
    ("009", 29), ("053", 6), ("054", 5), ("057", 8), ("061", 10), ("001", 250),
  ])
  func countriesBelow(group: String, count: Int) throws {
    let regions = try TableCells(builtIn: "regions")
    let registry = try #require(regions.table.registry)
    let forest = try #require(registry.forest)
    let top = try #require(registry.rows(named: group).first)
    let kinds = try regions.texts("kind")
    let below = regions.rows.count { kinds[$0] == "country" && forest.isUnder(Int32($0), top) }
    #expect(below == count)
  }

  @Test func countriesHaveTheirCodes() throws {
    let regions = try TableCells(builtIn: "regions")
    let ids = try regions.texts("id")
    let kinds = try regions.texts("kind")
    let (two, three) = (try regions.texts("iso2"), try regions.texts("iso3"))
    let numbers = try regions.texts("m49")
    for row in regions.rows where kinds[row] == "country" {
      #expect(three[row] == ids[row])
      #expect(ids[row].utf8.count == 3 && two[row].utf8.count == 2, "\(ids[row])")
      #expect(numbers[row].utf8.count == 3 || ["TWN", "XKX"].contains(ids[row]), "\(ids[row])")
    }
    for row in regions.rows where !kinds[row].hasSuffix("country") {
      #expect(numbers[row] == ids[row])
    }
    let codes = numbers.filter { !$0.isEmpty }
    #expect(Set(codes).count == codes.count)
    #expect(Set(two.filter { !$0.isEmpty }).count == 253)
  }

  @Test func formerCountriesHaveTheirDates() throws {
    let regions = try TableCells(builtIn: "regions")
    #expect(
      try regions.cells("date", of: ["SUHH", "CSHH", "YUCS"])
        == ["1922-12-30/1991-12-26", "1918-10-28/1992-12-31", "1918-12-01/2003-02-04"])
    #expect(try regions.texts("date").count { !$0.isEmpty } == 3)
  }
}
