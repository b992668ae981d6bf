import FriseBase
import FriseModel
import FriseSyntax

/// Expressions other than tests.
extension Resolver {
  mutating func resolve(_ expression: Expression) -> Resolved {
    let span = expression.span
    guard reaches(1, at: span) else { return invalid(span) }
    level += 1
    defer { level -= 1 }
    switch expression.kind {
    case .number(let literal): return Resolved(.constant(.number(literal.value)), .number, span)
    case .duration(let literal, let unit): return duration(literal, unit, at: span)
    case .text(let text): return Resolved(.constant(.text(text)), .text, span)
    case .date(let text): return date(text, at: span)
    case .range(let lower, let upper): return range(lower, upper, at: span)
    case .truth(let truth): return Resolved(.constant(.truth(Truth(truth))), .truth, span)
    case .none: return Resolved(.constant(.none), .none, span)
    case .result(let number): return resolve(result: number, at: span)
    case .name(let name): return resolve(name: name)
    case .list(let items): return list(items, at: span)
    case .group(let pipeline):
      if let inner = pipeline.source, pipeline.stages.isEmpty {
        let value = resolve(inner)
        return Resolved(value.node, value.type, span)
      }
      return cell(of: nested(pipeline), at: span)
    case .member(let base, let name): return resolveMember(base, name, at: span)
    case .call(let name, let arguments): return resolve(call: name, arguments, at: span)
    case .unary(let sign, let operand, let place):
      return resolve(unary: sign, operand, operatorSpan: place, at: span)
    case .binary(let sign, let left, let right, let place):
      return resolve(binary: sign, left, right, operatorSpan: place, at: span)
    case .relation(let word, let left, let right, let negated, let place):
      let left = resolve(left)
      let test = relation(word, left, right, operatorSpan: place, at: span)
      return negated ? self.not(test, at: span) : test
    case .within(let left, let length, let right, let place):
      let date = resolve(left)
      return withinTest(date, length, right, operatorSpan: place, at: span)
    case .isNone(let operand, let negated):
      let value = resolve(operand)
      let test = Resolved(.test(.isNone(value)), .truth, span)
      return negated ? self.not(test, at: span) : test
    case .conditional(let test, let then, let otherwise):
      return conditional(test, then, otherwise, at: span)
    case .invalid: return invalid(span)
    }
  }

  /// An expression that gives a value for each row, as a range of numbers does not.
  mutating func plain(_ expression: Expression) -> Resolved { alone(resolve(expression)) }

  /// A value that stands by itself. With nothing on its left a range of years of four digits is the
  /// period that it writes; one of other numbers is a fault.
  mutating func alone(_ value: Resolved) -> Resolved {
    guard case .numberRange(let lower, let upper) = value.node else { return value }
    let areYears = [lower, upper].allSatisfy { bound in
      bound.map { $0.wholeValue.map { (1000...9999).contains($0) } ?? false } ?? true
    }
    if areYears, let period = date(value) { return period }
    report(.rangeMisplaced(at: value.span))
    return invalid(value.span)
  }

  /// A pipeline in parentheses: the rows at hand are not seen inside.
  mutating func nested(_ pipeline: Pipeline) -> ResolvedPipeline {
    let saved = (rows, aggregation, caller, isNested)
    (rows, aggregation, caller, isNested) = (nil, nil, nil, true)
    defer { (rows, aggregation, caller, isNested) = saved }
    return resolve(pipeline: pipeline)
  }

  // MARK: Literals

  private mutating func duration(
    _ literal: NumberLiteral, _ unit: Word, at span: ByteSpan
  ) -> Resolved {
    guard let unit = TimeUnit(unit),
      let duration = CalendarDuration(literal.value, unit: unit)
    else {
      report(
        .wordMisplaced(
          literal.text,
          Localized(
            en: "a duration is a whole number of units, as in 18 months",
            fr: "une durée est un nombre entier d’unités, comme 18 mois"), at: span))
      return invalid(span)
    }
    return Resolved(.constant(.duration(duration)), .duration, span)
  }

