package import FriseBase

/// What was read of a source, and what is wrong with it.
package struct ParsedScript: Sendable {
  package let script: Script
  /// In the order of the source; at most `Parser.maximumErrors` errors.
  package let diagnostics: [Diagnostic]

  package var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}

/// Tokens to the tree (language, section 3), by recursive descent. It never fails: what cannot be
/// read becomes `.invalid` and a diagnostic, and reading goes on at the next `|`, closing bracket
/// or statement.
///
/// Every loop moves `cursor` on or ends; recursion is bounded by `maximumDepth`, and chains of
/// operators by `maximumOperators`, so that whoever walks the tree may recurse too.
package struct Parser {
  /// Errors reported of one source.
  package static let maximumErrors = 10
  /// Brackets and prefix words inside one another.
  package static let maximumDepth = 200
  /// Operators, members and calls of one statement.
  package static let maximumOperators = 400

  /// What an open bracket holds.
  enum Bracket: Sendable {
    case group
    case call
    case list
  }

  let source: SourceText
  let tokens: [Token]
  /// The token to read next; never beyond the last, which is `.end`.
  private(set) var cursor = 0
  /// The brackets open in the statement, the innermost last.
  var brackets: [Bracket] = []
  /// What each token turned out to be, for the highlighter.
  private(set) var marks: [HighlightClass?]
  private(set) var diagnostics: [Diagnostic] = []
  /// Errors that more text after the end of the source would cure.
  private(set) var errorsAtEnd = 0
  /// Where the statement being read begins.
  private(set) var statementStart = 0
  /// The token that may stand on a new line because what is before it asks for more.
  private var joinedCursor = 0
  /// The folded names of the functions that the source has defined so far.
  var functions: Set<String> = []
  private var lastErrorCursor = -1
  private var depth = 0
  private var operatorCount = 0
  /// The rest of the statement is given up; nothing more is reported of it.
  private var isAbandoned = false

  init(_ source: SourceText, _ tokens: [Token]) {
    self.source = source
    self.tokens = tokens
    self.marks = Array(repeating: nil, count: tokens.count)
  }

  /// Reads a source whole.
  package static func parse(_ source: SourceText) -> ParsedScript {
    Reading(source).parsed
  }

  // MARK: The cursor

  var current: Token { tokens[cursor] }

  /// The token `offset` after the next one.
  func peek(_ offset: Int = 1) -> Token { tokens[min(cursor + offset, tokens.count - 1)] }

  /// The bytes just read, for spans.
  var previousEnd: UInt32 { cursor > 0 ? tokens[cursor - 1].span.end : current.span.start }

  /// From the start of the token at `start` to what was last read.
  func span(from start: Int) -> ByteSpan {
    let first = tokens[min(start, tokens.count - 1)].span
    return ByteSpan(start: first.start, end: max(first.start, cursor > start ? previousEnd : 0))
  }

  /// Passes the next token. `joins`: it asks for more, so the next one may stand on a new line.
  mutating func advance(joins: Bool = false, as mark: HighlightClass? = nil) {
    if let mark { marks[cursor] = mark }
    guard cursor + 1 < tokens.count else { return }
    cursor += 1
    if joins, current.lineBreak != .blank { joinedCursor = cursor }
  }

  mutating func mark(_ token: Int, as mark: HighlightClass) {
    marks[min(token, marks.count - 1)] = mark
  }

  /// The statement ends before the next token (a `|`, `and` or `or` on a new line is looked at by
  /// those who wait for one).
  var isAtEnd: Bool {
    switch current.kind {
    case .end, .symbol(.semicolon): true
    default: current.lineBreak != .none && brackets.isEmpty && cursor != joinedCursor
    }
  }

  /// True when the next token goes on from the line before: it is on the same line, or on the next.
  private var mayGoOn: Bool {
    !isAtEnd
      || current.lineBreak == .newline && current.kind != .end
        && current.kind != .symbol(.semicolon)
  }

  var isAtPipe: Bool { current.isSymbol(.pipe) && mayGoOn }

  /// Nothing more of a pipeline's step may follow.
  var isAtStepEnd: Bool {
    isAtEnd || isAtPipe || current.isSymbol(.closeParenthesis) || current.isSymbol(.closeList)
      || current.isSymbol(.comma)
  }

  func isAt(_ symbol: Symbol) -> Bool { !isAtEnd && current.isSymbol(symbol) }

  /// The next token stands for `word`. `and` and `or` may begin a line.
  func isAt(_ word: Word) -> Bool {
    guard current.words.contains(word) else { return false }
    return word == .and || word == .or ? mayGoOn : !isAtEnd
  }

  /// Passes `word` when it is next. Nothing need follow `none`, `asc` and `desc`.
  mutating func take(_ word: Word) -> Bool {
    guard isAt(word) else { return false }
    advance(joins: word != .none && word != .asc && word != .desc, as: .keyword)
    return true
  }

  /// Passes `symbol` when it is next.
  mutating func take(_ symbol: Symbol) -> Bool {
    guard isAt(symbol) else { return false }
    advance(joins: true)
    return true
  }

  /// Passes the `,` of a list of a step; inside a call or a list the comma is theirs.
  mutating func takeStepComma() -> Bool {
    switch brackets.last {
    case .call, .list: false
    case .group, nil: take(.comma)
    }
  }

  mutating func beginStatement() {
    brackets = []
    depth = 0
    operatorCount = 0
    isAbandoned = false
    joinedCursor = cursor
    statementStart = cursor
  }

  // MARK: Faults

  /// Reports a fault once a place.
  mutating func report(_ diagnostic: Diagnostic) {
    guard !isAbandoned, lastErrorCursor != cursor else { return }
    lastErrorCursor = cursor
    diagnostics.append(diagnostic)
    if current.kind == .end, !brackets.isEmpty || cursor == joinedCursor { errorsAtEnd += 1 }
  }

  /// Goes one level deeper; false, with the statement given up, beyond the limit.
  mutating func enter() -> Bool {
    depth += 1
    if depth <= Parser.maximumDepth { return true }
    depth -= 1
    report(.tooDeep(current.span))
    abandonStatement()
    return false
  }

  mutating func leave() { depth -= 1 }

  /// Counts an operator; false, with the statement given up, beyond the limit.
  mutating func countOperator() -> Bool {
    operatorCount += 1
    if operatorCount <= Parser.maximumOperators { return true }
    report(.tooLong(current.span))
    abandonStatement()
    return false
  }

  /// Passes over the rest of the statement, whatever it holds.
  private mutating func abandonStatement() {
    isAbandoned = true
    brackets = []
    while true {
      switch current.kind {
      case .end, .symbol(.semicolon): return
      default: break
      }
      if current.lineBreak == .blank { break }
      if current.lineBreak == .newline, !current.isSymbol(.pipe) { break }
      advance()
    }
  }

  /// Passes over what cannot be read, up to `|`, the closing bracket (or `,`) of what is open, or
  /// the end of the statement.
  mutating func skipToStepEnd() {
    var inner = 0
    while !isAtEnd {
      if !brackets.isEmpty, current.lineBreak == .blank || beginsStatementLine {
        brackets = []
        return
      }
      switch current.kind {
      case .symbol(.openParenthesis), .symbol(.openList): inner += 1
      case .symbol(.closeParenthesis), .symbol(.closeList):
        if inner == 0, !brackets.isEmpty { return }
        inner = max(0, inner - 1)
      case .symbol(.comma):
        if inner == 0, brackets.last == .call || brackets.last == .list { return }
      case .symbol(.pipe):
        if inner == 0 { return }
      default: break
      }
      advance(joins: inner > 0)
    }
  }

  /// The next token is a statement's word at the beginning of a line.
  private var beginsStatementLine: Bool {
    current.lineBreak == .newline
      && current.words.contains { Catalogue.entry($0).roles.contains(.statement) }
  }
}

