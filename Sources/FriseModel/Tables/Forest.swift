/// The tree of a structure: units numbered in preorder with the sizes of their subtrees, so that
/// `under` is two comparisons. Rows are the table's; positions are preorder numbers.
package struct Forest: Sendable {
  /// Parent row of each row, -1 for a root.
  package let parents: [Int32]
  /// Preorder position of each row.
  package let positions: [Int32]
  /// One past the last position of each row's subtree.
  package let ends: [Int32]
  /// Depth of each row; a root has 0.
  package let depths: [Int32]
  /// The row at each preorder position.
  package let order: [Int32]

  package init(
    parents: [Int32], positions: [Int32], ends: [Int32], depths: [Int32], order: [Int32]
  ) {
    self.parents = parents
    self.positions = positions
    self.ends = ends
    self.depths = depths
    self.order = order
  }

  /// True when `row` lies strictly below `ancestor`.
  package func isUnder(_ row: Int32, _ ancestor: Int32) -> Bool {
    let position = positions[Int(row)]
    return position > positions[Int(ancestor)] && position < ends[Int(ancestor)]
  }
}
