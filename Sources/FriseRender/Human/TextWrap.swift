/// Breaks texts into lines of a terminal.
enum TextWrap {
  /// The lines of `text` at most `width` columns wide, broken at plain spaces; a word that is wider is
  /// broken between clusters. Nil is unlimited. Never empty.
  static func lines(_ text: String, width maximum: Int?) -> [String] {
    guard let maximum, CellText.width(text) > maximum else { return [text] }
    let width = max(2, maximum)
    var lines: [String] = []
    var line = ""
    var used = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      var word = String(word)
      var wordWidth = CellText.width(word)
      if !line.isEmpty, used + 1 + wordWidth <= width {
        line += " " + word
        used += 1 + wordWidth
        continue
      }
      if !line.isEmpty { lines.append(line) }
      while wordWidth > width {
        let head = CellText.prefix(word, width: width)
        guard !head.text.isEmpty else { break }
        lines.append(head.text)
        word.removeFirst(head.text.count)
        wordWidth -= head.width
      }
      line = word
      used = wordWidth
    }
    if !line.isEmpty || lines.isEmpty { lines.append(line) }
    return lines
  }
}
