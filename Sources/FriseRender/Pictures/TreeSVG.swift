import FriseBase
import FriseModel

/// A structure as SVG: units under each other with guides, their columns beside them; units that a
/// filter removed in parentheses.
struct TreeSVG {
  private static let margin = 36.0
  private static let rowHeight = 27.0
  private static let indent = 22.0
  private static let size = 15.0
  private static let columnGap = 28.0
  /// Names are cut that are wider.
  private static let nameWidthMax = 760.0
  /// Deeper levels stand where this one does, with their number.
  private static let depthMax = 24

  private let layout: TreeLayout
  private let content: TreeContent
  private let heading: PictureHeading
  private let place: PicturePlace
  private let tongue: Tongue
  /// The width of names with their indent, and of each column.
  private let nameWidth: Double
  private let columnWidths: [Double]

  init(
    _ layout: TreeLayout, _ content: TreeContent, _ heading: PictureHeading,
    _ place: PicturePlace, _ tongue: Tongue
  ) {
    self.layout = layout
    self.content = content
    self.heading = heading
    self.place = place
    self.tongue = tongue
    var widest = SVGText.width(content.heading, size: TreeSVG.size, isBold: true)
    for line in layout.lines {
      let name = min(
        TreeSVG.nameWidthMax, SVGText.width(TreeSVG.label(line, content), size: TreeSVG.size))
      widest = max(widest, TreeSVG.inset(line.depth) + name)
    }
    nameWidth = widest
    let rowCount = layout.lines.count { !$0.isContext }
    columnWidths = content.columns.map { column in
      (0..<rowCount).reduce(SVGText.width(column.name, size: TreeSVG.size, isBold: true)) {
        max($0, min(420, SVGText.width(TreeSVG.text(column, $1), size: TreeSVG.size)))
      }
    }
  }

  private static func inset(_ depth: Int) -> Double { Double(min(depth, depthMax)) * indent }

  private static func text(_ column: HumanColumn, _ row: Int) -> String {
    String(decoding: column.text(row), as: UTF8.self)
  }

  /// The name of a line: in parentheses for context, with its level where it is too deep.
  private static func label(_ line: TreeLayout.Line, _ content: TreeContent) -> String {
    let name = RowLabels.onOneLine(content.label(line))
    let shown = line.isContext ? "(\(name))" : name
    return line.depth > depthMax ? "…\(line.depth) " + shown : shown
  }

  private var width: Double {
    let columns = columnWidths.reduce(0) { $0 + $1 + TreeSVG.columnGap }
    return max(480, 2 * TreeSVG.margin + nameWidth + columns)
  }

  func drawn() -> String {
    var canvas = SVGCanvas(prefix: place.prefix)
    var y = heading.draw(place, x: TreeSVG.margin, &canvas)
    if !content.columns.isEmpty { drawHeader(&canvas, &y) }
    let top = y
    drawGuides(top, &canvas)
    canvas.raw("<g role=\"list\" aria-label=\"\(SVGText.escape(heading.title))\">\n")
    var cell = 0
    for line in layout.lines {
      draw(line, cell, y, &canvas)
      if !line.isContext { cell += 1 }
      y += TreeSVG.rowHeight
    }
    canvas.raw("</g>\n")
    y = heading.drawNotes(place, x: TreeSVG.margin, width: width, y + 8, &canvas)
    return canvas.document(
      width: width, height: y + 22, title: heading.title, description: description,
      tag: tongue.tag, isStandalone: place.isStandalone)
  }

  private var description: String {
    Localized(
      en: "A tree: each unit under the one it belongs to. ",
      fr: "Un arbre\u{202F}: chaque unité sous celle dont elle dépend. ")[tongue]
      + heading.caption
  }

  private func drawHeader(_ canvas: inout SVGCanvas, _ y: inout Double) {
    canvas.text(
      content.heading, x: TreeSVG.margin, y: y + 16, size: TreeSVG.size, .muted, isBold: true)
    for (index, column) in content.columns.enumerated() {
      let (x, anchor) = place(ofColumn: index)
      canvas.text(
        column.name, x: x, y: y + 16, size: TreeSVG.size, .muted, anchor, isBold: true)
    }
    y += TreeSVG.rowHeight
    canvas.axis(
      "M\(SVGText.number(TreeSVG.margin)) \(SVGText.number(y - 2))"
        + "H\(SVGText.number(width - TreeSVG.margin))")
    y += 4
  }

