extension ExactNumber: Comparable {
  /// Exact across scales: the comparison is made in 256 bits.
  package static func < (left: ExactNumber, right: ExactNumber) -> Bool {
    if left.scale == right.scale { return left.coefficient < right.coefficient }
    if left.isNegative != right.isNegative { return left.isNegative }
    let scale = max(left.scale, right.scale)
    let leftWide = left.coefficient.magnitude.multipliedFullWidth(
      by: PowersOfTen.wide[Int(scale - left.scale)])
    let rightWide = right.coefficient.magnitude.multipliedFullWidth(
      by: PowersOfTen.wide[Int(scale - right.scale)])
    let magnitudes = ((leftWide.high, leftWide.low), (rightWide.high, rightWide.low))
    return left.isNegative ? magnitudes.1 < magnitudes.0 : magnitudes.0 < magnitudes.1
  }
}
