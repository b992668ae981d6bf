// Relatives of units. Loops only, so that no depth of tree is too deep. A row that is not in the
// tree (see `keeping`) has no relatives.

extension Forest {
  /// True for a row that stands in the tree.
  package func contains(_ row: Int32) -> Bool { positions[Int(row)] >= 0 }

  /// How many rows stand above; 0 for a root and for a row that is not in the tree.
  package func ancestorCount(of row: Int32) -> Int { max(0, Int(depths[Int(row)])) }

  /// How many rows stand below.
  package func descendantCount(of row: Int32) -> Int {
    contains(row) ? Int(ends[Int(row)] - positions[Int(row)]) - 1 : 0
  }

  /// From the parent up to the root. O(depth).
  package func ancestors(of row: Int32) -> [Int32] {
    var found: [Int32] = []
    found.reserveCapacity(ancestorCount(of: row))
    var current = parents[Int(row)]
    while current >= 0 {
      found.append(current)
      current = parents[Int(current)]
    }
    return found
  }

  /// In preorder.
  package func descendants(of row: Int32) -> ArraySlice<Int32> {
    guard contains(row) else { return [] }
    return order[Int(positions[Int(row)]) + 1..<Int(ends[Int(row)])]
  }

  /// In preorder. O(children).
  package func children(of row: Int32) -> [Int32] {
    guard contains(row) else { return [] }
    var found: [Int32] = []
    var position = positions[Int(row)] + 1
    while position < ends[Int(row)] {
      let child = order[Int(position)]
      found.append(child)
      position = ends[Int(child)]
    }
    return found
  }

  /// The other children of the parent, in preorder; roots have none.
  package func siblings(of row: Int32) -> [Int32] {
    let parent = parents[Int(row)]
    return parent < 0 ? [] : children(of: parent).filter { $0 != row }
  }

  /// How many rows stand above each of `rows`; none for -1 and for rows out of the tree.
  package func depths(of rows: [Int32]) -> NumberColumn {
    NumberColumn(
      values: [Int64](capacity: rows.count) { output in
        for row in rows {
          let depth = row < 0 ? -1 : depths[Int(row)]
          output.append(depth < 0 ? NumberColumn.none : Int64(depth))
        }
      })
  }

  /// How many rows the subtree of each of `rows` has, itself included; none likewise.
  package func sizes(of rows: [Int32]) -> NumberColumn {
    NumberColumn(
      values: [Int64](capacity: rows.count) { output in
        for row in rows {
          let isThere = row >= 0 && contains(row)
          output.append(
            isThere ? Int64(ends[Int(row)] &- positions[Int(row)]) : NumberColumn.none)
        }
      })
  }

  /// How many children each row has. O(rows).
  package var childCounts: [Int32] {
    var counts = [Int32](repeating: 0, count: parents.count)
    for parent in parents where parent >= 0 { counts[Int(parent)] += 1 }
    return counts
  }

  /// The topmost row above each row, itself for a root; -1 for rows that are not in the tree.
  /// O(rows).
  package var roots: [Int32] {
    var roots = [Int32](repeating: -1, count: parents.count)
    for row in order {
      let parent = parents[Int(row)]
      roots[Int(row)] = parent < 0 ? row : roots[Int(parent)]
    }
    return roots
  }

  /// The rows that are true in `marks`, in preorder. O(rows).
  package func inPreorder(_ marks: [Bool]) -> [Int32] { order.filter { marks[Int($0)] } }

  /// True for children of one of `rows`.
  package func rowsBeside(childrenOf rows: [Int32]) -> [Bool] {
    let chosen = marks(rows)
    return parents.map { $0 >= 0 && chosen[Int($0)] }
  }

  /// True for parents of one of `rows`.
  package func rowsAbove(childrenOf rows: [Int32]) -> [Bool] {
    marks(rows.map { $0 < 0 ? -1 : parents[Int($0)] })
  }

