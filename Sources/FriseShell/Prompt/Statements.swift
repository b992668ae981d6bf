import FriseBase
import FriseSyntax

/// What the prompt must know of a text before it runs it.
enum Statements {
  /// True when Enter may run the text: a dot command, a question, or what the parser calls complete.
  static func isComplete(_ text: String) -> Bool {
    let trimmed = text.trimmed
    if trimmed.isEmpty || trimmed.hasPrefix(".") || trimmed.hasPrefix("?") { return true }
    return Completeness.isComplete(SourceText(name: "<prompt>", text: text))
  }
}
