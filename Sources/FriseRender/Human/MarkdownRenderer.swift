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
}
