import FriseBase

/// Where a name stands, which says the words it must not be taken for.
enum NamePosition {
  /// Where a value or a table is expected.
  case operand
  /// Before `(` as a step.
  case step
  /// After a point.
  case member
  /// Where only a name may stand: what is defined, renamed, dropped.
  case label
}

extension Printer {
  /// A name as typed, or its replacement; in backquotes where it would be read otherwise.
  func name(_ name: Name, at position: NamePosition) -> String {
    let replacement = replacements[name.span]
    let text = replacement ?? name.text
    let staysQuoted = name.isQuoted && (replacement == nil || replacement == name.text)
    let isHead = headSpan == name.span
    if staysQuoted || !Printer.isPlain(text) || Printer.isWord(text, at: position, isHead: isHead) {
      return Quoting.name(text)
    }
    return text
  }

  /// A function of the language in the printer's tongue, another as typed.
  func callee(_ name: Name) -> String {
    if replacements[name.span] == nil, !name.isQuoted, let word = Catalogue.function(name.text) {
      return form(word)
    }
    return self.name(name, at: .operand)
  }

  /// The lexer reads `text` as one name.
  private static func isPlain(_ text: String) -> Bool {
    let lexed = Lexer.lex(SourceText(name: "", text: text))
    return lexed.diagnostics.isEmpty && lexed.comments.isEmpty && lexed.tokens.count == 2
      && lexed.tokens.first?.kind == .name(text)
  }

  /// `text` would be read as a word of the language at `position`.
  private static func isWord(_ text: String, at position: NamePosition, isHead: Bool) -> Bool {
    let words = Lexer.words(text)
    func has(_ roles: WordRoles) -> Bool {
      words.contains { !Catalogue.entry($0).roles.isDisjoint(with: roles) }
    }
    switch position {
    case .label, .member: return false
    case .step: return has([.verb, .aggregate, .relation]) || has(.infix)
    case .operand:
      if isHead, has(.statement) { return true }
      if Habits.isNull(text) { return true }
      // `a` is `à` only between an operand and a number.
      if text == "a" || text == "A" { return false }
      return has([.infix, .relation])
        || words.contains { [Word.none, .true, .false, .it].contains($0) }
    }
  }
}
