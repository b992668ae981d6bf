import FriseBase

extension Catalogue {
  /// The values every unit has, beside the verbs of the same names.
  static let rowValues: [WordEntry] = [
    WordEntry(
      .path, [.function, .rowValue], "path", "chemin",
      usage: Localized(en: "path, path(UNIT)", fr: "chemin, chemin(UNITÉ)"),
      summary: Localized(
        en: "The names from the root down to the unit.",
        fr: "Les noms depuis la racine jusqu’à l’unité."),
      examples: [
        CatalogueExample(
          "units | where id = \"m2\" | select id, path",
          prints: "id,path\nm2,International Organization for Migration > Our work")
      ]),
    WordEntry(
      .depth, [.function, .rowValue], "depth", "niveau",
      usage: Localized(en: "depth, depth(UNIT)", fr: "niveau, niveau(UNITÉ)"),
      summary: Localized(
        en: "How many units stand above; a root has 0.",
        fr: "Combien d’unités sont au-dessus ; une racine a 0."),
      examples: [
        CatalogueExample(
          "units | where id = \"m1.1.1\" | select id, depth",
          prints: "id,depth\nm1.1.1,3")
      ]),
    WordEntry(
      .size, [.function, .rowValue], "size", "taille",
      usage: Localized(en: "size, size(UNIT)", fr: "taille, taille(UNITÉ)"),
      summary: Localized(
        en: "How many units the subtree holds, its own top included.",
        fr: "Combien d’unités compte la branche, son sommet compris."),
      examples: [
        CatalogueExample(
          "units | where id = \"m4\" | select id, size",
          prints: "id,size\nm4,3")
      ]),
    WordEntry(
      .root, .rowValue, "root", "racine",
      usage: Localized(en: "root", fr: "racine"),
      summary: Localized(
        en: "The topmost unit above.",
        fr: "L’unité la plus haute au-dessus."),
      examples: [
        CatalogueExample(
          "units | where id = \"m2.1\" | select id, root",
          prints: "id,root\nm2.1,oim")
      ]),
    WordEntry(
      .events, .rowValue, "events", "événements",
      usage: Localized(en: "events", fr: "événements"),
      summary: Localized(
        en: "The unit's own events: the rows linked to it.",
        fr: "Les événements propres à l’unité : les lignes qui lui sont liées."),
      examples: [
        CatalogueExample(
          "regions | where id = \"HTI\" | select id, events",
          prints: "id,events\nHTI,s06")
      ]),
  ]
}
