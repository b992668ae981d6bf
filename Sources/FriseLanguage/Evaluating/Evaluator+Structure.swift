import FriseBase
import FriseModel
import FriseSyntax

/// `at` and `rollup`: structures through time, and what their units add up to.
extension Evaluator {
  /// The units valid at a time, orphans re-hung on the nearest living ancestor. An empty start or end
  /// of a unit's validity is open.
  mutating func at(
    _ frame: inout Frame, _ point: Resolved, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard let link = stage.input.rowLink, case .link(let links) = frame.column(link),
      case .date(let date) = try value(of: point), let forest = links.registry.forest
    else { return frame }
    let answers = validity(&frame, Period(date), stage)
    let undecided = answers.tally.undecided
    if undecided > 0 {
      remarks.add(
        en: "\(undecided) undecided: valid in part of \(date.humanText(.english)) or not known",
        fr: "\(undecided) indécises : valables une partie de \(date.humanText(.french)) "
          + "ou on ne sait")
    }
    frame.select(answers.selected())
    guard case .link(let kept) = frame.column(link) else { return frame }
    let registry = links.registry.restricted(to: kept.rows, forest)
    return relinked(&frame, registry, links.registry, link)
  }

  /// The rows that the units of a structure are, each with a link to itself at the end.
  func frame(of registry: Registry, _ span: ByteSpan) throws(RunFailure) -> Frame {
    let table = try table(registry.table, span)
    var frame = Frame(table)
    guard let rows = registry.tableRows, let whole = table.registry else { return frame }
    frame.gather(rows)
    return relinked(&frame, registry, whole, table.columns.count)
  }

  private func validity(
    _ frame: inout Frame, _ period: Period, _ stage: ResolvedStage
  ) -> Answers {
    guard let index = stage.input.dateColumn, case .date(let dates) = frame.column(index) else {
      return .constant(.yes, count: frame.count)
    }
    return .dense(
      (0..<frame.count).map { row in
        guard let bounds = dates.bounds(at: row) else { return Truth.yes.rawValue }
        return DateRelation.overlaps.answer(bounds.openedWhereUnknown, period.bounds).rawValue
      })
  }

  /// Links to the structure become links to what is left of it.
  private func relinked(
    _ frame: inout Frame, _ registry: Registry, _ old: Registry, _ link: Int
  ) -> Frame {
    guard case .link(let kept) = frame.column(link) else { return frame }
    let parents = registry.forest?.parents ?? []
    let chosen = (0..<frame.columnCount).map { index -> Frame.Chosen in
      guard case .link(let links) = frame.column(index), links.registry === old else {
        return .keep(index)
      }
      if index == link {
        return .new(
          .link(LinkColumn(registry: registry, rows: Array(0..<Int32(clamping: kept.rows.count)))))
      }
      let isParent = zip(kept.rows, links.rows).allSatisfy { unit, parent in
        unit < 0 || old.forest?.parents[Int(unit)] == parent
      }
      let rows = isParent ? parents : registry.units(links.rows, of: old)
      return .new(.link(LinkColumn(registry: registry, rows: rows)))
    }
    return frame.projected(chosen)
  }

  // MARK: Roll-up

  /// Adds to each unit its own value and that of its subtree, in which an event counts once.
  mutating func rollup(
    _ frame: inout Frame, _ values: [Resolved], _ aggregates: [ResolvedAggregate],
    _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard let link = stage.input.rowLink, case .link(let links) = frame.column(link),
      let forest = links.registry.forest
    else { return frame }
    var units = try unitRows(&frame, links, stage)
    var own: [Column] = []
    var total: [Column] = []
    for aggregate in aggregates {
      let members = try members(of: aggregate, &units, links.registry.count)
      own.append(try self.aggregate(members, aggregate, links.registry.count))
      total.append(
        try self.aggregate(members.rolledUp(forest), aggregate, links.registry.count))
    }
    var ownFrame = Frame(columns: own, count: links.registry.count)
    var totalFrame = Frame(columns: total, count: links.registry.count)
    var chosen = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    for value in values {
      for column in [
        try evaluate(value, &ownFrame).column(type: value.type, count: links.registry.count),
        try evaluate(value, &totalFrame).column(type: value.type, count: links.registry.count),
      ] {
        chosen.append(.new(column.gather(links: links.rows)))
      }
    }
    return frame.projected(chosen)
  }

