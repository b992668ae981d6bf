import FriseBase
import FriseModel
import FriseStore
import Testing

/// What the built-in data must say (spec data, section 2). A correction of the data is a change of one
/// line of a file of `Sources/CFriseData/data`; a failure here names the row.
struct BuiltInDataTests {
  static let data: DataSet? = try? BuiltInData.dataSet()

  /// A table that must be there.
  static func table(_ name: String) throws -> Table {
    let data = try #require(data)
    return try #require(try data.table(TableID(name)))
  }

  @Test(arguments: [
    ("events", 17), ("acts", 7), ("history", 71), ("regions", 283), ("topics", 45),
  ])
  func hasRows(table: String, rows: Int) throws {
    #expect(try Self.table(table).rowCount == rows)
  }
}
