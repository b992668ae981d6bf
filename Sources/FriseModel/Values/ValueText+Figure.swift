package import FriseBase

extension ValueText {
  /// A figure for people: its number with its word (`nearly 850,000`, «près de 850 000», `between
  /// 140,000 and 150,000`).
  package static func figure(
    _ figure: Figure, _ tongue: Tongue, grouping: DigitGrouping = .fromFiveDigits
  ) -> String {
    func text(_ number: ExactNumber) -> String { self.number(number, tongue, grouping: grouping) }
    return figure.word.phrase(
      tongue, number: text(figure.shownNumber), low: text(figure.low), high: text(figure.high))
  }
}
