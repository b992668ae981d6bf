package import FriseBase

/// What a piece of a source is, for whoever colours it.
package enum HighlightClass: UInt8, Sendable, Hashable, CaseIterable {
  case keyword, verb, function, name, number, text, date, `operator`, bracket, comment, error
}

/// Classes by the real lexer and parser: a word is a keyword only where it stands as one.
package enum Highlighter {
  /// Spans in order, without overlaps; blanks are in none.
  package static func spans(of source: SourceText) -> [(ByteSpan, HighlightClass)] {
    spans(of: source, Reading(source))
  }

  /// The spans of a source with its tree and tokens, for who needs them all: it is read once.
  package static func reading(
    of source: SourceText
  ) -> (parsed: ParsedScript, tokens: [Token], spans: [(ByteSpan, HighlightClass)]) {
    let reading = Reading(source)
    return (reading.parsed, reading.lexed.tokens, spans(of: source, reading))
  }

  private static func spans(
    of source: SourceText, _ reading: Reading
  ) -> [(ByteSpan, HighlightClass)] {
    guard let parser = reading.parser else {
      return [(ByteSpan(0, source.bytes.count), .error)]
    }
    var spans: [(ByteSpan, HighlightClass)] = reading.lexed.comments.map { ($0.span, .comment) }
    for (position, token) in parser.tokens.enumerated() where token.span.count > 0 {
      spans.append((token.span, parser.marks[position] ?? token.plainClass))
    }
    return spans.sorted { $0.0.start < $1.0.start }
  }
}

extension Token {
  /// The class by its kind alone.
  fileprivate var plainClass: HighlightClass {
    switch kind {
    case .name, .quotedName, .result: .name
    case .number: .number
    case .date: .date
    case .text: .text
    case .symbol(let symbol): symbol.isBracket ? .bracket : .operator
    case .invalid, .end: .error
    }
  }
}
