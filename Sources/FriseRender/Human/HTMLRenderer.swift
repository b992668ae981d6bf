import FriseBase
import FriseModel

/// A `<table>` with a caption, column headings with their scope and the tongue; everything from the
/// data escaped. Footnotes are the table's foot.
enum HTMLRenderer {
  /// Writes the main columns, as a whole page when the options ask for a document.
  static func write(_ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink) {
    if options.isDocument {
      let shown = ShownColumns.human(result, options).count
      let cells = HumanCellOptions(.html, options)
      writePageStart(
        title: caption(result, columnsShown: shown, cells, options), options, to: &sink)
    }
    writeTable(result, options, to: &sink)
    if options.isDocument { sink.write("</body>\n</html>\n") }
  }

  /// Writes the table alone.
  /// `rowPrefix`: What the ids of its rows begin with; without it they have none.
  static func writeTable(
    _ result: ResultTable, _ options: RenderOptions, rowPrefix: String? = nil,
    to sink: inout ByteSink
  ) {
    let shown = ShownColumns.human(result, options)
    let rowCount = ShownColumns.rowCount(result, options)
    let cells = HumanCellOptions(.html, options)
    let columns = HumanColumn.columns(of: result.table, shown, rowCount: rowCount, cells)
    let caption = caption(result, columnsShown: shown.count, cells, options)
    sink.write("<table lang=\"\(options.tongue.tag)\">\n<caption>\(caption)</caption>\n")
    if !columns.isEmpty {
      sink.write("<thead>\n<tr>")
      for column in columns {
        sink.write(
          column.isRightAligned ? "<th scope=\"col\" class=\"number\">" : "<th scope=\"col\">")
        sink.write(column.name + "</th>")
      }
      sink.write("</tr>\n</thead>\n")
      writeFoot(result.footnotes, columnCount: columns.count, cells, to: &sink)
      writeRows(columns, rowCount, rowPrefix, to: &sink)
    }
    sink.write("</table>\n")
  }

  /// Writes the body.
  private static func writeRows(
    _ columns: [HumanColumn], _ rowCount: Int, _ rowPrefix: String?, to sink: inout ByteSink
  ) {
    sink.write("<tbody>\n")
    for row in 0..<rowCount where sink.isOpen {
      sink.write(rowPrefix.map { "<tr id=\"\($0)r\(row + 1)\">" } ?? "<tr>")
      for column in columns {
        sink.write(column.isRightAligned ? "<td class=\"number\">" : "<td>")
        sink.write(column.text(row))
        sink.write("</td>")
      }
      sink.write("</tr>\n")
    }
    sink.write("</tbody>\n")
  }

  /// Writes the footnotes, a row each.
  private static func writeFoot(
    _ footnotes: [Footnote], columnCount: Int, _ cells: HumanCellOptions, to sink: inout ByteSink
  ) {
    guard !footnotes.isEmpty else { return }
    sink.write("<tfoot>\n")
    for footnote in footnotes {
      let text = cells.show(footnote.text[cells.tongue])
      sink.write("<tr><td colspan=\"\(columnCount)\">\(text)</td></tr>\n")
    }
    sink.write("</tfoot>\n")
  }

  /// The table's name and how many rows there are, escaped.
  private static func caption(
    _ result: ResultTable, columnsShown: Int, _ cells: HumanCellOptions, _ options: RenderOptions
  ) -> String {
    let name = cells.show(result.table.schema.name[options.tongue])
    let count = cells.show(CountLine.text(result, columnsShown: columnsShown, options))
    return name.isEmpty ? count : "\(name), \(count)"
  }

  /// Writes the head of a self-contained page.
  private static func writePageStart(
    title: String, _ options: RenderOptions, to sink: inout ByteSink
  ) {
    sink.write(
      """
      <!DOCTYPE html>
      <html lang="\(options.tongue.tag)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <title>\(title)</title>
      <style>
      body { font-family: serif; margin: 2em; }
      table { border-collapse: collapse; }
      caption { text-align: left; padding-bottom: 0.5em; }
      th, td { text-align: left; vertical-align: top; padding: 0.2em 0.8em; }
      thead { border-bottom: 1px solid; }
      tfoot { border-top: 1px solid; font-size: smaller; }
      .number { text-align: right; font-variant-numeric: tabular-nums; }
      </style>
      </head>
      <body>

      """)
  }
}
