/// Sets help texts in lines.
enum HelpLayout {
  /// The widest line of a help page.
  static let widthColumnsMax = 76

  /// A text set in lines that break at its spaces.
  static func wrapped(_ text: String, indent: String = "") -> [String] {
    wrapped(text.split(separator: " ").map(String.init), separator: " ", indent: indent)
  }

  /// Words set in lines; a word wider than a line stands alone on its own.
  static func wrapped(_ words: [String], separator: String, indent: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words {
      if line.isEmpty {
        line = indent + word
      } else if line.count + separator.count + word.count <= widthColumnsMax {
        line += separator + word
      } else {
        lines.append(line)
        line = indent + word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }
}
