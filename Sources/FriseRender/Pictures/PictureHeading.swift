import FriseBase
import FriseModel

/// What stands over a picture and under it.
struct PictureHeading {
  /// What the picture is of: the name of the table, else of the view.
  let title: String
  /// How many rows there are, and what time they span.
  let caption: String
  /// What was left out, and the footnotes of the result.
  let notes: [String]

  init(title: String, caption: String, notes: [String]) {
    self.title = title
    self.caption = caption
    self.notes = notes
  }

  /// `view`: What the picture is called when the table has no name.
  init(
    _ result: ResultTable, view: Localized, span: String? = nil, remarks: [Footnote] = [],
    _ options: RenderOptions
  ) {
    let tongue = options.tongue
    let name = result.table.schema.name[tongue]
    let shown = name.isEmpty ? view[tongue] : name
    title = shown.prefix(1).uppercased() + shown.dropFirst()
    let listed = ShownColumns.listed(result.table).count
    let count = CountLine.text(result, columnsShown: listed, options)
    caption = [count, span].compactMap { $0 }.joined(separator: " · ")
    notes = (remarks + result.footnotes).map { $0.text[tongue] }
  }

  /// Draws title and caption where the picture stands alone, and gives the line under them.
  func draw(_ place: PicturePlace, x: Double, _ canvas: inout SVGCanvas) -> Double {
    guard place.isStandalone else { return 24 }
    canvas.text(title, x: x, y: 44, size: 27, isBold: true)
    guard !caption.isEmpty else { return 66 }
    canvas.text(caption, x: x, y: 70, size: 15, .muted)
    return 92
  }

  /// Draws the notes where the picture stands alone, and gives the line under them.
  func drawNotes(
    _ place: PicturePlace, x: Double, width: Double, _ y: Double, _ canvas: inout SVGCanvas
  ) -> Double {
    guard place.isStandalone, !notes.isEmpty else { return y }
    var y = y + 8
    for note in notes {
      for line in SVGText.lines(note, size: 13, width: width - 2 * x, linesMax: 6) {
        y += 19
        canvas.text(line, x: x, y: y, size: 13, .muted)
      }
    }
    return y
  }
}
