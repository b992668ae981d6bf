/// What a figure may be: from `low` to `high`, either end left out or missing when it has no bound.
struct FigureEnds {
  var low: ExactNumber?
  var high: ExactNumber?
  var leavesOutLow = false
  var leavesOutHigh = false

  /// The range of a figure (language, section 5.3), as written or as `possibly` and `certainly`
  /// widen it.
  init(_ figure: Figure, widened: Bool) {
    low = figure.low
    high = figure.high
    leavesOutLow = figure.word == .over
    leavesOutHigh = figure.word == .nearly || figure.word == .below
    guard widened else { return }
    let number = figure.number
    let grain = number.figureGrain
    switch figure.word {
    case .exact, .between: break
    case .about: (low, high) = (number.subtracting(grain), number.adding(grain))
    case .over, .atLeast: high = nil
    case .nearly:
      low = number.subtracting(grain)?.subtracting(grain)
      leavesOutHigh = false
    case .below, .atMost: low = .zero
    }
  }

  /// The answer of a comparison with a value that may be anything in `other`.
  func compared(_ comparison: Comparison, to other: FigureEnds) -> Truth {
    switch comparison {
    case .less: isBelow(other) ? .yes : other.isBelow(self, orLevel: true) ? .no : .undecided
    case .lessOrEqual:
      isBelow(other, orLevel: true) ? .yes : other.isBelow(self) ? .no : .undecided
    case .greater: other.compared(.less, to: self)
    case .greaterOrEqual: other.compared(.lessOrEqual, to: self)
    case .equal:
      isBelow(other) || other.isBelow(self)
        ? .no
        : low != nil && low == high && other.low == low && other.high == low ? .yes : .undecided
    case .notEqual: compared(.equal, to: other).negated
    }
  }

  /// True when everything here is below (or level with) everything there.
  private func isBelow(_ other: FigureEnds, orLevel: Bool = false) -> Bool {
    guard let high, let low = other.low else { return false }
    return high < low || (high == low && (orLevel || leavesOutHigh || other.leavesOutLow))
  }
}

extension ExactNumber {
  /// The grain of a round number: one unit of its last non-zero digit, at most a quarter of it
  /// (language, section 5.3).
  fileprivate var figureGrain: ExactNumber {
    guard !isZero else { return .zero }
    var unit: UInt128 = 1
    var rest = coefficient.magnitude
    while rest % 10 == 0 {
      rest /= 10
      unit *= 10
    }
    let grain = ExactNumber(coefficient: Int128(unit), scale: scale)
    guard let quarter = magnitude.multiplied(by: ExactNumber(coefficient: 25, scale: 2))
    else { return grain }
    return min(grain, quarter)
  }
}

extension Figure {
  /// A number as a figure: exactly itself.
  package init(exactly number: ExactNumber) {
    self.init(number: number, word: .exact, low: number, high: number)
  }
}

extension FigureColumn {
  /// Compares every row with one number: yes or no when it is so for all the row may be; none is
  /// undecided.
  package func compared(
    _ comparison: Comparison, to number: ExactNumber, widened: Bool
  ) -> Answers {
    compared(comparison, to: Figure(exactly: number), widened: widened)
  }

  /// Compares every row with one figure.
  package func compared(_ comparison: Comparison, to figure: Figure, widened: Bool) -> Answers {
    let ends = FigureEnds(figure, widened: widened)
    guard figure.word == .exact else {
      return .dense(
        words.indices.map { row in
          self.figure(at: row).map {
            FigureEnds($0, widened: widened).compared(comparison, to: ends).rawValue
          } ?? Truth.undecided.rawValue
        })
    }
    // Rows of the word exact are plain numbers; the others are looked at one by one.
    var answers = numbers.compared(comparison, to: figure.number).bytes
    for row in words.indices where words[row] != FigureWord.exact.rawValue {
      guard let figure = self.figure(at: row) else { continue }
      answers[row] = FigureEnds(figure, widened: widened).compared(comparison, to: ends).rawValue
    }
    return .dense(answers)
  }

  /// Compares row by row with another column of as many rows.
  package func compared(
    _ comparison: Comparison, to other: FigureColumn, widened: Bool
  ) -> Answers {
    var answers = numbers.compared(comparison, to: other.numbers).bytes
    for row in words.indices where words[row] | other.words[row] != FigureWord.exact.rawValue {
      guard let left = figure(at: row), let right = other.figure(at: row) else { continue }
      answers[row] =
        FigureEnds(left, widened: widened)
        .compared(comparison, to: FigureEnds(right, widened: widened)).rawValue
    }
    return .dense(answers)
  }
}

extension FigureColumn {
  /// Numbers as figures, each exactly itself.
  package init(_ numbers: NumberColumn) {
    self.init(
      numbers: numbers, words: Array(repeating: FigureWord.exact.rawValue, count: numbers.count),
      lows: numbers, highs: numbers)
  }
}

extension NumberColumn {
  /// How many rows it has.
  package var count: Int { values.count }
}
