import FriseBase
import FriseModel

/// A table drawn with boxes, fitted to a width.
enum TableRenderer {
  /// Writes the main columns; a table of which a row cannot fit is written as records.
  static func write(_ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink) {
    let shown = ShownColumns.human(result, options)
    let rowCount = ShownColumns.rowCount(result, options)
    let columns = HumanColumn.columns(
      of: result.table, shown, rowCount: rowCount,
      HumanCellOptions(.terminal, options, alignsDecimals: true))
    guard let widths = ColumnWidths.fit(columns, width: options.width) else {
      return RecordRenderer.write(result, shown, rowCount: rowCount, options, to: &sink)
    }
    if !columns.isEmpty {
      let drawing = TableDrawing(columns: columns, widths: widths, options)
      drawing.writeRule(drawing.frame.top, to: &sink)
      drawing.writeHeader(to: &sink)
      drawing.writeRule(drawing.frame.middle, to: &sink)
      for row in 0..<rowCount where sink.isOpen { drawing.writeRow(row, to: &sink) }
      drawing.writeRule(drawing.frame.bottom, to: &sink)
    }
    Footnotes.writeEnd(of: result, columnsShown: shown.count, options, to: &sink)
  }
}

/// A table whose widths are settled.
private struct TableDrawing {
  let columns: [HumanColumn]
  let widths: [Int]
  let frame: Frame
  let ink: Ink
  /// The stroke left of the row, between two cells and right of the row, with its spaces.
  let left: [UInt8]
  let inner: [UInt8]
  let right: [UInt8]

  init(columns: [HumanColumn], widths: [Int], _ options: RenderOptions) {
    self.columns = columns
    self.widths = widths
    frame = Frame.of(options)
    ink = Ink(options)
    let stroke = ink.faint + frame.vertical + ink.off
    left = stroke + [0x20]
    inner = [0x20] + stroke + [0x20]
    right = [0x20] + stroke + [0x0A]
  }

  /// A horizontal line with its joints.
  func writeRule(_ joints: [[UInt8]], to sink: inout ByteSink) {
    sink.write(ink.faint)
    sink.write(joints[0])
    for (index, width) in widths.enumerated() {
      if index > 0 { sink.write(joints[1]) }
      for _ in 0..<(width + 2) { sink.write(frame.horizontal) }
    }
    sink.write(joints[2])
    sink.write(ink.off)
    sink.write(0x0A)
  }

  /// Writes the names of the columns, cut to their widths.
  func writeHeader(to sink: inout ByteSink) {
    for (index, column) in columns.enumerated() {
      sink.write(index == 0 ? left : inner)
      let name = Array(column.name.utf8)[...]
      write(name, width: column.nameWidth, column: index, ink.header, to: &sink)
    }
    sink.write(right)
  }

  /// Writes the cells of a row.
  func writeRow(_ row: Int, to sink: inout ByteSink) {
    for index in columns.indices {
      sink.write(index == 0 ? left : inner)
      let style = columns[index].isNone(row) ? ink.faint : []
      write(
        columns[index].text(row), width: columns[index].width(row), column: index, style, to: &sink)
    }
    sink.write(right)
  }

  /// Writes a text padded to the width of its column, or cut to it.
  private func write(
    _ text: ArraySlice<UInt8>, width: Int, column: Int, _ style: [UInt8], to sink: inout ByteSink
  ) {
    let room = widths[column]
    let isRightAligned = columns[column].isRightAligned
    if width > room {
      writeCut(text, room: room, isRightAligned: isRightAligned, style, to: &sink)
      return
    }
    if isRightAligned { sink.write(0x20, count: room - width) }
    if style.isEmpty {
      sink.write(text)
    } else {
      sink.write(style)
      sink.write(text)
      sink.write(ink.off)
    }
    if !isRightAligned { sink.write(0x20, count: room - width) }
  }

  /// Writes what fits of a text, without spaces at its end, and the mark of the cut.
  private func writeCut(
    _ text: ArraySlice<UInt8>, room: Int, isRightAligned: Bool, _ style: [UInt8],
    to sink: inout ByteSink
  ) {
    let cut = String(frame.cut.prefix(room))
    var kept = CellText.prefix(
      String(decoding: text, as: UTF8.self), width: room - cut.unicodeScalars.count)
    while kept.text.last == " " {
      kept.text.removeLast()
      kept.width -= 1
    }
    let padding = room - cut.unicodeScalars.count - kept.width
    if isRightAligned { sink.write(0x20, count: padding) }
    sink.write(style)
    sink.write(kept.text)
    sink.write(cut)
    if !style.isEmpty { sink.write(ink.off) }
    if !isRightAligned { sink.write(0x20, count: padding) }
  }
}
