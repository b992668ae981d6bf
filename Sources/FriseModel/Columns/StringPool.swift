package import FriseBase
import Synchronization

/// Distinct texts in one arena of bytes; a code is an index from 0. Immutable once built.
package final class StringPool: Sendable {
  /// The texts, one after the other, UTF-8.
  package let bytes: [UInt8]
  /// Text `code` is `bytes[offsets[code]..<offsets[code + 1]]`.
  package let offsets: [UInt32]
  private let keptFolds = Kept<FoldedPool>()
  private let keptRanks = Kept<[Int32]>()

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

  /// Where the bytes of a code's text are.
  func range(of code: Int32) -> Range<UInt32> { offsets[Int(code)]..<offsets[Int(code) + 1] }

  /// Writes some texts, given by their ranges, with a separator between two at the beginning of
  /// `joined`, which grows where it is too small.
  /// - Returns: How many bytes were written.
  func join(
    _ texts: ReversedCollection<ArraySlice<Range<UInt32>>>, _ separator: [UInt8],
    into joined: inout [UInt8]
  ) -> Int {
    let size = texts.reduce(separator.count * max(0, texts.count - 1)) { $0 + $1.count }
    if joined.count < size { joined = [UInt8](repeating: 0, count: 2 * size) }
    // Unchecked writes: the texts were measured.
    unsafe joined.withUnsafeMutableBytes { output in
      unsafe bytes.withUnsafeBytes { bytes in
        var place = 0
        for (index, text) in texts.enumerated() {
          if index > 0 {
            for byte in separator {
              unsafe output[place] = byte
              place &+= 1
            }
          }
          let text = Int(text.lowerBound)..<Int(text.upperBound)
          unsafe UnsafeMutableRawBufferPointer(rebasing: output[place...])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[text]))
          place &+= text.count
        }
      }
    }
    return size
  }

  /// The folds of all texts, made at first use.
  package var folds: FoldedPool { folds(nil) ?? FoldedPool(bytes: [], offsets: [0]) }

  /// The folds, or nil once the interrupt is raised.
  fileprivate func folds(_ interrupt: Interrupt?) -> FoldedPool? {
    keptFolds.value(orNone: { FoldedPool.make(of: self, interrupt) })
  }
}

/// What must be known of texts before rows can be compared by them.
package enum TextNeed: Sendable {
  /// To look for a text, or for a part of one.
  case folds
  /// To tell which texts are alike.
  case likeness
  /// To sort.
  case order
}

extension StringPool {
  /// Reckons what is needed, once, unless it is known; false once the interrupt is raised.
  package func prepare(_ need: TextNeed, _ interrupt: Interrupt) -> Bool {
    switch need {
    case .folds: folds(interrupt) != nil
    case .likeness: folds(interrupt)?.leader(interrupt) != nil
    case .order: collationRanks(interrupt) != nil
    }
  }
}

extension StringPool {
  /// The place of each text in the collation of section 6, made at first use; texts that are level
  /// share a place.
  package var collationRanks: [Int32] { collationRanks(nil) ?? [] }

  private func collationRanks(_ interrupt: Interrupt?) -> [Int32]? {
    keptRanks.value(orNone: { Collation.ranks(of: bytes, offsets: offsets, interrupt) })
  }
}

