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

  private(set) var body = ""
  /// Parts the ids of this picture from those of others on the same page.
  let prefix: String

  init(prefix: String) { self.prefix = prefix }

  /// Adds markup as it is.
  mutating func raw(_ markup: String) { body += markup }

  /// A text of the data or of the program.
  mutating func text(
    _ text: String, x: Double, y: Double, size: Double, _ paint: Paint = .ink,
    _ anchor: Anchor = .start, isBold: Bool = false, isItalic: Bool = false
  ) {
    body += "<text x=\"\(n(x))\" y=\"\(n(y))\" font-size=\"\(n(size))\" \(paint.fill)"
    if anchor != .start { body += " text-anchor=\"\(anchor.rawValue)\"" }
    if isBold { body += " font-weight=\"600\"" }
    if isItalic { body += " font-style=\"italic\"" }
    body += ">\(SVGText.escape(text))</text>\n"
  }

  /// A filled rectangle.
  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, radius: Double = 0,
    _ attributes: String
  ) {
    body += "<rect x=\"\(n(x))\" y=\"\(n(y))\" width=\"\(n(width))\" height=\"\(n(height))\""
    if radius > 0 { body += " rx=\"\(n(radius))\"" }
    body += " \(attributes)/>\n"
  }

  mutating func circle(x: Double, y: Double, radius: Double, _ attributes: String) {
    body += "<circle cx=\"\(n(x))\" cy=\"\(n(y))\" r=\"\(n(radius))\" \(attributes)/>\n"
  }

  mutating func path(_ data: String, _ attributes: String) {
    body += "<path d=\"\(data)\" \(attributes)/>\n"
  }

  /// A vertical guide.
  mutating func guide(x: Double, from top: Double, to bottom: Double) {
    path(
      "M\(n(x)) \(n(top))V\(n(bottom))",
      "class=\"fr-grid\" stroke=\"\(PictureStyle.grid)\" fill=\"none\"")
  }

  /// A line of the axis.
  mutating func axis(_ data: String) {
    path(
      data,
      "class=\"fr-axis\" stroke=\"\(PictureStyle.ink)\" stroke-width=\"1.5\" fill=\"none\"")
  }

  /// The two fades that unsure ends are drawn with.
  mutating func fades() {
    for (name, from, to) in [("in", "0.1", "0.95"), ("out", "0.95", "0.1")] {
      body += "<linearGradient id=\"\(prefix)\(name)\">"
      for (offset, opacity) in [("0", from), ("1", to)] {
        body +=
          "<stop class=\"fr-stop\" offset=\"\(offset)\" stop-color=\"\(PictureStyle.accent)\" "
          + "stop-opacity=\"\(opacity)\"/>"
      }
      body += "</linearGradient>\n"
    }
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
    body += "<g class=\"fr-tip\" display=\"none\">\n"
    rectangle(
      x: left, y: top, width: width, height: height, radius: 6,
      "class=\"fr-paper fr-axis\" fill=\"\(PictureStyle.paper)\" stroke=\"\(PictureStyle.ink)\"")
    for (index, line) in lines.enumerated() {
      text(
        line.text, x: left + 10, y: top + 20 + Double(index) * lineHeight, size: size,
        line.isLead ? .ink : .muted, isBold: line.isLead)
    }
    body += "</g>\n"
  }

  /// The whole picture.
  /// `title`, `description`: What those who do not see it are told.
  func document(
    width: Double, height: Double, title: String, description: String, tag: String,
    isStandalone: Bool
  ) -> String {
    var head = "<svg xmlns=\"http://www.w3.org/2000/svg\" "
    head += "viewBox=\"0 0 \(n(width)) \(n(height))\" "
    if isStandalone {
      head += "width=\"\(n(width))\" height=\"\(n(height))\" "
    } else if width < TimelineMeasure.width {
      // A narrow picture keeps its size on a wide page.
      head += "style=\"min-width:min(46rem,\(n(width))px);max-width:\(n(width))px\" "
    }
    head += "lang=\"\(tag)\" xml:lang=\"\(tag)\" role=\"group\" "
    head += "aria-labelledby=\"\(prefix)t \(prefix)d\" font-family=\"\(SVGText.fonts)\">\n"
    head += "<title id=\"\(prefix)t\">\(SVGText.escape(title))</title>\n"
    head += "<desc id=\"\(prefix)d\">\(SVGText.escape(description))</desc>\n"
    if isStandalone { head += "<style>\n\(PictureStyle.picture)\n</style>\n" }
    if isStandalone {
      head += "<rect width=\"\(n(width))\" height=\"\(n(height))\" \(Paint.paper.fill)/>\n"
    }
    return head + body + "</svg>\n"
  }

  private func n(_ value: Double) -> String { SVGText.number(value) }
}

/// Where a picture stands: in a file of its own, or on a page with the rows as a table.
struct PicturePlace {
  /// True for a file of its own, which holds title, notes and style itself.
  let isStandalone: Bool
  /// What the ids of the picture and of the table's rows begin with.
  let prefix: String

  /// The beginning of what can be focused for a row: on a page a link to the row of the table.
  func itemStart(row: Int?, title: String) -> String {
    let name = "<title>\(SVGText.escape(title))</title>\n"
    guard let row, !isStandalone else {
      return "<g class=\"fr-item\" role=\"listitem\" tabindex=\"0\">\(name)"
    }
    return "<g role=\"listitem\"><a class=\"fr-item\" href=\"#\(prefix)r\(row + 1)\">\(name)"
  }

  /// What closes it.
  func itemEnd(row: Int?) -> String {
    row != nil && !isStandalone ? "</a></g>\n" : "</g>\n"
  }
}
