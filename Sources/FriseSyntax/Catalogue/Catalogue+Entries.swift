package import FriseBase

/// Words that belong together in help and in the reference.
package struct WordFamily: Sendable {
  package let title: Localized
  package let entries: [WordEntry]

  /// The forms in a tongue, each once; without the one that belongs to «années 1990» alone.
  func forms(_ tongue: Tongue) -> [String] {
    var forms: [String] = []
    for entry in entries where entry.word != .decadeYears {
      let form = entry.forms[tongue]
      if !forms.contains(form) { forms.append(form) }
    }
    return forms
  }
}

extension Catalogue {
  /// The words by family, in the order of the reference. The only list of words there is.
  package static let families: [WordFamily] = [
    WordFamily(title: Localized(en: "Statements", fr: "Instructions"), entries: statements),
    WordFamily(title: Localized(en: "Verbs", fr: "Verbes"), entries: verbs),
    WordFamily(title: Localized(en: "Views", fr: "Vues"), entries: views),
    WordFamily(title: Localized(en: "Aggregates", fr: "Agrégats"), entries: aggregates),
    WordFamily(title: Localized(en: "Linking words", fr: "Mots de liaison"), entries: infix),
    WordFamily(title: Localized(en: "Units of time", fr: "Unités de temps"), entries: units),
    WordFamily(title: Localized(en: "Functions", fr: "Fonctions"), entries: functions),
    WordFamily(
      title: Localized(en: "Values of a unit", fr: "Valeurs d’une unité"), entries: rowValues),
  ]

  /// Every word, family after family.
  package static let entries: [WordEntry] = families.flatMap(\.entries)
}
