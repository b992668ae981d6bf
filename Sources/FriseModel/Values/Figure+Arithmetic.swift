/// Products, quotients and rounding of figures: the number, both ends and the word go along
/// (language, section 5.3, carried on from sums).
extension Figure {
  /// The figure turned round: its ends change places, and so do over and nearly.
  package var negated: Figure {
    Figure(
      number: number.negated, word: word.turned, low: high.negated, high: low.negated,
      roundingUnit: roundingUnit)
  }

  /// The product, or nil when it does not fit.
  ///
  /// By a plain number the word stays (turned for a negative one); of two figures it is that of
  /// their sum. The ends are the least and the greatest product of the ends.
  package func multiplied(by other: Figure) -> Figure? {
    guard let number = number.multiplied(by: other.number),
      let ends = ends(with: other, { $0.multiplied(by: $1) })
    else { return nil }
    // Each is as coarse as its own unit times the other number.
    let units = [
      unit.flatMap { $0.multiplied(by: other.number) },
      other.unit.flatMap { $0.multiplied(by: self.number) },
    ]
    return Figure(
      number: number, word: productWord(with: other, other.word), ends: ends,
      unit: units.compactMap(\.self).map(\.magnitude).max())
  }

  /// True when zero lies between the ends: nothing can be divided by this.
  package var mayBeZero: Bool {
    low.isZero || high.isZero || low.isNegative != high.isNegative
  }

  /// The quotient, or nil when it does not fit or `other` may be zero.
  package func divided(by other: Figure) -> Figure? {
    guard !other.mayBeZero,
      let number = number.divided(by: other.number),
      let ends = ends(with: other, { $0.divided(by: $1) })
    else { return nil }
    let units = [
      unit.flatMap { $0.divided(by: other.number) },
      other.unit.flatMap { $0.multiplied(by: number) }.flatMap { $0.divided(by: other.number) },
    ]
    return Figure(
      number: number, word: productWord(with: other, other.word.turned), ends: ends,
      unit: units.compactMap(\.self).map(\.magnitude).max())
  }

  /// The figure without its sign.
  package var magnitude: Figure {
    if !low.isNegative { return self }
    if high.isNegative || high.isZero { return negated }
    return Figure(
      number: number.magnitude, word: word == .exact ? .exact : .about, low: .zero,
      high: max(low.negated, high), roundingUnit: roundingUnit)
  }

  private init(
    number: ExactNumber, word: FigureWord, ends: (low: ExactNumber, high: ExactNumber),
    unit: ExactNumber?
  ) {
    self.init(
      number: number, word: number.isZero && ends.low == ends.high ? .exact : word, low: ends.low,
      high: ends.high, roundingUnit: word == .exact ? nil : unit)
  }

  /// What an inexact figure is rounded to; nil for an exact one.
  private var unit: ExactNumber? {
    word == .exact ? nil : roundingUnit ?? Figure.quantum(of: number)
  }

  private func ends(
    with other: Figure, _ operation: (ExactNumber, ExactNumber) -> ExactNumber?
  ) -> (low: ExactNumber, high: ExactNumber)? {
    let corners = [
      operation(low, other.low), operation(low, other.high), operation(high, other.low),
      operation(high, other.high),
    ].compactMap(\.self)
    guard corners.count == 4, let least = corners.min(), let greatest = corners.max() else {
      return nil
    }
    return (least, greatest)
  }

  /// The word of a product; `word` is that of `other`, turned in a quotient.
  private func productWord(with other: Figure, _ word: FigureWord) -> FigureWord {
    let own = other.number.isNegative ? self.word.turned : self.word
    let others = number.isNegative ? word.turned : word
    if others == .exact { return own }
    return own == .exact ? others : own.joined(with: others)
  }
}

extension FigureWord {
  /// What the word becomes when the sign changes.
  fileprivate var turned: FigureWord {
    switch self {
    case .over: .nearly
    case .nearly, .below: .over
    case .atLeast: .atMost
    case .atMost: .atLeast
    case .exact, .about, .between: self
    }
  }
}
