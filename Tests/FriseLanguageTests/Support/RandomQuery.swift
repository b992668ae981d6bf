import FriseBase
import FriseSyntax
import FriseTestSupport

/// Random queries on the built-in data, drawn from the words of the catalogue: most of them have a
/// meaning, all of them must be answered.
struct RandomQuery {
  private var random: RandomRows

  init(seed: UInt64) { random = RandomRows(seed: seed) }

  private mutating func pick<Item>(_ items: [Item]) -> Item { random.pick(items) }

  private mutating func count(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random.generator)
  }

  private static let tables = [
    "events", "events", "history", "acts", "organisation", "regions", "units", "directors",
    "topics",
    "figures", "membership", "regions.events", "acts.event", "(events | take 5)", "facts",
  ]
  private static let columns = [
    "id", "date", "title", "place", "people", "role", "topics", "actors", "name", "parent", "kind",
    "n", "value", "event", "members", "place.name", "place.parent", "origin", "label", "depth",
    "children", "descendants", "path", "topics.parent", "title.fr", "year", "events", "event.date",
    "`n.total`", "x", "decade",
  ]
  private static let literals = [
    "0", "1", "-1", "2.5", "100_000", "1956", "1956-11", "1999/2002", "1990s", "@1985/", "@../1990",
    "@Y17000000002", "@-0044", "none", "true", "\"Africa\"", "\"IOM\"", "\"\"", "[1, none]", "[]",
    "[\"AFG\", \"PAK\"]", "3 years", "1 day", "1..5", "1999..2005", "..2000", "9e9",
    "170141183460469231731687303715884105727", "(events | count)", "(acts | select event)",
    "(events | where false | max people)", "figure(\"over 200 000\")", "now()",
  ]
  private static let units = [
    "year", "month", "decade", "century", "7 years", "10000 years", "day",
  ]
  private static let functions = Catalogue.entries(as: [.function, .aggregate]).map(\.forms.english)

  private mutating func operand(_ depth: Int) -> String {
    switch count(0...(depth > 0 ? 6 : 3)) {
    case 0, 1: return pick(Self.columns)
    case 2, 3: return pick(Self.literals)
    case 4:
      let arguments = (0..<count(0...2)).map { _ in operand(depth - 1) }
      return "\(pick(Self.functions))(\(arguments.joined(separator: ", ")))"
    case 5:
      let sign = pick(["+", "-", "*", "/", "mod", "??"])
      return "(\(operand(depth - 1)) \(sign) \(operand(depth - 1)))"
    default: return "(if \(test(0)) then \(operand(0)) else \(operand(0)))"
    }
  }

  private mutating func test(_ depth: Int) -> String {
    if depth > 0 {
      switch count(0...4) {
      case 0: return "(\(test(depth - 1)) and \(test(depth - 1)))"
      case 1: return "(\(test(depth - 1)) or \(test(depth - 1)))"
      case 2: return "\(pick(["not", "certainly", "possibly"])) (\(test(depth - 1)))"
      default: break
      }
    }
    switch count(0...5) {
    case 0: return "\(operand(1)) is \(pick(["none", "not none"]))"
    case 1: return "about \"migr afric\""
    case 2: return "date within \(pick(Self.literals)) of \(operand(0))"
    default:
      let words = [
        "=", "!=", "<", "<=", ">", ">=", "during", "overlaps", "before", "after", "meets", "under",
        "above", "in", "contains", "matches", "not in", "not during",
      ]
      return "\(operand(1)) \(pick(words)) \(operand(1))"
    }
  }

  private mutating func groups() -> String {
    switch count(0...3) {
    case 0: " by \(operand(1))"
    case 1: " each \(pick(Self.units))"
    case 2: " by \(operand(0)), \(operand(0)) each \(pick(Self.units))"
    default: ""
    }
  }

  private mutating func stage() -> String {
    let aggregate = pick(["count", "sum", "average", "median", "min", "max", "first", "last"])
    switch count(0...22) {
    case 0, 1, 2: return "where \(test(2))"
    case 3:
      return
        "\(pick(["during", "overlaps", "before", "meets", "not under", "above"])) \(operand(0))"
    case 4: return "select id, x = \(operand(2))"
    case 5: return "derive x = \(operand(2))"
    case 6: return "sort \(operand(1)) \(pick(["", "desc"]))"
    case 7: return "\(pick(["take", "skip"])) \(pick(["0", "1", "3", "-1", "x", "1e9"]))\(groups())"
    case 8: return "summarise n = \(aggregate)(\(operand(1)))\(groups())"
    case 9: return "\(aggregate) \(operand(1))\(groups())"
    case 10: return "count\(groups())"
    case 11: return "distinct \(pick(["", operand(1)]))"
    case 12: return "\(pick(["union", "except", "intersect"])) \(pick(Self.tables))"
    case 13:
      return
        "join \(pick(["", "all "]))"
        + "\(pick(["acts", "events", "directors", "(topics | take 3)"])) as j on \(test(0))"
    case 14: return "join acts on id = \(pick(["event", "acts.id", "acts.date", "topics"]))"
    case 15:
      return pick(["gaps", "concurrent", "spread decade", "spread year", "nearest 3 to 1999"])
    case 16: return "nearest \(count(0...4)) to \(operand(0))"
    case 17: return "at \(pick(Self.literals))"
    case 18:
      return pick(["roots", "leaves", "children", "parent", "siblings", "ancestors", "descendants"])
    case 19: return "rollup n = \(aggregate)(\(operand(1)))"
    case 20: return "follow \(pick(Self.columns))"
    case 21:
      return pick(["describe", "tree", "timeline", "bars", "bars people", "record", "table"])
    default:
      return pick(["drop id", "rename y = id", "drop date", "rename n = name", "drop parent"])
    }
  }

  /// A pipeline of one to five stages.
  mutating func pipeline() -> String {
    ([pick(Self.tables)] + (0..<count(1...5)).map { _ in stage() }).joined(separator: " | ")
  }
}
