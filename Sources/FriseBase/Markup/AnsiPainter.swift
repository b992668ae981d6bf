/// Turns markup into the bytes a terminal or a file gets.
package enum AnsiPainter {
  /// Appends the UTF-8 of `markup`; with `isColored`, each role in its colour of the 16 base ones.
  ///
  /// Colour never runs over a line end, so that a pager or a cut line leaves no colour behind.
  package static func paint(_ markup: Markup, isColored: Bool, into output: inout [UInt8]) {
    for piece in markup.pieces {
      guard isColored, let code = code(of: piece.role) else {
        output.append(contentsOf: piece.text.utf8)
        continue
      }
      var isOpen = false
      for byte in piece.text.utf8 {
        if (byte == 0x0A) == isOpen {
          output.append(contentsOf: (isOpen ? "\u{1B}[0m" : "\u{1B}[\(code)m").utf8)
          isOpen.toggle()
        }
        output.append(byte)
      }
      if isOpen { output.append(contentsOf: "\u{1B}[0m".utf8) }
    }
  }

  /// The text of `markup` as a terminal or a file gets it.
  package static func paint(_ markup: Markup, isColored: Bool) -> String {
    var output: [UInt8] = []
    paint(markup, isColored: isColored, into: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// The parameters of SGR (ECMA-48, 8.3.117) for a role, or nil for none.
  package static func code(of role: MarkupRole) -> String? {
    switch role {
    case .plain: nil
    case .error: "1;31"
    case .warning: "1;33"
    case .caret: "31"
    case .secondary: "34"
    case .emphasis: "1"
    case .dim: "2"
    case .name: "36"
    case .number: "35"
    case .text: "32"
    case .keyword: "34"
    case .link: "4"
    case .heading: "1"
    }
  }
}
