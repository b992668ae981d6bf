extension NumberColumn {
  /// The numbers with the other sign.
  package func negated() -> NumberColumn {
    var negated = self
    // No slot is `Int64.min`: that is none.
    for row in values.indices where values[row] != NumberColumn.none {
      negated.values[row] = 0 &- values[row]
    }
    negated.wide = wide.mapValues(\.negated)
    negated.isSorted = false
    return negated
  }

  /// The numbers without sign.
  package func magnitudes() -> NumberColumn {
    var magnitudes = self
    for row in values.indices where values[row] != NumberColumn.none && values[row] < 0 {
      magnitudes.values[row] = 0 &- values[row]
    }
    magnitudes.wide = wide.mapValues(\.magnitude)
    magnitudes.isSorted = false
    return magnitudes
  }

  /// The nearest numbers with at most `places` digits after the point, half to even; a negative count
  /// rounds to tens, hundreds…
  package func rounded(places: Int) -> NumberColumn {
    if wide.isEmpty, places >= Int(scale) { return self }
    return NumberColumn(values.indices.map { number(at: $0)?.rounded(places: places) })
  }

  /// The greatest whole numbers that are not above these.
  package func floored() -> NumberColumn {
    if wide.isEmpty, scale == 0 { return self }
    return NumberColumn(values.indices.map { number(at: $0)?.floored })
  }
}
