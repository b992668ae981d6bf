import FriseBase

/// What another language says for something that Frise has a word for.
struct Habit: Sendable {
  /// The word of Frise, or nil when there is none and only the remedy helps.
  let word: Word?
  let remedy: Localized
  /// What follows the word is written as in Frise: reading goes on with it.
  let isSameSyntax: Bool

  init(_ word: Word?, en: String, fr: String, isSameSyntax: Bool = false) {
    self.word = word
    self.remedy = Localized(en: en, fr: fr)
    self.isSameSyntax = isSameSyntax
  }
}

/// Words of SQL and its cousins, by where they are typed and by their fold. They point at words of
/// the catalogue; none of them is one.
enum Habits {
  /// The negation of French, `n'est pas`, and `jusqu'à`, which begin as elided words do.
  static func elided(_ word: String, before next: String) -> Habit? {
    switch (TextFold.fold(word), TextFold.fold(next)) {
    case ("n", "est"), ("n", "a"), ("n", "y"): negating
    case ("jusqu", "a"), ("jusqu", "en"): ending
    default: nil
    }
  }

  private static let negating = Habit(
    nil, en: "write x != y, x is not none, or not before a test",
    fr: "écrire x != y, x est non absent, ou non devant un test")

  static func verb(_ typed: String) -> Habit? { verbs[TextFold.fold(typed)] }
  static func infix(_ typed: String) -> Habit? {
    let key = TextFold.fold(typed)
    return months.contains(key) ? dating : infixes[key]
  }

  static func statement(_ typed: String) -> Habit? { statements[TextFold.fold(typed)] }
  static func isFrom(_ typed: String) -> Bool { TextFold.fold(typed) == "from" }
  static func isNull(_ typed: String) -> Bool { nulls.contains(TextFold.fold(typed)) }

  static func isSeason(_ typed: String) -> Bool { seasons.contains(TextFold.fold(typed)) }

  /// How the dates that people type are written.
  static let typedDate = Localized(
    en: "a date is written 1956-11-04 or @2001-21; date(\"4 November 1956\") reads other forms",
    fr: "une date s’écrit 1956-11-04 ou @2001-21\u{202F}; date(\"4 novembre 1956\") lit les autres")

  private static let seasons: Set<String> = [
    "printemps", "ete", "automne", "hiver", "spring", "summer", "autumn", "fall", "winter",
  ]

  private static let months: Set<String> = [
    "janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre",
    "novembre", "decembre", "january", "february", "march", "april", "may", "june", "july",
    "august", "september", "october", "november", "december",
  ]

  static let null = Habit(Word.none, en: "x is none", fr: "x est absent", isSameSyntax: true)

  private static let nulls: Set<String> = ["null", "nil", "nul", "undefined"]

  private static let filtering = Habit(
    .whereVerb, en: "events | where people > 1000", fr: "événements | où personnes > 1000",
    isSameSyntax: true)
  private static let sorting = Habit(
    .sort, en: "events | sort people desc", fr: "événements | trier personnes décroissant",
    isSameSyntax: true)
  private static let limiting = Habit(
    .take, en: "events | take 10", fr: "événements | prendre 10", isSameSyntax: true)
  private static let selecting = Habit(
    .select, en: "events | select date, title", fr: "événements | choisir date, titre",
    isSameSyntax: true)
  private static let deriving = Habit(
    .derive, en: "events | derive wait = start - previous(end)",
    fr: "événements | calculer attente = début - précédent(fin)", isSameSyntax: true)
  private static let grouping = Habit(
    nil, en: "events | count by place; events | summarise n = count(), sum(people) by place",
    fr:
      "événements | compter par lieu\u{202F}; événements | résumer n = compter(), "
      + "somme(personnes) par lieu"
  )
  private static let summarising = Habit(
    .summarise, en: "events | summarise n = count() by place",
    fr: "événements | résumer n = compter() par lieu", isSameSyntax: true)
  private static let dropping = Habit(
    .drop, en: "events | drop note (columns; rows go with “where”)",
    fr:
      "événements | ôter note (des colonnes\u{202F}; les lignes partent avec «\u{202F}où\u{202F}»)",
    isSameSyntax: true)
  private static let joining = Habit(
    .join, en: "events | join all regions as r on place = r.id",
    fr: "événements | joindre tout régions comme r selon lieu = r.id")
  private static let averaging = Habit(
    .average, en: "events | average people by place",
    fr: "événements | moyenne personnes par lieu", isSameSyntax: true)
  private static let deduplicating = Habit(
    .distinct, en: "events | distinct place", fr: "événements | distinct lieu", isSameSyntax: true)
  private static let skipping = Habit(
    .skip, en: "events | skip 10", fr: "événements | sauter 10", isSameSyntax: true)
  private static let drawing = Habit(
    nil, en: "| timeline, | bars people, | tree", fr: "| frise, | barres personnes, | arbre")
  private static let saving = Habit(
    .save, en: "events | save \"events.csv\"", fr: "événements | enregistrer \"événements.csv\"",
    isSameSyntax: true)
  private static let subtracting = Habit(
    .except, en: "units | except (units | at 1998)", fr: "unités | sauf (unités | en 1998)",
    isSameSyntax: true)

