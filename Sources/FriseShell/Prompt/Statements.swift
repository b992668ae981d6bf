import FriseBase
import FriseSyntax

/// What the prompt must know of a text before it runs it.
enum Statements {
  /// The spaces a new line begins with when the text needs one; nil when Enter may run it: a dot
  /// command, a question, what the parser calls complete, or a fault that no line would cure.
  static func indentationAfter(_ text: String) -> Int? {
    let trimmed = text.trimmed
    if trimmed.isEmpty || trimmed.hasPrefix(".") || trimmed.hasPrefix("?") { return nil }
    switch Completeness.of(SourceText(name: "<prompt>", text: text)) {
    case .complete, .invalid: return nil
    case .incomplete(let indentation): return indentation
    }
  }
}
