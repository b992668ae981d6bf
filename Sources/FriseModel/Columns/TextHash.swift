/// Hashes and comparisons of texts, eight bytes at a time.
enum TextHash {
  /// A 64-bit hash of the bytes, not to be kept beyond the run: multiply and mix, word by word.
  @inline(__always)
  static func hash(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var offset = 0
      while offset + 8 < bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        offset += 8
      }
      hash = unsafe (hash ^ lastWord(bytes)) &* 0xD6E8_FEB8_6659_FD93
      return hash ^ hash >> 29
    }
  }

  /// The last eight bytes, or all where there are fewer, as a number that differs where they do.
  @inline(__always)
  private static func lastWord(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    let count = bytes.count
    if count >= 8 {
      return unsafe bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    }
    if count >= 4 {
      let first = unsafe bytes.loadUnaligned(as: UInt32.self)
      let last = unsafe bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(first) << 32 | UInt64(last)
    }
    guard count > 0 else { return 0 }
    return unsafe UInt64(bytes[0]) << 16 | UInt64(bytes[count / 2]) << 8 | UInt64(bytes[count - 1])
  }

  /// True when both texts, of one length, have the same bytes.
  @inline(__always)
  static func areEqual(_ text: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { others in
        guard bytes.count == others.count else { return false }
        var offset = 0
        while offset + 8 < bytes.count {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          let otherWord = unsafe others.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if word != otherWord { return false }
          offset += 8
        }
        return unsafe lastWord(bytes) == lastWord(others)
      }
    }
  }
}

extension Int {
  /// The least power of two that is not below this number, which is not negative.
  var nextPowerOfTwo: Int {
    self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount)
  }
}
