package import FriseBase
package import FriseModel

extension ValueType {
  /// What messages call a value of this type, with its article.
  package var described: Localized {
    switch self {
    case .none: Localized(en: "nothing", fr: "rien")
    case .number: Localized(en: "a number", fr: "un nombre")
    case .figure: Localized(en: "a figure", fr: "un chiffre")
    case .text, .bilingual: Localized(en: "a text", fr: "un texte")
    case .date: Localized(en: "a date", fr: "une date")
    case .duration: Localized(en: "a duration", fr: "une durée")
    case .truth: Localized(en: "a yes or no", fr: "un oui ou non")
    case .link: Localized(en: "a unit", fr: "une unité")
    case .list(let item): item.listDescribed
    }
  }

  private var listDescribed: Localized {
    switch self {
    case .none, .list: Localized(en: "a list", fr: "une liste")
    case .number: Localized(en: "a list of numbers", fr: "une liste de nombres")
    case .figure: Localized(en: "a list of figures", fr: "une liste de chiffres")
    case .text, .bilingual: Localized(en: "a list of texts", fr: "une liste de textes")
    case .date: Localized(en: "a list of dates", fr: "une liste de dates")
    case .duration: Localized(en: "a list of durations", fr: "une liste de durées")
    case .truth: Localized(en: "a list of answers", fr: "une liste de réponses")
    case .link: Localized(en: "a list of units", fr: "une liste d’unités")
    }
  }

  /// The type of an item for a list, else the type itself.
  package var item: ValueType {
    if case .list(let item) = self { item } else { self }
  }

  package var isList: Bool {
    if case .list = self { true } else { false }
  }

  package var isText: Bool { self == .text || self == .bilingual }
  package var isNumeric: Bool { self == .number || self == .figure }

  /// The least type that holds values of both, or nil.
  package func unified(with other: ValueType) -> ValueType? {
    switch (self, other) {
    case _ where self == other: self
    case (.none, _): other
    case (_, .none): self
    case (.number, .figure), (.figure, .number): .figure
    case (.text, .bilingual), (.bilingual, .text): .bilingual
    case (.list(let left), .list(let right)): left.unified(with: right).map(ValueType.list)
    default: nil
    }
  }
}