  /// Where the cells of a column stand, and which of their ends is there.
  private func place(ofColumn index: Int) -> (x: Double, anchor: SVGCanvas.Anchor) {
    var start = TreeSVG.margin + nameWidth + TreeSVG.columnGap
    for column in 0..<index { start += columnWidths[column] + TreeSVG.columnGap }
    let isNumber = content.columns[index].isRightAligned
    return isNumber ? (start + columnWidths[index], .end) : (start, .start)
  }

  /// The strokes from each unit to those under it, all in one path.
  private func drawGuides(_ top: Double, _ canvas: inout SVGCanvas) {
    var data = ""
    var hasMore: [Bool] = []
    func level(_ depth: Int) -> Double { TreeSVG.margin + TreeSVG.inset(depth - 1) + 7 }
    for (index, line) in layout.lines.enumerated() {
      if hasMore.count > line.depth { hasMore.removeSubrange(line.depth...) }
      hasMore.append(!line.isLast)
      guard line.depth > 0 else { continue }
      let y = top + Double(index) * TreeSVG.rowHeight
      for depth in 1..<line.depth where depth <= TreeSVG.depthMax && hasMore[depth] {
        data += "M\(SVGText.number(level(depth))) \(SVGText.number(y))"
        data += "v\(SVGText.number(TreeSVG.rowHeight))"
      }
      guard line.depth <= TreeSVG.depthMax else { continue }
      let x = level(line.depth)
      let half = TreeSVG.rowHeight / 2
      data += "M\(SVGText.number(x)) \(SVGText.number(y))"
      if line.isLast {
        data += "v\(SVGText.number(half - 5))q0 5 5 5h5"
      } else {
        data += "v\(SVGText.number(TreeSVG.rowHeight))M\(SVGText.number(x)) "
        data += "\(SVGText.number(y + half))h10"
      }
    }
    guard !data.isEmpty else { return }
    canvas.path(
      data,
      "class=\"fr-guide\" stroke=\"\(PictureStyle.guide)\" stroke-width=\"1.3\" fill=\"none\"")
  }

  private func draw(
    _ line: TreeLayout.Line, _ cell: Int, _ top: Double, _ canvas: inout SVGCanvas
  ) {
    let label = TreeSVG.label(line, content)
    let x = TreeSVG.margin + TreeSVG.inset(line.depth)
    let room = min(TreeSVG.nameWidthMax, nameWidth - TreeSVG.inset(line.depth) + 1)
    let shown = SVGText.lines(label, size: TreeSVG.size, width: room, linesMax: 1).first ?? label
    let baseline = top + 19
    guard !line.isContext else {
      canvas.text(shown, x: x, y: baseline, size: TreeSVG.size, .muted, isItalic: true)
      return
    }
    var name = [label]
    for column in content.columns {
      name.append(column.name + RowLabels.colon[tongue] + TreeSVG.text(column, cell))
    }
    canvas.raw(place.itemStart(row: Int(line.row), title: name.joined(separator: ", ")))
    canvas.rectangle(
      x: x - 4, y: top + 1, width: width - TreeSVG.margin - x + 8,
      height: TreeSVG.rowHeight - 2, radius: 5, "class=\"fr-halo\" fill=\"none\"")
    canvas.text(shown, x: x, y: baseline, size: TreeSVG.size)
    for (index, column) in content.columns.enumerated() {
      let (x, anchor) = place(ofColumn: index)
      let text = TreeSVG.text(column, cell)
      let cut =
        SVGText.lines(text, size: TreeSVG.size, width: 430, linesMax: 1).first ?? text
      canvas.text(
        cut, x: x, y: baseline, size: TreeSVG.size, column.isNone(cell) ? .muted : .ink, anchor)
    }
    if shown != label {
      canvas.tip([label], x: x, bottom: top - 1, within: width)
    }
    canvas.raw(place.itemEnd(row: Int(line.row)))
  }
}
