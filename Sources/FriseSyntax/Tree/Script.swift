package import FriseBase

/// What a source says: its statements in order, and its comments with their places.
package struct Script: Sendable {
  package let statements: [Statement]
  package let comments: [Comment]

  package init(statements: [Statement], comments: [Comment]) {
    self.statements = statements
    self.comments = comments
  }
}

/// `# …` up to the end of its line, the mark included.
package struct Comment: Sendable, Hashable {
  package let text: String
  package let span: ByteSpan
  /// True when nothing but spaces stands before it on its line.
  package let standsAlone: Bool

  package init(text: String, span: ByteSpan, standsAlone: Bool) {
    self.text = text
    self.span = span
    self.standsAlone = standsAlone
  }
}

package struct Statement: Sendable {
  package let kind: Kind
  package let span: ByteSpan

  package init(_ kind: Kind, span: ByteSpan) {
    self.kind = kind
    self.span = span
  }

  package enum Kind: Sendable {
    /// `let name = …`, or with parameters a function of tables.
    case definition(Name, parameters: [Name]?, Pipeline)
    case param(Name, default: Expression?)
    case include(String, pathSpan: ByteSpan)
    case load(String, pathSpan: ByteSpan, alias: Name?, options: [LoadOption])
    case print([Expression])
    case assert(Expression)
    case explain(Pipeline)
    case pipeline(Pipeline)
    /// What could not be read; a diagnostic was reported.
    case invalid
  }
}

/// `name = expression` after `with`.
package struct LoadOption: Sendable {
  package let name: Name
  package let value: Expression
  package init(name: Name, value: Expression) {
    self.name = name
    self.value = value
  }
}
