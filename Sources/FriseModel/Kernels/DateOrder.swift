extension DateColumn {
  /// Sort keys: ascending keys are ascending dates, the earliest start first, of equal starts the
  /// wider first; equal keys keep their input order. Rows without a date have the greatest key.
  package func sortKeys() -> [UInt64] {
    guard farRows.isEmpty else { return rankedKeys() }
    let bias: Int64 = 1 << 31
    return earliestStart.indices.map { row in
      guard earliestStart[row] != DateColumn.none else { return UInt64.max }
      let start = UInt64(truncatingIfNeeded: Int64(earliestStart[row]) + bias)
      let wider = UInt64(truncatingIfNeeded: bias - 1 - Int64(latestEnd[row]))
      return start << 32 | wider
    }
  }

  /// The key that rows without a date have.
  package static let noKey = UInt64.max

  /// The same as ranks, for columns with days that no slot holds.
  private func rankedKeys() -> [UInt64] {
    let keys = earliestStart.indices.map { row in
      bounds(at: row).map { (start: $0.earliestStart, end: $0.latestEnd) }
    }
    func precedes(_ left: Int, _ right: Int) -> Bool {
      guard let first = keys[left] else { return false }
      guard let second = keys[right] else { return true }
      return first.start != second.start ? first.start < second.start : first.end > second.end
    }
    var ranks = [UInt64](repeating: DateColumn.noKey, count: keys.count)
    var rank: UInt64 = 0
    var previous: Int?
    for row in keys.indices.sorted(by: precedes) where keys[row] != nil {
      if let previous, precedes(previous, row) { rank += 1 }
      ranks[row] = rank
      previous = row
    }
    return ranks
  }

  /// Codes for `by`, `distinct` and joins: rows have the same code when they have the same four
  /// bounds. Codes run from 0 in order of first row; `firstRows` has the first row of each. Rows
  /// without a date share a code.
  package func groupCodes() -> (codes: [Int32], firstRows: [Int32]) {
    var known: [DateBounds?: Int32] = [:]
    var firstRows: [Int32] = []
    var codes: [Int32] = []
    codes.reserveCapacity(earliestStart.count)
    var previous: (bounds: DateBounds?, code: Int32)?
    for row in earliestStart.indices {
      let key = bounds(at: row)
      if let previous, previous.bounds == key {
        codes.append(previous.code)
        continue
      }
      let code = known[key] ?? Int32(clamping: firstRows.count)
      if known.updateValue(code, forKey: key) == nil { firstRows.append(Int32(clamping: row)) }
      codes.append(code)
      previous = (key, code)
    }
    return (codes, firstRows)
  }
}
