import FriseBase
import Synchronization

/// Distinct texts in one arena of bytes; a code is an index from 0. Immutable once built.
package final class StringPool: Sendable {
  /// The texts, one after the other, UTF-8.
  package let bytes: [UInt8]
  /// Text `code` is `bytes[offsets[code]..<offsets[code + 1]]`.
  package let offsets: [UInt32]
  private let cachedFolds = Mutex<FoldedPool?>(nil)
  private let cachedRanks = Mutex<[Int32]?>(nil)

  package init(bytes: [UInt8], offsets: [UInt32]) {
    self.bytes = bytes
    self.offsets = offsets
  }

  package static let empty = StringPool(bytes: [], offsets: [0])

  /// How many distinct texts there are.
  package var count: Int { offsets.count - 1 }

  /// The text of a code.
  package subscript(code: Int32) -> String {
    String(decoding: slice(code), as: UTF8.self)
  }

  /// The bytes of a code's text.
  package func slice(_ code: Int32) -> ArraySlice<UInt8> {
    bytes[Int(offsets[Int(code)])..<Int(offsets[Int(code) + 1])]
  }

  /// The folds of all texts, made at first use.
  package var folds: FoldedPool {
    cachedFolds.withLock { cache in
      if let cache { return cache }
      let made = FoldedPool(of: self)
      cache = made
      return made
    }
  }
}

extension StringPool {
  /// The place of each text in the collation of section 6, made at first use; texts that are level
  /// share a place.
  package var collationRanks: [Int32] {
    cachedRanks.withLock { cache in
      if let cache { return cache }
      let made = Collation.ranks(of: bytes, offsets: offsets)
      cache = made
      return made
    }
  }
}

/// The folds of a pool's texts (language, section 6) and which texts are alike under the fold.
package final class FoldedPool: Sendable {
  /// The folds, one after the other.
  package let bytes: [UInt8]
  /// The fold of `code` is `bytes[offsets[code]..<offsets[code + 1]]`.
  package let offsets: [UInt32]
  private let cachedLeader = Mutex<[Int32]?>(nil)

  /// The least code whose text has the same fold, found at first use: a search needs it not.
  package var leader: [Int32] {
    cachedLeader.withLock { cache in
      if let cache { return cache }
      let made = FoldedPool.leaders(bytes, offsets)
      cache = made
      return made
    }
  }

  init(of pool: StringPool) {
    var arena: [UInt8] = []
    arena.reserveCapacity(pool.bytes.count)
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(pool.count + 1)
    let texts = pool.bytes
    let bytes = texts.span
    for code in 0..<pool.count {
      let text = bytes.extracting(Int(pool.offsets[code])..<Int(pool.offsets[code + 1]))
      TextFold.fold(text, into: &arena)
      offsets.append(UInt32(arena.count))
    }
    self.bytes = arena
    self.offsets = offsets
  }

  /// For each fold the least code with the same one, by open addressing.
  private static func leaders(_ arena: [UInt8], _ offsets: [UInt32]) -> [Int32] {
    let count = offsets.count - 1
    var hashes = [UInt64](repeating: 0, count: count)
    var leader = [Int32](repeating: 0, count: count)
    let mask = max(16, (2 * count).nextPowerOfTwo) - 1
    var slots = [Int32](repeating: -1, count: mask + 1)
    let bytes = arena.span
    for code in 0..<count {
      let fold = bytes.extracting(Int(offsets[code])..<Int(offsets[code + 1]))
      let hash = TextHash.hash(fold)
      hashes[code] = hash
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 {
        let other = Int(slots[slot])
        if hashes[other] == hash,
          TextHash.areEqual(
            fold, bytes.extracting(Int(offsets[other])..<Int(offsets[other + 1])))
        {
          break
        }
        slot = (slot + 1) & mask
      }
      if slots[slot] < 0 { slots[slot] = Int32(code) }
      leader[code] = slots[slot]
    }
    return leader
  }

  /// The codes whose fold equals the fold of `text`.
  package func codes(matching text: String) -> [Int32] {
    var needle: [UInt8] = []
    TextFold.fold(Array(text.utf8), into: &needle)
    var found: [Int32] = []
    let arena = bytes
    let folds = arena.span
    for code in 0..<offsets.count - 1 {
      let range = Int(offsets[code])..<Int(offsets[code + 1])
      if range.count == needle.count, TextHash.areEqual(folds.extracting(range), needle.span) {
        found.append(Int32(code))
      }
    }
    return found
  }
}

/// Gathers distinct texts: open addressing over 64-bit hashes of the bytes.
package struct StringPoolBuilder: Sendable {
  private var bytes: [UInt8] = []
  private var offsets: [UInt32] = [0]
  private var hashes: [UInt64] = []
  private var slots: [Int32] = Array(repeating: -1, count: 16)

  package init() {}

  package var count: Int { hashes.count }

  /// The code of `text`, new or known.
  package mutating func add(_ text: String) -> Int32 {
    add(text.utf8.span)
  }

  /// The code of these bytes, new or known.
  package mutating func add(_ slice: ArraySlice<UInt8>) -> Int32 {
    add(slice.span)
  }

  /// The code of these bytes, new or known.
  package mutating func add(_ text: Span<UInt8>) -> Int32 {
    let hash = TextHash.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let code = slots[slot]
      if hashes[Int(code)] == hash, matches(code, text) { return code }
      slot = (slot + 1) & mask
    }
    let code = Int32(hashes.count)
    slots[slot] = code
    hashes.append(hash)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    offsets.append(UInt32(bytes.count))
    if hashes.count * 2 > slots.count { grow() }
    return code
  }

  /// The code of these bytes, or nil when they were never added.
  package func code(of text: Span<UInt8>) -> Int32? {
    let hash = TextHash.hash(text)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let code = slots[slot]
      if hashes[Int(code)] == hash, matches(code, text) { return code }
      slot = (slot + 1) & mask
    }
    return nil
  }

  private func matches(_ code: Int32, _ text: Span<UInt8>) -> Bool {
    let (start, end) = (Int(offsets[Int(code)]), Int(offsets[Int(code) + 1]))
    guard end - start == text.count else { return false }
    return TextHash.areEqual(bytes.span.extracting(start..<end), text)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: -1, count: mask + 1)
    for (code, hash) in hashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] >= 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(code)
    }
  }

  /// The finished pool.
  package consuming func build() -> StringPool {
    StringPool(bytes: bytes, offsets: offsets)
  }
}
