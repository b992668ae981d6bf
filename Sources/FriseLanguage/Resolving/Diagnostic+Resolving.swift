import FriseBase
import FriseModel
import FriseSyntax

/// What checking names and types may find wrong (E2xx).
extension Diagnostic {
  /// The remark and repair for a name that nothing bears.
  private static func suggestions(_ names: [String], _ span: ByteSpan) -> [Suggestion] {
    names.map { Suggestion(span, Localized(same: $0)) }
  }

  static func unknownColumn(
    _ name: Name, table: Localized?, near: [String], notes: [Localized] = []
  ) -> Diagnostic {
    let place = table.map { Localized(en: " in \($0.english)", fr: " dans \($0.french)") }
    return Diagnostic(
      "E201",
      Localized(
        en: "no column \"\(name.text)\"\(place?.english ?? " here")",
        fr: "pas de colonne « \(name.text) »\(place?.french ?? " ici")"),
      at: name.span, notes: notes, suggestions: suggestions(near, name.span))
  }

  static func unknownTable(_ name: Name, near: [String], notes: [Localized] = []) -> Diagnostic {
    Diagnostic(
      "E202",
      Localized(en: "no table \"\(name.text)\"", fr: "pas de table « \(name.text) »"),
      at: name.span, notes: notes, suggestions: suggestions(near, name.span))
  }

  /// A name that stands for a value, outside any table.
  static func unknownValue(_ name: Name, near: [String]) -> Diagnostic {
    var notes: [Localized] = []
    if let command = CommandEntry.named(name.text) {
      notes.append(
        Localized(
          en: "a command of the prompt begins with a point: .\(command.forms.english)",
          fr: "une commande de l’invite commence par un point : .\(command.forms.french)"))
    } else if near.isEmpty {
      notes.append(
        Localized(
          en: "a value gets its name from let: let \(name.text) = …",
          fr: "une valeur reçoit son nom de soit : soit \(name.text) = …"))
    }
    return Diagnostic(
      "E202",
      Localized(
        en: "nothing is called \"\(name.text)\" here",
        fr: "rien ne s’appelle « \(name.text) » ici"),
      at: name.span, notes: notes, suggestions: suggestions(near, name.span))
  }

  static func unknownFunction(_ name: Name, near: [String]) -> Diagnostic {
    Diagnostic(
      "E203",
      Localized(en: "no function \"\(name.text)\"", fr: "pas de fonction « \(name.text) »"),
      at: name.span, suggestions: suggestions(near, name.span))
  }

  static func typeMismatch(
    found: ValueType, expected: Localized, at span: ByteSpan, notes: [Localized] = []
  ) -> Diagnostic {
    let name = found.described
    return Diagnostic(
      "E204",
      Localized(
        en: "found \(name.english) where \(expected.english) is expected",
        fr: "\(name.french) se trouve là où il faut \(expected.french)"),
      at: span, notes: notes)
  }

  static func notComparable(
    _ left: ValueType, _ right: ValueType, at span: ByteSpan, notes: [Localized] = []
  ) -> Diagnostic {
    let sides = (left.described, right.described)
    return Diagnostic(
      "E205",
      left == right
        ? Localized(
          en: "values of this type have no order: \(left.noun.english)",
          fr: "les valeurs de ce type n’ont pas d’ordre : \(left.noun.french)")
        : Localized(
          en: "\(sides.0.english) and \(sides.1.english) cannot be compared",
          fr: "\(sides.0.french) et \(sides.1.french) ne se comparent pas"),
      at: span, notes: notes)
  }

  static func argumentCount(
    _ usage: Localized, found: Int, at span: ByteSpan
  ) -> Diagnostic {
    Diagnostic(
      "E206",
      Localized(
        en: "wrong number of arguments (\(found)): it is written \(usage.english)",
        fr: "nombre d’arguments inexact (\(found)) : on écrit \(usage.french)"),
      at: span)
  }

