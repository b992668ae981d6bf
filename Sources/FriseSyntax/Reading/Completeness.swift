package import FriseBase

/// Whether a source can be run as it stands, for the prompt.
package enum Completeness: Sendable, Hashable {
  case complete
  /// More must follow; the next line begins after `indentation` spaces.
  case incomplete(indentation: Int)
  /// It has a fault that more text would not cure.
  case invalid

  /// Asks the parser. An empty line after a `|` or an operator breaks it: then it is invalid.
  package static func of(_ source: SourceText) -> Completeness {
    let reading = Reading(source)
    guard let parser = reading.parser else { return .invalid }
    let errors =
      reading.lexed.diagnostics.filter { $0.severity == .error }.count + parser.diagnostics.count
    if errors == 0 { return .complete }
    let openTexts = reading.lexed.endsInsideText ? 1 : 0
    if openTexts > 0, errors <= openTexts + parser.errorsAtEnd {
      return .incomplete(indentation: 0)
    }
    guard parser.errorsAtEnd > 0, errors == parser.errorsAtEnd else { return .invalid }
    return .incomplete(indentation: 2 * (1 + openBrackets(parser.tokens)))
  }

  /// The brackets that no token closes.
  private static func openBrackets(_ tokens: [Token]) -> Int {
    var open = 0
    for token in tokens {
      switch token.kind {
      case .symbol(.openParenthesis), .symbol(.openList): open += 1
      case .symbol(.closeParenthesis), .symbol(.closeList): open = max(0, open - 1)
      default: break
      }
    }
    return open
  }
}
