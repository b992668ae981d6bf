import FriseBase
import FriseModel
import FriseSyntax

/// Functions of the language: how many arguments, of which types, and what they give.
extension Resolver {
  /// `word(arguments)` over values of the row; faults are reported.
  mutating func call(_ word: Word, _ arguments: [Resolved], at span: ByteSpan) -> Resolved {
    if arguments.contains(where: isInvalid) { return invalid(span) }
    if Catalogue.entry(word).roles.contains(.aggregate) {
      return listAggregate(word, arguments, at: span)
    }
    var arguments = arguments
    if arguments.isEmpty, Resolver.dateParts.contains(word), let date = tableDate(span) {
      arguments = [date]
    }
    switch word {
    case .now: return finish(word, arguments, count: 0...0, .date, at: span)
    case .start, .end, .year, .month, .day, .decade, .century, .years, .earliest, .latest:
      return datePart(word, arguments, at: span)
    case .length: return length(arguments, at: span)
    case .exact: return exact(arguments, at: span)
    case .round, .floor, .abs: return rounding(word, arguments, at: span)
    case .low, .high, .word: return figurePart(word, arguments, at: span)
    case .lower, .upper, .words: return textFunction(word, arguments, at: span)
    case .date, .edtf, .figure, .number: return reading(word, arguments, at: span)
    case .text: return finish(word, arguments, count: 1...1, .bilingual, at: span)
    case .running, .previous, .next, .share: return window(word, arguments, at: span)
    case .lca, .path, .depth, .size, .root: return treeFunction(word, arguments, at: span)
    case .list:
      let item = arguments.reduce(ValueType.none) { $0.unified(with: $1.type) ?? .text }
      return finish(word, arguments, count: 1...64, .list(item), at: span)
    default:
      let form = Catalogue.form(word, tongue)
      report(
        .wordMisplaced(
          form, Localized(en: "it is no function", fr: "ce n’est pas une fonction"), at: span))
      return invalid(span)
    }
  }

  private func tableDate(_ span: ByteSpan) -> Resolved? {
    guard aggregation == nil, let rows, let index = rows.dateColumn else { return nil }
    return Resolved(.column(index), .date, span)
  }

  /// The call, once its arguments are known to fit; an item type maps over a list argument.
  private mutating func finish(
    _ word: Word, _ arguments: [Resolved], count: ClosedRange<Int>, _ type: ValueType,
    at span: ByteSpan
  ) -> Resolved {
    guard count.contains(arguments.count) else {
      report(.argumentCount(Catalogue.entry(word).usage, found: arguments.count, at: span))
      return invalid(span)
    }
    return Resolved(.call(word, arguments), type, span)
  }

  /// The first argument must satisfy `fits`; none fits everywhere.
  private mutating func check(
    _ arguments: [Resolved], _ expected: ValueType, _ fits: (ValueType) -> Bool
  ) -> Bool {
    guard let first = arguments.first else { return true }
    return expect(first, fits(first.type), expected)
  }

  private mutating func datePart(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    var arguments = arguments
    if arguments.count == 1 {
      guard let date = date(arguments[0]) else { return invalid(span) }
      arguments = [date]
    }
    let isList = arguments.first?.type.isList ?? false
    let type: ValueType =
      switch word {
      case .year, .month, .day: .number
      case .years: .list(.number)
      default: .date
      }
    guard check(arguments, .date, { $0.item == .date }) else { return invalid(span) }
    return finish(
      word, arguments, count: 1...1, isList && word != .years ? .list(type) : type, at: span)
  }

  private mutating func length(_ arguments: [Resolved], at span: ByteSpan) -> Resolved {
    var arguments = arguments
    // A number that is written out serves as a year, as wherever a date is expected.
    if case .constant(.number)? = arguments.first?.node, let year = date(arguments[0]) {
      arguments[0] = year
    }
    let type = arguments.first?.type ?? .date
    guard check(arguments, .date, { $0 == .date || $0.isText || $0.isList }) else {
      return invalid(span)
    }
    return finish(
      .length, arguments, count: 1...1, type == .date ? .duration : .number, at: span)
  }

  /// `exact(figure)` is the plain number; `exact(a, b)` is strict equality of texts.
  private mutating func exact(_ arguments: [Resolved], at span: ByteSpan) -> Resolved {
    if arguments.count == 2 {
      for argument in arguments where !expect(argument, argument.type.isText, .text) {
        return invalid(span)
      }
      return finish(.exact, arguments, count: 2...2, .truth, at: span)
    }
    guard check(arguments, .figure, { $0.isNumeric }) else { return invalid(span) }
    return finish(.exact, arguments, count: 1...2, .number, at: span)
  }

  private mutating func rounding(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    for argument in arguments where !expect(argument, argument.type.isNumeric, .number) {
      return invalid(span)
    }
    let type = arguments.first?.type == .figure ? ValueType.figure : .number
    return finish(word, arguments, count: word == .round ? 1...2 : 1...1, type, at: span)
  }

  private mutating func figurePart(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    guard check(arguments, .figure, { $0.isNumeric }) else { return invalid(span) }
    return finish(word, arguments, count: 1...1, word == .word ? .bilingual : .number, at: span)
  }

  private mutating func textFunction(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    guard check(arguments, .text, { $0.isText || $0.isLinkItem }) else { return invalid(span) }
    let type = arguments.first?.type == .text ? ValueType.text : .bilingual
    return finish(
      word, arguments, count: 1...1, word == .words ? .list(.text) : type, at: span)
  }

