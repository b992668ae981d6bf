import FriseBase

/// An answer that is shown again and again in the same place: what to write so that the new one
/// stands where the last one stood.
struct WatchedScreen: Sendable {
  /// The lines on the screen, as they look.
  private var shown: [String] = []

  /// The bytes that put an answer in the place of the last one. It is cut so that it and `status`,
  /// the line below it, fit the screen, or the top of it could not be reached again.
  mutating func replace(
    with answer: [UInt8], status: String, columns: Int, rows: Int
  ) -> [UInt8] {
    let height = shown.reduce(0) { $0 + Self.rows(of: $1, columns: columns) }
    var written = height > 0 ? "\u{1B}[\(height)A\r" : "\r"
    shown = []
    var room = max(1, rows - 3)
    let lines = String(decoding: answer, as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let whole = lines.last == "" ? lines.dropLast() : lines[...]
    for line in whole {
      let plain = Self.plain(line)
      room -= Self.rows(of: plain, columns: columns)
      guard room >= 0 else {
        shown.append("…")
        written += "…\u{1B}[K\n"
        break
      }
      shown.append(plain)
      written += line + "\u{1B}[K\n"
    }
    let last = DisplayWidth.truncate(status, to: max(1, columns - 1))
    shown.append(last)
    written += "\u{1B}[2m\(last)\u{1B}[0m\u{1B}[K\n\u{1B}[J"
    return Array(written.utf8)
  }

  /// The rows that a line without sequences takes on a screen so wide.
  private static func rows(of line: String, columns: Int) -> Int {
    max(1, (DisplayWidth.columns(of: line) + columns - 1) / max(1, columns))
  }

  /// A line without its escape sequences.
  private static func plain(_ line: String) -> String {
    var plain = String.UnicodeScalarView()
    var isInSequence = false
    for scalar in line.unicodeScalars {
      if isInSequence {
        isInSequence = scalar == "[" || !(0x40...0x7E).contains(scalar.value)
      } else if scalar == "\u{1B}" {
        isInSequence = true
      } else {
        plain.append(scalar)
      }
    }
    return String(plain)
  }
}
