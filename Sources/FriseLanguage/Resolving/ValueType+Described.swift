package import FriseBase
package import FriseModel

extension ValueType {
  /// What messages call a value of this type, with its article.
  package var described: Localized {
    let noun = noun
    let isFeminine =
      switch self {
      case .date, .duration, .link, .list: true
      default: false
      }
    guard self != .none else { return noun }
    return Localized(en: "a \(noun.english)", fr: "\(isFeminine ? "une" : "un") \(noun.french)")
  }

  /// What a value of this type is called.
  package var noun: Localized {
    switch self {
    case .none: Localized(en: "nothing", fr: "rien")
    case .number: Localized(en: "number", fr: "nombre")
    case .figure: Localized(en: "figure", fr: "chiffre")
    case .text, .bilingual: Localized(en: "text", fr: "texte")
    case .date: Localized(en: "date", fr: "date")
    case .duration: Localized(en: "duration", fr: "durée")
    case .truth: Localized(en: "yes or no", fr: "oui ou non")
    case .link: Localized(en: "unit", fr: "unité")
    case .list(let item): item.listNoun
    }
  }

  private var listNoun: Localized {
    switch self {
    case .none, .list: Localized(en: "list", fr: "liste")
    case .number: Localized(en: "list of numbers", fr: "liste de nombres")
    case .figure: Localized(en: "list of figures", fr: "liste de chiffres")
    case .text, .bilingual: Localized(en: "list of texts", fr: "liste de textes")
    case .date: Localized(en: "list of dates", fr: "liste de dates")
    case .duration: Localized(en: "list of durations", fr: "liste de durées")
    case .truth: Localized(en: "list of answers", fr: "liste de réponses")
    case .link: Localized(en: "list of units", fr: "liste d’unités")
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
