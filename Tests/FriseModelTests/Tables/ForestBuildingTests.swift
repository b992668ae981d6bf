import FriseModel
import FriseTestSupport
import Testing

struct ForestBuildingTests {
  @Test func numbersInPreorder() throws {
    // 0 ─ 2 ─ 4
    //   └ 3
    // 1
    let forest = try Forest.build(parents: [-1, -1, 0, 0, 2])
    #expect(forest.order == [0, 2, 4, 3, 1])
    #expect(forest.positions == [0, 4, 1, 3, 2])
    #expect(forest.ends == [4, 5, 3, 4, 3])
    #expect(forest.depths == [0, 0, 1, 1, 2])
  }

  @Test func emptyForest() throws {
    #expect(try Forest.build(parents: []).order.isEmpty)
  }

  @Test(
    arguments: [
      ([0], [0]), ([1, 0], [0, 1]), ([-1, 2, 3, 1], [1, 2, 3]), ([-1, 0, 3, 4, 2, 4], [2, 3, 4]),
      ([1, 2, 1], [1, 2]),
    ] as [([Int32], [Int32])])
  func circles(parents: [Int32], rows: [Int32]) {
    #expect(throws: ForestCycle(rows: rows)) { try Forest.build(parents: parents) }
  }

  /// `isUnder` agrees with walking up the parents, on forests of every shape.
  @Test func agreesWithTheParents() throws {
    var random = SplitMix64(seed: 1951)
    for _ in 0..<200 {
      let count = Int.random(in: 1...12, using: &random)
      let order = (0..<Int32(count)).shuffled(using: &random)
      var parents = [Int32](repeating: -1, count: count)
      for place in 1..<max(2, count) where place < count {
        let above = Int.random(in: -1..<place, using: &random)
        parents[Int(order[place])] = above < 0 ? -1 : order[above]
      }
      let forest = try Forest.build(parents: parents)
      for row in 0..<Int32(count) {
        var ancestors: Set<Int32> = []
        var next = parents[Int(row)]
        while next >= 0 {
          ancestors.insert(next)
          next = parents[Int(next)]
        }
        #expect(forest.depths[Int(row)] == Int32(ancestors.count))
        for other in 0..<Int32(count) {
          #expect(forest.isUnder(row, other) == ancestors.contains(other))
        }
      }
    }
  }
}
