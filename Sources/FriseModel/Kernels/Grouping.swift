/// Which group each row belongs to.
package struct Grouping: Sendable {
  /// How many groups there are.
  package let count: Int
  /// How many rows there are.
  package let rowCount: Int
  let assignment: Assignment
  /// Whether every row is known to belong to a group.
  private let placesAll: Bool

  /// How the groups of the rows are known, in the least work that tells.
  enum Assignment: Sendable {
    /// All rows make one group.
    case all
    /// The group of each row, -1 for a row that belongs to none.
    case codes([Int32])
    /// Group g has the rows from `bounds[g]` up to `bounds[g + 1]`: rows in order of their groups.
    case runs(bounds: [Int])
    /// The group of a row is `groups[ids[row] + 1]`; ids begin at -1. The sizes were counted on the
    /// way.
    case mapped(ids: [Int32], groups: [Int32], sizes: [Int64])
  }

  /// Groups by code; `placesAll` where no code is -1.
  package init(codes: [Int32], count: Int, placesAll: Bool = false) {
    self.init(.codes(codes), count: count, rowCount: codes.count, placesAll: placesAll)
  }

  /// All rows in one group.
  package init(allOf rowCount: Int) {
    self.init(.all, count: 1, rowCount: rowCount)
  }

  /// Rows in order of their groups: group g has those from `bounds[g]` up to `bounds[g + 1]`, the
  /// first from 0.
  package init(bounds: [Int]) {
    self.init(.runs(bounds: bounds), count: bounds.count - 1, rowCount: bounds.last ?? 0)
  }

  init(_ assignment: Assignment, count: Int, rowCount: Int, placesAll: Bool = false) {
    self.assignment = assignment
    self.placesAll = placesAll
    self.count = count
    self.rowCount = rowCount
  }

  /// The group of each row, -1 for a row that belongs to none; made anew at each call unless the
  /// groups are known by codes.
  package var dense: [Int32] {
    switch assignment {
    case .all: return [Int32](repeating: 0, count: rowCount)
    case .codes(let codes): return codes
    case .runs(let bounds):
      return [Int32](capacity: rowCount) { output in
        for group in 0..<count {
          for _ in bounds[group]..<bounds[group + 1] {
            output.append(Int32(truncatingIfNeeded: group))
          }
        }
      }
    case .mapped(let ids, let groups, _):
      return [Int32](capacity: rowCount) { output in
        for id in ids { output.append(groups[Int(id) + 1]) }
      }
    }
  }

  /// How many rows each group has.
  package var sizes: [Int64] {
    switch assignment {
    case .all: return [Int64(rowCount)]
    case .runs(let bounds):
      return (0..<count).map { Int64(bounds[$0 + 1] - bounds[$0]) }
    case .mapped(_, _, let sizes): return sizes
    case .codes(let codes):
      var sizes = [Int64](repeating: 0, count: count)
      for code in codes where code >= 0 { sizes[Int(code)] += 1 }
      return sizes
    }
  }

  /// How many rows belong to a group.
  package var placedCount: Int64 {
    placesAll ? Int64(rowCount) : sizes.reduce(0, +)
  }

  /// How many rows of each group have a value in `column`.
  package func statedCounts(_ column: Column) -> [Int64] {
    let missing = column.isNone
    if case .constant(.no, _) = missing { return sizes }
    if case .all = assignment { return [Int64(missing.tally.no)] }
    let bytes = missing.bytes
    let codes = dense
    var counts = [Int64](repeating: 0, count: count)
    for row in codes.indices where codes[row] >= 0 && bytes[row] == 0 {
      counts[Int(codes[row])] += 1
    }
    return counts
  }

  /// The rows of each group, in order: group g has `rows[bounds[g]..<bounds[g + 1]]`.
  package var members: (bounds: [Int32], rows: [Int32]) {
    if case .runs(let bounds) = assignment {
      return (bounds.map { Int32(clamping: $0) }, Array(0..<Int32(rowCount)))
    }
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