  /// True for siblings of one of `rows`.
  package func rowsBeside(_ rows: [Int32]) -> [Bool] {
    /// The one child of each row that is among `rows`; -1 for none, -2 for several.
    var only = [Int32](repeating: -1, count: parents.count)
    for row in rows where row >= 0 && parents[Int(row)] >= 0 {
      let parent = Int(parents[Int(row)])
      only[parent] = only[parent] == -1 || only[parent] == row ? row : -2
    }
    return parents.indices.map { row in
      guard parents[row] >= 0 else { return false }
      let child = only[Int(parents[row])]
      return child == -2 || (child >= 0 && child != Int32(row))
    }
  }

  /// True for `rows`; -1 stands for none.
  package func marks(_ rows: [Int32]) -> [Bool] {
    var marks = [Bool](repeating: false, count: parents.count)
    for row in rows where row >= 0 { marks[Int(row)] = true }
    return marks
  }

  /// The tree of the rows that are true in `living`: the others leave it, and what hung on them
  /// hangs on the nearest of their ancestors that stays, at the place they had among its children.
  /// Rows keep their numbers; one that left has position, parent and depth -1. O(rows).
  package func keeping(_ living: [Bool]) -> Forest {
    let count = parents.count
    var newParents = [Int32](repeating: -1, count: count)
    var newPositions = [Int32](repeating: -1, count: count)
    var newEnds = [Int32](repeating: 0, count: count)
    var newDepths = [Int32](repeating: -1, count: count)
    var newOrder: [Int32] = []
    newOrder.reserveCapacity(order.count)
    /// How many rows that stay lie before each old position.
    var before = [Int32](repeating: 0, count: order.count + 1)
    for position in order.indices {
      let row = Int(order[position])
      let parent = parents[row]
      // A row that leaves passes on the parent it would have.
      newParents[row] =
        parent < 0 || living[Int(parent)] ? parent : newParents[Int(parent)]
      if living[row] {
        newPositions[row] = Int32(newOrder.count)
        let above = newParents[row]
        newDepths[row] = above < 0 ? 0 : newDepths[Int(above)] + 1
        newOrder.append(Int32(row))
      }
      before[position + 1] = Int32(newOrder.count)
    }
    for row in 0..<count where positions[row] >= 0 {
      if living[row] {
        newEnds[row] = before[Int(ends[row])]
      } else {
        newParents[row] = -1
      }
    }
    return Forest(
      parents: newParents, positions: newPositions, ends: newEnds, depths: newDepths,
      order: newOrder)
  }
}

/// Finds the deepest common ancestor of two rows in O(log depth): beside its parent each row knows
/// a far ancestor (E. W. Myers, «An applicative random-access stack», 1983).
package struct AncestorJumps: Sendable {
  private let forest: Forest
  /// A row above each row, itself for a root.
  private let jumps: [Int32]

  /// O(rows).
  package init(_ forest: Forest) {
    self.forest = forest
    var jumps = [Int32](repeating: -1, count: forest.parents.count)
    for row in forest.order {
      let parent = forest.parents[Int(row)]
      guard parent >= 0 else {
        jumps[Int(row)] = row
        continue
      }
      let near = jumps[Int(parent)]
      let far = jumps[Int(near)]
      let isEven =
        forest.depths[Int(parent)] - forest.depths[Int(near)]
        == forest.depths[Int(near)] - forest.depths[Int(far)]
      jumps[Int(row)] = isEven ? far : parent
    }
    self.jumps = jumps
  }

  /// The deepest row that is at or above both; -1 when they are in different trees, or one in none.
  package func lowestCommonAncestor(_ first: Int32, _ second: Int32) -> Int32 {
    guard first >= 0, second >= 0, forest.contains(first), forest.contains(second) else {
      return -1
    }
    func holds(_ row: Int32) -> Bool { row == second || forest.isUnder(second, row) }
    var current = first
    while current >= 0, !holds(current) {
      let jump = jumps[Int(current)]
      current = holds(jump) || jump == current ? forest.parents[Int(current)] : jump
    }
    return current
  }
}
