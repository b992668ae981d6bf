import FriseBase
import FriseModel
import FriseSyntax

/// Bare names, results, and what follows a dot.
extension Resolver {
  /// A name inside a stage: column, value of the row's unit, parameter, definition, table, a part
  /// of the table's date.
  mutating func resolve(name: Name) -> Resolved {
    if !isCallersValue(name),
      let found = groupColumn(name) ?? rowColumn(name) ?? rowValue(name)
    {
      return found
    }
    if let bound = bindings[TextFold.fold(name.text)] { return resolve(bound, at: name) }
    if let number = environment.parameter(named: name.text) {
      let parameter = environment.parameters[number]
      let node = parameter.literal.map(Resolved.Node.constant) ?? .parameter(number)
      return Resolved(node, parameter.type, name.span)
    }
    if environment.definition(named: name.text, limit: definitionLimit) != nil {
      return cell(of: definitionPipeline(name, arguments: nil), at: name.span)
    }
    if let found = joinRow(name) ?? tableName(name) ?? datePart(name) ?? today(name) {
      return found
    }
    report(unknownName(name))
    return invalid(name.span)
  }

  /// True for a name of an argument that was no column where the call is written, but a value:
  /// then it means that value, whatever columns the rows of the function have.
  private func isCallersValue(_ name: Name) -> Bool {
    guard let caller, caller.rows?.column(named: name.text) == nil else { return false }
    return isKnownValue(name)
  }

  /// Inside `summarise`, a key; a column of the rows is an error there.
  private mutating func groupColumn(_ name: Name) -> Resolved? {
    guard let aggregation else { return nil }
    let key = TextFold.fold(name.text)
    if let index = aggregation.keys.firstIndex(where: { schema in
      TextFold.fold(schema.name.english) == key || TextFold.fold(schema.name.french) == key
    }) {
      let schema = aggregation.keys[index]
      note(name, schema.name)
      return Resolved(.column(index), schema.type, name.span)
    }
    guard aggregation.rows.column(named: name.text) != nil else { return nil }
    report(.notPerGroup(name.text, at: name.span))
    return invalid(name.span)
  }

  private mutating func rowColumn(_ name: Name) -> Resolved? {
    guard aggregation == nil, let rows, let index = rows.column(named: name.text) else {
      return nil
    }
    let schema = rows.columns[index]
    note(name, schema.name)
    let column = Localized(en: "the column", fr: "la colonne")
    if bindings[TextFold.fold(name.text)] != nil {
      report(.hidden(name, by: column, Localized(en: "the argument", fr: "l’argument")))
    } else if environment.parameter(named: name.text) != nil {
      report(.hidden(name, by: column, Localized(en: "the parameter", fr: "le paramètre")))
    } else if environment.definition(named: name.text, limit: definitionLimit) != nil {
      report(.hidden(name, by: column, Localized(en: "the definition", fr: "la définition")))
    }
    return Resolved(.column(index), schema.type, name.span)
  }

  /// `parent`, `depth`… of the unit that the row is.
  private mutating func rowValue(_ name: Name) -> Resolved? {
    guard let unit = rowLink(name.span), rows?.isStructure == true,
      let word = Catalogue.word(name.text, as: .rowValue), word != .events
    else { return nil }
    note(name, Catalogue.entry(word).forms)
    return relatives(word, of: unit, at: name.span)
  }

  /// The row itself, as a link, when its table can be linked to.
  func rowLink(_ span: ByteSpan) -> Resolved? {
    guard aggregation == nil, let rows, let link = rows.rowLink else { return nil }
    return Resolved(.column(link), rows.columns[link].type, span)
  }

  /// A table named inside a stage: the row itself, or the rows that link to it.
  private mutating func tableName(_ name: Name) -> Resolved? {
    guard let schema = schema(named: name.text) else { return nil }
    note(name, schema.name)
    guard let unit = rowLink(name.span), case .link(let table) = unit.type else {
      report(.valueExpected(at: name.span))
      return invalid(name.span)
    }
    if schema.id == table { return unit }
    if let found = backLink(schema, to: unit, at: name.span) { return found }
    let target = self.schema(of: table)?.name ?? schema.name
    report(.noLinkBack(schema.name, to: target, at: name.span))
    return invalid(name.span)
  }

