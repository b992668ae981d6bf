/// Powers of ten up to the greatest that fits: 10^0 ... 10^38.
package enum PowersOfTen {
  package static let wide: [UInt128] = powers(upTo: 38)
  /// 10^0 ... 10^18.
  package static let narrow: [Int64] = powers(upTo: 18)

  private static func powers<Integer: FixedWidthInteger>(upTo exponent: Int) -> [Integer] {
    var power: Integer = 1
    var result: [Integer] = [1]
    for _ in 0..<exponent {
      power *= 10
      result.append(power)
    }
    return result
  }
}

/// Every result is exact except that of a division, or nil when it does not fit 128 bits and 38
/// places: `Int128.min` counts as not fitting, so that a negation always fits.
extension ExactNumber {
  package static let zero = ExactNumber(0)

  /// The most digits after the point.
  package static let maximumScale = 38
  /// How many digits of a quotient are kept (language, section 5).
  package static let quotientDigits = 12

  /// The number of this sign and magnitude at a scale of any size, or nil when it does not fit.
  private init?(isNegative: Bool, magnitude: UInt128, scale: Int) {
    var magnitude = magnitude
    var scale = magnitude == 0 ? 0 : scale
    while scale > 0 {
      let (quotient, remainder) = magnitude.quotientAndRemainder(dividingBy: 10)
      guard remainder == 0 else { break }
      magnitude = quotient
      scale -= 1
    }
    if scale < 0 {
      guard let raised = magnitude.raised(byTens: -scale) else { return nil }
      magnitude = raised
      scale = 0
    }
    guard scale <= ExactNumber.maximumScale, let coefficient = Int128(exactly: magnitude)
    else { return nil }
    self.init(coefficient: isNegative ? -coefficient : coefficient, scale: UInt8(scale))
  }

  package var isZero: Bool { coefficient == 0 }
  package var isNegative: Bool { coefficient < 0 }
  package var isWhole: Bool { scale == 0 }

  package var negated: ExactNumber {
    ExactNumber(coefficient: 0 &- coefficient, scale: scale)
  }

  package var magnitude: ExactNumber { isNegative ? negated : self }

  /// The sum, or nil when it does not fit.
  package func adding(_ other: ExactNumber) -> ExactNumber? {
    guard let (left, right, scale) = ExactNumber.aligned(self, other) else { return nil }
    let (sum, overflow) = left.addingReportingOverflow(right)
    guard !overflow, sum != .min else { return nil }
    return ExactNumber(coefficient: sum, scale: scale)
  }

  /// The difference, or nil when it does not fit.
  package func subtracting(_ other: ExactNumber) -> ExactNumber? {
    adding(other.negated)
  }

  /// Both coefficients at the greater scale, or nil when one does not fit there.
  private static func aligned(
    _ left: ExactNumber, _ right: ExactNumber
  ) -> (left: Int128, right: Int128, scale: UInt8)? {
    if left.scale == right.scale { return (left.coefficient, right.coefficient, left.scale) }
    let scale = max(left.scale, right.scale)
    guard let raisedLeft = left.coefficient.raised(byTens: Int(scale - left.scale)),
      let raisedRight = right.coefficient.raised(byTens: Int(scale - right.scale))
    else { return nil }
    return (raisedLeft, raisedRight, scale)
  }

  /// The product, or nil when it does not fit.
  package func multiplied(by other: ExactNumber) -> ExactNumber? {
    let isNegative = isNegative != other.isNegative
    var scale = Int(scale) + Int(other.scale)
    var (high, low) = coefficient.magnitude.multipliedFullWidth(by: other.coefficient.magnitude)
    while high > 0, scale > 0 {
      let (upper, rest) = high.quotientAndRemainder(dividingBy: 10)
      let (lower, last) = UInt128(10).dividingFullWidth((rest, low))
      guard last == 0 else { return nil }
      (high, low) = (upper, lower)
      scale -= 1
    }
    guard high == 0 else { return nil }
    return ExactNumber(isNegative: isNegative, magnitude: low, scale: scale)
  }

