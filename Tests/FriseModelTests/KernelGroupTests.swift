import FriseBase
import FriseModel
import Testing

/// What makes two cells one value: texts by the fold.
private func identity(_ cell: String) -> String { TextFold.fold(cell) }

/// Codes in order of first row, made cell by cell.
private func naiveCodes(_ identities: [String]) -> [Int32] {
  var known: [String: Int32] = [:]
  return identities.map { identity in
    let code = known[identity] ?? Int32(known.count)
    known[identity] = code
    return code
  }
}

@Test(arguments: ColumnGenerator.counts)
func keysNumberValuesInOrderOfFirstRow(_ count: Int) {
  var generator = ColumnGenerator(seed: 13)
  for _ in 0..<4 {
    let columns = generator.everyKind(count: count)
    var previous: (keys: KeyCodes, cells: [String])?
    for column in columns {
      let cells = column.cells.map(identity)
      let keys = column.keyCodes()
      #expect(keys.codes == naiveCodes(cells), "\(column.type)")
      #expect(keys.count == Set(cells).count)
      #expect(keys.firstRows.map { keys.codes[Int($0)] } == Array(0..<Int32(keys.count)))
      let found = column.firstRowOfEachValue()
      #expect(found.rows == keys.firstRows && found.mergedSpellings == keys.mergedSpellings)
      if let previous {
        let pairs = zip(previous.cells, cells).map { "\($0)|\($1)" }
        #expect(KeyCodes.combined([previous.keys, keys])?.codes == naiveCodes(pairs))
      }
      previous = (keys, cells)
    }
    #expect(
      Column.distinctRows(Array(columns.prefix(5)))
        == distinctRows(columns.prefix(5).map { $0.cells.map(identity) }, count))
  }
}

/// Two keys of few values, numbered in one pass as in one over each.
@Test(arguments: ColumnGenerator.counts)
func pairsAreNumberedAtOnce(_ count: Int) throws {
  var generator = ColumnGenerator(seed: 17)
  for _ in 0..<4 {
    let texts = Column.text(generator.texts(count: count))
    let numbers = Column.number(generator.numbers(.small, count: count))
    let sorted = Column.number(
      NumberColumn(values: (0..<count).map { Int64($0 / 3) - 5 }, isSorted: true))
    for (first, second) in [(texts, numbers), (numbers, texts), (texts, sorted), (sorted, numbers)]
    {
      let pairs = zip(first.cells, second.cells).map { "\(identity($0))|\(identity($1))" }
      guard let keys = KeyCodes.pairing(first, second) else {
        // A key without any value is no small one.
        #expect([first, second].contains { $0.cells.allSatisfy(\.isEmpty) })
        continue
      }
      #expect(keys.codes == naiveCodes(pairs))
      #expect(keys.grouping.placedCount == Int64(count))
      #expect(keys.firstRows.map { keys.codes[Int($0)] } == Array(0..<Int32(keys.count)))
    }
  }
  let wide = Column.number(NumberColumn(values: [0, 1 << 40]))
  #expect(KeyCodes.pairing(wide, wide) == nil)
}

private func distinctRows(_ columns: [[String]], _ count: Int) -> [Int32] {
  var seen: Set<[String]> = []
  return (0..<count).filter { row in seen.insert(columns.map { $0[row] }).inserted }
    .map(Int32.init)
}

@Test func mergedSpellingsAreCounted() {
  let keys = Column.text(TextColumn(["Haïti", "haiti", nil, "HAITI", "Chile", "a", "A"])).keyCodes()
  #expect(keys.codes == [0, 0, 1, 0, 2, 3, 3])
  #expect(keys.mergedSpellings == 2)
}

@Test func largeKeysAreHashed() {
  var generator = ColumnGenerator(seed: 14)
  let values = (0..<3000).map { _ in Int64(generator.number(below: 900)) << 40 }
  let keys = Column.number(NumberColumn(values: values)).keyCodes()
  #expect(keys.codes == naiveCodes(values.map(String.init)))
}

