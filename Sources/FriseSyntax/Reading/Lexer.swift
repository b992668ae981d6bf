package import FriseBase

/// What the lexer makes of a source.
package struct LexedSource: Sendable {
  /// In order; the last one is `.end`.
  package let tokens: [Token]
  package let comments: [Comment]
  package let diagnostics: [Diagnostic]
  /// The source ends inside a text or a name in backquotes.
  package let endsInsideText: Bool
}

/// Bytes to tokens (language, section 2). It never fails: what it cannot read becomes a diagnostic
/// and the token that was most likely meant.
///
/// The bytes are valid UTF-8 without NUL (`SourceText.firstBadByte`). Linear in their number.
package struct Lexer {
  let source: SourceText
  let bytes: [UInt8]
  /// The next byte to read.
  var index = 0
  var diagnostics: [Diagnostic] = []
  var endsInsideText = false
  private var tokens: [Token] = []
  private var comments: [Comment] = []
  private var hasSpaceBefore = false
  private var lineBreak = Token.LineBreak.none
  /// Neither a token nor a comment stands on the line so far.
  private var lineIsEmpty = true

  private init(_ source: SourceText) {
    self.source = source
    self.bytes = source.bytes
  }

  /// The tokens, comments and faults of a source.
  package static func lex(_ source: SourceText) -> LexedSource {
    var lexer = Lexer(source)
    lexer.run()
    return LexedSource(
      tokens: lexer.tokens, comments: lexer.comments, diagnostics: lexer.diagnostics,
      endsInsideText: lexer.endsInsideText)
  }

  private mutating func run() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
    while index < bytes.count {
      let before = index
      step()
      if index <= before { index = before + 1 }
    }
    append(.end, from: bytes.count)
  }

  /// Reads one token, comment or run of blanks.
  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "\n"): lineEnd()
    case UInt8(ascii: " "), 0x09, 0x0B, 0x0C, 0x0D: skipSpace(1)
    case UInt8(ascii: "#"): comment()
    case UInt8(ascii: "\""): text()
    case UInt8(ascii: "`"): quotedName()
    case UInt8(ascii: "'"): singleQuoted()
    case UInt8(ascii: "@"): extent()
    case UInt8(ascii: "_"): result()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): name()
    case 0x80...: beyondASCII()
    default: symbol()
    }
  }

  /// Ends a token that began at `start`, at `index`.
  mutating func append(_ kind: Token.Kind, from start: Int, words: [Word] = []) {
    tokens.append(
      Token(
        kind: kind, span: ByteSpan(start, index), hasSpaceBefore: hasSpaceBefore,
        lineBreak: lineBreak, words: words))
    hasSpaceBefore = false
    lineBreak = .none
    lineIsEmpty = false
  }

  /// Passes over `count` bytes that only separate.
  mutating func skipSpace(_ count: Int) {
    hasSpaceBefore = true
    index += count
  }

  private mutating func lineEnd() {
    if lineIsEmpty { lineBreak = .blank } else if lineBreak == .none { lineBreak = .newline }
    lineIsEmpty = true
    skipSpace(1)
  }

  private mutating func comment() {
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\n") { index += 1 }
    var end = index
    while end > start, bytes[end - 1] == 0x0D || bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 {
      end -= 1
    }
    let span = ByteSpan(start, end)
    comments.append(Comment(text: source.text(span), span: span, standsAlone: lineIsEmpty))
    hasSpaceBefore = true
    lineIsEmpty = false
  }

  /// The byte `offset` after `index`, or 0 beyond the end.
  func byte(_ offset: Int = 0) -> UInt8 { byteAt(index + offset) }

  /// The byte at `position`, or 0 outside the source.
  func byteAt(_ position: Int) -> UInt8 {
    position >= 0 && position < bytes.count ? bytes[position] : 0
  }

  /// The bytes from `position` on are those of `text`.
  func hasText(_ text: String, at position: Int) -> Bool {
    var position = position
    for byte in text.utf8 {
      guard byteAt(position) == byte else { return false }
      position += 1
    }
    return true
  }

  /// The scalar that begins at `position` and its length in bytes; a replacement character of one
  /// byte where none begins.
  func scalar(at position: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = byteAt(position)
    let length = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0
    guard length > 0, position + length <= bytes.count else { return ("\u{FFFD}", 1) }
    guard length > 1 else { return (Unicode.Scalar(first), 1) }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(byteAt(position + offset) & 0x3F) }
    guard let scalar = Unicode.Scalar(value) else { return ("\u{FFFD}", 1) }
    return (scalar, length)
  }

  mutating func report(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }
}