  /// A row for every unit of the structure: the one at hand, else that of the table, so that subtrees
  /// are whole whatever was filtered out.
  private mutating func unitRows(
    _ frame: inout Frame, _ links: LinkColumn, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let registry = links.registry
    var whole = try self.frame(of: registry, stage.span)
    var positions = (0..<Int32(clamping: registry.count)).map { $0 + Int32(clamping: frame.count) }
    var known = [Int32](repeating: -1, count: registry.count)
    for (row, unit) in links.rows.enumerated() where unit >= 0 {
      positions[Int(unit)] = Int32(clamping: row)
      known[Int(unit)] = Int32(clamping: row)
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

  /// What each unit holds itself: the rows that count once, and the value each brings.
  private mutating func members(
    of aggregate: ResolvedAggregate, _ units: inout Frame, _ count: Int
  ) throws(RunFailure) -> UnitMembers {
    let all = Array(0..<Int32(clamping: count))
    guard let argument = aggregate.argument else {
      return UnitMembers(units: all, identities: all, values: .none(count: count))
    }
    let vector = try evaluate(argument, &units)
    guard argument.type.isList, case .column(.list(let list)) = vector else {
      return UnitMembers(
        units: all, identities: all, values: vector.column(type: argument.type, count: count))
    }
    // The rows that links point at tell which values are of one event.
    if let base = argument.linkedRows, case .column(.list(let events)) = try evaluate(base, &units),
      case .link(let targets) = events.items
    {
      var values = Column.link(targets)
      if case .field(_, let table, let column) = argument.node {
        values = try self.table(table, argument.span).columns[column]
          .ofUnits(targets.registry).gather(links: targets.rows)
      }
      return UnitMembers(units: events.itemRows, identities: targets.rows, values: values)
    }
    return UnitMembers(
      units: list.itemRows, identities: Array(0..<Int32(clamping: list.items.count)),
      values: list.items)
  }

  private mutating func aggregate(
    _ members: UnitMembers, _ aggregate: ResolvedAggregate, _ count: Int
  ) throws(RunFailure) -> Column {
    let grouping = FriseModel.Grouping(codes: members.units, count: count)
    let column = aggregate.argument == nil ? nil : members.values
    return try self.aggregate(aggregate.word, column, grouping, nil, aggregate.span)
  }
}

/// Rows beside the units they belong to.
struct UnitMembers {
  let units: [Int32]
  /// Equal for rows that count once.
  let identities: [Int32]
  let values: Column

  /// The same with every row beside all units above its own too, once each.
  func rolledUp(_ forest: Forest) -> UnitMembers {
    var units: [Int32] = []
    var rows: [Int32] = []
    var seen: Set<Int64> = []
    for (row, unit) in self.units.enumerated() where unit >= 0 {
      var current = unit
      while current >= 0 {
        let key = Int64(current) << 32 | Int64(identities[row])
        // What is known of a unit is known of all above it.
        guard seen.insert(key).inserted else { break }
        units.append(current)
        rows.append(Int32(clamping: row))
        current = forest.parents[Int(current)]
      }
    }
    return UnitMembers(
      units: units, identities: identities.gather(rows), values: values.gather(rows))
  }
}

extension Resolved {
  /// The list of links through which an expression reads its values.
  fileprivate var linkedRows: Resolved? {
    switch node {
    case .backLinks: self
    case .field(let base, _, _): base.type.isList && base.type.isLink ? base : nil
    case .column: type.isList && type.isLink ? self : nil
    default: nil
    }
  }
}

extension Column {
  /// A column of a table for the units of a registry that holds only some of its rows.
  func ofUnits(_ registry: Registry?) -> Column {
    registry?.tableRows.map { gather($0) } ?? self
  }
}

extension DateBounds {
  /// The same with unknown ends open: valid as far as known.
  fileprivate var openedWhereUnknown: DateBounds {
    var bounds = self
    if latestEnd == DateBounds.future { bounds.earliestEnd = DateBounds.future }
    if earliestStart == DateBounds.past { bounds.latestStart = DateBounds.past }
    return bounds
  }
}

extension Registry {
  /// What is left of a structure when only some units stay; others are re-hung on the nearest
  /// ancestor that stays.
  fileprivate func restricted(to rows: [Int32], _ forest: Forest) -> Registry {
    var newRows = [Int32](repeating: -1, count: count)
    for (position, row) in rows.enumerated() where row >= 0 {
      newRows[Int(row)] = Int32(clamping: position)
    }
    let rows = rows.filter { $0 >= 0 }
    let parents = rows.map { row in
      forest.ancestors(of: row).first { newRows[Int($0)] >= 0 }.map { newRows[Int($0)] } ?? -1
    }
    return Registry(
      table: table, ids: ids.gather(rows), englishNames: englishNames.gather(rows),
      frenchNames: frenchNames.gather(rows),
      aliases: aliases.compactMap { alias in
        let row = newRows[Int(alias.row)]
        return row < 0 ? nil : (row, alias.name)
      },
      forest: try? Forest.build(parents: parents),
      tableRows: rows.map { tableRows?[Int($0)] ?? $0 })
  }
}
