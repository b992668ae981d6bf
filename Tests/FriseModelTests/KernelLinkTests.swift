import FriseBase
import FriseModel
import Testing

@Test func unitsUnderAndAboveFollowTheForest() throws {
  let registry = ColumnGenerator.registry
  let forest = try #require(registry.forest)
  let links = LinkColumn(registry: registry, rows: [-1] + Array(0..<7))
  for units in [[0], [1], [2, 4], [0, 1, 5], []] as [[Int32]] {
    #expect(
      links.isUnder(units).truths
        == [.undecided]
        + (0..<7).map { row in Truth(units.contains { forest.isUnder(row, $0) }) })
    #expect(
      links.isAbove(units).truths
        == [.undecided]
        + (0..<7).map { row in Truth(units.contains { forest.isUnder($0, row) }) })
    #expect(
      links.isIn(units).truths == [.undecided] + (0..<7).map { Truth(units.contains($0)) })
  }
  for row in 0..<Int32(7) {
    let others = LinkColumn(registry: registry, rows: [Int32](repeating: row, count: 8))
    #expect(
      links.isUnder(others).truths
        == [.undecided] + (0..<7).map { Truth(forest.isUnder($0, row)) })
    #expect(links.equals(others).truths == [.undecided] + (0..<7).map { Truth($0 == row) })
  }
}

@Test func namesOfLinksStandInForEachOther() {
  let links = LinkColumn(registry: ColumnGenerator.registry, rows: [1, 2, -1])
  #expect(links.names.cells == ["text Africa|text Afrique", "text Chad|text Chad", "—"])
}

@Test(arguments: ColumnGenerator.counts)
func listsReduceToRows(_ count: Int) {
  var generator = ColumnGenerator(seed: 8)
  let lists = generator.lists(count: count) { .number($0.numbers(.small, count: $1)) }
  for _ in 0..<10 {
    let items = generator.answers(count: lists.items.count)
    let expected = (0..<count).map { row -> Truth in
      let own = (lists.offsets[row]..<lists.offsets[row + 1]).map { items[Int($0)] }
      if own.isEmpty { return .undecided }
      return own.contains(.yes) ? .yes : own.contains(.undecided) ? .undecided : .no
    }
    #expect(lists.reduced(items).truths == expected)
  }
  let (rows, items) = lists.exploded()
  var expectedRows: [Int32] = []
  var expectedItems: [Int32] = []
  for row in 0..<count {
    let own = Array(lists.offsets[row]..<lists.offsets[row + 1])
    expectedItems += own.isEmpty ? [-1] : own
    expectedRows += [Int32](repeating: Int32(row), count: max(1, own.count))
  }
  #expect(rows == expectedRows && items == expectedItems)
}

@Test func listsOfListsJoinWithoutMissingItems() {
  let inner = ListColumn(
    offsets: [0, 2, 2, 3], items: .number(NumberColumn(values: [1, NumberColumn.none, 3])))
  let outer = ListColumn(offsets: [0, 1, 3, 3], items: .list(inner))
  let joined = outer.compacted()
  #expect(joined.offsets == [0, 1, 2, 2])
  #expect(joined.items.cells == ["number 1", "number 3"])
}

@Test(arguments: ColumnGenerator.counts)
func listsLoseTheirDoubles(_ count: Int) {
  var generator = ColumnGenerator(seed: 9)
  let lists = generator.lists(count: count) { .text($0.texts(count: $1)) }
  let distinct = lists.withoutDoubles()
  #expect(distinct.count == count)
  for row in 0..<count {
    func items(_ list: ListColumn) -> [String] {
      (list.offsets[row]..<list.offsets[row + 1]).map { item in
        list.items.gather([item]).cells[0]
      }
    }
    var seen: Set<String> = []
    let expected = items(lists).filter { seen.insert(TextFold.fold($0)).inserted }
    #expect(items(distinct) == expected)
  }
}
