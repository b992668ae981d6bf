extension Column {
  /// Yes for rows without a value, no for the others. An undecided answer is a value.
  package var isNone: Answers {
    switch self {
    case .number(let column): column.isNone
    case .figure(let column): column.numbers.isNone
    case .text(let column): Answers.marking(column.codes, equalTo: -1)
    case .bilingual(let english, let french):
      Answers.marking(english.codes, equalTo: -1).and(.marking(french.codes, equalTo: -1))
    case .date(let column):
      column.isSorted
        ? .range(yes: column.statedCount..<column.earliestStart.count, count: count)
        : Answers.marking(column.earliestStart, equalTo: DateColumn.none)
    case .duration(let column): Answers.marking(column.months, equalTo: DurationColumn.none)
    case .truth(let column): .constant(.no, count: column.answers.count)
    case .link(let column): Answers.marking(column.rows, equalTo: -1)
    case .list(let column): column.isNone
    case .none(let count): .constant(.yes, count: count)
    }
  }
}

extension Column {
  /// Some rows in two: those without a value, and the others, in their order.
  package func split(_ rows: [Int32]) -> (absent: [Int32], stated: [Int32]) {
    switch self {
    case .number(let column) where column.wide.isEmpty:
      return rows.split { column.values[Int($0)] == NumberColumn.none }
    case .text(let column): return rows.split { column.codes[Int($0)] < 0 }
    case .date(let column):
      return rows.split { column.earliestStart[Int($0)] == DateColumn.none }
    case .link(let column): return rows.split { column.rows[Int($0)] < 0 }
    default:
      let isAbsent = isNone.bytes
      return rows.split { isAbsent[Int($0)] == Truth.yes.rawValue }
    }
  }
}

extension Answers {
  /// Some rows in two: those that are undecided, and the others, in their order.
  package func split(_ rows: [Int32]) -> (undecided: [Int32], others: [Int32]) {
    switch self {
    case .constant(.undecided, _): return (rows, [])
    case .constant, .range: return ([], rows)
    case .tailed(_, let stated, _): return rows.split { Int($0) >= stated }
    case .sparse(_, let undecided, _):
      if rows == undecided { return (rows, []) }
      // Both ascend.
      var next = 0
      return rows.split { row in
        while next < undecided.count, undecided[next] < row { next += 1 }
        return next < undecided.count && undecided[next] == row
      }
    case .dense(let answers):
      return rows.split { answers[Int($0)] == Truth.undecided.rawValue }
    }
  }
}

extension [Int32] {
  /// The elements that pass a test, and the others.
  @inline(__always)
  fileprivate func split(_ isFirst: (Int32) -> Bool) -> ([Int32], [Int32]) {
    let firstCount = reduce(0) { $0 &+ (isFirst($1) ? 1 : 0) }
    if firstCount == count { return (self, []) }
    if firstCount == 0 { return ([], self) }
    var (first, others): ([Int32], [Int32]) = ([], [])
    first.reserveCapacity(firstCount)
    others.reserveCapacity(count - firstCount)
    for row in self {
      if isFirst(row) { first.append(row) } else { others.append(row) }
    }
    return (first, others)
  }
}

extension Answers {
  /// Yes for rows that hold `mark`.
  fileprivate static func marking<Slot: FixedWidthInteger>(
    _ slots: [Slot], equalTo mark: Slot
  ) -> Answers {
    // Unchecked buffers: the loop takes several rows at once.
    var found: UInt8 = 0
    let answers = unsafe [UInt8](unsafeUninitializedCapacity: slots.count) { output, count in
      unsafe slots.withUnsafeBufferPointer { slots in
        for row in 0..<slots.count {
          let answer: UInt8 = unsafe slots[row] == mark ? 2 : 0
          unsafe output[row] = answer
          found |= answer
        }
      }
      count = slots.count
    }
    return found == 0 ? .constant(.no, count: slots.count) : .dense(answers)
  }
}

extension NumberColumn {
  /// Yes for rows without a number.
  package var isNone: Answers {
    guard !wide.isEmpty else { return .marking(values, equalTo: NumberColumn.none) }
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
