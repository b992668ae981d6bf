import FriseBase
import FriseSyntax
import FriseTestSupport

/// Draws trees that the grammar can write, with names that clash with its words.
struct RandomScript {
  var generator: SplitMix64
  /// Every name and text has bytes of its own.
  private var nextByte = 0

  static let names = [
    "x", "place", "count", "parent", "tree", "by", "in", "not", "or", "load", "print", "where", "a",
    "par", "ou", "de", "les", "the", "about", "none", "absent", "year", "if", "it", "null", "all",
    "on", "Migration Route", "2x", "annees", "within", "to", "top", "l", "explain", "si", "mod",
  ]
  static let dates = [
    "1956-11", "1956-11-04", "1956~", "1956?", "195X", "1951/1975", "1951/..", "2001-21", "-0044",
    "[1667,1668]", "Y17000000002", "1985/", "1956", "../1975", "1956-XX",
  ]
  static let numbers: [NumberLiteral] = [
    NumberLiteral(text: "0", coefficient: 0, scale: 0),
    NumberLiteral(text: "1", coefficient: 1, scale: 0),
    NumberLiteral(text: "1956", coefficient: 1956, scale: 0),
    NumberLiteral(text: "100_000", coefficient: 100_000, scale: 0),
    NumberLiteral(text: "2.5", coefficient: 25, scale: 1),
    NumberLiteral(text: "4.5M", coefficient: 4_500_000, scale: 0),
  ]
  static let texts = ["", "a", "a \"b\" \\", "two\nlines\t|", "it's # fine"]
  static let relations = words(.relation)
  static let units = words(.unit)

  static func words(_ role: WordRoles) -> [Word] { Catalogue.entries(as: role).map(\.word) }

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  mutating func number(below bound: Int) -> Int { Int.random(in: 0..<bound, using: &generator) }

  mutating func chance() -> Bool { Bool.random(using: &generator) }

  mutating func span() -> ByteSpan {
    nextByte += 2
    return ByteSpan(nextByte, nextByte + 1)
  }

  mutating func name() -> Name {
    let text = pick(Self.names)
    return Name(text, span: span(), isQuoted: number(below: 8) == 0)
  }

  mutating func many<Element>(_ make: (inout RandomScript) -> Element) -> [Element] {
    (0...number(below: 2)).map { _ in make(&self) }
  }

  mutating func maybe<Element>(_ make: (inout RandomScript) -> Element) -> Element? {
    chance() ? make(&self) : nil
  }

  mutating func script() -> Script {
    Script(
      statements: many { $0.statement() } + many { $0.statement() }, comments: [])
  }

  mutating func statement() -> Statement {
    let kind: Statement.Kind =
      switch number(below: 10) {
      case 0: .definition(name(), parameters: maybe { $0.many { $0.name() } }, pipeline(3))
      case 1: .param(name(), default: maybe { $0.expression(3) })
      case 2: .include(pick(Self.texts), pathSpan: span())
      case 3:
        .load(
          pick(Self.texts), pathSpan: span(), alias: maybe { $0.name() },
          options: chance() ? [] : many { LoadOption(name: $0.name(), value: $0.expression(2)) })
      case 4: .print(many { $0.expression(3) })
      case 5: .assert(expression(3))
      case 6: .explain(pipeline(3))
      default: .pipeline(pipeline(4))
      }
    return Statement(kind, span: span())
  }

  mutating func pipeline(_ depth: Int) -> Pipeline {
    let source = number(below: 6) == 0 ? nil : expression(depth - 1)
    let stages = source == nil || chance() ? many { $0.stage(depth - 1) } : []
    return Pipeline(source: source, stages: stages, span: span())
  }

  mutating func expression(_ depth: Int) -> Expression {
    guard depth > 0 else { return leaf() }
    let kind: Expression.Kind
    switch number(below: 15) {
    case 0: kind = .list(chance() ? [] : many { $0.expression(depth - 1) })
    case 1: kind = .group(pipeline(depth))
    case 2: kind = .member(expression(depth - 1), name())
    case 3: kind = .call(name(), chance() ? [] : many { $0.pipeline(depth - 1) })
    case 4, 5:
      let sign = pick([UnaryOperator.negate, .not, .certainly, .possibly, .about])
      kind = .unary(sign, expression(depth - 1), operatorSpan: span())
    case 6, 7, 8, 9:
      kind = .binary(
        pick(BinaryOperator.allCases), expression(depth - 1), expression(depth - 1),
        operatorSpan: span())
    case 10:
      kind = .relation(
        pick(Self.relations), expression(depth - 1), expression(depth - 1), negated: chance(),
        operatorSpan: span())
    case 11:
      kind = .within(
        expression(depth - 1), duration: duration(), of: expression(depth - 1), operatorSpan: span()
      )
    case 12: kind = .isNone(expression(depth - 1), negated: chance())
    case 13:
      kind = .conditional(
        test: expression(depth - 1), then: expression(depth - 1), else: expression(depth - 1))
    default: return leaf()
    }
    return Expression(kind, span: span())
  }

