package import FriseBase
import FriseModel

/// What may go wrong while a statement runs (E3xx).
extension Diagnostic {
  static func assertionFailed(isUndecided: Bool, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E301",
      isUndecided
        ? Localized(
          en: "the assertion is undecided, which does not hold",
          fr: "la vérification est indécise : elle ne tient pas")
        : Localized(en: "the assertion does not hold", fr: "la vérification ne tient pas"),
      at: span)
  }

  static func severalRows(_ count: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E302",
      Localized(
        en: "\(count) rows where one value is expected: end with take 1, or count",
        fr: "\(count) lignes là où il faut une valeur : finir par prendre 1, ou compter"),
      at: span)
  }

  static func overflow(row: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E303",
      Localized(
        en: "the result does not fit 128 bits in row \(row)",
        fr: "le résultat dépasse 128 bits à la ligne \(row)"),
      at: span)
  }

  static func missingResult(_ number: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E304",
      Localized(
        en: "the result to go on from is missing: the statement before it failed",
        fr: "le résultat à poursuivre manque : l’instruction précédente a échoué"),
      at: span)
  }

  static func badCount(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E305",
      Localized(
        en: "a whole number of rows, 0 or more, is expected",
        fr: "il faut un nombre entier de lignes, 0 ou plus"),
      at: span)
  }

  static func patternLimit(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E306",
      Localized(
        en: "the pattern takes too long on this text: make it simpler",
        fr: "le motif prend trop de temps sur ce texte : le simplifier"),
      at: span)
  }

  /// Ctrl-C, or a signal that asks the process to end.
  package static func interrupted(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E307", Localized(en: "interrupted", fr: "interrompu"), at: span)
  }

  static func tooManyItems(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E309",
      Localized(
        en: "these lists would hold more than 50 million units in all: keep fewer rows first",
        fr: "ces listes tiendraient plus de 50 millions d’unités en tout : garder moins de lignes"),
      at: span)
  }

  static func pathsTooLong(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E309",
      Localized(
        en: "these paths would take more than 500 megabytes: keep fewer rows first",
        fr: "ces chemins prendraient plus de 500 mégaoctets : garder moins de lignes d’abord"),
      at: span)
  }

  static func tooManyPairs(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E309",
      Localized(
        en: "this would compare more than 2 billion pairs of rows",
        fr: "cela comparerait plus de 2 milliards de paires de lignes"),
      at: span)
  }

  static func tooManyRows(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E309",
      Localized(
        en: "this would make more than 50 million rows",
        fr: "cela ferait plus de 50 millions de lignes"),
      at: span)
  }
}
