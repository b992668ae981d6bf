import FriseModel

/// Walks a result by blocks of rows: each column is encoded for a block, then rows are put
/// together.
enum MachineRows {
  /// Rows encoded at a time.
  static let blockRows = 1024

  /// Writes every row: `leads[i]` before the cell of column i, `end` after the last, and `between`
  /// before each row but the first.
  static func write(
    _ columns: [MachineColumn], rowCount: Int, _ encoder: MachineEncoder, leads: [[UInt8]],
    end: [UInt8], between: [UInt8], to sink: inout ByteSink
  ) {
    var buffers = columns.map { _ in CellBuffer() }
    var first = 0
    while first < rowCount, sink.isOpen {
      let rows = first..<min(rowCount, first + blockRows)
      for index in columns.indices {
        buffers[index].clear()
        encoder.encode(columns[index].source, rows, into: &buffers[index])
      }
      for row in 0..<rows.count {
        if first + row > 0 { sink.write(between) }
        for index in buffers.indices {
          sink.write(leads[index])
          sink.write(buffers[index].cell(row))
        }
        sink.write(end)
      }
      first = rows.upperBound
    }
  }
}
