import FriseBase
import FriseModel
import FriseSyntax

/// Stages: the rows that go in are known by their shape, and so are those that come out.
extension Resolver {
  /// The pipeline with one more stage, or nil when what comes out cannot be told.
  mutating func resolve(
    stage: Stage, after pipeline: ResolvedPipeline
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    let saved = (rows, aggregation)
    defer { (rows, aggregation) = saved }
    (rows, aggregation) = (input, nil)
    func same(_ kind: ResolvedStage.Kind) -> ResolvedPipeline {
      pipeline.appending(
        ResolvedStage(kind: kind, span: stage.span, text: text, input: input, output: input))
    }
    switch stage.kind {
    case .filter(let condition):
      return filtered(pipeline, by: truth(condition), stage.span)
    case .relation(let word, let operand, let negated):
      let test = stageRelation(word, operand, stage)
      return filtered(pipeline, by: negated ? not(test, at: stage.span) : test, stage.span)
    case .within(let duration, let operand):
      guard let date = tableDate(at: stage.verbSpan) else { return pipeline }
      let test = withinTest(date, duration, operand, operatorSpan: stage.verbSpan, at: stage.span)
      return filtered(pipeline, by: test, stage.span)
    case .about(let words):
      return filtered(pipeline, by: about(resolve(words), at: stage.span), stage.span)
    case .select(let items): return select(items, pipeline, stage)
    case .derive(let items): return derive(items, pipeline, stage)
    case .drop(let names): return drop(names, pipeline, stage)
    case .rename(let renamings): return rename(renamings, pipeline, stage)
    case .sort(let keys): return same(.sort(keys.map { sortKey($0) }))
    case .slice(let word, let count, let groups):
      return same(.slice(word, count: sliceCount(count), grouping(groups, input.period)))
    case .summarise(let items, let groups):
      return summarise(items, groups, pipeline, stage)
    case .aggregate(let word, let argument, let groups):
      return aggregate(word, argument, groups, pipeline, stage)
    case .distinct(let keys): return distinct(keys, pipeline, stage)
    case .combine(let word, let operand): return combine(word, operand, pipeline, stage)
    case .join(let keepsAll, let operand, let alias, let condition):
      return join(keepsAll, operand, alias, condition, pipeline, stage)
    case .call(let name, let arguments):
      return call(name, arguments, pipeline)
    case .view(let word): return same(.view(view(word, input, stage)))
    case .bars(let value): return bars(value, pipeline, stage)
    case .describe: return describe(pipeline, stage)
    case .save(let path):
      guard !isNested else {
        report(.saveInside(Catalogue.form(.save, tongue), at: stage.verbSpan))
        return pipeline
      }
      return same(.save(SaveRequest(path: path, pathSpan: stage.span)))
    case .nearest, .gaps, .concurrent, .spread: return time(stage, pipeline)
    case .at, .walk, .rollup, .follow: return structure(stage, pipeline)
    case .invalid: return nil
    }
  }

  // MARK: Filters

  private mutating func filtered(
    _ pipeline: ResolvedPipeline, by test: Resolved, _ span: ByteSpan
  ) -> ResolvedPipeline {
    guard let shape = pipeline.output.shape else { return pipeline }
    var output = shape
    for part in test.conjuncts {
      guard let range = part.constantPeriod(of: shape.dateColumn) else { continue }
      output.period = output.period.map { $0.intersection(range) ?? .empty } ?? range
    }
    return pipeline.appending(
      ResolvedStage(kind: .filter(test), span: span, text: text, input: shape, output: output))
  }

  /// The date of the table the rows come from, for rows that have lost it.
  var lostDate: Localized? {
    guard let rows, rows.dateColumn == nil, let table = rows.table,
      let schema = schema(of: table), let date = schema.dateColumn
    else { return nil }
    return schema.columns[date].name
  }

  /// The table's date, or a fault.
  mutating func tableDate(at span: ByteSpan) -> Resolved? {
    guard let rows, let index = rows.dateColumn else {
      report(.noDate(rows?.name, lost: lostDate, at: span))
      return nil
    }
    return Resolved(.column(index), .date, span)
  }

  /// `during 1956`, `under "Africa"` as a stage: of the table's date, of the row's unit, else of
  /// its main link.
  private mutating func stageRelation(
    _ word: Word, _ operand: Expression, _ stage: Stage
  ) -> Resolved {
    let subject: Resolved?
    if word == .under || word == .above {
      subject = rowUnit(at: stage.verbSpan)
    } else {
      subject = tableDate(at: stage.verbSpan)
    }
    guard let subject else { return invalid(stage.span) }
    return relation(word, subject, operand, operatorSpan: stage.verbSpan, at: stage.span)
  }

