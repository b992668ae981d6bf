package import FriseBase
package import FriseModel
package import FriseSyntax

/// A diagnostic with the source it points into: scripts include scripts.
package struct LocatedDiagnostic: Sendable {
  package let source: SourceText
  package let diagnostic: Diagnostic

  package init(source: SourceText, diagnostic: Diagnostic) {
    self.source = source
    self.diagnostic = diagnostic
  }
}

/// A statement that was read and checked, ready to run.
package struct CheckedStatement: Sendable {
  package let source: SourceText
  package let syntax: Statement
  let resolved: ResolvedStatement
  /// What is defined once it has run.
  let environment: Environment
  /// The index of the result it gives, for a pipeline.
  let resultIndex: Int?
}

/// What reading and checking a source gave. With any error in `diagnostics` nothing may be run.
package struct Preparation: Sendable {
  package var statements: [CheckedStatement]
  package var diagnostics: [LocatedDiagnostic]
  /// Names and texts of the source itself with their forms in both tongues, for the printer.
  package var translations: [Translation]

  package var hasErrors: Bool {
    diagnostics.contains { $0.diagnostic.severity == .error }
  }

  /// What was understood of each file that was opened.
  package var loadReports: [[Localized]] {
    statements.compactMap { if case .loaded(let report) = $0.resolved { report } else { nil } }
  }
}

extension Preparation {
  /// Of a source that could not be read: nothing to run.
  package init(failing diagnostic: LocatedDiagnostic) {
    self.init(statements: [], diagnostics: [diagnostic], translations: [])
  }
}

/// A statement failed while it ran.
package struct RunFailure: Error, Sendable {
  package enum Kind: Sendable {
    /// Exit code 1.
    case failed
    /// An `assert` did not hold: exit code 1.
    case assertion
    /// A data file cannot be read or is malformed: exit code 3.
    case dataFile
    /// Exit code 130 in a batch.
    case interrupted
  }
  package let kind: Kind
  package let located: LocatedDiagnostic
  package let footnotes: [Footnote]
}

/// A file that a `save` asked for; the shell writes it (safely, by extension).
package struct SaveRequest: Sendable, Hashable {
  package let path: String
  package let pathSpan: ByteSpan
}

/// What a `save` writes: the rows as they were where it stands.
package struct Saving: Sendable {
  package let request: SaveRequest
  package let result: ResultTable
}

/// What a statement gave.
package enum Outcome: Sendable {
  /// A definition, a parameter, an include: nothing to show.
  case nothing
  /// A file was opened: what was understood of it.
  case loaded([Localized])
  /// The values of an expression statement (one) or of `print`, shown on one line.
  case values([Value], footnotes: [Footnote])
  case table(ResultTable, saves: [Saving])
  /// An `assert` that held, with what its evaluation remarked.
  case held(footnotes: [Footnote])
  /// The plan and timing of `explain`.
  case plan([Localized])
}

/// Files the language may ask for while it checks (`include`, `load`), given by the shell.
package struct FileAccess: Sendable {
  /// The bytes of `path`, which is relative to the source named second; or why not.
  package let read: @Sendable (_ path: String, _ from: String) -> Result<[UInt8], DataFailure>
  /// What diagnostics call that file.
  package let name: @Sendable (_ path: String, _ from: String) -> String

  /// The tables of a data file, or why it cannot be read.
  package let load: @Sendable (LoadRequest) -> Result<LoadedFile, DataFailure>

  package init(
    read: @escaping @Sendable (_ path: String, _ from: String) -> Result<[UInt8], DataFailure>,
    name: @escaping @Sendable (_ path: String, _ from: String) -> String = { path, _ in path },
    load: @escaping @Sendable (LoadRequest) -> Result<LoadedFile, DataFailure> = { request in
      .failure(
        DataFailure(
          code: "E401", file: request.path,
          message: Localized(en: "no such file", fr: "ce fichier n’existe pas")))
    }
  ) {
    self.read = read
    self.name = name
    self.load = load
  }
}
