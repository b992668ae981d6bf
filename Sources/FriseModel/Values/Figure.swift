/// The word that goes with a number of people (language, section 5.3).
package enum FigureWord: UInt8, Sendable, Hashable, CaseIterable {
  case exact, about, over, nearly, below, atLeast, atMost, between
}

/// A number with its word, and the ends of what it may stand for as written.
package struct Figure: Sendable, Hashable {
  package let number: ExactNumber
  package let word: FigureWord
  /// The least and the greatest number this may be, as written.
  package let low: ExactNumber
  package let high: ExactNumber
  /// What a sum or average is rounded to when shown: the coarsest quantum of its inexact parts; nil
  /// for a figure as written.
  package let roundingUnit: ExactNumber?

  package init(
    number: ExactNumber, word: FigureWord, low: ExactNumber, high: ExactNumber,
    roundingUnit: ExactNumber? = nil
  ) {
    self.number = number
    self.word = word
    self.low = low
    self.high = high
    self.roundingUnit = roundingUnit
  }
}
