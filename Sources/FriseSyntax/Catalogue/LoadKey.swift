package import FriseBase

/// What may stand before the `=` in `load … with KEY = VALUE`, by concept.
package enum LoadKey: UInt8, Sendable, Hashable, CaseIterable {
  case id, parent, name, date, start, end, place, people
  case text, number, figure, dates, list
  case listsep, sep, encoding, header, missing
}

/// How a key is spelt in both tongues and what it does; the resolver and the help read this.
package struct LoadKeyEntry: Sendable {
  package let key: LoadKey
  package let forms: Localized
  /// One sentence, at most 72 columns.
  package let summary: Localized

  private init(_ key: LoadKey, _ english: String, _ french: String, _ summary: Localized) {
    self.key = key
    self.forms = Localized(en: english, fr: french)
    self.summary = summary
  }

  /// The entry of that name in either tongue, by the fold.
  package static func named(_ name: String) -> LoadKeyEntry? {
    let key = TextFold.fold(name)
    return all.first {
      TextFold.fold($0.forms.english) == key || TextFold.fold($0.forms.french) == key
    }
  }

  /// Every key, in the order the reference shows them.
  package static let all: [LoadKeyEntry] = [
    LoadKeyEntry(
      .id, "id", "id",
      Localized(en: "The column of ids.", fr: "La colonne des identifiants.")),
    LoadKeyEntry(
      .parent, "parent", "parent",
      Localized(
        en: "The column of units above, or a list of level columns: a structure.",
        fr: "La colonne des unités au-dessus, ou les colonnes de niveau.")),
    LoadKeyEntry(
      .name, "name", "nom",
      Localized(en: "The column of names.", fr: "La colonne des noms.")),
    LoadKeyEntry(
      .date, "date", "date",
      Localized(en: "The column of dates.", fr: "La colonne des dates.")),
    LoadKeyEntry(
      .start, "start", "début",
      Localized(
        en: "The column where a period starts.", fr: "La colonne où une période commence.")),
    LoadKeyEntry(
      .end, "end", "fin",
      Localized(en: "The column where a period ends.", fr: "La colonne où une période finit.")),
    LoadKeyEntry(
      .place, "place", "lieu",
      Localized(
        en: "The column of places, linked to regions.",
        fr: "La colonne des lieux, liée à régions.")),
    LoadKeyEntry(
      .people, "people", "personnes",
      Localized(
        en: "The column of figures of people.", fr: "La colonne des chiffres de personnes.")),
    LoadKeyEntry(
      .text, "text", "texte",
      Localized(
        en: "Columns kept as text, every character of them.",
        fr: "Colonnes gardées comme texte, caractère par caractère.")),
    LoadKeyEntry(
      .number, "number", "nombre",
      Localized(en: "Columns of numbers.", fr: "Colonnes de nombres.")),
    LoadKeyEntry(
      .figure, "figure", "chiffre",
      Localized(en: "Columns of figures.", fr: "Colonnes de chiffres.")),
    LoadKeyEntry(
      .dates, "dates", "dates",
      Localized(en: "Columns of dates.", fr: "Colonnes de dates.")),
    LoadKeyEntry(
      .list, "list", "liste",
      Localized(en: "Columns of lists.", fr: "Colonnes de listes.")),
    LoadKeyEntry(
      .listsep, "listsep", "sepliste",
      Localized(
        en: "What parts the items of a list: \";\" when not said.",
        fr: "Ce qui sépare les éléments d’une liste : \";\" sinon.")),
    LoadKeyEntry(
      .sep, "sep", "sep",
      Localized(
        en: "What parts the cells of a row: found when not said.",
        fr: "Ce qui sépare les cellules d’une ligne : trouvé sinon.")),
    LoadKeyEntry(
      .encoding, "encoding", "encodage",
      Localized(
        en: "UTF-8, UTF-16LE, UTF-16BE, Windows-1252: found when not said.",
        fr: "UTF-8, UTF-16LE, UTF-16BE, Windows-1252 : trouvé sinon.")),
    LoadKeyEntry(
      .header, "header", "entête",
      Localized(
        en: "Whether the first row holds names, or the line that holds them.",
        fr: "Si la première ligne contient les noms, ou la ligne qui les contient.")),
    LoadKeyEntry(
      .missing, "missing", "manquant",
      Localized(
        en: "Texts that stand for a missing cell.",
        fr: "Textes qui tiennent lieu de cellule absente.")),
  ]
}
