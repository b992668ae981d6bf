/// A key of few values, whose rows are numbered by them from 0, not yet in order of first row.
private enum SmallKey {
  /// Texts by the fold of their code in the pool; a row without one has number 0.
  case texts(codes: [Int32], leader: [Int32])
  /// Whole numbers close together, counted from the least of them as 1; none is 0.
  case numbers(slots: [Int64], least: Int64, width: Int)

  var rowCount: Int {
    switch self {
    case .texts(let codes, _): codes.count
    case .numbers(let slots, _, _): slots.count
    }
  }

  /// All numbers are less.
  var limit: Int {
    switch self {
    case .texts(_, let leader): leader.count + 1
    case .numbers(_, _, let width): width + 2
    }
  }

  /// Lends a function that gives the number of a row. Unchecked buffers: rows come from a count of
  /// them.
  @inline(__always)
  func withNumbers<Result>(_ body: ((Int) -> Int) -> Result) -> Result {
    switch self {
    case .texts(let codes, let leader):
      let numbers = [0] + leader.map { $0 + 1 }
      return unsafe codes.withUnsafeBufferPointer { codes in
        body { Int(numbers[unsafe Int(codes[$0]) + 1]) }
      }
    case .numbers(let slots, let least, _):
      return unsafe slots.withUnsafeBufferPointer { slots in
        body { row in
          let slot = unsafe slots[row]
          return slot == NumberColumn.none ? 0 : Int(slot &- least &+ 1)
        }
      }
    }
  }
}

extension KeyCodes {
  /// Rows numbered by two keys with few values at once: one pass over both in place of one over
  /// each and one over the pairs. Nil for keys of another kind.
  package static func pairing(_ first: Column, _ second: Column) -> KeyCodes? {
    guard let own = first.smallKey(), let other = second.smallKey() else { return nil }
    let rowCount = own.rowCount
    let (limit, overflow) = own.limit.multipliedReportingOverflow(by: other.limit)
    guard !overflow, limit <= max(1 << 16, 2 * rowCount) else { return nil }
    var known = [Int32](repeating: -1, count: limit)
    var firstRows: [Int32] = []
    let width = other.limit
    let codes = own.withNumbers { own in
      other.withNumbers { other in
        [Int32](capacity: rowCount) { output in
          for row in 0..<rowCount {
            let pair = own(row) &* width &+ other(row)
            var code = known[pair]
            if code < 0 {
              code = Int32(truncatingIfNeeded: firstRows.count)
              known[pair] = code
              firstRows.append(Int32(truncatingIfNeeded: row))
            }
            output.append(code)
          }
        }
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
      return .texts(codes: texts.codes, leader: texts.pool.folds.leader)
    case .number(let numbers) where numbers.wide.isEmpty:
      guard let (least, greatest) = numbers.slotRange else { return nil }
      let (width, overflow) = greatest.subtractingReportingOverflow(least)
      guard !overflow, width < Int64(limit) else { return nil }
      return .numbers(slots: numbers.values, least: least, width: Int(width))
    default: return nil
    }
  }
}

extension NumberColumn {
  /// The least and the greatest slot that holds a number, or nil when none does.
  fileprivate var slotRange: (least: Int64, greatest: Int64)? {
    if isSorted, let least = values.first, let greatest = values.last { return (least, greatest) }
    var least = Int64.max
    var greatest = Int64.min
    for value in values {
      least = min(least, value == NumberColumn.none ? Int64.max : value)
      greatest = max(greatest, value)
    }
    return greatest == NumberColumn.none ? nil : (least, greatest)
  }
}
