/// Looks for a run of bytes in many texts that lie one after the other in an arena.
///
/// The first and the last byte of the needle are looked for in 64 places at once, and only where
/// both stand are the bytes between them compared.
enum ArenaSearch {
  /// For each text whether it has `needle` in it. O(bytes of the arena).
  ///
  /// `needle`: What is looked for; an empty one is in every text.
  /// `arena`: The texts; text i is `arena[offsets[i]..<offsets[i + 1]]`.
  /// `accepts`: Whether a place that matches counts, given its offset and that of its text.
  static func texts(
    holding needle: Span<UInt8>, in arena: [UInt8], _ offsets: [UInt32],
    accepts: (_ place: Int, _ textStart: Int) -> Bool = { _, _ in true }
  ) -> [Bool] {
    var holding = [Bool](repeating: needle.isEmpty, count: max(0, offsets.count - 1))
    guard !needle.isEmpty, !holding.isEmpty else { return holding }
    unsafe arena.withUnsafeBytes { bytes in
      var cursor = TextCursor(offsets)
      var start = 0
      while let place = unsafe next(needle, in: bytes, from: start) {
        let text = cursor.text(at: place)
        let end = Int(offsets[text + 1])
        if place + needle.count <= end, accepts(place, Int(offsets[text])) {
          holding[text] = true
          start = end
        } else {
          start = place + 1
        }
      }
    }
    return holding
  }

  /// The first place at or after `start` where `needle`, which is not empty, stands in `bytes`.
  private static func next(
    _ needle: Span<UInt8>, in bytes: UnsafeRawBufferPointer, from start: Int
  ) -> Int? {
    let tail = needle.count - 1
    let first = needle[0]
    let last = needle[tail]
    let firsts = SIMD64<UInt8>(repeating: first)
    let lasts = SIMD64<UInt8>(repeating: last)
    var place = start
    while place + 64 + tail <= bytes.count {
      let heads = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD64<UInt8>.self)
      let ends = unsafe bytes.loadUnaligned(fromByteOffset: place + tail, as: SIMD64<UInt8>.self)
      let hits = heads .== firsts .& ends .== lasts
      // Eight places a word, each all ones or all zeros.
      let words = unsafe unsafeBitCast(hits, to: SIMD8<UInt64>.self)
      if (words.lowHalf | words.highHalf) != SIMD4<UInt64>() {
        for index in 0..<8 {
          var word = words[index]
          while word != 0 {
            let lane = word.trailingZeroBitCount &>> 3
            let found = place + index * 8 + lane
            if unsafe matches(needle, bytes, at: found) { return found }
            word &= ~(0xFF &<< UInt64(truncatingIfNeeded: lane &<< 3))
          }
        }
      }
      place += 64
    }
    while place + tail < bytes.count {
      if unsafe bytes[place] == first, unsafe bytes[place + tail] == last,
        unsafe matches(needle, bytes, at: place)
      {
        return place
      }
      place += 1
    }
    return nil
  }

  /// True when the bytes between the first and the last of `needle` stand at `place`.
  private static func matches(
    _ needle: Span<UInt8>, _ bytes: UnsafeRawBufferPointer, at place: Int
  ) -> Bool {
    var index = 1
    while index < needle.count - 1 {
      if unsafe bytes[place + index] != needle[index] { return false }
      index += 1
    }
    return true
  }

  /// Which text a place of the arena belongs to; places are asked for in ascending order.
  private struct TextCursor {
    private let offsets: [UInt32]
    private var current = 0

    init(_ offsets: [UInt32]) { self.offsets = offsets }

    /// The text that holds `place`, found by doubling steps from the last one.
    mutating func text(at place: Int) -> Int {
      var step = 1
      while current + step < offsets.count - 1, Int(offsets[current + step]) <= place {
        current += step
        step *= 2
      }
      while step > 1 {
        step /= 2
        if current + step < offsets.count - 1, Int(offsets[current + step]) <= place {
          current += step
        }
      }
      return current
    }
  }
}
