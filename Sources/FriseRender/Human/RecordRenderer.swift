import FriseBase
import FriseModel

/// A field a line: for rows too wide for a table.
enum RecordRenderer {
  /// Writes every listed column.
  static func write(_ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink) {
    write(
      result, ShownColumns.listed(result.table),
      rowCount: ShownColumns.rowCount(result, options), options, to: &sink)
  }

  /// Writes the columns at `shown`: names in a column of their own, values wrapped beside them, a
  /// numbered rule before each of several rows.
  static func write(
    _ result: ResultTable, _ shown: [Int], rowCount: Int, _ options: RenderOptions,
    to sink: inout ByteSink
  ) {
    let columns = HumanColumn.columns(
      of: result.table, shown, rowCount: rowCount, HumanCellOptions(.terminal, options))
    let frame = Frame.of(options)
    let ink = Ink(options)
    let natural = columns.reduce(0) { max($0, $1.nameWidth) }
    let nameWidth = min(natural, max(6, (options.width ?? Int.max) / 2))
    let names = columns.map { column in
      TextWrap.lines(column.name, width: nameWidth)
    }
    let valueWidth = options.width.map { max(4, $0 - nameWidth - 2) }
    for row in 0..<rowCount where sink.isOpen {
      if rowCount > 1 { writeRule(row + 1, frame, ink, options, to: &sink) }
      for (index, column) in columns.enumerated() {
        let value = String(decoding: column.text(row), as: UTF8.self)
        let values = TextWrap.lines(value, width: valueWidth)
        let style = column.isNone(row) ? ink.faint : []
        for line in 0..<max(names[index].count, values.count) {
          let name = line < names[index].count ? names[index][line] : ""
          let hasValue = line < values.count && !values[line].isEmpty
          sink.write(ink.header)
          sink.write(name)
          sink.write(ink.off)
          if hasValue {
            sink.write(0x20, count: nameWidth - CellText.width(name) + 2)
            sink.write(style)
            sink.write(values[line])
            if !style.isEmpty { sink.write(ink.off) }
          }
          sink.write(0x0A)
        }
      }
    }
    Footnotes.writeEnd(of: result, columnsShown: columns.count, options, to: &sink)
  }

  /// Writes `── 3 ──────`.
  private static func writeRule(
    _ number: Int, _ frame: Frame, _ ink: Ink, _ options: RenderOptions, to sink: inout ByteSink
  ) {
    let text = " " + ValueText.count(number, options.tongue) + " "
    sink.write(ink.faint)
    for _ in 0..<2 { sink.write(frame.horizontal) }
    sink.write(options.isASCII ? CellStyle.plainSpaces(text) : text)
    let length = min(options.width ?? 40, 40)
    for _ in 0..<max(2, length - 2 - CellText.width(text)) { sink.write(frame.horizontal) }
    sink.write(ink.off)
    sink.write(0x0A)
  }
}
