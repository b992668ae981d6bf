import FriseBase

extension Catalogue {
  /// The verbs that turn rows into rows.
  static let verbs: [WordEntry] = [
    WordEntry(
      .whereVerb, .verb, "where", "où",
      usage: Localized(en: "where TEST", fr: "où TEST"),
      summary: Localized(
        en: "Keeps the rows for which the test is yes, and counts the undecided.",
        fr: "Garde les lignes où le test est oui et compte les indécises."),
      examples: [
        CatalogueExample(
          "events | where people > 500_000 | select id",
          prints: "id\ns04\ns14\ns16")
      ]),
    WordEntry(
      .select, .verb, "select", "choisir",
      usage: Localized(en: "select [NAME =] VALUE, …", fr: "choisir [NOM =] VALEUR, …"),
      summary: Localized(
        en: "Keeps these columns only, in this order.",
        fr: "Ne garde que ces colonnes, dans cet ordre."),
      examples: [
        CatalogueExample(
          "events | where id = \"s01\" | select id, date",
          prints: "id,date\ns01,2000")
      ]),
    WordEntry(
      .drop, .verb, "drop", "ôter",
      usage: Localized(en: "drop COLUMN, …", fr: "ôter COLONNE, …"),
      summary: Localized(
        en: "Takes columns away.",
        fr: "Enlève des colonnes."),
      examples: [
        CatalogueExample(
          "events | take 1 | select id, date, label | drop label",
          prints: "id,date\ns01,2000")
      ]),
    WordEntry(
      .rename, .verb, "rename", "renommer",
      usage: Localized(en: "rename NEW = OLD, …", fr: "renommer NOUVEAU = ANCIEN, …"),
      summary: Localized(
        en: "Gives columns other names.",
        fr: "Donne d’autres noms à des colonnes."),
      examples: [
        CatalogueExample(
          "events | take 1 | select id, date | rename dated = date",
          prints: "id,dated\ns01,2000")
      ]),
    WordEntry(
      .derive, .verb, "derive", "calculer",
      usage: Localized(en: "derive NAME = VALUE, …", fr: "calculer NOM = VALEUR, …"),
      summary: Localized(
        en: "Adds columns computed from the others.",
        fr: "Ajoute des colonnes calculées à partir des autres."),
      examples: [
        CatalogueExample(
          "events | where id = \"s03\" | derive begun = year(date) | select id, begun",
          prints: "id,begun\ns03,1999")
      ]),
    WordEntry(
      .sort, .verb, "sort", "trier",
      usage: Localized(
        en: "sort VALUE [asc|desc], …", fr: "trier VALEUR [croissant|décroissant], …"),
      summary: Localized(
        en: "Puts rows in order; equal rows keep theirs, and none comes last.",
        fr: "Ordonne les lignes ; les égales gardent leur rang, absent à la fin."),
      examples: [
        CatalogueExample(
          "events | where people > 500_000 | sort people desc | select id",
          prints: "id\ns16\ns04\ns14")
      ]),
    WordEntry(
      .take, .verb, "take", "prendre",
      usage: Localized(
        en: "take N [by VALUE, …] [each [N] UNIT]",
        fr: "prendre N [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "Keeps the first N rows, of all or of each group.",
        fr: "Garde les N premières lignes, de tout ou de chaque groupe."),
      examples: [
        CatalogueExample(
          "events | take 2 | select id",
          prints: "id\ns01\ns02")
      ]),
    WordEntry(
      .skip, .verb, "skip", "sauter",
      usage: Localized(
        en: "skip N [by VALUE, …] [each [N] UNIT]",
        fr: "sauter N [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "Leaves out the first N rows, of all or of each group.",
        fr: "Laisse les N premières lignes, de tout ou de chaque groupe."),
      examples: [
        CatalogueExample(
          "events | skip 15 | select id",
          prints: "id\ns16\ns17")
      ]),
    WordEntry(
      .summarise, .verb, "summarise", "résumer",
      otherForms: ["summarize"],
      usage: Localized(
        en: "summarise [NAME =] AGGREGATE, … [by VALUE, …] [each [N] UNIT]",
        fr: "résumer [NOM =] AGRÉGAT, … [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "Computes aggregates over all rows or over each group.",
        fr: "Calcule des agrégats sur toutes les lignes ou sur chaque groupe."),
      examples: [
        CatalogueExample(
          "events | summarise n = count(), stated = count(people)",
          prints: "n,stated\n17,7")
      ]),
    WordEntry(
      .distinct, .verb, "distinct", "distinct",
      usage: Localized(en: "distinct [VALUE, …]", fr: "distinct [VALEUR, …]"),
      summary: Localized(
        en: "Keeps the first of the rows that are alike.",
        fr: "Garde la première des lignes semblables."),
      examples: [
        CatalogueExample(
          "history | where role is not none | select role | distinct",
          prints: "role\ncount\nassisted\ncumulative\ncontext")
      ]),
    WordEntry(
      .join, .verb, "join", "joindre",
      usage: Localized(
        en: "join [all] TABLE [as NAME] on TEST",
        fr: "joindre [tout] TABLE [comme NOM] selon TEST"),
      summary: Localized(
        en: "Puts beside each row the rows of another table that match it.",
        fr: "Met à côté de chaque ligne celles d’une autre table qui répondent."),
      examples: [
        CatalogueExample(
          "acts | join events as e on event = e.id | count",
          prints: "n\n7")
      ]),
    WordEntry(
      .union, .verb, "union", "unir",
      usage: Localized(en: "union TABLE", fr: "unir TABLE"),
      summary: Localized(
        en: "Adds the rows of another table, columns matched by name.",
        fr: "Ajoute les lignes d’une autre table, colonnes appariées par nom."),
      examples: [
        CatalogueExample(
          "events | take 1 | union (events | skip 16) | select id",
          prints: "id\ns01\ns17")
      ]),
    WordEntry(
      .except, .verb, "except", "sauf",
      usage: Localized(en: "except TABLE", fr: "sauf TABLE"),
      summary: Localized(
        en: "Leaves out the rows that another table holds.",
        fr: "Laisse les lignes que contient une autre table."),
      examples: [
        CatalogueExample(
          "events | except (events | skip 2) | select id",
          prints: "id\ns01\ns02")
      ]),
    WordEntry(
      .intersect, .verb, "intersect", "croiser",
      usage: Localized(en: "intersect TABLE", fr: "croiser TABLE"),
      summary: Localized(
        en: "Keeps the rows that another table holds too.",
        fr: "Garde les lignes que contient aussi une autre table."),
      examples: [
        CatalogueExample(
          "events | intersect (events | take 2) | count",
          prints: "n\n2")
      ]),
    WordEntry(
      .nearest, .verb, "nearest", "proches",
      usage: Localized(en: "nearest [N] to DATE", fr: "proches [N] de DATE"),
      summary: Localized(
        en: "Keeps the rows nearest in time, with their distance.",
        fr: "Garde les lignes les plus proches dans le temps, avec leur distance."),
      examples: [
        CatalogueExample(
          "events | nearest 1 to 2008 | select id",
          prints: "id\ns06")
      ]),
    WordEntry(
      .gaps, .verb, "gaps", "trous",
      usage: Localized(en: "gaps [by KEY, …]", fr: "trous [par CLÉ, …]"),
      summary: Localized(
        en: "Shows the stretches of time that no row touches, in each group.",
        fr: "Montre les intervalles sans aucune ligne, dans chaque groupe."),
      examples: [
        CatalogueExample(
          "events | gaps | count",
          prints: "n\n5")
      ]),
    WordEntry(
      .concurrent, .verb, "concurrent", "simultanés",
      usage: Localized(en: "concurrent", fr: "simultanés"),
      summary: Localized(
        en: "Adds to each row the list of the rows that share a day with it.",
        fr: "Ajoute à chaque ligne la liste de celles qui partagent un jour."),
      examples: [
        CatalogueExample(
          "events | concurrent | where id = \"s01\" | select id, concurrent",
          prints: "id,concurrent\ns01,s03")
      ]),
    WordEntry(
      .spread, .verb, "spread", "étaler",
      usage: Localized(en: "spread UNIT", fr: "étaler UNITÉ"),
      summary: Localized(
        en: "Gives a row for every year, month… that a date touches.",
        fr: "Donne une ligne pour chaque an, mois… que touche une date."),
      examples: [
        CatalogueExample(
          "events | where id = \"s17\" | spread year | select id, year",
          prints: "id,year\ns17,2020\ns17,2021")
      ]),
    WordEntry(
      .at, .verb, "at", "en",
      usage: Localized(en: "at DATE", fr: "en DATE"),
      summary: Localized(
        en: "Keeps the units valid then, hung on the nearest living ancestor.",
        fr: "Garde les unités valides alors, sous leur plus proche ancêtre valide."),
      examples: [
        CatalogueExample(
          "organisation | at 1998 | count",
          prints: "n\n48")
      ]),
    WordEntry(
      .rollup, .verb, "rollup", "totaliser",
      usage: Localized(en: "rollup [NAME =] AGGREGATE, …", fr: "totaliser [NOM =] AGRÉGAT, …"),
      summary: Localized(
        en: "Adds to each unit its own value and the total of its subtree.",
        fr: "Ajoute à chaque unité sa valeur et le total de sa branche."),
      examples: [
        CatalogueExample(
          "regions | rollup n = count(events) | roots | select name, n.total",
          prints: "name,n.total\nWorld,17")
      ]),
    WordEntry(
      .follow, .verb, "follow", "suivre",
      usage: Localized(en: "follow LINK", fr: "suivre LIEN"),
      summary: Localized(
        en: "Goes from the rows to the units they are linked to.",
        fr: "Passe des lignes aux unités auxquelles elles sont liées."),
      examples: [
        CatalogueExample(
          "events | where id = \"s01\" | follow place | select id",
          prints: "id\nTLS")
      ]),
    WordEntry(
      .roots, .verb, "roots", "racines",
      usage: Localized(en: "roots", fr: "racines"),
      summary: Localized(
        en: "Keeps the rows whose parent is not among the rows.",
        fr: "Garde les lignes dont le parent n’est pas parmi les lignes."),
      examples: [
        CatalogueExample(
          "units | roots | select id",
          prints: "id\noim")
      ]),
    WordEntry(
      .leaves, .verb, "leaves", "feuilles",
      usage: Localized(en: "leaves", fr: "feuilles"),
      summary: Localized(
        en: "Keeps the rows that have no child among the rows.",
        fr: "Garde les lignes qui n’ont pas d’enfant parmi les lignes."),
      examples: [
        CatalogueExample(
          "units | leaves | count",
          prints: "n\n14")
      ]),
    WordEntry(
      .children, [.verb, .rowValue], "children", "enfants",
      usage: Localized(en: "children", fr: "enfants"),
      summary: Localized(
        en: "The units just below.",
        fr: "Les unités juste au-dessous."),
      examples: [
        CatalogueExample(
          "units | where id = \"m2\" | children | select id",
          prints: "id\nm2.1\nm2.2")
      ]),
    WordEntry(
      .parent, [.verb, .rowValue], "parent", "parent",
      usage: Localized(same: "parent"),
      summary: Localized(
        en: "The unit just above.",
        fr: "L’unité juste au-dessus."),
      examples: [
        CatalogueExample(
          "units | where id = \"m2.1\" | parent | select id",
          prints: "id\nm2")
      ]),
    WordEntry(
      .siblings, [.verb, .rowValue], "siblings", "fratrie",
      usage: Localized(en: "siblings", fr: "fratrie"),
      summary: Localized(
        en: "The other units that have the same parent.",
        fr: "Les autres unités qui ont le même parent."),
      examples: [
        CatalogueExample(
          "units | where id = \"m4.1\" | siblings | select id",
          prints: "id\nm4.2")
      ]),
    WordEntry(
      .ancestors, [.verb, .rowValue], "ancestors", "ancêtres",
      usage: Localized(en: "ancestors", fr: "ancêtres"),
      summary: Localized(
        en: "The units above, up to the root.",
        fr: "Les unités au-dessus, jusqu’à la racine."),
      examples: [
        CatalogueExample(
          "units | where id = \"m1.1.1\" | ancestors | select id",
          prints: "id\noim\nm1\nm1.1")
      ]),
    WordEntry(
      .descendants, [.verb, .rowValue], "descendants", "descendants",
      usage: Localized(same: "descendants"),
      summary: Localized(
        en: "The units below, at any depth.",
        fr: "Les unités au-dessous, à tous les niveaux."),
      examples: [
        CatalogueExample(
          "units | where id = \"m4\" | descendants | select id",
          prints: "id\nm4.1\nm4.2")
      ]),
  ]
}
