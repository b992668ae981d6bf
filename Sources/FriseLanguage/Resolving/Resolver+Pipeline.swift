import FriseBase
import FriseModel
import FriseSyntax

/// Sources: tables, results, definitions, and values.
extension Resolver {
  /// Settles a pipeline; inside a stage the caller has hidden the rows at hand.
  mutating func resolve(pipeline: Pipeline) -> ResolvedPipeline {
    // The sides of a join are those of its condition, not of a query inside it.
    let saved = joinSides
    joinSides = []
    defer { joinSides = saved }
    var current = source(of: pipeline)
    if pipeline.stages.isEmpty { return current }
    if case .value(let type) = current.output {
      if current.source.isInvalid { return current }
      report(.tableExpected(type, at: pipeline.source?.span ?? pipeline.span))
      return invalidPipeline(pipeline.span)
    }
    for stage in pipeline.stages {
      probe?.note(rows: current.output.shape, of: stage.span)
      guard let next = resolve(stage: stage, after: current) else {
        return invalidPipeline(pipeline.span)
      }
      current = next
    }
    return ResolvedPipeline(
      source: current.source, stages: current.stages, output: current.output, span: pipeline.span,
      text: text)
  }

  func invalidPipeline(_ span: ByteSpan) -> ResolvedPipeline {
    ResolvedPipeline(
      source: .invalid, stages: [], output: .value(.none), span: span, text: text)
  }

  private mutating func source(of pipeline: Pipeline) -> ResolvedPipeline {
    guard let source = pipeline.source else {
      return resultPipeline(nil, at: pipeline.span) ?? invalidPipeline(pipeline.span)
    }
    if denotesTable(source) { return table(source) }
    if case .name(let name) = source.kind, !pipeline.stages.isEmpty, !isKnownValue(name) {
      report(.unknownTable(name, near: nearestTables(name.text)))
      return invalidPipeline(source.span)
    }
    let value = alone(resolve(source))
    if isInvalid(value) { return invalidPipeline(source.span) }
    if case .cell(let inner) = value.node, !pipeline.stages.isEmpty { return inner }
    return ResolvedPipeline(
      source: .value(value), stages: [], output: .value(value.type), span: source.span, text: text)
  }

  func isKnownValue(_ name: Name) -> Bool {
    bindings[TextFold.fold(name.text)] != nil
      || environment.parameter(named: name.text) != nil
      || environment.definition(named: name.text, limit: definitionLimit) != nil
  }

