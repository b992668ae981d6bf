extension Markup {
  /// The text with its long lines broken between words, so that none is wider than `columns` unless
  /// a word is. What follows of a line is set in: by two columns, under a remark (`= …`) where its
  /// text begins.
  package func wrapped(columns: Int) -> Markup {
    var wrapped = Markup()
    for line in lines {
      let width = line.reduce(0) { $0 + DisplayWidth.columns(of: $1.text) }
      if width <= columns {
        for piece in line { wrapped.append(piece.text, piece.role) }
      } else {
        wrapped.append(Self.broken(line, columns: columns))
      }
    }
    return wrapped
  }

  /// The pieces of each line, the last of them with its line end.
  private var lines: [[Piece]] {
    var lines: [[Piece]] = []
    var line: [Piece] = []
    for piece in pieces {
      for part in piece.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
        if part.offset > 0 {
          line.append(Piece(text: "\n", role: .plain))
          lines.append(line)
          line = []
        }
        if !part.element.isEmpty {
          line.append(Piece(text: String(part.element), role: piece.role))
        }
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  /// A line broken between its words.
  private static func broken(_ line: [Piece], columns: Int) -> Markup {
    let text = line.map(\.text).joined()
    let blanks = text.prefix { $0 == " " }.count
    let indent = String(repeating: " ", count: min(blanks + 2, columns / 2))
    var broken = Markup()
    var column = 0
    // Blanks that are written only when the word behind them fits.
    var pending = Markup()
    var word = Markup()
    func write() {
      let width = DisplayWidth.columns(of: word.text)
      let gap = DisplayWidth.columns(of: pending.text)
      if width > 0, column + gap + width > columns, column > indent.utf8.count {
        broken.append("\n" + indent)
        column = indent.utf8.count
      } else {
        broken.append(pending)
        column += gap
      }
      broken.append(word)
      column += width
      (pending, word) = (Markup(), Markup())
    }
    for piece in line {
      for character in piece.text {
        if character == " " {
          if !word.isEmpty { write() }
          pending.append(" ", piece.role)
        } else {
          word.append(String(character), piece.role)
        }
      }
    }
    write()
    return broken
  }
}
