import FriseBase

extension Catalogue {
  /// The units of time, used in durations, `each` and `spread`.
  static let units: [WordEntry] = [
    WordEntry(
      .yearUnit, .unit, "year", "an",
      otherForms: ["years", "ans", "année", "années"],
      usage: Localized(en: "N years", fr: "N ans"),
      summary: Localized(
        en: "A calendar year.",
        fr: "Une année civile."),
      examples: [
        CatalogueExample(
          "2020-02-29 + 1 year",
          prints: "2021-02-28")
      ]),
    WordEntry(
      .monthUnit, .unit, "month", "mois",
      otherForms: ["months"],
      usage: Localized(en: "N months", fr: "N mois"),
      summary: Localized(
        en: "A calendar month.",
        fr: "Un mois civil."),
      examples: [
        CatalogueExample(
          "2020-01-31 + 1 month",
          prints: "2020-02-29")
      ]),
    WordEntry(
      .weekUnit, .unit, "week", "semaine",
      otherForms: ["weeks", "semaines"],
      usage: Localized(en: "N weeks", fr: "N semaines"),
      summary: Localized(
        en: "Seven days; as a group, from Monday to Sunday.",
        fr: "Sept jours ; comme groupe, du lundi au dimanche."),
      examples: [
        CatalogueExample(
          "2020-01-01 + 2 weeks",
          prints: "2020-01-15")
      ]),
    WordEntry(
      .dayUnit, .unit, "day", "jour",
      otherForms: ["days", "jours"],
      usage: Localized(en: "N days", fr: "N jours"),
      summary: Localized(
        en: "A day.",
        fr: "Un jour."),
      examples: [
        CatalogueExample(
          "2020-02-28 + 1 day",
          prints: "2020-02-29")
      ]),
    WordEntry(
      .decadeUnit, .unit, "decade", "décennie",
      otherForms: ["decades", "décennies"],
      usage: Localized(en: "N decades", fr: "N décennies"),
      summary: Localized(
        en: "Ten years; as a group, from a year that ends in 0.",
        fr: "Dix ans ; comme groupe, à partir d’une année finissant par 0."),
      examples: [
        CatalogueExample(
          "2020-01-01 + 1 decade",
          prints: "2030-01-01")
      ]),
    WordEntry(
      .centuryUnit, .unit, "century", "siècle",
      otherForms: ["centuries", "siècles"],
      usage: Localized(en: "N centuries", fr: "N siècles"),
      summary: Localized(
        en: "A hundred years.",
        fr: "Cent ans."),
      examples: [
        CatalogueExample(
          "2020-01-01 - 1 century",
          prints: "1920-01-01")
      ]),
    WordEntry(
      .decadeYears, .literal, "années", "années",
      usage: Localized(en: "1990s", fr: "années 1990"),
      summary: Localized(
        en: "The ten years from a year that ends in 0.",
        fr: "Les dix ans à partir d’une année finissant par 0."),
      examples: [
        CatalogueExample(
          "1990s",
          prints: "199X")
      ]),
  ]
}
