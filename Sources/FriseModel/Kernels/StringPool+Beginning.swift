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
  /// without their folds: Latin letters are compared eight at a time as they stand, and only a text
  /// that holds others within the key is folded.
  package func texts(beginning key: [UInt8], atMost limit: Int) -> TextsBeginning {
    var found = TextsBeginning()
    let (arena, ends) = (bytes, offsets)
    let (texts, bounds) = (arena.span, ends.span)
    let start = FoldedStart(key)
    var folded: [UInt8] = []
    for code in 0..<count {
      let range = Int(bounds[code])..<Int(bounds[code &+ 1])
      guard !range.isEmpty else { continue }
      var begins = start.begins(texts, range)
      if begins == nil {
        folded.removeAll(keepingCapacity: true)
        TextFold.fold(texts.extracting(range), into: &folded)
        begins = folded.starts(with: key)
      }
      guard begins == true else { continue }
      found.count += 1
      if found.count == 1 { found.common = Array(arena[range]) }
      if found.common.count > key.count { found.shorten(to: texts, range) }
      if found.codes.count < limit { found.codes.append(Int32(truncatingIfNeeded: code)) }
    }
    found.endBetweenCharacters()
    return found
  }
}

/// A key that texts may begin with, ready to be compared eight bytes at a time.
private struct FoldedStart {
  private let key: [UInt8]
  /// The first eight bytes of the key, the first one lowest, and which bits of them count.
  private let word: UInt64
  private let mask: UInt64

  private static let high: UInt64 = 0x8080_8080_8080_8080
  private static let each: UInt64 = 0x0101_0101_0101_0101

  init(_ key: [UInt8]) {
    self.key = key
    word = key.prefix(8).reversed().reduce(0) { $0 << 8 | UInt64($1) }
    mask = key.count >= 8 ? .max : 1 << (8 * UInt64(key.count)) - 1
  }

  /// Whether a text begins with the key, or nil where only its fold can tell: letters beyond ASCII,
  /// controls, two spaces in a row.
  func begins(_ texts: Span<UInt8>, _ range: Range<Int>) -> Bool? {
    guard range.lowerBound &+ 8 <= texts.count, range.count >= min(8, key.count) else {
      return bytesBegin(texts, range, from: 0)
    }
    let loaded = unsafe texts.bytes.unsafeLoadUnaligned(
      fromByteOffset: range.lowerBound, as: UInt64.self)
    let text = loaded & mask
    guard text & Self.high == 0 else { return nil }
    // As in TextFold: below 0x80, sums with at most 0x7F do not carry into the next byte.
    let capitals = (text &+ Self.each &* 0x3F) & ~(text &+ Self.each &* 0x25) & Self.high
    guard text | capitals >> 2 == word else {
      let controls = ~(text &+ Self.each &* 0x60) & Self.high & mask
      let spaces = ~((text ^ (Self.each &* 0x20)) &+ Self.each &* 0x7F) & Self.high
      return controls | (spaces & spaces << 8) == 0 ? false : nil
    }
    return key.count <= 8 ? true : bytesBegin(texts, range, from: 8)
  }

  /// The same byte by byte, the first ones being alike.
  private func bytesBegin(_ texts: Span<UInt8>, _ range: Range<Int>, from first: Int) -> Bool? {
    for index in first..<max(first, key.count) {
      guard index < range.count else { return false }
      let byte = texts[range.lowerBound &+ index]
      let isSpaceAgain =
        byte == 0x20 && index > 0 && texts[range.lowerBound &+ index &- 1] == 0x20
      guard byte >= 0x20, byte < 0x80, !isSpaceAgain else { return nil }
      guard (byte &- 0x41 < 26 ? byte | 0x20 : byte) == key[index] else { return false }
    }
    return true
  }
}

extension TextsBeginning {
  /// Takes from `common` what a further text does not begin with, the case of Latin letters aside.
  fileprivate mutating func shorten(to texts: Span<UInt8>, _ range: Range<Int>) {
    var same = 0
    while same < common.count, same < range.count {
      let (one, other) = (common[same], texts[range.lowerBound &+ same])
      let isAlike = one == other || (one ^ other == 0x20 && (one | 0x20) &- 0x61 < 26)
      guard isAlike else { break }
      same &+= 1
    }
    if same < common.count { common.removeSubrange(same...) }
  }

  /// Takes letters beyond ASCII from the end of what several texts share: one may not be whole, or
  /// have a mark in one of them.
  fileprivate mutating func endBetweenCharacters() {
    guard count > 1 else { return }
    while let last = common.last, last >= 0x80 { common.removeLast() }
  }
}
