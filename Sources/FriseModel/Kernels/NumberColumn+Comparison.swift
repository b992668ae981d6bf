extension NumberColumn {
  /// Compares every row with one number; none is undecided.
  package func compared(_ comparison: Comparison, to number: ExactNumber) -> Answers {
    if comparison == .notEqual { return compared(.equal, to: number).negated }
    let span = ScaledSpan(comparison, number, scale: scale)
    if isSorted { return .range(yes: sortedRows(in: span), count: values.count) }
    var answers = span.answers(values)
    for (row, other) in wide {
      answers[Int(row)] = Truth(comparison.holds(order: other.order(to: number))).rawValue
    }
    return .dense(answers)
  }

  /// Compares row by row with another column of as many rows; none is undecided.
  package func compared(_ comparison: Comparison, to other: NumberColumn) -> Answers {
    let scale = max(self.scale, other.scale)
    guard self.scale == other.scale, wide.isEmpty, other.wide.isEmpty else {
      return comparedExactly(comparison, to: other, scale: scale)
    }
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: values.count)
    for row in answers.indices {
      let (left, right) = (values[row], other.values[row])
      guard left != NumberColumn.none, right != NumberColumn.none else { continue }
      let order = left < right ? -1 : left == right ? 0 : 1
      answers[row] = comparison.holds(order: order) ? 2 : 0
    }
    return .dense(answers)
  }

  /// The same for columns of two scales or with wide numbers.
  private func comparedExactly(
    _ comparison: Comparison, to other: NumberColumn, scale: UInt8
  ) -> Answers {
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: values.count)
    let leftUnit = PowersOfTen.wide[Int(scale - self.scale)]
    let rightUnit = PowersOfTen.wide[Int(scale - other.scale)]
    // A slot times a unit of at most 10^19 fits 128 bits.
    let fits = scale - min(self.scale, other.scale) <= 19
    for row in answers.indices {
      let (left, right) = (values[row], other.values[row])
      if fits, left != NumberColumn.none, right != NumberColumn.none {
        let scaledLeft = Int128(left) &* Int128(leftUnit)
        let scaledRight = Int128(right) &* Int128(rightUnit)
        let order = scaledLeft < scaledRight ? -1 : scaledLeft == scaledRight ? 0 : 1
        answers[row] = comparison.holds(order: order) ? 2 : 0
      } else if let left = number(at: row), let right = other.number(at: row) {
        answers[row] = Truth(comparison.holds(order: left.order(to: right))).rawValue
      }
    }
    return .dense(answers)
  }

  /// The rows of a sorted column whose slots lie in the span, by two binary searches.
  private func sortedRows(in span: ScaledSpan) -> Range<Int> {
    guard let least = span.least else { return 0..<0 }
    let lower = partition { $0 < least }
    let upper = partition { $0 <= span.greatest }
    return lower < upper ? lower..<upper : 0..<0
  }

  /// How many slots of a sorted column come before the first that fails the test.
  private func partition(_ isBefore: (Int64) -> Bool) -> Int {
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(values[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}

/// The slots of a column for which a comparison with a constant holds: from `least` to `greatest`.
/// The constant is brought to the column's scale once, so that the loop compares integers.
struct ScaledSpan {
  /// Nil when no slot can hold.
  private(set) var least: Int64?
  private(set) var greatest: Int64

  /// The span of a comparison other than `notEqual`.
  init(_ comparison: Comparison, _ number: ExactNumber, scale: UInt8) {
    let (floor, isExact) = number.floorCoefficient(atScale: scale)
    let (lowest, highest) = (Int128(Int64.min + 1), Int128(Int64.max))
    let low: Int128
    let high: Int128
    switch comparison {
    case .equal, .notEqual:
      low = isExact ? floor : highest + 1
      high = floor
    case .less:
      low = lowest
      high = isExact ? floor - 1 : floor
    case .lessOrEqual:
      low = lowest
      high = floor
    case .greater:
      low = floor == .max ? .max : floor + 1
      high = highest
    case .greaterOrEqual:
      low = isExact || floor == .max ? floor : floor + 1
      high = highest
    }
    let isEmpty = low > min(high, highest) || high < lowest
    least = isEmpty ? nil : Int64(clamping: max(low, lowest))
    greatest = Int64(clamping: max(lowest, min(high, highest)))
  }

  /// Yes for slots inside, undecided for none, no for the others.
  func answers(_ values: [Int64]) -> [UInt8] {
    let isEmpty = least == nil
    let low = least ?? 0
    let width = UInt64(bitPattern: greatest &- low)
    let inside: UInt8 = isEmpty ? 0 : 2
    // Unchecked buffers: the loop has no branch.
    return unsafe [UInt8](unsafeUninitializedCapacity: values.count) { answers, initializedCount in
      unsafe values.withUnsafeBufferPointer { values in
        for row in 0..<values.count {
          let value = unsafe values[row]
          let held: UInt8 = UInt64(bitPattern: value &- low) <= width ? inside : 0
          unsafe answers[row] = value == NumberColumn.none ? 1 : held
        }
      }
      initializedCount = values.count
    }
  }
}
