import FriseBase

/// Measures and cuts texts for a terminal, by grapheme cluster.
enum CellText {
  /// Columns that `text` takes on a terminal.
  static func width(_ text: String) -> Int {
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return text.utf8.count }
    return text.reduce(0) { $0 + standInWidth($1) }
  }

  /// The longest start of `text`, whole clusters only, that takes at most `width` columns.
  static func prefix(_ text: String, width: Int) -> (text: String, width: Int) {
    var used = 0
    var end = text.startIndex
    for index in text.indices {
      let next = used + standInWidth(text[index])
      if next > width { break }
      used = next
      end = text.index(after: index)
    }
    return (String(text[..<end]), used)
  }

  /// `text` with controls, line and bidirectional marks shown as visible signs.
  static func marked(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0..<0x20: out.unicodeScalars.append(Unicode.Scalar(0x2400 + scalar.value) ?? "?")
      case 0x7F: out += "␡"
      case 0x80..<0xA0, 0x2028...0x202E, 0x2066...0x2069: out += "⍰"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// The width of one cluster.
  private static func standInWidth(_ character: Character) -> Int {
    guard let scalar = character.unicodeScalars.first else { return 0 }
    switch scalar.value {
    case 0x300..<0x370: return 0
    case 0x1100..<0x1160, 0x2E80..<0xA4D0, 0xAC00..<0xD7A4, 0xF900..<0xFB00, 0xFE30..<0xFE70,
      0xFF00..<0xFF61, 0x1F300..<0x1FB00, 0x20000..<0x30000:
      return 2
    default: return 1
    }
  }
}
