import FriseBase
import FriseModel
import FriseTestSupport
import Testing

/// What is reckoned once of the links into a structure, against the same reckoned row by row.
struct LinkIndexTests {
  /// A forest of some units, and links of enough rows for an index, some to none.
  private static func sample(
    _ random: inout SplitMix64, units: Int, rows: Int
  ) throws -> (registry: Registry, links: [Int32], table: Table) {
    let parents = (0..<units).map { unit in
      unit == 0 ? -1 : Int32.random(in: -1..<Int32(unit), using: &random)
    }
    let ids = TextColumn((0..<units).map { "u\($0)" })
    let registry = Registry(
      table: TableID("units"), ids: ids, englishNames: ids, frenchNames: ids,
      forest: try Forest.build(parents: parents))
    let links = (0..<rows).map { _ in Int32.random(in: -1..<Int32(units), using: &random) }
    let table = Table(
      schema: TableSchema(id: TableID("events"), name: Localized(same: "events"), columns: []),
      columns: [.link(LinkColumn(registry: registry, rows: links))], rowCount: rows)
    return (registry, links, table)
  }

  @Test func subtreesFoundByIndexAreThoseFoundRowByRow() throws {
    var random = SplitMix64(seed: 401)
    let (registry, rows, table) = try Self.sample(&random, units: 300, rows: 20_000)
    guard case .link(let stored) = table.indexingLinks.columns[0] else {
      Issue.record("no links")
      return
    }
    let plain = LinkColumn(registry: registry, rows: rows)
    // The first question is answered without an index.
    _ = stored.isUnder([0])
    var sparse = 0
    for _ in 0..<40 {
      let units = (0..<Int.random(in: 0...3, using: &random)).map { _ in
        Int32.random(in: 0..<300, using: &random)
      }
      let (found, expected) = (stored.isUnder(units), plain.isUnder(units))
      #expect(found.bytes == expected.bytes, "\(units)")
      #expect(found.tally == expected.tally)
      #expect(found.selected().rows == expected.selected().rows)
      #expect(found.undecided.rows == expected.undecided.rows)
      #expect(found.negated.bytes == expected.negated.bytes)
      #expect(found.certain.bytes == expected.certain.bytes)
      #expect(found.possible.bytes == expected.possible.bytes)
      #expect([0, 9, 77, 19_999].allSatisfy { found[$0] == expected[$0] })
      if case .sparse = found { sparse += 1 }
    }
    #expect(sparse > 10)
  }

  @Test func totalsOfSubtreesAreSumsOverTheirRows() throws {
    var random = SplitMix64(seed: 402)
    for _ in 0..<30 {
      let (registry, rows, table) = try Self.sample(&random, units: 12, rows: 40)
      let forest = try #require(registry.forest)
      let values = NumberColumn(
        values: rows.map { _ in
          Int.random(in: 0..<4, using: &random) == 0
            ? NumberColumn.none : Int64.random(in: -9...9, using: &random)
        }, scale: 1)
      guard case .link(let links) = table.indexingLinks.columns[0] else { continue }
      let counted = try #require(links.totals(in: registry, values: nil, column: -1))
      let summed = try #require(links.totals(in: registry, values: values, column: 0))
      // Asked again it is what was kept.
      let again = try #require(links.totals(in: registry, values: values, column: 0))
      // Rows that a sum counted beside it are counted no more.
      guard case .link(let fresh) = table.indexingLinks.columns[0] else { continue }
      _ = fresh.totals(in: registry, values: values, column: 0)
      let beside = try #require(fresh.totals(in: registry, values: nil, column: -1))
      let units = Array(0..<Int32(12))
      for whole in [false, true] {
        let counts = counted.counts(forest, whole: whole)
        let stated = summed.counts(forest, whole: whole)
        let sums = summed.sums(forest, whole: whole)
        #expect(again.sums(forest, whole: whole).values == sums.values)
        for unit in units {
          let own = rows.indices.filter { row in
            rows[row] == unit || (whole && rows[row] >= 0 && forest.isUnder(rows[row], unit))
          }
          let numbers = own.map { values.values[$0] }.filter { $0 != NumberColumn.none }
          #expect(counts.values[Int(unit)] == Int64(own.count))
          #expect(
            beside.counts(forest, whole: whole).values[Int(unit)] == Int64(own.count))
          #expect(stated.values[Int(unit)] == Int64(numbers.count))
          let isUnstated = !own.isEmpty && numbers.isEmpty
          #expect(
            sums.values[Int(unit)] == (isUnstated ? NumberColumn.none : numbers.reduce(0, +)))
        }
      }
    }
  }

  @Test func sumsThatDoNotFitAreLeftToOthers() throws {
    var random = SplitMix64(seed: 403)
    let (registry, rows, table) = try Self.sample(&random, units: 2, rows: 9)
    guard case .link(let links) = table.indexingLinks.columns[0] else { return }
    let values = NumberColumn(values: rows.map { _ in Int64.max })
    #expect(links.totals(in: registry, values: values, column: 0)?.overflows == true)
    #expect(links.totals(in: registry, values: nil, column: -1)?.overflows == false)
    // Another tree over the same units, and a column on its way, have no index.
    let forest = try #require(registry.forest)
    let cut = registry.replanted(forest.keeping([true, false]))
    #expect(links.totals(in: cut, values: nil, column: -1) == nil)
    let passing = LinkColumn(registry: registry, rows: rows)
    #expect(passing.totals(in: registry, values: nil, column: -1) == nil)
  }
}
