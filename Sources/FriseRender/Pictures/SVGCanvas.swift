/// Gathers the elements of a picture. Colours are given by classes and as attributes; see
/// `PictureStyle`.
struct SVGCanvas {
  /// What a shape is filled or drawn with.
  enum Paint {
    case ink, muted, accent, paper

    var fill: String {
      switch self {
      case .ink: "class=\"fr-ink\" fill=\"\(PictureStyle.ink)\""
      case .muted: "class=\"fr-muted\" fill=\"\(PictureStyle.muted)\""
      case .accent: "class=\"fr-fill\" fill=\"\(PictureStyle.accent)\""
      case .paper: "class=\"fr-paper\" fill=\"\(PictureStyle.paper)\""
      }
    }
  }

  /// Where a text stands at its position.
  enum Anchor: String {
    case start, middle, end
  }

  /// A stretch of the picture from `top` down, an element of its own on a page: paper parts
  /// elements, but nothing within one.
  private struct Sheet {
    let top: Double
    var body = ""
  }

  /// A vertical line, drawn on every sheet that it crosses, under all else.
  private struct Guide {
    let x: Double
    let top: Double
    let bottom: Double
    let attributes: String
  }

  /// What fits on a page in landscape, A4 or Letter, with a title and a legend.
  private static let sheetHeightMax = 580.0

  private var sheets = [Sheet(top: 0)]
  private var guides: [Guide] = []
  /// What the list is called whose items are being drawn.
  private var listName: String?
  private let place: PicturePlace
  /// Parts the ids of this picture from those of others on the same page.
  var prefix: String { place.prefix }

  init(_ place: PicturePlace) { self.place = place }

  /// Adds markup as it is.
  mutating func raw(_ markup: String) { sheets[sheets.count - 1].body += markup }

  /// Draws items one by one, told as a list of that name.
  mutating func list(_ name: String, _ draw: (inout SVGCanvas) -> Void) {
    listName = name
    beginList()
    draw(&self)
    raw("</g>\n")
    listName = nil
  }

  private mutating func beginList() {
    guard let listName else { return }
    raw("<g role=\"list\" aria-label=\"\(SVGText.escape(listName))\">\n")
  }

  /// Which of the things of these heights, one under the other, begin another sheet: as few as can
  /// be, and none is left nearly empty.
  static func sheetStarts(_ heights: [Double]) -> Set<Int> {
    let total = heights.reduce(0, +)
    let share = total / max(1, (total / sheetHeightMax).rounded(.up))
    var used = 0.0
    var starts: Set<Int> = []
    for (index, height) in heights.enumerated() {
      if used >= share * Double(starts.count + 1) { starts.insert(index) }
      used += height
    }
    return starts
  }

  /// Ends the sheet at `y`, between two items, and begins another with what `drawTop` gives, which
  /// is no part of the list. A file of its own is one sheet.
  mutating func beginSheet(
    at y: inout Double, _ drawTop: (inout SVGCanvas, inout Double) -> Void
  ) {
    guard !place.isStandalone else { return }
    if listName != nil { raw("</g>\n") }
    sheets.append(Sheet(top: y))
    drawTop(&self, &y)
    beginList()
  }

