import FriseModel

/// The lines of a drawn tree: the units at hand in preorder, and above them, as context, the units
/// that a filter removed. Loops only, so that no tree is too deep.
struct TreeLayout {
  /// One line of the drawing.
  struct Line {
    /// The unit, or -1 for a row that has none.
    let unit: Int32
    /// The row of the result, or -1 for context.
    let row: Int32
    /// How many units stand above.
    let depth: Int
    /// True when no line of the same parent follows.
    let isLast: Bool

    /// True for a unit that is shown only because others hang on it.
    var isContext: Bool { row < 0 }
  }

  let registry: Registry
  let forest: Forest
  private(set) var lines: [Line] = []

  /// The tree of a result, or nil when its rows are no units of one.
  /// - Parameter rowsMax: Ends the drawing after so many rows.
  init?(_ result: ResultTable, rowsMax: Int) {
    guard let index = result.rowLink, result.table.columns.indices.contains(index),
      case .link(let links) = result.table.columns[index], let forest = links.registry.forest
    else { return nil }
    registry = links.registry
    self.forest = forest
    draw(RowsOfUnits(links.rows, forest), rowsMax: rowsMax)
  }

  /// Walks down from the roots, brothers in the order of the rows.
  private mutating func draw(_ rows: RowsOfUnits, rowsMax: Int) {
    let children = rows.children(forest)
    var drawn = 0
    var unit = children.firstRoot
    while unit >= 0, drawn < rowsMax {
      drawn += append(unit, rows, isLast: children.nextBrother[Int(unit)] < 0, rowsMax - drawn)
      if children.firstChild[Int(unit)] >= 0 {
        unit = children.firstChild[Int(unit)]
        continue
      }
      while unit >= 0 {
        if children.nextBrother[Int(unit)] >= 0 {
          unit = children.nextBrother[Int(unit)]
          break
        }
        unit = forest.parents[Int(unit)]
      }
    }
    for (index, row) in rows.withoutUnit.prefix(max(0, rowsMax - drawn)).enumerated() {
      lines.append(
        Line(unit: -1, row: row, depth: 0, isLast: index == rows.withoutUnit.count - 1))
    }
  }

  /// Adds a line for each row of a unit, or one of context.
  /// - Returns: How many rows were added.
  private mutating func append(
    _ unit: Int32, _ rows: RowsOfUnits, isLast: Bool, _ rowsMax: Int
  ) -> Int {
    let depth = forest.ancestorCount(of: unit)
    var row = rows.first[Int(unit)]
    guard row >= 0 else {
      lines.append(Line(unit: unit, row: -1, depth: depth, isLast: isLast))
      return 0
    }
    var count = 0
    while row >= 0, count < rowsMax {
      let next = rows.next[Int(row)]
      lines.append(Line(unit: unit, row: row, depth: depth, isLast: isLast && next < 0))
      row = next
      count += 1
    }
    return count
  }
}

/// Which rows stand for each unit.
private struct RowsOfUnits {
  /// The first row of each unit, or -1.
  private(set) var first: [Int32]
  /// The next row of the same unit, or -1.
  private(set) var next: [Int32]
  /// Rows that have no unit in the tree.
  private(set) var withoutUnit: [Int32] = []

  init(_ units: [Int32], _ forest: Forest) {
    first = [Int32](repeating: -1, count: forest.parents.count)
    next = [Int32](repeating: -1, count: units.count)
    for row in units.indices.reversed() {
      let unit = units[row]
      guard unit >= 0, forest.contains(unit) else {
        withoutUnit.append(Int32(row))
        continue
      }
      next[row] = first[Int(unit)]
      first[Int(unit)] = Int32(row)
    }
    withoutUnit.reverse()
  }

  /// The units to draw, each with its first child and the next unit of its parent.
  struct Children {
    var firstRoot: Int32
    var firstChild: [Int32]
    var nextBrother: [Int32]
  }

  /// The units at hand and all above them, in the order of the rows.
  func children(_ forest: Forest) -> Children {
    let count = forest.parents.count
    // Where a unit comes among its brothers: its own row, else the first row below it.
    var places = first
    var below = [Int32](repeating: Int32.max, count: count)
    var shown: [Int32] = []
    for unit in forest.order.reversed() {
      if places[Int(unit)] < 0, below[Int(unit)] < Int32.max {
        places[Int(unit)] = below[Int(unit)]
      }
      guard places[Int(unit)] >= 0 else { continue }
      shown.append(unit)
      let parent = Int(forest.parents[Int(unit)])
      if parent >= 0 { below[parent] = min(below[parent], places[Int(unit)]) }
    }
    var children = Children(
      firstRoot: -1, firstChild: [Int32](repeating: -1, count: count),
      nextBrother: [Int32](repeating: -1, count: count))
    let isInOrder = zip(shown, shown.dropFirst()).allSatisfy {
      places[Int($0)] >= places[Int($1)]
    }
    if !isInOrder { shown.sort { places[Int($0)] > places[Int($1)] } }
    for unit in shown {
      let parent = Int(forest.parents[Int(unit)])
      if parent < 0 {
        children.nextBrother[Int(unit)] = children.firstRoot
        children.firstRoot = unit
      } else {
        children.nextBrother[Int(unit)] = children.firstChild[parent]
        children.firstChild[parent] = unit
      }
    }
    return children
  }
}
