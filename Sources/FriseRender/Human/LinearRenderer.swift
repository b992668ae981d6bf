import FriseBase
import FriseModel

/// Plain lines for screen readers: the count first, then «label: value», no drawing, no padding.
enum LinearRenderer {
  /// Writes the main columns.
  static func write(_ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink) {
    let shown = ShownColumns.human(result, options)
    let rowCount = ShownColumns.rowCount(result, options)
    let columns = HumanColumn.columns(
      of: result.table, shown, rowCount: rowCount,
      HumanCellOptions(.terminal, options, none: HumanCellOptions.notStated))
    let colon = colon(options)
    sink.write(line(CountLine.text(result, columnsShown: shown.count, options), options))
    let row = Localized(en: "row ", fr: "ligne ")[options.tongue]
    for index in 0..<rowCount where sink.isOpen {
      sink.write(0x0A)
      sink.write(line(row + ValueText.count(index + 1, options.tongue), options))
      for column in columns {
        sink.write(column.name)
        sink.write(colon)
        sink.write(column.text(index))
        sink.write(0x0A)
      }
    }
    if !result.footnotes.isEmpty, rowCount > 0 { sink.write(0x0A) }
    let cells = HumanCellOptions(.terminal, options)
    for footnote in result.footnotes {
      sink.write("note" + colon + cells.show(footnote.text[options.tongue]) + "\n")
    }
  }

  /// What stands between a label and its value.
  private static func colon(_ options: RenderOptions) -> String {
    let colon = Localized(en: ": ", fr: "\u{202F}: ")[options.tongue]
    return options.isASCII ? CellStyle.plainSpaces(colon) : colon
  }

  /// A line of the program itself, in plain spaces for ASCII.
  private static func line(_ text: String, _ options: RenderOptions) -> String {
    (options.isASCII ? CellStyle.plainSpaces(text) : text) + "\n"
  }
}
