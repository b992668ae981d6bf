extension Column {
  /// Yes for rows without a value, no for the others. An undecided answer is a value.
  package var isNone: Answers {
    switch self {
    case .number(let column): column.isNone
    case .figure(let column): column.numbers.isNone
    case .text(let column): Answers.marking(column.codes, equalTo: -1)
    case .bilingual(let english, let french):
      Answers.marking(english.codes, equalTo: -1).and(.marking(french.codes, equalTo: -1))
    case .date(let column): Answers.marking(column.earliestStart, equalTo: DateColumn.none)
    case .duration(let column): Answers.marking(column.months, equalTo: DurationColumn.none)
    case .truth(let column): .constant(.no, count: column.answers.count)
    case .link(let column): Answers.marking(column.rows, equalTo: -1)
    case .list(let column): column.isNone
    case .none(let count): .constant(.yes, count: count)
    }
  }
}

extension Answers {
  /// Yes for rows that hold `mark`.
  fileprivate static func marking<Slot: FixedWidthInteger>(
    _ slots: [Slot], equalTo mark: Slot
  ) -> Answers {
    var answers = [UInt8](repeating: 0, count: slots.count)
    for row in slots.indices { answers[row] = slots[row] == mark ? 2 : 0 }
    return .dense(answers)
  }
}

extension NumberColumn {
  /// Yes for rows without a number.
  package var isNone: Answers {
    var answers = [UInt8](repeating: 0, count: values.count)
    for row in values.indices { answers[row] = values[row] == NumberColumn.none ? 2 : 0 }
    for row in wide.keys { answers[Int(row)] = 0 }
    return .dense(answers)
  }
}

extension ListColumn {
  /// Yes for rows without an item.
  package var isNone: Answers {
    .dense((0..<count).map { offsets[$0] == offsets[$0 + 1] ? 2 : 0 })
  }
}
