import FriseBase

/// What is written in another language for something that Frise writes otherwise.
private struct ForeignSymbol {
  let typed: String
  let meaning: Meaning

  enum Meaning {
    case symbol(Symbol)
    case word(Word)
    /// It opens a comment there.
    case comment
    /// It is left out.
    case nothing(Localized)
    /// What was meant is another sentence: the step ends there.
    case stop(Localized)
  }

  init(_ typed: String, _ meaning: Meaning) {
    self.typed = typed
    self.meaning = meaning
  }
}

extension Lexer {
  /// The longest first.
  private static let symbols: [(String, Symbol)] = [
    ("!=", .notEqual), ("<=", .lessOrEqual), (">=", .greaterOrEqual), ("??", .otherwise),
    ("..", .range), ("|", .pipe), (",", .comma), (";", .semicolon), (".", .dot),
    ("(", .openParenthesis), (")", .closeParenthesis), ("[", .openList), ("]", .closeList),
    ("=", .equal), ("<", .less), (">", .greater), ("+", .plus), ("-", .minus), ("*", .times),
    ("/", .divide),
  ]

  /// The longest first; a longer symbol of Frise comes before them.
  private static let foreignSymbols: [ForeignSymbol] = [
    ForeignSymbol("===", .symbol(.equal)), ForeignSymbol("!==", .symbol(.notEqual)),
    ForeignSymbol("...", .symbol(.range)),
    ForeignSymbol("==", .symbol(.equal)), ForeignSymbol("<>", .symbol(.notEqual)),
    ForeignSymbol("=>", .symbol(.greaterOrEqual)), ForeignSymbol("=<", .symbol(.lessOrEqual)),
    ForeignSymbol(":=", .symbol(.equal)), ForeignSymbol("=~", .word(.matches)),
    ForeignSymbol("!~", .word(.matches)), ForeignSymbol("&&", .word(.and)),
    ForeignSymbol("||", .word(.or)), ForeignSymbol("->", .symbol(.dot)),
    ForeignSymbol("::", .symbol(.dot)), ForeignSymbol("//", .comment),
    ForeignSymbol("/*", .comment),
    ForeignSymbol(
      "**",
      .nothing(
        Localized(
          en: "there is no power; multiply: x * x",
          fr: "il n’y a pas de puissance\u{202F}; on multiplie\u{202F}: x * x"))),
    ForeignSymbol("&", .word(.and)), ForeignSymbol("!", .word(.not)),
    ForeignSymbol("%", .word(.mod)), ForeignSymbol("{", .symbol(.openList)),
    ForeignSymbol("}", .symbol(.closeList)),
    ForeignSymbol("~", .word(.matches)),
    ForeignSymbol(
      "?",
      .stop(
        Localized(
          en: "a choice is written: if … then … else …",
          fr: "un choix s’écrit\u{202F}: si … alors … sinon …"))),
    ForeignSymbol(
      ":",
      .stop(
        Localized(
          en: "a name is given with =, as in n = count()",
          fr: "un nom se donne avec =, comme n = compter()"))),
    ForeignSymbol(
      "$",
      .nothing(
        Localized(
          en: "a name stands alone, without a mark: people",
          fr: "un nom s’écrit seul, sans signe\u{202F}: personnes"))),
    ForeignSymbol(
      "\\",
      .nothing(
        Localized(
          en: "the commands of the prompt begin with a point: .help",
          fr: "les commandes de l’invite commencent par un point\u{202F}: .aide"))),
  ]

  /// An operator or a mark, or what another language writes for one.
  mutating func symbol() {
    let start = index
    if opensForeignComment() { return foreignComment() }
    let known = Self.symbols.first { hasText($0.0, at: start) }
    if let foreign = Self.foreignSymbols.first(where: { hasText($0.typed, at: start) }),
      foreign.typed.utf8.count > (known?.0.utf8.count ?? 0)
    {
      return self.foreign(foreign)
    }
    if byte() == UInt8(ascii: "."), byte(1) == UInt8(ascii: "."), openStartDate() { return }
    guard let (typed, symbol) = known else {
      index += 1
      report(.unknownCharacter(ByteSpan(start, index), source.text(ByteSpan(start, index))))
      index = start
      return skipSpace(1)
    }
    index += typed.utf8.count
    append(.symbol(symbol), from: start)
  }

  /// SQL's `-- remark`: two dashes and a blank.
  private func opensForeignComment() -> Bool {
    byte() == UInt8(ascii: "-") && byte(1) == UInt8(ascii: "-")
      && (byte(2) == UInt8(ascii: " ") || byte(2) == UInt8(ascii: "-"))
  }

  private mutating func foreignComment() {
    let start = index
    report(
      .foreignComment(ByteSpan(start, start + 2), typed: source.text(ByteSpan(start, start + 2))))
    var end = index
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    skipSpace(end - start)
  }

  private mutating func foreign(_ foreign: ForeignSymbol) {
    let start = index
    let span = ByteSpan(start, start + foreign.typed.utf8.count)
    switch foreign.meaning {
    case .comment:
      foreignComment()
    case .nothing(let remedy):
      report(.foreignSymbol(span, typed: source.text(span), remedy: remedy))
      skipSpace(span.count)
    case .stop(let remedy):
      report(.foreignSymbol(span, typed: source.text(span), remedy: remedy))
      index = Int(span.end)
      append(.invalid, from: start)
    case .symbol(let symbol):
      report(.foreignSymbol(span, typed: source.text(span), instead: Localized(same: symbol.text)))
      index = Int(span.end)
      append(.symbol(symbol), from: start)
    case .word(let word):
      let forms = Catalogue.entry(word).forms
      report(.foreignSymbol(span, typed: source.text(span), instead: forms))
      index = Int(span.end)
      append(.name(forms.english), from: start, words: [word])
    }
  }
}
