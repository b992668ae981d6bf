extension FigureRange {
  /// The answer of a comparison with a value that may be anything in `other`: yes or no only when
  /// it
  /// is so for every choice.
  package func compared(_ comparison: Comparison, to other: FigureRange) -> Truth {
    switch comparison {
    case .less: isLess(than: other)
    case .lessOrEqual: other.isLess(than: self).negated
    case .greater: other.isLess(than: self)
    case .greaterOrEqual: isLess(than: other).negated
    case .equal: isEqual(to: other)
    case .notEqual: isEqual(to: other).negated
    }
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
    let range = figure.range(isWidened: widened)
    guard figure.word == .exact else {
      return .dense(
        words.indices.map { row in
          self.figure(at: row).map {
            $0.range(isWidened: widened).compared(comparison, to: range).rawValue
          } ?? Truth.undecided.rawValue
        })
    }
    // Rows of the word exact are plain numbers; the others are looked at one by one.
    var answers = numbers.compared(comparison, to: figure.number).bytes
    for row in words.indices where words[row] != FigureWord.exact.rawValue {
      guard let figure = self.figure(at: row) else { continue }
      answers[row] = figure.range(isWidened: widened).compared(comparison, to: range).rawValue
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
        left.range(isWidened: widened)
        .compared(comparison, to: right.range(isWidened: widened)).rawValue
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
