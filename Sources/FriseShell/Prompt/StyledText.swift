import FriseBase

/// A text and the pieces of it that are not plain: colours of an earlier text are carried over to
/// the one that a key made of it, without reading it.
struct StyledText: Sendable, Hashable {
  var text = ""
  /// In order, without overlaps.
  var spans: [StyledSpan] = []

  /// The same colours over a text that was changed in one place: what stands before and behind it
  /// keeps its own, and a word that grows its class. O(bytes).
  func carried(to changed: String) -> StyledText {
    let (old, new) = (text.utf8.span, changed.utf8.span)
    let least = min(old.count, new.count)
    var before = 0
    while before < least, old[before] == new[before] { before += 1 }
    var behind = 0
    while behind < least - before, old[old.count - 1 - behind] == new[new.count - 1 - behind] {
      behind += 1
    }
    let oldEnd = old.count - behind
    let shift = new.count - old.count
    var carried = StyledText(text: changed)
    for styled in spans {
      var (start, end) = (Int(styled.span.start), Int(styled.span.end))
      if end < before || (end == before && (end == start || !Self.isWord(old[end - 1]))) {
        // Stands before the change.
      } else if end == before {
        end = Self.wordEnd(new, from: before, to: new.count - behind)
      } else if start >= oldEnd {
        (start, end) = (start + shift, end + shift)
      } else {
        let rest = end >= oldEnd ? end + shift : before
        (start, end) = (start < before ? start : oldEnd + shift, rest)
      }
      guard start < end else { continue }
      carried.spans.append(StyledSpan(ByteSpan(start, end), style: styled.style))
    }
    return carried
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || byte == 0x5F || byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }

  private static func wordEnd(_ bytes: Span<UInt8>, from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit, isWord(bytes[end]) { end += 1 }
    return end
  }
}
