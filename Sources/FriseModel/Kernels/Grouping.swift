/// Which group each row belongs to.
package struct Grouping: Sendable {
  /// The group of each row, -1 for a row that belongs to none; nil when all rows make one group.
  package let codes: [Int32]?
  /// How many groups there are.
  package let count: Int
  /// How many rows there are.
  package let rowCount: Int

  /// Groups by code.
  package init(codes: [Int32], count: Int) {
    self.codes = codes
    self.count = count
    self.rowCount = codes.count
  }

  /// All rows in one group.
  package init(allOf rowCount: Int) {
    self.codes = nil
    self.count = 1
    self.rowCount = rowCount
  }

  /// The group of each row.
  package var dense: [Int32] { codes ?? [Int32](repeating: 0, count: rowCount) }

  /// How many rows each group has.
  package var sizes: [Int64] {
    guard let codes else { return [Int64(rowCount)] }
    var sizes = [Int64](repeating: 0, count: count)
    for code in codes where code >= 0 { sizes[Int(code)] += 1 }
    return sizes
  }

  /// How many rows of each group have a value in `column`.
  package func statedCounts(_ column: Column) -> [Int64] {
    let missing = column.isNone
    if case .constant(.no, _) = missing { return sizes }
    let bytes = missing.bytes
    guard let codes else { return [Int64(missing.tally.no)] }
    var counts = [Int64](repeating: 0, count: count)
    for row in codes.indices where codes[row] >= 0 && bytes[row] == 0 {
      counts[Int(codes[row])] += 1
    }
    return counts
  }

  /// The rows of each group, in order: group g has `rows[bounds[g]..<bounds[g + 1]]`.
  package var members: (bounds: [Int32], rows: [Int32]) {
    let dense = dense
    var bounds = [Int32](repeating: 0, count: count + 1)
    for code in dense where code >= 0 { bounds[Int(code) + 1] += 1 }
    for group in 0..<count { bounds[group + 1] += bounds[group] }
    var next = bounds
    var rows = [Int32](repeating: 0, count: Int(bounds[count]))
    for row in dense.indices where dense[row] >= 0 {
      let group = Int(dense[row])
      rows[Int(next[group])] = Int32(row)
      next[group] += 1
    }
    return (bounds, rows)
  }
}
