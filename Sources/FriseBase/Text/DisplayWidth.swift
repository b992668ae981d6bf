/// How wide a text is on a terminal, in columns, counted by grapheme cluster (shell, section 4):
/// combining marks 0, East Asian wide and emoji 2.
///
/// Control characters count 0: data passes `HostileText.visible` first, and tabs are expanded by
/// whoever knows the column they start in.
package enum DisplayWidth {
  /// The width of a text.
  package static func columns(of text: String) -> Int {
    columns(of: text.utf8.span)
  }

  /// The width of a text in UTF-8. O(bytes); texts of Latin letters never look at Unicode tables.
  package static func columns(of bytes: Span<UInt8>) -> Int {
    prefix(of: bytes, columnsMax: Int.max).columns
  }

  /// The longest run of whole clusters from the beginning that fits `columnsMax`: its end (byte
  /// offset) and width.
  package static func prefix(
    of bytes: Span<UInt8>, columnsMax: Int
  ) -> (end: Int, columns: Int) {
    var end = 0
    var columns = 0
    while end < bytes.count {
      let next = cluster(in: bytes, at: end)
      guard next.columns <= columnsMax - columns else { break }
      columns += next.columns
      end = next.end
    }
    return (end, columns)
  }

  /// The text itself if it fits `columnsMax`, else its beginning, cut between clusters, and `mark`.
  /// Never wider than `columnsMax`.
  package static func truncate(
    _ text: String, to columnsMax: Int, mark: String = "…"
  ) -> String {
    let bytes = text.utf8.span
    guard prefix(of: bytes, columnsMax: columnsMax).end < bytes.count else { return text }
    let room = columnsMax - columns(of: mark)
    guard room >= 0 else {
      return columnsMax <= 0 ? "" : truncate(mark, to: columnsMax, mark: "")
    }
    let end = prefix(of: bytes, columnsMax: room).end
    return String(decoding: text.utf8.prefix(end), as: UTF8.self) + mark
  }

  /// A Latin letter with no mark after it is a cluster of one column; all else is looked up.
  private static func cluster(
    in bytes: Span<UInt8>, at start: Int
  ) -> (end: Int, columns: Int) {
    let first = bytes[start]
    let length = first < 0x80 ? 1 : 2
    // U+00A0...U+02FF, and what follows is below U+0300: nothing there joins two letters.
    let isPlain =
      first < 0x80
      ? first >= 0x20 && first != 0x7F
      : start + 1 < bytes.count && bytes[start + 1] & 0xC0 == 0x80
        && (first == 0xC2 ? bytes[start + 1] >= 0xA0 : first >= 0xC3 && first <= 0xCB)
    if isPlain, start + length >= bytes.count || bytes[start + length] < 0xCC {
      return (start + length, 1)
    }
    return GraphemeClusters.cluster(in: bytes, at: start)
  }
}
