/// How serious a diagnostic is.
package enum Severity: UInt8, Sendable {
  case warning
  case error
}

/// A stable code: E1xx reading, E2xx names and types, E3xx running, E4xx data files,
/// E5xx lesson files; W… warnings.
package struct DiagnosticCode: Sendable, Hashable {
  package let text: String
  package init(_ text: String) { self.text = text }
  package var severity: Severity { text.hasPrefix("W") ? .warning : .error }
}

/// A place in the source and what it has to do with the fault.
package struct DiagnosticLabel: Sendable, Hashable {
  package let span: ByteSpan
  package let text: Localized?
  package init(_ span: ByteSpan, _ text: Localized? = nil) {
    self.span = span
    self.text = text
  }
}

/// A repair: put `replacement` where `span` stands.
package struct Suggestion: Sendable, Hashable {
  package let span: ByteSpan
  package let replacement: Localized
  package init(_ span: ByteSpan, _ replacement: Localized) {
    self.span = span
    self.replacement = replacement
  }
}

/// What is wrong, where, and what to try. A value: made by the phase that finds the fault, rendered
/// by one renderer (`DiagnosticRenderer`).
package struct Diagnostic: Sendable, Hashable {
  package let code: DiagnosticCode
  package let message: Localized
  package let label: DiagnosticLabel
  package var secondary: [DiagnosticLabel]
  /// Remedies and remarks, one line each, shown under the caret.
  package var notes: [Localized]
  /// Did-you-mean: at most three, nearest first.
  package var suggestions: [Suggestion]

  package init(
    _ code: String, _ message: Localized, at span: ByteSpan, secondary: [DiagnosticLabel] = [],
    notes: [Localized] = [], suggestions: [Suggestion] = []
  ) {
    self.code = DiagnosticCode(code)
    self.message = message
    self.label = DiagnosticLabel(span)
    self.secondary = secondary
    self.notes = notes
    self.suggestions = suggestions
  }

  package var severity: Severity { code.severity }
}

/// Where the phases put what they find.
package struct DiagnosticSink: Sendable {
  package private(set) var diagnostics: [Diagnostic] = []

  package init() {}

  package mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
