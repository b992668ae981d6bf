import FriseBase

extension Catalogue {
  /// The words that make one value of many, as a verb or as a function.
  static let aggregates: [WordEntry] = [
    WordEntry(
      .count, [.verb, .aggregate, .function], "count", "compter",
      usage: Localized(
        en: "count [VALUE] [by VALUE, …] [each [N] UNIT]",
        fr: "compter [VALEUR] [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "Counts rows, or the rows where a value is stated.",
        fr: "Compte les lignes, ou celles où une valeur est indiquée."),
      examples: [
        CatalogueExample(
          "events | count",
          prints: "n\n17"),
        CatalogueExample(
          "events | count by role",
          prints: "role,n\nassisted,5\n,10\ncontext,2"),
      ]),
    WordEntry(
      .sum, [.verb, .aggregate, .function], "sum", "somme",
      usage: Localized(
        en: "sum VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "somme VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "Adds values up; a sum of figures keeps its word and its ends.",
        fr: "Additionne ; une somme de chiffres garde son mot et ses bornes."),
      examples: [
        CatalogueExample(
          "events | sum people",
          prints: "people,people_low,people_high,people_word\n6440000,6430000,6590000,about")
      ]),
    WordEntry(
      .average, [.verb, .aggregate, .function], "average", "moyenne",
      usage: Localized(
        en: "average VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "moyenne VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The mean of the values stated.",
        fr: "La moyenne des valeurs indiquées."),
      examples: [
        CatalogueExample(
          "average([10, none, 20])",
          prints: "15")
      ]),
    WordEntry(
      .median, [.verb, .aggregate, .function], "median", "médiane",
      usage: Localized(
        en: "median VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "médiane VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The middle of the values stated.",
        fr: "La valeur du milieu parmi les valeurs indiquées."),
      examples: [
        CatalogueExample(
          "median([1, 10, 4, 2])",
          prints: "3")
      ]),
    WordEntry(
      .min, [.verb, .aggregate, .function], "min", "min",
      usage: Localized(
        en: "min VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "min VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The smallest value, or the earliest date.",
        fr: "La plus petite valeur, ou la date la plus ancienne."),
      examples: [
        CatalogueExample(
          "min([3, 1, 2])",
          prints: "1")
      ]),
    WordEntry(
      .max, [.verb, .aggregate, .function], "max", "max",
      usage: Localized(
        en: "max VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "max VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The greatest value, or the latest date.",
        fr: "La plus grande valeur, ou la date la plus récente."),
      examples: [
        CatalogueExample(
          "membership | max members",
          prints: "members\n175")
      ]),
    WordEntry(
      .first, [.verb, .aggregate, .function], "first", "premier",
      usage: Localized(
        en: "first VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "premier VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The value of the first row.",
        fr: "La valeur de la première ligne."),
      examples: [
        CatalogueExample(
          "events | first date",
          prints: "date\n2000")
      ]),
    WordEntry(
      .last, [.verb, .aggregate, .function], "last", "dernier",
      usage: Localized(
        en: "last VALUE [by VALUE, …] [each [N] UNIT]",
        fr: "dernier VALEUR [par VALEUR, …] [chaque [N] UNITÉ]"),
      summary: Localized(
        en: "The value of the last row.",
        fr: "La valeur de la dernière ligne."),
      examples: [
        CatalogueExample(
          "events | last id",
          prints: "id\ns17")
      ]),
  ]
}
