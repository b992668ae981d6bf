/// A test of order between two values.
package enum Comparison: UInt8, Sendable, Hashable, CaseIterable {
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual

  /// True when the test holds for two values of which the first is below (-1), level with (0) or
  /// above (1) the second.
  package func holds(order: Int) -> Bool {
    switch self {
    case .equal: order == 0
    case .notEqual: order != 0
    case .less: order < 0
    case .lessOrEqual: order <= 0
    case .greater: order > 0
    case .greaterOrEqual: order >= 0
    }
  }

  /// The test that says the same of the two values in the other order.
  package var swapped: Comparison {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

extension ExactNumber {
  /// -1, 0 or 1 as this number is below, level with or above the other.
  package func order(to other: ExactNumber) -> Int {
    self < other ? -1 : self == other ? 0 : 1
  }

  /// The coefficient at `scale` of the greatest number of that scale that is not above this one,
  /// and
  /// whether it is this number; the ends of `Int128` stand for what lies beyond them.
  func floorCoefficient(atScale target: UInt8) -> (floor: Int128, isExact: Bool) {
    if target >= scale {
      guard let raised = coefficient.raised(byTens: Int(target - scale)) else {
        return (isNegative ? .min : .max, false)
      }
      return (raised, true)
    }
    let unit = Int128(PowersOfTen.wide[Int(scale - target)])
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    return (remainder < 0 ? quotient - 1 : quotient, remainder == 0)
  }
}
