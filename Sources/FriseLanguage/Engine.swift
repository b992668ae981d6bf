package import FriseBase
package import FriseModel
import FriseSyntax

/// A session of the language: its data set, its definitions, its results. It prints nothing and
/// opens nothing by itself.
package struct Engine: Sendable {
  package let data: DataSet
  package var tongue: Tongue
  package var files: FileAccess
  package var interrupt: Interrupt
  /// The day that `now` is, counted from 1970-01-01.
  package var today: Int64
  private(set) var environment = Environment()
  private(set) var memory = SessionMemory()

  package init(
    data: DataSet, tongue: Tongue, files: FileAccess, interrupt: Interrupt, today: Int64 = 0
  ) {
    self.data = data
    self.tongue = tongue
    self.files = files
    self.interrupt = interrupt
    self.today = today
  }

  /// The same session over other data of the same schemas: definitions and results so far stay.
  package func over(_ data: DataSet) -> Engine {
    var other = Engine(
      data: data, tongue: tongue, files: files, interrupt: interrupt, today: today)
    other.environment = environment
    other.memory = memory
    return other
  }

  /// Reads and checks a source against what the session knows so far; runs nothing.
  ///
  /// `source` may hold any bytes; `arguments` are the `NAME=VALUE` pairs of the command line, for
  /// `param` statements.
  package func prepare(
    _ source: SourceText, arguments: [(name: String, value: String)] = []
  ) -> Preparation {
    DeepStack.run(unless: Engine.isShallow(source, environment)) {
      preparation(of: source, arguments)
    }
  }

  /// A source this short, in bytes, nests no deeper than any stack holds.
  private static let shallowBytesMax = 256

  /// True when nothing of a source can lie deep; definitions, which it may call, lie anyhow.
  private static func isShallow(_ source: SourceText, _ environment: Environment) -> Bool {
    source.bytes.count <= shallowBytesMax && environment.definitions.isEmpty
  }

  private func preparation(
    of source: SourceText, _ arguments: [(name: String, value: String)]
  ) -> Preparation {
    var reader = ScriptReader(
      resolver: Resolver(data: data, tongue: tongue, environment: environment, text: source),
      files: files, arguments: arguments)
    reader.read(source, including: [source.name])
    reader.reportUnknownArguments(source)
    return Preparation(
      statements: reader.statements, diagnostics: Engine.told(reader.resolver.diagnostics),
      translations: reader.translations)
  }

  /// The warnings, and as many errors as one run tells of (language, section 3).
  private static func told(_ found: [LocatedDiagnostic]) -> [LocatedDiagnostic] {
    var errorCount = 0
    return found.filter { located in
      guard located.diagnostic.severity == .error else { return true }
      errorCount += 1
      return errorCount <= Parser.maximumErrors
    }
  }

  /// Runs one statement and keeps what it defines or gives.
  /// - Throws: `RunFailure`; the session stays as it was before the statement.
  package mutating func run(_ statement: CheckedStatement) throws(RunFailure) -> Outcome {
    let isShallow = Engine.isShallow(statement.source, statement.environment)
    return try DeepStack.run(unless: isShallow) { () throws(RunFailure) in
      try outcome(of: statement)
    }
  }

  private mutating func outcome(of statement: CheckedStatement) throws(RunFailure) -> Outcome {
    var evaluator = Evaluator(
      data: SessionTables(data, loaded: statement.environment.loaded), memory: memory,
      tongue: tongue, interrupt: interrupt, today: today,
      text: statement.source)
    let outcome: Outcome
    switch statement.resolved {
    case .nothing: outcome = .nothing
    case .loaded(let report): outcome = .loaded(report)
    case .parameter(let number, let value):
      let read = try evaluator.value(of: value)
      memory.parameters[number] = read
      outcome = .nothing
    case .print(let items):
      var values: [Value] = []
      for item in items { values.append(try evaluator.value(of: item)) }
      outcome = .values(values, footnotes: evaluator.remarks.footnotes)
    case .assert(let test): outcome = try assert(test, &evaluator)
    case .explain(let pipeline): outcome = .plan(try evaluator.explain(pipeline))
    case .pipeline(let pipeline):
      outcome = try evaluator.outcome(of: pipeline)
      if let index = statement.resultIndex { memory.results[index] = StoredResult(outcome) }
    }
    environment = statement.environment
    return outcome
  }

  private func assert(
    _ test: Resolved, _ evaluator: inout Evaluator
  ) throws(RunFailure) -> Outcome {
    let value = try evaluator.value(of: test)
    let footnotes = evaluator.remarks.footnotes
    if case .truth(.yes) = value { return .held(footnotes: footnotes) }
    let isUndecided =
      switch value {
      case .truth(.no): false
      default: true
      }
    throw RunFailure(
      kind: .assertion,
      located: LocatedDiagnostic(
        source: evaluator.text,
        diagnostic: .assertionFailed(isUndecided: isUndecided, at: test.span)),
      footnotes: footnotes)
  }

  /// The results so far that are tables, in order.
  package var results: [ResultTable] {
    memory.results.sorted { $0.key < $1.key }.compactMap(\.value.table)
  }

  /// The number of the last result, as `_3` names it, or nil.
  package var lastResultNumber: Int? { memory.results.keys.max().map { $0 + 1 } }

  /// Every table a query may name now, with its columns: for completion and `.tables`.
  package var visibleTables: [TableSchema] {
    var seen: Set<String> = []
    return SessionTables(data, loaded: environment.loaded).schemas.filter {
      seen.insert(TextFold.fold($0.name.english)).inserted
    }
  }

  /// Names of definitions and parameters, in order of definition: for completion.
  package var definedNames: [String] {
    environment.definitions.map(\.name) + environment.parameters.map(\.name)
  }
}

/// What the session keeps between statements.
struct SessionMemory: Sendable {
  /// By index; `_1` is at 0. A statement that failed left none.
  var results: [Int: StoredResult] = [:]
  var parameters: [Int: Value] = [:]
}

/// A numbered result: rows, or one value.
struct StoredResult: Sendable {
  let table: ResultTable?
  let value: Value

  init?(_ outcome: Outcome) {
    switch outcome {
    case .table(let result, _): (table, value) = (result, .none)
    case .values(let values, _): (table, value) = (nil, values.first ?? .none)
    default: return nil
    }
  }
}
