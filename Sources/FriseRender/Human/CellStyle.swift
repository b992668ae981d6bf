import FriseBase

/// How a human format makes a text of the data safe to show.
enum CellStyle {
  /// Hostile characters as visible marks; nothing else changes.
  case terminal
  /// Marks, and the signs of Markdown escaped; line ends as `<br>`.
  case markdown
  /// Marks, and the signs of HTML escaped; line ends as `<br>`.
  case html

  /// The text as this format shows it, its marks in ASCII when asked.
  func show(_ text: String, isASCII: Bool) -> String {
    func marked(_ text: String) -> String { HostileText.visible(text, ascii: isASCII) }
    return switch self {
    case .terminal: marked(text)
    case .markdown: lines(text).map { escapeMarkdown(marked($0)) }.joined(separator: "<br>")
    case .html: lines(text).map { CellStyle.escapeHTML(marked($0)) }.joined(separator: "<br>")
    }
  }

  /// The text as HTML content or as the value of a quoted attribute.
  static func escapeHTML(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// The lines of a text, whatever ends them.
  private func lines(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
  }

  /// Escapes what GitHub's Markdown would read as markup inside a cell. An underscore between two
  /// letters or digits is none.
  private func escapeMarkdown(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var escaped = ""
    for (index, scalar) in scalars.enumerated() {
      let needsEscape: Bool =
        switch scalar {
        case "\\", "`", "*", "[", "]", "<", ">", "|", "~", "&", "$": true
        case "_":
          !(index > 0 && index + 1 < scalars.count && isWordPart(scalars[index - 1])
            && isWordPart(scalars[index + 1]))
        default: false
        }
      if needsEscape { escaped += "\\" }
      escaped.unicodeScalars.append(scalar)
    }
    return escaped
  }

  /// True for letters and digits of any script.
  private func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}
