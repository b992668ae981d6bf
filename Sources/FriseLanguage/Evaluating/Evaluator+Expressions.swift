import FriseBase
import FriseModel
import FriseSyntax

/// Expressions over the rows of a frame, a column at a time.
extension Evaluator {
  mutating func evaluate(
    _ expression: Resolved, _ frame: inout Frame
  ) throws(RunFailure) -> Vector {
    switch expression.node {
    case .constant(let value): return .constant(value)
    case .column(let index): return .column(frame.column(index))
    case .parameter(let number): return .constant(memory.parameters[number] ?? .none)
    case .cell(let pipeline): return .constant(try cell(of: pipeline, at: expression.span))
    case .set(let pipeline, let column): return .constant(try set(of: pipeline, column))
    case .result(let index): return .constant(memory.results[index]?.value ?? .none)
    case .field(let base, let table, let column):
      let linked = try self.table(table, expression.span)
      let units = try evaluate(base, &frame)
      var target = linked.columns[column]
      // After `at` the parents of a unit are those of the tree as it was then.
      if let tree = registry(of: units), let own = linked.registry, tree !== own {
        let rows = Array(0..<Int32(clamping: linked.rowCount))
        target = replanted(target, own, tree, rows) ?? target
      }
      return follow(units, to: target)
    case .relatives(let word, let base):
      return try relatives(word, of: try evaluate(base, &frame), expression)
    case .backLinks(let base, let table, let column):
      let units = try evaluate(base, &frame)
      guard let registry = registry(of: units) else { return .constant(.none) }
      let back = try backLinks(registry, from: table, column, expression.span)
      return follow(units, to: back)
    case .named(let base, let table):
      return try named(try evaluate(base, &frame), table, expression)
    case .side(let tongue, let base): return side(tongue, try evaluate(base, &frame))
    case .call(let word, let arguments):
      return try call(word, arguments, &frame, expression)
    case .listAggregate(let word, let list):
      return try listAggregate(word, try evaluate(list, &frame), expression)
    case .arithmetic(let sign, let left, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      return try arithmetic(sign, first, second, frame.count, expression)
    case .negated(let operand):
      return try negated(try evaluate(operand, &frame), frame.count, expression)
    case .otherwise(let first, let second):
      return try coalesce(first, second, &frame, expression)
    case .conditional(let condition, let then, let otherwise):
      return try conditional(condition, then, otherwise, &frame, expression)
    case .list(let items): return try list(items, &frame, expression)
    case .test:
      let answers = try test(expression, &frame, widened: false)
      if case .constant(let truth, _) = answers { return .constant(.truth(truth)) }
      return .column(.truth(answers.column))
    case .numberRange, .invalid: throw failure(.rangeMisplaced(at: expression.span))
    }
  }

  // MARK: Sets

  /// The values of one column of a table.
  private mutating func set(
    of pipeline: ResolvedPipeline, _ column: Int
  ) throws(RunFailure) -> Value {
    guard case .rows(var frame, _) = try nested(pipeline) else { return .none }
    let values = frame.column(column)
    return .list(
      (0..<frame.count).flatMap { row -> [Value] in
        if case .list(let items) = values.value(at: row) { return items }
        return [values.value(at: row)]
      })
  }

  // MARK: Links

  /// The column of the linked table, read through the links. What the units of a list link to is a
  /// set: each row stands in it once.
  func follow(_ units: Vector, to target: Column) -> Vector {
    switch units {
    case .constant(.link(_, let row)): return .constant(target.value(at: Int(row)))
    case .constant(.list(let items)):
      var found: [Value] = []
      for case .link(_, let row) in items {
        switch target.value(at: Int(row)) {
        case .none: continue
        case .list(let inner): found += inner
        case let value: found.append(value)
        }
      }
      var seen: Set<Int32> = []
      found.removeAll { value in
        if case .link(_, let row) = value { !seen.insert(row).inserted } else { false }
      }
      return .constant(found.isEmpty ? .none : .list(found))
    case .column(.link(let links)): return .column(target.gather(links: links.rows))
    case .column(.list(let list)):
      guard case .link(let links) = list.items else { return .constant(.none) }
      let found = list.following(links, to: target)
      if case .link = found.items { return .column(.list(found.withoutDoubles())) }
      return .column(.list(found))
    default: return .constant(.none)
    }
  }

  /// The table that links point into.
  func registry(of units: Vector) -> Registry? {
    switch units {
    case .constant(.link(let registry, _)): registry
    case .constant(.list(let items)):
      if case .link(let registry, _) = items.first { registry } else { nil }
    case .column(.link(let links)): links.registry
    case .column(.list(let list)):
      if case .link(let links) = list.items { links.registry } else { nil }
    default: nil
    }
  }

  /// All rows that links point at, in order, doubles included.
  func linkedRows(_ units: Vector, count: Int) -> [Int32] {
    switch units {
    case .constant(.link(_, let row)): [row]
    case .constant(.list(let items)):
      items.compactMap { if case .link(_, let row) = $0 { row } else { nil } }
    case .column(.link(let links)): links.rows
    case .column(.list(let list)):
      if case .link(let links) = list.items { links.rows } else { [] }
    default: []
    }
  }

  /// For every unit, the rows of `table` whose link holds it.
  private func backLinks(
    _ registry: Registry, from table: TableID, _ column: Int, _ span: ByteSpan
  ) throws(RunFailure) -> Column {
    let linking = try self.table(table, span)
    let own = linking.registry ?? Registry(numberingRowsOf: linking)
    var sources: [Int32] = []
    var targets: [Int32] = []
    switch linking.columns[column] {
    case .link(let links):
      sources = Array(0..<Int32(clamping: linking.rowCount))
      targets = links.rows
    case .list(let list):
      guard case .link(let links) = list.items else { break }
      let exploded = list.exploded()
      sources = exploded.rows
      targets = exploded.items.map { $0 < 0 ? -1 : links.rows[Int($0)] }
    default: break
    }
    let count = try self.table(registry.table, span).rowCount
    let (bounds, rows) = Grouping(codes: targets, count: count).members
    let back = ListColumn(
      offsets: bounds, items: .link(LinkColumn(registry: own, rows: sources.gather(rows))))
    return .list(back.withoutNeighbourDoubles)
  }

  private func side(_ tongue: Tongue, _ vector: Vector) -> Vector {
    switch vector {
    case .constant(.bilingual(let text)): return .constant(.text(text[tongue]))
    case .constant(let value): return .constant(value)
    case .column(.bilingual(let english, let french)):
      return .column(.text(tongue == .english ? english : french))
    case .column(.list(let list)):
      guard case .bilingual(let english, let french) = list.items else { return vector }
      let items = Column.text(tongue == .english ? english : french)
      return .column(.list(ListColumn(offsets: list.offsets, items: items)))
    case .column: return vector
    }
  }

  // MARK: Choices and lists

  private mutating func coalesce(
    _ first: Resolved, _ second: Resolved, _ frame: inout Frame, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    let left = try evaluate(first, &frame)
    if case .constant(let value) = left {
      return value.isNone ? try evaluate(second, &frame) : left
    }
    let right = try evaluate(second, &frame)
    let columns = (
      left.column(type: first.type, count: frame.count),
      right.column(type: second.type, count: frame.count)
    )
    return .column(
      Column.coalesce(columns.0, columns.1) ?? .none(count: frame.count))
  }

  /// `if` on undecided gives none, and a remark.
  private mutating func conditional(
    _ condition: Resolved, _ then: Resolved, _ otherwise: Resolved, _ frame: inout Frame,
    _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    let answers = try test(condition, &frame, widened: false)
    remarks.undecidedCondition(answers.tally.undecided)
    if case .constant(let truth, _) = answers {
      switch truth {
      case .yes: return try evaluate(then, &frame)
      case .no: return try evaluate(otherwise, &frame)
      case .undecided: return .constant(.none)
      }
    }
    let first = try evaluate(then, &frame).column(type: then.type, count: frame.count)
    let second = try evaluate(otherwise, &frame).column(type: otherwise.type, count: frame.count)
    return .column(
      Column.choose(answers, then: first, else: second) ?? .none(count: frame.count))
  }

  private mutating func list(
    _ items: [Resolved], _ frame: inout Frame, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    var vectors: [Vector] = []
    for item in items { vectors.append(try evaluate(item, &frame)) }
    let rows = (0..<frame.count).map { row in
      Value.list(vectors.map { $0.value(at: row) })
    }
    return .column(Column(rows, type: whole.type))
  }

  // MARK: Lists of a row

  /// An aggregate over the list of each row.
  private mutating func listAggregate(
    _ word: Word, _ vector: Vector, _ expression: Resolved
  ) throws(RunFailure) -> Vector {
    if case .constant(let value) = vector {
      let items: [Value] = if case .list(let list) = value { list } else { [] }
      let column = Column(items, type: expression.itemType)
      let result = try aggregate(
        word, column, Grouping(allOf: items.count), nil, expression.span)
      return .constant(result.value(at: 0))
    }
    guard case .column(.list(let list)) = vector else { return .constant(.none) }
    let result = try aggregate(word, list.items, list.grouping, nil, expression.span)
    return .column(result)
  }
}

extension ListColumn {
  /// Lists of links in which a row that stands twice in succession stands once.
  fileprivate var withoutNeighbourDoubles: ListColumn {
    guard case .link(let links) = items else { return self }
    var kept: [Int32] = []
    kept.reserveCapacity(links.rows.count)
    var starts: [Int32] = [0]
    starts.reserveCapacity(offsets.count)
    for list in 0..<count {
      let first = Int(offsets[list])
      for item in first..<Int(offsets[list + 1])
      where item == first || links.rows[item] != links.rows[item - 1] {
        kept.append(Int32(clamping: item))
      }
      starts.append(Int32(clamping: kept.count))
    }
    guard kept.count < links.rows.count else { return self }
    return ListColumn(offsets: starts, items: items.gather(kept))
  }
}

extension Registry {
  /// The rows of a table without ids, called by their numbers from 1.
  fileprivate convenience init(numberingRowsOf table: Table) {
    let numbers = TextColumn((0..<table.rowCount).map { String($0 + 1) })
    self.init(
      table: table.schema.id, ids: numbers, englishNames: numbers, frenchNames: numbers)
  }
}

extension Resolved {
  /// The type of the items of the list an aggregate works over.
  fileprivate var itemType: ValueType {
    if case .listAggregate(_, let list) = node { list.type.item } else { type }
  }
}