  static func unknownUnit(_ text: String, at span: ByteSpan, near: [String]) -> Diagnostic {
    Diagnostic(
      "E207",
      Localized(en: "no unit is called \"\(text)\"", fr: "aucune unité ne s’appelle « \(text) »"),
      at: span, suggestions: suggestions(near.map { "\"\($0)\"" }, span))
  }

  static func ambiguousUnit(
    _ text: String, at span: ByteSpan, count: Int, paths: [Localized]
  ) -> Diagnostic {
    Diagnostic(
      "E208",
      Localized(
        en: "\(count) units are called \"\(text)\": name one by its id",
        fr: "\(count) unités s’appellent « \(text) » : désigner l’une par son identifiant"),
      at: span, notes: paths)
  }

  /// `lost`: The date column that the table had before columns were chosen.
  static func noDate(_ table: Localized?, lost: Localized?, at span: ByteSpan) -> Diagnostic {
    let name = table ?? Localized(en: "this table", fr: "cette table")
    let note = lost.map { lost in
      Localized(
        en: "\(lost.english) was its date: keep it among the columns",
        fr: "sa date était \(lost.french) : la garder parmi les colonnes")
    }
    return Diagnostic(
      "E209",
      Localized(
        en:
          "\(name.english) has no date: name a column that is one, as in where COLUMN during 1956",
        fr: "\(name.french) n’a pas de date : nommer une colonne qui en soit une, comme "
          + "où COLONNE pendant 1956"),
      at: span, notes: note.map { [$0] } ?? [])
  }

  static func noUnit(_ table: Localized?, at span: ByteSpan) -> Diagnostic {
    let name = table ?? Localized(en: "this table", fr: "cette table")
    return Diagnostic(
      "E210",
      Localized(
        en: "the rows of \(name.english) are no units of a tree and link to none",
        fr: "dans \(name.french), les lignes ne sont ni ne désignent les unités d’un arbre"),
      at: span)
  }

  static func notUnits(_ table: Localized?, link: Localized, at span: ByteSpan) -> Diagnostic {
    let name = table ?? Localized(en: "this table", fr: "cette table")
    let (english, french) = (
      "\(Catalogue.form(.follow, .english)) \(link.english)",
      "\(Catalogue.form(.follow, .french)) \(link.french)"
    )
    return Diagnostic(
      "E210",
      Localized(
        en:
          "the rows of \(name.english) are no units of a tree: go to them first with | \(english)",
        fr: "dans \(name.french), les lignes ne sont pas des unités d’un arbre\u{202F}: "
          + "y aller d’abord par | \(french)"),
      at: span)
  }

  /// A name of no unit, or of several.
  static func unit(
    _ text: String, found rows: [Int32], _ registry: Registry, _ tongue: Tongue, at span: ByteSpan
  ) -> Diagnostic {
    rows.isEmpty
      ? .unknownUnit(text, at: span, near: registry.nearestNames(to: text, tongue))
      : .ambiguousUnit(text, at: span, count: rows.count, paths: registry.told(rows))
  }

  static func noLinkBack(_ table: Localized, to target: Localized, at span: ByteSpan) -> Diagnostic
  {
    Diagnostic(
      "E215",
      Localized(
        en: "no column of \(table.english) links to \(target.english)",
        fr: "aucune colonne de \(table.french) ne renvoie à \(target.french)"),
      at: span)
  }

