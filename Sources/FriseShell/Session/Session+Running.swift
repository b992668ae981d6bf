import FriseBase
import FriseLanguage
import FriseModel

extension Session {
  /// Reads, checks and runs a whole source: with any error in it nothing runs; the first statement
  /// that fails ends it, unless `keepsGoing`.
  /// - Returns: The exit code.
  mutating func run(
    _ source: SourceText, parameters: [(name: String, value: String)] = [], keepsGoing: Bool = false
  ) -> Int32 {
    let preparation = engine.prepare(source, arguments: parameters)
    console.report(preparation.diagnostics)
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

  /// Runs one statement and shows what it gives.
  /// - Returns: The exit code of the statement alone, and why it failed if it did.
  mutating func attempt(_ statement: CheckedStatement) -> (code: Int32, failure: StatementFailure?)
  {
    let watch = Stopwatch()
    var failure: StatementFailure?
    do throws(StatementFailure) {
      guard !Signals.isStopped else { throw .interrupted(statement) }
      let outcome = try evaluate(statement)
      if case .table(_, let saves) = outcome {
        for saving in saves { try save(saving.result, saving.request, of: statement) }
      }
      show(outcome)
      if Signals.isStopped { throw .interrupted(statement) }
    } catch {
      failure = error
      console.report([error.located])
      console.remark(error.footnotes)
    }
    if settings.showsTiming { console.write(Markup("\(watch.millisecondsText) ms\n", .dim)) }
    return (failure?.exitCode ?? ExitCode.success, failure)
  }

  private mutating func evaluate(
    _ statement: CheckedStatement
  ) throws(StatementFailure) -> Outcome {
    do throws(RunFailure) {
      return try engine.run(statement)
    } catch {
      throw StatementFailure(error)
    }
  }
}
