extension NumberColumn {
  /// The numbers with the other sign.
  package func negated() -> NumberColumn {
    var negated = self
    // Wrapping leaves none, which is the least slot, as it is.
    for row in values.indices { negated.values[row] = 0 &- values[row] }
    negated.wide = wide.mapValues(\.negated)
    negated.isSorted = false
    return negated
  }

  /// The numbers without sign.
  package func magnitudes() -> NumberColumn {
    var magnitudes = self
    for row in values.indices where values[row] < 0 { magnitudes.values[row] = 0 &- values[row] }
    magnitudes.wide = wide.mapValues(\.magnitude)
    magnitudes.isSorted = false
    return magnitudes
  }

  /// The nearest numbers with at most `places` digits after the point, half to even; a negative
  /// count
  /// rounds to tens, hundreds…
  package func rounded(places: Int) -> NumberColumn {
    if places >= Int(scale), wide.isEmpty { return self }
    guard places >= 0, wide.isEmpty, Int(scale) - places < PowersOfTen.narrow.count else {
      return NumberColumn(values.indices.map { number(at: $0)?.rounded(places: places) })
    }
    let unit = PowersOfTen.narrow[Int(scale) - places]
    var rounded = NumberColumn(values: values, scale: UInt8(places))
    for row in values.indices where values[row] != NumberColumn.none {
      let (quotient, rest) = values[row].quotientAndRemainder(dividingBy: unit)
      let other = unit - abs(rest)
      let isAway = abs(rest) > other || (abs(rest) == other && quotient & 1 == 1)
      rounded.values[row] = isAway ? quotient + values[row].signum() : quotient
    }
    return rounded
  }

  /// The greatest whole numbers that are not above these.
  package func floored() -> NumberColumn {
    if scale == 0, wide.isEmpty { return self }
    guard wide.isEmpty, Int(scale) < PowersOfTen.narrow.count else {
      return NumberColumn(values.indices.map { number(at: $0)?.floored })
    }
    let unit = PowersOfTen.narrow[Int(scale)]
    var floored = NumberColumn(values: values)
    for row in values.indices where values[row] != NumberColumn.none {
      let (quotient, rest) = values[row].quotientAndRemainder(dividingBy: unit)
      floored.values[row] = rest < 0 ? quotient - 1 : quotient
    }
    return floored
  }
}