/// A source read once: for the parser's users, the highlighter and the prompt.
struct Reading {
  let lexed: LexedSource
  let parser: Parser?
  let parsed: ParsedScript

  init(_ source: SourceText) {
    if let offset = SourceText.firstBadByte(source.bytes) {
      let isNUL = source.bytes[offset] == 0
      lexed = LexedSource(tokens: [], comments: [], diagnostics: [], endsInsideText: false)
      parser = nil
      parsed = ParsedScript(
        script: Script(statements: [], comments: []),
        diagnostics: [.badByte(at: offset, isNUL: isNUL)])
      return
    }
    lexed = Lexer.lex(source)
    var parser = Parser(source, lexed.tokens)
    let statements = parser.script()
    self.parser = parser
    parsed = ParsedScript(
      script: Script(statements: statements, comments: lexed.comments),
      diagnostics: Reading.merged(lexed.diagnostics, parser.diagnostics))
  }

  /// Both lists in the order of the source, cut after the tenth error.
  private static func merged(_ first: [Diagnostic], _ second: [Diagnostic]) -> [Diagnostic] {
    let places = (first + second).enumerated().sorted { left, right in
      (left.element.label.span.start, left.offset) < (right.element.label.span.start, right.offset)
    }
    var errors = 0
    return places.map(\.element).filter { diagnostic in
      guard diagnostic.severity == .error else { return true }
      errors += 1
      return errors <= Parser.maximumErrors
    }
  }
}
