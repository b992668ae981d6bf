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
  init(_ slots: [Int32]) {
    let limits = DayRanks.limits(slots)
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
    counts = isDense ? DayRanks.table(slots, first: limits.least, width: width) : []
    sorted =
      isDense
      ? [] : slots.filter { $0 > DateColumn.past && $0 < DateColumn.future }.sorted()
  }

  /// The first and the last day among the slots - the first after the last where there is none -
  /// and how many slots are before every day. Unchecked buffers: the loop takes several at once.
  private static func limits(
    _ slots: [Int32]
  ) -> (least: Int32, greatest: Int32, pastCount: Int32) {
    var least = Int32.max
    var greatest = Int32.min
    var past: Int32 = 0
    unsafe slots.withUnsafeBufferPointer { slots in
      for row in 0..<slots.count {
        let slot = unsafe slots[row]
        let dayOrLess = slot == DateColumn.future ? Int32.min : slot
        greatest = max(greatest, dayOrLess)
        least = min(least, slot <= DateColumn.past ? Int32.max : slot)
        past &+= slot == DateColumn.past ? 1 : 0
      }
    }
    // Slots that are no days have become the limits of their type, or `past`.
    return greatest > DateColumn.past && least < DateColumn.future
      ? (least, greatest, past) : (1, 0, past)
  }

  /// The slots on each day, then added up. Unchecked buffers: a day outside the table is no day.
  private static func table(_ slots: [Int32], first: Int32, width: Int) -> [Int32] {
    var counts = [Int32](repeating: 0, count: width)
    unsafe counts.withUnsafeMutableBufferPointer { counts in
      unsafe slots.withUnsafeBufferPointer { slots in
        for row in 0..<slots.count {
          let place = unsafe Int(slots[row]) &- Int(first)
          if UInt(bitPattern: place) < UInt(bitPattern: width) {
            unsafe counts[place] &+= 1
          }
        }
      }
      var sum: Int32 = 0
      for day in 0..<width {
        unsafe sum &+= counts[day]
        unsafe counts[day] = sum
      }
    }
    return counts
  }

  /// How many slots lie on a day or before it, those before every day among them.
  func count(upTo day: Int64) -> Int {
    if day < first { return pastCount }
    if !counts.isEmpty {
      return pastCount + Int(counts[Int(min(day - first, Int64(counts.count - 1)))])
    }
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = low + (high - low) / 2
      if Int64(sorted[middle]) <= day { low = middle + 1 } else { high = middle }
    }
    return pastCount + low
  }
}
