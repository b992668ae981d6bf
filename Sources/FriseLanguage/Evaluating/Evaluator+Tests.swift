import FriseBase
import FriseModel
import FriseSyntax

/// Tests: every one has three answers.
extension Evaluator {
  /// The answers of a test for the rows of a frame. Inside `certainly` and `possibly`, where
  /// `widened` is true, qualified dates and figures widen.
  mutating func test(
    _ expression: Resolved, _ frame: inout Frame, widened: Bool
  ) throws(RunFailure) -> Answers {
    guard case .test(let test) = expression.node else {
      return answers(try evaluate(expression, &frame), frame.count)
    }
    switch test {
    case .and(let left, let right):
      let first = try self.test(left, &frame, widened: widened)
      return first.and(try self.test(right, &frame, widened: widened))
    case .or(let left, let right):
      let first = try self.test(left, &frame, widened: widened)
      return first.or(try self.test(right, &frame, widened: widened))
    case .not(let operand): return try self.test(operand, &frame, widened: widened).negated
    case .certainly(let operand): return try self.test(operand, &frame, widened: true).certain
    case .possibly(let operand): return try self.test(operand, &frame, widened: true).possible
    case .isNone(let operand): return isNone(try evaluate(operand, &frame), frame.count)
    case .compare(let comparison, let left, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      for side in [first, second] { try prepare(side, .folds, expression.span) }
      return compare(comparison, first, second, left, right, frame.count, widened: widened)
    case .inRange(let operand, let lower, let upper):
      let value = try evaluate(operand, &frame)
      return inRange(value, lower, upper, operand, frame.count, widened: widened)
    case .date(let relation, let left, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      return dates(relation, first, second, right.isLiteral, frame.count, widened: widened)
    case .within(let left, let duration, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      return within(first, duration, second, right.isLiteral, frame.count, widened: widened)
    case .tree(let word, let left, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      return tree(word, first, second, frame.count)
    case .contains(let left, let right):
      let (first, second) = (try evaluate(left, &frame), try evaluate(right, &frame))
      try prepare(first, .folds, expression.span)
      return contains(first, second, left, frame.count)
    case .matches(let operand, let pattern):
      return try matches(try evaluate(operand, &frame), pattern, operand, frame.count)
    case .about(let columns, let words):
      guard case .text(let query) = try evaluate(words, &frame).value(at: 0) else {
        return .constant(.undecided, count: frame.count)
      }
      var searched: [Column] = []
      for column in columns {
        let vector = try evaluate(column, &frame)
        try prepare(vector, .folds, expression.span)
        searched.append(vector.column(type: column.type, count: frame.count))
      }
      return Answers.about(query, in: searched, count: frame.count)
    }
  }

  /// A truth as answers; none is undecided.
  private func answers(_ vector: Vector, _ count: Int) -> Answers {
    switch vector {
    case .constant(.truth(let truth)): .constant(truth, count: count)
    case .column(.truth(let column)): Answers(column)
    default: .constant(.undecided, count: count)
    }
  }

  private func isNone(_ vector: Vector, _ count: Int) -> Answers {
    switch vector {
    case .constant(let value): .constant(Truth(value.isNone), count: count)
    case .column(let column): column.isNone
    }
  }

  // MARK: Comparisons

  /// A comparison; with a list on a side it holds when it holds for some item.
  private func compare(
    _ comparison: Comparison, _ left: Vector, _ right: Vector, _ leftType: Resolved,
    _ rightType: Resolved, _ count: Int, widened: Bool
  ) -> Answers {
    switch (left, right) {
    case (.constant, .column):
      return compare(
        comparison.swapped, right, left, rightType, leftType, count, widened: widened)
    case (.constant(let value), .constant):
      // Both are the same for every row: one row decides.
      let column = Column([value], type: leftType.type)
      let answer = compare(
        comparison, .column(column), right, leftType, rightType, 1, widened: widened)
      return .constant(answer[0], count: count)
    case (.column(.list(let list)), .column(.list(let other))):
      return compareLists(comparison, list, other, widened: widened)
    case (.column(.list(let list)), _):
      let items = compareItems(comparison, list, right, widened: widened)
      return list.reduced(items)
    case (.column(let column), .constant(.list(let items))):
      return compareAny(comparison, column, items, widened: widened)
    case (.column(let column), .constant(let value)):
      return column.compared(comparison, to: value, widened: widened, tongue: tongue)
    case (.column(let column), .column(.list(let list))):
      // Each item beside the value of its row.
      let exploded = list.exploded()
      let rows = column.gather(exploded.rows)
      let items = list.items.gather(links: exploded.items)
      let answers = rows.compared(comparison, to: items, widened: widened, tongue: tongue)
      return ListColumn(offsets: list.offsets, items: items).reducedExploded(answers)
    case (.column(let column), .column(let other)):
      return column.compared(comparison, to: other, widened: widened, tongue: tongue)
    }
  }

  /// Holds when it holds for some item of the one and some item of the other.
  private func compareLists(
    _ comparison: Comparison, _ list: ListColumn, _ other: ListColumn, widened: Bool
  ) -> Answers {
    var (lefts, rights, offsets): ([Int32], [Int32], [Int32]) = ([], [], [0])
    for row in 0..<list.count {
      for left in list.offsets[row]..<list.offsets[row + 1] {
        for right in other.offsets[row]..<other.offsets[row + 1] {
          lefts.append(left)
          rights.append(right)
        }
      }
      offsets.append(Int32(clamping: lefts.count))
    }
    let items = list.items.gather(lefts)
    let answers = items.compared(
      comparison, to: other.items.gather(rights), widened: widened, tongue: tongue)
    return ListColumn(offsets: offsets, items: items).reduced(answers)
  }

  private func compareItems(
    _ comparison: Comparison, _ list: ListColumn, _ right: Vector, widened: Bool
  ) -> Answers {
    switch right {
    case .constant(.list(let items)):
      compareAny(comparison, list.items, items, widened: widened)
    case .constant(let value):
      list.items.compared(comparison, to: value, widened: widened, tongue: tongue)
    case .column(let column):
      list.items.compared(
        comparison, to: column.gather(list.itemRows), widened: widened, tongue: tongue)
    }
  }

  /// Some item of a literal list; none among them is ignored.
  private func compareAny(
    _ comparison: Comparison, _ column: Column, _ items: [Value], widened: Bool
  ) -> Answers {
    let stated = items.filter { !$0.isNone }
    let none = column.isNone
    var texts: [String] = []
    var result: Answers?
    for item in stated {
      if case .text(let text) = item {
        texts.append(text)
        continue
      }
      let answers = column.compared(comparison, to: item, widened: widened, tongue: tongue)
      result = result?.or(answers) ?? answers
    }
    if !texts.isEmpty {
      let answers = column.equals(anyOf: texts)
      result = result?.or(answers) ?? answers
    }
    // Nothing stated to compare with: no, but for rows that state nothing themselves.
    guard let result else { return none.and(.constant(.undecided, count: column.count)) }
    return result
  }

  private func inRange(
    _ vector: Vector, _ lower: ExactNumber?, _ upper: ExactNumber?, _ operand: Resolved,
    _ count: Int, widened: Bool
  ) -> Answers {
    func bound(_ comparison: Comparison, _ number: ExactNumber?) -> Answers? {
      guard let number else { return nil }
      let literal = Resolved(.constant(.number(number)), .number, operand.span)
      return compare(
        comparison, vector, .constant(.number(number)), operand, literal, count, widened: widened)
    }
    guard !operand.type.isList else {
      return rangeOfItems(vector, lower, upper, operand, count, widened: widened)
    }
    switch (bound(.greaterOrEqual, lower), bound(.lessOrEqual, upper)) {
    case (let first?, let second?): return first.and(second)
    case (let only?, nil), (nil, let only?): return only
    case (nil, nil): return isNone(vector, count).negated
    }
  }

  private func rangeOfItems(
    _ vector: Vector, _ lower: ExactNumber?, _ upper: ExactNumber?, _ operand: Resolved,
    _ count: Int, widened: Bool
  ) -> Answers {
    guard case .column(.list(let list)) = vector else {
      return .constant(.undecided, count: count)
    }
    let item = Resolved(operand.node, operand.type.item, operand.span)
    return list.reduced(
      inRange(.column(list.items), lower, upper, item, list.items.count, widened: widened))
  }

  // MARK: Trees

  private func tree(_ word: Word, _ left: Vector, _ right: Vector, _ count: Int) -> Answers {
    switch left {
    case .column(.list(let list)):
      let items: Vector =
        if case .column(let column) = right { .column(column.gather(list.itemRows)) } else { right }
      return list.reduced(tree(word, .column(list.items), items, list.items.count))
    case .column(.link(let links)): return tree(word, links, right, count)
    case .constant(.link(let registry, let row)):
      let column = Column.link(
        LinkColumn(registry: registry, rows: [Int32](repeating: row, count: count)))
      return tree(word, .column(column), right, count)
    default: return .constant(.undecided, count: count)
    }
  }

  /// One unit a row against a unit, a set, or what each row holds; an empty set has nothing below
  /// or above it.
  private func tree(
    _ word: Word, _ links: LinkColumn, _ right: Vector, _ count: Int
  ) -> Answers {
    switch right {
    case .constant(.none): return .constant(.undecided, count: count)
    case .constant:
      let rows = linkedRows(right, count: count).filter { $0 >= 0 }
      return word == .under ? links.isUnder(rows) : links.isAbove(rows)
    case .column(.link(let others)):
      let others = LinkColumn(registry: links.registry, rows: others.rows)
      return word == .under ? links.isUnder(others) : others.isUnder(links)
    case .column(.list(let list)):
      // Each item beside the unit of its row.
      let exploded = list.exploded()
      let items = list.items.gather(links: exploded.items)
      let units = LinkColumn(registry: links.registry, rows: links.rows.gather(exploded.rows))
      let answers = tree(word, units, .column(items), exploded.rows.count)
      return ListColumn(offsets: list.offsets, items: items).reducedExploded(answers)
    case .column: return .constant(.undecided, count: count)
    }
  }

  // MARK: Texts

  private func contains(
    _ left: Vector, _ right: Vector, _ operand: Resolved, _ count: Int
  ) -> Answers {
    let column = left.column(type: operand.type, count: count)
    guard case .constant(let value) = right else {
      return containsRowByRow(column, right, count)
    }
    switch value {
    case .text(let text): return column.contains(text)
    case .bilingual(let text):
      return column.contains(text.english).either(column.contains(text.french))
    case .list(let items):
      return items.reduce(Answers.constant(.no, count: count)) { answers, item in
        guard case .text(let text) = item else { return answers }
        return answers.or(column.contains(text))
      }
    default: return .constant(.undecided, count: count)
    }
  }

  /// The needle is another column.
  private func containsRowByRow(_ column: Column, _ right: Vector, _ count: Int) -> Answers {
    var answers: [UInt8] = []
    answers.reserveCapacity(count)
    for row in 0..<count {
      let needle = ValueText.human(right.value(at: row), tongue)
      let one = column.gather([Int32(clamping: row)])
      answers.append(right.value(at: row).isNone ? 1 : one.contains(needle)[0].rawValue)
    }
    return .dense(answers)
  }

  private func matches(
    _ vector: Vector, _ text: String, _ operand: Resolved, _ count: Int
  ) throws(RunFailure) -> Answers {
    do {
      let pattern = try TextPattern(text)
      return try vector.column(type: operand.type, count: count).matches(pattern)
    } catch {
      throw failure(.patternLimit(at: operand.span))
    }
  }
}

extension ListColumn {
  /// The row that each item belongs to.
  var itemRows: [Int32] {
    var rows: [Int32] = []
    rows.reserveCapacity(items.count)
    for row in 0..<count {
      for _ in offsets[row]..<offsets[row + 1] { rows.append(Int32(clamping: row)) }
    }
    return rows
  }

  /// Answers for exploded rows, one a row for empty lists, back to one a row.
  func reducedExploded(_ answers: Answers) -> Answers {
    var kept: [UInt8] = []
    let bytes = answers.bytes
    for (position, item) in exploded().items.enumerated() where item >= 0 {
      kept.append(bytes[position])
    }
    return reduced(.dense(kept))
  }
}
