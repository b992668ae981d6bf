import FriseModel
import FriseTestSupport
import Testing

/// Relatives of rows, trees that lose rows, and common ancestors, against naive walks.
struct ForestRelativesTests {
  /// A random forest of up to `rowsMax` rows.
  private static func random(_ random: inout SplitMix64, rowsMax: Int = 14) throws -> Forest {
    let count = Int.random(in: 1...rowsMax, using: &random)
    let order = (0..<Int32(count)).shuffled(using: &random)
    var parents = [Int32](repeating: -1, count: count)
    for place in 1..<max(2, count) where place < count {
      let above = Int.random(in: -1..<place, using: &random)
      parents[Int(order[place])] = above < 0 ? -1 : order[above]
    }
    return try Forest.build(parents: parents)
  }

  @Test func relativesAgreeWithTheParents() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<200 {
      let forest = try Self.random(&random)
      let rows = 0..<Int32(forest.parents.count)
      let roots = forest.roots
      for row in rows {
        let ancestors = forest.ancestors(of: row)
        #expect(ancestors.count == forest.ancestorCount(of: row))
        #expect(roots[Int(row)] == ancestors.last ?? row)
        #expect(Set(forest.descendants(of: row)) == Set(rows.filter { forest.isUnder($0, row) }))
        #expect(forest.descendantCount(of: row) == forest.descendants(of: row).count)
        #expect(forest.children(of: row) == forest.order.filter { forest.parents[Int($0)] == row })
        #expect(forest.childCounts[Int(row)] == Int32(forest.children(of: row).count))
      }
    }
  }

  @Test func setsOfRelativesAreTheUnionOfEach() throws {
    var random = SplitMix64(seed: 8)
    for _ in 0..<200 {
      let forest = try Self.random(&random)
      let rows = (0..<Int32(forest.parents.count)).filter { _ in Bool.random(using: &random) }
      func union(_ relatives: (Int32) -> [Int32]) -> [Int32] {
        let found = Set(rows.flatMap(relatives))
        return forest.order.filter { found.contains($0) }
      }
      #expect(
        forest.inPreorder(forest.rowsBeside(childrenOf: rows)) == union { forest.children(of: $0) })
      #expect(
        forest.inPreorder(forest.rowsAbove(childrenOf: rows))
          == union { [forest.parents[Int($0)]].filter { $0 >= 0 } })
      #expect(forest.inPreorder(forest.rowsBeside(rows)) == union { forest.siblings(of: $0) })
      #expect(forest.inPreorder(forest.rowsAbove(rows)) == union { forest.ancestors(of: $0) })
      #expect(
        forest.inPreorder(forest.rowsUnder(rows)) == union { Array(forest.descendants(of: $0)) })
    }
  }

  @Test func whatHangsOnRowsThatLeaveHangsOnTheNearestThatStays() throws {
    var random = SplitMix64(seed: 9)
    for _ in 0..<300 {
      let forest = try Self.random(&random)
      let living = forest.parents.map { _ in Int.random(in: 0..<3, using: &random) > 0 }
      let left = forest.keeping(living)
      #expect(left.order == forest.order.filter { living[Int($0)] })
      for row in 0..<Int32(forest.parents.count) {
        guard living[Int(row)] else {
          #expect(!left.contains(row))
          #expect(left.ancestors(of: row).isEmpty && left.descendants(of: row).isEmpty)
          continue
        }
        let ancestors = forest.ancestors(of: row).filter { living[Int($0)] }
        #expect(left.ancestors(of: row) == ancestors)
        #expect(left.depths[Int(row)] == Int32(ancestors.count))
        #expect(
          Array(left.descendants(of: row)) == forest.descendants(of: row).filter { living[Int($0)] }
        )
      }
    }
  }

  @Test func commonAncestorsAgreeWithTheNaiveWalk() throws {
    var random = SplitMix64(seed: 10)
    for _ in 0..<100 {
      let forest = try Self.random(&random, rowsMax: 30)
      let jumps = AncestorJumps(forest)
      let rows = 0..<Int32(forest.parents.count)
      for first in rows {
        for second in rows {
          let above = Set([second] + forest.ancestors(of: second))
          let expected = ([first] + forest.ancestors(of: first)).first { above.contains($0) }
          #expect(jumps.lowestCommonAncestor(first, second) == expected ?? -1)
        }
      }
    }
  }

  /// A chain of 200 000 rows: every pass is a loop, and none is quadratic.
  @Test(.timeLimit(.minutes(1))) func aLongChainIsNoMatter() throws {
    let count: Int32 = 200_000
    let forest = try Forest.build(parents: (0..<count).map { $0 - 1 })
    #expect(forest.depths[Int(count) - 1] == count - 1)
    #expect(forest.ancestors(of: count - 1).count == Int(count) - 1)
    #expect(forest.descendants(of: 0).count == Int(count) - 1)
    #expect(forest.roots.allSatisfy { $0 == 0 })
    let jumps = AncestorJumps(forest)
    for row in stride(from: Int32(0), to: count, by: 7) {
      #expect(jumps.lowestCommonAncestor(count - 1, row) == row)
    }
    let left = forest.keeping((0..<Int(count)).map { $0 % 2 == 0 })
    #expect(left.parents[1000] == 998)
    #expect(left.depths[1000] == 500)
    #expect(forest.inPreorder(forest.rowsAbove(Array(0..<count))).count == Int(count) - 1)
  }
}
