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

  /// The statements of a text, those with a fault too.
  static func count(in text: String) -> Int {
    text.trimmed.isEmpty
      ? 0 : Parser.parse(SourceText(name: "<prompt>", text: text)).script.statements.count
  }
}

/// A question to the help, as it is typed at the prompt.
enum HelpRequest {
  /// What stands behind `?`, `help`, `aide`; nil for any other text, such as a pipeline over a
  /// table that bears the name.
  static func argument(of text: String) -> String? {
    if text.hasPrefix("?") { return String(text.dropFirst()) }
    let word = String(text.prefix { !$0.isWhitespace })
    guard !word.hasPrefix("."), CommandEntry.named(word)?.command == .help else { return nil }
    let rest = String(text.dropFirst(word.count))
    return rest.trimmed.hasPrefix("|") ? nil : rest
  }

  /// The topic of `? thing`, `help thing`, `aide thing`, empty for the bare word.
  static func topic(of text: String) -> String? { argument(of: text)?.trimmed }
}
