/// A range of bytes in a source: `start` included, `end` excluded.
package struct ByteSpan: Sendable, Hashable {
  package var start: UInt32
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    self.start = start
    self.end = max(start, end)
  }

  package init(_ start: Int, _ end: Int) {
    self.init(start: UInt32(clamping: start), end: UInt32(clamping: end))
  }

  package var count: Int { Int(end) - Int(start) }

  /// The smallest span that holds both.
  package func union(_ other: ByteSpan) -> ByteSpan {
    ByteSpan(start: min(start, other.start), end: max(end, other.end))
  }
}

/// A named text being read: a script, a `-c` query, a line of the prompt.
///
/// The bytes are valid UTF-8 without NUL once `SourceText.validate` found no fault.
package struct SourceText: Sendable {
  /// What diagnostics call it: a path, `<query>`, `<stdin>` or `<prompt>`.
  package let name: String
  package let bytes: [UInt8]
  /// Byte offset at which each line starts; the first is 0.
  package let lineStarts: [UInt32]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts: [UInt32] = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A {
      starts.append(UInt32(clamping: offset + 1))
    }
    self.lineStarts = starts
  }

  package init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// The text of `span`, clamped to the source.
  package func text(_ span: ByteSpan) -> String {
    let lower = min(Int(span.start), bytes.count)
    let upper = min(max(Int(span.end), lower), bytes.count)
    return String(decoding: bytes[lower..<upper], as: UTF8.self)
  }

  /// Bytes of the byte order mark at the start: 3 or 0. It is no part of the first line.
  package var byteOrderMarkCount: Int { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0 }

  /// Index from 0 of the line that holds `byteOffset`. O(log lines).
  package func lineIndex(at byteOffset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if Int(lineStarts[middle]) <= byteOffset { low = middle } else { high = middle }
    }
    return low
  }

  /// Bytes of a line, without its line end; of the first line without the byte order mark.
  package func lineSpan(_ lineIndex: Int) -> ByteSpan {
    guard lineIndex >= 0, lineIndex < lineStarts.count else { return ByteSpan(0, 0) }
    let start = lineIndex == 0 ? byteOrderMarkCount : Int(lineStarts[lineIndex])
    var end = lineIndex + 1 < lineStarts.count ? Int(lineStarts[lineIndex + 1]) - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return ByteSpan(start, end)
  }

  /// Line and column from 1, the column in characters (grapheme clusters).
  package func position(at byteOffset: Int) -> (line: Int, column: Int) {
    let index = lineIndex(at: byteOffset)
    let start = index == 0 ? byteOrderMarkCount : Int(lineStarts[index])
    let prefix = text(ByteSpan(start, byteOffset))
    return (index + 1, prefix.count + 1)
  }

  /// The byte offset of the first NUL or of the first byte that is not UTF-8, or nil.
  package static func firstBadByte(_ bytes: [UInt8]) -> Int? {
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe firstBadByte(bytes, from: 0, to: bytes.count)
    }
  }

  /// Whether the characters that begin in `from..<to` are well-formed and none is NUL; the last may
  /// end behind `to`.
  package static func isText(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int
  ) -> Bool {
    unsafe firstBadByte(bytes, from: from, to: to) == nil
  }

  /// Whether eight bytes are ASCII and none of them is NUL.
  @inline(__always)
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
    let word = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(
      fromByteOffset: index, as: UInt64.self)
    // Of ASCII, only NUL borrows from its eighth bit.
    return (word | (word &- 0x0101_0101_0101_0101)) & 0x8080_8080_8080_8080 == 0
  }

  private static func firstBadByte(
    _ bytes: UnsafeBufferPointer<UInt8>, from: Int, to: Int
  ) -> Int? {
    var index = from
    let span = unsafe bytes.span
    while index < to {
      let byte = unsafe bytes[index]
      if byte == 0 { return index }
      if byte < 0x80 {
        index += 1
        // Eight bytes at a time while all are ASCII and none is NUL.
        while index + 8 <= to, unsafe isPlain(bytes, index) { index += 8 }
        continue
      }
      guard let (_, length) = UTF8Decoding.scalar(in: span, at: index) else { return index }
      index += length
    }
    return nil
  }
}
