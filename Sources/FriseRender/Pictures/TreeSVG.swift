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
    var canvas = SVGCanvas(place)
    var y = heading.draw(place, x: TreeSVG.margin, &canvas)
    drawHeader(&canvas, &y)
    let starts = SVGCanvas.sheetStarts(layout.lines.map { _ in TreeSVG.rowHeight })
    canvas.list(heading.title) { canvas in
      var cell = 0
      var hasMore: [Bool] = []
      for (index, line) in layout.lines.enumerated() {
        if starts.contains(index) { canvas.beginSheet(at: &y, drawHeader) }
        drawGuides(line, &hasMore, y, &canvas)
        draw(line, cell, y, &canvas)
        if !line.isContext { cell += 1 }
        y += TreeSVG.rowHeight
      }
    }
    y = heading.drawNotes(place, x: TreeSVG.margin, width: width, y + 8, &canvas)
    return canvas.document(
      width: width, height: y + 22, title: heading.title, description: description,
      tag: tongue.tag)
  }

  private var description: String {
    Localized(
      en: "A tree: each unit under the one it belongs to. ",
      fr: "Un arbre\u{202F}: chaque unité sous celle dont elle dépend. ")[tongue]
      + heading.caption
  }

  /// What the columns are called, where there are any.
  private func drawHeader(_ canvas: inout SVGCanvas, _ y: inout Double) {
    guard !content.columns.isEmpty else { return }
    canvas.text(
      content.heading, x: TreeSVG.margin, y: y + 16, size: TreeSVG.size, .muted, isBold: true)
    for (index, column) in content.columns.enumerated() {
      let (x, anchor) = place(ofColumn: index)
      canvas.text(
        column.name, x: x, y: y + 16, size: TreeSVG.size, .muted, anchor, isBold: true)
    }
    y += TreeSVG.rowHeight
    canvas.path(
      "M\(SVGText.number(TreeSVG.margin)) \(SVGText.number(y - 2))"
        + "H\(SVGText.number(width - TreeSVG.margin))", SVGCanvas.axis)
    y += 4
  }

  /// Where the cells of a column stand, and which of their ends is there.
  private func place(ofColumn index: Int) -> (x: Double, anchor: SVGCanvas.Anchor) {
    var start = TreeSVG.margin + nameWidth + TreeSVG.columnGap
    for column in 0..<index { start += columnWidths[column] + TreeSVG.columnGap }
    let isNumber = content.columns[index].isRightAligned
    return isNumber ? (start + columnWidths[index], .end) : (start, .start)
  }

  /// The strokes at a line: past it, and to it from the unit it stands under.
  /// `hasMore`: At each level, whether another unit follows; those above the line are read.
  private func drawGuides(
    _ line: TreeLayout.Line, _ hasMore: inout [Bool], _ y: Double, _ canvas: inout SVGCanvas
  ) {
    if hasMore.count > line.depth { hasMore.removeSubrange(line.depth...) }
    hasMore.append(!line.isLast)
    guard line.depth > 0 else { return }
    let height = SVGText.number(TreeSVG.rowHeight)
    func start(_ depth: Int, _ y: Double) -> String {
      let x = TreeSVG.margin + TreeSVG.inset(depth - 1) + 7
      return "M\(SVGText.number(x)) \(SVGText.number(y))"
    }
    var data = ""
    for depth in 1..<line.depth where depth <= TreeSVG.depthMax && hasMore[depth] {
      data += start(depth, y) + "v\(height)"
    }
    if line.depth <= TreeSVG.depthMax {
      let half = TreeSVG.rowHeight / 2
      data += start(line.depth, y)
      data +=
        line.isLast
        ? "v\(SVGText.number(half - 5))q0 5 5 5h5"
        : "v\(height)" + start(line.depth, y + half) + "h10"
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
