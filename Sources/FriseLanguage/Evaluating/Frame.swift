import FriseModel

/// Rows on their way through the stages. Columns stay where they are: a filter or a sort only
/// changes which of their rows are meant, until someone reads one.
struct Frame: Sendable {
  /// How many rows there are.
  private(set) var count: Int
  private var columns: [Entry]
  /// Which rows of their storage the columns mean; columns of one origin share one.
  private var maps: [RowMap]

  private struct Entry: Sendable {
    var column: Column
    var map: Int
  }

  /// Which rows of a column's storage are meant, in which order.
  private enum RowMap: Sendable {
    case all
    case selection(Selection)
    case rows([Int32])
  }

  init(columns: [Column], count: Int) {
    self.count = count
    self.columns = columns.map { Entry(column: $0, map: 0) }
    self.maps = [.all]
  }

  /// The rows of a table with a hidden link of each row to itself, when it can be linked to.
  init(_ table: Table) {
    var columns = table.columns
    if let registry = table.registry {
      let numbers =
        registry.count == table.rowCount
        ? registry.rowNumbers : Array(0..<Int32(clamping: table.rowCount))
      columns.append(.link(LinkColumn(registry: registry, rows: numbers)))
    } else {
      columns.append(.none(count: table.rowCount))
    }
    self.init(columns: columns, count: table.rowCount)
  }

  var columnCount: Int { columns.count }

  /// A column with one value for each row, in order.
  mutating func column(_ index: Int) -> Column {
    let entry = columns[index]
    let dense: Column
    switch maps[entry.map] {
    case .all: return entry.column
    case .selection(let selection): dense = entry.column.select(selection)
    case .rows(let rows): dense = entry.column.gather(rows)
    }
    columns[index] = Entry(column: dense, map: denseMap())
    return dense
  }

  private mutating func denseMap() -> Int {
    if let known = maps.firstIndex(where: { if case .all = $0 { true } else { false } }) {
      return known
    }
    maps.append(.all)
    return maps.count - 1
  }

  /// Keeps the selected rows.
  mutating func select(_ selection: Selection) {
    if case .all = selection { return }
    maps = maps.map { map in
      switch map {
      case .all: .selection(selection)
      case .selection(let earlier): .selection(earlier.narrowed(to: selection))
      case .rows(let rows): .rows(rows.gather(selection.rows))
      }
    }
    count = selection.count
  }

  /// The rows at `rows`, in that order; a row may come more than once.
  mutating func gather(_ rows: [Int32]) {
    maps = maps.map { map in
      switch map {
      case .all: .rows(rows)
      case .selection(let selection): .rows(selection.rows.gather(rows))
      case .rows(let earlier): .rows(earlier.gather(rows))
      }
    }
    count = rows.count
  }

  /// The same rows with other columns: kept ones by index, or new ones of as many rows.
  func projected(_ chosen: [Chosen]) -> Frame {
    var frame = self
    frame.columns = []
    for choice in chosen {
      switch choice {
      case .keep(let index): frame.columns.append(columns[index])
      case .new(let column): frame.columns.append(Entry(column: column, map: frame.denseMap()))
      }
    }
    return frame
  }

  /// The rows of two frames side by side, a row for each pair.
  static func joined(_ left: Frame, _ right: Frame, _ pairs: JoinPairs) -> Frame {
    var frame = left
    frame.gather(pairs.left)
    var other = right
    other.gather(pairs.right)
    let offset = frame.maps.count
    frame.maps += other.maps
    frame.columns += other.columns.map { Entry(column: $0.column, map: $0.map + offset) }
    return frame
  }

  /// The rows of the right side of a join alone, its columns where they stand among those of both.
  static func beside(_ right: Frame, _ leftCount: Int) -> Frame {
    var frame = right
    let absent = Entry(column: .none(count: right.count), map: frame.denseMap())
    frame.columns = Array(repeating: absent, count: leftCount) + frame.columns
    return frame
  }

  enum Chosen {
    case keep(Int)
    case new(Column)
  }

  /// Every column with one value for each row.
  mutating func allColumns() -> [Column] {
    var result: [Column] = []
    for index in columns.indices { result.append(column(index)) }
    return result
  }
}

extension Selection {
  /// The rows of this selection that `selection`, which counts them from 0, keeps.
  func narrowed(to selection: Selection) -> Selection {
    switch (self, selection) {
    case (_, .all): self
    case (.all, _): selection
    case (.range(let outer), .range(let inner)):
      .range(outer.lowerBound + inner.lowerBound..<outer.lowerBound + inner.upperBound)
    default: .indices(rows.gather(selection.rows))
    }
  }
}
