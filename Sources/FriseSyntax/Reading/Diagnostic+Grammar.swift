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
        fr: "il manque \(what.french) après « \(previous) »"),
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
        fr: "« \(typed) » se trouve là où il faut \(what.french)"),
      at: span, notes: notes)
  }

  static func unexpected(_ span: ByteSpan, typed: String, after previous: String?, isVerb: Bool)
    -> Diagnostic
  {
    Diagnostic(
      "E111",
      previous.map {
        Localized(
          en: "“\(typed)” cannot follow “\($0)”", fr: "« \(typed) » ne peut pas suivre « \($0) »")
      }
        ?? Localized(
          en: "“\(typed)” cannot begin here", fr: "« \(typed) » ne peut pas commencer ici"),
      at: span,
      notes: isVerb
        ? [
          Localized(
            en: "a verb stands after a bar: | \(typed)",
            fr: "un verbe se met après une barre : | \(typed)")
        ] : [],
      suggestions: isVerb ? [Suggestion(span, Localized(same: "| " + typed))] : [])
  }

  static func nothingToGoOnFrom(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "“|” has no table to go on from: the line before it gives none",
        fr: "« | » n'a pas de table à continuer : la ligne précédente n'en donne pas"),
      at: span,
      notes: [
        Localized(
          en: "after an empty line, | goes on from the last result",
          fr: "après une ligne vide, | continue le dernier résultat")
      ])
  }

  static func verbWithoutTable(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "“\(typed)” stands after a table and a bar: events | \(typed) …",
        fr: "« \(typed) » se met après une table et une barre : événements | \(typed) …"),
      at: span,
      notes: [
        Localized(
          en: "to go on from the last result, begin with the bar: | \(typed) …",
          fr: "pour continuer le dernier résultat, commencer par la barre : | \(typed) …")
      ])
  }

  static func chainedComparison(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "two comparisons are joined by “and”: a < b and b < c",
        fr: "deux comparaisons se joignent par « et » : a < b et b < c"),
      at: span)
  }

  static func repeatedOtherwise(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "a second “??” needs parentheses: a ?? (b ?? c)",
        fr: "un second « ?? » demande des parenthèses : a ?? (b ?? c)"),
      at: span)
  }

  static func twoMinusSigns(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "two minus signs in a row need parentheses: -(-x)",
        fr: "deux signes moins de suite demandent des parenthèses : -(-x)"),
      at: span)
  }

  static func needsParentheses(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "“\(typed) …” needs parentheses here: (\(typed) …)",
        fr: "« \(typed) … » demande des parenthèses ici : (\(typed) …)"),
      at: span)
  }

  static func isWithoutNone(_ span: ByteSpan, isNegated: Bool) -> Diagnostic {
    let sign = isNegated ? "!=" : "="
    return Diagnostic(
      "E111",
      Localized(
        en: "“is” only asks for none (x is none); to compare, write \(sign)",
        fr: "« est » ne demande que l'absence (x est absent) ; pour comparer, écrire \(sign)"),
      at: span, suggestions: [Suggestion(span, Localized(same: sign))])
  }

  static func calledValue(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "only a name takes arguments: write year(x), not x.year()",
        fr: "seul un nom prend des arguments : écrire année(x), et non x.année()"),
      at: span)
  }

  static func renameDirection(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "the new name comes first: rename new = old",
        fr: "le nouveau nom vient d'abord : renommer nouveau = ancien"),
      at: span)
  }

  static func starOperand(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E114",
      Localized(
        en: "“*” names no columns: without “select” all of them are kept",
        fr: "« * » ne désigne pas de colonnes : sans « choisir », toutes sont gardées"),
      at: span)
  }

  static func starArgument(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E114",
      Localized(
        en: "“*” is left out: count() counts the rows",
        fr: "« * » ne s'écrit pas : compter() compte les lignes"),
      at: span, suggestions: [Suggestion(span, Localized(same: ""))])
  }

  static func aggregateWithParentheses(_ span: ByteSpan, word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E111",
      Localized(
        en: "after a bar “\(forms.english)” takes no empty parentheses: | \(forms.english)",
        fr: "après une barre « \(forms.french) » se passe de parenthèses vides : | \(forms.french)"),
      at: span, suggestions: [Suggestion(span, Localized(same: ""))])
  }

  static func listInParentheses(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E111",
      Localized(
        en: "a list stands in square brackets: [\"Chile\", \"Peru\"]",
        fr: "une liste se met entre crochets : [\"Chili\", \"Pérou\"]"),
      at: span)
  }

  static func leadingPoint(_ span: ByteSpan, digits: String) -> Diagnostic {
    Diagnostic(
      "E107",
      Localized(
        en: "a number begins with a digit: 0.\(digits)",
        fr: "un nombre commence par un chiffre : 0.\(digits)"),
      at: span, suggestions: [Suggestion(span, Localized(same: "0."))])
  }

  static func unclosedBracket(_ opening: ByteSpan, expected: Symbol) -> Diagnostic {
    Diagnostic(
      "E112",
      Localized(
        en: "this bracket is not closed: “\(expected.text)” is missing",
        fr: "cette parenthèse n'est pas fermée : il manque « \(expected.text) »"),
      at: opening)
  }

  static func mismatchedBracket(_ span: ByteSpan, opening: ByteSpan, expected: Symbol)
    -> Diagnostic
  {
    Diagnostic(
      "E112",
      Localized(
        en: "“\(expected.text)” is expected here",
        fr: "« \(expected.text) » est attendu ici"),
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
        en: "“\(typed)” closes nothing that is open", fr: "« \(typed) » ne ferme rien d'ouvert"),
      at: span)
  }

  /// The nearest verbs, as words of both tongues.
  static func unknownVerb(_ name: Name) -> Diagnostic {
    let entries = Catalogue.entries(as: [.verb, .aggregate, .relation])
    let forms = entries.flatMap { [$0.forms.english, $0.forms.french] }
    let near = name.isQuoted ? [] : Suggestions.nearest(to: name.text, among: forms)
    var suggestions: [Suggestion] = []
    for form in near {
      guard
        let entry = entries.first(where: { [$0.forms.english, $0.forms.french].contains(form) })
      else { continue }
      let suggestion = Suggestion(name.span, entry.forms)
      if !suggestions.contains(suggestion) { suggestions.append(suggestion) }
    }
    return Diagnostic(
      "E113",
      Localized(en: "no verb “\(name.text)”", fr: "pas de verbe « \(name.text) »"),
      at: name.span,
      notes: suggestions.isEmpty
        ? [
          Localized(
            en: "a function of “let” is called with parentheses: | \(name.text)()",
            fr: "une fonction de « soit » s'appelle avec des parenthèses : | \(name.text)()")
        ] : [],
      suggestions: suggestions)
  }

  static func habit(_ span: ByteSpan, typed: String, habit: Habit) -> Diagnostic {
    guard let word = habit.word else {
      return Diagnostic(
        "E114",
        Localized(
          en: "“\(typed)” is no word of Frise: \(habit.remedy.english)",
          fr: "« \(typed) » n'est pas un mot de Frise : \(habit.remedy.french)"),
        at: span)
    }
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E114",
      Localized(
        en: "“\(typed)” is said “\(forms.english)”", fr: "« \(typed) » se dit « \(forms.french) »"),
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
        fr: "la table vient d'abord, puis les étapes : \(french)"),
      at: span,
      notes: [
        Localized(
          en: "all columns are kept unless “select” names some; then | where …, | sort …, | take …",
          fr:
            "toutes les colonnes restent sauf si « choisir » en nomme ; puis | où …, | trier …, | prendre …"
        )
      ])
  }

  static func notAStage(_ span: ByteSpan, typed: String, word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E115",
      Localized(
        en: "“\(typed)” tests a column, not the rows: | where COLUMN \(forms.english) …",
        fr: "« \(typed) » interroge une colonne, pas les lignes : | où COLONNE \(forms.french) …"),
      at: span)
  }

  static func tooDeep(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E116",
      Localized(
        en: "more than \(Parser.maximumDepth) brackets or tests inside one another",
        fr: "plus de \(Parser.maximumDepth) parenthèses ou tests l'un dans l'autre"),
      at: span,
      notes: [
        Localized(
          en: "name the inner parts with “let”", fr: "nommer les parties intérieures avec « soit »")
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
          fr: "beaucoup de valeurs se testent d'un coup avec une liste : x dans [a, b, c]")
      ])
  }

  static func textIsLiteral(_ span: ByteSpan, typed: String, after word: Word) -> Diagnostic {
    let forms = Catalogue.entry(word).forms
    return Diagnostic(
      "E120",
      Localized(
        en: "“\(forms.english)” takes a file name between marks: \(forms.english) \"\(typed)\"",
        fr: "« \(forms.french) » prend un nom de fichier entre guillemets : "
          + "\(forms.french) \"\(typed)\""),
      at: span, suggestions: [Suggestion(span, Localized(same: Quoting.text(typed)))])
  }
}
