import FriseModel
import Testing

/// The laws of the language on random tables and predicates.
@Suite("Laws")
struct LawTests {
  /// Tables of a few rows, each with predicates of its own.
  private static let seeds: [UInt64] = Array(1...40)

  private func ids(_ query: String, _ runner: QueryRunner) -> [String] {
    let answer = runner.run("t | \(query) | select id")
    #expect(answer.diagnostics == "", "\(query)")
    return answer.rows
  }

  /// certainly ⊆ plain ⊆ possibly, and every row answers yes, no or undecided.
  @Test(arguments: seeds)
  func answersAreNested(seed: UInt64) {
    var random = RandomRows(seed: seed)
    let table = random.table(rowCount: 12)
    let runner = QueryRunner(data: SampleTable.dataSet([table]))
    for _ in 0..<4 {
      let test = random.predicate()
      for condition in [test, "not (\(test))"] {
        let plain = Set(ids("where \(condition)", runner))
        let certain = Set(ids("where certainly (\(condition))", runner))
        let possible = Set(ids("where possibly (\(condition))", runner))
        #expect(certain.isSubset(of: plain), "\(condition)")
        #expect(plain.isSubset(of: possible), "\(condition)")
      }
      let yes = ids("where \(test)", runner)
      let no = ids("where not (\(test))", runner)
      let undecided = ids(
        "derive u = \(test) | where not certainly (u = true or u = false)", runner)
      #expect((yes + no + undecided).sorted() == (0..<12).map { "r\($0)" }.sorted(), "\(test)")
    }
  }

  /// The undecided that the footnote counts are those that are neither yes nor no.
  @Test(arguments: seeds)
  func footnoteCountsTheUndecided(seed: UInt64) {
    var random = RandomRows(seed: seed &+ 1000)
    let runner = QueryRunner(data: SampleTable.dataSet([random.table(rowCount: 12)]))
    let test = random.predicate()
    let answer = runner.run("t | where \(test) | select id")
    let no = ids("where not (\(test))", runner)
    let undecided = 12 - answer.rows.count - no.count
    let told = answer.remarks.first { $0.contains(" undecided") && !$0.contains(" in if") }
    #expect(told.flatMap { Int($0.prefix { $0 != " " }) } ?? 0 == undecided, "\(test)")
  }

  @Test(arguments: seeds)
  func filtersCommute(seed: UInt64) {
    var random = RandomRows(seed: seed &+ 2000)
    let runner = QueryRunner(data: SampleTable.dataSet([random.table(rowCount: 15)]))
    let (first, second) = (random.predicate(), random.predicate())
    let both = ids("where \(first) | where \(second)", runner)
    #expect(both == ids("where \(second) | where \(first)", runner), "\(first); \(second)")
    #expect(both == ids("where (\(first)) and (\(second))", runner), "\(first); \(second)")
  }

  @Test(arguments: seeds)
  func takeAfterSortIsTheTop(seed: UInt64) {
    var random = RandomRows(seed: seed &+ 3000)
    let runner = QueryRunner(data: SampleTable.dataSet([random.table(rowCount: 20)]))
    let key = random.pick([
      "x", "f desc", "date", "date desc, x", "name, id desc", "tags", "flag", "other",
    ])
    let all = ids("sort \(key)", runner)
    #expect(all.count == 20)
    for count in [0, 1, 5, 20, 30] {
      #expect(ids("sort \(key) | take \(count)", runner) == Array(all.prefix(count)), "\(key)")
      #expect(ids("sort \(key) | skip \(count)", runner) == Array(all.dropFirst(count)), "\(key)")
    }
    #expect(ids("sort \(key) | sort \(key)", runner) == all, "stable: \(key)")
  }

  @Test(arguments: seeds)
  func unionKeepsDoublesAndExceptDropsThem(seed: UInt64) {
    var random = RandomRows(seed: seed &+ 4000)
    let runner = QueryRunner(data: SampleTable.dataSet([random.table(rowCount: 10)]))
    let test = random.predicate()
    let all = ids("skip 0", runner)
    let part = ids("where \(test)", runner)
    #expect(ids("union (t | where \(test))", runner) == all + part)
    #expect(ids("except (t | where \(test))", runner) == all.filter { !part.contains($0) })
    #expect(ids("intersect (t | where \(test))", runner) == part)
    #expect(ids("union t | distinct", runner) == all)
  }

  /// Groups and buckets add up to the rows, «not placed» included.
  @Test(arguments: seeds)
  func groupsAddUp(seed: UInt64) {
    var random = RandomRows(seed: seed &+ 5000)
    let runner = QueryRunner(data: SampleTable.dataSet([random.table(rowCount: 17)]))
    let groups = random.pick([
      "by name", "by x", "by f", "by date", "by flag", "each decade", "each year", "each century",
      "by x each decade", "each 7 years", "each month", "by name, flag each 3 decades",
    ])
    let sum = runner.run("t | count \(groups) | sum n")
    #expect(sum.diagnostics == "", "\(groups)")
    #expect(sum.output == "n\n17", "\(groups)")
    let total = runner.run("t | count x \(groups) | sum n").output
    #expect(total == runner.run("t | count x").output, "\(groups)")
  }

  // MARK: Trees

  private static let units: [String] = QueryRunner().run("organisation | select id").rows

  /// `under` is irreflexive and transitive, and X under Y is Y above X.
  @Test func underOrdersTheUnits() {
    let runner = QueryRunner()
    var below: [String: Set<String>] = [:]
    for unit in Self.units {
      let under = runner.run("organisation | under \"\(unit)\" | select id").rows
      below[unit] = Set(under)
      #expect(!under.contains(unit))
    }
    for unit in Self.units {
      for lower in below[unit] ?? [] {
        #expect((below[lower] ?? []).isSubset(of: below[unit] ?? []), "\(lower) under \(unit)")
      }
      let above = Set(runner.run("organisation | above \"\(unit)\" | select id").rows)
      #expect(above == Set(Self.units.filter { below[$0]?.contains(unit) == true }))
    }
  }

  @Test func rollupAtTheRootCountsDistinctEvents() {
    let runner = QueryRunner()
    let root = runner.run("regions | rollup n = count(events) | roots | select n.total")
    #expect(root.output == "n.total\n17")
    #expect(runner.run("regions.events | count").output == "n\n17")
    let sum = runner.run("regions | rollup p = sum(events.people) | roots | select exact(p.total)")
    #expect(sum.rows == ["6440000"])
  }
}
