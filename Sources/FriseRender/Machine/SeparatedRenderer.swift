import FriseBase
import FriseModel

/// Comma- and tab-separated values: a line of names, then a line a row.
///
/// Lines end with LF, as Unix tools and other query shells do, rather than the CRLF of RFC 4180;
/// quoting follows the RFC.
enum SeparatedRenderer {
  /// Writes every listed column, the names in the tongue.
  static func write(
    _ result: ResultTable, separator: UInt8, _ dialect: Dialect, _ options: RenderOptions,
    to sink: inout ByteSink
  ) {
    let columns = MachineColumn.columns(of: result, options.tongue)
    guard !columns.isEmpty else { return }
    var header: [UInt8] = []
    for (index, column) in columns.enumerated() {
      if index > 0 { header.append(separator) }
      dialect.append(text: Array(column.name.utf8)[...], to: &header)
    }
    header.append(0x0A)
    sink.write(header)
    let encoder = MachineEncoder(
      dialect: dialect, tongue: options.tongue, isOnlyColumn: columns.count == 1)
    MachineRows.write(
      columns, rowCount: result.table.rowCount, encoder,
      leads: columns.indices.map { $0 == 0 ? [] : [separator] }, end: [0x0A], between: [],
      to: &sink)
  }
}
