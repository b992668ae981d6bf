import FriseModel
import FriseTestSupport
import Testing

/// Joins on time: pairs found by index, and aggregates reckoned without pairs, say the same as all
/// pairs tried one by one, remarks included.
@Suite struct OverlapJoinTests {
  private static func data(seed: UInt64, _ count: Int) -> DataSet {
    var generator = SplitMix64(seed: seed)
    func table(_ name: String, _ count: Int) -> SampleTable {
      SampleTable(
        name,
        [
          (
            "id", .number,
            (0..<count).map { _ in .number(Int64(generator.next() % 12)) }
          ),
          (
            name + "d", .date,
            (0..<count).map { _ in .date(TimeLawTests.dateText(&generator)) }
          ),
          (
            "n", .number,
            (0..<count).map { _ in
              .number(generator.next() % 5 == 0 ? nil : Int64(generator.next() % 100))
            }
          ),
        ], date: name + "d")
    }
    return SampleTable.dataSet([table("l", min(count, 25)), table("r", count)])
  }

  static let queries = [
    "l | join r on ld overlaps rd",
    "l | join r on rd overlaps ld",
    "l | join all r on ld overlaps rd",
    "l | join r on ld overlaps rd | count by id",
    "l | join r on rd overlaps ld | count by id, ld",
    "l | join r on ld overlaps rd | summarise count(), sum(r.n), max(r.n)",
    "l | join r on ld overlaps rd | max r.n by id",
    "l | join r on ld overlaps rd | summarise a = count(), b = max(r.n), c = min(r.n), "
      + "d = average(r.n), e = count(r.n), f = sum(r.n) by id",
    "l | join r on ld overlaps rd | summarise sum(n), count() by id",
    "l | join r on ld overlaps rd | median r.n by id",
    "l | join r on ld overlaps rd and r.n > 40",
    "l | join r on r.n > 40 and ld during rd | count by id",
    "l | join r on ld during rd",
    "l | join r on rd during ld | sum r.n by id",
    "l | join r on id = r.id and ld overlaps rd",
  ]

  @Test(arguments: queries)
  func indexesChangeNothing(query: String) {
    // Twice negated, a test is tried on every pair.
    let slow = query.replacing("on ld overlaps", with: "on not not ld overlaps")
      .replacing("on rd overlaps", with: "on not not rd overlaps")
      .replacing("on ld during", with: "on not not ld during")
      .replacing("on rd during", with: "on not not rd during")
      .replacing("and ld", with: "and not not ld")
    #expect(slow != query)
    for (seed, count) in [(1, 0), (2, 1), (3, 30), (4, 60), (5, 61)] {
      let runner = QueryRunner(data: Self.data(seed: UInt64(seed), count))
      let (fast, all) = (runner.run(query), runner.run(slow))
      #expect(fast.diagnostics == "", "\(query)")
      #expect(fast.output == all.output, "\(query)")
      #expect(fast.remarks == all.remarks, "\(query)")
    }
  }

  @Test func tooManyPairsAreAnError() {
    let numbers = SampleTable("t", [("x", .number, (0..<50_000).map { .number(Int64($0)) })])
    let runner = QueryRunner(data: SampleTable.dataSet([numbers]))
    #expect(runner.run("t | join t as b on x < b.x").codes == ["E309"])
  }

  @Test func explainTellsOfBothStagesAtOnce() {
    let runner = QueryRunner(data: Self.data(seed: 3, 30))
    let plan = runner.run("explain l | join r on ld overlaps rd | count by id").output
    #expect(plan.contains("join r on ld overlaps rd | count by id: 25 → "))
  }
}
