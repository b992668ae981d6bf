/// The sum of figures (language, section 5.3): the sum of the numbers, of both ends, and a word.
///
/// A word is carried so: exact < {over, nearly} < about, and over with nearly is about; in company
/// `below` and `at_most` count as `nearly`, `at_least` as `over`, `between` as `about`. A lone
/// figure is its own sum.
package struct FigureSum: Sendable {
  private var number = ExactNumber.zero
  private var low = ExactNumber.zero
  private var high = ExactNumber.zero
  private var word = FigureWord.exact
  /// The coarsest quantum of the inexact parts, nil while all are exact.
  private var roundingUnit: ExactNumber?
  private var first: Figure?
  /// How many figures were added.
  package private(set) var count = 0
  /// True when some sum did not fit 128 bits: there is no result then.
  package private(set) var hasOverflowed = false

  package init() {}

  /// Adds a figure.
  package mutating func add(_ figure: Figure) {
    if count == 0 { first = figure }
    count += 1
    add(figure.number, low: figure.low, high: figure.high)
    guard figure.word != .exact else { return }
    word = word.joined(with: figure.word)
    if let unit = figure.roundingUnit ?? figure.quantum {
      roundingUnit = roundingUnit.map { max($0, unit) } ?? unit
    }
  }

  /// Adds the sum of `count` plain numbers.
  package mutating func add(exactly sum: ExactNumber, count: Int = 1) {
    guard count > 0 else { return }
    self.count += count
    if self.count == 1 { first = Figure(number: sum, word: .exact, low: sum, high: sum) }
    add(sum, low: sum, high: sum)
  }

  private mutating func add(_ number: ExactNumber, low: ExactNumber, high: ExactNumber) {
    guard let numberSum = self.number.adding(number), let lowSum = self.low.adding(low),
      let highSum = self.high.adding(high)
    else {
      hasOverflowed = true
      return
    }
    (self.number, self.low, self.high) = (numberSum, lowSum, highSum)
  }

  /// The sum: an exact zero when nothing was added, nil when it does not fit.
  package var sum: Figure? {
    guard !hasOverflowed else { return nil }
    if count == 1, let first { return first }
    return Figure(
      number: number, word: word, low: low, high: high, roundingUnit: roundingUnit)
  }

  /// The average, or nil when nothing was added or it does not fit.
  package var average: Figure? {
    guard count > 1 else { return count == 0 ? nil : sum }
    let divisor = ExactNumber(count)
    guard !hasOverflowed, let number = number.divided(by: divisor),
      let low = low.divided(by: divisor), let high = high.divided(by: divisor)
    else { return nil }
    return Figure(number: number, word: word, low: low, high: high, roundingUnit: roundingUnit)
  }
}

extension FigureWord {
  /// The word of a sum of figures with these words.
  package func joined(with other: FigureWord) -> FigureWord {
    switch (inCompany, other.inCompany) {
    case (.exact, let word), (let word, .exact): word
    case (let left, let right): left == right ? left : .about
    }
  }

  /// What a word counts as in a sum: exact, over, nearly or about.
  private var inCompany: FigureWord {
    switch self {
    case .exact: .exact
    case .over, .atLeast: .over
    case .nearly, .below, .atMost: .nearly
    case .about, .between: .about
    }
  }
}

extension Figure {
  /// The quantum of the number; for `between` the coarser one of both ends.
  fileprivate var quantum: ExactNumber? {
    guard word == .between else { return Figure.quantum(of: number) }
    guard let ofLow = Figure.quantum(of: low), let ofHigh = Figure.quantum(of: high)
    else { return nil }
    return max(ofLow, ofHigh)
  }

  /// The number as it is shown: that of a sum rounded to its rounding unit, half to even; never
  /// rounded to zero.
  package var shownNumber: ExactNumber {
    guard word != .exact, let unit = roundingUnit?.roundStep, !unit.isZero else { return number }
    let scale = max(number.scale, unit.scale)
    guard let dividend = number.coefficient.raised(byTens: Int(scale - number.scale)),
      let divisor = unit.coefficient.raised(byTens: Int(scale - unit.scale))
    else { return number }
    let (quotient, rest) = dividend.magnitude.quotientAndRemainder(dividingBy: divisor.magnitude)
    let half = divisor.magnitude - rest
    let isUp = rest > half || (rest == half && !quotient.isMultiple(of: 2))
    let units = isUp ? quotient + 1 : quotient
    guard let rounded = unit.multiplied(by: ExactNumber(units)), !rounded.isZero
    else { return number }
    return number.isNegative ? rounded.negated : rounded
  }

  /// The middle of figures in order of their numbers: the middle one, or the average of the two in
  /// the middle. Nil for no figures.
  package static func median(ofSorted figures: [Figure]) -> Figure? {
    guard !figures.isEmpty else { return nil }
    var sum = FigureSum()
    sum.add(figures[(figures.count - 1) / 2])
    if figures.count.isMultiple(of: 2) { sum.add(figures[figures.count / 2]) }
    return sum.average
  }
}

extension ExactNumber {
  /// This where it begins with 1, 25, 5 or 75, as a quantum does, else the power of ten below: what
  /// a product is as coarse as (30 000, three times 10 000) is no step to round to.
  fileprivate var roundStep: ExactNumber {
    var digits = coefficient.magnitude
    var zeros = 0
    while digits != 0, digits.isMultiple(of: 10) {
      digits /= 10
      zeros += 1
    }
    if [0, 1, 25, 5, 75].contains(digits) { return self }
    while digits >= 10 {
      digits /= 10
      zeros += 1
    }
    return ExactNumber(coefficient: Int128(PowersOfTen.wide[zeros]), scale: scale)
  }
}
