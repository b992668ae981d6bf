/// One unsigned number a row, of as many bits as are used, which orders the rows.
struct PackedWord: Sendable {
  private(set) var values: [UInt64]
  private(set) var width: Int

  /// Packs ranks so that the least comes first, or the greatest when descending, and none last; nil
  /// where nothing is stated. None is the least number of all: with it, what is stated fits still.
  init?(_ ranks: [Int64], isDescending: Bool) {
    var least = Int64.max
    var greatest = Int64.min
    var hasNone = false
    for rank in ranks {
      let isNone = rank == NumberColumn.none
      hasNone = hasNone || isNone
      least = min(least, isNone ? .max : rank)
      greatest = max(greatest, rank)
    }
    guard least <= greatest, greatest != NumberColumn.none else { return nil }
    let range = UInt64(bitPattern: greatest &- least)
    let limit = isDescending ? greatest : least
    var values = [UInt64](repeating: 0, count: ranks.count)
    for row in ranks.indices {
      let rank = ranks[row]
      let place = UInt64(bitPattern: isDescending ? limit &- rank : rank &- limit)
      values[row] = rank == NumberColumn.none ? range &+ 1 : place
    }
    let top = hasNone ? range &+ 1 : range
    self.values = values
    width = 64 - top.leadingZeroBitCount
  }

  /// Adds a less significant key.
  mutating func append(_ other: PackedWord) {
    for row in values.indices {
      values[row] = values[row] << UInt64(other.width) | other.values[row]
    }
    width += other.width
  }

  /// All rows by their numbers, stably.
  func order() -> [Int32] {
    if width < 31, 1 << width <= 4 * values.count, !isAscending(values) { return counted() }
    var rows = Array(0..<Int32(truncatingIfNeeded: values.count))
    sort(&rows)
    return rows
  }

  /// The order found by one count, for numbers that lie close together. Unchecked: each number has
  /// `width` bits, and each place comes from the count.
  private func counted() -> [Int32] {
    var next = [Int32](repeating: 0, count: 1 << width)
    return unsafe [Int32](unsafeUninitializedCapacity: values.count) { rows, rowCount in
      unsafe next.withUnsafeMutableBufferPointer { next in
        unsafe values.withUnsafeBufferPointer { values in
          for row in values.indices {
            unsafe next[Int(truncatingIfNeeded: values[row])] &+= 1
          }
          var place: Int32 = 0
          for number in next.indices {
            let count = unsafe next[number]
            unsafe next[number] = place
            place &+= count
          }
          for row in values.indices {
            let number = unsafe Int(truncatingIfNeeded: values[row])
            let place = unsafe next[number]
            unsafe next[number] = place &+ 1
            unsafe rows[Int(place)] = Int32(truncatingIfNeeded: row)
          }
        }
      }
      rowCount = values.count
    }
  }

  /// Sorts rows by their numbers, stably: a radix sort by digits of 11 bits.
  func sort(_ rows: inout [Int32]) {
    var keys = rows.map { values[Int($0)] }
    if isAscending(keys) { return }
    var otherKeys = [UInt64](repeating: 0, count: keys.count)
    var otherRows = [Int32](repeating: 0, count: rows.count)
    var shift: UInt64 = 0
    while shift < UInt64(width) {
      PackedWord.distribute(keys, rows, shift, &otherKeys, &otherRows)
      swap(&keys, &otherKeys)
      swap(&rows, &otherRows)
      shift += 11
    }
  }

  /// One pass: keys and rows stably ordered by the digit at `shift`. Unchecked buffers make it
  /// three
  /// times faster; every place comes from a count of the same keys.
  private static func distribute(
    _ keys: [UInt64], _ rows: [Int32], _ shift: UInt64, _ newKeys: inout [UInt64],
    _ newRows: inout [Int32]
  ) {
    var next = [Int](repeating: 0, count: 2049)
    for key in keys { next[Int(truncatingIfNeeded: key &>> shift & 2047) + 1] += 1 }
    for digit in 1...2048 { next[digit] += next[digit - 1] }
    unsafe next.withUnsafeMutableBufferPointer { next in
      unsafe newKeys.withUnsafeMutableBufferPointer { newKeys in
        unsafe newRows.withUnsafeMutableBufferPointer { newRows in
          for index in keys.indices {
            let key = keys[index]
            let digit = Int(truncatingIfNeeded: key &>> shift & 2047)
            let place = unsafe next[digit]
            unsafe next[digit] = place &+ 1
            unsafe newKeys[place] = key
            unsafe newRows[place] = rows[index]
          }
        }
      }
    }
  }

  private func isAscending(_ keys: [UInt64]) -> Bool {
    for index in 1..<max(1, keys.count) where keys[index - 1] > keys[index] { return false }
    return true
  }

  /// The `limit` first rows in order, kept in a heap whose root is the last of them.
  func first(_ limit: Int) -> [Int32] {
    guard limit > 0 else { return [] }
    var heap = Array(0..<Int32(min(limit, values.count)))
    for index in stride(from: heap.count / 2 - 1, through: 0, by: -1) { sink(&heap, index) }
    guard values.count > heap.count else { return sortedHeap(heap) }
    var bound = values[Int(heap[0])]
    for row in heap.count..<values.count where values[row] < bound {
      heap[0] = Int32(row)
      sink(&heap, 0)
      bound = values[Int(heap[0])]
    }
    return sortedHeap(heap)
  }

  private func sortedHeap(_ heap: [Int32]) -> [Int32] { heap.sorted { isBefore($0, $1) } }

  /// True when one row comes before another.
  private func isBefore(_ row: Int32, _ other: Int32) -> Bool {
    let (key, otherKey) = (values[Int(row)], values[Int(other)])
    return key < otherKey || (key == otherKey && row < other)
  }

  /// Moves an element down until no child comes after it.
  private func sink(_ heap: inout [Int32], _ start: Int) {
    var index = start
    while true {
      var last = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && isBefore(heap[last], heap[child]) {
        last = child
      }
      if last == index { return }
      heap.swapAt(index, last)
      index = last
    }
  }
}