  /// A text of the data or of the program.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, _ paint: Paint = .ink,
    _ anchor: Anchor = .start, isBold: Bool = false, isItalic: Bool = false
  ) {
    raw("<text x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(size))\" \(paint.fill)")
    if anchor != .start { raw(" text-anchor=\"\(anchor.rawValue)\"") }
    if isBold { raw(" font-weight=\"600\"") }
    if isItalic { raw(" font-style=\"italic\"") }
    raw(">\(SVGText.escape(text))</text>\n")
  }

  /// A filled rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0,
    _ attributes: String
  ) {
    raw("<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\"")
    if radius > 0 { raw(" rx=\"\(n(radius))\"") }
    raw(" \(attributes)/>\n")
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ attributes: String) {
    raw("<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\" \(attributes)/>\n")
  }

  mutating func path(_ data: String, _ attributes: String) {
    raw("<path d=\"\(data)\" \(attributes)/>\n")
  }

  /// The strokes of guides, and of an axis.
  static let grid = "class=\"fr-grid\" stroke=\"\(PictureStyle.grid)\" fill=\"none\""
  static let axis =
    "class=\"fr-axis\" stroke=\"\(PictureStyle.ink)\" stroke-width=\"1.5\" fill=\"none\""

  /// A vertical line under all else.
  mutating func guide(
    x: Double, from top: Double, to bottom: Double, _ attributes: String = SVGCanvas.grid
  ) {
    guides.append(Guide(x: x, top: top, bottom: bottom, attributes: attributes))
  }

  /// The two fades that unsure ends are drawn with.
  mutating func fades() {
    raw("<defs>\n")
    for (name, from, to) in [("in", "0.1", "0.95"), ("out", "0.95", "0.1")] {
      raw("<linearGradient id=\"\(prefix)\(name)\">")
      for (offset, opacity) in [("0", from), ("1", to)] {
        raw(
          "<stop class=\"fr-stop\" offset=\"\(offset)\" stop-color=\"\(PictureStyle.accent)\" "
            + "stop-opacity=\"\(opacity)\"/>")
      }
      raw("</linearGradient>\n")
    }
    raw("</defs>\n")
  }

  /// A box that tells everything of an item while it has the focus or the pointer over it.
  /// `bottom`: Where the box ends: above the item, so that what is drawn later never covers it.
  /// `within`: The width of the picture.
  mutating func tip(
    _ paragraphs: [String], x: Double, bottom: Double, within: Double
  ) {
    let size = 14.0
    let lineHeight = 19.0
    let widthMax = min(560, within - 24)
    var lines: [(text: String, isLead: Bool)] = []
    for (index, paragraph) in paragraphs.enumerated() where !paragraph.isEmpty {
      let linesMax = index == 0 ? 4 : 2
      for line in SVGText.lines(paragraph, size: size, width: widthMax, linesMax: linesMax) {
        lines.append((line, index == 0))
      }
      if lines.count > 12 { break }
    }
    let width =
      lines.reduce(0.0) {
        max($0, SVGText.width($1.text, size: size, isBold: $1.isLead))
      } + 20
    let height = Double(lines.count) * lineHeight + 12
    let left = max(4, min(x, within - width - 4))
    let top = bottom - height
    raw("<g class=\"fr-tip\" display=\"none\">\n")
    rectangle(
      x: left, y: top, width: width, height: height, radius: 6,
      "class=\"fr-paper fr-axis\" fill=\"\(PictureStyle.paper)\" stroke=\"\(PictureStyle.ink)\"")
    for (index, line) in lines.enumerated() {
      text(
        line.text, x: left + 10, y: top + 20 + Double(index) * lineHeight, size: size,
        line.isLead ? .ink : .muted, isBold: line.isLead)
    }
    raw("</g>\n")
  }

  /// The whole picture.
  /// `title`, `description`: What those who do not see it are told.
  func document(
    width: Double, height: Double, title: String, description: String, tag: String
  ) -> String {
    let title = SVGText.escape(title)
    var text = ""
    for (index, sheet) in sheets.enumerated() {
      let bottom = index + 1 < sheets.count ? sheets[index + 1].top : height
      text += "<svg xmlns=\"http://www.w3.org/2000/svg\" "
      text += "viewBox=\"0 \(n(sheet.top)) \(n(width)) \(n(bottom - sheet.top))\" "
      if place.isStandalone {
        text += "width=\"\(n(width))\" height=\"\(n(height))\" "
      } else if width < TimelineMeasure.width {
        // A narrow picture keeps its size on a wide page.
        text += "style=\"min-width:min(46rem,\(n(width))px);max-width:\(n(width))px\" "
      }
      text += "lang=\"\(tag)\" xml:lang=\"\(tag)\" role=\"group\" "
      text += "font-family=\"\(SVGText.fonts)\" "
      if index == 0 {
        text += "aria-labelledby=\"\(prefix)t \(prefix)d\">\n"
        text += "<title id=\"\(prefix)t\">\(title)</title>\n"
        text += "<desc id=\"\(prefix)d\">\(SVGText.escape(description))</desc>\n"
      } else {
        text += "aria-label=\"\(title) (\(index + 1)/\(sheets.count))\">\n"
      }
      if place.isStandalone {
        text += "<style>\n\(PictureStyle.picture)\n</style>\n"
        text += "<rect width=\"\(n(width))\" height=\"\(n(height))\" \(Paint.paper.fill)/>\n"
      }
      for guide in guides {
        let (from, to) = (max(guide.top, sheet.top), min(guide.bottom, bottom))
        guard from < to else { continue }
        text += "<path d=\"M\(n(guide.x)) \(n(from))V\(n(to))\" \(guide.attributes)/>\n"
      }
      text += sheet.body + "</svg>\n"
    }
    return text
  }

  private func n(_ value: Double) -> String { SVGText.number(value) }
}