@Test(arguments: ColumnGenerator.counts)
func aggregatesEqualGroupByGroup(_ count: Int) {
  var generator = ColumnGenerator(seed: 15)
  for range in ColumnGenerator.Range.allCases {
    let column = generator.numbers(range, count: count)
    let codes = (0..<count).map { _ in Int32(generator.number(below: 6) - 1) }
    for grouping in [Grouping(allOf: count), Grouping(codes: codes, count: 6)] {
      let sums = column.sums(grouping)
      let averages = column.averages(grouping)
      let medians = column.medians(grouping)
      let least = column.extremes(grouping, greatest: false)
      let greatest = column.extremes(grouping, greatest: true)
      for group in 0..<grouping.count {
        let rows = (0..<count).filter { grouping.dense[$0] == Int32(group) }
        let numbers = rows.compactMap { column.number(at: $0) }
        let sum = numbers.reduce(ExactNumber.zero as ExactNumber?) { $0?.adding($1) }
        #expect(
          sums.column.number(at: group) == (numbers.isEmpty && !rows.isEmpty ? nil : sum))
        #expect(sums.stated[group] == Int64(numbers.count))
        #expect(grouping.sizes[group] == Int64(rows.count))
        #expect(grouping.statedCounts(.number(column))[group] == Int64(numbers.count))
        let sorted = numbers.sorted()
        #expect(least.number(at: group) == sorted.first)
        #expect(greatest.number(at: group) == sorted.last)
        let mean = numbers.isEmpty ? nil : sum?.divided(by: ExactNumber(numbers.count))
        #expect(averages.column.number(at: group) == mean)
        #expect(medians.column.number(at: group) == naiveMedian(sorted))
        let stated = rows.filter { column.number(at: $0) != nil }
        let all = Column.number(column)
        #expect(all.firstRows(grouping)[group] == Int32(stated.first ?? -1))
        #expect(all.lastRows(grouping)[group] == Int32(stated.last ?? -1))
      }
    }
  }
}

extension NumberColumn {
  /// The extreme number of each group.
  fileprivate func extremes(_ grouping: Grouping, greatest: Bool) -> NumberColumn {
    let rows = Column.number(self).extremeRows(grouping, greatest: greatest, in: .english)
    return gather(links: rows)
  }
}

private func naiveMedian(_ sorted: [ExactNumber]) -> ExactNumber? {
  guard !sorted.isEmpty else { return nil }
  let (low, high) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
  return low == high ? low : low.adding(high)?.divided(by: ExactNumber(2))
}

@Test func noRowsSumToZeroAndNothingStatedToNone() {
  let empty = NumberColumn(values: []).sums(Grouping(allOf: 0))
  #expect(empty.column.number(at: 0) == ExactNumber.zero)
  let missing = NumberColumn([nil, nil])
  #expect(missing.sums(Grouping(allOf: 2)).column.number(at: 0) == nil)
  #expect(missing.averages(Grouping(allOf: 2)).column.number(at: 0) == nil)
}

@Test func extremeSumsAreExactOrReported() {
  let large = NumberColumn(values: [Int64](repeating: .max, count: 5000))
  let sum = large.sums(Grouping(allOf: 5000))
  #expect(sum.column.number(at: 0) == ExactNumber(Int128(Int64.max) * 5000))
  let wide = NumberColumn([ExactNumber](repeating: ExactNumber(Int128.max), count: 2))
  #expect(wide.sums(Grouping(allOf: 2)).overflowGroup == 0)
}

@Test(arguments: ColumnGenerator.counts)
func figuresAggregateGroupByGroup(_ count: Int) {
  var generator = ColumnGenerator(seed: 19)
  let column = generator.figures(count: count)
  let codes = (0..<count).map { _ in Int32(generator.number(below: 4) - 1) }
  for grouping in [Grouping(allOf: count), Grouping(codes: codes, count: 4)] {
    let (sums, averages) = (column.sums(grouping), column.averages(grouping))
    let medians = column.medians(grouping)
    for group in 0..<grouping.count {
      let rows = (0..<count).filter { grouping.dense[$0] == Int32(group) }
      let figures = rows.compactMap { column.figure(at: $0) }
      var sum = FigureSum()
      for figure in figures { sum.add(figure) }
      let isMissing = figures.isEmpty && !rows.isEmpty
      #expect(sums.column.figure(at: group) == (isMissing ? nil : sum.sum))
      #expect(sums.stated[group] == Int64(figures.count))
      #expect(averages.column.figure(at: group) == sum.average)
      let sorted = figures.sorted { $0.number < $1.number }
      #expect(medians.column.figure(at: group) == Figure.median(ofSorted: sorted))
    }
  }
}
