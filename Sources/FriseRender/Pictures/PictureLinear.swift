import FriseBase
import FriseModel

/// Timelines and bars for screen readers: the count first, then a line a row, no drawing.
enum PictureLinear {
  /// Writes the rows in the order of time, each with what is known of its start and end; false, and
  /// nothing written, when the result has no dates.
  static func writeTimeline(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let content = TimelineContent(result, options, itemsMax: Int.max) else { return false }
    let writer = LineWriter(options)
    writer.writeCount(result, to: &sink)
    if let scale = content.picture.scale {
      writer.write(
        TimelineWords.axis(scale)[options.tongue], to: &sink)
    }
    if !content.picture.items.isEmpty { sink.write(0x0A) }
    for item in content.picture.items where sink.isOpen {
      let words = DateDescription.text(item.date, options.tongue)
      writer.write(
        item.label.isEmpty ? words : words + writer.colon + item.label, to: &sink)
    }
    writer.write(
      content.remarks + result.footnotes, isFirst: content.picture.items.isEmpty, to: &sink)
    return true
  }

  /// Writes the rows with their numbers; false, and nothing written, when the column holds none.
  static func writeBars(
    _ result: ResultTable, column: Int, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let content = BarsContent(result, column: column, options) else { return false }
    let writer = LineWriter(options)
    writer.writeCount(result, to: &sink)
    if content.rowCount > 0 {
      writer.write(content.name, to: &sink)
      sink.write(0x0A)
    }
    let none = HumanCellOptions.notStated[options.tongue]
    for row in 0..<content.rowCount where sink.isOpen {
      let bar = content.bar(row)
      writer.write(bar.label + writer.colon + (bar.text ?? none), to: &sink)
    }
    writer.write(result.footnotes, isFirst: content.rowCount == 0, to: &sink)
    return true
  }
}

/// Writes lines of the linear form.
private struct LineWriter {
  private let options: RenderOptions
  private let cells: HumanCellOptions
  let colon: String

  init(_ options: RenderOptions) {
    self.options = options
    cells = HumanCellOptions(.terminal, options)
    colon = RowLabels.colon[options.tongue]
  }

  /// A line, safe to show.
  func write(_ text: String, to sink: inout ByteSink) {
    sink.write(cells.show(text))
    sink.write(0x0A)
  }

  func writeCount(_ result: ResultTable, to sink: inout ByteSink) {
    let listed = ShownColumns.listed(result.table).count
    write(CountLine.text(result, columnsShown: listed, options), to: &sink)
  }

  /// `isFirst`: No lines of rows stand before the footnotes.
  func write(_ footnotes: [Footnote], isFirst: Bool, to sink: inout ByteSink) {
    if !footnotes.isEmpty, !isFirst { sink.write(0x0A) }
    for footnote in footnotes {
      write("note" + colon + footnote.text[options.tongue], to: &sink)
    }
  }
}

extension TimelineWords {
  /// The first and the last day of an axis, as finely as they need.
  static func axis(_ scale: TimeScale) -> Localized {
    let (first, last) = ends(scale)
    return Localized(en: "axis from \(first) to \(last)", fr: "axe de \(first) à \(last)")
  }

  /// The first and the last year of a scale of whole years, else its first and last day.
  static func ends(_ scale: TimeScale) -> (first: String, last: String) {
    let (from, to) = (CalendarDay(number: scale.first), CalendarDay(number: scale.last))
    let isWhole = (from.month, from.day) == (1, 1) && (to.month, to.day) == (12, 31)
    return isWhole
      ? (CalendarDay.text(ofYear: from.year), CalendarDay.text(ofYear: to.year))
      : (from.text, to.text)
  }
}
