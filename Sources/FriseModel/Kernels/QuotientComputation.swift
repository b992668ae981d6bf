/// Division over the slots of columns: quotients to 12 significant digits, half to even, each found
/// with one division of 128 by 64 bits; then all are brought to one scale.
struct QuotientComputation {
  private(set) var result: ArithmeticResult
  /// Quotient of each row as digits and places, or `NumberColumn.none`.
  private var digits: [Int64]
  private var places: [Int8]

  /// Nil when a constant does not fit 64 bits.
  init?(_ left: NumberOperand, _ right: NumberOperand, count: Int) {
    guard let leftSlots = SlotOperand(left, scale: left.scale),
      let rightSlots = SlotOperand(right, scale: right.scale)
    else { return nil }
    result = ArithmeticResult(column: NumberColumn(values: []))
    digits = [Int64](repeating: NumberColumn.none, count: count)
    places = [Int8](repeating: 0, count: count)
    let shift = Int(left.scale) - Int(right.scale)
    var leftBlock = [Int64](repeating: 0, count: 1024)
    var rightBlock = leftBlock
    var exact: [Int32: ExactNumber] = [:]
    for start in stride(from: 0, to: count, by: 1024) {
      let rows = start..<min(count, start + 1024)
      let isLeftWhole = leftSlots.load(rows, into: &leftBlock)
      let isRightWhole = rightSlots.load(rows, into: &rightBlock)
      let isWhole = isLeftWhole && isRightWhole
      for row in rows {
        let (dividend, divisor) = (leftBlock[row - start], rightBlock[row - start])
        if isWhole {
          if dividend == NumberColumn.none || divisor == NumberColumn.none { continue }
          if divisor == 0 {
            result.divisionsByZero += 1
            continue
          }
          if let (quotient, scale) = QuotientComputation.quotient(dividend, divisor, shift) {
            digits[row] = quotient
            places[row] = scale
            continue
          }
        }
        exact[Int32(row)] = result.number(.divide, left, right, row: row)
      }
    }
    gatherSlots(exact)
  }

  /// Brings all quotients to the greatest number of places among them.
  private mutating func gatherSlots(_ exact: [Int32: ExactNumber]) {
    let scale = max(Int(places.max() ?? 0), exact.values.map { Int($0.scale) }.max() ?? 0)
    result.column = NumberColumn(values: digits, scale: UInt8(max(0, scale)))
    for row in digits.indices where digits[row] != NumberColumn.none {
      let missing = scale - Int(places[row])
      if missing == 0 { continue }
      let unit = missing < PowersOfTen.narrow.count ? PowersOfTen.narrow[missing] : 0
      let (slot, overflow) = digits[row].multipliedReportingOverflow(by: unit)
      if digits[row] == 0 || (unit > 0 && !overflow && slot != NumberColumn.none) {
        result.column.values[row] = slot
      } else {
        result.column.values[row] = NumberColumn.none
        result.column.wide[Int32(row)] = ExactNumber(
          coefficient: Int128(digits[row]), scale: UInt8(places[row]))
      }
    }
    for (row, number) in exact { result.store(number, row: Int(row)) }
  }

  /// The digits of a quotient and its places, 0...38, or nil when it has none such.
  private static func quotient(
    _ dividend: Int64, _ divisor: Int64, _ shift: Int
  ) -> (digits: Int64, places: Int8)? {
    if dividend == 0 { return (0, 0) }
    let (numerator, denominator) = (dividend.magnitude, divisor.magnitude)
    let raise = 12 - numerator.digitCount + denominator.digitCount
    guard raise >= 0 else { return nil }
    // The quotient lies above 10^11 and below 10^13.
    let product = PowersOfTen.wide[raise] &* UInt128(numerator)
    var (quotient, rest) = denominator.dividingFullWidth(
      (UInt64(truncatingIfNeeded: product >> 64), UInt64(truncatingIfNeeded: product)))
    var scale = raise + shift
    var isUp: Bool
    if quotient >= 1_000_000_000_000 {
      let last = quotient % 10
      quotient /= 10
      scale -= 1
      isUp = last > 5 || (last == 5 && (rest > 0 || quotient % 2 == 1))
    } else {
      let other = denominator - rest
      isUp = rest > other || (rest == other && quotient % 2 == 1)
    }
    if isUp { quotient += 1 }
    while quotient % 10 == 0, scale > 0 {
      quotient /= 10
      scale -= 1
    }
    guard (0...ExactNumber.maximumScale).contains(scale) else { return nil }
    let isNegative = (dividend < 0) != (divisor < 0)
    return (isNegative ? -Int64(quotient) : Int64(quotient), Int8(scale))
  }
}

extension UInt64 {
  /// How many decimal digits it has.
  fileprivate var digitCount: Int {
    // 1233 / 4096 is close to the logarithm of 2 to base 10.
    let estimate = ((64 - leadingZeroBitCount) * 1233) >> 12
    return estimate < PowersOfTen.narrow.count && self < UInt64(PowersOfTen.narrow[estimate])
      ? estimate : estimate + 1
  }
}
