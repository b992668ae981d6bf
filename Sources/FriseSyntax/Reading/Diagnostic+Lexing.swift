import FriseBase

/// Faults of bytes, texts, names and characters: E100 to E105.
extension Diagnostic {
  static func badByte(at offset: Int, isNUL: Bool) -> Diagnostic {
    Diagnostic(
      "E100",
      isNUL
        ? Localized(
          en: "a NUL at byte \(offset): the source is not a text",
          fr: "un octet nul à l’octet \(offset)\u{202F}: la source n’est pas un texte")
        : Localized(
          en: "byte \(offset) is not valid UTF-8",
          fr: "l’octet \(offset) n’est pas de l’UTF-8 valide"),
      at: ByteSpan(offset, offset + 1),
      notes: [
        Localized(
          en: "save the file as UTF-8; nothing of it was run",
          fr: "enregistrer le fichier en UTF-8\u{202F}; rien n’en a été exécuté")
      ])
  }

  static func unclosedText(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E101",
      Localized(
        en: "this text is not closed: its last mark is missing",
        fr: "ce texte n’est pas fermé\u{202F}: il manque le guillemet final"),
      at: span)
  }

  static func unknownEscape(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E102",
      Localized(
        en: "“\(typed)” means nothing in a text",
        fr: "«\u{202F}\(typed)\u{202F}» ne veut rien dire dans un texte"),
      at: span,
      notes: [
        Localized(
          en: #"a text knows \" \\ \n \t and \u{20AC}; a backslash itself is \\"#,
          fr: #"un texte connaît \" \\ \n \t et \u{20AC} ; la barre oblique inverse s’écrit \\"#)
      ])
  }

  /// `inner` is nil when the closing mark is missing too.
  static func wrongQuotes(_ span: ByteSpan, inner: String?, opening: String) -> Diagnostic {
    let isStraight = opening == "'"
    let example = inner.map { Quoting.text($0) } ?? "\"…\""
    return Diagnostic(
      "E103",
      isStraight
        ? Localized(
          en: "a text stands between \"…\", never between '…'",
          fr: "un texte se met entre \"…\" ou «…», jamais entre '…'")
        : Localized(
          en: "a curly quotation mark, \(opening): a text stands between \"…\"",
          fr: "un guillemet courbe, \(opening)\u{202F}: un texte se met entre \"…\" ou «…»"),
      at: span,
      notes: [
        Localized(en: "write \(example)", fr: "écrire \(example)")
      ],
      suggestions: inner == nil ? [] : [Suggestion(span, Localized(same: example))])
  }

  /// `isSpace`: it is read as a blank. `isRangeLikely`: it stands between two numbers.
  static func pastedCharacter(
    _ span: ByteSpan, name: Localized, typed: String, instead: Localized, isSpace: Bool,
    isRangeLikely: Bool
  ) -> Diagnostic {
    var notes = [
      Localized(
        en: "write \(instead.english) instead", fr: "écrire plutôt \(instead.french)")
    ]
    if isRangeLikely {
      notes.append(
        Localized(
          en: "from one to the other is written with two points: 1956..1975",
          fr: "de l’un à l’autre s’écrit avec deux points\u{202F}: 1956..1975"))
    }
    let shown = isSpace ? "" : " “\(typed)”"
    let shownFrench = isSpace ? "" : " «\u{202F}\(typed)\u{202F}»"
    return Diagnostic(
      "E104",
      Localized(
        en: "a character pasted from a document: \(name.english)\(shown)",
        fr: "un caractère collé depuis un document\u{202F}: \(name.french)\(shownFrench)"),
      at: span, notes: notes,
      suggestions: [Suggestion(span, isSpace ? Localized(same: " ") : instead)])
  }

  static func unknownCharacter(_ span: ByteSpan, _ typed: String) -> Diagnostic {
    let code = typed.unicodeScalars.first.map { scalar in
      let digits = String(scalar.value, radix: 16, uppercase: true)
      return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
    let isVisible = typed.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .surrogate, .privateUse, .unassigned: false
      default: true
      }
    }
    let named = isVisible ? "“\(typed)” (U+\(code ?? ""))" : "U+\(code ?? "")"
    let namedFrench = isVisible ? "« \(typed) » (U+\(code ?? ""))" : "U+\(code ?? "")"
    return Diagnostic(
      "E105",
      Localized(
        en: "the character \(named) has no meaning here",
        fr: "le caractère \(namedFrench) n’a pas de sens ici"),
      at: span,
      notes: [
        Localized(
          en: "texts stand between \"…\", unusual names between `…`",
          fr: "les textes se mettent entre \"…\", les noms inhabituels entre `…`")
      ])
  }

  static func unclosedName(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E119",
      Localized(
        en: "this name is not closed: its last backquote ` is missing on the line",
        fr: "ce nom n’est pas fermé\u{202F}: il manque l’accent grave ` final sur la ligne"),
      at: span)
  }

  static func emptyName(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E119",
      Localized(
        en: "the backquotes hold no name", fr: "les accents graves n’entourent aucun nom"),
      at: span)
  }

  static func nameStartsWithUnderscore(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E119",
      Localized(
        en: "a name begins with a letter; _ alone is the last result, _3 the third",
        fr:
          "un nom commence par une lettre\u{202F}; _ seul est le dernier résultat, _3 le "
          + "troisième"),
      at: span)
  }

  static func article(_ span: ByteSpan, bare: String) -> Diagnostic {
    Diagnostic(
      "E118",
      Localized(en: "without the article: \(bare)", fr: "sans l’article\u{202F}: \(bare)"),
      at: span,
      suggestions: [Suggestion(span, Localized(same: bare))])
  }
}