  private mutating func date(_ text: String, at span: ByteSpan) -> Resolved {
    guard let date = EDTF.parse(text) else {
      report(.unreadableDate(text, at: span))
      return invalid(span)
    }
    return Resolved(.constant(.date(date)), .date, span)
  }

  /// A range of numbers, or the interval of dates that it writes.
  private mutating func range(
    _ lower: RangeBound?, _ upper: RangeBound?, at span: ByteSpan
  ) -> Resolved {
    func number(_ bound: RangeBound?) -> ExactNumber? {
      guard case .number(let literal, let isNegative) = bound else { return nil }
      return isNegative ? literal.value.negated : literal.value
    }
    func isDate(_ bound: RangeBound?) -> Bool {
      if case .date = bound { true } else { false }
    }
    guard isDate(lower) || isDate(upper) else {
      return Resolved(
        .numberRange(lower: number(lower), upper: number(upper)), .number, span)
    }
    func text(_ bound: RangeBound?) -> String? {
      switch bound {
      case nil: ".."
      case .date(let text): text
      case .number: number(bound).flatMap(Resolver.yearText)
      }
    }
    guard let first = text(lower), let last = text(upper) else { return invalid(span) }
    return date("\(first)/\(last)", at: span)
  }

  /// A whole number as an EDTF year.
  static func yearText(_ number: ExactNumber) -> String? {
    guard let year = number.wholeValue else { return nil }
    let digits = String(year.magnitude)
    let padded = String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    let sign = year < 0 ? "-" : ""
    return digits.count > 4 ? "Y\(sign)\(digits)" : sign + padded
  }

  private mutating func list(_ items: [Expression], at span: ByteSpan) -> Resolved {
    var values = items.map { plain($0) }
    if values.contains(where: { $0.type == .date }) {
      // Beside dates a whole number serves as a year.
      values = values.map { value in
        guard case .constant(.number) = value.node else { return value }
        return date(value) ?? invalid(value.span)
      }
    }
    var item = ValueType.none
    for value in values {
      guard let unified = item.unified(with: value.type) else {
        report(
          .typeMismatch(
            found: value.type, expected: item.described, at: value.span,
            notes: [
              Localized(
                en: "the items of a list are of one type",
                fr: "les éléments d’une liste sont d’un même type")
            ]))
        return invalid(span)
      }
      item = unified
    }
    let constants = values.compactMap { value -> Value? in
      if case .constant(let constant) = value.node { constant } else { nil }
    }
    return constants.count == values.count
      ? Resolved(.constant(.list(constants)), .list(item), span)
      : Resolved(.list(values), .list(item), span)
  }

  // MARK: Operators

  private mutating func resolve(
    unary sign: UnaryOperator, _ operand: Expression, operatorSpan: ByteSpan, at span: ByteSpan
  ) -> Resolved {
    switch sign {
    case .negate:
      let value = resolve(operand)
      if case .constant(.number(let number)) = value.node {
        return Resolved(.constant(.number(number.negated)), .number, span)
      }
      guard expect(value, value.type.isNumeric || value.type == .duration, .number) else {
        return invalid(span)
      }
      return Resolved(.negated(value), value.type, span)
    case .not: return not(truth(operand), at: span)
    case .certainly: return Resolved(.test(.certainly(truth(operand))), .truth, span)
    case .possibly: return Resolved(.test(.possibly(truth(operand))), .truth, span)
    case .about: return about(resolve(operand), at: span)
    }
  }

  func not(_ test: Resolved, at span: ByteSpan) -> Resolved {
    if case .invalid = test.node { return test }
    return Resolved(.test(.not(test)), .truth, span)
  }

