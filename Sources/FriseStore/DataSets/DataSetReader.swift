import FriseBase
package import FriseModel
import Synchronization

extension DataSet {
  /// The data set that a manifest describes; a table's rows are read when it is first asked for.
  /// - Parameters:
  ///   - manifest: The tables.
  ///   - isValidated: True when every file is known to be UTF-8 without NUL.
  ///   - read: The bytes of a file that the manifest names.
  package convenience init(
    manifest: Manifest, isValidated: Bool = false,
    read: @escaping @Sendable (String) throws(DataFailure) -> [UInt8]
  ) {
    let reader = DataSetReader(tables: manifest.tables, isValidated: isValidated, read: read)
    self.init(
      schemas: manifest.tables.map(\.schema),
      readColumns: { (index, columns) throws(DataFailure) in
        try reader.table(index, columns: columns)
      },
      read: { (_, index) throws(DataFailure) in try reader.table(index) })
  }
}

/// Reads the tables of a manifest. Registries are read apart from tables, so that tables may link
/// to each other both ways.
private final class DataSetReader: Sendable {
  let tables: [TableLayout]
  let isValidated: Bool
  let read: @Sendable (String) throws(DataFailure) -> [UInt8]
  /// The targets read so far, one place for each table.
  private let targets: Mutex<[LinkTarget?]>

  init(
    tables: [TableLayout], isValidated: Bool,
    read: @escaping @Sendable (String) throws(DataFailure) -> [UInt8]
  ) {
    self.tables = tables
    self.isValidated = isValidated
    self.read = read
    targets = Mutex(Array(repeating: nil, count: tables.count))
  }

  /// Reads the table at `index`, or those of its columns that are `wanted`.
  func table(_ index: Int, columns wanted: Set<Int>? = nil) throws(DataFailure) -> Table {
    let layout = tables[index]
    let rows = try rows(layout)
    let isNamed = layout.idColumn != nil && wanted?.contains(layout.columns.count) != false
    let own = isNamed ? try target(index, rows) : nil
    var columns: [Column] = []
    columns.reserveCapacity(layout.columns.count)
    for (index, schema) in layout.schema.columns.enumerated() {
      guard wanted?.contains(index) != false else {
        columns.append(.none(count: rows.rowCount))
        continue
      }
      columns.append(try column(try ColumnReader(rows, layout, index), schema.type))
    }
    return Table(
      schema: layout.schema, columns: columns, rowCount: rows.rowCount, registry: own?.registry)
  }

  private func column(_ reader: ColumnReader, _ type: ValueType) throws(DataFailure) -> Column {
    switch type {
    case .number: try reader.numbers()
    case .figure: try reader.figures()
    case .bilingual: reader.bilingual()
    case .date: try reader.dates()
    case .truth: try reader.truths()
    case .link(let table): try reader.links(to: try target(table))
    case .list(.link(let table)): try reader.linkLists(to: try target(table))
    case .list: reader.textLists()
    case .text, .duration, .none: reader.texts()
    }
  }

  private func rows(_ layout: TableLayout) throws(DataFailure) -> TabbedRows {
    try TabbedRows(try read(layout.file), file: layout.file, isValidated: isValidated)
  }

  private func target(_ table: TableID) throws(DataFailure) -> LinkTarget {
    guard let index = tables.firstIndex(where: { $0.schema.id == table }) else {
      throw .missingFile(table.name)
    }
    return try target(index, nil)
  }

  /// The ids and names of the table at `index`, read from `rows` when they are at hand.
  private func target(_ index: Int, _ known: TabbedRows?) throws(DataFailure) -> LinkTarget {
    if let target = targets.withLock({ $0[index] }) { return target }
    let rows: TabbedRows
    if let known { rows = known } else { rows = try self.rows(tables[index]) }
    let made = try LinkTarget(tables[index], rows)
    return targets.withLock { cache in
      let target = cache[index] ?? made
      cache[index] = target
      return target
    }
  }
}
