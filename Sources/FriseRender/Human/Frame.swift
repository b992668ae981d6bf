import FriseBase

/// The strokes of a table, and the signs that go with them.
struct Frame {
  let horizontal: [UInt8]
  let vertical: [UInt8]
  /// Left, inner and right joints of the top, middle and bottom lines.
  let top: [[UInt8]]
  let middle: [[UInt8]]
  let bottom: [[UInt8]]
  /// Ends a text that was cut.
  let cut: String
  /// Begins a footnote.
  let footnoteLead: String

  private init(_ strokes: String, cut: String, footnoteLead: String) {
    let signs = strokes.map { Array(String($0).utf8) }
    horizontal = signs[0]
    vertical = signs[1]
    top = Array(signs[2...4])
    middle = Array(signs[5...7])
    bottom = Array(signs[8...10])
    self.cut = cut
    self.footnoteLead = footnoteLead
  }

  static let box = Frame("─│┌┬┐├┼┤└┴┘", cut: "…", footnoteLead: "· ")
  static let ascii = Frame("-|+++++++++", cut: "...", footnoteLead: "* ")

  /// The frame that the options ask for.
  static func of(_ options: RenderOptions) -> Frame { options.isASCII ? ascii : box }
}

/// The colours of roles as SGR sequences, around parts of a human format; empty without colour.
struct Ink {
  let header: [UInt8]
  let faint: [UInt8]
  let off: [UInt8]

  init(_ options: RenderOptions) {
    func sequence(_ role: MarkupRole) -> [UInt8] {
      guard options.isColoured, let code = AnsiPainter.code(of: role) else { return [] }
      return Array("\u{1B}[\(code)m".utf8)
    }
    header = sequence(.heading)
    faint = sequence(.dim)
    off = options.isColoured ? Array("\u{1B}[0m".utf8) : []
  }
}