  /// `year`, `start`… alone: of the table's date.
  private mutating func datePart(_ name: Name) -> Resolved? {
    guard let word = Catalogue.word(name.text, as: .function), Resolver.dateParts.contains(word),
      let rows, let index = rows.dateColumn, aggregation == nil
    else { return nil }
    note(name, Catalogue.entry(word).forms)
    let date = Resolved(.column(index), .date, name.span)
    return call(word, [date], at: name.span)
  }

  /// `now` without its brackets.
  private mutating func today(_ name: Name) -> Resolved? {
    guard Catalogue.word(name.text, as: .function) == .now else { return nil }
    note(name, Catalogue.entry(.now).forms)
    return call(.now, [], at: name.span)
  }

  /// The functions of one date that a bare name may stand for.
  static let dateParts: Set<Word> = [
    .start, .end, .year, .month, .day, .decade, .century, .years, .length, .earliest, .latest,
  ]

  /// The schema of a table that the data set holds, by either name.
  func schema(named name: String) -> TableSchema? {
    let key = TextFold.fold(name)
    return data.schemas.first {
      TextFold.fold($0.name.english) == key || TextFold.fold($0.name.french) == key
    }
  }

  func schema(of table: TableID) -> TableSchema? {
    data.schemas.first { $0.id == table }
  }

  private mutating func resolve(_ binding: Binding, at name: Name) -> Resolved {
    switch binding {
    case .rows(let pipeline): return cell(of: pipeline, at: name.span)
    case .argument(let pipeline, _):
      guard let source = pipeline.source, pipeline.stages.isEmpty else {
        return cell(of: boundPipeline(binding), at: name.span)
      }
      return within(binding) { resolver in resolver.resolve(source) }
    }
  }

  /// Reads something of a caller's: with the caller's text and names, over the rows at hand.
  mutating func within<Answer>(
    _ binding: Binding, _ body: (inout Resolver) -> Answer
  ) -> Answer? {
    guard case .argument(_, let caller) = binding else { return nil }
    let saved = (text, bindings, definitionLimit, self.caller)
    (text, bindings, definitionLimit, self.caller) =
      (caller.text, caller.bindings, caller.limit, caller)
    defer { (text, bindings, definitionLimit, self.caller) = saved }
    return body(&self)
  }

  private mutating func within(
    _ binding: Binding, _ body: (inout Resolver) -> Resolved
  ) -> Resolved {
    let answer: Resolved? = within(binding, body)
    return answer ?? invalid(ByteSpan(0, 0))
  }

  // MARK: Results

  /// `it`, `_`, `_3` as a value.
  mutating func resolve(result number: Int?, at span: ByteSpan) -> Resolved {
    guard let pipeline = resultPipeline(number, at: span) else { return invalid(span) }
    return cell(of: pipeline, at: span)
  }

  /// An earlier result as a pipeline.
  mutating func resultPipeline(_ number: Int?, at span: ByteSpan) -> ResolvedPipeline? {
    let index = number.map { $0 - 1 } ?? environment.results.count - 1
    guard environment.results.indices.contains(index), let output = environment.results[index]
    else {
      report(.noPreviousResult(number, at: span, isInsideStage: rows != nil))
      return nil
    }
    let source: ResolvedPipeline.Source =
      switch output {
      case .table: .result(index)
      case .value(let type): .value(Resolved(.result(index), type, span))
      }
    return ResolvedPipeline(source: source, stages: [], output: output, span: span, text: text)
  }

  // MARK: Pipelines as values

