import FriseBase
import FriseLanguage
import FriseModel
import FriseTestSupport
import Testing

/// Structures through time, roll-ups and what goes wrong, over small trees made for it.
@Suite("Structures")
struct StructureTests {
  /// A row of the sample: id, name, parent row, validity.
  private typealias Unit = (id: String, name: String, parent: Int32, dates: String)

  /// World > A > (B until 1990) > C since 1980; D of no dates; E from some day of 1990.
  private static let units: [Unit] = [
    ("w", "World", -1, ""), ("a", "A", 0, "1950/.."), ("b", "B", 1, "1960/1990"),
    ("c", "Operations", 2, "1980/"), ("d", "Operations", 0, ""), ("e", "E", 2, "1990/.."),
  ]

  /// The units as a table, which events link to by `place`.
  private static func structure(_ units: [Unit] = units) -> SampleTable {
    var table = SampleTable(
      "units",
      [
        ("id", .text, units.map { .text($0.id) }), ("name", .text, units.map { .text($0.name) }),
        ("date", .date, units.map { .date($0.dates) }),
      ], date: "date")
    table.parents = units.map(\.parent)
    return table
  }

  /// Events with the units they link to and a figure.
  private static func events(
    _ rows: [(units: [Int32], people: String, role: String)], of structure: SampleTable
  ) -> SampleTable {
    let registry = structure.table.registry
    func link(_ row: Int32) -> Value { registry.map { .link($0, row: row) } ?? .none }
    var table = SampleTable(
      "events",
      [
        ("id", .text, rows.indices.map { .text("e\($0)") }),
        ("place", .list(.link(TableID("units"))), rows.map { .list($0.units.map(link)) }),
        ("people", .figure, rows.map { .figure($0.people) }),
        ("cost", .number, rows.map { .number($0.people.isEmpty ? nil : 1) }),
        ("role", .text, rows.map { .text($0.role) }),
      ])
    table.link = "place"
    table.role = "role"
    return table
  }

  private static let data: DataSet = {
    let units = structure()
    return SampleTable.dataSet([
      units,
      events(
        [
          ([1], "over 200000", "assisted"), ([2, 3], "nearly 850000", "assisted"),
          ([3, 4], "", "context"), ([4], "1234", "context"), ([3, 3], "10", "assisted"),
        ], of: units),
    ])
  }()

