import FriseBase
import FriseLanguage
import FriseModel
import FriseSyntax

extension Session {
  /// Reads, checks and runs a whole source: with any error in it nothing runs; the first statement
  /// that fails ends it, unless `keepsGoing`.
  /// - Returns: The exit code.
  mutating func run(
    _ source: SourceText, parameters: [(name: String, value: String)] = [], keepsGoing: Bool = false
  ) -> Int32 {
    let preparation = prepare(source, parameters: parameters)
    report(preparation)
    guard !preparation.hasErrors else {
      return Signals.isStopped ? ExitCode.interrupted : ExitCode.code(of: preparation.diagnostics)
    }
    var code = ExitCode.success
    for statement in preparation.statements {
      let own = attempt(statement).code
      if let streamCode = console.finishOutput() { return streamCode }
      if code == ExitCode.success { code = own }
      if own == ExitCode.interrupted || (own != ExitCode.success && !keepsGoing) { return own }
    }
    return code
  }

  /// Writes what is wrong with a source. Where nothing of it will run, what was understood of its
  /// files is told first: it may say why.
  func report(_ preparation: Preparation) {
    if preparation.hasErrors { preparation.loadReports.forEach(console.tell) }
    console.report(preparation.diagnostics)
  }

  /// Runs one statement and shows what it gives.
  /// - Returns: The exit code of the statement alone, and why it failed if it did.
  mutating func attempt(_ statement: CheckedStatement) -> (code: Int32, failure: StatementFailure?)
  {
    let watch = Stopwatch()
    var failure: StatementFailure?
    do throws(StatementFailure) {
      guard !Signals.isStopped else { throw .interrupted(statement) }
      let numberBefore = engine.lastResultNumber
      let outcome = try evaluate(statement)
      if case .table(_, let saves) = outcome {
        for saving in saves { try save(saving.result, saving.request, of: statement) }
      }
      let number = engine.lastResultNumber
      show(outcome, number: number == numberBefore ? nil : number)
      if Signals.isStopped { throw .interrupted(statement) }
    } catch {
      failure = error
      console.report([error.located])
      console.remark(error.footnotes)
    }
    if settings.showsTiming { console.write(Markup("\(watch.millisecondsText) ms\n", .dim)) }
    return (failure?.exitCode ?? ExitCode.success, failure)
  }

  /// Reads and checks a source, which opens the files that it names.
  mutating func prepare(
    _ source: SourceText, parameters: [(name: String, value: String)] = []
  ) -> Preparation {
    guard Session.opensFiles(source) else { return engine.prepare(source, arguments: parameters) }
    let preparation = leavable { $0.prepare(source, arguments: parameters) }
    return preparation
      ?? Preparation(
        failing: LocatedDiagnostic(
          source: source, diagnostic: .interrupted(at: ByteSpan(0, source.bytes.count))))
  }

  /// True for a source that names files to read.
  private static func opensFiles(_ source: SourceText) -> Bool {
    DeepStack.run(unless: source.bytes.count <= 256) {
      Parser.parse(source).script.statements.contains { statement in
        switch statement.kind {
        case .load, .include: true
        default: false
        }
      }
    }
  }

  private mutating func evaluate(
    _ statement: CheckedStatement
  ) throws(StatementFailure) -> Outcome {
    let result = leavable { engine in
      do throws(RunFailure) {
        return Result<Outcome, RunFailure>.success(try engine.run(statement))
      } catch {
        return .failure(error)
      }
    }
    switch result {
    case nil: throw .interrupted(statement)
    case .failure(let failure): throw StatementFailure(failure)
    case .success(let outcome): return outcome
    }
  }
}