  /// An expression that must be a test.
  mutating func truth(_ expression: Expression) -> Resolved {
    let value = resolve(expression)
    if value.type == .truth || value.type == .none { return value }
    let notes =
      value.type.isText || value.type.isNumeric
      ? [
        Localized(
          en: "a condition compares, as in people > 1000 or place = \"Chile\"",
          fr: "une condition compare, comme personnes > 1000 ou lieu = \"Chili\"")
      ] : []
    report(
      .typeMismatch(
        found: value.type, expected: Localized(en: "a condition", fr: "une condition"),
        at: value.span, notes: notes))
    return invalid(value.span)
  }

  private mutating func resolve(
    binary sign: BinaryOperator, _ left: Expression, _ right: Expression, operatorSpan: ByteSpan,
    at span: ByteSpan
  ) -> Resolved {
    switch sign {
    case .and:
      let (left, right) = (truth(left), truth(right))
      return Resolved(.test(.and(left, right)), .truth, span)
    case .or:
      let (left, right) = (truth(left), truth(right))
      return Resolved(.test(.or(left, right)), .truth, span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      let left = resolve(left)
      return compare(sign, left, right, operatorSpan: operatorSpan, at: span)
    case .add, .subtract, .multiply, .divide, .modulo:
      let (left, right) = (plain(left), plain(right))
      return arithmetic(sign, left, right, at: span)
    case .otherwise:
      let (left, right) = (plain(left), plain(right))
      guard let type = unify(left, right) else { return invalid(span) }
      return Resolved(.otherwise(left, right), type, span)
    }
  }

  /// The type of both branches; a fault is reported when there is none.
  private mutating func unify(_ left: Resolved, _ right: Resolved) -> ValueType? {
    if let type = left.type.unified(with: right.type) { return type }
    report(
      .typeMismatch(found: right.type, expected: left.type.described, at: right.span))
    return nil
  }

  private mutating func arithmetic(
    _ sign: BinaryOperator, _ left: Resolved, _ right: Resolved, at span: ByteSpan
  ) -> Resolved {
    if case .invalid = left.node { return left }
    if case .invalid = right.node { return right }
    if case .constant(.none) = left.node { return Resolved(left.node, .none, span) }
    if case .constant(.none) = right.node { return Resolved(right.node, .none, span) }
    let (left, right) = datesBesideYears(sign, left, right)
    if let moved = movedLiteral(sign, left, right) {
      return Resolved(.constant(.date(moved)), .date, span)
    }
    func numeric(_ type: ValueType) -> Bool { type.isNumeric || type == .none }
    let type: ValueType?
    switch (left.type, right.type, sign) {
    case (.date, .duration, .add), (.date, .duration, .subtract), (.duration, .date, .add):
      type = .date
    case (.date, .date, .subtract): type = .duration
    case (.duration, .duration, .add), (.duration, .duration, .subtract): type = .duration
    case (.duration, .number, .multiply), (.number, .duration, .multiply): type = .duration
    case (let first, let second, _) where numeric(first) && numeric(second):
      type = sign != .modulo && (first == .figure || second == .figure) ? .figure : .number
    default: type = nil
    }
    guard let type else {
      let wrong = numeric(left.type) || left.type == .date ? right : left
      let isDated = left.type == .date || right.type == .date
      report(
        .typeMismatch(
          found: wrong.type,
          expected: (isDated ? ValueType.duration : .number).described, at: wrong.span,
          notes: arithmeticNotes(wrong)))
      return invalid(span)
    }
    return Resolved(.arithmetic(sign, left, right), type, span)
  }

  /// A literal number of four digits is a year beside a duration (`1956 + 10 years`), and in the
  /// difference of two dates (`date - 1956`).
  private mutating func datesBesideYears(
    _ sign: BinaryOperator, _ left: Resolved, _ right: Resolved
  ) -> (Resolved, Resolved) {
    guard sign == .add || sign == .subtract else { return (left, right) }
    switch (left.type, right.type) {
    case (.number, .duration) where left.isWrittenYear,
      (.number, .date) where left.isWrittenYear && sign == .subtract:
      return (date(left) ?? left, right)
    case (.duration, .number) where right.isWrittenYear: return (left, date(right) ?? right)
    case (.date, .number) where right.isWrittenYear && sign == .subtract:
      return (left, date(right) ?? right)
    default: return (left, right)
    }
  }

  /// A literal date moved by a literal duration: it is written out, so it is a literal too.
  private func movedLiteral(
    _ sign: BinaryOperator, _ left: Resolved, _ right: Resolved
  ) -> DateValue? {
    guard case .constant(let first) = left.node, case .constant(let second) = right.node else {
      return nil
    }
    switch (first, second, sign) {
    case (.date(let date), .duration(let duration), .add),
      (.duration(let duration), .date(let date), .add):
      return date.adding(duration)
    case (.date(let date), .duration(let duration), .subtract):
      return date.adding(duration.negated)
    default: return nil
    }
  }

  private func arithmeticNotes(_ wrong: Resolved) -> [Localized] {
    wrong.type.isText
      ? [Localized(en: "number(x) reads a text", fr: "nombre(x) lit un texte")] : []
  }

  private mutating func conditional(
    _ test: Expression, _ then: Expression, _ otherwise: Expression, at span: ByteSpan
  ) -> Resolved {
    let condition = truth(test)
    let (first, second) = (plain(then), plain(otherwise))
    guard let type = unify(first, second) else { return invalid(span) }
    return Resolved(.conditional(test: condition, then: first, else: second), type, span)
  }

  /// Reports unless `holds`; an invalid value passes in silence as false.
  mutating func expect(_ value: Resolved, _ holds: Bool, _ expected: ValueType) -> Bool {
    if holds { return true }
    if case .invalid = value.node { return false }
    if value.type == .none { return true }
    report(.typeMismatch(found: value.type, expected: expected.described, at: value.span))
    return false
  }

  // MARK: Members and calls

  private mutating func resolveMember(
    _ base: Expression, _ name: Name, at span: ByteSpan
  ) -> Resolved {
    if let found = dottedColumn(base, name, at: span) { return found }
    if !joinSides.isEmpty, let found = joinColumn(base, name, at: span) { return found }
    if rows == nil, denotesTable(base) {
      return set(of: tableMember(base, name, at: span), at: span)
    }
    return resolve(member: name, of: resolve(base), at: span)
  }

  /// A column whose own name has dots: `n.total` after a roll-up, `place.name` once selected.
  private mutating func dottedColumn(
    _ base: Expression, _ name: Name, at span: ByteSpan
  ) -> Resolved? {
    guard aggregation == nil, let rows, let parts = base.dottedNames.map({ $0 + [name] }),
      let index = rows.column(named: parts.map(\.text).joined(separator: "."))
    else { return nil }
    let forms = rows.columns[index].name
    let english = forms.english.split(separator: ".", omittingEmptySubsequences: false)
    let french = forms.french.split(separator: ".", omittingEmptySubsequences: false)
    if english.count == parts.count, french.count == parts.count {
      for (part, forms) in zip(parts, zip(english, french)) {
        note(part, Localized(en: String(forms.0), fr: String(forms.1)))
      }
    }
    return Resolved(.column(index), rows.columns[index].type, span)
  }

  /// `f(…)`: a function of the language, or of a `let`.
  private mutating func resolve(
    call name: Name, _ arguments: [Pipeline], at span: ByteSpan
  ) -> Resolved {
    let known = environment.definition(named: name.text, limit: definitionLimit)
    if known != nil {
      return cell(of: definitionPipeline(name, arguments: arguments), at: span)
    }
    guard let word = Catalogue.word(name.text, as: [.function, .aggregate]) else {
      let names =
        Catalogue.entries(as: [.function, .aggregate]).map(\.forms)
        + environment.definitions.map { Localized(same: $0.name) }
      report(.unknownFunction(name, near: nearest(name.text, among: names)))
      return invalid(span)
    }
    note(name, Catalogue.entry(word).forms)
    if aggregation != nil, Resolver.isAggregate(word, argumentCount: arguments.count) {
      return aggregate(word, arguments, at: span)
    }
    if Catalogue.entry(word).roles.contains(.aggregate) {
      return aggregateOverTable(word, arguments, at: span)
    }
    let values = arguments.map { argument in value(of: argument) }
    if values.contains(where: { if case .invalid = $0.node { true } else { false } }) {
      return invalid(span)
    }
    return call(word, values, at: span)
  }

  /// An argument: an expression, or a pipeline that yields one cell.
  mutating func value(of argument: Pipeline) -> Resolved {
    if let source = argument.source, argument.stages.isEmpty { return plain(source) }
    return cell(of: nested(argument), at: argument.span)
  }

  /// `count(events | where …)`: an aggregate over a table; else over a list of the row.
  private mutating func aggregateOverTable(
    _ word: Word, _ arguments: [Pipeline], at span: ByteSpan
  ) -> Resolved {
    guard arguments.count == 1, let argument = arguments.first else {
      if arguments.isEmpty {
        report(.aggregateOutsideGroup(Catalogue.form(word, tongue), at: span))
      } else {
        let forms = Catalogue.entry(word).forms
        report(
          .argumentCount(
            Localized(en: "\(forms.english)(VALUE)", fr: "\(forms.french)(VALEUR)"),
            found: arguments.count, at: span))
      }
      return invalid(span)
    }
    guard isTable(argument) else { return call(word, [value(of: argument)], at: span) }
    let table = nested(argument)
    guard let shape = table.output.shape else { return invalid(span) }
    let visible = shape.visibleColumns
    let column =
      visible.count == 1
      ? Resolved(.column(visible[0]), shape.columns[visible[0]].type, argument.span) : nil
    guard word == .count || column != nil else {
      report(.valueExpected(at: argument.span))
      return invalid(span)
    }
    let stage = aggregateStage(
      word, argument: word == .count ? nil : column, name: Localized(same: "n"), input: shape,
      span: span)
    return cell(of: table.appending(stage), at: span)
  }

  /// True when an argument is a table rather than a value of the row.
  private func isTable(_ argument: Pipeline) -> Bool {
    guard argument.stages.isEmpty, let source = argument.source else { return true }
    if belongsToRow(source) { return false }
    return denotesTable(source)
  }

  /// True when an expression begins with a column, or with a table whose rows link to the row's
  /// unit: `count(events)` in a stage of regions counts the events of each region.
  private func belongsToRow(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name(let name):
      if rows?.column(named: name.text) != nil { return true }
      guard let unit = rowLink(name.span), let schema = schema(named: name.text) else {
        return false
      }
      return .link(schema.id) == unit.type || backLink(schema, to: unit, at: name.span) != nil
    case .member(let base, _): return belongsToRow(base)
    default: return false
    }
  }
}

extension Resolved {
  /// Whether this is a literal number of four digits.
  fileprivate var isWrittenYear: Bool {
    guard case .constant(.number(let number)) = node, let year = number.wholeValue else {
      return false
    }
    return (1000...9999).contains(year)
  }
}

extension Expression {
  /// The names of `a`, `a.b`, `a.b.c`; nil for other expressions.
  fileprivate var dottedNames: [Name]? {
    switch kind {
    case .name(let name): [name]
    case .member(let base, let name): base.dottedNames.map { $0 + [name] }
    default: nil
    }
  }
}

extension NumberLiteral {
  /// What it means.
  var value: ExactNumber { ExactNumber(coefficient: coefficient, scale: scale) }
}

extension ResolvedPipeline {
  /// The same with one more stage.
  func appending(_ stage: ResolvedStage) -> ResolvedPipeline {
    ResolvedPipeline(
      source: source, stages: stages + [stage], output: .table(stage.output), span: span, text: text
    )
  }
}
