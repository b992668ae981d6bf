/// One figure a group, and how many rows it was made of.
package struct GroupFigures: Sendable {
  package var column: FigureColumn
  /// How many rows of each group state a figure.
  package var stated: [Int64]
  /// The first group whose result does not fit 128 bits; it is none.
  package var overflowGroup: Int?
}

extension FigureColumn {
  /// The sum of each group, with its word and the sums of both ends (language, section 5.3).
  package func sums(_ grouping: Grouping) -> GroupFigures { aggregate(grouping) { $0.sums($1) } }

  /// The mean of each group, which carries the word that its sum would.
  package func averages(_ grouping: Grouping) -> GroupFigures {
    aggregate(grouping) { $0.averages($1) }
  }

  /// The median of each group, which carries the word that its sum would.
  package func medians(_ grouping: Grouping) -> GroupFigures {
    aggregate(grouping) { $0.medians($1) }
  }

  /// One aggregate of the numbers and of both ends.
  private func aggregate(
    _ grouping: Grouping, _ aggregate: (NumberColumn, Grouping) -> GroupNumbers
  ) -> GroupFigures {
    let middle = aggregate(numbers, grouping)
    let low = aggregate(lows, grouping)
    let high = aggregate(highs, grouping)
    let overflows = [middle.overflowGroup, low.overflowGroup, high.overflowGroup]
    return GroupFigures(
      column: FigureColumn(
        numbers: middle.column, words: joinedWords(grouping, stated: middle.stated),
        lows: low.column, highs: high.column),
      stated: middle.stated, overflowGroup: overflows.compactMap(\.self).min())
  }

  /// The word of each group: that of its one figure, else exact < {over, nearly} < about, where over
  /// with nearly is about; below and at_most count as nearly, at_least as over, between as about.
  private func joinedWords(_ grouping: Grouping, stated: [Int64]) -> [UInt8] {
    // Sides a word leaves open, as bits: 1 above, 2 below.
    let sides = FigureWord.allCases.map { word -> UInt8 in
      switch word {
      case .exact: 0
      case .over, .atLeast: 1
      case .nearly, .below, .atMost: 2
      case .about, .between: 3
      }
    }
    let joined: [FigureWord] = [.exact, .over, .nearly, .about]
    var open = [UInt8](repeating: 0, count: grouping.count)
    var last = [UInt8](repeating: FigureWord.exact.rawValue, count: grouping.count)
    let missing = numbers.isNone.bytes
    let codes = grouping.dense
    for row in words.indices where codes[row] >= 0 && missing[row] == 0 {
      open[Int(codes[row])] |= sides[Int(words[row])]
      last[Int(codes[row])] = words[row]
    }
    return open.indices.map { stated[$0] == 1 ? last[$0] : joined[Int(open[$0])].rawValue }
  }
}