  private static let cases: [QueryCase] = [
    QueryCase(
      "units | at 1985 | select id, parent, depth",
      "id,parent,depth\nw,,0\na,w,1\nb,a,2\nc,b,3\nd,w,1"),
    QueryCase(
      "units | at 2000 | select id, parent, depth, size, path",
      "id,parent,depth,size,path\nw,,0,5,World\na,w,1,3,World > A\nc,a,2,1,World > A > Operations\n"
        + "d,w,1,1,World > Operations\ne,a,2,1,World > A > E",
      "2 units hang on the nearest ancestor valid then"),
    QueryCase(
      "units | at 1990-06 | select id, parent",
      "id,parent\nw,\na,w\nc,a\nd,w",
      "2 undecided: the dates do not say whether valid at 1990-06",
      "1 unit hangs on the nearest ancestor valid then"),
    QueryCase("units | at 1955 | select id", "id\nw\na\nd"),
    QueryCase(
      "units | at 2000 | where id = \"c\" | ancestors | select id, parent", "id,parent\nw,\na,w",
      "2 units hang on the nearest ancestor valid then"),
    QueryCase(
      "units | where id = \"c\" | at 2000 | parent | select id, children",
      "id,children\na,c;e", "1 unit hangs on the nearest ancestor valid then"),
    QueryCase(
      "units | at 2000 | where parent.parent = \"w\" | select id, parent.name, parent.parent",
      "id,parent.name,parent.parent\nc,A,w\ne,A,w",
      "2 units hang on the nearest ancestor valid then",
      "3 undecided: parent.parent not stated"),
    QueryCase(
      "units | at 2000 | under \"a\" | count", "n\n2",
      "2 units hang on the nearest ancestor valid then"),
    QueryCase(
      "units | at 2000 | under \"b\" | count", "n\n0",
      "2 units hang on the nearest ancestor valid then", "under \"b\": 0 of 5"),
    QueryCase(
      "units | at 2000 | rollup n = count(events) | select id, n, n.total, events",
      "id,n,n.total,events\nw,0,5,\na,1,4,1\nc,3,3,2;3;5\nd,2,2,3;4\ne,0,0,",
      "2 units hang on the nearest ancestor valid then"),
    QueryCase(
      "units | at 2000 | at 1985 | select id", "id\nw\na\nc\nd",
      "2 units hang on the nearest ancestor valid then"),
    QueryCase("units | select id, events", "id,events\nw,\na,1\nb,2\nc,2;3;5\nd,3;4\ne,"),
    QueryCase(
      "units | rollup n = count(events) | select id, n, n.total",
      "id,n,n.total\nw,0,5\na,1,4\nb,1,3\nc,3,3\nd,2,2\ne,0,0"),
    QueryCase(
      "units | rollup c = sum(events.cost) | select id, c, c.total",
      "id,c,c.total\nw,0,4\na,1,3\nb,1,2\nc,2,2\nd,1,1\ne,0,0",
      "events.cost: 1 of 5 not stated"),
    QueryCase(
      "units | where id = \"a\" | rollup k = sum(events.people), m = max(events.cost) "
        + "| select k, k.total, m",
      "k,k_low,k_high,k_word,k.total,k.total_low,k.total_high,k.total_word,m\n"
        + "200000,200000,250000,over,1050010,1040010,1100010,about,1",
      "events.people: 1 of 5 not stated", "the sum mixes roles: assisted 3, context 1",
      "events.cost: 1 of 5 not stated"),
    QueryCase(
      "units | rollup n = count(events) | sort n.total desc | take 2 "
        + "| derive x = n.total - n | select id, x",
      "id,x\nw,5\na,3"),
    QueryCase(
      "units | rollup count() | take 1 | select id, `count().total`", "id,count().total\nw,6"),
    QueryCase("units | where id in [\"a\", \"c\"] | roots | select id", "id\na\nc"),
    QueryCase("units | where id in [\"a\", \"b\"] | roots | select id", "id\na"),
    QueryCase("units | where id in [\"a\", \"b\"] | leaves | select id", "id\nb"),
    QueryCase("units | where id in [\"b\", \"d\"] | siblings | select id", "id\na"),
    QueryCase("units | where id in [\"a\", \"d\"] | siblings | select id", "id\na\nd"),
    QueryCase("units | sort id desc | children | select id", "id\na\nb\nc\ne\nd"),
    QueryCase("units | under [\"b\", \"w\"] | count", "n\n5"),
    QueryCase("units | under (units | where id = \"b\") | select id", "id\nc\ne"),
    QueryCase(
      "units | under (units | where id = \"x\") | count", "n\n0", "id = \"x\": 0 of 6",
      "under (units | where id = \"x\"): 0 of 6"),
    QueryCase(
      "units | where units above children | count", "n\n3", "3 undecided: children not stated"),
    QueryCase(
      "units | where id = \"c\" | select lca(units, \"e\"), lca(siblings), x = lca(\"d\", units)",
      "\"lca(units, \"\"e\"\")\",lca(siblings),x\nb,e,w"),
    QueryCase(
      "units | where id = \"w\" | select ancestors, children.name, descendants.depth",
      "ancestors,children.name,descendants.depth\n,A;Operations,1;2;3;3;1"),
    QueryCase("param top = \"a\"; units | under top | count", "n\n3"),
    QueryCase("let top = \"A\"; units | under top | select id", "id\nb\nc\ne"),
    QueryCase("events | follow place | select id", "id\na\nb\nc\nd"),
    QueryCase("units.events | count", "n\n5"),
    QueryCase("events | where place.parent.name = \"A\" | select id", "id\ne1"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check(with: QueryRunner(data: Self.data)) }

  @Test func namesAreTriedByFoldIdAndAliasAndAmbiguityIsTold() {
    let runner = QueryRunner(data: Self.data)
    let two = runner.run("units | under \"operations\"")
    #expect(two.codes == ["E208"])
    #expect(two.diagnostics.contains("World > A > B > Operations: c"))
    #expect(two.diagnostics.contains("World > Operations: d"))
    let near = runner.run("units | under \"Wrld\"")
    #expect(near.codes == ["E207"])
    #expect(near.diagnostics.contains("\"World\""))
    let given = runner.run("param x = text(3); units | under x")
    #expect(given.codes == ["E207"])
    #expect(runner.run("events | children").diagnostics.contains("follow place"))
    #expect(runner.run("units | rollup n = sum(name)").codes == ["E204"])
  }

  /// A total at the root is the aggregate over distinct events; each total is that of the events of
  /// the subtree.
  @Test func totalsAgreeWithTheEventsOfTheSubtree() throws {
    var random = SplitMix64(seed: 11)
    for _ in 0..<12 {
      let units: [Unit] = (0..<12).map { row in
        (
          "u\(row)", "U\(row)", row == 0 ? -1 : Int32.random(in: -1..<Int32(row), using: &random),
          ""
        )
      }
      let structure = Self.structure(units)
      let rows = (0..<20).map { _ in
        (
          units: (0..<Int.random(in: 0...4, using: &random)).map { _ in
            Int32.random(in: 0..<12, using: &random)
          }, people: Bool.random(using: &random) ? "7" : "", role: "x"
        )
      }
      let data = SampleTable.dataSet([structure, Self.events(rows, of: structure)])
      let answer = QueryRunner(data: data).run(
        "units | rollup n = count(events), c = sum(events.cost) | select id, n.total, c.total")
      for (row, line) in answer.rows.enumerated() {
        var expected: [Int] = []
        for (event, links) in rows.enumerated() {
          let isBelow = links.units.contains { unit in
            var current = unit
            while current >= 0, current != Int32(row) { current = units[Int(current)].parent }
            return current == Int32(row)
          }
          if isBelow { expected.append(event) }
        }
        let stated = expected.filter { !rows[$0].people.isEmpty }.count
        let sum = !expected.isEmpty && stated == 0 ? "" : "\(stated)"
        #expect(line == "u\(row),\(expected.count),\(sum)")
      }
    }
  }

  /// A chain of 20 000 units: what is asked of one unit is cheap, what would be quadratic is
  /// refused.
  @Test(.timeLimit(.minutes(1))) func longChains() {
    let count: Int32 = 20_000
    let units: [Unit] = (0..<count).map { ("u\($0)", "U\($0)", $0 - 1, "") }
    let structure = Self.structure(units)
    let events = Self.events([([count - 1], "5", "x"), ([3, 9], "", "x")], of: structure)
    let runner = QueryRunner(data: SampleTable.dataSet([structure, events]))
    for (query, output) in [
      (
        "units | where id = \"u19999\" | select depth, root, x = count(ancestors)",
        "depth,root,x\n19999,u0,19999"
      ),
      ("units | where id = \"u19999\" | ancestors | count", "n\n19999"),
      ("units | leaves | select id", "id\nu19999"),
      ("units | rollup n = count(events) | take 1 | select n.total", "n.total\n2"),
      ("units | select x = count(children) | sum x", "x\n19999"),
      ("units | where id = \"u3\" | select length(path)", "length(path)\n17"),
    ] {
      let answer = runner.run(query)
      #expect(answer.diagnostics == "")
      #expect(answer.output == output)
    }
    #expect(runner.run("units | select ancestors").codes == ["E309"])
    #expect(runner.run("units | derive x = descendants").codes == ["E309"])
    #expect(runner.run("units | select path").codes == ["E309"])
    #expect(runner.run("units | rollup n = median(events.cost) | count").codes == [])
  }
}
