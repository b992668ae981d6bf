import FriseBase
import FriseModel
import FriseSyntax

/// What follows a dot: columns of linked rows, relatives of units, one side of a text, `x.f` for
/// f(x).
extension Resolver {
  mutating func resolve(member name: Name, of base: Resolved, at span: ByteSpan) -> Resolved {
    if case .invalid = base.node { return base }
    probe?.note(owner: base.type, of: name.span)
    if let found = linkedMember(name, of: base, at: span) ?? side(name, of: base, at: span) {
      return found
    }
    if let word = Catalogue.word(name.text, as: [.function, .aggregate]), !name.isQuoted {
      note(name, Catalogue.entry(word).forms)
      return call(word, [base], at: span)
    }
    report(unknownMember(name, of: base))
    return invalid(span)
  }

  /// A column of the linked table, a relative of the unit, or rows that link back.
  private mutating func linkedMember(
    _ name: Name, of base: Resolved, at span: ByteSpan
  ) -> Resolved? {
    guard case .link(let table) = base.type.item, let schema = schema(of: table) else { return nil }
    if let column = Shape(schema).column(named: name.text) {
      note(name, schema.columns[column].name)
      let type = schema.columns[column].type
      return Resolved(
        .field(base, table: table, column: column),
        base.type.isList ? .list(type.item) : type, span)
    }
    if schema.isStructure, let word = Catalogue.word(name.text, as: .rowValue), word != .events {
      note(name, Catalogue.entry(word).forms)
      return relatives(word, of: base, at: span)
    }
    guard let other = self.schema(named: name.text) else { return nil }
    note(name, other.name)
    return backLink(other, to: base, at: span)
  }

  /// A relative of a unit or of each unit of a list.
  func relatives(_ word: Word, of base: Resolved, at span: ByteSpan) -> Resolved {
    let item = base.type.item
    let type: ValueType =
      switch word {
      case .parent, .root: base.type
      case .depth, .size: base.type.isList ? .list(.number) : .number
      case .path: base.type.isList ? .list(.bilingual) : .bilingual
      default: .list(item)
      }
    return Resolved(.relatives(word, base), type, span)
  }

  /// The rows of `schema` that hold `base` in one of their links, its main link before others.
  func backLink(_ schema: TableSchema, to base: Resolved, at span: ByteSpan) -> Resolved? {
    guard case .link(let target) = base.type.item else { return nil }
    let links = schema.columns.indices.filter { schema.columns[$0].type.item == .link(target) }
    let main = schema.mainLink.flatMap { links.contains($0) ? $0 : nil }
    guard schema.id != target, let column = main ?? links.first else { return nil }
    return Resolved(
      .backLinks(base, table: schema.id, column: column), .list(.link(schema.id)), span)
  }

  /// `title.fr`, `title.en`
  private func side(_ name: Name, of base: Resolved, at span: ByteSpan) -> Resolved? {
    guard base.type.item == .bilingual,
      let side = Tongue.allCases.first(where: { $0.tag == name.text.lowercased() })
    else { return nil }
    return Resolved(
      .side(side, base), base.type.isList ? .list(.text) : .text, span)
  }

  private func unknownMember(_ name: Name, of base: Resolved) -> Diagnostic {
    guard case .link(let table) = base.type.item, let schema = schema(of: table) else {
      return .unknownFunction(
        name,
        near: nearest(name.text, among: Catalogue.entries(as: .function).map(\.forms)))
    }
    var known = schema.columns.filter { !$0.traits.contains(.hidden) }.map(\.name)
    if schema.isStructure { known += Catalogue.entries(as: .rowValue).map(\.forms) }
    return .unknownColumn(name, table: schema.name, near: nearest(name.text, among: known))
  }
}
