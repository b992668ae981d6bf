package import FriseBase

/// One lexical unit of a source and how it stands to what is before it.
package struct Token: Sendable {
  package let kind: Kind
  package let span: ByteSpan
  /// Blanks, a comment or a line end stand before it.
  package let hasSpaceBefore: Bool
  /// How the lines changed since the token before it.
  package let lineBreak: LineBreak
  /// The words of the language it may stand for, by the fold; empty for what is in backquotes.
  package let words: [Word]

  /// What a token is; texts are decoded, numbers are valued.
  package enum Kind: Sendable, Hashable {
    case name(String)
    /// A name in backquotes, without them.
    case quotedName(String)
    case number(NumberLiteral)
    /// EDTF text, without `@`.
    case date(String)
    case text(String)
    /// `_` (nil) or `_3`.
    case result(Int?)
    case symbol(Symbol)
    /// What could not be read; the lexer reported it.
    case invalid
    case end
  }

  /// The line ends before a token, outside texts; a comment's line is not blank.
  package enum LineBreak: UInt8, Sendable {
    case none
    case newline
    case blank
  }

  /// True when it is `symbol`.
  func isSymbol(_ symbol: Symbol) -> Bool { kind == .symbol(symbol) }

  /// The name, in backquotes or not.
  var name: Name? {
    switch kind {
    case .name(let text): Name(text, span: span)
    case .quotedName(let text): Name(text, span: span, isQuoted: true)
    default: nil
    }
  }
}

/// Punctuation and operators.
package enum Symbol: UInt8, Sendable, Hashable {
  case pipe, comma, semicolon, dot, range
  case openParenthesis, closeParenthesis, openList, closeList
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case plus, minus, times, divide, otherwise

  /// How it is written.
  package var text: String {
    switch self {
    case .pipe: "|"
    case .comma: ","
    case .semicolon: ";"
    case .dot: "."
    case .range: ".."
    case .openParenthesis: "("
    case .closeParenthesis: ")"
    case .openList: "["
    case .closeList: "]"
    case .equal: "="
    case .notEqual: "!="
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    case .plus: "+"
    case .minus: "-"
    case .times: "*"
    case .divide: "/"
    case .otherwise: "??"
    }
  }

  var isBracket: Bool {
    switch self {
    case .openParenthesis, .closeParenthesis, .openList, .closeList: true
    default: false
    }
  }

  /// The comparison it writes.
  var comparison: BinaryOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    default: nil
    }
  }
}
