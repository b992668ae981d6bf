import FriseBase
import FriseModel
import FriseSyntax

/// Relatives of units, one by one and of sets of rows. Work and memory are in proportion to the
/// units asked and to what is found.
extension Evaluator {
  /// No path column takes more bytes than this in a tongue.
  static let pathBytesMax = 1 << 29

  /// `parent`, `children`… of the units of each row.
  mutating func relatives(
    _ word: Word, of units: Vector, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    switch units {
    case .constant(.link(let registry, let row)):
      let links = LinkColumn(registry: registry, rows: [row])
      return .constant(try relatives(word, of: links, whole).value(at: 0))
    case .constant(.list):
      guard let registry = registry(of: units) else { return .constant(.none) }
      let rows = linkedRows(units, count: 1)
      let items = try relatives(word, of: LinkColumn(registry: registry, rows: rows), whole)
      let list = ListColumn(offsets: [0, Int32(clamping: rows.count)], items: items)
      return .constant(list.joined.value(at: 0))
    case .column(.link(let links)): return .column(try relatives(word, of: links, whole))
    case .column(.list(let list)):
      guard case .link(let links) = list.items else { return .constant(.none) }
      let items = try relatives(word, of: links, whole)
      return .column(.list(ListColumn(offsets: list.offsets, items: items).joined))
    default: return .constant(.none)
    }
  }

  /// The relatives of one unit a row.
  private func relatives(
    _ word: Word, of links: LinkColumn, _ whole: Resolved
  ) throws(RunFailure) -> Column {
    guard let forest = links.registry.forest else { return .none(count: links.rows.count) }
    func linked(_ relatives: [Int32]) -> Column {
      let rows = links.rows.map { $0 < 0 ? -1 : relatives[Int($0)] }
      return .link(LinkColumn(registry: links.registry, rows: rows))
    }
    switch word {
    case .parent: return linked(forest.parents)
    case .root: return linked(forest.roots)
    case .depth: return .number(forest.depths(of: links.rows))
    case .size: return .number(forest.sizes(of: links.rows))
    case .path:
      guard
        let paths = links.registry.paths(
          links.rows, bytesMax: Evaluator.pathBytesMax, interrupt)
      else {
        if interrupt.isRaised { throw interrupted(whole.span) }
        throw failure(.pathsTooLong(at: whole.span))
      }
      return paths
    case .ancestors:
      return try lists(links, whole, count: forest.ancestorCount) { forest.ancestors(of: $0)[...] }
    case .descendants:
      return try lists(links, whole, count: forest.descendantCount, forest.descendants)
    case .children, .siblings:
      let counts = forest.childCounts
      if word == .children {
        return try lists(links, whole, count: { Int(counts[Int($0)]) }) {
          forest.children(of: $0)[...]
        }
      }
      func count(_ row: Int32) -> Int {
        let parent = forest.parents[Int(row)]
        return parent < 0 ? 0 : Int(counts[Int(parent)]) - 1
      }
      return try lists(links, whole, count: count) { forest.siblings(of: $0)[...] }
    default: return .none(count: links.rows.count)
    }
  }

  /// A list of units a row; how long the lists will be is reckoned before any is made.
  private func lists(
    _ links: LinkColumn, _ whole: Resolved, count: (Int32) -> Int,
    _ relatives: (Int32) -> ArraySlice<Int32>
  ) throws(RunFailure) -> Column {
    var total = 0
    for row in links.rows where row >= 0 {
      total += count(row)
      guard total <= Evaluator.rowsMax else { throw failure(.tooManyItems(at: whole.span)) }
    }
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(links.rows.count + 1)
    var items: [Int32] = []
    items.reserveCapacity(total)
    for (index, row) in links.rows.enumerated() {
      if index & 0xFFF == 0, interrupt.isRaised { throw interrupted(whole.span) }
      if row >= 0 { items.append(contentsOf: relatives(row)) }
      offsets.append(Int32(clamping: items.count))
    }
    return .list(
      ListColumn(
        offsets: offsets, items: .link(LinkColumn(registry: links.registry, rows: items))))
  }

  // MARK: Common ancestors

