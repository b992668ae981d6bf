import Synchronization

/// Makes a column of many different texts from the bytes of its cells: hashed first, then each half
/// of the hashes gathered by a thread of its own.
extension TextColumn {
  /// A column of the texts of some cells. With `undoubling`, two quotes in a row stand for one, and
  /// no quote stands alone in any cell.
  package init(_ cells: CellRanges, undoubling: Bool) {
    let partCount = cells.count < 1 << 15 ? 1 : Workers.threadCount
    let hashes = TextColumn.hashes(cells, partCount)
    let parts = Mutex<[TextPart?]>(Array(repeating: nil, count: partCount))
    var codes = unsafe [Int32](unsafeUninitializedCapacity: cells.count) { buffer, count in
      nonisolated(unsafe) let target = unsafe buffer
      Workers.run(partCount) { index in
        var part = TextPart(index: index, of: partCount)
        unsafe part.gather(cells, hashes, into: target)
        part.write(cells, undoubling: undoubling)
        let made = part
        parts.withLock { $0[index] = made }
      }
      count = cells.count
    }
    let made = parts.withLock { $0.compactMap(\.self) }
    self.init(codes: TextColumn.joined(&codes, made, hashes), pool: TextColumn.pool(made))
  }

  /// A hash of each cell.
  private static func hashes(_ cells: CellRanges, _ partCount: Int) -> [UInt64] {
    unsafe [UInt64](unsafeUninitializedCapacity: cells.count) { buffer, count in
      nonisolated(unsafe) let target = unsafe buffer
      let step = (cells.count + partCount - 1) / partCount
      Workers.run(partCount) { part in
        for index in min(cells.count, part * step)..<min(cells.count, (part + 1) * step) {
          unsafe target[index] = cells.withText(index) { TextHash.hash($0) }
        }
      }
      count = cells.count
    }
  }

  /// The codes with those of the second part moved behind those of the first.
  private static func joined(
    _ codes: inout [Int32], _ parts: [TextPart], _ hashes: [UInt64]
  ) -> [Int32] {
    guard parts.count > 1 else { return codes }
    let first = Int32(clamping: parts[0].firstRows.count)
    for row in codes.indices where codes[row] >= 0 && hashes[row] >> 63 == 1 {
      codes[row] &+= first
    }
    return codes
  }

  private static func pool(_ parts: [TextPart]) -> StringPool {
    guard var first = parts.first else { return .empty }
    for part in parts.dropFirst() {
      let base = UInt32(truncatingIfNeeded: first.bytes.count)
      first.bytes += part.bytes
      for offset in part.offsets.dropFirst() { first.offsets.append(base &+ offset) }
    }
    return StringPool(bytes: first.bytes, offsets: first.offsets)
  }
}

/// The distinct texts of the cells whose hash falls to one thread.
private struct TextPart: Sendable {
  let index: UInt64
  /// True when there are two parts, told apart by the highest bit of the hash.
  let isHalf: Bool
  /// The first row of each text.
  var firstRows: [Int32] = []
  private var ownHashes: [UInt64] = []
  /// 0, or the upper half of a hash above a code and one.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  var bytes: [UInt8] = []
  var offsets: [UInt32] = [0]

  init(index: Int, of count: Int) {
    self.index = UInt64(index)
    isHalf = count > 1
  }

  /// Gives a code to each cell of this part, -1 to missing ones.
  mutating func gather(
    _ cells: CellRanges, _ hashes: [UInt64], into codes: UnsafeMutableBufferPointer<Int32>
  ) {
    for row in 0..<cells.count {
      let hash = hashes[row]
      if isHalf, hash >> 63 != index { continue }
      if unsafe cells.starts[row] == cells.ends[row] {
        unsafe codes[row] = -1
        continue
      }
      unsafe codes[row] = code(row, hash, cells)
    }
  }

  @inline(__always)
  private mutating func code(_ row: Int, _ hash: UInt64, _ cells: CellRanges) -> Int32 {
    let upper = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == upper {
        let code = Int(entry & 0xFFFF_FFFF) - 1
        let isSame = cells.withText(row) { text in
          cells.withText(Int(firstRows[code])) { TextHash.areEqual(text, $0) }
        }
        if isSame { return Int32(truncatingIfNeeded: code) }
      }
      slot = (slot + 1) & mask
    }
    let code = firstRows.count
    firstRows.append(Int32(truncatingIfNeeded: row))
    ownHashes.append(hash)
    slots[slot] = upper | UInt64(code + 1)
    if firstRows.count * 2 > slots.count { grow() }
    return Int32(truncatingIfNeeded: code)
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    slots = Array(repeating: 0, count: mask + 1)
    for (code, hash) in ownHashes.enumerated() {
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(code + 1)
    }
  }

  /// Writes the texts one after the other.
  mutating func write(_ cells: CellRanges, undoubling: Bool) {
    slots = []
    ownHashes = []
    offsets.reserveCapacity(firstRows.count + 1)
    for row in firstRows {
      let start = unsafe Int(cells.starts[Int(row)])
      let end = unsafe Int(cells.ends[Int(row)])
      let text = unsafe UnsafeBufferPointer(start: cells.bytes + start, count: end - start)
      if undoubling, unsafe text.contains(UInt8(ascii: "\"")) {
        unsafe bytes.append(undoubling: text)
      } else {
        unsafe bytes.append(contentsOf: text)
      }
      offsets.append(UInt32(truncatingIfNeeded: bytes.count))
    }
  }
}

extension [UInt8] {
  /// Appends a text in which two quotes stand for one.
  package mutating func append(undoubling text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < text.count {
      let byte = unsafe text[index]
      append(byte)
      index += byte == UInt8(ascii: "\"") ? 2 : 1
    }
  }
}
