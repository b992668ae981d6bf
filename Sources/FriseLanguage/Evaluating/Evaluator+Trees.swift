import FriseBase
import FriseModel
import FriseSyntax

/// Relatives of units.
struct RelativeKey: Sendable, Hashable {
  let registry: ObjectIdentifier
  let word: Word
}

extension Evaluator {
  /// `parent`, `children`… of every unit of a structure, made once for a statement.
  mutating func relatives(_ word: Word, _ registry: Registry) -> Column {
    let key = RelativeKey(registry: ObjectIdentifier(registry), word: word)
    if let known = relativeColumns[key] { return known }
    let made = makeRelatives(word, registry)
    relativeColumns[key] = made
    return made
  }

  private func makeRelatives(_ word: Word, _ registry: Registry) -> Column {
    guard let forest = registry.forest else { return .none(count: registry.count) }
    let units = 0..<Int32(clamping: registry.count)
    func links(_ row: (Int32) -> Int32) -> Column {
      .link(LinkColumn(registry: registry, rows: units.map(row)))
    }
    func lists(_ rows: (Int32) -> [Int32]) -> Column {
      var offsets: [Int32] = [0]
      var items: [Int32] = []
      for unit in units {
        items += rows(unit)
        offsets.append(Int32(clamping: items.count))
      }
      return .list(
        ListColumn(offsets: offsets, items: .link(LinkColumn(registry: registry, rows: items))))
    }
    switch word {
    case .parent: return links { forest.parents[Int($0)] }
    case .root: return links { forest.ancestors(of: $0).last ?? $0 }
    case .children: return lists { forest.children(of: $0) }
    case .siblings: return lists { forest.siblings(of: $0) }
    case .ancestors: return lists { forest.ancestors(of: $0) }
    case .descendants: return lists { forest.descendants(of: $0) }
    case .depth: return .number(NumberColumn(values: units.map { Int64(forest.depths[Int($0)]) }))
    case .size:
      return .number(
        NumberColumn(
          values: units.map { Int64(forest.ends[Int($0)] - forest.positions[Int($0)]) }))
    case .path:
      return Column(units.map { .bilingual(registry.path($0)) }, type: .bilingual)
    default: return .none(count: registry.count)
    }
  }

  /// The nearest unit that is at or above both, row by row; one list argument: above all its items.
  func lowestCommonAncestor(_ first: Vector, _ second: Vector?, _ count: Int) -> Vector {
    guard let registry = registry(of: first), let forest = registry.forest else {
      return .constant(.none)
    }
    func units(_ value: Value) -> [Int32] {
      switch value {
      case .link(_, let row): [row]
      case .list(let items): items.flatMap(units)
      default: []
      }
    }
    let rows = (0..<count).map { row -> Int32 in
      let all = units(first.value(at: row)) + (second.map { units($0.value(at: row)) } ?? [])
      guard let start = all.first else { return -1 }
      return all.dropFirst().reduce(start) { forest.lowestCommonAncestor($0, $1) }
    }
    return .column(.link(LinkColumn(registry: registry, rows: rows)))
  }

  /// The relatives of the set of rows, in preorder, without doubles; `roots` and `leaves` keep rows.
  mutating func walk(
    _ frame: inout Frame, _ word: Word, _ link: Int, _ stage: ResolvedStage
  ) throws(RunFailure) {
    guard case .link(let links) = frame.column(link), let forest = links.registry.forest else {
      return
    }
    if word == .roots || word == .leaves {
      let present = Set(links.rows)
      let kept = links.rows.indices.filter { index in
        let row = links.rows[index]
        guard row >= 0 else { return false }
        return word == .roots
          ? !forest.ancestors(of: row).contains { present.contains($0) }
          : !forest.descendants(of: row).contains { present.contains($0) }
      }
      frame.select(.indices(kept.map { Int32(clamping: $0) }))
      return
    }
    var found: Set<Int32> = []
    for row in links.rows.distinct() {
      switch word {
      case .children: found.formUnion(forest.children(of: row))
      case .parent: if forest.parents[Int(row)] >= 0 { found.insert(forest.parents[Int(row)]) }
      case .siblings: found.formUnion(forest.siblings(of: row))
      case .ancestors: found.formUnion(forest.ancestors(of: row))
      default: found.formUnion(forest.descendants(of: row))
      }
    }
    let ordered = found.sorted { forest.positions[Int($0)] < forest.positions[Int($1)] }
    frame = try self.frame(of: links.registry, stage.span)
    frame.gather(ordered)
  }
}

extension Forest {
  /// From the parent up to the root.
  func ancestors(of row: Int32) -> [Int32] {
    var found: [Int32] = []
    var current = parents[Int(row)]
    while current >= 0, found.count < parents.count {
      found.append(current)
      current = parents[Int(current)]
    }
    return found
  }

  /// In preorder.
  func descendants(of row: Int32) -> [Int32] {
    Array(order[Int(positions[Int(row)]) + 1..<Int(ends[Int(row)])])
  }

  /// In preorder.
  func children(of row: Int32) -> [Int32] {
    var found: [Int32] = []
    var position = positions[Int(row)] + 1
    while position < ends[Int(row)] {
      let child = order[Int(position)]
      found.append(child)
      position = ends[Int(child)]
    }
    return found
  }

  /// The other children of the parent; roots have none.
  func siblings(of row: Int32) -> [Int32] {
    let parent = parents[Int(row)]
    return parent < 0 ? [] : children(of: parent).filter { $0 != row }
  }

  /// The deepest unit that is at or above both; -1 when they are in different trees.
  func lowestCommonAncestor(_ first: Int32, _ second: Int32) -> Int32 {
    guard first >= 0, second >= 0 else { return -1 }
    var current = first
    while current >= 0 {
      if current == second || isUnder(second, current) { return current }
      current = parents[Int(current)]
    }
    return -1
  }
}
