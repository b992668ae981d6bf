import FriseBase
package import FriseModel

/// The views `timeline`, `bars` and `tree` as pictures: SVG files, and pages of HTML that hold the
/// picture and the rows as a table. All is in the file: no script, nothing is fetched.
package enum PictureRenderer {
  /// Writes the view of a result as an SVG file; false, and nothing written, when the result asks
  /// for no view that is a picture.
  package static func writeSVG(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let drawing = drawing(result, options) else { return false }
    sink.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
    sink.write(drawing.svg(.file))
    return true
  }

  /// Whether the view of a result is a picture.
  package static func draws(_ result: ResultTable) -> Bool {
    switch result.view {
    case .timeline:
      result.table.schema.dateColumn.map { result.table.columns.indices.contains($0) } ?? false
    case .bars: true
    case .tree: result.rowLink != nil
    case .automatic, .table, .record: false
    }
  }

  /// Writes the view of a result as HTML: picture, notes, and the rows as a table that its items
  /// link to. A whole page when the options ask for a document, else a part of one. False, and
  /// nothing written, when the result asks for no view that is a picture.
  static func writeHTML(
    _ result: ResultTable, _ options: RenderOptions, to sink: inout ByteSink
  ) -> Bool {
    guard let drawing = drawing(result, options) else { return false }
    let heading = drawing.heading
    let title = SVGText.escape(heading.title)
    let prefix = PictureRenderer.prefix(heading, options.pictureNumber)
    if options.isDocument {
      sink.write("<!DOCTYPE html>\n<html lang=\"\(options.tongue.tag)\">\n<head>\n")
      sink.write("<meta charset=\"utf-8\">\n")
      sink.write("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
      sink.write("<title>\(title)</title>\n<style>\n\(PictureStyle.page)\n</style>\n")
      sink.write("</head>\n<body>\n<main>\n")
    }
    sink.write("<style>\n\(PictureStyle.picture)\n</style>\n")
    sink.write("<h1>\(title)</h1>\n")
    sink.write("<p class=\"fr-caption\">\(SVGText.escape(heading.caption))</p>\n")
    sink.write("<figure>\n")
    sink.write(drawing.svg(.page(prefix: prefix)))
    sink.write("</figure>\n")
    for remark in drawing.remarks {
      sink.write("<p class=\"fr-notes\">\(SVGText.escape(remark))</p>\n")
    }
    let rows = Localized(en: "The rows", fr: "Les lignes")[options.tongue]
    sink.write("<h2>\(rows)</h2>\n<div class=\"fr-table\">\n")
    HTMLRenderer.writeTable(result, options, rowPrefix: prefix, to: &sink)
    sink.write("</div>\n")
    if options.isDocument { sink.write("</main>\n</body>\n</html>\n") }
    return true
  }

  /// Parts the ids of a picture from those of others that may stand on the same page, put there by
  /// this program or by a person.
  private static func prefix(_ heading: PictureHeading, _ number: Int) -> String {
    // FNV-1a, 32 bits (draft-eastlake-fnv).
    var hash: UInt32 = 2_166_136_261
    for byte in (heading.title + heading.caption + heading.notes.joined()).utf8 {
      hash = (hash ^ UInt32(byte)) &* 16_777_619
    }
    return "f\(String(hash, radix: 36))-" + (number > 1 ? "\(number)-" : "")
  }
}

/// A picture ready to be drawn where it shall stand.
private struct PictureDrawing {
  let heading: PictureHeading
  /// What was left out of the drawing; the table beside it has it.
  let remarks: [String]
  let svg: (PicturePlace) -> String
}

extension PictureRenderer {
  /// The drawing that the view of a result asks for; nil when that is no picture, or the rows
  /// cannot be drawn so.
  private static func drawing(
    _ result: ResultTable, _ options: RenderOptions
  ) -> PictureDrawing? {
    switch result.view {
    case .timeline: timeline(result, options)
    case .bars(let column): bars(result, column, options)
    case .tree: tree(result, options)
    case .automatic, .table, .record: nil
    }
  }

  private static func timeline(
    _ result: ResultTable, _ options: RenderOptions
  ) -> PictureDrawing? {
    guard let content = TimelineContent(result, options) else { return nil }
    let span = content.picture.scale.map { scale in
      let (first, last) = TimelineWords.ends(scale)
      return Localized(en: "\(first) to \(last)", fr: "de \(first) à \(last)")[options.tongue]
    }
    let heading = PictureHeading(
      result, view: Localized(en: "Timeline", fr: "Frise chronologique"), span: span,
      remarks: content.remarks, options)
    var picture = content.picture
    (picture.title, picture.caption, picture.notes) =
      (heading.title, heading.caption, heading.notes)
    return PictureDrawing(
      heading: heading, remarks: content.remarks.map { $0.text[options.tongue] }
    ) { TimelineSVG.drawn(picture, $0, rows: content.rows) }
  }

  private static func bars(
    _ result: ResultTable, _ column: Int, _ options: RenderOptions
  ) -> PictureDrawing? {
    let (limited, remarks) = limited(result, options)
    guard let content = BarsContent(result, column: column, limited) else { return nil }
    let heading = PictureHeading(
      result, view: Localized(en: "Bars", fr: "Barres"), span: content.name, remarks: remarks,
      options)
    return PictureDrawing(heading: heading, remarks: remarks.map { $0.text[options.tongue] }) {
      BarsSVG(content, heading, $0, options.tongue).drawn()
    }
  }

  private static func tree(
    _ result: ResultTable, _ options: RenderOptions
  ) -> PictureDrawing? {
    let (limited, remarks) = limited(result, options)
    guard let layout = TreeLayout(result, rowsMax: ShownColumns.rowCount(result, limited)) else {
      return nil
    }
    let content = TreeContent(result, layout, limited)
    let heading = PictureHeading(
      result, view: Localized(en: "Tree", fr: "Arbre"), remarks: remarks, options)
    return PictureDrawing(heading: heading, remarks: remarks.map { $0.text[options.tongue] }) {
      TreeSVG(layout, content, heading, $0, options.tongue).drawn()
    }
  }

  /// Options that draw no more rows than a picture holds that people can look at, and what is then
  /// said about the others.
  private static func limited(
    _ result: ResultTable, _ options: RenderOptions
  ) -> (RenderOptions, [Footnote]) {
    let all = ShownColumns.rowCount(result, options)
    guard all > TimelineContent.itemsMax else { return (options, []) }
    var limited = options
    limited.maximumRows = TimelineContent.itemsMax
    func count(_ number: Int) -> Localized {
      Localized(en: ValueText.count(number, .english), fr: ValueText.count(number, .french))
    }
    let (drawn, rows) = (count(TimelineContent.itemsMax), count(all))
    let remark = Localized(
      en: "the first \(drawn.english) of \(rows.english) rows are drawn",
      fr: "les \(drawn.french) premières de \(rows.french) lignes sont dessinées")
    return (limited, [Footnote(remark)])
  }
}
