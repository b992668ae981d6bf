import FriseBase

/// The texts of a pool that begin in some way, case and accents aside.
package struct TextsBeginning: Sendable {
  /// The codes of the first of them, in the order of the pool.
  package var codes: [Int32] = []
  /// How many there are.
  package var count = 0
  /// What all of them begin with, spelt as in the first one.
  package var common: [UInt8] = []
}

extension StringPool {
  /// The texts whose fold begins with `key`, a fold; the codes of at most `limit` of them. O(texts)
  /// without their folds: Latin letters are compared as they stand, and only a text that holds
  /// others within the key is folded.
  package func texts(beginning key: [UInt8], atMost limit: Int) -> TextsBeginning {
    var found = TextsBeginning()
    let (arena, ends) = (bytes, offsets)
    let (texts, bounds, wanted) = (arena.span, ends.span, key.span)
    var folded: [UInt8] = []
    for code in 0..<count {
      let start = Int(bounds[code])
      let end = Int(bounds[code &+ 1])
      guard start < end else { continue }
      var isMatch = Self.begins(texts, from: start, to: end, wanted)
      if isMatch == nil {
        folded.removeAll(keepingCapacity: true)
        TextFold.fold(texts.extracting(start..<end), into: &folded)
        isMatch = folded.starts(with: key)
      }
      guard isMatch == true else { continue }
      found.count += 1
      if found.count == 1 { found.common = Array(arena[start..<end]) }
      found.shorten(to: texts, from: start, to: end)
      if found.codes.count < limit { found.codes.append(Int32(truncatingIfNeeded: code)) }
    }
    found.endBetweenCharacters()
    return found
  }

  /// Whether a text begins with a key, or nil where only its fold can tell: letters beyond ASCII,
  /// controls, two spaces in a row.
  private static func begins(
    _ texts: Span<UInt8>, from start: Int, to end: Int, _ key: Span<UInt8>
  ) -> Bool? {
    var last: UInt8 = 0
    for index in 0..<key.count {
      guard start &+ index < end else { return false }
      let byte = texts[start &+ index]
      guard byte >= 0x20, byte < 0x80, byte != 0x20 || last != 0x20 else { return nil }
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      guard folded == key[index] else { return false }
      last = byte
    }
    return true
  }
}

extension TextsBeginning {
  /// Takes from `common` what a further text does not begin with, the case of Latin letters aside.
  fileprivate mutating func shorten(to texts: Span<UInt8>, from start: Int, to end: Int) {
    var same = 0
    while same < common.count, start &+ same < end {
      let (one, other) = (common[same], texts[start &+ same])
      let isAlike = one == other || (one ^ other == 0x20 && (one | 0x20) &- 0x61 < 26)
      guard isAlike else { break }
      same &+= 1
    }
    if same < common.count { common.removeSubrange(same...) }
  }

  /// Takes from `common` a character at its end that is not whole, and one that a mark may follow.
  fileprivate mutating func endBetweenCharacters() {
    guard count > 1 else { return }
    while let last = common.last, last >= 0x80 { common.removeLast() }
  }
}
