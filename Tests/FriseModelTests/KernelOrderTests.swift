import FriseBase
import FriseModel
import Testing

/// A stable order of rows by ranks, made with a comparison of two rows.
private func naiveOrder(_ keys: [SortKey], _ count: Int) -> [Int32] {
  (0..<count).sorted { row, other in
    for key in keys {
      for ranks in key.ranks where ranks[row] != ranks[other] {
        if ranks[row] == NumberColumn.none { return false }
        if ranks[other] == NumberColumn.none { return true }
        return (ranks[row] < ranks[other]) != key.isDescending
      }
    }
    return row < other
  }.map(Int32.init)
}

@Test(arguments: ColumnGenerator.counts)
func sortingIsStableWithNoneLast(_ count: Int) {
  var generator = ColumnGenerator(seed: 16)
  for _ in 0..<6 {
    let columns = generator.everyKind(count: count)
    for length in 1...3 {
      let keys = (0..<length).map { _ in
        SortKey(
          ranks: columns[generator.number(below: columns.count)].sortRanks(in: .english),
          isDescending: generator.number(below: 2) == 0)
      }
      let order = SortOrder(keys, rowCount: count)
      let expected = naiveOrder(keys, count)
      #expect(order.sorted() == expected)
      for limit in [0, 1, 2, count / 10, count / 2, count, count + 5] {
        #expect(order.first(limit) == Array(expected.prefix(limit)))
      }
    }
  }
}

@Test func extremeRanksSort() {
  let ranks: [Int64] = [.max, .min + 1, NumberColumn.none, 0, -1, .max, 1]
  for isDescending in [false, true] {
    let key = SortKey(ranks: [ranks], isDescending: isDescending)
    #expect(SortOrder([key], rowCount: 7).sorted() == naiveOrder([key], 7))
  }
  #expect(SortOrder([], rowCount: 3).sorted() == [0, 1, 2])
}

@Test(arguments: ColumnGenerator.Range.allCases)
func numbersSortByValue(_ range: ColumnGenerator.Range) {
  var generator = ColumnGenerator(seed: 17)
  let column = generator.numbers(range, count: 200)
  let key = SortKey(ranks: Column.number(column).sortRanks(in: .english))
  let sorted = SortOrder([key], rowCount: 200).sorted().map { column.number(at: Int($0)) }
  let stated = sorted.compactMap(\.self)
  #expect(stated == stated.sorted())
  #expect(sorted.prefix(stated.count).allSatisfy { $0 != nil })
}

@Test func widerDatesComeFirst() {
  let dates = DateColumn(
    [(0, 9), (0, 0), (-5, 20), (0, 300)].map { start, end in
      DateValue(
        text: "",
        bounds: DateBounds(
          earliestStart: start, latestStart: start, earliestEnd: end, latestEnd: end),
        isReduced: false)
    })
  let key = SortKey(ranks: Column.date(dates).sortRanks(in: .french))
  #expect(SortOrder([key], rowCount: 4).sorted() == [2, 3, 0, 1])
}

@Test(arguments: ColumnGenerator.counts)
func joinsPairEqualKeys(_ count: Int) throws {
  var generator = ColumnGenerator(seed: 18)
  let left = generator.everyKind(count: count)
  let right = generator.everyKind(count: count / 2 + 1)
  for keys in [[0], [4], [0, 4], [9, 10], [13], [11]] {
    let (leftKeys, rightKeys) = (keys.map { left[$0] }, keys.map { right[$0] })
    let expected = naivePairs(leftKeys, rightKeys)
    guard
      case .pairs(let pairs)? = Column.joinPairs(leftKeys, rightKeys, limit: 100_000, Interrupt())
    else {
      Issue.record("no pairs")
      continue
    }
    #expect(pairs.left == expected.left && pairs.right == expected.right)
    let found = Column.joinPairs(
      leftKeys, rightKeys, limit: expected.left.count - 1, Interrupt())
    if case .tooMany? = found {} else { #expect(expected.left.isEmpty) }
    let members = try #require(Column.isMember(leftKeys, of: rightKeys))
    let present = Set(rows(rightKeys, count / 2 + 1))
    #expect(members.truths == rows(leftKeys, count).map { Truth(present.contains($0)) })
  }
}

/// The rows of some columns as what makes their values equal.
private func rows(_ columns: [Column], _ count: Int) -> [[String]] {
  let cells = columns.map { $0.cells.map(TextFold.fold) }
  return (0..<count).map { row in cells.map { $0[row] } }
}

private func naivePairs(_ left: [Column], _ right: [Column]) -> JoinPairs {
  var pairs = JoinPairs(left: [], right: [])
  let others = rows(right, right[0].count)
  for (row, cells) in rows(left, left[0].count).enumerated() where !cells.contains("—") {
    for partner in others.indices where others[partner] == cells {
      pairs.left.append(Int32(row))
      pairs.right.append(Int32(partner))
    }
  }
  return pairs
}

@Test func unionsMatchColumnsByName() {
  func table(_ names: [Localized], _ columns: [Column]) -> Table {
    let schemas = zip(names, columns).map { ColumnSchema(name: $0, type: $1.type) }
    return Table(
      schema: TableSchema(id: TableID("t"), name: Localized(same: "t"), columns: schemas),
      columns: columns, rowCount: columns.first?.count ?? 0)
  }
  let number = Column.number(NumberColumn(values: [1]))
  let text = Column.text(TextColumn(["a"]))
  let first = table([Localized(en: "place", fr: "lieu"), Localized(same: "n")], [text, number])
  let second = table([Localized(same: "N"), Localized(same: "x")], [number, text])
  let union = first.union(second)
  #expect(
    union.table?.columns.map(\.cells) == [
      ["text a", "—"], ["number 1", "number 1"], ["—", "text a"],
    ])
  #expect(union.table?.rowCount == 2)
  #expect(first.union(table([Localized(same: "n")], [text])).mismatch == 1)
}
