import FriseBase

/// A character that a word processor puts where Frise has another one.
private struct PastedCharacter {
  let scalar: Unicode.Scalar
  let name: Localized
  /// What to write instead.
  let remedy: Localized
  /// What it was most likely meant to be; a blank when nil.
  let symbol: Symbol?

  init(_ scalar: Unicode.Scalar, en: String, fr: String, _ symbol: Symbol? = nil, like: String) {
    self.scalar = scalar
    self.name = Localized(en: en, fr: fr)
    self.remedy = Localized(same: like)
    self.symbol = symbol
  }

  /// A space that is none for a reader of queries.
  init(space scalar: Unicode.Scalar, en: String, fr: String) {
    self.scalar = scalar
    self.name = Localized(en: en, fr: fr)
    self.remedy = Localized(en: "an ordinary space", fr: "une espace ordinaire")
    self.symbol = nil
  }

  static let all: [PastedCharacter] = [
    PastedCharacter(space: "\u{A0}", en: "a no-break space", fr: "une espace insécable"),
    PastedCharacter(
      space: "\u{202F}", en: "a narrow no-break space", fr: "une espace fine insécable"),
    PastedCharacter(space: "\u{2009}", en: "a thin space", fr: "une espace fine"),
    PastedCharacter(space: "\u{2007}", en: "a figure space", fr: "une espace tabulaire"),
    PastedCharacter(space: "\u{2002}", en: "an en space", fr: "un demi-cadratin blanc"),
    PastedCharacter(space: "\u{2003}", en: "an em space", fr: "un cadratin blanc"),
    PastedCharacter(space: "\u{200A}", en: "a hair space", fr: "une espace ultrafine"),
    PastedCharacter(space: "\u{3000}", en: "a full-width space", fr: "une espace pleine chasse"),
    PastedCharacter(space: "\u{200B}", en: "a zero-width space", fr: "une espace sans chasse"),
    PastedCharacter(space: "\u{2060}", en: "a word joiner", fr: "un gluon de mots"),
    PastedCharacter(
      space: "\u{FEFF}", en: "a byte order mark", fr: "une marque d’ordre des octets"),
    PastedCharacter(space: "\u{AD}", en: "a soft hyphen", fr: "un trait d’union conditionnel"),
    PastedCharacter(space: "\u{85}", en: "a next-line mark", fr: "une marque de nouvelle ligne"),
    PastedCharacter(space: "\u{2028}", en: "a line separator", fr: "un séparateur de lignes"),
    PastedCharacter(
      space: "\u{2029}", en: "a paragraph separator", fr: "un séparateur de paragraphes"),
    PastedCharacter(
      "–", en: "an en dash", fr: "un tiret demi-cadratin", .minus, like: "-"),
    PastedCharacter("—", en: "an em dash", fr: "un tiret cadratin", .minus, like: "-"),
    PastedCharacter("−", en: "a minus sign", fr: "un signe moins", .minus, like: "-"),
    PastedCharacter("‐", en: "a hyphen", fr: "un trait d’union", .minus, like: "-"),
    PastedCharacter(
      "‑", en: "a no-break hyphen", fr: "un trait d’union insécable", .minus, like: "-"),
    PastedCharacter("…", en: "an ellipsis", fr: "des points de suspension", .range, like: ".."),
    PastedCharacter(
      "×", en: "a multiplication sign", fr: "un signe de multiplication", .times, like: "*"),
    PastedCharacter("÷", en: "a division sign", fr: "un signe de division", .divide, like: "/"),
    PastedCharacter(
      "≤", en: "a less-or-equal sign", fr: "un signe inférieur ou égal", .lessOrEqual, like: "<="),
    PastedCharacter(
      "≥", en: "a greater-or-equal sign", fr: "un signe supérieur ou égal", .greaterOrEqual,
      like: ">="),
    PastedCharacter("≠", en: "a not-equal sign", fr: "un signe différent", .notEqual, like: "!="),
  ]
}

extension Lexer {
  /// A character beyond ASCII: a letter, a quotation mark, or one that a document brought along.
  mutating func beyondASCII() {
    if hasText("«", at: index) { return guillemets() }
    let curly: [String] = ["“", "”", "„", "‘", "’"]
    if curly.contains(where: { hasText($0, at: index) }) { return curlyQuoted() }
    if startsName(at: index) { return name() }
    let (scalar, length) = scalar(at: index)
    let span = ByteSpan(index, index + length)
    if let pasted = PastedCharacter.all.first(where: { $0.scalar == scalar }) {
      return self.pasted(pasted, at: span)
    }
    if isFullWidth(scalar) { return fullWidth() }
    report(.unknownCharacter(span, source.text(span)))
    skipSpace(length)
  }

  /// U+FF01 to U+FF5E: ASCII as wide as a Chinese character.
  func isFullWidth(_ scalar: Unicode.Scalar) -> Bool {
    (0xFF01...0xFF5E).contains(scalar.value)
  }

  private mutating func pasted(_ pasted: PastedCharacter, at span: ByteSpan) {
    let between = isDigit(byteAt(index - 1)) && isDigit(byteAt(Int(span.end)))
    report(
      .pastedCharacter(
        span, name: pasted.name, typed: source.text(span), instead: pasted.remedy,
        isSpace: pasted.symbol == nil, isRangeLikely: between && pasted.symbol == .minus))
    guard let symbol = pasted.symbol else { return skipSpace(span.count) }
    let start = index
    index = Int(span.end)
    append(.symbol(symbol), from: start)
  }

  /// A run of full-width characters: one message; a lone operator is read as the one it looks like.
  private mutating func fullWidth() {
    let start = index
    var ascii = ""
    while index < bytes.count {
      let (scalar, length) = scalar(at: index)
      guard isFullWidth(scalar), let twin = Unicode.Scalar(scalar.value - 0xFEE0) else { break }
      ascii.unicodeScalars.append(twin)
      index += length
    }
    let span = ByteSpan(start, index)
    report(
      .pastedCharacter(
        span, name: Localized(en: "full-width writing", fr: "une écriture pleine chasse"),
        typed: source.text(span), instead: Localized(same: ascii), isSpace: false,
        isRangeLikely: false))
    let inner = Lexer.lex(SourceText(name: source.name, text: ascii))
    guard inner.diagnostics.isEmpty, inner.tokens.count == 2, let token = inner.tokens.first else {
      return append(.invalid, from: start)
    }
    append(token.kind, from: start, words: token.words)
  }
}
