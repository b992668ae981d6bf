package import FriseBase
package import FriseModel
package import FriseSyntax

/// An expression whose names and types are settled, over the rows of a known shape.
package struct Resolved: Sendable {
  package let node: Node
  package let type: ValueType
  package let span: ByteSpan

  package init(_ node: Node, _ type: ValueType, _ span: ByteSpan) {
    self.node = node
    self.type = type
    self.span = span
  }

  package indirect enum Node: Sendable {
    /// A literal, perhaps by way of a name or moved by a written duration. A literal date on the
    /// right of a relation is a whole, definite period; any other keeps its four bounds (language,
    /// section 5.2).
    case constant(Value)
    /// `a..b` of numbers, both ends included.
    case numberRange(lower: ExactNumber?, upper: ExactNumber?)
    /// A column of the rows at hand.
    case column(Int)
    /// A `param` whose value is not written out, by its number in the session.
    case parameter(Int)
    /// A pipeline that yields one cell.
    case cell(ResolvedPipeline)
    /// A pipeline as a set: of its rows' units, or of the values of its one column.
    case set(ResolvedPipeline, column: Int)
    /// An earlier result that was a value.
    case result(Int)
    /// A column of the rows that a link, or a list of links, points at.
    case field(Resolved, table: TableID, column: Int)
    /// `parent`, `children`… of a unit or of units.
    case relatives(Word, Resolved)
    /// The rows of `table` whose link `column` holds the unit.
    case backLinks(Resolved, table: TableID, column: Int)
    /// The units of `table` that texts known only while running name.
    case named(Resolved, table: TableID)
    /// One side of a text in two tongues.
    case side(Tongue, Resolved)
    case call(Word, [Resolved])
    /// An aggregate over the list of each row.
    case listAggregate(Word, Resolved)
    case arithmetic(BinaryOperator, Resolved, Resolved)
    case negated(Resolved)
    /// `a ?? b`
    case otherwise(Resolved, Resolved)
    case conditional(test: Resolved, then: Resolved, else: Resolved)
    case list([Resolved])
    case test(Test)
    /// A fault was reported: stands for anything.
    case invalid
  }

  /// Whether the value is written out in the query.
  package var isLiteral: Bool {
    switch node {
    case .constant, .numberRange: true
    default: false
    }
  }

  /// What yields yes, no or undecided.
  package indirect enum Test: Sendable {
    case and(Resolved, Resolved)
    case or(Resolved, Resolved)
    case not(Resolved)
    case certainly(Resolved)
    case possibly(Resolved)
    case isNone(Resolved)
    /// Numbers, figures, texts, durations, truths, units; `in` a list is `equal` to some item.
    case compare(Comparison, Resolved, Resolved)
    /// A number within a range, both ends included.
    case inRange(Resolved, lower: ExactNumber?, upper: ExactNumber?)
    /// `during overlaps before after meets`, and the comparisons of dates.
    case date(DateRelation, Resolved, Resolved)
    case within(Resolved, CalendarDuration, Resolved)
    /// Left and right are units; the word is `under` or `above`.
    case tree(Word, Resolved, Resolved)
    case contains(Resolved, Resolved)
    case matches(Resolved, String)
    /// Every word of the text begins a word of one of these columns.
    case about([Resolved], Resolved)
  }
}