  /// True when an expression outside any stage stands for a table rather than a value.
  func denotesTable(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name): namesTable(name)
    case .member(let base, _): denotesTable(base)
    case .group(let pipeline):
      !pipeline.stages.isEmpty || (pipeline.source.map(denotesTable) ?? true)
    case .result(let number): resultIsTable(number)
    case .call(let name, _):
      environment.definition(named: name.text, limit: definitionLimit) != nil
    default: false
    }
  }

  private func resultIsTable(_ number: Int?) -> Bool {
    let index = number.map { $0 - 1 } ?? environment.results.count - 1
    guard environment.results.indices.contains(index) else { return true }
    return environment.results[index]?.shape != nil
  }

  /// True when a name, outside any stage, is that of a table.
  func namesTable(_ name: Name) -> Bool {
    if let bound = bindings[TextFold.fold(name.text)] {
      switch bound {
      case .rows: return true
      case .argument(let pipeline, let outer):
        guard pipeline.stages.isEmpty, let source = pipeline.source else { return true }
        var caller = self
        (caller.bindings, caller.definitionLimit) = (outer.bindings, outer.limit)
        return caller.denotesTable(source)
      }
    }
    if let number = environment.definition(named: name.text, limit: definitionLimit) {
      guard let resolved = environment.definitions[number].resolved else { return true }
      if case .invalid = resolved.source { return true }
      return resolved.output.shape != nil
    }
    return environment.parameter(named: name.text) == nil && schema(named: name.text) != nil
  }

  /// The pipeline of an expression that denotes a table.
  private mutating func table(_ expression: Expression) -> ResolvedPipeline {
    let span = expression.span
    switch expression.kind {
    case .name(let name):
      if let bound = bindings[TextFold.fold(name.text)] { return boundPipeline(bound) }
      if environment.definition(named: name.text, limit: definitionLimit) != nil {
        return definitionPipeline(name, arguments: nil)
      }
      guard let schema = schema(named: name.text) else { return invalidPipeline(span) }
      note(name, schema.name)
      return ResolvedPipeline(
        source: .table(schema.id), stages: [], output: .table(Shape(schema)), span: span,
        text: text)
    case .member(let base, let name): return tableMember(base, name, at: span)
    case .group(let pipeline): return nested(pipeline)
    case .result(let number): return resultPipeline(number, at: span) ?? invalidPipeline(span)
    case .call(let name, let arguments): return definitionPipeline(name, arguments: arguments)
    default: return invalidPipeline(span)
    }
  }

  /// `regions.events`, `acts.event`: the rows that a table's rows point at, or one of its columns.
  mutating func tableMember(
    _ base: Expression, _ name: Name, at span: ByteSpan
  ) -> ResolvedPipeline {
    let owner = table(base)
    guard let shape = owner.output.shape else { return owner }
    probe?.note(ownerRows: shape, of: name.span)
    let saved = (rows, aggregation)
    defer { (rows, aggregation) = saved }
    (rows, aggregation) = (shape, nil)
    let value: Resolved
    if shape.column(named: name.text) == nil, let unit = rowLink(base.span) {
      value = resolve(member: name, of: unit, at: span)
    } else {
      value = resolve(name: name)
    }
    if isInvalid(value) { return invalidPipeline(span) }
    if case .link(let target) = value.type.item, let schema = schema(of: target) {
      return ResolvedPipeline(
        source: .targets(owner, value, table: target), stages: [],
        output: .table(Shape(schema)), span: span, text: text)
    }
    var output = Shape(columns: [ColumnSchema(name: columnName(of: value, name), type: value.type)])
    output.columnsWereChosen = true
    return owner.appending(
      ResolvedStage(
        kind: .project([.compute(value)]), span: span, text: text, input: shape, output: output))
  }

  private func columnName(_ name: Name) -> Localized { Localized(same: name.text) }

  private func columnName(of value: Resolved, _ name: Name) -> Localized {
    if case .column(let index) = value.node, let rows { return rows.columns[index].name }
    return columnName(name)
  }

  // MARK: Definitions

  /// What a parameter of a function stands for, as a table.
  mutating func boundPipeline(_ binding: Binding) -> ResolvedPipeline {
    switch binding {
    case .rows(let pipeline): return pipeline
    case .argument(let pipeline, _):
      let answer: ResolvedPipeline? = within(binding) { $0.nested(pipeline) }
      return answer ?? invalidPipeline(pipeline.span)
    }
  }

  /// A `let` by name, or a function with its arguments in place.
  mutating func definitionPipeline(
    _ name: Name, arguments: [Pipeline]?, rows given: ResolvedPipeline? = nil
  ) -> ResolvedPipeline {
    guard let number = environment.definition(named: name.text, limit: definitionLimit) else {
      return invalidPipeline(name.span)
    }
    let definition = environment.definitions[number]
    let parameters = definition.parameters ?? []
    let found = (arguments?.count ?? 0) + (given == nil ? 0 : 1)
    guard found == parameters.count else {
      report(.definitionArguments(name, expected: parameters.count, found: found))
      return invalidPipeline(name.span)
    }
    if let resolved = definition.resolved {
      guard reaches(definition.levels + 1, at: name.span) else {
        return invalidPipeline(name.span)
      }
      return ResolvedPipeline(
        source: .definition(DefinitionID(number: number), resolved), stages: [],
        output: resolved.output, span: name.span, text: text)
    }
    expansions += 1
    guard expansions <= Resolver.expansionsMax else {
      if expansions == Resolver.expansionsMax + 1 { report(.expandsTooFar(name)) }
      return invalidPipeline(name.span)
    }
    var inner: [String: Binding] = [:]
    var remaining = parameters[...]
    if let given, let first = remaining.popFirst() {
      inner[TextFold.fold(first.text)] = .rows(given)
    }
    let here = Binding.Caller(
      text: text, bindings: bindings, limit: definitionLimit, rows: caller?.rows ?? rows)
    for (parameter, argument) in zip(remaining, arguments ?? []) {
      inner[TextFold.fold(parameter.text)] = .argument(argument, here)
    }
    guard reaches(1, at: name.span) else { return invalidPipeline(name.span) }
    level += 1
    defer { level -= 1 }
    let saved = (text, bindings, definitionLimit, caller, rows, aggregation)
    (text, bindings, definitionLimit, caller, rows, aggregation) =
      (definition.text, inner, number, nil, nil, nil)
    defer { (text, bindings, definitionLimit, caller, rows, aggregation) = saved }
    return resolve(pipeline: definition.body)
  }
}