  private static let spanning = Habit(
    .during, en: "events | during 2010/2015",
    fr: "événements | pendant 2010/2015")
  private static let beginning = Habit(
    nil, en: "events | where date >= 2010", fr: "événements | où date >= 2010")
  private static let ending = Habit(
    nil, en: "events | where date <= 2010; | before 2010 stops the day before",
    fr: "événements | où date <= 2010\u{202F}; | avant 2010 s’arrête la veille")
  private static let looping = Habit(
    nil, en: "a verb works on all rows at once: events | derive x = …, events | where …",
    fr:
      "un verbe agit sur toutes les lignes à la fois\u{202F}: événements | calculer x = …, "
      + "événements | où …")
  private static let counting = Habit(
    .count, en: "events | count", fr: "événements | compter", isSameSyntax: true)
  private static let searching = Habit(
    .about, en: "events | about \"Haiti\"", fr: "événements | évoque \"Haïti\"",
    isSameSyntax: true)
  private static let showing = Habit(
    .select, en: "events | select date, title; a table alone is shown",
    fr: "événements | choisir date, titre\u{202F}; une table seule est montrée",
    isSameSyntax: true)

  private static let verbs: [String: Habit] = [
    "between": spanning, "entre": spanning, "from": beginning, "since": beginning,
    "depuis": beginning, "de": beginning, "until": ending, "till": ending,
    "each": looping, "map": looping, "apply": looping, "foreach": looping, "pour": looping,
    "agg": summarising, "pivot": grouping, "len": counting, "size": counting, "tally": counting,
    "length": counting, "combien": counting, "nombre": counting, "denombrer": counting,
    "search": searching, "find": searching, "grep": searching, "chercher": searching,
    "rechercher": searching, "trouver": searching, "print": showing, "show": showing,
    "display": showing, "afficher": showing, "montrer": showing, "voir": showing,
    "lister": showing,
    "filter": filtering, "having": filtering, "filtrer": filtering, "restrict": filtering,
    "order": sorting, "orderby": sorting, "arrange": sorting, "ordonner": sorting,
    "classer": sorting, "sort_by": sorting, "order_by": sorting,
    "limit": limiting, "head": limiting, "top": limiting, "limiter": limiting, "slice": limiting,
    "fetch": limiting, "offset": skipping, "project": selecting, "keep": selecting,
    "pick": selecting, "columns": selecting, "selectionner": selecting, "garder": selecting,
    "mutate": deriving, "extend": deriving, "assign": deriving, "compute": deriving,
    "eval": deriving, "ajouter": deriving, "deriver": deriving,
    "group": grouping, "groupby": grouping, "group_by": grouping, "grouper": grouping,
    "regrouper": grouping, "aggregate": summarising, "agreger": summarising,
    "remove": dropping, "delete": dropping, "enlever": dropping, "supprimer": dropping,
    "inner": joining, "left": joining, "right": joining, "outer": joining, "lookup": joining,
    "fusionner": joining, "merge": joining, "avg": averaging, "mean": averaging,
    "unique": deduplicating, "uniq": deduplicating, "dedup": deduplicating, "minus": subtracting,
    "plot": drawing, "chart": drawing, "graph": drawing, "render": drawing, "export": saving,
    "write": saving, "exporter": saving, "sauver": saving,
  ]

