import FriseBase
import FriseModel
import FriseTestSupport

/// Random small tables and predicates, the same ones in every run.
struct RandomRows {
  var generator: SplitMix64

  init(seed: UInt64) { generator = SplitMix64(seed: seed) }

  private static let dates = [
    "1956", "1956-11", "1956-11-04", "1956~", "1956?", "1957%", "195X", "19XX", "1951/1975",
    "1951/..", "1955/", "/1957", "../1956", "1954-01-01/1958-12-31", "1984~", "2001-21",
    "1999/2002",
    "1955-11/1957-02", "[1955,1957]", "{1955,1958}", "1956-11~/1957",
  ]
  private static let figures = [
    "140", "~140", "about 1000", "over 200", "nearly 850", "less than 500", "at least 100",
    "up to 300", "between 100 and 300", "0",
  ]
  private static let texts = ["Peru", "peru", "Chile", "Côte d’Ivoire", "cote d'ivoire", ""]

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[Int.random(in: 0..<items.count, using: &generator)]
  }

  private mutating func perhaps(_ value: Value) -> Value {
    Int.random(in: 0..<5, using: &generator) == 0 ? .none : value
  }

  /// A table `t` of `id date other x f name tags flag`.
  mutating func table(rowCount: Int) -> SampleTable {
    var columns: [[Value]] = Array(repeating: [], count: 8)
    for row in 0..<rowCount {
      columns[0].append(.text("r\(row)"))
      columns[1].append(perhaps(.date(pick(Self.dates))))
      columns[2].append(perhaps(.date(pick(Self.dates))))
      columns[3].append(perhaps(.number(Int64.random(in: -3...3, using: &generator) * 100)))
      columns[4].append(perhaps(.figure(pick(Self.figures))))
      columns[5].append(perhaps(.text(pick(Self.texts))))
      let tags = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
        Value.text(pick(["a", "b", "c"]))
      }
      columns[6].append(.list(tags))
      columns[7].append(perhaps(.truth(pick([.yes, .no, .undecided]))))
    }
    let types: [ValueType] = [
      .text, .date, .date, .number, .figure, .text, .list(.text), .truth,
    ]
    let names = ["id", "date", "other", "x", "f", "name", "tags", "flag"]
    return SampleTable(
      "t", names.indices.map { (names[$0], types[$0], columns[$0]) }, date: "date")
  }

  /// A predicate over the rows of such a table.
  mutating func predicate(depth: Int = 2) -> String {
    if depth > 0 {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0: return "(\(predicate(depth: depth - 1)) and \(predicate(depth: depth - 1)))"
      case 1: return "(\(predicate(depth: depth - 1)) or \(predicate(depth: depth - 1)))"
      case 2: return "not (\(predicate(depth: depth - 1)))"
      default: break
      }
    }
    let period = pick([
      "1956", "1955..1957", "1956-11", "1950s", "@1951/..", "other", "@[1955,1957]",
    ])
    let sign = pick(["=", "!=", "<", "<=", ">", ">="])
    switch Int.random(in: 0..<12, using: &generator) {
    case 0, 1, 2:
      return
        "date \(pick(["during", "overlaps", "before", "after", "meets", "not during"])) \(period)"
    case 3: return "date \(sign) \(period)"
    case 4: return "date within \(pick(["1 year", "40 days", "2 months"])) of \(period)"
    case 5: return "x \(sign) \(pick(["0", "100", "-200", "f", "x"]))"
    case 6, 7: return "f \(sign) \(pick(["150", "250", "x", "f", "0"]))"
    case 8: return "f in \(pick(["100..300", "200..", "[140, 850]", "[140, none]"]))"
    case 9:
      return
        "name "
        + pick([
          "= \"peru\"", "in [\"Chile\", none]", "contains \"e\"", "matches \"^P\"", "is none",
        ])
    case 10: return pick(["\"a\" in tags", "tags = \"b\"", "tags is none", "count(tags) > 1"])
    default: return pick(["flag", "flag = true", "x is not none", "f + x > 100", "x / 0 > 1"])
    }
  }
}
