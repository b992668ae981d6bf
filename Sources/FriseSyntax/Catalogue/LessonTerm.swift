package import FriseBase

/// A word of lesson files, by concept.
package enum LessonTerm: UInt8, Sendable, Hashable, CaseIterable {
  // Keys of the file.
  case lesson, version, title, age, duration, question
  // Types of blocks.
  case text, choice, choices, order, place, interval, match, query, estimate, cite, path, free,
    unknown
  // Keys of blocks and of the items of lists.
  case english, french, answer, computed, compare, columns, also, trap, right, tolerance, overlap,
    hint, reply, facts, source, tags, table, start, end, fact, tie
  // Values.
  case value, rows, inOrder, orderBy, strict, exact, deaths, claim, yes
}

/// How a word of lesson files is spelt in both tongues, where it may stand and what it says; the
/// reader of lessons, its errors and the help are fed from `LessonTermEntry.all`.
package struct LessonTermEntry: Sendable {
  /// Where a word may stand.
  package enum Position: UInt8, Sendable, Hashable, CaseIterable {
    /// Before a colon, above the first block.
    case fileKey
    /// After `@`.
    case type
    /// Before a colon, in a block.
    case blockKey
    /// After the colon of `compare`, `columns`, `tags`, `tie`.
    case value
  }

  package let term: LessonTerm
  package let position: Position
  package let forms: Localized
  /// One sentence, at most 72 columns.
  package let summary: Localized

  init(
    _ term: LessonTerm, _ position: Position, _ english: String, _ french: String,
    _ summary: Localized
  ) {
    self.term = term
    self.position = position
    self.forms = Localized(en: english, fr: french)
    self.summary = summary
  }

  /// The entry of a term.
  package static func entry(_ term: LessonTerm) -> LessonTermEntry? {
    all.first { $0.term == term }
  }

  /// The term that `text` names at a position, in either tongue, by the fold.
  package static func term(_ text: String, at position: Position) -> LessonTerm? {
    let key = TextFold.fold(text)
    return all.first {
      $0.position == position
        && (TextFold.fold($0.forms.english) == key || TextFold.fold($0.forms.french) == key)
    }?.term
  }

  /// The forms at a position in both tongues, for suggestions.
  package static func forms(at position: Position) -> [String] {
    all.filter { $0.position == position }.flatMap { [$0.forms.english, $0.forms.french] }
  }

  /// Every word, in the order the reference shows them.
  package static let all: [LessonTermEntry] = fileKeys + types + blockKeys + values

  private static let fileKeys: [LessonTermEntry] = [
    LessonTermEntry(
      .lesson, .fileKey, "lesson", "leçon",
      Localized(
        en: "The name by which the lesson is played.", fr: "Le nom sous lequel on joue la leçon.")),
    LessonTermEntry(
      .version, .fileKey, "version", "version",
      Localized(en: "A number, raised at each change.", fr: "Un nombre, accru à chaque version.")),
    LessonTermEntry(
      .title, .fileKey, "title", "titre",
      Localized(en: "The title, for people.", fr: "Le titre, pour les personnes.")),
    LessonTermEntry(
      .age, .fileKey, "age", "âge",
      Localized(en: "The ages it is for: 14-18.", fr: "Les âges visés\u{202F}: 14-18.")),
    LessonTermEntry(
      .duration, .fileKey, "duration", "durée",
      Localized(en: "How long it takes: 50 min.", fr: "Le temps qu’elle prend\u{202F}: 50 min.")),
    LessonTermEntry(
      .question, .fileKey, "question", "question",
      Localized(
        en: "The central question of the lesson.", fr: "La question centrale de la leçon.")),
  ]

  private static let types: [LessonTermEntry] = [
    LessonTermEntry(
      .text, .type, "text", "texte",
      Localized(en: "Something to read.", fr: "Quelque chose à lire.")),
    LessonTermEntry(
      .choice, .type, "choice", "choix",
      Localized(en: "One of several answers.", fr: "Une réponse parmi plusieurs.")),
    LessonTermEntry(
      .choices, .type, "choices", "plusieurs",
      Localized(
        en: "All the right ones of several answers.",
        fr: "Toutes les bonnes réponses parmi plusieurs.")),
    LessonTermEntry(
      .order, .type, "order", "ordonner",
      Localized(en: "Things to put in order.", fr: "Des choses à mettre en ordre.")),
    LessonTermEntry(
      .place, .type, "place", "situer",
      Localized(en: "A year or a date to give.", fr: "Une année ou une date à donner.")),
    LessonTermEntry(
      .interval, .type, "interval", "intervalle",
      Localized(
        en: "Two dates: a start and an end.", fr: "Deux dates\u{202F}: un début et une fin.")),
    LessonTermEntry(
      .match, .type, "match", "associer",
      Localized(en: "Pairs to find.", fr: "Des paires à trouver.")),
    LessonTermEntry(
      .query, .type, "query", "requête",
      Localized(en: "A query to write.", fr: "Une requête à écrire.")),
    LessonTermEntry(
      .estimate, .type, "estimate", "estimer",
      Localized(
        en: "A number to guess: its size counts.",
        fr: "Un nombre à estimer\u{202F}: l’ordre de grandeur compte.")),
    LessonTermEntry(
      .cite, .type, "cite", "citer",
      Localized(
        en: "The id of a fact, and its source.", fr: "L’identifiant d’un fait, et sa source.")),
    LessonTermEntry(
      .path, .type, "path", "chemin",
      Localized(
        en: "The units from one to another, in order.",
        fr: "Les unités de l’une à l’autre, dans l’ordre.")),
    LessonTermEntry(
      .free, .type, "free", "libre",
      Localized(
        en: "A text, which the teacher reads with a grid.",
        fr: "Un texte, que l’enseignant lit avec une grille.")),
    LessonTermEntry(
      .unknown, .type, "unknown", "indécidable",
      Localized(
        en: "A question that the sources cannot settle.",
        fr: "Une question que les sources ne tranchent pas.")),
  ]

  private static let blockKeys: [LessonTermEntry] = [
    LessonTermEntry(
      .english, .blockKey, "en", "anglais",
      Localized(en: "The English text.", fr: "Le texte anglais.")),
    LessonTermEntry(
      .french, .blockKey, "fr", "français",
      Localized(en: "The French text.", fr: "Le texte français.")),
    LessonTermEntry(
      .answer, .blockKey, "answer", "réponse",
      Localized(en: "The answer, or the reference query.", fr: "La réponse, ou la requête type.")),
    LessonTermEntry(
      .computed, .blockKey, "computed", "calcul",
      Localized(
        en: "A query that computes the answer from the data.",
        fr: "Une requête qui calcule la réponse d’après les données.")),
    LessonTermEntry(
      .compare, .blockKey, "compare", "comparer",
      Localized(
        en: "What counts of a result: value, rows, order, order-by KEY.",
        fr: "Ce qui compte d’un résultat\u{202F}: valeur, lignes, ordre, ordre-par CLÉ.")),
    LessonTermEntry(
      .columns, .blockKey, "columns", "colonnes",
      Localized(
        en: "strict: their order counts too; exact: no further column.",
        fr: "strictes : leur ordre compte aussi ; exactes : pas une de plus.")),
    LessonTermEntry(
      .also, .blockKey, "also", "aussi",
      Localized(
        en: "Another right answer; verify tries it.",
        fr: "Une autre bonne réponse\u{202F}; vérifier l’essaie.")),
    LessonTermEntry(
      .trap, .blockKey, "trap", "piège",
      Localized(
        en: "A wrong answer that must not pass; verify tries it.",
        fr: "Une mauvaise réponse, qui doit échouer\u{202F}; vérifier l’essaie.")),
    LessonTermEntry(
      .right, .blockKey, "right", "juste",
      Localized(
        en: "The numbers of the right answers in the list.",
        fr: "Les numéros des bonnes réponses dans la liste.")),
    LessonTermEntry(
      .tolerance, .blockKey, "tolerance", "tolérance",
      Localized(
        en: "How many years off is still right; none when not said.",
        fr: "L’écart admis, en années\u{202F}; aucun sinon.")),
    LessonTermEntry(
      .overlap, .blockKey, "overlap", "recouvrement",
      Localized(
        en: "How much must overlap, in percent; 90 when not said.",
        fr: "La part commune exigée, en pour cent\u{202F}; 90 sinon.")),
    LessonTermEntry(
      .hint, .blockKey, "hint", "indice",
      Localized(
        en: "hint.1 the idea, hint.2 the word, hint.3 a query with a hole ___.",
        fr: "indice.1 l’idée, indice.2 le mot, indice.3 une requête à trou ___.")),
    LessonTermEntry(
      .reply, .blockKey, "reply", "retour",
      Localized(
        en: "What is said once the answer is right.", fr: "Ce qui est dit après la réponse.")),
    LessonTermEntry(
      .facts, .blockKey, "facts", "faits",
      Localized(
        en: "Ids of rows, or a table: their source and check are shown.",
        fr: "Des id de lignes ou une table\u{202F}: source et vérification.")),
    LessonTermEntry(
      .source, .blockKey, "source", "source",
      Localized(
        en: "Where a fact outside the data comes from.",
        fr: "D’où vient un fait qui n’est pas dans les données.")),
    LessonTermEntry(
      .tags, .blockKey, "tags", "mentions",
      Localized(
        en: "deaths: announced, may be skipped; claim: self-praise.",
        fr: "décès\u{202F}: annoncé, peut être passé\u{202F}; affirmation\u{202F}: éloge de soi.")),
    LessonTermEntry(
      .table, .blockKey, "table", "table",
      Localized(
        en: "The structure in which a path is asked.", fr: "La structure où l’on demande un chemin."
      )
    ),
    LessonTermEntry(
      .start, .blockKey, "start", "départ",
      Localized(en: "The unit where a path begins.", fr: "L’unité d’où part un chemin.")),
    LessonTermEntry(
      .end, .blockKey, "end", "arrivée",
      Localized(en: "The unit where a path ends.", fr: "L’unité où arrive un chemin.")),
    LessonTermEntry(
      .fact, .blockKey, "fact", "fait",
      Localized(
        en: "In a list to order: the id of a row, its title and date.",
        fr: "Dans une liste à ordonner\u{202F}: l’id d’une ligne, titre et date.")),
    LessonTermEntry(
      .tie, .blockKey, "tie", "égal",
      Localized(
        en: "In a list to order: yes for level with the item before.",
        fr: "Dans une liste à ordonner\u{202F}: oui si à égalité avec le précédent.")),
  ]

  private static let values: [LessonTermEntry] = [
    LessonTermEntry(
      .value, .value, "value", "valeur",
      Localized(en: "One value.", fr: "Une seule valeur.")),
    LessonTermEntry(
      .rows, .value, "rows", "lignes",
      Localized(en: "The rows, in any order.", fr: "Les lignes, dans n’importe quel ordre.")),
    LessonTermEntry(
      .inOrder, .value, "order", "ordre",
      Localized(en: "The rows in their order.", fr: "Les lignes dans leur ordre.")),
    LessonTermEntry(
      .orderBy, .value, "order-by", "ordre-par",
      Localized(
        en: "The order of one column; level rows may swap.",
        fr: "L’ordre d’une colonne\u{202F}; les lignes à égalité peuvent permuter.")),
    LessonTermEntry(
      .strict, .value, "strict", "strictes",
      Localized(en: "The columns in their order.", fr: "Les colonnes dans leur ordre.")),
    LessonTermEntry(
      .exact, .value, "exact", "exactes",
      Localized(en: "These columns and no other.", fr: "Ces colonnes et aucune autre.")),
    LessonTermEntry(
      .deaths, .value, "deaths", "décès",
      Localized(
        en: "Speaks of people who died; from 14 on.",
        fr: "Parle de personnes mortes\u{202F}; à partir de 14 ans.")),
    LessonTermEntry(
      .claim, .value, "claim", "affirmation",
      Localized(
        en: "A superlative or praise by the organisation itself.",
        fr: "Un superlatif ou un éloge de l’organisation elle-même.")),
    LessonTermEntry(
      .yes, .value, "yes", "oui",
      Localized(en: "Yes.", fr: "Oui.")),
  ]
}