  /// The unit that the row is, else its main link, else a fault.
  mutating func rowUnit(at span: ByteSpan) -> Resolved? {
    if let rows, rows.isStructure, let unit = rowLink(span) { return unit }
    guard let rows, let index = rows.mainLink else {
      report(.noUnit(rows?.name, at: span))
      return nil
    }
    return Resolved(.column(index), rows.columns[index].type, span)
  }

  // MARK: Columns

  private mutating func select(
    _ items: [Item], _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    var kept: [Int] = []
    var columns: [ColumnSchema] = []
    var projections: [ResolvedStage.Projection] = []
    for item in items {
      let value = plain(item.expression)
      let name = itemName(item, value)
      checkUnique(name, among: columns, at: item.name?.span ?? item.expression.span)
      if case .column(let index) = value.node {
        kept.append(index)
        projections.append(.keep(index))
        let old = input.columns[index]
        columns.append(
          ColumnSchema(name: name, type: old.type, traits: old.traits.subtracting(.hidden)))
      } else {
        kept.append(-1)
        projections.append(.compute(value))
        columns.append(ColumnSchema(name: name, type: value.type, traits: traits(of: value)))
      }
    }
    if let link = input.rowLink {
      kept.append(link)
      projections.append(.keep(link))
      columns.append(input.columns[link])
    }
    var output = input
    output.columns = columns
    output.dateColumn = input.dateColumn.flatMap { kept.firstIndex(of: $0) }
    output.mainLink = input.mainLink.flatMap { kept.firstIndex(of: $0) }
    output.roleColumn = input.roleColumn.flatMap { kept.firstIndex(of: $0) }
    output.rowLink = input.rowLink.flatMap { kept.lastIndex(of: $0) }
    output.columnsWereChosen = true
    return pipeline.appending(
      ResolvedStage(
        kind: .project(projections), span: stage.span, text: text, input: input, output: output))
  }

  private mutating func derive(
    _ items: [Item], _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    var pipeline = pipeline
    for item in items {
      guard let input = pipeline.output.shape else { return nil }
      rows = input
      let value = plain(item.expression)
      let name = itemName(item, value)
      var projections = input.columns.indices.map { ResolvedStage.Projection.keep($0) }
      var output = input
      let schema = ColumnSchema(
        name: name, type: value.type, traits: traits(of: value).union(.main))
      if let old = input.column(named: name.english) {
        projections[old] = .compute(value)
        output.columns[old] = schema
        if old == input.dateColumn { output.period = nil }
        if old == input.dateColumn, value.type != .date { output.dateColumn = nil }
        if old == input.mainLink { output.mainLink = nil }
      } else {
        projections.append(.compute(value))
        output.columns.append(schema)
      }
      pipeline = pipeline.appending(
        ResolvedStage(
          kind: .project(projections), span: stage.span, text: text, input: input, output: output))
    }
    return pipeline
  }

  private mutating func drop(
    _ names: [Name], _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    var dropped: Set<Int> = []
    for name in names {
      if let index = column(name, in: input) { dropped.insert(index) }
    }
    let kept = input.columns.indices.filter { !dropped.contains($0) }
    var output = input.keeping(kept)
    output.columnsWereChosen = input.columnsWereChosen
    return pipeline.appending(
      ResolvedStage(
        kind: .project(kept.map { .keep($0) }), span: stage.span, text: text, input: input,
        output: output))
  }

  /// The column of that name; a fault when there is none.
  mutating func column(_ name: Name, in shape: Shape) -> Int? {
    guard let index = shape.column(named: name.text) else {
      let known = shape.visibleColumns.map { shape.columns[$0].name }
      report(.unknownColumn(name, table: shape.name, near: nearest(name.text, among: known)))
      return nil
    }
    note(name, shape.columns[index].name)
    return index
  }

  private mutating func rename(
    _ renamings: [Renaming], _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    var output = input
    for renaming in renamings {
      guard let index = column(renaming.old, in: input) else { continue }
      let old = output.columns[index]
      let others = output.columns.indices.filter { $0 != index }.map { output.columns[$0] }
      let name = Localized(same: renaming.new.text)
      checkUnique(name, among: others, at: renaming.new.span)
      output.columns[index] = ColumnSchema(name: name, type: old.type, traits: old.traits)
    }
    return pipeline.appending(
      ResolvedStage(
        kind: .project(input.columns.indices.map { .keep($0) }), span: stage.span, text: text,
        input: input, output: output))
  }

