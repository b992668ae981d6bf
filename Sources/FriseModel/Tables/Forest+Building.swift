/// Rows whose parents lead back to themselves.
package struct ForestCycle: Error, Sendable, Hashable {
  /// The rows of one circle, each followed by its parent, from the least row on.
  package let rows: [Int32]

  package init(rows: [Int32]) { self.rows = rows }
}

extension Forest {
  /// The tree of rows given each row's parent (-1 for a root, each less than the row count);
  /// siblings keep the order of the rows. Throws `ForestCycle` when some rows are their own
  /// ancestors. O(rows).
  package static func build(parents: [Int32]) throws(ForestCycle) -> Forest {
    let count = parents.count
    var firstChild = [Int32](repeating: -1, count: count)
    var nextSibling = [Int32](repeating: -1, count: count)
    var firstRoot: Int32 = -1
    for row in stride(from: count - 1, through: 0, by: -1) {
      let parent = parents[row]
      if parent < 0 {
        nextSibling[row] = firstRoot
        firstRoot = Int32(row)
      } else {
        nextSibling[row] = firstChild[Int(parent)]
        firstChild[Int(parent)] = Int32(row)
      }
    }
    var positions = [Int32](repeating: -1, count: count)
    var ends = [Int32](repeating: 0, count: count)
    var depths = [Int32](repeating: 0, count: count)
    var order: [Int32] = []
    order.reserveCapacity(count)
    var row = firstRoot
    while row >= 0 {
      positions[Int(row)] = Int32(order.count)
      order.append(row)
      if firstChild[Int(row)] >= 0 {
        depths[Int(firstChild[Int(row)])] = depths[Int(row)] + 1
        row = firstChild[Int(row)]
        continue
      }
      while row >= 0 {
        ends[Int(row)] = Int32(order.count)
        let sibling = nextSibling[Int(row)]
        if sibling >= 0 {
          depths[Int(sibling)] = depths[Int(row)]
          row = sibling
          break
        }
        row = parents[Int(row)]
      }
    }
    guard order.count == count else { throw cycle(in: parents, unreached: positions) }
    return Forest(
      parents: parents, positions: positions, ends: ends, depths: depths, order: order)
  }

  /// The circle above the first row that no root reaches.
  private static func cycle(in parents: [Int32], unreached positions: [Int32]) -> ForestCycle {
    var seen = [Bool](repeating: false, count: parents.count)
    var row = positions.firstIndex { $0 < 0 } ?? 0
    while !seen[row] {
      seen[row] = true
      row = Int(parents[row])
    }
    var rows = [Int32(row)]
    var next = parents[row]
    while Int(next) != row {
      rows.append(next)
      next = parents[Int(next)]
    }
    let least = rows.indices.min { rows[$0] < rows[$1] } ?? 0
    return ForestCycle(rows: Array(rows[least...] + rows[..<least]))
  }
}
