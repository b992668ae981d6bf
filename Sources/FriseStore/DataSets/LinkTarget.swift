import FriseBase
import FriseModel

/// A table that others link to: its registry, and its ids by their bytes.
struct LinkTarget: Sendable {
  let registry: Registry
  let name: Localized
  /// Codes are rows, because no id repeats.
  private let rowsByID: StringPoolBuilder

  /// Reads the ids, names and tree of a table.
  /// - Throws: `DataFailure` when an id is missing or repeats, when a parent is unknown, or when
  ///   units stand above one another in a circle.
  init(_ layout: TableLayout, _ rows: TabbedRows) throws(DataFailure) {
    name = layout.schema.name
    rowsByID = try LinkTarget.ids(layout, rows)
    let label = layout.labelColumn ?? layout.idColumn ?? 0
    let names = try ColumnReader(rows, layout, label)
    let isBilingual = layout.schema.columns[label].type == .bilingual
    let aliases = try layout.aliasColumn.map { (index) throws(DataFailure) in
      try ColumnReader(rows, layout, index)
    }
    registry = Registry(
      table: layout.schema.id,
      ids: TextColumn(codes: Array(0..<Int32(rows.rowCount)), pool: rowsByID.build()),
      forest: try LinkTarget.forest(layout, rows, rowsByID)
    ) {
      let english = names.text(source: 0)
      return RegistryNames(
        english: english, french: isBilingual ? names.text(source: 1) : english,
        aliases: aliases.map(LinkTarget.aliases) ?? [])
    }
  }

  /// The row that a cell names: by its id, else by the one name or alias it is the fold of.
  func row(of cell: Range<Int>, in reader: ColumnReader, row: Int) throws(DataFailure) -> Int32 {
    if let found = rowsByID.code(of: reader.rows.bytes.span.extracting(cell)) { return found }
    let text = reader.rows.text(cell)
    let named = registry.rows(named: text)
    let line = reader.rows.lineNumbers[row]
    guard let first = named.first else {
      throw .unknownLink(
        reader.rows.file, line: line, column: reader.name, text: text, target: name)
    }
    guard named.count == 1 else {
      throw .ambiguousLink(
        reader.rows.file, line: line, column: reader.name, text: text,
        ids: named.map { registry.id($0) })
    }
    return first
  }

  private static func ids(
    _ layout: TableLayout, _ rows: TabbedRows
  ) throws(DataFailure) -> StringPoolBuilder {
    let column = try rows.column(layout.sources(layout.idColumn ?? 0)[0])
    var builder = StringPoolBuilder()
    for row in 0..<rows.rowCount {
      let cell = rows.cell(row, column)
      let code = builder.add(rows.bytes.span.extracting(cell))
      guard Int(code) == row, !cell.isEmpty else {
        throw .repeatedID(
          rows.file, line: rows.lineNumbers[row], id: rows.text(cell),
          firstLine: rows.lineNumbers[Int(code)])
      }
    }
    return builder
  }

  private static func aliases(_ reader: ColumnReader) -> [(row: Int32, name: String)] {
    var aliases: [(row: Int32, name: String)] = []
    for row in 0..<reader.rows.rowCount {
      for item in reader.items(row) { aliases.append((Int32(row), reader.rows.text(item))) }
    }
    return aliases
  }

  private static func forest(
    _ layout: TableLayout, _ rows: TabbedRows, _ ids: StringPoolBuilder
  ) throws(DataFailure) -> Forest? {
    guard let index = layout.parentColumn else { return nil }
    let name = layout.schema.columns[index].name.english
    let column = try rows.column(layout.sources(index)[0])
    var parents: [Int32] = []
    parents.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let cell = rows.cell(row, column)
      if cell.isEmpty {
        parents.append(-1)
      } else if let parent = ids.code(of: rows.bytes.span.extracting(cell)) {
        parents.append(parent)
      } else {
        throw .unknownLink(
          rows.file, line: rows.lineNumbers[row], column: name, text: rows.text(cell),
          target: layout.schema.name)
      }
    }
    do {
      return try Forest.build(parents: parents)
    } catch {
      let idColumn = try rows.column(layout.sources(layout.idColumn ?? 0)[0])
      throw .cycle(
        rows.file, line: rows.lineNumbers[Int(error.rows.first ?? 0)],
        ids: error.rows.map { rows.text(rows.cell(Int($0), idColumn)) })
    }
  }
}
