import FriseBase
import FriseModel
import FriseStore
import Testing

/// A table made of the bytes of a file, with what a person is told.
struct LoadedCells {
  let cells: TableCells
  let report: [Localized]

  /// Loads a text as a file of that name.
  init(
    _ text: String, file: String = "x.csv", _ settle: (inout LoadOptions) -> Void = { _ in }
  ) throws(DataFailure) {
    try self.init(bytes: Array(text.utf8), file: file, settle)
  }

  /// Loads some bytes as a file of that name.
  init(
    bytes: [UInt8], file: String = "x.csv", _ settle: (inout LoadOptions) -> Void = { _ in }
  ) throws(DataFailure) {
    var options = LoadOptions()
    settle(&options)
    let loaded = try FileLoader().load(
      bytes, file: file, id: TableID("x"), name: Localized(same: "x"), options)
    cells = TableCells(loaded.tables[0])
    report = loaded.report
  }

  var schema: TableSchema { cells.table.schema }

  /// The English names of the columns.
  var names: [String] { schema.columns.map(\.name.english) }

  /// The type of a column by its name.
  func type(_ name: String) -> ValueType? {
    schema.columns.first { $0.name.english == name }?.type
  }

  /// The cells of a column as texts.
  func texts(_ name: String) throws -> [String] { try cells.texts(name) }

  /// The name of the column that makes the table a timeline.
  var date: String? { schema.dateColumn.map { schema.columns[$0].name.english } }

  /// Whether some line of the report holds a text.
  func tells(_ text: String) -> Bool { report.contains { $0.english.contains(text) } }
}

/// The failure that loading a text gives, or nil.
func failure(
  _ text: String, file: String = "x.csv", _ settle: (inout LoadOptions) -> Void = { _ in }
) -> DataFailure? {
  failure(bytes: Array(text.utf8), file: file, settle)
}

/// The failure that loading some bytes gives, or nil.
func failure(
  bytes: [UInt8], file: String = "x.csv", _ settle: (inout LoadOptions) -> Void = { _ in }
) -> DataFailure? {
  do throws(DataFailure) {
    _ = try LoadedCells(bytes: bytes, file: file, settle)
    return nil
  } catch {
    return error
  }
}
