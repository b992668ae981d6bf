import FriseBase

extension Catalogue {
  /// The verbs that show a result or keep it in a file.
  static let views: [WordEntry] = [
    WordEntry(
      .table, .verb, "table", "tableau",
      usage: Localized(en: "table", fr: "tableau"),
      summary: Localized(
        en: "Shows the rows as a table.",
        fr: "Montre les lignes en tableau."),
      examples: [
        CatalogueExample(
          "events | take 1 | select id, date | table",
          prints: "id,date\ns01,2000")
      ]),
    WordEntry(
      .record, .verb, "record", "fiche",
      usage: Localized(en: "record", fr: "fiche"),
      summary: Localized(
        en: "Shows one field a line.",
        fr: "Montre un champ par ligne."),
      examples: [
        CatalogueExample(
          "events | take 1 | select id, date | record",
          prints: "id,date\ns01,2000")
      ]),
    WordEntry(
      .tree, .verb, "tree", "arbre",
      usage: Localized(en: "tree", fr: "arbre"),
      summary: Localized(
        en: "Draws the units as a tree, with the missing ancestors dimmed.",
        fr: "Dessine les unités en arbre, les ancêtres écartés en grisé."),
      examples: [
        CatalogueExample(
          "units | roots | select id | tree",
          prints: "id\noim")
      ]),
    WordEntry(
      .timeline, .verb, "timeline", "frise",
      usage: Localized(en: "timeline", fr: "frise"),
      summary: Localized(
        en: "Draws the rows along a time axis of constant scale.",
        fr: "Dessine les lignes sur un axe du temps à échelle constante."),
      examples: [
        CatalogueExample(
          "events | take 1 | select id, date | timeline",
          prints: "id,date\ns01,2000")
      ]),
    WordEntry(
      .bars, .verb, "bars", "barres",
      usage: Localized(en: "bars [VALUE]", fr: "barres [VALEUR]"),
      summary: Localized(
        en: "Draws one horizontal bar a row, with the word of its figure.",
        fr: "Dessine une barre par ligne, avec le mot de son chiffre."),
      examples: [
        CatalogueExample(
          "events | count each decade | bars n",
          prints: "decade,n\n199X,1\n200X,4\n201X,11\n202X,1")
      ]),
    WordEntry(
      .describe, .verb, "describe", "décrire",
      usage: Localized(en: "describe", fr: "décrire"),
      summary: Localized(
        en: "Shows the columns: types, ranges, share missing, sample values.",
        fr: "Montre les colonnes : types, bornes, part d’absents, exemples.")),
    WordEntry(
      .save, .verb, "save", "enregistrer",
      usage: Localized(
        en: "save \"FILE.csv|tsv|json|jsonl|md|html|svg|txt\"",
        fr: "enregistrer \"FICHIER.csv|tsv|json|jsonl|md|html|svg|txt\""),
      summary: Localized(
        en: "Writes the result to a file, by its extension, and passes it on.",
        fr: "Écrit le résultat dans un fichier, selon l’extension, et le transmet.")),
  ]
}
