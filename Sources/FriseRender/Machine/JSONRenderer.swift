import FriseBase
import FriseModel

/// JSON: an array of objects, or an object a line. A result is one line, so that several results
/// are one value a line.
enum JSONRenderer {
  /// Writes `[{…},{…}]`, or the envelope around it.
  static func writeArray(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) {
    let columns = MachineColumn.columns(of: result, options.tongue)
    if options.isEnvelope {
      sink.write("{\"columns\":[")
      for (index, column) in columns.enumerated() {
        sink.write(index == 0 ? "{\"name\":" : ",{\"name\":")
        sink.write(JSONText.quoted(column.name))
        sink.write(",\"type\":\"\(column.type)\"}")
      }
      sink.write("],\"rows\":")
    }
    sink.write(0x5B)
    writeRows(columns, result.table.rowCount, end: [0x7D], between: [0x2C], options, to: &sink)
    sink.write(0x5D)
    if options.isEnvelope { closeEnvelope(result.footnotes, options, to: &sink) }
    sink.write(0x0A)
  }

  /// Writes an object a line.
  static func writeLines(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) {
    if options.isEnvelope { return writeArray(result, options, to: &sink) }
    let columns = MachineColumn.columns(of: result, options.tongue)
    writeRows(columns, result.table.rowCount, end: [0x7D, 0x0A], between: [], options, to: &sink)
  }

  /// Ends an envelope with its footnotes.
  static func closeEnvelope(
    _ footnotes: [Footnote], _ options: RenderOptions, to sink: inout ByteSink
  ) {
    sink.write(",\"footnotes\":[")
    for (index, footnote) in footnotes.enumerated() {
      if index > 0 { sink.write(0x2C) }
      sink.write(JSONText.quoted(footnote.text[options.tongue]))
    }
    sink.write("]}")
  }

  /// Writes an object a row, with `end` after each and `between` two.
  private static func writeRows(
    _ columns: [MachineColumn], _ rowCount: Int, end: [UInt8], between: [UInt8],
    _ options: RenderOptions, to sink: inout ByteSink
  ) {
    let encoder = MachineEncoder(
      dialect: .json, tongue: options.tongue, isOnlyColumn: columns.count == 1)
    let leads = columns.enumerated().map { index, column in
      [index == 0 ? 0x7B : 0x2C] + JSONText.quoted(column.name) + [0x3A]
    }
    // A row without columns is an empty object.
    let end = columns.isEmpty ? [0x7B] + end : end
    MachineRows.write(
      columns, rowCount: rowCount, encoder, leads: leads, end: end, between: between, to: &sink)
  }
}
