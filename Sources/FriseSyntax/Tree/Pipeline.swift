package import FriseBase

/// `[source] { | stage }`; without a source it goes on from the last result.
package struct Pipeline: Sendable {
  package let source: Expression?
  package let stages: [Stage]
  package let span: ByteSpan

  package init(source: Expression?, stages: [Stage], span: ByteSpan) {
    self.source = source
    self.stages = stages
    self.span = span
  }
}

/// One verb and what it is given.
package struct Stage: Sendable {
  package let kind: Kind
  /// The verb as typed.
  package let verbSpan: ByteSpan
  package let span: ByteSpan

  package init(_ kind: Kind, verbSpan: ByteSpan, span: ByteSpan) {
    self.kind = kind
    self.verbSpan = verbSpan
    self.span = span
  }

  package indirect enum Kind: Sendable {
    case filter(Expression)
    /// `during 1956`: a relation on the table's date, the row's unit or its main link.
    case relation(Word, operand: Expression, negated: Bool)
    case within(duration: Expression, of: Expression)
    case about(Expression)
    case select([Item])
    case derive([Item])
    case drop([Name])
    case rename([Renaming])
    case sort([SortKey])
    /// `take` or `skip` (the word says which).
    case slice(Word, count: Expression, Groups)
    case summarise([Item], Groups)
    /// `count by place`, `sum people each decade`: the word is the aggregate.
    case aggregate(Word, Expression?, Groups)
    case distinct([Expression])
    /// `union`, `except`, `intersect`.
    case combine(Word, TableOperand)
    case join(keepsAll: Bool, TableOperand, alias: Name?, on: Expression)
    case nearest(count: NumberLiteral?, to: Expression)
    case gaps(Groups)
    case concurrent
    /// The word is a time unit.
    case spread(Word)
    case at(Expression)
    /// `roots leaves children parent siblings ancestors descendants`.
    case walk(Word)
    case rollup([Item])
    case follow(Name)
    /// `table record tree timeline`.
    case view(Word)
    case bars(Expression?)
    case describe
    case save(String)
    /// A `let` function; the rows are its first argument.
    case call(Name, [Expression])
    case invalid
  }
}

/// `[name =] expression`.
package struct Item: Sendable {
  package let name: Name?
  package let expression: Expression
  package init(name: Name?, expression: Expression) {
    self.name = name
    self.expression = expression
  }
}

/// `new = old` of `rename`.
package struct Renaming: Sendable {
  package let new: Name
  package let old: Name
  package init(new: Name, old: Name) {
    self.new = new
    self.old = old
  }
}

package struct SortKey: Sendable {
  package let expression: Expression
  package let isDescending: Bool
  package init(expression: Expression, isDescending: Bool) {
    self.expression = expression
    self.isDescending = isDescending
  }
}

/// `by …` and `each [n] unit`; both may be absent.
package struct Groups: Sendable {
  package let keys: [Expression]
  package let bucket: Bucket?

  package init(keys: [Expression] = [], bucket: Bucket? = nil) {
    self.keys = keys
    self.bucket = bucket
  }

  package var isEmpty: Bool { keys.isEmpty && bucket == nil }

  /// `each [count] unit`.
  package struct Bucket: Sendable {
    package let count: NumberLiteral?
    package let unit: Word
    package let span: ByteSpan
    package init(count: NumberLiteral?, unit: Word, span: ByteSpan) {
      self.count = count
      self.unit = unit
      self.span = span
    }
  }
}

/// A table named, or made by a pipeline in parentheses.
package enum TableOperand: Sendable {
  case name(Name)
  case pipeline(Pipeline)
}