/// The folds of a pool's texts (language, section 6) and which texts are alike under the fold.
package final class FoldedPool: Sendable {
  /// The folds, one after the other.
  package let bytes: [UInt8]
  /// The fold of `code` is `bytes[offsets[code]..<offsets[code + 1]]`.
  package let offsets: [UInt32]
  private let keptLeader = Kept<[Int32]>()

  /// The least code whose text has the same fold, found at first use: a search needs it not.
  package var leader: [Int32] { leader(nil) ?? [] }

  /// The same, or nil once the interrupt is raised.
  fileprivate func leader(_ interrupt: Interrupt?) -> [Int32]? {
    keptLeader.value(orNone: { FoldedPool.leaders(bytes, offsets, interrupt) })
  }

  fileprivate init(bytes: [UInt8], offsets: [UInt32]) {
    self.bytes = bytes
    self.offsets = offsets
  }

  /// The folds of a pool's texts, or nil once the interrupt is raised; those of many texts are made
  /// on two threads.
  fileprivate static func make(of pool: StringPool, _ interrupt: Interrupt?) -> FoldedPool? {
    let count = pool.count
    let partCount = count < 1 << 14 ? 1 : Workers.threadCount
    let parts = Mutex<[(bytes: [UInt8], offsets: [UInt32])?]>(
      Array(repeating: nil, count: partCount))
    Workers.run(partCount) { part in
      let codes = part * count / partCount..<(part + 1) * count / partCount
      // The first part has room for the others.
      let room = part == 0 ? 0..<count : codes
      let found = folds(of: pool, codes, room, interrupt)
      parts.withLock { $0[part] = found }
    }
    var found = parts.withLock { parts in
      defer { parts = [] }
      return parts.compactMap(\.self)
    }
    guard found.count == partCount, !found.isEmpty else { return nil }
    var (bytes, offsets) = found.removeFirst()
    for next in found {
      let base = UInt32(truncatingIfNeeded: bytes.count)
      bytes += next.bytes
      offsets.append(contentsOf: next.offsets.dropFirst().lazy.map { base &+ $0 })
    }
    return FoldedPool(bytes: bytes, offsets: offsets)
  }

  /// The folds of some texts, with room for those of `room`.
  private static func folds(
    of pool: StringPool, _ codes: Range<Int>, _ room: Range<Int>, _ interrupt: Interrupt?
  ) -> (bytes: [UInt8], offsets: [UInt32])? {
    var arena: [UInt8] = []
    arena.reserveLarge(
      Int(pool.offsets[room.upperBound]) - Int(pool.offsets[room.lowerBound]))
    var offsets: [UInt32] = []
    offsets.reserveLarge(room.count + 1)
    offsets.append(0)
    let texts = pool.bytes
    let bytes = texts.span
    for code in codes {
      if code & 0xFFFF == 0, interrupt?.isRaised == true { return nil }
      let text = bytes.extracting(Int(pool.offsets[code])..<Int(pool.offsets[code + 1]))
      TextFold.fold(text, into: &arena)
      offsets.append(UInt32(truncatingIfNeeded: arena.count))
    }
    return (arena, offsets)
  }

  /// For each fold the least code with the same one; nil once the interrupt is raised.
  private static func leaders(
    _ arena: [UInt8], _ offsets: [UInt32], _ interrupt: Interrupt?
  ) -> [Int32]? {
    var runs = [TextCells.Run(bytes: arena, offsets: offsets)]
    var leaders = TextRuns.firstRows(&runs, interrupt)
    // Texts of no letter fold to nothing, which is a missing text to a column.
    if let first = leaders.firstIndex(of: -1) {
      for code in first..<leaders.count where leaders[code] < 0 {
        leaders[code] = Int32(clamping: first)
      }
    }
    return interrupt?.isRaised == true ? nil : leaders
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
  /// Short texts that were looked for lately, empty until many are.
  private var recent: [RecentText] = []

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
    let slot = slot(of: text, hash)
    if slots[slot] >= 0 { return slots[slot] }
    let code = Int32(hashes.count)
    slots[slot] = code
    hashes.append(hash)
    unsafe text.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    offsets.append(UInt32(bytes.count))
    if hashes.count * 2 > slots.count { grow() }
    return code
  }

  /// Appends the codes of some cells, -1 for missing ones.
  /// - Returns: False, with the codes of some cells appended, once there are more than `limit`
  ///   texts.
  package mutating func add(
    _ cells: CellRanges, to codes: inout [Int32], limit: Int
  ) -> Bool {
    var isWithin = true
    codes += unsafe [Int32](unsafeUninitializedCapacity: cells.count) { found, foundCount in
      while true {
        unsafe lookUp(cells, from: &foundCount, into: found)
        if foundCount == cells.count { return }
        unsafe found[foundCount] = cells.withText(foundCount) { add($0) }
        foundCount += 1
        if count > limit {
          isWithin = false
          return
        }
      }
    }
    return isWithin
  }

  /// Writes the codes of cells from `index` on, -1 for missing ones, up to the first whose text is
  /// new.
  private mutating func lookUp(
    _ cells: CellRanges, from index: inout Int, into codes: UnsafeMutableBufferPointer<Int32>
  ) {
    if recent.isEmpty { recent = Array(repeating: RecentText(), count: RecentText.count) }
    var recent: [RecentText] = []
    swap(&recent, &self.recent)
    unsafe recent.withUnsafeMutableBufferPointer { recent in
      while index < cells.count {
        if unsafe cells.starts[index] == cells.ends[index] {
          unsafe codes[index] = -1
          index += 1
          continue
        }
        let key = RecentText(cells, index)
        let place = key.place
        if key.isShort, unsafe recent[place].holdsText(of: key) {
          unsafe codes[index] = recent[place].code
          index += 1
          continue
        }
        guard let code = cells.withText(index, { code(of: $0) }) else { return }
        unsafe codes[index] = code
        if key.isShort { unsafe recent[place] = key.with(code) }
        index += 1
      }
    }
    swap(&recent, &self.recent)
  }

  /// The code of these bytes, or nil when they were never added.
  package func code(of text: Span<UInt8>) -> Int32? {
    let code = slots[slot(of: text, TextHash.hash(text))]
    return code >= 0 ? code : nil
  }

  /// The slot of a text, which is empty where the text is new.
  @inline(__always)
  private func slot(of text: Span<UInt8>, _ hash: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 {
      let code = slots[slot]
      if hashes[Int(code)] == hash, matches(code, text) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
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

/// A text of at most sixteen bytes as two numbers and its length, and its code: most texts of
/// columns that hold few are found by these, without their bytes.
private struct RecentText {
  /// How many are remembered.
  static let count = 1 << 11

  private var first: UInt64 = 0
  private var last: UInt64 = 0
  private var count: Int32 = 0
  private(set) var code: Int32 = -1

  /// No text.
  init() {}

  /// The text of a cell that is not missing.
  @inline(__always)
  init(_ cells: CellRanges, _ index: Int) {
    let end = unsafe Int(cells.ends[index])
    let count = unsafe end - Int(cells.starts[index])
    // The bytes in front of the text are read with it.
    guard count <= 16, end >= 16 else { return }
    let bytes = unsafe UnsafeRawPointer(cells.bytes + end)
    self.count = Int32(truncatingIfNeeded: count)
    let bits = UInt64(truncatingIfNeeded: count &* 8)
    last = unsafe UInt64(littleEndian: (bytes - 8).loadUnaligned(as: UInt64.self))
    first = unsafe UInt64(littleEndian: (bytes - 16).loadUnaligned(as: UInt64.self))
    // And left out: a number holds them lowest.
    last &= bits >= 64 ? ~0 : ~0 &<< (64 &- bits)
    first &= bits > 64 ? ~0 &<< (128 &- bits) : 0
  }

  /// Whether the text is so short that it is remembered.
  @inline(__always)
  var isShort: Bool { last != 0 }

  /// Where it is remembered.
  @inline(__always)
  var place: Int {
    let mixed = (first &* 0x9E37_79B9_7F4A_7C15 ^ last) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: mixed >> 53)
  }

  @inline(__always)
  func holdsText(of other: RecentText) -> Bool {
    first == other.first && last == other.last && count == other.count
  }

  /// The same with its code.
  @inline(__always)
  func with(_ code: Int32) -> RecentText {
    var known = self
    known.code = code
    return known
  }
}
