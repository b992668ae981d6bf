import FriseBase
import FriseModel

/// Comparisons by the types on both sides: which kernel runs. Sides that have nothing in common are
/// undecided, as none is; the resolver has refused what makes no sense.
extension Column {
  /// Every row with one value.
  func compared(
    _ comparison: Comparison, to value: Value, widened: Bool, tongue: Tongue
  ) -> Answers {
    if comparison == .notEqual {
      return compared(.equal, to: value, widened: widened, tongue: tongue).negated
    }
    switch (self, value) {
    case (.list(let list), _):
      return list.reduced(
        list.items.compared(comparison, to: value, widened: widened, tongue: tongue))
    case (.number(let column), .number(let number)): return column.compared(comparison, to: number)
    case (.number(let column), .figure(let figure)):
      return FigureColumn(column).compared(comparison, to: figure, widened: widened)
    case (.figure(let column), .number(let number)):
      return column.compared(comparison, to: number, widened: widened)
    case (.figure(let column), .figure(let figure)):
      return column.compared(comparison, to: figure, widened: widened)
    case (.duration(let column), .duration(let duration)):
      return column.compared(comparison, to: duration)
    case (.truth(let column), .truth(let truth)):
      return .dense(column.answers.map { $0 == 1 ? 1 : $0 == truth.rawValue ? 2 : 0 })
    case (_, .text(let text)) where comparison == .equal: return equals(anyOf: [text])
    case (_, .bilingual(let text)) where comparison == .equal:
      return equals(anyOf: [text.english, text.french])
    case (.text, .link(let registry, let row)) where comparison == .equal,
      (.bilingual, .link(let registry, let row)) where comparison == .equal:
      let name = registry.name(row)
      return equals(anyOf: [registry.id(row), name.english, name.french])
    case (.link(let column), .link(let registry, let row)):
      return column.registry.table == registry.table
        ? column.isIn([row]) : column.isIn([]).and(.constant(.no, count: count))
    case (.text, .text), (.bilingual, .text), (.text, .bilingual), (.bilingual, .bilingual):
      let other = Column.repeating(value, type: value.columnType, count: count)
      return ordered(comparison, other, tongue: tongue)
    default: return .constant(.undecided, count: count)
    }
  }

  /// Row by row with another column.
  func compared(
    _ comparison: Comparison, to other: Column, widened: Bool, tongue: Tongue
  ) -> Answers {
    if comparison == .notEqual {
      return compared(.equal, to: other, widened: widened, tongue: tongue).negated
    }
    switch (self, other) {
    case (.number(let left), .number(let right)): return left.compared(comparison, to: right)
    case (.number(let left), .figure(let right)):
      return FigureColumn(left).compared(comparison, to: right, widened: widened)
    case (.figure(let left), .number(let right)):
      return left.compared(comparison, to: FigureColumn(right), widened: widened)
    case (.figure(let left), .figure(let right)):
      return left.compared(comparison, to: right, widened: widened)
    case (.duration(let left), .duration(let right)):
      return left.compared(comparison, to: right)
    case (.truth(let left), .truth(let right)):
      return .dense(
        zip(left.answers, right.answers).map { $0 == 1 || $1 == 1 ? 1 : $0 == $1 ? 2 : 0 })
    case (.link(let left), .link(let right)): return left.equals(right)
    case _ where comparison != .equal: return ordered(comparison, other, tongue: tongue)
    default: return equals(other)
    }
  }

  /// Equality of texts, of either tongue where there are two; a unit is named by name or id.
  private func equals(_ other: Column) -> Answers {
    switch (self, other) {
    case (.text(let left), .text(let right)): left.equals(right)
    case (.bilingual(let english, let french), _):
      Column.text(english).equals(other).either(Column.text(french).equals(other))
    case (.text, .bilingual), (.text, .link): other.equals(self)
    case (.link(let links), _):
      links.names.equals(other).either(Column.text(links.ids).equals(other))
    default: .constant(.undecided, count: count)
    }
  }

  /// Equality with one of these texts.
  func equals(anyOf texts: [String]) -> Answers {
    switch self {
    case .text(let column): column.isIn(texts)
    case .bilingual(let english, let french): english.isIn(texts).either(french.isIn(texts))
    case .link(let column):
      column.isIn(texts.flatMap { column.registry.rows(named: $0) })
    case .list(let list): list.reduced(list.items.equals(anyOf: texts))
    default: .constant(.undecided, count: count)
    }
  }

  /// The order of `sort`, row by row; none is undecided.
  private func ordered(
    _ comparison: Comparison, _ other: Column, tongue: Tongue
  ) -> Answers {
    guard let joined = appending(other) else { return .constant(.undecided, count: count) }
    let ranks = joined.sortRanks(in: tongue)
    let isNone = self.isNone.or(other.isNone).bytes
    let count = count
    return .dense(
      (0..<count).map { row in
        if isNone[row] == 2 { return 1 }
        for rank in ranks where rank[row] != rank[row + count] {
          return comparison.holds(order: rank[row] < rank[row + count] ? -1 : 1) ? 2 : 0
        }
        return comparison.holds(order: 0) ? 2 : 0
      })
  }

  // MARK: Texts

  /// True where the text, or the name of the unit, has `text` in it under the fold.
  func contains(_ text: String) -> Answers {
    switch self {
    case .text(let column): column.contains(text)
    case .bilingual(let english, let french):
      english.contains(text).either(french.contains(text))
    case .link(let column): column.names.contains(text)
    case .list(let list): list.reduced(list.items.contains(text))
    default: .constant(.undecided, count: count)
    }
  }

  /// True where the pattern matches somewhere.
  func matches(_ pattern: borrowing TextPattern) throws(TextPatternFailure) -> Answers {
    switch self {
    case .text(let column): return try column.matches(pattern)
    case .bilingual(let english, let french):
      return try english.matches(pattern).either(try french.matches(pattern))
    case .link(let column): return try column.names.matches(pattern)
    case .list(let list): return list.reduced(try list.items.matches(pattern))
    default: return .constant(.undecided, count: count)
    }
  }
}

extension Value {
  /// The type of a column of such values.
  var columnType: ValueType {
    switch self {
    case .none: .none
    case .number: .number
    case .figure: .figure
    case .text: .text
    case .bilingual: .bilingual
    case .date: .date
    case .duration: .duration
    case .truth: .truth
    case .link(let registry, _): .link(registry.table)
    case .list(let items): .list(items.first { !$0.isNone }?.columnType ?? .none)
    }
  }
}
