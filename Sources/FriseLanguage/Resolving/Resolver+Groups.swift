import FriseBase
import FriseModel
import FriseSyntax

/// Aggregates and the groups they work over.
extension Resolver {
  /// `by` keys and the bucket of `each`.
  mutating func grouping(_ groups: Groups, _ period: Period?) -> ResolvedStage.Grouping {
    let keys = groups.keys.map { plain($0) }
    guard let bucket = groups.bucket, let unit = TimeUnit(bucket.unit) else {
      return ResolvedStage.Grouping(keys: keys, bucket: nil)
    }
    guard let date = tableDate(at: bucket.span) else {
      return ResolvedStage.Grouping(keys: keys, bucket: nil)
    }
    let size = bucket.count?.value.wholeValue ?? 1
    guard size > 0, size <= 10_000 else {
      report(
        .wordMisplaced(
          bucket.count?.text ?? "",
          Localized(
            en: "each takes a whole number of units from 1 to 10,000",
            fr: "chaque prend un nombre entier d’unités, de 1 à 10 000"), at: bucket.span))
      return ResolvedStage.Grouping(keys: keys, bucket: nil)
    }
    return ResolvedStage.Grouping(
      keys: keys,
      bucket: ResolvedStage.Bucket(count: Int(size), unit: unit, date: date, period: period))
  }

  /// The key columns of the groups: `by` first, then the bucket, named after its unit.
  mutating func keyColumns(
    _ groups: Groups, _ grouping: ResolvedStage.Grouping
  ) -> [ColumnSchema] {
    var columns: [ColumnSchema] = []
    for (expression, key) in zip(groups.keys, grouping.keys) {
      let name = expressionName(expression)
      checkUnique(name, among: columns, at: expression.span, remedy: Self.once)
      columns.append(ColumnSchema(name: name, type: key.type.item, traits: traits(of: key)))
    }
    if grouping.bucket != nil, let written = groups.bucket {
      let name = Catalogue.entry(written.unit).forms
      checkUnique(name, among: columns, at: written.span, remedy: Self.once)
      columns.append(ColumnSchema(name: name, type: .date, traits: [.ungrouped, .wholeSpans]))
    }
    return columns
  }

  /// What to do about a key that stands there twice.
  private static let once = Localized(en: "one is enough", fr: "une suffit")

  /// `summarise`: its keys, then its items.
  mutating func summarise(
    _ items: [Item], _ groups: Groups, _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    let grouping = grouping(groups, input.period)
    let keys = keyColumns(groups, grouping)
    aggregation = Aggregation(rows: input, keys: keys, keySpans: groups.keys.map(\.span))
    var columns = keys
    var values: [Resolved] = []
    for item in items {
      let value = resolve(item.expression)
      let name = itemName(item, value)
      checkUnique(name, among: columns, at: item.name?.span ?? item.expression.span)
      columns.append(ColumnSchema(name: name, type: value.type))
      values.append(value)
    }
    let aggregates = aggregation?.aggregates ?? []
    aggregation = nil
    return pipeline.appending(
      ResolvedStage(
        kind: .summarise(values, aggregates: aggregates, grouping), span: stage.span, text: text,
        input: input, output: groupShape(columns, input, grouping)))
  }

  /// The table of groups. Its bucket is its date.
  private func groupShape(
    _ columns: [ColumnSchema], _ input: Shape, _ grouping: ResolvedStage.Grouping
  ) -> Shape {
    var output = Shape(name: input.name, columns: columns)
    output.dateColumn = grouping.bucket == nil ? nil : grouping.keys.count
    output.columnsWereChosen = true
    return output
  }

  /// `count by place`, `sum people each decade`; `first` and `last` alone take a row.
  mutating func aggregate(
    _ word: Word, _ argument: Expression?, _ groups: Groups, _ pipeline: ResolvedPipeline,
    _ stage: Stage
  ) -> ResolvedPipeline? {
    guard let input = pipeline.output.shape else { return nil }
    if argument == nil, word == .first || word == .last {
      let one = Resolved(.constant(.number(ExactNumber(1))), .number, stage.verbSpan)
      return pipeline.appending(
        ResolvedStage(
          kind: .slice(word == .first ? .take : .last, count: one, grouping(groups, input.period)),
          span: stage.span, text: text, input: input, output: input))
    }
    let value = argument.map { resolve($0) }
    if word == .first || word == .last, case .constant(.number(let count))? = value?.node {
      report(.firstRowsAreTaken(word, count.plainText, tongue, at: stage.span))
      return nil
    }
    if value == nil, word != .count {
      report(
        .argumentCount(
          Localized(
            en: "\(Catalogue.form(word, .english)) x", fr: "\(Catalogue.form(word, .french)) x"),
          found: 0, at: stage.span))
      return nil
    }
    let grouping = grouping(groups, input.period)
    let keys = keyColumns(groups, grouping)
    let name =
      word == .count
      ? Localized(same: "n") : argument.map { expressionName($0) } ?? Localized(same: "n")
    if let value, isInvalid(value) {
      let output = groupShape(
        keys + [ColumnSchema(name: name, type: .none)], input, grouping)
      return pipeline.appending(
        ResolvedStage(
          kind: .summarise([value], aggregates: [], grouping), span: stage.span, text: text,
          input: input, output: output))
    }
    guard
      let type = aggregateType(word, of: value?.type ?? .none, at: argument?.span ?? stage.span)
    else { return nil }
    let written = ResolvedAggregate(
      word: word, argument: value, type: type, span: stage.span,
      role: word == .sum && type == .figure ? input.roleColumn : nil)
    let result = Resolved(.column(keys.count), type, stage.span)
    var columns = keys
    let forms = Catalogue.entry(word).forms
    checkUnique(
      name, among: keys, at: argument?.span ?? stage.span,
      remedy: Localized(
        en: "write summarise x = \(forms.english)(…) by …",
        fr: "écrire résumer x = \(forms.french)(…) par …"))
    columns.append(
      ColumnSchema(
        name: name, type: type,
        traits: word == .count ? [] : value.map { traits(of: $0) } ?? []))
    return pipeline.appending(
      ResolvedStage(
        kind: .summarise([result], aggregates: [written], grouping), span: stage.span, text: text,
        input: input, output: groupShape(columns, input, grouping)))
  }

  /// One aggregate over all rows, as a stage.
  func aggregateStage(
    _ word: Word, argument: Resolved?, name: Localized, input: Shape, span: ByteSpan
  ) -> ResolvedStage {
    let type: ValueType = word == .count ? .number : argument?.type ?? .number
    let aggregate = ResolvedAggregate(
      word: word, argument: argument, type: type, span: span, role: nil)
    let groups = ResolvedStage.Grouping(keys: [], bucket: nil)
    var output = Shape(columns: [ColumnSchema(name: name, type: type)])
    output.columnsWereChosen = true
    return ResolvedStage(
      kind: .summarise(
        [Resolved(.column(0), type, span)], aggregates: [aggregate], groups),
      span: span, text: text, input: input, output: output)
  }
}
