import FriseBase
import FriseModel
import FriseSyntax

/// `rollup`: what units hold themselves, and what their subtrees hold.
extension Evaluator {
  /// Adds to each unit its own value and that of its subtree, in which a row counts once. The
  /// subtree is that of the whole structure as it is now, whichever rows are at hand.
  mutating func rollup(
    _ frame: inout Frame, _ values: [Resolved], _ aggregates: [ResolvedAggregate],
    _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard let link = stage.input.rowLink, case .link(let links) = frame.column(link),
      let forest = links.registry.forest
    else { return frame }
    let count = links.registry.count
    var every: Frame?
    var own: [Column] = []
    var total: [Column] = []
    // Sums first: they count the rows as well.
    var linked = [(own: Column, total: Column)?](repeating: nil, count: aggregates.count)
    for word in [Word.sum, .count] {
      for (index, aggregate) in aggregates.enumerated() where aggregate.word == word {
        linked[index] = try linkedTotals(aggregate, link, links.registry)
      }
    }
    for (aggregate, columns) in zip(aggregates, linked) {
      if let columns {
        own.append(columns.own)
        total.append(columns.total)
        continue
      }
      var units: Frame
      if let every { units = every } else { units = try everyUnit(&frame, links, stage) }
      defer { every = units }
      let members = try members(of: aggregate, &units, count).distinct(forest)
      own.append(try self.aggregate(members, aggregate, count))
      if let sums = members.accumulated(aggregate.word, forest) {
        total.append(sums)
      } else if let spread = members.spread(forest, limit: Evaluator.rowsMax, interrupt) {
        total.append(try self.aggregate(spread, aggregate, count))
      } else {
        if interrupt.isRaised { throw interrupted(aggregate.span) }
        throw failure(.tooManyRows(at: aggregate.span))
      }
      try remark(members.once, aggregate)
    }
    var ownFrame = Frame(columns: own, count: count)
    var totalFrame = Frame(columns: total, count: count)
    var chosen = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    let isWhole = links.rows == links.registry.rowNumbers
    for value in values {
      for column in [
        try evaluate(value, &ownFrame).column(type: value.type, count: count),
        try evaluate(value, &totalFrame).column(type: value.type, count: count),
      ] {
        chosen.append(.new(isWhole ? column : column.gather(links: links.rows)))
      }
    }
    return frame.projected(chosen)
  }

  /// `count(events)` and `sum(events.people)` from the index of the links, when each event has one
  /// unit: what every subtree adds up to is then reckoned once. Nil for other arguments.
  /// `link`: The column of the rows' own units.
  private mutating func linkedTotals(
    _ aggregate: ResolvedAggregate, _ link: Int, _ registry: Registry
  ) throws(RunFailure) -> (own: Column, total: Column)? {
    guard let argument = aggregate.argument else { return nil }
    var back = argument
    var place = -1
    if case .field(let base, _, let column) = argument.node { (back, place) = (base, column) }
    guard case .backLinks(let base, let source, let linkPlace) = back.node,
      case .column(link) = base.node, (place >= 0) == (argument.type.item == .number)
    else { return nil }
    let table = try self.table(source, argument.span)
    guard case .link(let links) = table.columns[linkPlace] else { return nil }
    var values: NumberColumn?
    if place >= 0 {
      guard case .number(let numbers) = table.columns[place] else { return nil }
      values = numbers
    }
    guard let totals = links.totals(in: registry, values: values, column: place),
      !totals.overflows, let forest = registry.forest
    else { return nil }
    func column(whole: Bool) -> Column {
      .number(
        aggregate.word == .count
          ? totals.counts(forest, whole: whole) : totals.sums(forest, whole: whole))
    }
    if aggregate.word == .sum {
      let all = Grouping(allOf: Int(totals.linked.rows))
      remarkUnstated([totals.linked.stated], all, argument)
    }
    return (column(whole: false), column(whole: true))
  }

