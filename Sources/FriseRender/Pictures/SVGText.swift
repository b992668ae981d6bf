import FriseBase

/// Texts in a picture: how wide they are without knowing the font, and safe to write.
enum SVGText {
  /// The fonts of pictures, those of the reader's system first.
  static let fonts =
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', Arial, sans-serif"

  /// How wide a text is at most, in the unit of `size`: letters as in the widest of common fonts
  /// (DejaVu Sans), so that what is reserved is never too little.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    var ems = 0.0
    for character in text { ems += SVGText.ems(of: character) }
    return ems * size * (isBold ? 1.1 : 1)
  }

  private static func ems(of character: Character) -> Double {
    guard let byte = character.asciiValue else {
      let columns = DisplayWidth.columns(of: String(character))
      return columns == 2 ? 1.1 : columns == 0 ? 0 : character.isUppercase ? 0.75 : 0.65
    }
    return switch byte {
    case 0x20, 0x21, 0x27...0x29, 0x2C...0x2E, 0x3A, 0x3B, 0x49, 0x4A, 0x5B...0x5D, 0x69, 0x6A,
      0x6C, 0x7C:
      0.4
    case 0x66, 0x72, 0x74: 0.42
    case 0x40, 0x25, 0x4D, 0x57, 0x6D, 0x77: 1
    case 0x41...0x5A, 0x26, 0x2B, 0x3C...0x3E, 0x7E: 0.8
    default: 0.64
    }
  }

  /// The lines of a text, broken at spaces so that none is wider than `width`; a word that is wider
  /// is broken anywhere. The last of at most `linesMax` lines is cut with an ellipsis.
  static func lines(
    _ text: String, size: Double, width: Double, linesMax: Int
  ) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    let space = self.width(" ", size: size)
    for word in text.split(separator: " ") {
      var word = word
      var length = self.width(String(word), size: size)
      if line.isEmpty || used + space + length > width {
        if !line.isEmpty {
          lines.append(line)
          line = ""
        }
        while length > width, lines.count <= linesMax {
          let piece = prefix(word, size: size, width: width)
          lines.append(String(piece))
          word = word.dropFirst(piece.count)
          length = self.width(String(word), size: size)
        }
        (line, used) = (String(word), length)
      } else {
        line += " " + word
        used += space + length
      }
      if lines.count > linesMax { break }
    }
    if !line.isEmpty { lines.append(line) }
    guard lines.count > linesMax else { return lines }
    lines.removeSubrange(linesMax...)
    let last = lines[linesMax - 1][...]
    lines[linesMax - 1] =
      prefix(last, size: size, width: max(0, width - size)).trimmedEnd + "…"
    return lines
  }

  /// The longest beginning that fits, one character at least.
  private static func prefix(_ text: Substring, size: Double, width: Double) -> Substring {
    var used = 0.0
    var end = text.startIndex
    for index in text.indices {
      used += ems(of: text[index]) * size
      if used > width, end > text.startIndex { break }
      end = text.index(after: index)
    }
    return text[..<end]
  }

  /// A text of the data as the content of an element or the value of an attribute: on one line,
  /// hostile characters as marks, what XML cannot hold replaced.
  static func escape(_ text: String) -> String {
    let marked = CellStyle.escapeHTML(HostileText.visible(RowLabels.onOneLine(text)))
    // U+FFFE, U+FFFF are no characters of XML 1.0 (section 2.2).
    guard marked.unicodeScalars.contains(where: { $0.value == 0xFFFE || $0.value == 0xFFFF })
    else { return marked }
    return String(
      String.UnicodeScalarView(
        marked.unicodeScalars.map { $0.value == 0xFFFE || $0.value == 0xFFFF ? "\u{FFFD}" : $0 }))
  }

  /// A length with one digit after the point, as short as can be.
  static func number(_ value: Double) -> String {
    let tenths = (value * 10).rounded()
    guard tenths.magnitude < 1e15 else { return "0" }
    let whole = Int(tenths)
    let (units, rest) = whole.magnitude.quotientAndRemainder(dividingBy: 10)
    return (whole < 0 ? "-" : "") + "\(units)" + (rest == 0 ? "" : ".\(rest)")
  }
}

extension Substring {
  /// The text without spaces at its end.
  fileprivate var trimmedEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
