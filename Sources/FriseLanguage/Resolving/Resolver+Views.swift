import FriseBase
import FriseModel
import FriseSyntax

/// Views, time stages and structure stages.
extension Resolver {
  mutating func view(_ word: Word, _ input: Shape, _ stage: Stage) -> ResultView {
    switch word {
    case .record: return .record
    case .tree:
      if !input.isStructure || input.rowLink == nil {
        report(noUnits(input, at: stage.verbSpan))
      }
      return .tree
    case .timeline:
      if input.dateColumn == nil { report(.noDate(input.name, lost: lostDate, at: stage.verbSpan)) }
      return .timeline
    default: return .table
    }
  }

  /// `bars [expr]`: the numbers drawn are a column, computed if need be; the last number by
  /// default.
  mutating func bars(
    _ value: Expression?, _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    guard let value else {
      guard let column = input.visibleColumns.last(where: { input.columns[$0].type.isNumeric })
      else {
        report(
          .wordMisplaced(
            Catalogue.form(.bars, tongue),
            Localized(
              en: "the table has no number to draw", fr: "la table n’a aucun nombre à dessiner"),
            at: stage.verbSpan))
        return nil
      }
      return pipeline.appending(
        ResolvedStage(
          kind: .view(.bars(column: column)), span: stage.span, text: text, input: input,
          output: input))
    }
    let number = resolve(value)
    guard expect(number, number.type.isNumeric, .number) else { return pipeline }
    if case .column(let column) = number.node {
      return pipeline.appending(
        ResolvedStage(
          kind: .view(.bars(column: column)), span: stage.span, text: text, input: input,
          output: input))
    }
    var output = input
    output.columns.append(ColumnSchema(name: expressionName(value), type: number.type))
    let projections =
      input.columns.indices.map { ResolvedStage.Projection.keep($0) } + [.compute(number)]
    let computed = pipeline.appending(
      ResolvedStage(
        kind: .project(projections), span: stage.span, text: text, input: input, output: output))
    return computed.appending(
      ResolvedStage(
        kind: .view(.bars(column: input.columns.count)), span: stage.span, text: text,
        input: output, output: output))
  }