  /// A row for every unit of the structure: the one at hand, else that of the table, so that
  /// subtrees are whole whatever was filtered out.
  private mutating func everyUnit(
    _ frame: inout Frame, _ links: LinkColumn, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let registry = links.registry
    let count = Int32(clamping: registry.count)
    if frame.count == registry.count, links.rows.elementsEqual(0..<count) { return frame }
    var whole = try units(of: registry, Array(0..<count), stage.span)
    let rowCount = Int32(clamping: frame.count)
    var known = [Int32](repeating: -1, count: registry.count)
    for (row, unit) in links.rows.enumerated() where unit >= 0 {
      known[Int(unit)] = Int32(clamping: row)
    }
    let positions = known.indices.map { unit in
      known[unit] < 0 ? rowCount + Int32(clamping: unit) : known[unit]
    }
    let schema = data.schemas.first { $0.id == registry.table }
    var columns: [Column] = []
    for index in 0..<frame.columnCount {
      if index == stage.input.rowLink {
        columns.append(whole.column(whole.columnCount - 1))
        continue
      }
      let own = frame.column(index)
      let origin = schema?.columns.firstIndex { $0.name == stage.input.columns[index].name }
      if let origin, let joined = own.appending(whole.column(origin)) {
        columns.append(joined.gather(positions))
      } else {
        columns.append(own.gather(links: known))
      }
    }
    return Frame(columns: columns, count: registry.count)
  }

  private mutating func aggregate(
    _ members: UnitMembers, _ aggregate: ResolvedAggregate, _ count: Int
  ) throws(RunFailure) -> Column {
    let grouping = FriseModel.Grouping(codes: members.units, count: count)
    return try self.aggregate(aggregate.word, members.values, grouping, nil, aggregate.span)
  }

  /// What was not stated and which roles were mixed, each row counted once.
  private mutating func remark(
    _ members: UnitMembers, _ aggregate: ResolvedAggregate
  ) throws(RunFailure) {
    guard let values = members.values, let argument = aggregate.argument else { return }
    switch aggregate.word {
    case .sum, .average, .median, .min, .max: break
    default: return
    }
    // A unit that lacks a value of its own column is no gap in the data of a subtree.
    guard let sources = members.sources else { return }
    let all = Grouping(allOf: values.count)
    remarkUnstated(all.statedCounts(values), all, argument)
    guard aggregate.word == .sum, case .figure = values else { return }
    let table = try table(sources.registry.table, argument.span)
    guard let role = table.schema.roleColumn else { return }
    remarkRoles(table.columns[role].gather(links: sources.rows), of: values, in: all)
  }

  // MARK: Members

  /// What each unit holds itself.
  private mutating func members(
    of aggregate: ResolvedAggregate, _ units: inout Frame, _ count: Int
  ) throws(RunFailure) -> UnitMembers {
    let all = Array(0..<Int32(clamping: count))
    guard let argument = aggregate.argument else {
      return UnitMembers(units: all, identities: all, values: nil)
    }
    if argument.type.isList, let linked = try linkedMembers(argument, &units) { return linked }
    let vector = try evaluate(argument, &units)
    guard argument.type.isList, case .column(.list(let list)) = vector else {
      return UnitMembers(
        units: all, identities: all, values: vector.column(type: argument.type, count: count))
    }
    return UnitMembers(
      units: list.itemRows, identities: Array(0..<Int32(clamping: list.items.count)),
      values: list.items)
  }

  /// The rows that a list of links points at, or one of their columns; nil for other expressions.
  private mutating func linkedMembers(
    _ argument: Resolved, _ units: inout Frame
  ) throws(RunFailure) -> UnitMembers? {
    if case .field(let base, let table, let column) = argument.node, base.type.isList,
      let linking = try linkedMembers(base, &units), case .link(let links)? = linking.values
    {
      let values = try self.table(table, argument.span).columns[column].gather(links: links.rows)
      let members = UnitMembers(
        units: linking.units, identities: linking.identities, values: values, sources: links)
      return members.exploded
    }
    guard argument.type.isLink, case .column(.list(let list)) = try evaluate(argument, &units),
      case .link(let links) = list.items
    else { return nil }
    return UnitMembers(
      units: list.itemRows, identities: links.rows, values: .link(links), sources: links)
  }
}

extension UnitMembers {
  /// The same with a member for each item of values that are lists: an item of one row counts once.
  fileprivate var exploded: UnitMembers {
    guard case .list(let list)? = values else { return self }
    // The number of the first item of each identity.
    var firsts = [Int32](repeating: -1, count: Int(identities.max() ?? -1) + 1)
    var next: Int32 = 0
    var itemIdentities: [Int32] = []
    for row in identities.indices {
      let length = list.offsets[row + 1] - list.offsets[row]
      let identity = Int(identities[row])
      if identity >= 0, firsts[identity] < 0 {
        firsts[identity] = next
        next += length
      }
      for item in 0..<length {
        itemIdentities.append(identity < 0 ? -1 : firsts[identity] + item)
      }
    }
    let rows = list.itemRows
    return UnitMembers(
      units: units.gather(rows), identities: itemIdentities, values: list.items,
      sources: sources.map { LinkColumn(registry: $0.registry, rows: $0.rows.gather(rows)) })
  }
}
