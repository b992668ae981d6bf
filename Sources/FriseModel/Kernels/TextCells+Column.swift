import FriseBase
import Synchronization

/// A column of the different texts among many: each row finds the first row with its text, each
/// half of the hashes on a thread of its own; then the texts of these first rows move together.
extension TextColumn {
  /// Takes the texts out of `runs`.
  init(movingTogether runs: inout [TextCells.Run]) {
    var firstRows = TextRuns.firstRows(&runs)
    var row = 0
    for index in runs.indices {
      let count = runs[index].rowCount
      runs[index].keep(firstRows, row..<row + count)
      row += count
    }
    var pool = runs.isEmpty ? TextCells.Run() : runs.removeFirst()
    while !runs.isEmpty {
      let next = runs.removeFirst()
      let base = UInt32(truncatingIfNeeded: pool.bytes.count)
      pool.bytes += next.bytes
      pool.offsets.append(contentsOf: next.offsets.dropFirst().lazy.map { base &+ $0 })
    }
    TextColumn.number(&firstRows)
    self.init(codes: firstRows, pool: StringPool(bytes: pool.bytes, offsets: pool.offsets))
  }

  /// Turns the first rows with the texts of rows into numbers in the order of these rows.
  private static func number(_ rows: inout [Int32]) {
    var count: Int32 = 0
    for row in rows.indices {
      let first = Int(rows[row])
      if first == row {
        rows[row] = count
        count &+= 1
      } else if first >= 0 {
        rows[row] = rows[first]
      }
    }
  }
}

extension TextCells.Run {
  /// Keeps the texts of those of its rows, `rows` of a column, that are the first with their text.
  fileprivate mutating func keep(_ firstRows: [Int32], _ rows: Range<Int>) {
    let (byteCount, textCount) = unsafe bytes.withUnsafeMutableBufferPointer { bytes in
      unsafe offsets.withUnsafeMutableBufferPointer { offsets in
        guard let base = bytes.baseAddress else { return (0, 0) }
        var (end, count, start) = (0, 0, 0)
        for row in rows {
          let next = unsafe Int(offsets[row - rows.lowerBound + 1])
          if Int(firstRows[row]) == row {
            // What is moved goes to the front of where it stood, or stays.
            if end != start { unsafe (base + end).update(from: base + start, count: next - start) }
            end += next - start
            count += 1
            unsafe offsets[count] = UInt32(truncatingIfNeeded: end)
          }
          start = next
        }
        return (end, count)
      }
    }
    bytes.removeLast(bytes.count - byteCount)
    offsets.removeLast(offsets.count - textCount - 1)
  }
}

/// The texts of one or two runs, while they stay where they are.
@safe struct TextRuns: @unchecked Sendable {
  private let bytes: (UnsafePointer<UInt8>, UnsafePointer<UInt8>)
  private let offsets: (UnsafePointer<UInt32>, UnsafePointer<UInt32>)
  /// How many rows the first run has.
  private let firstCount: Int
  private let rowCount: Int

  /// The first row with its text for each row, -1 for missing ones; half of the hashes fall to each
  /// of two threads where texts are many. Of no use once the interrupt is raised.
  static func firstRows(
    _ runs: inout [TextCells.Run], _ interrupt: Interrupt? = nil
  ) -> [Int32] {
    let rowCount = runs.reduce(0) { $0 + $1.rowCount }
    let partCount = rowCount < 1 << 15 ? 1 : Workers.threadCount
    var firstRows = [Int32](repeating: -1, count: rowCount)
    lend(&runs) { texts in
      unsafe firstRows.withUnsafeMutableBufferPointer { buffer in
        nonisolated(unsafe) let target = unsafe buffer
        let hashes = texts.hashes(partCount)
        Workers.run(partCount) { part in
          unsafe texts.findFirstRows(hashes, part, of: partCount, into: target, interrupt)
        }
      }
    }
    return firstRows
  }