  /// `describe`: a line for each column.
  mutating func describe(_ pipeline: ResolvedPipeline, _ stage: Stage) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    var output = Shape(
      columns: [
        ColumnSchema(name: Localized(en: "column", fr: "colonne"), type: .bilingual),
        ColumnSchema(name: Localized(en: "type", fr: "type"), type: .bilingual),
        ColumnSchema(name: Localized(en: "stated", fr: "renseignées"), type: .number),
        ColumnSchema(name: Localized(en: "distinct", fr: "distinctes"), type: .number),
        ColumnSchema(name: Localized(en: "least", fr: "minimum"), type: .bilingual),
        ColumnSchema(name: Localized(en: "greatest", fr: "maximum"), type: .bilingual),
        ColumnSchema(name: Localized(en: "example", fr: "exemple"), type: .bilingual),
      ])
    output.columnsWereChosen = true
    return pipeline.appending(
      ResolvedStage(
        kind: .describe, span: stage.span, text: text, input: input, output: output))
  }

  /// An expression with one value for the whole table: its columns are not seen.
  private mutating func withoutRows(_ expression: Expression) -> Resolved {
    let saved = rows
    rows = nil
    defer { rows = saved }
    return resolve(expression)
  }

  // MARK: Time

  mutating func time(_ stage: Stage, _ pipeline: ResolvedPipeline) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    guard let date = tableDate(at: stage.verbSpan), let column = input.dateColumn else {
      return pipeline
    }
    let kind: ResolvedStage.Kind
    var output = input
    switch stage.kind {
    case .nearest(let count, let operand):
      guard let point = self.date(withoutRows(operand)) else { return pipeline }
      kind = .nearest(count: Int(clamping: count?.value.wholeValue ?? 1), point)
      output.columns.append(
        ColumnSchema(
          name: Localized(en: "distance", fr: "distance"), type: .duration, traits: .main))
    case .gaps(let groups):
      let grouping = grouping(groups, nil)
      kind = .gaps(grouping)
      output = gapShape(input, column, keyColumns(groups, grouping))
    case .concurrent:
      kind = .concurrent
      let row = input.rowLink.map { input.columns[$0].type } ?? .bilingual
      output.columns.append(
        ColumnSchema(
          name: Catalogue.entry(.concurrent).forms, type: .list(row), traits: .main))
    case .spread(let word):
      guard let unit = TimeUnit(word) else { return nil }
      kind = .spread(unit)
      output.columns.append(
        ColumnSchema(
          name: Catalogue.entry(word).forms, type: .date, traits: [.main, .ungrouped]))
    default: return nil
    }
    _ = date
    return pipeline.appending(
      ResolvedStage(kind: kind, span: stage.span, text: text, input: input, output: output))
  }

  /// The keys, then `date length previous next`.
  private func gapShape(_ input: Shape, _ column: Int, _ keys: [ColumnSchema]) -> Shape {
    let row = input.rowLink.map { input.columns[$0].type } ?? .bilingual
    var output = Shape(
      name: input.name,
      columns: keys + [
        ColumnSchema(name: input.columns[column].name, type: .date),
        ColumnSchema(name: Catalogue.entry(.length).forms, type: .duration),
        ColumnSchema(name: Catalogue.entry(.previous).forms, type: row),
        ColumnSchema(name: Catalogue.entry(.next).forms, type: row),
      ])
    output.dateColumn = keys.count
    output.columnsWereChosen = true
    return output
  }

  // MARK: Structure

  /// Rows that are no units, and the link that leads to some.
  private func noUnits(_ input: Shape, at span: ByteSpan) -> Diagnostic {
    let link = input.mainLink.map { input.columns[$0] }
    guard let link, case .link(let table) = link.type.item, schema(of: table)?.isStructure == true
    else { return .noUnit(input.name, at: span) }
    return .notUnits(input.name, link: link.name, at: span)
  }

  mutating func structure(
    _ stage: Stage, _ pipeline: ResolvedPipeline
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    if case .follow(let name) = stage.kind { return follow(name, pipeline, stage) }
    guard input.isStructure, let link = input.rowLink else {
      report(noUnits(input, at: stage.verbSpan))
      return pipeline
    }
    let kind: ResolvedStage.Kind
    var output = input
    switch stage.kind {
    case .walk(let word):
      kind = .walk(word, link: link)
      if word != .roots, word != .leaves, let table = input.table, let schema = schema(of: table) {
        output = Shape(schema)
      }
    case .at(let operand):
      guard let date = date(withoutRows(operand)) else { return pipeline }
      kind = .at(date)
    case .rollup(let items):
      return rollup(items, pipeline, stage, input)
    default: return nil
    }
    return pipeline.appending(
      ResolvedStage(kind: kind, span: stage.span, text: text, input: input, output: output))
  }

  /// `follow place`: the rows that the rows at hand point at.
  private mutating func follow(
    _ name: Name, _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    let value = resolve(name: name)
    guard case .link(let table) = value.type.item, let schema = schema(of: table) else {
      _ = expect(value, false, .link(TableID("")))
      return nil
    }
    guard let input = pipeline.output.shape else { return nil }
    return pipeline.appending(
      ResolvedStage(
        kind: .follow(value, table: table), span: stage.span, text: text, input: input,
        output: Shape(schema)))
  }

  /// `rollup n = X`: adds `n`, the unit's own value, and `n.total`, its subtree's.
  private mutating func rollup(
    _ items: [Item], _ pipeline: ResolvedPipeline, _ stage: Stage, _ input: Shape
  ) -> ResolvedPipeline? {
    var output = input
    aggregation = Aggregation(rows: input, keys: [], keySpans: [], takesItems: true)
    var values: [Resolved] = []
    for item in items {
      let value = resolve(item.expression)
      let name = itemName(item, value)
      checkUnique(name, among: output.columns, at: item.name?.span ?? item.expression.span)
      values.append(value)
      output.columns.append(ColumnSchema(name: name, type: value.type, traits: .main))
      output.columns.append(
        ColumnSchema(
          name: Localized(en: "\(name.english).total", fr: "\(name.french).total"),
          type: value.type, traits: .main))
    }
    let aggregates = aggregation?.aggregates ?? []
    aggregation = nil
    return pipeline.appending(
      ResolvedStage(
        kind: .rollup(values, aggregates: aggregates), span: stage.span, text: text, input: input,
        output: output))
  }
}
