import FriseBase
import FriseModel
import FriseSyntax

/// Tests on dates. A literal on the right is a whole period; any other date keeps its four bounds.
extension Evaluator {
  func dates(
    _ relation: DateRelation, _ left: Vector, _ right: Vector, _ isLiteral: Bool, _ count: Int,
    widened: Bool
  ) -> Answers {
    dateTest(left, right, count) { column, operand in
      column.answers(relation, operand, isLiteral: isLiteral, widened: widened)
    }
  }

  func within(
    _ left: Vector, _ duration: CalendarDuration, _ right: Vector, _ isLiteral: Bool, _ count: Int,
    widened: Bool
  ) -> Answers {
    dateTest(left, right, count) { column, operand in
      column.answers(within: duration, of: operand, isLiteral: isLiteral, widened: widened)
    }
  }

  /// Takes apart lists on either side: a test holds when it holds for some item.
  private func dateTest(
    _ left: Vector, _ right: Vector, _ count: Int,
    _ answers: (DateColumn, DateOperand) -> Answers
  ) -> Answers {
    switch (left, right) {
    case (.column(.list(let list)), _):
      let items: Vector =
        if case .column(let column) = right { .column(column.gather(list.itemRows)) } else { right }
      return list.reduced(dateTest(.column(list.items), items, list.items.count, answers))
    case (_, .constant(.list(let items))):
      let parts = items.filter { !$0.isNone }.map {
        dateTest(left, .constant($0), count, answers)
      }
      return parts.dropFirst().reduce(parts.first ?? .constant(.no, count: count)) { $0.or($1) }
    case (_, .column(.list)): return .constant(.undecided, count: count)
    case (.column(.date(let column)), .constant(.date(let date))):
      return answers(column, .date(date))
    case (.column(.date(let column)), .column(.date(let other))):
      return answers(column, .column(other))
    case (.constant(.date(let date)), .constant):
      let one = dateTest(.column(.date(DateColumn([date]))), right, 1, answers)
      return .constant(one[0], count: count)
    case (.constant(.date), .column):
      return dateTest(.column(left.column(type: .date, count: count)), right, count, answers)
    default: return .constant(.undecided, count: count)
    }
  }
}

/// What stands on the right of a relation of dates.
enum DateOperand {
  case date(DateValue)
  case column(DateColumn)
}

extension DateColumn {
  func answers(
    _ relation: DateRelation, _ operand: DateOperand, isLiteral: Bool, widened: Bool
  ) -> Answers {
    let reading: DateRelation.Reading = widened ? .widened : .plain
    switch operand {
    case .date(let date) where isLiteral:
      let period = Period(date)
      if let range = yesRange(relation, period) {
        return .range(yes: range, stated: statedCount, count: earliestStart.count)
      }
      return .dense(answers(relation, period, reading: reading))
    case .date(let date): return .dense(answers(relation, repeated(date), reading: reading))
    case .column(let other): return .dense(answers(relation, other, reading: reading))
    }
  }

  func answers(
    within duration: CalendarDuration, of operand: DateOperand, isLiteral: Bool, widened: Bool
  ) -> Answers {
    let reading: DateRelation.Reading = widened ? .widened : .plain
    switch operand {
    case .date(let date) where isLiteral:
      return .dense(answers(within: duration, of: Period(date), reading: reading))
    case .date(let date):
      return .dense(answers(within: duration, of: repeated(date), reading: reading))
    case .column(let other):
      return .dense(answers(within: duration, of: other, reading: reading))
    }
  }

  /// One date for each row of this column.
  private func repeated(_ date: DateValue) -> DateColumn {
    DateColumn([date]).gather([Int32](repeating: 0, count: earliestStart.count))
  }
}
