/// For any day, how many slots of a column lie on it or before it: a table by day as long as the
/// days lie close together (4 bytes a day), else the slots in order (4 bytes a row).
struct DayRanks: Sendable {
  /// `counts[i]` slots lie on day `first + i` or before; empty where the days lie far apart.
  private let counts: [Int32]
  private let first: Int64
  /// The slots in order, where there is no table.
  private let sorted: [Int32]
  /// How many slots are before every day.
  let pastCount: Int
  /// The first and the last day that a slot holds, or nil when none holds a day.
  let days: ClosedRange<Int64>?

  /// Counts the slots of dated rows: `DateColumn.past` is before every day, `future` after.
  /// - Parameters:
  ///   - slots: A slot a row.
  ///   - sortedCount: How many slots stand in ascending order before those of rows without a date;
  ///     nil where they are in no order.
  init(_ slots: [Int32], sortedCount: Int? = nil) {
    let limits =
      sortedCount.map { DayRanks.limits(slots, sortedCount: $0) } ?? DayRanks.limits(slots)
    pastCount = Int(limits.pastCount)
    first = Int64(limits.least)
    guard limits.least <= limits.greatest else {
      days = nil
      counts = []
      sorted = []
      return
    }
    days = Int64(limits.least)...Int64(limits.greatest)
    let width = Int(limits.greatest) - Int(limits.least) + 1
    let isDense = width <= max(1 << 16, 4 * slots.count)
    counts =
      isDense
      ? DayRanks.table(
        slots, first: limits.least, width: width, pastCount: pastCount, sortedCount: sortedCount)
      : []
    sorted =
      isDense
      ? [] : slots.filter { $0 > DateColumn.past && $0 < DateColumn.future }.sorted()
  }

  /// The first and the last day among the slots - the first after the last where there is none -
  /// and how many slots are before every day.
  private typealias Limits = (least: Int32, greatest: Int32, pastCount: Int32)

  /// The limits of slots in any order. What is no day is turned over to the other end of the type
  /// by an addition that wraps, so that the loop takes several slots at once; unchecked for the
  /// same.
  private static func limits(_ slots: [Int32]) -> Limits {
    var least = Int32.max
    var greatest = Int32.min
    var past: Int32 = 0
    unsafe slots.withUnsafeBufferPointer { slots in
      for row in 0..<slots.count {
        let slot = unsafe slots[row]
        least = min(least, slot &- 2)
        greatest = max(greatest, slot &+ 1)
        past &+= slot == DateColumn.past ? 1 : 0
      }
    }
    (least, greatest) = (least &+ 2, greatest &- 1)
    let hasDays = least > DateColumn.past && least <= greatest && greatest > DateColumn.past
    return hasDays ? (least, greatest, past) : (1, 0, past)
  }

  /// The limits of slots in ascending order.
  private static func limits(_ slots: [Int32], sortedCount: Int) -> Limits {
    let stated = slots[..<sortedCount]
    let past = stated.prefix { $0 == DateColumn.past }.count
    let future = stated.reversed().prefix { $0 == DateColumn.future }.count
    let days = stated.dropFirst(past).dropLast(future)
    guard let least = days.first, let greatest = days.last else { return (1, 0, Int32(past)) }
    return (least, greatest, Int32(past))
  }

  /// The slots on each day, then added up. Unchecked buffers: a day outside the table is no day.
  private static func table(
    _ slots: [Int32], first: Int32, width: Int, pastCount: Int, sortedCount: Int?
  ) -> [Int32] {
    var counts = [Int32](repeating: 0, count: width)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe slots.withUnsafeBufferPointer { slots in
        if let sortedCount {
          // In order, the last row of a day tells how many came up to it: no count is read back.
          for row in pastCount..<sortedCount {
            let place = unsafe Int(slots[row]) &- Int(first)
            guard place < width else { break }
            unsafe counts[place] = Int32(truncatingIfNeeded: row &+ 1 &- pastCount)
          }
        } else {
          for row in 0..<slots.count {
            let place = unsafe Int(slots[row]) &- Int(first)
            if UInt(bitPattern: place) < UInt(bitPattern: width) {
              unsafe counts[place] &+= 1
            }
          }
        }
      }
      var sum: Int32 = 0
      for day in 0..<width {
        let count = unsafe counts[day]
        sum = sortedCount == nil ? sum &+ count : max(sum, count)
        unsafe counts[day] = sum
      }
    }
    return counts
  }

  /// How many slots lie on a day or before it, those before every day among them.
  @inline(__always)
  func count(upTo day: Int64) -> Int {
    if day < first { return pastCount }
    if !counts.isEmpty {
      return pastCount &+ Int(counts[Int(min(day &- first, Int64(counts.count &- 1)))])
    }
    return countSorted(upTo: day)
  }

  /// The same without a table.
  private func countSorted(upTo day: Int64) -> Int {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = low + (high - low) / 2
      if Int64(sorted[middle]) <= day { low = middle + 1 } else { high = middle }
    }
    return pastCount + low
  }
}
