import FriseBase
import FriseModel

/// The lines under a result of a human format.
enum Footnotes {
  /// Writes the footnotes, each on its own lines behind a mark.
  static func write(
    _ footnotes: [Footnote], _ options: RenderOptions, to sink: inout ByteSink
  ) {
    let lead = Frame.of(options).footnoteLead
    let cells = HumanCellOptions(.terminal, options)
    for footnote in footnotes {
      let text = cells.show(footnote.text[options.tongue])
      let lines = TextWrap.lines(text, width: options.width.map { $0 - 2 })
      for (index, line) in lines.enumerated() {
        sink.write(index == 0 ? lead : "  ")
        sink.write(line)
        sink.write(0x0A)
      }
    }
  }

  /// Writes the line that counts the rows, then the footnotes.
  static func writeEnd(
    of result: ResultTable, columnsShown: Int, _ options: RenderOptions, to sink: inout ByteSink
  ) {
    let count = CountLine.text(result, columnsShown: columnsShown, options)
    sink.write(options.isASCII ? CellStyle.plainSpaces(count) : count)
    sink.write(0x0A)
    write(result.footnotes, options, to: &sink)
  }
}
