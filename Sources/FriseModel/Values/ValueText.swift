package import FriseBase

/// The texts of a cell: what machine formats store, and what people read (shell, section 4).
///
/// For the edges only: renderers write the cells of large columns straight from their storage.
package enum ValueText {
  /// What stands for an absent value where people read.
  package static let none = "—"

  /// The text of machine formats: plain numbers, EDTF dates, ids of links, list items joined with
  /// `;`, nothing for none. A figure is its plain number. A truth and a duration are written with
  /// the tongue's words.
  package static func machine(_ value: Value, _ tongue: Tongue) -> String {
    switch value {
    case .none: ""
    case .number(let number): number.plainText
    case .figure(let figure): figure.number.plainText
    case .text(let text): text
    case .bilingual(let text): text[tongue]
    case .date(let date): date.text
    case .duration(let duration): self.duration(duration, tongue, grouping: .never)
    case .truth(let truth): self.truth(truth)[tongue]
    case .link(let registry, let row): registry.id(row)
    case .list(let items): items.map { machine($0, tongue) }.joined(separator: ";")
    }
  }

  /// The text for people: grouped digits, figures with their word, dates and durations in words,
  /// links by their name, list items joined with a comma, `—` for none. `grouping` says whether
  /// digits are grouped; never in columns of years or ids.
  package static func human(
    _ value: Value, _ tongue: Tongue, grouping: DigitGrouping = .fromFiveDigits
  ) -> String {
    switch value {
    case .none: none
    case .number(let number): self.number(number, tongue, grouping: grouping)
    case .figure(let figure): self.figure(figure, tongue, grouping: grouping)
    case .text(let text): text
    case .bilingual(let text): text[tongue]
    case .date(let date): date.humanText(tongue)
    case .duration(let duration): self.duration(duration, tongue, grouping: grouping)
    case .truth(let truth): self.truth(truth)[tongue]
    case .link(let registry, let row): registry.name(row)[tongue]
    case .list(let items) where items.isEmpty: none
    case .list(let items):
      items.map { human($0, tongue, grouping: grouping) }.joined(separator: ", ")
    }
  }

  /// The word of an answer.
  package static func truth(_ truth: Truth) -> Localized {
    switch truth {
    case .yes: Localized(en: "yes", fr: "oui")
    case .no: Localized(en: "no", fr: "non")
    case .undecided: Localized(en: "undecided", fr: "indécis")
    }
  }
}
