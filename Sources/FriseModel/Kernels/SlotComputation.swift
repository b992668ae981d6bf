/// Addition, subtraction, multiplication and remainder over the slots of columns, 1 024 rows at a
/// time: both operands are brought to one scale in a block, then computed without leaving 64 bits.
/// A
/// block in which something does not fit is computed again number by number.
struct SlotComputation {
  private(set) var result: ArithmeticResult
  private let operation: Arithmetic
  private let left: SlotOperand
  private let right: SlotOperand
  private static let blockRows = 1024

  /// Nil when the operands cannot be brought to one scale within 64 bits.
  init?(_ operation: Arithmetic, _ left: NumberOperand, _ right: NumberOperand, count: Int) {
    let isProduct = operation == .multiply
    let scale = isProduct ? Int(left.scale) + Int(right.scale) : Int(max(left.scale, right.scale))
    guard scale <= ExactNumber.maximumScale,
      let leftSlots = SlotOperand(left, scale: isProduct ? left.scale : UInt8(scale)),
      let rightSlots = SlotOperand(right, scale: isProduct ? right.scale : UInt8(scale))
    else { return nil }
    self.operation = operation
    self.left = leftSlots
    self.right = rightSlots
    result = ArithmeticResult(
      column: NumberColumn(
        values: [Int64](repeating: NumberColumn.none, count: count), scale: UInt8(scale)))
    var leftBlock = [Int64](repeating: 0, count: SlotComputation.blockRows)
    var rightBlock = leftBlock
    for start in stride(from: 0, to: count, by: SlotComputation.blockRows) {
      let rows = start..<min(count, start + SlotComputation.blockRows)
      let isLeftWhole = leftSlots.load(rows, into: &leftBlock)
      let isRightWhole = rightSlots.load(rows, into: &rightBlock)
      if isLeftWhole, isRightWhole, compute(rows, leftBlock, rightBlock) { continue }
      for row in rows {
        result.column.values[row] = NumberColumn.none
        result.store(result.number(operation, left, right, row: row), row: row)
      }
    }
  }

  /// Computes a block; false when some result does not fit, and then nothing is remarked.
  private mutating func compute(
    _ rows: Range<Int>, _ left: [Int64], _ right: [Int64]
  ) -> Bool {
    switch operation {
    case .add: return add(rows, left, right)
    case .subtract: return subtract(rows, left, right)
    case .multiply: return multiply(rows, left, right)
    case .modulo, .divide: return modulo(rows, left, right)
    }
  }

  private mutating func add(_ rows: Range<Int>, _ left: [Int64], _ right: [Int64]) -> Bool {
    var isBad = false
    for index in 0..<rows.count {
      let (sum, overflow) = left[index].addingReportingOverflow(right[index])
      let isNone = left[index] == NumberColumn.none || right[index] == NumberColumn.none
      isBad = isBad || !isNone && (overflow || sum == NumberColumn.none)
      result.column.values[rows.lowerBound + index] = isNone ? NumberColumn.none : sum
    }
    return !isBad
  }

  private mutating func subtract(_ rows: Range<Int>, _ left: [Int64], _ right: [Int64]) -> Bool {
    var isBad = false
    for index in 0..<rows.count {
      let (rest, overflow) = left[index].subtractingReportingOverflow(right[index])
      let isNone = left[index] == NumberColumn.none || right[index] == NumberColumn.none
      isBad = isBad || !isNone && (overflow || rest == NumberColumn.none)
      result.column.values[rows.lowerBound + index] = isNone ? NumberColumn.none : rest
    }
    return !isBad
  }

  private mutating func multiply(_ rows: Range<Int>, _ left: [Int64], _ right: [Int64]) -> Bool {
    var isBad = false
    for index in 0..<rows.count {
      let (product, overflow) = left[index].multipliedReportingOverflow(by: right[index])
      let isNone = left[index] == NumberColumn.none || right[index] == NumberColumn.none
      isBad = isBad || !isNone && (overflow || product == NumberColumn.none)
      result.column.values[rows.lowerBound + index] = isNone ? NumberColumn.none : product
    }
    return !isBad
  }

  /// Remainders of divisions rounded down; none where the divisor is zero.
  private mutating func modulo(_ rows: Range<Int>, _ left: [Int64], _ right: [Int64]) -> Bool {
    for index in 0..<rows.count {
      let (dividend, divisor) = (left[index], right[index])
      guard dividend != NumberColumn.none, divisor != NumberColumn.none else { continue }
      if divisor == 0 {
        result.divisionsByZero += 1
        continue
      }
      let rest = dividend % divisor
      let isOther = rest != 0 && (rest < 0) != (divisor < 0)
      result.column.values[rows.lowerBound + index] = isOther ? rest + divisor : rest
    }
    return true
  }
}

/// An operand as slots of one scale.
struct SlotOperand {
  /// Nil for a constant.
  private let column: NumberColumn?
  private let constant: Int64
  /// What brings the column's slots to the scale.
  private let unit: Int64

  /// Nil when the scale is too far off, or the constant does not fit it.
  init?(_ operand: NumberOperand, scale: UInt8) {
    switch operand {
    case .column(let column):
      let places = Int(scale) - Int(column.scale)
      guard places >= 0, places < PowersOfTen.narrow.count else { return nil }
      self.column = column
      constant = 0
      unit = PowersOfTen.narrow[places]
    case .constant(let number):
      guard let slot = number.coefficient(atScale: scale) else { return nil }
      column = nil
      constant = slot
      unit = 1
    }
  }

  /// Fills the block with the slots of some rows; false when one does not fit or is wide.
  func load(_ rows: Range<Int>, into block: inout [Int64]) -> Bool {
    guard let column else {
      if rows.lowerBound == 0 { for index in block.indices { block[index] = constant } }
      return true
    }
    guard column.wide.isEmpty else { return false }
    if unit == 1 {
      for index in 0..<rows.count { block[index] = column.values[rows.lowerBound + index] }
      return true
    }
    var isBad = false
    for index in 0..<rows.count {
      let slot = column.values[rows.lowerBound + index]
      let (product, overflow) = slot.multipliedReportingOverflow(by: unit)
      let isNone = slot == NumberColumn.none
      isBad = isBad || !isNone && (overflow || product == NumberColumn.none)
      block[index] = isNone ? NumberColumn.none : product
    }
    return !isBad
  }
}
