/// One number a group, and how many rows it was made of.
package struct GroupNumbers: Sendable {
  package var column: NumberColumn
  /// How many rows of each group state a number.
  package var stated: [Int64]
  /// The first group whose result does not fit 128 bits; it is none.
  package var overflowGroup: Int?
}

extension NumberColumn {
  /// The sum of each group: 0 for a group without rows, none for one in which no row states a
  /// number.
  package func sums(_ grouping: Grouping) -> GroupNumbers {
    if wide.isEmpty, let narrow = narrowSums(grouping) { return narrow }
    var (coefficients, stated) = coefficientSums(grouping)
    var totals: [ExactNumber?] = coefficients.map { ExactNumber(coefficient: $0, scale: scale) }
    coefficients = []
    var overflowGroup: Int?
    for row in wide.keys.sorted() {
      let group = Int(grouping.group(of: row))
      guard group >= 0, let number = wide[row], let total = totals[group] else { continue }
      stated[group] += 1
      totals[group] = total.adding(number)
      if totals[group] == nil { overflowGroup = min(overflowGroup ?? group, group) }
    }
    if stated.contains(0) {
      let sizes = grouping.sizes
      for group in totals.indices where stated[group] == 0 && sizes[group] > 0 {
        totals[group] = nil
      }
    }
    return GroupNumbers(
      column: NumberColumn(totals), stated: stated, overflowGroup: overflowGroup)
  }

  /// The sum of the slots of each group and how many there are. Slots have 64 bits and rows 31, so
  /// that 128 bits always hold it.
  private func coefficientSums(_ grouping: Grouping) -> (sums: [Int128], stated: [Int64]) {
    switch grouping.assignment {
    case .all:
      let (sum, stated) = total(0..<values.count)
      return ([sum], [stated])
    case .runs(let bounds):
      let totals = (0..<grouping.count).map { total(bounds[$0]..<bounds[$0 + 1]) }
      return (totals.map(\.sum), totals.map(\.stated))
    case .codes, .mapped: break
    }
    let codes = grouping.dense
    var sums = [Int128](repeating: 0, count: grouping.count)
    var stated = [Int64](repeating: 0, count: grouping.count)
    for row in codes.indices {
      let (code, value) = (Int(codes[row]), values[row])
      guard code >= 0, value != NumberColumn.none else { continue }
      sums[code] &+= Int128(value)
      stated[code] &+= 1
    }
    return (sums, stated)
  }

  /// The sums of groups known by a code a row, as long as every one fits 64 bits, else nil. The sum
  /// and the count of a group stand together, so that a row looks up one place. Unchecked buffers
  /// but for the codes, which may not leave the groups.
  private func narrowSums(_ grouping: Grouping) -> GroupNumbers? {
    switch grouping.assignment {
    case .all, .runs: return nil
    case .codes, .mapped: break
    }
    let codes = grouping.dense
    var totals = [SIMD2<Int64>](repeating: .zero, count: grouping.count)
    var hasOverflowed = false
    unsafe values.withUnsafeBufferPointer { values in
      for row in codes.indices where codes[row] >= 0 {
        let (code, value) = unsafe (Int(codes[row]), values[row])
        let isStated = value != NumberColumn.none
        let (sum, overflow) = totals[code].x.addingReportingOverflow(isStated ? value : 0)
        totals[code].x = sum
        totals[code].y &+= isStated ? 1 : 0
        hasOverflowed = hasOverflowed || overflow
      }
    }
    let isNarrow = !hasOverflowed && totals.allSatisfy { $0.x != NumberColumn.none }
    guard isNarrow else { return nil }
    var sums = totals.map { $0.x }
    let stated = totals.map { $0.y }
    if stated.contains(0) {
      let sizes = grouping.sizes
      for group in sums.indices where stated[group] == 0 && sizes[group] > 0 {
        sums[group] = NumberColumn.none
      }
    }
    return GroupNumbers(
      column: NumberColumn(values: sums, scale: scale), stated: stated, overflowGroup: nil)
  }