  /// Lends some runs, which become two at most.
  private static func lend(_ runs: inout [TextCells.Run], _ body: (TextRuns) -> Void) {
    while runs.count > 2 {
      let last = runs.removeLast()
      let base = UInt32(truncatingIfNeeded: runs[1].bytes.count)
      runs[1].bytes += last.bytes
      runs[1].offsets += last.offsets.dropFirst().map { base &+ $0 }
    }
    guard let first = runs.first, let second = runs.last else { return }
    let rowCount = first.rowCount + (runs.count > 1 ? second.rowCount : 0)
    unsafe first.bytes.withUnsafeBufferPointer { bytes in
      unsafe first.offsets.withUnsafeBufferPointer { offsets in
        unsafe second.bytes.withUnsafeBufferPointer { otherBytes in
          unsafe second.offsets.withUnsafeBufferPointer { otherOffsets in
            guard let offsets = offsets.baseAddress, let otherOffsets = otherOffsets.baseAddress
            else { return }
            // Runs without a text have no bytes, of which none is looked at.
            let none = unsafe UnsafeRawPointer(offsets).assumingMemoryBound(to: UInt8.self)
            unsafe body(
              TextRuns(
                bytes: (bytes.baseAddress ?? none, otherBytes.baseAddress ?? none),
                offsets: (offsets, otherOffsets), firstCount: first.rowCount, rowCount: rowCount))
          }
        }
      }
    }
  }

  private init(
    bytes: (UnsafePointer<UInt8>, UnsafePointer<UInt8>),
    offsets: (UnsafePointer<UInt32>, UnsafePointer<UInt32>), firstCount: Int, rowCount: Int
  ) {
    unsafe self.bytes = bytes
    unsafe self.offsets = offsets
    self.firstCount = firstCount
    self.rowCount = rowCount
  }

  /// The bytes of a row's text.
  @inline(__always)
  private func text(_ row: Int) -> UnsafeBufferPointer<UInt8> {
    if row < firstCount {
      let start = unsafe Int(offsets.0[row])
      return unsafe UnsafeBufferPointer(
        start: bytes.0 + start, count: Int(offsets.0[row + 1]) - start)
    }
    let start = unsafe Int(offsets.1[row - firstCount])
    return unsafe UnsafeBufferPointer(
      start: bytes.1 + start, count: Int(offsets.1[row - firstCount + 1]) - start)
  }

  /// Half of a hash of each text; not 0 but for missing ones.
  private func hashes(_ partCount: Int) -> [UInt32] {
    unsafe [UInt32](unsafeUninitializedCapacity: rowCount) { buffer, count in
      nonisolated(unsafe) let target = unsafe buffer
      let step = (rowCount + partCount - 1) / max(1, partCount)
      Workers.run(partCount) { part in
        for row in min(rowCount, part * step)..<min(rowCount, (part + 1) * step) {
          let text = unsafe text(row)
          unsafe target[row] =
            text.isEmpty ? 0 : UInt32(truncatingIfNeeded: TextHash.hash(text.span) >> 32) | 1
        }
      }
      count = rowCount
    }
  }

  /// Writes the first row with its text for each row whose hash falls to a part, told by the
  /// highest bit, and leaves those of missing texts.
  private func findFirstRows(
    _ hashes: [UInt32], _ part: Int, of partCount: Int,
    into firstRows: UnsafeMutableBufferPointer<Int32>, _ interrupt: Interrupt?
  ) {
    var table = RowTable()
    for row in 0..<rowCount {
      if row & 0xFFFF == 0, interrupt?.isRaised == true { return }
      let hash = hashes[row]
      guard hash != 0, partCount == 1 || Int(hash >> 31) == part else { continue }
      let text = unsafe text(row)
      let first = table.find(hash, row) { other in
        let known = unsafe self.text(other)
        return unsafe known.count == text.count && TextHash.areEqual(known.span, text.span)
      }
      unsafe firstRows[row] = Int32(truncatingIfNeeded: first)
    }
  }
}

/// The rows with texts of their own: open addressing, half of a hash above the row.
private struct RowTable {
  /// 0, or a hash that is not 0 above a row.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  private var count = 0

  /// The row known to be alike, or `row`, which is known from then on.
  @inline(__always)
  mutating func find(_ hash: UInt32, _ row: Int, _ isAlike: (Int) -> Bool) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash >> 1) & mask
    while slots[slot] != 0 {
      let entry = slots[slot]
      if UInt32(truncatingIfNeeded: entry >> 32) == hash {
        let other = Int(entry & 0xFFFF_FFFF)
        if isAlike(other) { return other }
      }
      slot = (slot + 1) & mask
    }
    slots[slot] = UInt64(hash) << 32 | UInt64(row)
    count += 1
    if count * 4 > slots.count * 3 { grow() }
    return row
  }

  private mutating func grow() {
    let mask = slots.count * 2 - 1
    var larger = [UInt64](repeating: 0, count: mask + 1)
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 33) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