  private static let patterning = Habit(
    .contains, en: "title contains \"refugees\"; title matches \"^Re\"",
    fr: "titre contient \"réfugiés\"\u{202F}; titre correspond \"^Ré\"")
  private static let ranging = Habit(
    .in, en: "people in 1_000..5_000", fr: "personnes dans 1_000..5_000")
  private static let ordering = Habit(
    .sort, en: "put it after a bar: | sort people desc",
    fr: "après une barre\u{202F}: | trier personnes décroissant")
  private static let narrowing = Habit(
    .whereVerb, en: "put it after a bar: | where people > 1000",
    fr: "après une barre\u{202F}: | où personnes > 1000")
  private static let cutting = Habit(
    .take, en: "put it after a bar: | take 10", fr: "après une barre\u{202F}: | prendre 10")

  private static let dating = Habit(nil, en: typedDate.english, fr: typedDate.french)
  private static let stating = Habit(
    nil, en: "write: people is not none", fr: "écrire\u{202F}: personnes est non absent")
  private static let comparing = Habit(
    nil, en: "write a sign: people > 1000, people <= 5000",
    fr: "écrire un signe\u{202F}: personnes > 1000, personnes <= 5000")
  private static let naming = Habit(
    nil, en: "the new name comes first: select subject = title",
    fr: "le nouveau nom vient d’abord\u{202F}: choisir sujet = titre")

  private static let infixes: [String: Habit] = [
    "like": patterning, "ilike": patterning, "rlike": patterning, "regexp": patterning,
    "startswith": patterning, "has": patterning, "includes": patterning,
    "between": ranging, "entre": ranging, "order": ordering, "limit": cutting,
    "filter": narrowing, "having": narrowing, "group": grouping,
    "equals": Habit(nil, en: "write =", fr: "écrire ="),
    "egale": Habit(nil, en: "write =", fr: "écrire ="),
    "from": Habit(
      nil, en: "the table comes first: events | select date",
      fr: "la table vient d’abord\u{202F}: événements | choisir date"),
    "isnull": null, "notnull": null, "exists": stating, "existe": stating,
    "commence": patterning, "finit": patterning, "comme": patterning, "starts": patterning,
    "endswith": patterning, "ends": patterning,
    "superieur": comparing, "inferieur": comparing, "plus": comparing, "moins": comparing,
    "greater": comparing, "more": comparing, "less": comparing,
    "as": naming,
    "until": Habit(
      nil, en: "write a range: 1956..1975", fr: "écrire un intervalle\u{202F}: 1956..1975"),
    "jusqu": Habit(
      nil, en: "write a range: 1956..1975", fr: "écrire un intervalle\u{202F}: 1956..1975"),
  ]

  private static let defining = Habit(
    .letStatement, en: "let recent = events | after 2010",
    fr: "soit récents = événements | après 2010")
  private static let giving = Habit(
    .paramStatement, en: "param country = \"Chile\"", fr: "param pays = \"Chili\"")
  private static let loading = Habit(
    .loadStatement, en: "load \"town.csv\" as town", fr: "charger \"ville.csv\" comme ville")
  private static let printing = Habit(
    .printStatement, en: "print 1 + 1; a table alone is shown",
    fr: "afficher 1 + 1\u{202F}; une table seule est montrée")

  private static let statements: [String: Habit] = [
    "from": Habit(
      nil, en: "a query begins with its table: events | count",
      fr: "une requête commence par sa table\u{202F}: événements | compter"),
    "var": defining, "set": defining, "def": defining, "const": defining, "define": defining,
    "parameter": giving, "parametre": giving, "arg": giving, "argument": giving,
    "function": defining, "import": loading, "open": loading, "read": loading, "ouvrir": loading,
    "lire": loading, "importer": loading, "echo": printing, "show": printing, "display": printing,
    "montrer": printing, "puts": printing, "voir": printing, "definir": defining,
    "for": looping, "while": looping, "loop": looping, "foreach": looping, "pour": looping,
    "tant": looping, "search": searching, "find": searching, "chercher": searching,
    "trouver": searching,
  ]
}
