import FriseBase
import FriseModel
import Testing

@testable import FriseStore

/// What stands at the seams of batches and windows is read as elsewhere.
@Suite struct CellCutterTests {
  private func texts(_ text: String, column: Int) throws(DataFailure) -> [String?] {
    let table = try FileLoader().load(
      Array(text.utf8), file: "x.csv", id: TableID("x"), name: Localized(same: "x"), LoadOptions()
    ).tables[0]
    guard case .text(let column) = table.columns[column] else { return [] }
    return (0..<table.rowCount).map { column.text(at: $0) }
  }

  /// A doubled quote in a row that reaches from one batch into the next.
  @Test(arguments: [65_400, 65_470, 65_530, 65_560, 70_000, 140_000])
  func doubledQuotesBeforeASeam(length: Int) throws {
    let long = String(repeating: "y", count: length)
    let found = try texts("a,b\nx,plain\nz,\"p\"\"q\(long)\"\nw,plain\n", column: 1)
    #expect(found == ["plain", "p\"q" + long, "plain"])
  }

  /// The same where rows are short, and only one of many cells has quotes.
  @Test(arguments: 0..<12)
  func aDoubledQuoteAtASeam(shift: Int) throws {
    let row = "x,1234567890\n"
    let before = String(repeating: row, count: (65_530 - 8 * shift) / row.utf8.count)
    let after = String(repeating: row, count: 6_000)
    let found = try texts("a,b\n\(before)x,\"The \"\"Swan\"\"\"\n\(after)", column: 1)
    #expect(found.filter { $0?.contains("Swan") == true } == ["The \"Swan\""])
  }
}
