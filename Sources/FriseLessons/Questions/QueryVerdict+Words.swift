import FriseBase

extension QueryJudge.Verdict {
  /// The verdict as a judgement, with what differs in words.
  var judgement: Judgement {
    switch self {
    case .right: Judgement(.right)
    case .rightHereOnly:
      Judgement(
        .partly,
        [
          Localized(
            en: "Right here, not in general: on other data this gives another answer than the "
              + "question asks. Ask the data rather than write the result.",
            fr:
              "Juste ici, pas en général : sur d’autres données, cela ne donne plus la réponse "
              + "demandée. Interroger les données plutôt qu’écrire le résultat.")
        ])
    case .different(let differences): Judgement(.wrong, differences.map(\.words))
    case .noReference:
      Judgement(
        .kept,
        [
          Localized(
            en: "The lesson's own query gives nothing here: this answer is not judged.",
            fr: "La requête de la leçon ne donne rien ici\u{202F}: cette réponse n’est pas jugée.")
        ])
    }
  }
}

extension ResultDifference {
  /// One sentence.
  var words: Localized {
    switch self {
    case .empty: Localized(en: "The result is empty.", fr: "Le résultat est vide.")
    case .missingRows(1): Localized(en: "1 row is missing.", fr: "Il manque 1 ligne.")
    case .missingRows(let count):
      Localized(en: "\(count) rows are missing.", fr: "Il manque \(count) lignes.")
    case .tooManyRows(1): Localized(en: "1 row is too many.", fr: "Il y a 1 ligne de trop.")
    case .tooManyRows(let count):
      Localized(en: "\(count) rows are too many.", fr: "Il y a \(count) lignes de trop.")
    case .repeatedRows(1):
      Localized(en: "1 row stands there twice.", fr: "Il y a 1 ligne en double.")
    case .repeatedRows(let count):
      Localized(en: "\(count) rows are duplicates.", fr: "Il y a \(count) lignes en double.")
    case .otherOrder:
      Localized(
        en: "The right rows, in another order.", fr: "Les bonnes lignes, dans un autre ordre.")
    case .missingColumn(let name) where name.english.isEmpty:
      Localized(en: "A column is missing.", fr: "Il manque une colonne.")
    case .missingColumn(let name):
      Localized(
        en: "A column is missing: \(name.english).",
        fr: "Il manque une colonne\u{202F}: \(name.french).")
    case .absentColumn(let name) where name.english.isEmpty:
      Localized(
        en: "A column that is asked for is not there, or its values differ.",
        fr: "Une colonne demandée n’y est pas, ou ses valeurs diffèrent.")
    case .absentColumn(let name):
      Localized(
        en: "No column holds the values of \"\(name.english)\".",
        fr: "Aucune colonne ne contient les valeurs de «\u{202F}\(name.french)\u{202F}».")
    case .otherColumn(let name):
      Localized(
        en: "The values of \"\(name.english)\" differ.",
        fr: "Les valeurs de «\u{202F}\(name.french)\u{202F}» diffèrent.")
    case .furtherColumns(let count):
      Localized(
        en: "Only the columns asked for: \(count) more here.",
        fr: "Seulement les colonnes demandées\u{202F}: \(count) de plus ici.")
    case .otherColumnOrder:
      Localized(
        en: "The right columns, in another order.",
        fr: "Les bonnes colonnes, dans un autre ordre.")
    case .manyRows(let count):
      Localized(
        en: "One value is asked, and this gives \(count) rows.",
        fr: "Une seule valeur est demandée, et il y a ici \(count) lignes.")
    case .otherValue: Localized(en: "The value is another.", fr: "La valeur est autre.")
    }
  }
}
