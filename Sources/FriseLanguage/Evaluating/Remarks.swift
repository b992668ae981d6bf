import FriseBase
import FriseModel

/// What a statement has to remark about its result: footnotes in the order they came up, and counts
/// that several stages add to.
struct Remarks: Sendable {
  private(set) var footnotes: [Footnote] = []
  private var divisionsByZero = 0

  /// Adds a remark once.
  mutating func add(en english: String, fr french: String) {
    let footnote = Footnote(Localized(en: english, fr: french))
    if !footnotes.contains(footnote) { footnotes.append(footnote) }
  }

  mutating func add(_ text: Localized) { add(en: text.english, fr: text.french) }

  /// Takes in what a part of the statement remarked.
  mutating func add(contentsOf other: Remarks) {
    for footnote in other.footnotes { add(footnote.text) }
  }

  mutating func divided(byZero count: Int) {
    guard count > 0 else { return }
    add(
      en: "\(count) divided by zero: shown as none",
      fr: count == 1
        ? "1 division par zéro : valeur absente" : "\(count) divisions par zéro : valeur absente")
  }

  /// `count` texts that a reading function could not read.
  mutating func unreadable(_ count: Int, as type: Localized) {
    guard count > 0 else { return }
    add(
      en: "\(count) could not be read as \(type.english)",
      fr: "\(count) illisible\(count == 1 ? "" : "s") comme \(type.french)")
  }

  mutating func undecidedCondition(_ count: Int) {
    guard count > 0 else { return }
    add(
      en: "\(count) undecided in if: none",
      fr: "\(count) indécis\(count == 1 ? "" : "es") dans si : valeur absente")
  }
}
