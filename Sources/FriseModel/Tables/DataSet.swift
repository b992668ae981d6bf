package import FriseBase
import Synchronization

/// Timelines, structures and plain tables with their links. Schemas are known at once; rows are
/// read when a table is first asked for.
package final class DataSet: Sendable {
  package let schemas: [TableSchema]
  private let read: @Sendable (DataSet, Int) throws(DataFailure) -> Table
  private let readColumns: (@Sendable (Int, Set<Int>) throws(DataFailure) -> Table)?
  /// The tables read so far, one place for each schema.
  private let cache: Mutex<[Table?]>

  /// - Parameters:
  ///   - schemas: Every table of the set.
  ///   - readColumns: Reads some columns of the table at an index; the others come as none. A data
  ///     set without it reads whole tables.
  ///   - read: Reads the rows of the table at an index of `schemas`; asked at most once for each.
  package init(
    schemas: [TableSchema],
    readColumns: (@Sendable (Int, Set<Int>) throws(DataFailure) -> Table)? = nil,
    read: @escaping @Sendable (DataSet, Int) throws(DataFailure) -> Table
  ) {
    self.schemas = schemas
    self.read = read
    self.readColumns = readColumns
    self.cache = Mutex(Array(repeating: nil, count: schemas.count))
  }

  /// The table of that id, read at first use; with `columns`, it may hold none in place of others.
  /// One past the last column stands for the rows' own names. Throws `DataFailure` when its file is
  /// malformed.
  package func table(
    _ id: TableID, columns: Set<Int>? = nil
  ) throws(DataFailure) -> Table? {
    guard let index = schemas.firstIndex(where: { $0.id == id }) else { return nil }
    if let known = cache.withLock({ $0[index] }) { return known }
    if let columns, let readColumns { return try readColumns(index, columns) }
    let table = try read(self, index).indexingLinks
    cache.withLock { $0[index] = table }
    return table
  }
}

/// A data file that could not be read: which file, which line or row, why, what to do.
package struct DataFailure: Error, Sendable {
  /// E4xx.
  package let code: String
  package let file: String
  /// Line number from 1, when known.
  package let lineNumber: Int?
  package let message: Localized

  package init(code: String, file: String, lineNumber: Int? = nil, message: Localized) {
    self.code = code
    self.file = file
    self.lineNumber = lineNumber
    self.message = message
  }
}
