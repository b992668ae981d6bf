import FriseBase
import FriseLanguage
import FriseModel
import FriseSyntax

/// Why a statement failed, in the language or in what the session did with its result.
struct StatementFailure: Error, Sendable {
  /// What the process ends with when nothing else runs after it.
  let exitCode: Int32
  let located: LocatedDiagnostic
  /// What the statement had remarked before it failed.
  let footnotes: [Footnote]

  /// A failure of the language.
  init(_ failure: RunFailure) {
    switch failure.kind {
    case .failed, .assertion: self.exitCode = ExitCode.failure
    case .dataFile: self.exitCode = ExitCode.dataFile
    case .interrupted: self.exitCode = ExitCode.interrupted
    }
    self.located = failure.located
    self.footnotes = failure.footnotes
  }

  /// A failure of the session.
  init(_ diagnostic: Diagnostic, of statement: CheckedStatement) {
    self.exitCode = Signals.isStopped ? ExitCode.interrupted : ExitCode.failure
    self.located = LocatedDiagnostic(source: statement.source, diagnostic: diagnostic)
    self.footnotes = []
  }

  /// Ctrl-C, or a signal that asks the process to end.
  static func interrupted(_ statement: CheckedStatement) -> StatementFailure {
    StatementFailure(.interrupted(at: statement.syntax.span), of: statement)
  }
}
