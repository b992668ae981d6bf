import FriseBase

/// Breaks texts into lines of a terminal.
enum TextWrap {
  /// The lines of `text` at most `width` columns wide, broken at plain spaces; a word that is wider
  /// is broken between clusters. Nil is unlimited. Never empty.
  static func lines(_ text: String, width maximum: Int?) -> [String] {
    guard let maximum, CellText.width(text) > maximum else { return [text] }
    let width = max(2, maximum)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let wordWidth = CellText.width(String(word))
      if !line.isEmpty, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      var pieces = pieces(of: Array(word.utf8), width: width)
      line = pieces.popLast() ?? ""
      used = CellText.width(line)
      lines += pieces
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }

  /// A word cut between clusters into pieces of at most `width` columns. O(bytes).
  private static func pieces(of word: [UInt8], width: Int) -> [String] {
    var pieces: [String] = []
    var start = 0
    while start < word.count {
      let rest = word.span.extracting(start..<word.count)
      let fit = DisplayWidth.prefix(of: rest, columnsMax: width).end
      // A cluster wider than the line stands alone.
      let end = fit > 0 ? start + fit : word.count
      pieces.append(String(decoding: word[start..<end], as: UTF8.self))
      start = end
    }
    return pieces
  }
}
