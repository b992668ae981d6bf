/// An operation on two numbers.
package enum Arithmetic: UInt8, Sendable, Hashable, CaseIterable {
  case add, subtract, multiply, divide, modulo
}

/// One side of an operation: a number for each row, or one for all.
package enum NumberOperand: Sendable {
  case column(NumberColumn)
  case constant(ExactNumber)

  /// The number for a row, or nil.
  func number(at row: Int) -> ExactNumber? {
    switch self {
    case .column(let column): column.number(at: row)
    case .constant(let number): number
    }
  }

  var scale: UInt8 {
    switch self {
    case .column(let column): column.scale
    case .constant(let number): number.scale
    }
  }
}

/// What an operation on columns gave, and what there is to remark.
package struct ArithmeticResult: Sendable {
  package var column: NumberColumn
  /// Rows that are none because of a division by zero.
  package var divisionsByZero = 0
  /// The first row whose result does not fit 128 bits; it is none.
  package var overflowRow: Int?
}

extension NumberColumn {
  /// Computes row by row, for the `count` rows that the columns have; none where an operand is.
  package static func computed(
    _ operation: Arithmetic, _ left: NumberOperand, _ right: NumberOperand, count: Int
  ) -> ArithmeticResult {
    let computation =
      operation == .divide
      ? QuotientComputation(left, right, count: count).map(\.result)
      : SlotComputation(operation, left, right, count: count).map(\.result)
    return computation ?? computedExactly(operation, left, right, count: count)
  }

  /// The same number by number, for scales and constants that do not fit 64 bits.
  private static func computedExactly(
    _ operation: Arithmetic, _ left: NumberOperand, _ right: NumberOperand, count: Int
  ) -> ArithmeticResult {
    var numbers: [ExactNumber?] = []
    numbers.reserveCapacity(count)
    var result = ArithmeticResult(column: NumberColumn(values: []))
    for row in 0..<count {
      numbers.append(result.number(operation, left, right, row: row))
    }
    result.column = NumberColumn(numbers)
    return result
  }
}

extension ArithmeticResult {
  /// The result for one row, or nil; counts what there is to remark.
  mutating func number(
    _ operation: Arithmetic, _ left: NumberOperand, _ right: NumberOperand, row: Int
  ) -> ExactNumber? {
    guard let leftNumber = left.number(at: row), let rightNumber = right.number(at: row)
    else { return nil }
    if rightNumber.isZero, operation == .divide || operation == .modulo {
      divisionsByZero += 1
      return nil
    }
    let number = leftNumber.computed(operation, rightNumber)
    if number == nil { overflowRow = min(overflowRow ?? row, row) }
    return number
  }

  /// Puts a number into a row of a column whose scale is set: in its slot, or beside it.
  mutating func store(_ number: ExactNumber?, row: Int) {
    guard let number else { return }
    if let slot = number.coefficient(atScale: column.scale) {
      column.values[row] = slot
    } else {
      column.wide[Int32(row)] = number
    }
  }
}

extension ExactNumber {
  /// The result, or nil when it does not fit or the divisor is zero.
  package func computed(_ operation: Arithmetic, _ other: ExactNumber) -> ExactNumber? {
    switch operation {
    case .add: adding(other)
    case .subtract: subtracting(other)
    case .multiply: multiplied(by: other)
    case .divide: divided(by: other)
    case .modulo: remainder(dividingBy: other)
    }
  }
}