  /// Reports a name that another column has already, with what to write instead.
  mutating func checkUnique(
    _ name: Localized, among columns: [ColumnSchema], at span: ByteSpan,
    remedy: Localized = Localized(en: "name one, as in x = …", fr: "en nommer une, comme x = …")
  ) {
    let key = TextFold.fold(name[tongue])
    guard
      columns.contains(where: {
        !$0.traits.contains(.hidden) && TextFold.fold($0.name[tongue]) == key
      })
    else { return }
    report(.columnTwice(name[tongue], remedy, at: span))
  }

  /// The name of an item: its own, else that of the column or the expression as typed.
  mutating func itemName(_ item: Item, _ value: Resolved) -> Localized {
    if let name = item.name { return Localized(same: name.text) }
    return expressionName(item.expression)
  }

  func expressionName(_ expression: Expression) -> Localized {
    switch expression.kind {
    case .name(let name):
      return translations.last { $0.span == name.span }?.forms ?? canonicalName(name)
    case .member(let base, let name):
      let owner = expressionName(base)
      let part = translations.last { $0.span == name.span }?.forms ?? Localized(same: name.text)
      return Localized(
        en: "\(owner.english).\(part.english)", fr: "\(owner.french).\(part.french)")
    case .group(let pipeline) where pipeline.stages.isEmpty:
      if let source = pipeline.source { return expressionName(source) }
    default: break
    }
    let typed = text.text(expression.span).split(whereSeparator: \.isWhitespace)
    return Localized(same: typed.joined(separator: " "))
  }

  /// The name as the column has it, however it was typed.
  private func canonicalName(_ name: Name) -> Localized {
    if let aggregation {
      let key = TextFold.fold(name.text)
      return aggregation.keys.first { TextFold.fold($0.name[tongue]) == key }?.name
        ?? Localized(same: name.text)
    }
    guard let rows, let index = rows.column(named: name.text) else {
      return Localized(same: name.text)
    }
    return rows.columns[index].name
  }

  /// Years and the like are never grouped.
  func traits(of value: Resolved) -> ColumnTraits {
    switch value.node {
    case .call(.year, _), .call(.month, _), .call(.day, _), .call(.years, _): .ungrouped
    case .column(let index): rows?.columns[index].traits.intersection(.ungrouped) ?? []
    case .field(_, let table, let column):
      schema(of: table)?.columns[column].traits.intersection(.ungrouped) ?? []
    default: []
    }
  }

  // MARK: Order and number

  private mutating func sortKey(_ key: FriseSyntax.SortKey) -> ResolvedSortKey {
    ResolvedSortKey(key: plain(key.expression), isDescending: key.isDescending)
  }

  private mutating func sliceCount(_ count: Expression) -> Resolved {
    let saved = rows
    rows = nil
    defer { rows = saved }
    let value = plain(count)
    guard expect(value, value.type == .number, .number) else { return invalid(count.span) }
    return value
  }

  private mutating func distinct(
    _ keys: [Expression], _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    var pipeline = pipeline
    if !keys.isEmpty {
      let items = keys.map { Item(name: nil, expression: $0) }
      guard let chosen = select(items, pipeline, stage) else { return nil }
      pipeline = chosen
    }
    guard let input = pipeline.output.shape else { return nil }
    let columns = input.visibleColumns.map {
      Resolved(.column($0), input.columns[$0].type, stage.span)
    }
    return pipeline.appending(
      ResolvedStage(
        kind: .distinct(columns), span: stage.span, text: text, input: input, output: input))
  }

  /// A `let` function, the rows being its first argument.
  private mutating func call(
    _ name: Name, _ arguments: [Expression], _ pipeline: ResolvedPipeline
  ) -> ResolvedPipeline? {
    guard environment.definition(named: name.text, limit: definitionLimit) != nil else {
      let names = environment.definitions.map { Localized(same: $0.name) }
      let verbs = Catalogue.entries(as: [.verb, .aggregate]).map(\.forms)
      report(.unknownFunction(name, near: nearest(name.text, among: names + verbs)))
      return nil
    }
    let wrapped = arguments.map { Pipeline(source: $0, stages: [], span: $0.span) }
    let result = definitionPipeline(name, arguments: wrapped, rows: pipeline)
    return result.output.shape == nil ? nil : result
  }
}

extension Resolved {
  /// The parts of a test joined by `and` at its top.
  var conjuncts: [Resolved] {
    if case .test(.and(let left, let right)) = node { return left.conjuncts + right.conjuncts }
    return [self]
  }

  /// The literal period within which this test keeps the column, for `during`, `in` and `=`.
  func constantPeriod(of column: Int?) -> Period? {
    guard let column, case .test(.date(let relation, let left, let right)) = node,
      relation == .during, case .column(column) = left.node,
      case .constant(.date(let date)) = right.node
    else { return nil }
    return Period(date)
  }
}
