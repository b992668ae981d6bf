/// The rows of a key by small numbers from 0 that stand for its values, not yet in order of first
/// row.
private struct SmallKey {
  /// One for each row, from -1.
  let ids: [Int32]
  /// The number of the value of id i is `numbers[i + 1]`; empty where it is `i + 1`.
  let numbers: [Int32]
  /// All numbers are less.
  let limit: Int

  @inline(__always)
  func number(_ row: Int) -> Int {
    let place = Int(ids[row]) + 1
    return numbers.isEmpty ? place : Int(numbers[place])
  }
}

extension KeyCodes {
  /// Rows numbered by two keys with few values at once: one pass over both in place of one over
  /// each and one over the pairs. Nil for keys of another kind.
  package static func pairing(_ first: Column, _ second: Column) -> KeyCodes? {
    guard let own = first.smallKey(), let other = second.smallKey() else { return nil }
    let rowCount = own.ids.count
    let (limit, overflow) = own.limit.multipliedReportingOverflow(by: other.limit)
    guard !overflow, limit <= max(1 << 16, 2 * rowCount) else { return nil }
    var known = [Int32](repeating: -1, count: limit)
    var firstRows: [Int32] = []
    let codes = [Int32](capacity: rowCount) { output in
      for row in 0..<rowCount {
        let pair = own.number(row) * other.limit + other.number(row)
        if known[pair] < 0 {
          known[pair] = Int32(truncatingIfNeeded: firstRows.count)
          firstRows.append(Int32(truncatingIfNeeded: row))
        }
        output.append(known[pair])
      }
    }
    return KeyCodes(codes: codes, firstRows: firstRows)
  }
}

extension Column {
  /// How many values of a text key were written in more than one way and made one by the fold.
  package var mergedSpellings: Int {
    guard case .text(let texts) = self else { return 0 }
    let leader = texts.pool.folds.leader
    guard leader.indices.contains(where: { Int(leader[$0]) != $0 }) else { return 0 }
    return texts.mergedSpellings(leader)
  }

  /// The key by small numbers: whole numbers close together, or texts of a small pool.
  fileprivate func smallKey() -> SmallKey? {
    let limit = 1 << 16
    switch self {
    case .text(let texts) where texts.pool.count < limit:
      let leader = texts.pool.folds.leader
      return SmallKey(
        ids: texts.codes, numbers: [0] + leader.map { $0 + 1 }, limit: leader.count + 1)
    case .number(let numbers) where numbers.wide.isEmpty:
      guard let (least, greatest) = numbers.slotRange else { return nil }
      let (width, overflow) = greatest.subtractingReportingOverflow(least)
      guard !overflow, width < Int64(limit) else { return nil }
      let ids = numbers.values.map { value in
        value == NumberColumn.none ? -1 : Int32(truncatingIfNeeded: value &- least)
      }
      return SmallKey(ids: ids, numbers: [], limit: Int(width) + 2)
    default: return nil
    }
  }
}

extension NumberColumn {
  /// The least and the greatest slot that holds a number, or nil when none does.
  fileprivate var slotRange: (least: Int64, greatest: Int64)? {
    var least = Int64.max
    var greatest = Int64.min
    for value in values {
      least = min(least, value == NumberColumn.none ? Int64.max : value)
      greatest = max(greatest, value)
    }
    return greatest == NumberColumn.none ? nil : (least, greatest)
  }
}