  mutating func duration() -> Expression {
    Expression(.duration(pick(Self.numbers), unit: pick(Self.units)), span: span())
  }

  private mutating func leaf() -> Expression {
    switch number(below: 10) {
    case 0: return Expression(.number(pick(Self.numbers)), span: span())
    case 1: return duration()
    case 2: return Expression(.text(pick(Self.texts)), span: span())
    case 3: return Expression(.date(pick(Self.dates)), span: span())
    case 4: return range()
    case 5: return Expression(.truth(chance()), span: span())
    case 6: return Expression(Expression.Kind.none, span: span())
    case 7: return Expression(.result(maybe { $0.number(below: 9) }), span: span())
    default: return Expression(.name(name()), span: span())
    }
  }

  private mutating func range() -> Expression {
    let lowers: [RangeBound?] = [
      nil, .number(pick(Self.numbers), isNegative: chance()),
      .date(pick(["1956-11", "195X", "1956~"])),
    ]
    let lower = pick(lowers)
    let uppers: [RangeBound?] = [
      .number(pick(Self.numbers), isNegative: chance()),
      .date(pick(Self.dates.filter { !$0.hasPrefix("..") })),
    ]
    let upper = lower != nil && chance() ? nil : pick(uppers)
    return Expression(.range(lower: lower, upper: upper), span: span())
  }
}

extension RandomScript {
  mutating func stage(_ depth: Int) -> Stage {
    let kind = number(below: 2) == 0 ? filterStage(depth) : otherStage(depth)
    return Stage(kind, verbSpan: span(), span: span())
  }

  private mutating func filterStage(_ depth: Int) -> Stage.Kind {
    switch number(below: 12) {
    case 0: .filter(expression(depth))
    case 1:
      .relation(
        pick([.during, .overlaps, .before, .after, .meets, .under, .above]),
        operand: expression(depth), negated: chance())
    case 2: .within(duration: duration(), of: expression(depth))
    case 3: .about(expression(depth))
    case 4: .select(many { $0.item(depth) })
    case 5: .derive(many { $0.item(depth) })
    case 6: .rollup(many { $0.item(depth) })
    case 7: .summarise(many { $0.item(depth) }, groups(depth))
    case 8: .sort(many { SortKey(expression: $0.expression(depth), isDescending: $0.chance()) })
    case 9: .slice(pick([.take, .skip]), count: expression(depth), groups(depth))
    case 10: .aggregate(pick(Self.words(.aggregate)), maybe { $0.expression(depth) }, groups(depth))
    default: .distinct(chance() ? [] : many { $0.expression(depth) })
    }
  }

  private mutating func otherStage(_ depth: Int) -> Stage.Kind {
    switch number(below: 16) {
    case 0: .drop(many { $0.name() })
    case 1: .rename(many { Renaming(new: $0.name(), old: $0.name()) })
    case 2: .combine(pick([.union, .except, .intersect]), table(depth))
    case 3:
      .join(
        keepsAll: chance(), table(depth), alias: maybe { $0.name() }, on: expression(depth))
    case 4: .nearest(count: maybe { $0.pick(Self.numbers) }, to: expression(depth))
    case 5: .gaps(Groups(keys: chance() ? [] : many { $0.expression(depth) }))
    case 6: .concurrent
    case 7: .spread(pick(Self.units))
    case 8: .at(expression(depth))
    case 9: .walk(pick([.roots, .leaves, .children, .parent, .siblings, .ancestors]))
    case 10: .follow(name())
    case 11: .view(pick([.table, .record, .tree, .timeline]))
    case 12: .bars(maybe { $0.expression(depth) })
    case 13: .describe
    case 14: .save(pick(Self.texts))
    default: .call(name(), chance() ? [] : many { $0.expression(depth) })
    }
  }

  private mutating func item(_ depth: Int) -> Item {
    Item(name: maybe { $0.name() }, expression: expression(depth))
  }

  private mutating func groups(_ depth: Int) -> Groups {
    let bucket = maybe {
      Groups.Bucket(
        count: $0.maybe { $0.pick(Self.numbers) }, unit: $0.pick(Self.units), span: $0.span())
    }
    return Groups(keys: chance() ? [] : many { $0.expression(depth) }, bucket: bucket)
  }

  private mutating func table(_ depth: Int) -> TableOperand {
    chance() ? .name(name()) : .pipeline(pipeline(depth))
  }
}
