import FriseBase
import FriseModel

/// A table of GitHub's Markdown, footnotes as a list under it.
enum MarkdownRenderer {
  /// Writes the main columns.
  static func write(_ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink) {
    let shown = ShownColumns.human(result, options)
    let rowCount = ShownColumns.rowCount(result, options)
    let cells = HumanCellOptions(.markdown, options)
    let columns = HumanColumn.columns(of: result.table, shown, rowCount: rowCount, cells)
    if !columns.isEmpty {
      for column in columns { sink.write("| " + column.name + " ") }
      sink.write("|\n")
      for column in columns { sink.write(column.isRightAligned ? "| ---: " : "| --- ") }
      sink.write("|\n")
    }
    for row in 0..<rowCount where sink.isOpen && !columns.isEmpty {
      for column in columns {
        sink.write("| ")
        sink.write(column.text(row))
        sink.write(0x20)
      }
      sink.write("|\n")
    }
    if rowCount < result.table.rowCount || columns.isEmpty {
      if !columns.isEmpty { sink.write(0x0A) }
      sink.write(CountLine.text(result, columnsShown: shown.count, options) + "\n")
    }
    if !result.footnotes.isEmpty { sink.write(0x0A) }
    for footnote in result.footnotes {
      sink.write("- " + cells.show(footnote.text[options.tongue]) + "\n")
    }
  }

  /// The width of a drawing where none is given.
  private static let viewWidth = 100

  /// Writes the view of a result as it is drawn in a terminal, in a fenced block; false, and
  /// nothing written, when it is no drawing.
  static func writeView(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    switch result.view {
    case .tree, .timeline, .bars: break
    case .automatic, .table, .record: return false
    }
    var drawn: [UInt8] = []
    var drawing = options
    drawing.isColoured = false
    drawing.width = options.width ?? MarkdownRenderer.viewWidth
    var inner = ByteSink { bytes in
      drawn += bytes
      return true
    }
    Renderer.write(result, as: .table, drawing, to: &inner)
    inner.flush()
    // A fence longer than any run of its sign within (CommonMark, 4.5).
    var longest = 0
    var run = 0
    for byte in drawn {
      run = byte == 0x60 ? run + 1 : 0
      longest = max(longest, run)
    }
    let fence = String(repeating: "`", count: max(3, longest + 1))
    sink.write(fence + "text\n")
    sink.write(drawn)
    sink.write(fence + "\n")
    return true
  }
}