  /// The sum of a run of slots and how many there are. The slots are counted from the least of
  /// them, which is none and so counts as nothing; their halves are added apart, so that neither
  /// sum can overflow 64 bits and the loop has no branch.
  private func total(_ rows: Range<Int>) -> (sum: Int128, stated: Int64) {
    var low: UInt64 = 0
    var high: UInt64 = 0
    var stated: UInt64 = 0
    unsafe values[rows].withUnsafeBufferPointer { slots in
      for index in 0..<slots.count {
        let slot = unsafe UInt64(bitPattern: slots[index]) ^ 1 << 63
        low &+= slot & 0xFFFF_FFFF
        high &+= slot >> 32
        stated &+= slot == 0 ? 0 : 1
      }
    }
    let sum = Int128(high) << 32 + Int128(low) - Int128(stated) << 63
    return (sum, Int64(stated))
  }

  /// The mean of the stated numbers of each group, to 12 significant digits; none without any.
  package func averages(_ grouping: Grouping) -> GroupNumbers {
    var result = sums(grouping)
    let sums = result.column
    result.column = NumberColumn(
      result.stated.indices.map { group in
        let stated = result.stated[group]
        return stated == 0 ? nil : sums.number(at: group)?.divided(by: ExactNumber(stated))
      })
    return result
  }

  /// The middle one of the stated numbers of each group, or the mean of the two middle ones; none
  /// without any.
  package func medians(_ grouping: Grouping) -> GroupNumbers {
    let (bounds, rows) = grouping.members
    var medians: [ExactNumber?] = []
    var stated: [Int64] = []
    var overflowGroup: Int?
    for group in 0..<grouping.count {
      let members = rows[Int(bounds[group])..<Int(bounds[group + 1])]
      let (middle, count) = middleNumbers(members)
      stated.append(Int64(count))
      guard let (lower, upper) = middle else {
        medians.append(nil)
        continue
      }
      let median = lower.middle(to: upper)
      if median == nil { overflowGroup = overflowGroup ?? group }
      medians.append(median)
    }
    return GroupNumbers(
      column: NumberColumn(medians), stated: stated, overflowGroup: overflowGroup)
  }

  /// The one or two numbers in the middle of the stated ones of some rows, and how many those are.
  private func middleNumbers(
    _ rows: ArraySlice<Int32>
  ) -> (middle: (lower: ExactNumber, upper: ExactNumber)?, count: Int) {
    guard wide.isEmpty else {
      let numbers = rows.compactMap { number(at: Int($0)) }.sorted()
      guard !numbers.isEmpty else { return (nil, 0) }
      return ((numbers[(numbers.count - 1) / 2], numbers[numbers.count / 2]), numbers.count)
    }
    var slots: [Int64] = []
    slots.reserveCapacity(rows.count)
    for row in rows where values[Int(row)] != NumberColumn.none { slots.append(values[Int(row)]) }
    guard !slots.isEmpty else { return (nil, 0) }
    slots.sort()
    let (lower, upper) = (slots[(slots.count - 1) / 2], slots[slots.count / 2])
    return (
      (
        ExactNumber(coefficient: Int128(lower), scale: scale),
        ExactNumber(coefficient: Int128(upper), scale: scale)
      ), slots.count
    )
  }
}

extension ExactNumber {
  /// The mean of this number and another, to 12 significant digits unless they are equal.
  fileprivate func middle(to other: ExactNumber) -> ExactNumber? {
    self == other ? self : adding(other)?.divided(by: ExactNumber(2))
  }
}

extension Grouping {
  /// The group of one row.
  func group(of row: Int32) -> Int32 {
    switch assignment {
    case .all: 0
    case .codes(let codes): codes[Int(row)]
    case .runs(let bounds):
      Int32(truncatingIfNeeded: (bounds.firstIndex { $0 > Int(row) } ?? count) - 1)
    case .mapped(let ids, let groups, _): groups[Int(ids[Int(row)]) + 1]
    }
  }
}
