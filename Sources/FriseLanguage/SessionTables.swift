import FriseModel

/// The tables a query may name: those that were loaded, the newest first, then the data set's.
struct SessionTables: Sendable {
  let dataSet: DataSet
  let loaded: [Table]

  init(_ dataSet: DataSet, loaded: [Table]) {
    self.dataSet = dataSet
    self.loaded = loaded
  }

  var schemas: [TableSchema] {
    loaded.isEmpty ? dataSet.schemas : loaded.reversed().map(\.schema) + dataSet.schemas
  }

  /// The table of that id; ids are unique, names may hide others. With `columns`, others may come
  /// as none. Throws `DataFailure` when its file is malformed.
  func table(_ id: TableID, columns: Set<Int>? = nil) throws(DataFailure) -> Table? {
    if let table = loaded.first(where: { $0.schema.id == id }) { return table.filled(columns) }
    return try dataSet.table(id, columns: columns)
  }
}