  /// A pipeline that must yield one cell.
  mutating func cell(of pipeline: ResolvedPipeline, at span: ByteSpan) -> Resolved {
    switch pipeline.output {
    case .value(let type):
      if case .value(let value) = pipeline.source { return Resolved(value.node, type, span) }
      if case .invalid = pipeline.source { return invalid(span) }
      // A name for a literal is that literal: `let war = 1914/1918`.
      if case .definition(_, let inner) = pipeline.source, case .value(let value) = inner.source,
        value.isLiteral
      {
        return Resolved(value.node, type, span)
      }
      return Resolved(.cell(pipeline), type, span)
    case .table(let shape):
      let visible = shape.visibleColumns
      guard visible.count == 1 else {
        report(.valueExpected(at: span))
        return invalid(span)
      }
      return Resolved(.cell(pipeline), shape.columns[visible[0]].type, span)
    }
  }

  /// A pipeline as a set: its units, or the values of its one column.
  mutating func set(of pipeline: ResolvedPipeline, at span: ByteSpan) -> Resolved {
    guard case .table(let shape) = pipeline.output else { return cell(of: pipeline, at: span) }
    let visible = shape.visibleColumns
    guard let column = visible.count == 1 ? visible[0] : shape.rowLink else {
      report(.valueExpected(at: span))
      return invalid(span)
    }
    return Resolved(
      .set(pipeline, column: column), .list(shape.columns[column].type.item), span)
  }

  // MARK: Unknown names

  /// The nearest names that are valid here.
  private func unknownName(_ name: Name) -> Diagnostic {
    guard let rows else {
      return .unknownValue(name, near: nearestTables(name.text))
    }
    let shape = aggregation?.rows ?? rows
    var known = shape.visibleColumns.map { shape.columns[$0].name }
    known += environment.parameters.map { Localized(same: $0.name) }
    known += environment.definitions.map { Localized(same: $0.name) }
    if shape.dateColumn != nil {
      known += Resolver.dateParts.sorted { $0.rawValue < $1.rawValue }
        .map { Catalogue.entry($0).forms }
    }
    let near = relativesOfLinks(name, shape) ?? nearest(name.text, among: known)
    let notes = near.isEmpty && !name.isQuoted ? [Resolver.textNote(name)] : []
    return .unknownColumn(name, table: shape.name, near: near, notes: notes)
  }

  /// `place.children` for `children` where the rows are no units but link to some.
  private func relativesOfLinks(_ name: Name, _ shape: Shape) -> [String]? {
    guard !shape.isStructure, let word = Catalogue.word(name.text, as: .rowValue) else {
      return nil
    }
    let links = shape.visibleColumns.filter { index in
      shape.columns[index].type.linkedTable.flatMap(schema(of:))?.isStructure == true
    }
    let relative = Catalogue.form(word, tongue)
    return links.isEmpty
      ? nil : links.prefix(3).map { "\(shape.columns[$0].name[tongue]).\(relative)" }
  }

  /// A name that no column bears may be meant as a text.
  private static func textNote(_ name: Name) -> Localized {
    Localized(
      en: "a text stands between quotation marks: \"\(name.text)\"",
      fr: "un texte se met entre guillemets\u{202F}: \"\(name.text)\"")
  }

  /// The nearest of some names, tried in both tongues and told in the session's.
  func nearest(_ text: String, among known: [Localized]) -> [String] {
    let forms = known.map { $0[tongue] } + known.map { $0[tongue.other] }
    var found: [String] = []
    for form in Suggestions.nearest(to: text, among: forms, limit: 6) {
      let told = known.first { $0[tongue.other] == form && $0[tongue] != form }?[tongue] ?? form
      if !found.contains(told), found.count < 3 { found.append(told) }
    }
    return found.map(NameWriting.written)
  }

  func nearestTables(_ text: String) -> [String] {
    nearest(
      text,
      among: data.schemas.map(\.name) + environment.definitions.map { Localized(same: $0.name) })
  }

  // MARK: Translation

  /// Keeps both forms of a name for the translator.
  mutating func note(_ name: Name, _ forms: Localized) {
    guard forms.english != forms.french else { return }
    translations.append(Translation(span: name.span, forms: forms, isText: false))
  }
}