  static func aggregateOutsideGroup(_ form: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E211",
      Localized(
        en: "\(form)(…) works over a group (in summarise) or over a list of the row",
        fr: "\(form)(…) porte sur un groupe (dans résumer) ou sur une liste de la ligne"),
      at: span)
  }

  static func notPerGroup(_ name: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E212",
      Localized(
        en: "\(name) has one value a row, not one a group: use first(\(name)), or put it after by",
        fr: "\(name) vaut pour une ligne, non pour un groupe : premier(\(name)), ou après par"),
      at: span)
  }

  /// Two columns would have a name; `remedy` says what to write instead.
  static func columnTwice(_ name: String, _ remedy: Localized, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E213",
      Localized(
        en: "two columns would be called \"\(name)\": \(remedy.english)",
        fr: "deux colonnes s’appelleraient «\u{202F}\(name)\u{202F}»\u{202F}: \(remedy.french)"),
      at: span)
  }

  static func noPreviousResult(
    _ number: Int?, at span: ByteSpan, isInsideStage: Bool
  ) -> Diagnostic {
    let which = number.map { "_\($0)" }
    return Diagnostic(
      "E214",
      Localized(
        en: which.map { "there is no result \($0)" }
          ?? "there is no result yet to go on from: begin with a table, as in events",
        fr: which.map { "il n’y a pas de résultat \($0)" }
          ?? "aucun résultat ne précède : commencer par une table, comme événements"),
      at: span,
      notes: isInsideStage
        ? [
          Localized(
            en: "a column is called by its name alone: people",
            fr: "une colonne se nomme seule : personnes")
        ] : [])
  }

  static func valueExpected(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E215",
      Localized(
        en: "a table stands where one value is expected: end it with count, or select one column",
        fr:
          "une table se trouve là où il faut une valeur : finir par compter, ou choisir une colonne"
      ),
      at: span)
  }

  static func tableExpected(_ type: ValueType, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E216",
      Localized(
        en: "| goes on from the rows of a table; found \(type.described.english)",
        fr: "| poursuit avec les lignes d’une table ; ici, \(type.described.french)"),
      at: span,
      notes: type.isList
        ? [
          Localized(
            en: "a function takes a list whole, as in count([1, 2, 3])",
            fr: "une fonction prend une liste entière, comme compter([1, 2, 3])")
        ] : [])
  }

  static func unreadableDate(_ text: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E217",
      Localized(
        en: "\"\(text)\" is no date in EDTF: write 1956, 1956-11, 1956-11-04, 1951/1975, 195X…",
        fr: "« \(text) » n’est pas une date EDTF : écrire 1956, 1956-11, 1951/1975, 195X…"),
      at: span)
  }

  static func rangeMisplaced(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E218",
      Localized(
        en: "a range stands after in, = or a relation of time, as in people in 10..20",
        fr: "un intervalle suit dans, = ou une relation de temps : personnes dans 10..20"),
      at: span)
  }

  static func wordMisplaced(_ form: String, _ remedy: Localized, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E219",
      Localized(
        en: "\(form) cannot stand here: \(remedy.english)",
        fr: "\(form) ne peut se trouver ici : \(remedy.french)"),
      at: span)
  }

  /// A `save` in parentheses, whose file nothing would ever write.
  static func saveInside(_ form: String, at span: ByteSpan) -> Diagnostic {
    wordMisplaced(
      form,
      Localized(
        en: "a file is written by a statement of its own, not within parentheses",
        fr: "un fichier s’écrit par une instruction à part, pas entre parenthèses"),
      at: span)
  }

  /// `first 5`: the rows are meant, and this would be the number of the first row.
  static func firstRowsAreTaken(
    _ word: Word, _ count: String, _ tongue: Tongue, at span: ByteSpan
  ) -> Diagnostic {
    let isFirst = word == .first
    return wordMisplaced(
      "\(Catalogue.form(word, tongue)) \(count)",
      isFirst
        ? Localized(
          en: "rows are taken with take \(count)",
          fr: "des lignes se prennent avec prendre \(count)")
        : Localized(
          en: "the last rows are the first in the other order: sort date desc | take \(count)",
          fr:
            "les dernières lignes sont les premières dans l’autre ordre : "
            + "trier date décroissant | prendre \(count)"),
      at: span)
  }

  static func badPattern(_ reason: Localized, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E220",
      Localized(
        en: "this pattern cannot be read: \(reason.english)",
        fr: "ce motif ne peut être lu : \(reason.french)"),
      at: span)
  }
}
