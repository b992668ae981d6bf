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
}

/// What reading and checking a source gave. With any error in `diagnostics` nothing may be run.
package struct Preparation: Sendable {
  package var statements: [CheckedStatement]
  package var diagnostics: [LocatedDiagnostic]

  package var hasErrors: Bool {
    diagnostics.contains { $0.diagnostic.severity == .error }
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

/// What a statement gave.
package enum Outcome: Sendable {
  /// A definition, a parameter, an include: nothing to show.
  case nothing
  /// The values of an expression statement (one) or of `print`, shown on one line.
  case values([Value], footnotes: [Footnote])
  case table(ResultTable, saves: [SaveRequest])
  /// An `assert` that held, with what its evaluation remarked.
  case held(footnotes: [Footnote])
  /// The plan and timing of `explain`.
  case plan([Localized])
}

/// Files the language may ask for while it checks (`include`), given by the shell.
package struct FileAccess: Sendable {
  /// The bytes of `path`, which is relative to the source named second; or why not.
  package let read: @Sendable (_ path: String, _ from: String) -> Result<[UInt8], DataFailure>
  package init(
    read: @escaping @Sendable (_ path: String, _ from: String) -> Result<[UInt8], DataFailure>
  ) {
    self.read = read
  }
}

/// A session of the language: its data set, its definitions, its results. It prints nothing and opens
/// nothing by itself.
package struct Engine: Sendable {
  package let data: DataSet
  package var tongue: Tongue
  package let files: FileAccess
  package let interrupt: Interrupt

  package init(data: DataSet, tongue: Tongue, files: FileAccess, interrupt: Interrupt) {
    self.data = data
    self.tongue = tongue
    self.files = files
    self.interrupt = interrupt
  }

  /// Reads and checks a source against what the session knows so far; runs nothing.
  /// - Parameters:
  ///   - source: The text, any bytes.
  ///   - arguments: `NAME=VALUE` pairs of the command line for `param` statements.
  package func prepare(
    _ source: SourceText, arguments: [(name: String, value: String)] = []
  ) -> Preparation {
    Preparation(statements: [], diagnostics: [])
  }

  /// Runs one statement and keeps what it defines or gives.
  /// - Throws: `RunFailure`; the session stays as it was before the statement.
  package mutating func run(_ statement: CheckedStatement) throws(RunFailure) -> Outcome {
    .nothing
  }

  /// The numbered results so far: `_1` is the first.
  package var results: [ResultTable] { [] }

  /// Every table a query may name now, with its columns: for completion and `.tables`.
  package var visibleTables: [TableSchema] { data.schemas }
}
