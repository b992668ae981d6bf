/// Hashes and comparisons of texts, eight bytes at a time.
enum TextHash {
  /// A 64-bit hash of the bytes, not to be kept beyond the run: multiply and mix, word by word.
  static func hash(_ text: Span<UInt8>) -> UInt64 {
    unsafe text.withUnsafeBytes { bytes in
      var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
      var offset = 0
      while offset + 8 <= bytes.count {
        let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
        hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash >> 32
        offset += 8
      }
      var rest: UInt64 = 0
      while offset < bytes.count {
        rest = unsafe rest << 8 | UInt64(bytes[offset])
        offset += 1
      }
      hash = (hash ^ rest) &* 0xD6E8_FEB8_6659_FD93
      return hash ^ hash >> 29
    }
  }

  /// True when both texts, of one length, have the same bytes.
  static func areEqual(_ text: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
    unsafe text.withUnsafeBytes { bytes in
      unsafe other.withUnsafeBytes { others in
        guard bytes.count == others.count else { return false }
        var offset = 0
        while offset + 8 <= bytes.count {
          let word = unsafe bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          let otherWord = unsafe others.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
          if word != otherWord { return false }
          offset += 8
        }
        while offset < bytes.count {
          if unsafe bytes[offset] != others[offset] { return false }
          offset += 1
        }
        return true
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
