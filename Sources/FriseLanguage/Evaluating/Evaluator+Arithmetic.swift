import FriseBase
import FriseModel
import FriseSyntax

/// `+ - * / mod` on numbers, figures, dates and durations.
extension Evaluator {
  mutating func arithmetic(
    _ sign: BinaryOperator, _ left: Vector, _ right: Vector, _ count: Int, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    let isConstant: Bool
    switch (left, right) {
    case (.constant, .constant): isConstant = true
    default: isConstant = false
    }
    let rows = isConstant ? 1 : count
    if whole.type == .number, let operation = Arithmetic(sign) {
      let result = NumberColumn.computed(
        operation, left.numberOperand(rows), right.numberOperand(rows), count: rows)
      if let row = result.overflowRow { throw failure(.overflow(row: row + 1, at: whole.span)) }
      remarks.divided(byZero: result.divisionsByZero)
      let column = Column.number(result.column)
      return isConstant ? .constant(column.value(at: 0)) : .column(column)
    }
    // Dates, durations and figures: cell by cell.
    var values: [Value] = []
    values.reserveCapacity(rows)
    var divisionsByZero = 0
    for row in 0..<rows {
      let (first, second) = (left.value(at: row), right.value(at: row))
      if sign == .divide, second.asFigure?.mayBeZero == true {
        if !first.isNone { divisionsByZero += 1 }
        values.append(.none)
        continue
      }
      guard let value = Evaluator.combined(sign, first, second) else {
        throw failure(.overflow(row: row + 1, at: whole.span))
      }
      values.append(value)
    }
    remarks.divided(byZero: divisionsByZero)
    return isConstant ? .constant(values[0]) : .column(Column(values, type: whole.type))
  }

  /// One cell; nil when it does not fit.
  private static func combined(
    _ sign: BinaryOperator, _ left: Value, _ right: Value
  ) -> Value? {
    if left.isNone || right.isNone { return Value.none }
    switch (left, right) {
    case (.date(let date), .duration(let duration)):
      return .date(date.adding(sign == .subtract ? duration.negated : duration))
    case (.duration(let duration), .date(let date)):
      return .date(date.adding(duration))
    case (.date(let first), .date(let second)):
      return first.interval(since: second).map(Value.duration) ?? Value.none
    case (.duration(let first), .duration(let second)):
      return first.adding(sign == .subtract ? second.negated : second).map(Value.duration)
    case (.duration(let duration), .number(let number)),
      (.number(let number), .duration(let duration)):
      guard let factor = number.wholeValue else { return Value.none }
      return duration.multiplied(by: factor).map(Value.duration)
    default: break
    }
    guard let first = left.asFigure, let second = right.asFigure else { return Value.none }
    return combined(sign, first, second).map(Value.figure)
  }

  /// Two figures, of which at most one is a plain number; nil when the result does not fit.
  private static func combined(
    _ sign: BinaryOperator, _ first: Figure, _ second: Figure
  ) -> Figure? {
    switch sign {
    case .multiply: return first.multiplied(by: second)
    case .divide: return first.divided(by: second)
    default:
      var sum = FigureSum()
      sum.add(first)
      sum.add(sign == .subtract ? second.negated : second)
      return sum.sum
    }
  }

  func negated(
    _ vector: Vector, _ count: Int, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    switch vector {
    case .constant(.number(let number)): .constant(.number(number.negated))
    case .constant(.figure(let figure)): .constant(.figure(figure.negated))
    case .constant(.duration(let duration)): .constant(.duration(duration.negated))
    case .column(.number(let numbers)): .column(.number(numbers.negated()))
    case .column(.figure):
      .column(
        Column(
          (0..<count).map { row in
            vector.value(at: row).asFigure.map { Value.figure($0.negated) } ?? .none
          }, type: .figure))
    case .column(.duration(let durations)):
      .column(
        .duration(
          DurationColumn(
            months: durations.months.map { $0 == DurationColumn.none ? $0 : -$0 },
            days: durations.days.map { -$0 })))
    default: .constant(.none)
    }
  }
}

extension Arithmetic {
  init?(_ sign: BinaryOperator) {
    switch sign {
    case .add: self = .add
    case .subtract: self = .subtract
    case .multiply: self = .multiply
    case .divide: self = .divide
    case .modulo: self = .modulo
    default: return nil
    }
  }
}

extension Vector {
  /// Numbers for a kernel of `count` rows; what is no number is none.
  func numberOperand(_ count: Int) -> NumberOperand {
    switch self {
    case .constant(let value):
      value.exactNumber.map(NumberOperand.constant)
        ?? .column(NumberColumn(values: Array(repeating: NumberColumn.none, count: count)))
    case .column(.number(let numbers)): .column(numbers)
    case .column(.figure(let figures)): .column(figures.numbers)
    case .column: .column(NumberColumn(values: Array(repeating: NumberColumn.none, count: count)))
    }
  }
}

extension Value {
  /// A figure, or a number as a figure that is exactly itself.
  var asFigure: Figure? {
    switch self {
    case .figure(let figure): figure
    case .number(let number): Figure(exactly: number)
    default: nil
    }
  }
}

extension CalendarDuration {
  /// The sum, or nil when it does not fit.
  func adding(_ other: CalendarDuration) -> CalendarDuration? {
    let (months, overflow) = self.months.addingReportingOverflow(other.months)
    let (days, dayOverflow) = self.days.addingReportingOverflow(other.days)
    return overflow || dayOverflow ? nil : CalendarDuration(months: months, days: days)
  }

  /// The multiple, or nil when it does not fit.
  func multiplied(by factor: Int64) -> CalendarDuration? {
    let (months, overflow) = self.months.multipliedReportingOverflow(by: factor)
    let (days, dayOverflow) = self.days.multipliedReportingOverflow(by: factor)
    return overflow || dayOverflow ? nil : CalendarDuration(months: months, days: days)
  }
}
