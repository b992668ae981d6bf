import FriseBase
import FriseModel
import FriseSyntax

/// Statements: what they define, and what they will run.
extension Resolver {
  /// Settles one statement and takes in what it defines; `arguments` are the `NAME=VALUE` pairs of
  /// the command line.
  mutating func resolve(
    statement: Statement, arguments: [(name: String, value: String)]
  ) -> ResolvedStatement {
    switch statement.kind {
    case .definition(let name, let parameters, let body):
      define(name, parameters, body)
      return .nothing
    case .param(let name, let value): return parameter(name, value, arguments)
    case .print(let items): return .print(items.map { printed($0) })
    case .assert(let test): return .assert(truth(test))
    case .explain(let pipeline): return .explain(resolve(pipeline: pipeline))
    case .pipeline(let pipeline):
      let resolved = resolve(pipeline: pipeline)
      environment.results.append(resolved.output)
      return .pipeline(resolved)
    // The reader of the script sees to these.
    case .include, .load, .invalid: return .nothing
    }
  }

  private mutating func printed(_ item: Expression) -> Resolved {
    denotesTable(item)
      ? cell(of: nested(Pipeline(source: item, stages: [], span: item.span)), at: item.span)
      : plain(item)
  }

  private mutating func define(_ name: Name, _ parameters: [Name]?, _ body: Pipeline) {
    warnIfHiding(name)
    // A function is read where it is called, with its arguments in place.
    deepestLevel = 0
    let resolved = parameters == nil ? resolve(pipeline: body) : nil
    environment.definitions.append(
      Definition(
        name: name.text, key: TextFold.fold(name.text), parameters: parameters, body: body,
        text: text, resolved: resolved, levels: deepestLevel))
  }

  private mutating func warnIfHiding(_ name: Name) {
    if let schema = schema(named: name.text) {
      _ = schema
      report(.hides(name, Localized(en: "the table", fr: "la table")))
    } else if environment.parameter(named: name.text) != nil {
      report(.hides(name, Localized(en: "the parameter", fr: "le paramètre")))
    }
  }

  // MARK: Parameters

  private mutating func parameter(
    _ name: Name, _ defaultValue: Expression?, _ arguments: [(name: String, value: String)]
  ) -> ResolvedStatement {
    let key = TextFold.fold(name.text)
    let given = arguments.last { TextFold.fold($0.name) == key }?.value
    var value = defaultValue.map { plain($0) }
    if let given {
      let type = value?.type ?? Resolver.guessedType(given)
      guard let read = Resolver.value(given, as: type) else {
        report(.argumentUnreadable(name, value: given, type: type))
        environment.parameters.append(
          Parameter(name: name.text, key: key, type: type, literal: nil))
        return .nothing
      }
      value = Resolved(.constant(read), type, name.span)
    }
    var literal: Value?
    if case .constant(let constant)? = value?.node { literal = constant }
    let parameter = Parameter(
      name: name.text, key: key, type: value?.type ?? .none, literal: literal)
    environment.parameters.append(parameter)
    guard let value else {
      report(.parameterMissing(name, known: environment.parameters.map(\.name)))
      return .nothing
    }
    return .parameter(environment.parameters.count - 1, value)
  }

  /// Without a default, what reads as a number or as a date is one; anything else is a text.
  private static func guessedType(_ text: String) -> ValueType {
    if ExactNumber(parsing: text) != nil { return .number }
    return text.first?.isNumber == true && date(text) != nil ? .date : .text
  }

  /// A date, or two with `..` between them: a period.
  private static func date(_ text: String) -> DateValue? {
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false)
    guard bounds.count == 2, !text.contains("/") else { return EDTF.parse(text) }
    return EDTF.parse(bounds.map { $0.isEmpty ? ".." : $0 }.joined(separator: "/"))
  }

  private static func value(_ text: String, as type: ValueType) -> Value? {
    switch type {
    case .number: ExactNumber(parsing: text).map(Value.number)
    case .figure: Figure(reading: text).map(Value.figure)
    case .date: date(text).map(Value.date)
    case .text, .bilingual, .link, .none: .text(text)
    case .truth:
      switch Catalogue.word(text, as: .literal) {
      case .true: .truth(.yes)
      case .false: .truth(.no)
      default: nil
      }
    case .duration, .list: nil
    }
  }
}