  /// The quotient to 12 significant digits, half to even (exact when it has no more than 12), or
  /// nil
  /// when it does not fit. Digits past the 38th place are rounded away. Zero divided by zero, and
  /// anything else by zero, is nil too: the caller tells that case apart.
  package func divided(by other: ExactNumber) -> ExactNumber? {
    let divisor = other.coefficient.magnitude
    guard divisor != 0 else { return nil }
    let isNegative = isNegative != other.isNegative
    var scale = Int(scale) - Int(other.scale)
    var (digits, rest) = coefficient.magnitude.quotientAndRemainder(dividingBy: divisor)
    let limit = PowersOfTen.wide[ExactNumber.quotientDigits]
    while rest != 0, digits < limit / 10 {
      let (next, remainder) = divisor.dividingFullWidth(rest.multipliedFullWidth(by: 10))
      digits = digits * 10 + next
      rest = remainder
      scale += 1
    }
    if digits < limit {
      // Here the rest is less than the divisor: half is settled without doubling it.
      let half = rest > divisor - rest || (rest == divisor - rest && digits % 2 == 1)
      if rest != 0, half { digits += 1 }
    } else {
      var excess = 0
      while digits / PowersOfTen.wide[excess] >= limit { excess += 1 }
      digits = digits.droppingDigits(excess, hasRest: rest != 0)
      scale -= excess
    }
    let places = scale - ExactNumber.maximumScale
    if places > 0 {
      digits = digits.droppingDigits(places, hasRest: false)
      scale -= places
    }
    return ExactNumber(isNegative: isNegative, magnitude: digits, scale: scale)
  }

  /// What is left of a division with the quotient rounded down: it has the sign of the divisor. Nil
  /// when it does not fit, and for a divisor of zero.
  package func remainder(dividingBy other: ExactNumber) -> ExactNumber? {
    guard !other.isZero else { return nil }
    let scale = max(self.scale, other.scale)
    let rest: ExactNumber
    if let divisor = other.coefficient.magnitude.raised(byTens: Int(scale - other.scale)) {
      var value = coefficient.magnitude % divisor
      for _ in self.scale..<scale {
        value = divisor.dividingFullWidth(value.multipliedFullWidth(by: 10)).remainder
      }
      let magnitude = ExactNumber(isNegative: isNegative, magnitude: value, scale: Int(scale))
      guard let magnitude else { return nil }
      rest = magnitude
    } else {
      // The divisor is greater than every number of this number's scale.
      rest = self
    }
    return rest.isZero || rest.isNegative == other.isNegative ? rest : rest.adding(other)
  }

  /// The nearest number with at most `places` digits after the point; half to even, as bankers do.
  /// A
  /// negative count rounds to tens, hundreds… Nil when it does not fit.
  package func rounded(places: Int = 0) -> ExactNumber? {
    let places = max(-ExactNumber.maximumScale - 2, min(places, ExactNumber.maximumScale))
    let excess = Int(scale) - places
    guard excess > 0 else { return self }
    let digits = coefficient.magnitude.droppingDigits(excess, hasRest: false)
    return ExactNumber(isNegative: isNegative, magnitude: digits, scale: places)
  }

  /// The greatest whole number that is not above this one.
  package var floored: ExactNumber {
    guard scale > 0 else { return self }
    let unit = Int128(PowersOfTen.wide[Int(scale)])
    let (quotient, remainder) = coefficient.quotientAndRemainder(dividingBy: unit)
    return ExactNumber(coefficient: remainder < 0 ? quotient - 1 : quotient, scale: 0)
  }

  /// The number as an `Int64`, or nil when it is not whole or too large.
  package var wholeValue: Int64? {
    isWhole ? Int64(exactly: coefficient) : nil
  }

  /// The nearest binary fraction: for pictures and square roots only, never for answers.
  package var approximation: Double {
    Double(coefficient) / Double(PowersOfTen.wide[Int(scale)])
  }
}

extension UInt128 {
  /// This number times 10^`exponent`, or nil when it does not fit.
  func raised(byTens exponent: Int) -> UInt128? {
    if self == 0 { return 0 }
    guard exponent <= ExactNumber.maximumScale else { return nil }
    let (product, overflow) = multipliedReportingOverflow(by: PowersOfTen.wide[exponent])
    return overflow ? nil : product
  }

  /// This number without its last `count` digits, rounded half to even; `hasRest` says that
  /// something was cut off below the last digit already.
  func droppingDigits(_ count: Int, hasRest: Bool) -> UInt128 {
    guard count > 0 else { return self }
    // 10^39 is more than twice the greatest number.
    guard count <= ExactNumber.maximumScale else { return 0 }
    let unit = PowersOfTen.wide[count]
    let (quotient, rest) = quotientAndRemainder(dividingBy: unit)
    let half = unit / 2
    let isUp = rest > half || (rest == half && (hasRest || quotient % 2 == 1))
    return isUp ? quotient + 1 : quotient
  }
}

extension Int128 {
  /// This number times 10^`exponent`, or nil when it does not fit.
  func raised(byTens exponent: Int) -> Int128? {
    if self == 0 { return 0 }
    guard exponent <= ExactNumber.maximumScale else { return nil }
    let (product, overflow) = multipliedReportingOverflow(
      by: Int128(PowersOfTen.wide[exponent]))
    return overflow ? nil : product
  }
}
