import FriseModel
import FriseTestSupport
import Testing

/// Forests of a million rows, a chain of ten thousand among them: what holds of a small one holds
/// of every row. Rows that break a law are counted, so that a test says one thing.
struct LargeForestTests {
  /// A chain of 10 000, then rows anywhere below those before them, some of them roots.
  private static let parents: [Int32] = {
    var random = SplitMix64(seed: 1_000_000)
    return (0..<1_000_000).map { row in
      if row < 10_000 { return Int32(row) - 1 }
      let choice = random.next()
      return choice % 1000 == 0 ? -1 : Int32((choice >> 32) % UInt64(row))
    }
  }()

  @Test(.timeLimit(.minutes(1))) func everyRowStandsInItsParent() throws {
    let parents = Self.parents
    let forest = try Forest.build(parents: parents)
    #expect(forest.order.count == parents.count)
    #expect(forest.depths[9999] == 9999)
    var faults = 0
    for row in parents.indices {
      let (position, parent) = (forest.positions[row], Int(parents[row]))
      let isInOrder = forest.order[Int(position)] == Int32(row) && forest.ends[row] > position
      let isBelow =
        parent < 0
        ? forest.depths[row] == 0
        : forest.depths[row] == forest.depths[parent] + 1
          && forest.positions[parent] < position && forest.ends[row] <= forest.ends[parent]
      if !isInOrder || !isBelow { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(.timeLimit(.minutes(1))) func whatStaysHangsOnTheNearestThatStays() throws {
    let forest = try Forest.build(parents: Self.parents)
    var random = SplitMix64(seed: 7)
    // Of the chain every hundredth row stays.
    let living = Self.parents.indices.map { row in
      row < 10_000 ? row % 100 == 0 : random.next() % 2 == 0
    }
    let kept = forest.keeping(living)
    #expect(kept.order.count == living.count { $0 })
    #expect(kept.depths[9900] == 99)
    var faults = 0
    for row in living.indices {
      guard living[row] else {
        if kept.contains(Int32(row)) || kept.parents[row] != -1 { faults += 1 }
        continue
      }
      var above = Self.parents[row]
      while above >= 0, !living[Int(above)] { above = Self.parents[Int(above)] }
      if kept.parents[row] != above { faults += 1 }
      if above >= 0, !kept.isUnder(Int32(row), above) { faults += 1 }
    }
    #expect(faults == 0)
  }

  @Test(.timeLimit(.minutes(1))) func subtreesHoldTheirRows() throws {
    let forest = try Forest.build(parents: Self.parents)
    // How many rows each holds, added up from the last row to the first: parents come before.
    var sizes = [Int64](repeating: 1, count: Self.parents.count)
    for row in sizes.indices.reversed() where Self.parents[row] >= 0 {
      sizes[Int(Self.parents[row])] += sizes[row]
    }
    #expect(forest.sizes(of: Array(0..<Int32(sizes.count))).values == sizes)
    // The second lies under the first.
    let under = forest.rowsUnder([5000, 6000])
    #expect(under.count { $0 } == forest.descendantCount(of: 5000))
    #expect(forest.ancestors(of: 9999).count == 9999)
    #expect(AncestorJumps(forest).lowestCommonAncestor(9999, 5000) == 5000)
  }

  @Test(.timeLimit(.minutes(1))) func aCircleOfManyIsNamed() throws {
    var parents = Self.parents
    parents[0] = 9999
    #expect(throws: ForestCycle(rows: [0] + (1..<10_000).reversed().map { Int32($0) })) {
      try Forest.build(parents: parents)
    }
  }
}
