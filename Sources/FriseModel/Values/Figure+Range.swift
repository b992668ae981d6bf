/// What a figure may stand for: the numbers from `low` to `high`, an end left out or missing where
/// there is no bound (language, section 5.3).
package struct FigureRange: Sendable, Hashable {
  /// The least number, or nil for no lower bound.
  package var low: ExactNumber?
  /// The greatest number, or nil for no upper bound.
  package var high: ExactNumber?
  /// True when `low` itself is left out.
  package var isLowOpen: Bool
  /// True when `high` itself is left out.
  package var isHighOpen: Bool

  package init(
    low: ExactNumber?, high: ExactNumber?, isLowOpen: Bool = false, isHighOpen: Bool = false
  ) {
    self.low = low
    self.high = high
    self.isLowOpen = isLowOpen
    self.isHighOpen = isHighOpen
  }

  /// Just one number.
  package init(_ number: ExactNumber) {
    self.init(low: number, high: number)
  }

  /// Whether what this stands for is less than what `other` stands for: yes or no only when it is
  /// so for every choice.
  package func isLess(than other: FigureRange) -> Truth {
    if liesBelow(other, orLevel: false) { return .yes }
    return other.liesBelow(self, orLevel: true) ? .no : .undecided
  }

  /// Whether both stand for the same number: yes only for two single numbers, no when the ranges
  /// share no number.
  package func isEqual(to other: FigureRange) -> Truth {
    if liesBelow(other, orLevel: false) || other.liesBelow(self, orLevel: false) { return .no }
    guard let low, low == high, low == other.low, low == other.high else { return .undecided }
    return .yes
  }

  /// True when every number here is below (or level with) every number there.
  package func liesBelow(_ other: FigureRange, orLevel: Bool) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low || (high == low && (orLevel || isHighOpen || other.isLowOpen))
  }

  /// True when every number of `other` is one of these.
  package func holds(_ other: FigureRange) -> Bool {
    let holdsLow =
      low.map { low in
        other.low.map { $0 > low || ($0 == low && (!isLowOpen || other.isLowOpen)) } ?? false
      } ?? true
    let holdsHigh =
      high.map { high in
        other.high.map { $0 < high || ($0 == high && (!isHighOpen || other.isHighOpen)) } ?? false
      } ?? true
    return holdsLow && holdsHigh
  }
}

extension Figure {
  /// How coarse a round number is: one unit of its last non-zero digit, at most a quarter of it
  /// (200 000 → 50 000; 140 000 → 10 000; 0 → 0). Nil when a quarter has more than 38 places.
  package static func quantum(of number: ExactNumber) -> ExactNumber? {
    guard !number.isZero else { return .zero }
    var digits = number.coefficient.magnitude
    var zeros = 0
    while digits.isMultiple(of: 10) {
      digits /= 10
      zeros += 1
    }
    let unit = ExactNumber(
      coefficient: Int128(PowersOfTen.wide[zeros]), scale: number.scale)
    guard digits < 4 else { return unit }
    return unit.multiplied(by: ExactNumber(coefficient: Int128(digits) * 25, scale: 2))
  }

  /// The range as written; as `possibly` and `certainly` widen it with `isWidened`.
  package func range(isWidened: Bool) -> FigureRange {
    isWidened ? widenedRange : writtenRange
  }

  /// The range as written: about [N, N]; over ]N, N+q]; nearly and below [N−q, N[; at least
  /// [N, N+q]; at most [N−q, N]; between [a, b].
  package var writtenRange: FigureRange {
    FigureRange(
      low: low, high: high, isLowOpen: word == .over,
      isHighOpen: word == .nearly || word == .below)
  }

  /// The widened range: about [N−q, N+q]; over and at least without upper bound; nearly [N−2q, N];
  /// below [0, N[; at most [0, N]; exact and between as written. It holds the range as written.
  package var widenedRange: FigureRange {
    var range = writtenRange
    switch word {
    case .exact, .between: break
    case .about:
      let quantum = roundingUnit ?? Figure.quantum(of: number)
      range.low = quantum.flatMap { number.subtracting($0) }.map { min($0, low) }
      range.high = quantum.flatMap { number.adding($0) }.map { max($0, high) }
    case .over, .atLeast: range.high = nil
    case .nearly:
      range.low = number.subtracting(low).flatMap { low.subtracting($0) }
      range.isHighOpen = false
    case .below, .atMost: range.low = min(.zero, low)
    }
    return range
  }
}
