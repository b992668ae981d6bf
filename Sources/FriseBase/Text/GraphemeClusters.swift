import CUTF8Proc

/// Grapheme clusters of UTF-8 bytes: what a person takes for one character, and how many columns of
/// a terminal it fills.
enum GraphemeClusters {
  /// The end (byte offset) of the cluster that begins at `start`, and its width in columns.
  ///
  /// Combining marks add nothing, East Asian wide letters and emoji fill two columns, and no
  /// cluster fills more than two. A byte that is not UTF-8 is a cluster of one column.
  static func cluster(
    in bytes: Span<UInt8>, at start: Int
  ) -> (end: Int, columns: Int) {
    let first = bytes[start]
    let isFollowedByASCII = start + 1 >= bytes.count || bytes[start + 1] < 0x80
    if first < 0x80, isFollowedByASCII, first != 0x0D {
      return (start + 1, first >= 0x20 && first != 0x7F ? 1 : 0)
    }
    guard let (base, length) = UTF8Decoding.scalar(in: bytes, at: start) else {
      return (start + 1, 1)
    }
    var previous = base
    var end = start + length
    var columns = UnicodeData.columns(base)
    var state: Int32 = 0
    while end < bytes.count, let (next, length) = UTF8Decoding.scalar(in: bytes, at: end) {
      if UnicodeData.isClusterBreak(between: previous, and: next, state: &state) { break }
      // The emoji selector makes a text sign (❤, a digit of a keycap) an emoji.
      columns += next == 0xFE0F ? 1 : UnicodeData.columns(next)
      previous = next
      end += length
    }
    return (end, min(columns, 2))
  }
}

extension UnicodeData {
  /// Columns of a terminal a scalar fills on its own: 0, 1 or 2.
  static func columns(_ scalar: UInt32) -> Int {
    Int(utf8proc_charwidth(utf8proc_int32_t(truncatingIfNeeded: scalar)))
  }

  /// True when a cluster ends between two scalars; `state` starts as 0 and is carried along a text.
  static func isClusterBreak(
    between first: UInt32, and second: UInt32, state: inout Int32
  ) -> Bool {
    unsafe utf8proc_grapheme_break_stateful(
      utf8proc_int32_t(truncatingIfNeeded: first), utf8proc_int32_t(truncatingIfNeeded: second),
      &state)
  }
}
