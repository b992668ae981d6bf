import FriseBase

/// Faults of sentences: E110 to E116, E120.
extension Diagnostic {
  static func missing(_ expected: Expected, after previous: String?, at span: ByteSpan)
    -> Diagnostic
  {
    let what = expected.described
    guard let previous else {
      return Diagnostic(
        "E110",
        Localized(en: "\(what.english) is missing", fr: "il manque \(what.french)"), at: span)
    }
    return Diagnostic(
      "E110",
      Localized(
        en: "\(what.english) is missing after “\(previous)”",
        fr: "il manque \(what.french) après «\u{202F}\(previous)\u{202F}»"),
      at: span)
  }

  static func expected(
    _ expected: Expected, found typed: String, at span: ByteSpan, notes: [Localized]
  ) -> Diagnostic {
    let what = expected.described
    return Diagnostic(
      "E110",
      Localized(
        en: "“\(typed)” stands where \(what.english) is expected",
        fr: "«\u{202F}\(typed)\u{202F}» se trouve là où il faut \(what.french)"),
      at: span, notes: notes)
  }

  static func unexpected(
    _ span: ByteSpan, typed: String, after previous: String?, suggestions: [Suggestion],
    notes: [Localized] = []
  ) -> Diagnostic {
    Diagnostic(
      "E111", misplaced(typed, after: previous), at: span, notes: notes, suggestions: suggestions)
  }

  /// A verb that no bar stands before.
  static func missingBar(_ span: ByteSpan, typed: String, after previous: String?) -> Diagnostic {
    Diagnostic(
      "E111", misplaced(typed, after: previous), at: span,
      notes: [
        Localized(
          en: "a verb stands after a bar: | \(typed)",
          fr: "un verbe se met après une barre\u{202F}: | \(typed)")
      ],
      suggestions: [Suggestion(span, Localized(same: "| " + typed))])
  }

  private static func misplaced(_ typed: String, after previous: String?) -> Localized {
    guard let previous else {
      return Localized(
        en: "“\(typed)” cannot begin here",
        fr: "«\u{202F}\(typed)\u{202F}» ne peut pas commencer ici")
    }
    return Localized(
      en: "“\(typed)” cannot follow “\(previous)”",
      fr: "«\u{202F}\(typed)\u{202F}» ne peut pas suivre «\u{202F}\(previous)\u{202F}»")
  }

