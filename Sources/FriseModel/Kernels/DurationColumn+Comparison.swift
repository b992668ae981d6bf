extension CalendarDuration {
  /// The length in twelve-hundred-thousandths of a day, by which durations compare: a year is
  /// 365.2425 days and a month a twelfth of it (language, section 5.2).
  package var comparableLength: Int128 {
    Int128(months) * 36_524_250 + Int128(days) * 1_200_000
  }
}

extension DurationColumn {
  /// Compares every row with one duration; none is undecided.
  package func compared(_ comparison: Comparison, to duration: CalendarDuration) -> Answers {
    let length = duration.comparableLength
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: months.count)
    for row in answers.indices where months[row] != DurationColumn.none {
      let own = comparableLength(of: row)
      answers[row] = comparison.holds(order: own < length ? -1 : own == length ? 0 : 1) ? 2 : 0
    }
    return .dense(answers)
  }

  /// Compares row by row with another column of as many rows; none is undecided.
  package func compared(_ comparison: Comparison, to other: DurationColumn) -> Answers {
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: months.count)
    for row in answers.indices
    where months[row] != DurationColumn.none && other.months[row] != DurationColumn.none {
      let (left, right) = (comparableLength(of: row), other.comparableLength(of: row))
      answers[row] = comparison.holds(order: left < right ? -1 : left == right ? 0 : 1) ? 2 : 0
    }
    return .dense(answers)
  }

  /// The comparable length of a row that has a duration.
  private func comparableLength(of row: Int) -> Int128 {
    CalendarDuration(months: months[row], days: days[row]).comparableLength
  }
}