  /// `date(text)`, `edtf(text)`, `figure(text)`, `number(text)`: reads a text.
  private mutating func reading(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    let type: ValueType =
      switch word {
      case .figure: .figure
      case .number: .number
      default: .date
      }
    let alreadyIs: (ValueType) -> Bool = { $0 == type || (type.isNumeric && $0.isNumeric) }
    guard check(arguments, .text, { $0.isText || alreadyIs($0) || $0 == .number }) else {
      return invalid(span)
    }
    return finish(word, arguments, count: 1...1, type, at: span)
  }

  /// `running previous next share` look along the rows in their order.
  private mutating func window(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    guard rows != nil, aggregation == nil else {
      report(
        .wordMisplaced(
          Catalogue.form(word, tongue),
          Localized(
            en: "it looks along the rows, in derive, select or where",
            fr: "il parcourt les lignes, dans calculer, choisir ou où"), at: span))
      return invalid(span)
    }
    let isShift = word == .previous || word == .next
    if !isShift, !check(arguments, .number, { $0.isNumeric }) { return invalid(span) }
    if arguments.count == 2, arguments[1].type.isList {
      report(
        .typeMismatch(
          found: arguments[1].type, expected: ValueType.text.described, at: arguments[1].span))
      return invalid(span)
    }
    let type = arguments.first?.type ?? .none
    return finish(word, arguments, count: 1...2, word == .share ? .number : type, at: span)
  }

  private mutating func treeFunction(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    var arguments = arguments
    if arguments.isEmpty, let unit = rowLink(span) { arguments = [unit] }
    // Texts alone name units of the structure at hand.
    let table =
      arguments.lazy.compactMap(\.type.linkedTable).first
      ?? (word == .lca ? structureAtHand : nil)
    guard let table else {
      if let first = arguments.first { _ = expect(first, false, .link(TableID(""))) }
      if arguments.isEmpty {
        report(.argumentCount(Catalogue.entry(word).usage, found: 0, at: span))
      }
      return invalid(span)
    }
    if word != .lca {
      guard arguments.count == 1 else {
        report(.argumentCount(Catalogue.entry(word).usage, found: arguments.count, at: span))
        return invalid(span)
      }
      return relatives(word, of: arguments[0], at: span)
    }
    var linked: [Resolved] = []
    for argument in arguments {
      guard let unit = units(argument, of: table) else { return invalid(span) }
      linked.append(unit)
    }
    return finish(word, linked, count: 1...2, .link(table), at: span)
  }

  /// The structure that the rows are units of, else the one they link to first.
  private var structureAtHand: TableID? {
    guard let rows else { return nil }
    if rows.isStructure { return rows.table }
    return rows.mainLink.flatMap { rows.columns[$0].type.linkedTable }
  }

  // MARK: Aggregates

  /// True when a call is an aggregate over the group, inside `summarise`.
  static func isAggregate(_ word: Word, argumentCount: Int) -> Bool {
    Catalogue.entry(word).roles.contains(.aggregate) || (word == .list && argumentCount == 1)
  }

  /// An aggregate over the list of a row.
  private mutating func listAggregate(
    _ word: Word, _ arguments: [Resolved], at span: ByteSpan
  ) -> Resolved {
    guard arguments.count == 1, let list = arguments.first else {
      report(.argumentCount(Catalogue.entry(word).usage, found: arguments.count, at: span))
      return invalid(span)
    }
    guard list.type.isList else {
      report(.aggregateOutsideGroup(Catalogue.form(word, tongue), at: span))
      return invalid(span)
    }
    guard let type = aggregateType(word, of: list.type.item, at: list.span) else {
      return invalid(span)
    }
    return Resolved(.listAggregate(word, list), type, span)
  }

  /// An aggregate over the group: it becomes a column of the table of groups.
  mutating func aggregate(
    _ word: Word, _ arguments: [Pipeline], at span: ByteSpan
  ) -> Resolved {
    guard var collected = aggregation else { return invalid(span) }
    guard arguments.count == 1 || (arguments.isEmpty && word == .count) else {
      report(.argumentCount(Catalogue.entry(word).usage, found: arguments.count, at: span))
      return invalid(span)
    }
    let saved = rows
    rows = collected.rows
    aggregation = nil
    let argument = arguments.first.map { value(of: $0) }
    aggregation = collected
    rows = saved
    if let argument, isInvalid(argument) { return invalid(span) }
    let given = argument?.type ?? .none
    guard
      let type = aggregateType(
        word, of: collected.takesItems ? given.item : given, at: argument?.span ?? span)
    else { return invalid(span) }
    collected.aggregates.append(
      ResolvedAggregate(
        word: word, argument: argument, type: type, span: span,
        role: word == .sum && type == .figure ? collected.rows.roleColumn : nil))
    aggregation = collected
    return Resolved(
      .column(collected.keys.count + collected.aggregates.count - 1), type, span)
  }

  /// What an aggregate of values of `type` gives; nil with a fault reported when there is none.
  mutating func aggregateType(_ word: Word, of type: ValueType, at span: ByteSpan) -> ValueType? {
    switch word {
    case .count: return .number
    case .list: return .list(type.item)
    case .first, .last: return type
    case .min, .max:
      if type.isNumeric || type.isText || type == .date || type == .duration || type == .none {
        return type
      }
    default:
      if type.isNumeric || type == .none { return type }
      if type == .duration { return .duration }
    }
    report(.typeMismatch(found: type, expected: ValueType.number.described, at: span))
    return nil
  }
}

extension ValueType {
  /// The table that a unit, or the units of a list, belong to.
  var linkedTable: TableID? {
    if case .link(let table) = item { table } else { nil }
  }

  /// One unit, not a list.
  fileprivate var isLinkItem: Bool {
    if case .link = self { true } else { false }
  }
}