  static func nothingToGoOnFrom(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "“|” has no table to go on from: the line before it gives none",
        fr:
          "«\u{202F}|\u{202F}» n’a pas de table à continuer\u{202F}: la ligne précédente n’en "
          + "donne pas"
      ),
      at: span,
      notes: [
        Localized(
          en: "after an empty line, | goes on from the last result",
          fr: "après une ligne vide, | continue le dernier résultat")
      ])
  }

  /// `following`: the name after it, which may be that of the table.
  static func verbWithoutTable(
    _ span: ByteSpan, typed: String, following: String?
  ) -> Diagnostic {
    let english = following.map { "\($0) | \(typed)" } ?? "events | \(typed) …"
    let french = following.map { "\($0) | \(typed)" } ?? "événements | \(typed) …"
    return Diagnostic(
      "E111",
      Localized(
        en: "“\(typed)” stands after a table and a bar: \(english)",
        fr:
          "«\u{202F}\(typed)\u{202F}» se met après une table et une barre\u{202F}: \(french)"
      ),
      at: span,
      notes: [
        Localized(
          en: "to go on from the last result, begin with the bar: | \(typed) …",
          fr: "pour continuer le dernier résultat, commencer par la barre\u{202F}: | \(typed) …")
      ])
  }

  static func chainedComparison(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "two comparisons are joined by “and”: a < b and b < c",
        fr: "deux comparaisons se joignent par «\u{202F}et\u{202F}»\u{202F}: a < b et b < c"),
      at: span)
  }

  static func repeatedOtherwise(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "a second “??” needs parentheses: a ?? (b ?? c)",
        fr: "un second «\u{202F}??\u{202F}» demande des parenthèses\u{202F}: a ?? (b ?? c)"),
      at: span)
  }

  static func twoMinusSigns(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "two minus signs in a row need parentheses: -(-x)",
        fr: "deux signes moins de suite demandent des parenthèses\u{202F}: -(-x)"),
      at: span)
  }

  static func needsParentheses(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "“\(typed) …” needs parentheses here: (\(typed) …)",
        fr: "«\u{202F}\(typed) …\u{202F}» demande des parenthèses ici\u{202F}: (\(typed) …)"),
      at: span)
  }

  static func isWithoutNone(_ span: ByteSpan, isNegated: Bool) -> Diagnostic {
    let sign = isNegated ? "!=" : "="
    return Diagnostic(
      "E111",
      Localized(
        en: "“is” only asks for none (x is none); to compare, write \(sign)",
        fr:
          "«\u{202F}est\u{202F}» ne demande que l’absence (x est absent)\u{202F}; pour "
          + "comparer, écrire \(sign)"
      ),
      at: span, suggestions: [Suggestion(span, Localized(same: sign))])
  }

  static func calledValue(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "only a name takes arguments: write year(x), not x.year()",
        fr: "seul un nom prend des arguments\u{202F}: écrire année(x), et non x.année()"),
      at: span)
  }

  static func renameDirection(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "the new name comes first: rename new = old",
        fr: "le nouveau nom vient d’abord\u{202F}: renommer nouveau = ancien"),
      at: span)
  }

  static func starOperand(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E114",
      Localized(
        en: "“*” names no columns: without “select” all of them are kept",
        fr:
          "«\u{202F}*\u{202F}» ne désigne pas de colonnes\u{202F}: sans "
          + "«\u{202F}choisir\u{202F}», toutes sont gardées"
      ),
      at: span)
  }

  static func starArgument(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E114",
      Localized(
        en: "“*” is left out: count() counts the rows",
        fr: "«\u{202F}*\u{202F}» ne s’écrit pas\u{202F}: compter() compte les lignes"),
      at: span, suggestions: [Suggestion(span, Localized(same: ""))])
  }

  static func aggregateWithParentheses(_ span: ByteSpan, word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E111",
      Localized(
        en: "after a bar “\(forms.english)” takes no empty parentheses: | \(forms.english)",
        fr:
          "après une barre «\u{202F}\(forms.french)\u{202F}» se passe de parenthèses "
          + "vides\u{202F}: | \(forms.french)"
      ),
      at: span, suggestions: [Suggestion(span, Localized(same: ""))])
  }

  static func listInParentheses(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "a list stands in square brackets: [\"Chile\", \"Peru\"]",
        fr: "une liste se met entre crochets\u{202F}: [\"Chili\", \"Pérou\"]"),
      at: span)
  }

  static func leadingPoint(_ span: ByteSpan, digits: String) -> Diagnostic {
    Diagnostic(
      "E107",
      Localized(
        en: "a number begins with a digit: 0.\(digits)",
        fr: "un nombre commence par un chiffre\u{202F}: 0.\(digits)"),
      at: span, suggestions: [Suggestion(span, Localized(same: "0.\(digits)"))])
  }

  static func unclosedBracket(_ opening: ByteSpan, expected: Symbol) -> Diagnostic {
    Diagnostic(
      "E112",
      Localized(
        en: "this bracket is not closed: “\(expected.text)” is missing",
        fr:
          "cette parenthèse n’est pas fermée\u{202F}: il manque "
          + "«\u{202F}\(expected.text)\u{202F}»"),
      at: opening)
  }

  static func mismatchedBracket(_ span: ByteSpan, opening: ByteSpan, expected: Symbol)
    -> Diagnostic
  {
    Diagnostic(
      "E112",
      Localized(
        en: "“\(expected.text)” is expected here",
        fr: "«\u{202F}\(expected.text)\u{202F}» est attendu ici"),
      at: span,
      secondary: [
        DiagnosticLabel(opening, Localized(en: "opened here", fr: "ouvert ici"))
      ],
      suggestions: [Suggestion(span, Localized(same: expected.text))])
  }

  static func strayBracket(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E112",
      Localized(
        en: "“\(typed)” closes nothing that is open",
        fr: "«\u{202F}\(typed)\u{202F}» ne ferme rien d’ouvert"),
      at: span)
  }

  /// The words of `roles` nearest to what was typed, in both tongues.
  static func suggestions(for span: ByteSpan, typed: String, among roles: WordRoles)
    -> [Suggestion]
  {
    let key = TextFold.fold(typed)
    // Never the word that was typed, by way of its other form either.
    let entries = Catalogue.entries(as: roles).filter { entry in
      !Tongue.allCases.contains { TextFold.fold(entry.forms[$0]) == key }
    }
    let forms = entries.flatMap { [$0.forms.english, $0.forms.french] }
    var suggestions: [Suggestion] = []
    for form in Suggestions.nearest(to: typed, among: forms) {
      guard
        let entry = entries.first(where: { [$0.forms.english, $0.forms.french].contains(form) })
      else { continue }
      let suggestion = Suggestion(span, entry.forms)
      if !suggestions.contains(suggestion) { suggestions.append(suggestion) }
    }
    return suggestions
  }

  /// The nearest verbs, as words of both tongues.
  static func unknownVerb(_ name: Name) -> Diagnostic {
    let suggestions =
      name.isQuoted
      ? [] : suggestions(for: name.span, typed: name.text, among: [.verb, .aggregate, .relation])
    return Diagnostic(
      "E113",
      Localized(en: "no verb “\(name.text)”", fr: "pas de verbe «\u{202F}\(name.text)\u{202F}»"),
      at: name.span,
      notes: suggestions.isEmpty
        ? [
          Localized(
            en: "a column is chosen with select: | select \(name.text)",
            fr: "une colonne se choisit avec choisir\u{202F}: | choisir \(name.text)"),
          Localized(
            en: "a function of “let” is called with parentheses: | \(name.text)()",
            fr:
              "une fonction de «\u{202F}soit\u{202F}» s’appelle avec des parenthèses\u{202F}: "
              + "| \(name.text)()"
          ),
        ] : [],
      suggestions: suggestions)
  }

  /// A function that the script defines, named as a step without its parentheses.
  static func functionWithoutParentheses(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E113",
      Localized(
        en: "“\(name.text)” is a function of “let”: it is called with parentheses",
        fr:
          "«\u{202F}\(name.text)\u{202F}» est une fonction de «\u{202F}soit\u{202F}»\u{202F}: "
          + "elle s’appelle avec des parenthèses"),
      at: name.span, suggestions: [Suggestion(name.span, Localized(same: name.text + "()"))])
  }

  static func habit(_ span: ByteSpan, typed: String, habit: Habit) -> Diagnostic {
    guard let word = habit.word else {
      return Diagnostic(
        "E114",
        Localized(
          en: "“\(typed)” is no word of Frise: \(habit.remedy.english)",
          fr: "«\u{202F}\(typed)\u{202F}» n’est pas un mot de Frise\u{202F}: \(habit.remedy.french)"
        ),
        at: span)
    }
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E114",
      Localized(
        en: "“\(typed)” is said “\(forms.english)”",
        fr: "«\u{202F}\(typed)\u{202F}» se dit «\u{202F}\(forms.french)\u{202F}»"),
      at: span, notes: [habit.remedy],
      suggestions: habit.isSameSyntax ? [Suggestion(span, forms)] : [])
  }

  /// `keepsAll`: a `*` was selected.
  static func selectFrom(_ span: ByteSpan, table: String, keepsAll: Bool) -> Diagnostic {
    let query = keepsAll ? table : "\(table) | select …"
    let french = keepsAll ? table : "\(table) | choisir …"
    return Diagnostic(
      "E114",
      Localized(
        en: "the table comes first, then the steps: \(query)",
        fr: "la table vient d’abord, puis les étapes\u{202F}: \(french)"),
      at: span,
      notes: [
        Localized(
          en: "all columns are kept unless “select” names some; then | where …, | sort …, | take …",
          fr:
            "toutes les colonnes restent sauf si «\u{202F}choisir\u{202F}» en nomme\u{202F}; "
            + "puis | où …, | trier …, | prendre …"
        )
      ])
  }

  static func notAStage(_ span: ByteSpan, typed: String, word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E115",
      Localized(
        en: "“\(typed)” tests a column, not the rows: | where COLUMN \(forms.english) …",
        fr:
          "«\u{202F}\(typed)\u{202F}» interroge une colonne, pas les lignes\u{202F}: | où "
          + "COLONNE \(forms.french) …"
      ),
      at: span)
  }

  static func tooDeep(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E116",
      Localized(
        en: "more than \(Parser.maximumDepth) brackets or tests inside one another",
        fr: "plus de \(Parser.maximumDepth) parenthèses ou tests l’un dans l’autre"),
      at: span,
      notes: [
        Localized(
          en: "name the inner parts with “let”",
          fr: "nommer les parties intérieures avec «\u{202F}soit\u{202F}»")
      ])
  }

  static func tooLong(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E116",
      Localized(
        en: "more than \(Parser.maximumOperators) operators in one statement",
        fr: "plus de \(Parser.maximumOperators) opérateurs dans une instruction"),
      at: span,
      notes: [
        Localized(
          en: "many values are tested at once with a list: x in [a, b, c]",
          fr: "beaucoup de valeurs se testent d’un coup avec une liste\u{202F}: x dans [a, b, c]")
      ])
  }

  static func textIsLiteral(_ span: ByteSpan, typed: String, after word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E120",
      Localized(
        en: "“\(forms.english)” takes a file name between marks: \(forms.english) \"\(typed)\"",
        fr: "«\u{202F}\(forms.french)\u{202F}» prend un nom de fichier entre guillemets\u{202F}: "
          + "\(forms.french) \"\(typed)\""),
      at: span, suggestions: [Suggestion(span, Localized(same: Quoting.text(typed)))])
  }
}
