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
    let first = values.count
    for index in 0..<cells.count {
      let start = unsafe Int(cells.starts[index])
      let end = unsafe Int(cells.ends[index])
      if start == end {
        values.append(NumberColumn.none)
        missingCount += 1
        continue
      }
      guard let (digits, fraction) = unsafe NumberCells.read(cells.bytes, start, end) else {
        return false
      }
      var value = digits
      if fraction != scale {
        guard let fitted = fit(value, fraction, before: first + index) else { return false }
        value = fitted
      }
      isSorted = isSorted && value >= previous
      isAscending = isAscending && value > previous
      previous = value
      values.append(value)
    }
    return true
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

  /// Brings a number to the scale of the column, or the column to that of the number.
  private mutating func fit(_ value: Int64, _ fraction: Int, before row: Int) -> Int64? {
    if fraction < scale { return NumberCells.raised(value, scale - fraction) }
    guard rescale(by: fraction - scale, upTo: row) else { return nil }
    return value
  }

  /// Writes the first `count` values with more digits after the point.
  private mutating func rescale(by digits: Int, upTo count: Int) -> Bool {
    for row in 0..<count where values[row] != NumberColumn.none {
      guard let raised = NumberCells.raised(values[row], digits) else { return false }
      values[row] = raised
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
    if other.scale < scale {
      guard other.rescale(by: scale - other.scale, upTo: other.values.count) else { return false }
    } else if other.scale > scale {
      guard rescale(by: other.scale - scale, upTo: values.count) else { return false }
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
