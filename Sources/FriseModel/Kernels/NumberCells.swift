/// Reads a column of plain numbers straight into storage: integers and decimals of at most 18
/// digits, `-12.5`. A number with a leading zero is none of them: it is a code.
package struct NumberCells: Sendable {
  /// The coefficients at `scale`; `NumberColumn.none` for a missing cell.
  private(set) var values: [Int64] = []
  package private(set) var scale = 0
  package private(set) var missingCount = 0
  /// Whether the values ascend, and ascend without a repeat, as far as they go.
  private var isSorted = true
  private var isAscending = true
  private var previous = Int64.min

  package init() {}

  package mutating func reserve(_ count: Int) { values.reserveLarge(count) }

  /// Whether no number repeats, for whole numbers in ascending order; false when it is not known.
  package var areUnique: Bool { isAscending && scale == 0 && missingCount == 0 }

  /// Appends some cells.
  /// - Returns: False when one of them is no plain number; the column is of no use then.
  package mutating func append(_ cells: CellRanges) -> Bool {
    let isGood = unsafe withUnsafeTemporaryAllocation(
      of: Int64.self, capacity: cells.count + 1
    ) { batch in
      guard let base = batch.baseAddress, unsafe fill(base, cells) else { return false }
      unsafe values.append(contentsOf: UnsafeBufferPointer(start: base, count: cells.count))
      return true
    }
    return isGood
  }

  private mutating func fill(_ batch: UnsafeMutablePointer<Int64>, _ cells: CellRanges) -> Bool {
    var (isSorted, isAscending, previous) = (isSorted, isAscending, previous)
    for index in 0..<cells.count {
      let start = unsafe Int(cells.starts[index])
      let end = unsafe Int(cells.ends[index])
      if start == end {
        unsafe batch[index] = NumberColumn.none
        missingCount += 1
        continue
      }
      var value: Int64
      if scale == 0, let short = unsafe NumberCells.readShort(cells.bytes, start, end) {
        value = short
      } else {
        guard let (digits, fraction) = unsafe NumberCells.read(cells.bytes, start, end) else {
          return false
        }
        value = digits
        if fraction > scale {
          let written = unsafe UnsafeMutableBufferPointer(start: batch, count: index)
          self.previous = previous
          guard unsafe rescale(by: fraction - scale, written) else { return false }
          previous = self.previous
        } else if fraction < scale {
          guard let raised = NumberCells.raised(value, scale - fraction) else { return false }
          value = raised
        }
      }
      isSorted = isSorted && value >= previous
      isAscending = isAscending && value > previous
      previous = value
      unsafe batch[index] = value
    }
    (self.isSorted, self.isAscending, self.previous) = (isSorted, isAscending, previous)
    return true
  }

  /// A whole number of at most eight digits, read at once with the bytes in front of it; nil for
  /// anything else, and where there are no such bytes.
  @inline(__always)
  private static func readShort(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int64? {
    let count = end - start
    guard count <= 8, end >= 8, unsafe bytes[start] != 48 || count == 1 else { return nil }
    let ones: UInt64 = 0x0101_0101_0101_0101
    let own = ~UInt64(0) << UInt64(64 - 8 * count)
    let word = unsafe UnsafeRawPointer(bytes + end - 8).loadUnaligned(as: UInt64.self)
    let digits = (UInt64(littleEndian: word) & own) | (48 &* ones & ~own)
    let high = 0xF0 &* ones
    guard digits & high == 48 &* ones, (digits &+ 6 &* ones) & high == 48 &* ones else {
      return nil
    }
    // Neighbours are put together: pairs, then fours, then all eight.
    let pairs = (digits &- 48 &* ones) &* 10 &+ (digits &- 48 &* ones) >> 8
    let low: UInt64 = 0x0000_00FF_0000_00FF
    let left = (pairs & low) &* 0x000F_4240_0000_0064
    let right = ((pairs >> 16) & low) &* 0x0000_2710_0000_0001
    return Int64(truncatingIfNeeded: (left &+ right) >> 32)
  }

  /// The digits of a plain number without its point, and how many stand behind it.
  @inline(__always)
  private static func read(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> (Int64, fraction: Int)? {
    let isNegative = unsafe bytes[start] == UInt8(ascii: "-")
    let first = isNegative ? start + 1 : start
    var index = first
    var value: UInt64 = 0
    while index < end {
      let digit = unsafe bytes[index] &- 48
      if digit > 9 { break }
      // At most 18 digits are kept: what overflows beyond is refused below.
      value = value &* 10 &+ UInt64(digit)
      index += 1
    }
    let whole = index - first
    guard whole > 0, whole <= 18, unsafe whole == 1 || bytes[first] != 48 else { return nil }
    var fraction = 0
    if index < end {
      guard unsafe bytes[index] == UInt8(ascii: ".") else { return nil }
      index += 1
      while index < end {
        let digit = unsafe bytes[index] &- 48
        if digit > 9 { return nil }
        value = value &* 10 &+ UInt64(digit)
        index += 1
        fraction += 1
      }
      guard fraction > 0, whole + fraction <= 18 else { return nil }
    }
    // Minus zero is not the text of any number kept.
    guard !isNegative || value > 0 else { return nil }
    let coefficient = Int64(truncatingIfNeeded: value)
    return (isNegative ? -coefficient : coefficient, fraction)
  }

  /// Writes all values, and those of a batch, with more digits after the point.
  private mutating func rescale(
    by digits: Int, _ batch: UnsafeMutableBufferPointer<Int64>
  ) -> Bool {
    for row in values.indices where values[row] != NumberColumn.none {
      guard let raised = NumberCells.raised(values[row], digits) else { return false }
      values[row] = raised
    }
    for row in batch.indices where unsafe batch[row] != NumberColumn.none {
      guard let raised = unsafe NumberCells.raised(batch[row], digits) else { return false }
      unsafe batch[row] = raised
    }
    if previous != Int64.min {
      guard let raised = NumberCells.raised(previous, digits) else { return false }
      previous = raised
    }
    scale += digits
    return true
  }

  private static func raised(_ value: Int64, _ digits: Int) -> Int64? {
    var value = value
    for _ in 0..<digits {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return value
  }

  /// Appends the numbers that were read from the cells behind these.
  /// - Returns: False when both do not fit one scale.
  package mutating func append(_ other: NumberCells) -> Bool {
    var other = other
    let none = unsafe UnsafeMutableBufferPointer<Int64>(start: nil, count: 0)
    if other.scale < scale {
      guard unsafe other.rescale(by: scale - other.scale, none) else { return false }
    } else if other.scale > scale {
      guard unsafe rescale(by: other.scale - scale, none) else { return false }
    }
    let next = other.values.first { $0 != NumberColumn.none }
    isSorted = isSorted && other.isSorted && next ?? Int64.max >= previous
    isAscending = isAscending && other.isAscending && next ?? Int64.max > previous
    if next != nil { previous = other.previous }
    missingCount += other.missingCount
    values += other.values
    return true
  }

  /// The finished column.
  package consuming func build() -> NumberColumn {
    let isSorted = isSorted && missingCount == 0
    return NumberColumn(values: values, scale: UInt8(clamping: scale), isSorted: isSorted)
  }
}

extension NumberColumn {
  /// The numbers as texts, each row with one of its own: the ids of a table whose ids are numbers.
  package var texts: TextColumn {
    var bytes: [UInt8] = []
    var offsets: [UInt32] = [0]
    offsets.reserveCapacity(values.count + 1)
    for row in values.indices {
      bytes += (number(at: row)?.plainText ?? "").utf8
      offsets.append(UInt32(truncatingIfNeeded: bytes.count))
    }
    return TextColumn(
      codes: Array(0..<Int32(clamping: values.count)),
      pool: StringPool(bytes: bytes, offsets: offsets))
  }
}
