import FriseBase
import FriseModel
import FriseSyntax

/// Reads a source and what it includes, statement by statement, in order.
struct ScriptReader {
  var resolver: Resolver
  let files: FileAccess
  let arguments: [(name: String, value: String)]
  var statements: [CheckedStatement] = []
  /// Of the outermost source alone.
  var translations: [Translation] = []

  /// Files that include one another in a chain.
  static let includesMax = 200

  init(
    resolver: Resolver, files: FileAccess, arguments: [(name: String, value: String)]
  ) {
    self.resolver = resolver
    self.files = files
    self.arguments = arguments
  }

  /// Reads `source`; `stack` holds the names of the sources being read, this one last.
  mutating func read(_ source: SourceText, including stack: [String]) {
    let parsed = Parser.parse(source)
    resolver.text = source
    let faults = parsed.diagnostics.filter { $0.severity == .error }
    if let first = faults.map(\.label.span.start).min() {
      checkWhatPrecedes(first, parsed.script.statements)
    }
    for diagnostic in parsed.diagnostics { resolver.report(diagnostic) }
    guard faults.isEmpty else { return }
    for statement in parsed.script.statements {
      resolver.text = source
      if case .include(let path, let span) = statement.kind {
        include(path, at: span, from: source, stack)
        continue
      }
      resolver.translations = []
      if case .load(let path, let span, let alias, let options) = statement.kind {
        let report = load(LoadCall(path: path, span: span, alias: alias, options: options), source)
        if stack.count == 1 { translations += resolver.translations }
        statements.append(
          CheckedStatement(
            source: source, syntax: statement, resolved: .loaded(report),
            environment: resolver.environment, resultIndex: nil))
        continue
      }
      let before = resolver.environment.results.count
      let resolved = resolver.resolve(statement: statement, arguments: arguments)
      if stack.count == 1 { translations += resolver.translations }
      let isResult = resolver.environment.results.count > before
      statements.append(
        CheckedStatement(
          source: source, syntax: statement, resolved: resolved, environment: resolver.environment,
          resultIndex: isResult ? before : nil))
    }
  }

  /// Checks the statements before the first one that cannot be read, so that one run tells of their
  /// faults too; up to a file, which nobody opens for a script that will not run. Those behind may
  /// name what could not be read.
  private mutating func checkWhatPrecedes(_ offset: UInt32, _ statements: [Statement]) {
    for statement in statements {
      guard statement.span.end <= offset else { return }
      switch statement.kind {
      case .include, .load, .invalid: return
      default: _ = resolver.resolve(statement: statement, arguments: arguments)
      }
    }
  }

  private mutating func include(
    _ path: String, at span: ByteSpan, from source: SourceText, _ stack: [String]
  ) {
    let name = files.name(path, source.name)
    guard !stack.contains(name) else {
      resolver.report(.includeCycle(path, at: span))
      return
    }
    guard stack.count <= ScriptReader.includesMax else {
      resolver.report(.includesTooDeep(path, at: span))
      return
    }
    switch files.read(path, source.name) {
    case .failure(let failure): resolver.report(.includeUnreadable(failure, at: span))
    case .success(let bytes):
      // What includes may be short, what is included long.
      DeepStack.run { read(SourceText(name: name, bytes: bytes), including: stack + [name]) }
      resolver.text = source
    }
  }

  /// Opens the file of a `load` and takes in its tables.
  /// - Returns: What was understood of it; nothing after reporting why it cannot be read.
  private mutating func load(_ call: LoadCall, _ source: SourceText) -> [Localized] {
    let name = call.alias ?? Name(LoadedFile.tableName(ofFile: call.path), span: call.span)
    guard let options = resolver.loadOptions(call.options) else {
      resolver.takeUnreadable(name)
      return []
    }
    let request = LoadRequest(
      path: call.path, source: source.name, alias: call.alias?.text, options: options,
      takenIDs: Set(resolver.data.schemas.map(\.id)), tongue: resolver.tongue)
    switch files.load(request) {
    case .success(let file):
      resolver.take(file, named: name)
      return file.report
    case .failure(let failure):
      resolver.report(.dataUnreadable(failure, at: call.span))
      resolver.takeUnreadable(name)
      return []
    }
  }

  /// `NAME=VALUE` pairs that no `param` takes.
  mutating func reportUnknownArguments(_ source: SourceText) {
    let known = resolver.environment.parameters
    resolver.text = source
    for argument in arguments
    where !known.contains(where: { $0.key == TextFold.fold(argument.name) }) {
      resolver.report(.argumentUnknown(argument.name, known: known.map(\.name)))
    }
  }
}

/// The parts of a `load`.
private struct LoadCall {
  let path: String
  let span: ByteSpan
  let alias: Name?
  let options: [LoadOption]
}
