package import FriseBase

/// A name as typed (or in backquotes, which are not part of `text`).
package struct Name: Sendable, Hashable {
  package let text: String
  package let span: ByteSpan
  /// True when it was written in backquotes: then it is never taken for a word of the language.
  package let isQuoted: Bool

  package init(_ text: String, span: ByteSpan, isQuoted: Bool = false) {
    self.text = text
    self.span = span
    self.isQuoted = isQuoted
  }
}

/// An expression and the bytes it was read from.
package struct Expression: Sendable {
  package let kind: Kind
  package let span: ByteSpan

  package init(_ kind: Kind, span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  package indirect enum Kind: Sendable {
    /// The literal as written: `100_000`, `4.5M`; its value is `NumberLiteral.value`.
    case number(NumberLiteral)
    /// `3 years`.
    case duration(NumberLiteral, unit: Word)
    /// The decoded text.
    case text(String)
    /// An EDTF text without its `@`; `1990s` and «années 1990» are `199X`.
    case date(String)
    /// `a..b`, `a..`, `..b`.
    case range(lower: RangeBound?, upper: RangeBound?)
    case truth(Bool)
    case none
    /// `it`, `_`: the last result; `_3`: the third.
    case result(Int?)
    case name(Name)
    case list([Expression])
    /// A pipeline in parentheses; with a source and no stages it is a mere grouping.
    case group(Pipeline)
    /// `place.parent`
    case member(Expression, Name)
    /// `f(x, …)`; each argument is a pipeline, mostly with a source alone.
    case call(Name, [Pipeline])
    /// `-x`, `not x`, `certainly x`, `possibly x`, and `about x` over the row's searched texts.
    case unary(UnaryOperator, Expression, operatorSpan: ByteSpan)
    case binary(BinaryOperator, Expression, Expression, operatorSpan: ByteSpan)
    /// `x R y`, or with `negated` `x not R y`, for the relation words during…matches.
    case relation(Word, Expression, Expression, negated: Bool, operatorSpan: ByteSpan)
    /// `x within 2 years of y`.
    case within(Expression, duration: Expression, of: Expression, operatorSpan: ByteSpan)
    /// `x is none`, `x is not none`.
    case isNone(Expression, negated: Bool)
    case conditional(test: Expression, then: Expression, else: Expression)
    /// What could not be read; a diagnostic was reported.
    case invalid
  }
}

/// A number as written and what it means: coefficient / 10^scale.
package struct NumberLiteral: Sendable, Hashable {
  /// As typed, separators and suffix included.
  package let text: String
  package let coefficient: Int128
  package let scale: UInt8

  package init(text: String, coefficient: Int128, scale: UInt8) {
    self.text = text
    self.coefficient = coefficient
    self.scale = scale
  }
}

/// A bound of a range literal.
package enum RangeBound: Sendable, Hashable {
  /// A number, negative ones included; it serves as a year where a date is expected.
  case number(NumberLiteral, isNegative: Bool)
  /// EDTF text.
  case date(String)
}

package enum UnaryOperator: UInt8, Sendable, Hashable {
  case negate, not, certainly, possibly, about
}

package enum BinaryOperator: UInt8, Sendable, Hashable, CaseIterable {
  case and, or
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case add, subtract, multiply, divide, modulo
  /// `a ?? b`
  case otherwise
}