  /// The nearest unit that is at or above both, row by row, none where one is missing; with one
  /// list argument, at or above all its items.
  func lowestCommonAncestor(_ first: Vector, _ second: Vector?, _ count: Int) -> Vector {
    guard let registry = registry(of: first) ?? second.flatMap({ registry(of: $0) }),
      let forest = registry.forest
    else { return .constant(.none) }
    let jumps = AncestorJumps(forest)
    func ancestor(_ rows: [Int32]) -> Int32 {
      guard let start = rows.first else { return -1 }
      return rows.dropFirst().reduce(start) { jumps.lowestCommonAncestor($0, $1) }
    }
    let isConstant = first.isConstant && (second?.isConstant ?? true)
    let rows = (0..<(isConstant ? 1 : count)).map { row -> Int32 in
      let left = ancestor(first.units(at: row))
      guard let second else { return left }
      return jumps.lowestCommonAncestor(left, ancestor(second.units(at: row)))
    }
    guard isConstant else { return .column(.link(LinkColumn(registry: registry, rows: rows))) }
    return .constant(rows[0] < 0 ? .none : .link(registry, row: rows[0]))
  }

  // MARK: Sets of rows

  /// The relatives of the set of rows, in preorder, without doubles; `roots` and `leaves` keep
  /// rows.
  mutating func walk(
    _ frame: inout Frame, _ word: Word, _ link: Int, _ stage: ResolvedStage
  ) throws(RunFailure) {
    guard case .link(let links) = frame.column(link), let forest = links.registry.forest else {
      return
    }
    let found: [Bool]
    switch word {
    case .roots, .leaves:
      frame.select(.indices(forest.edge(word, of: links.rows)))
      return
    case .children: found = forest.rowsBeside(childrenOf: links.rows)
    case .parent: found = forest.rowsAbove(childrenOf: links.rows)
    case .siblings: found = forest.rowsBeside(links.rows)
    case .ancestors: found = forest.rowsAbove(links.rows.filter { $0 >= 0 })
    default: found = forest.rowsUnder(links.rows.filter { $0 >= 0 })
    }
    frame = try units(of: links.registry, forest.inPreorder(found), stage.span)
  }

  /// The rows of a table that links point at, in the order of the links, without doubles.
  mutating func targets(
    of links: Vector, _ table: TableID, _ count: Int, _ span: ByteSpan
  ) throws(RunFailure) -> Frame {
    let rows = linkedRows(links, count: count).distinct()
    if let registry = registry(of: links) { return try units(of: registry, rows, span) }
    var frame = Frame(try self.table(table, span))
    frame.gather(rows)
    return frame
  }

  /// Rows of a structure by number, over the tree that `registry` has now.
  mutating func units(
    of registry: Registry, _ rows: [Int32], _ span: ByteSpan
  ) throws(RunFailure) -> Frame {
    let table = try table(registry.table, span)
    var frame = Frame(table)
    if let own = table.registry, own !== registry {
      frame = replanted(&frame, own, registry, Array(0..<Int32(clamping: table.rowCount)))
    }
    frame.gather(rows)
    return frame
  }
}

extension Forest {
  /// The positions among `rows` of those without parent (`roots`) or without child (`leaves`) among
  /// them.
  fileprivate func edge(_ word: Word, of rows: [Int32]) -> [Int32] {
    let barred = word == .roots ? rowsBeside(childrenOf: rows) : rowsAbove(childrenOf: rows)
    return rows.indices.filter { rows[$0] >= 0 && !barred[Int(rows[$0])] }
      .map { Int32(clamping: $0) }
  }
}

extension Vector {
  fileprivate var isConstant: Bool {
    if case .constant = self { true } else { false }
  }

  /// The units of one row: of a link, or of the items of a list.
  fileprivate func units(at row: Int) -> [Int32] {
    switch self {
    case .constant(.link(_, let unit)): return [unit]
    case .constant(.list(let items)):
      return items.compactMap { if case .link(_, let unit) = $0 { unit } else { nil } }
    case .column(.link(let links)): return [links.rows[row]]
    case .column(.list(let list)):
      guard case .link(let links) = list.items else { return [] }
      return Array(links.rows[Int(list.offsets[row])..<Int(list.offsets[row + 1])])
    default: return []
    }
  }
}

extension ListColumn {
  /// The relatives of all units of each list: as of the set of them, each once; depths, sizes and
  /// paths one for each unit.
  fileprivate var joined: ListColumn {
    let list = compacted()
    guard case .link = list.items else { return list }
    return list.withoutDoubles()
  }
}
