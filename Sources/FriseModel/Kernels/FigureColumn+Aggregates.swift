/// One figure a group, and how many rows it was made of.
package struct GroupFigures: Sendable {
  package var column: FigureColumn
  /// How many rows of each group state a figure.
  package var stated: [Int64]
  /// The first group whose result does not fit 128 bits; it is none.
  package var overflowGroup: Int?
}

extension FigureColumn {
  /// The sum of each group, with its word and the sums of both ends (language, section 5.3): 0 for
  /// a
  /// group without rows, none for one in which no row states a figure.
  package func sums(_ grouping: Grouping) -> GroupFigures {
    let sizes = grouping.sizes
    return aggregated(groupSums(grouping)) { sum, group in
      sum.count == 0 && sizes[group] > 0 ? nil : sum.sum
    }
  }

  /// The mean of the stated figures of each group, with the word of their sum; none without any.
  package func averages(_ grouping: Grouping) -> GroupFigures {
    aggregated(groupSums(grouping)) { sum, _ in sum.average }
  }

  /// The middle figure of each group, in order of their numbers, or the mean of the two middle
  /// ones;
  /// none without any.
  package func medians(_ grouping: Grouping) -> GroupFigures {
    let (bounds, rows) = grouping.members
    var medians: [Figure?] = []
    var stated: [Int64] = []
    for group in 0..<grouping.count {
      let figures = rows[Int(bounds[group])..<Int(bounds[group + 1])]
        .compactMap { figure(at: Int($0)) }
        .sorted { $0.number < $1.number }
      stated.append(Int64(figures.count))
      medians.append(Figure.median(ofSorted: figures))
    }
    let overflow = medians.indices.first { medians[$0] == nil && stated[$0] > 0 }
    return GroupFigures(column: FigureColumn(medians), stated: stated, overflowGroup: overflow)
  }

  /// The running sums of all groups, made into a column.
  private func aggregated(
    _ sums: [FigureSum], _ result: (FigureSum, Int) -> Figure?
  ) -> GroupFigures {
    let figures = sums.indices.map { result(sums[$0], $0) }
    return GroupFigures(
      column: FigureColumn(figures), stated: sums.map { Int64($0.count) },
      overflowGroup: sums.indices.first { sums[$0].count > 0 && figures[$0] == nil })
  }

  /// The sum of each group. Plain numbers, mostly all of them, are summed as such; figures with a
  /// word
  /// and wide numbers are added one by one.
  private func groupSums(_ grouping: Grouping) -> [FigureSum] {
    var plain = [Int128](repeating: 0, count: grouping.count)
    var counts = [Int](repeating: 0, count: grouping.count)
    var sums = [FigureSum](repeating: FigureSum(), count: grouping.count)
    let codes = grouping.dense
    for row in codes.indices where codes[row] >= 0 {
      let (group, value) = (Int(codes[row]), numbers.values[row])
      if words[row] == FigureWord.exact.rawValue, value != NumberColumn.none {
        plain[group] &+= Int128(value)
        counts[group] += 1
      } else if let figure = figure(at: row) {
        sums[group].add(figure)
      }
    }
    for group in sums.indices {
      let sum = ExactNumber(coefficient: plain[group], scale: numbers.scale)
      sums[group].add(exactly: sum, count: counts[group])
    }
    return sums
  }
}
