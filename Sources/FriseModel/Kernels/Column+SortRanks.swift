package import FriseBase

extension Column {
  /// Numbers that order the rows as `sort` does, one array for each key in turn;
  /// `NumberColumn.none` in the first marks none. Texts of two tongues and links order by the text
  /// in
  /// `tongue`.
  package func sortRanks(in tongue: Tongue) -> [[Int64]] {
    switch self {
    case .number(let column): [column.sortRanks()]
    case .figure(let column): [column.numbers, column.lows, column.highs].map { $0.sortRanks() }
    case .text(let column): [column.sortRanks()]
    case .bilingual(let english, let french):
      tongue == .english
        ? [english.orElse(french).sortRanks()] : [french.orElse(english).sortRanks()]
    case .date(let column): column.sortRanks()
    case .duration(let column): [column.sortRanks()]
    case .truth(let column): [column.answers.map(Int64.init)]
    case .link(let column): column.sortRanks(in: tongue)
    case .list(let column): [column.sortRanks(in: tongue)]
    case .none(let count): [[Int64](repeating: NumberColumn.none, count: count)]
    }
  }
}

extension NumberColumn {
  /// The slots, or, with wide numbers, the places of the numbers among all.
  fileprivate func sortRanks() -> [Int64] {
    guard !wide.isEmpty else { return values }
    let numbers = values.indices.map { number(at: $0) }
    return denseRanks(count: count, isStated: { numbers[$0] != nil }) { left, right in
      guard let left = numbers[left], let right = numbers[right] else { return 0 }
      return left.order(to: right)
    }
  }
}

extension TextColumn {
  /// The place of each text in the collation of its pool.
  fileprivate func sortRanks() -> [Int64] {
    let ranks = pool.collationRanks
    return codes.map { $0 < 0 ? NumberColumn.none : Int64(ranks[Int($0)]) }
  }
}

extension DateColumn {
  /// Earliest start, then the wider first (language, section 5.2).
  fileprivate func sortRanks() -> [[Int64]] {
    let starts = exactDays(earliestStart) { $0.earliestStart }
    guard !forms.isEmpty || !written.isEmpty else { return [starts] }
    return [starts, exactDays(latestEnd) { $0.latestEnd }.map { -max($0, -Int64.max) }]
  }
}

extension DurationColumn {
  /// The lengths by which durations compare.
  fileprivate func sortRanks() -> [Int64] {
    months.indices.map { row in
      months[row] == DurationColumn.none
        ? NumberColumn.none
        : max(
          NumberColumn.none + 1,
          Int64(
            clamping: CalendarDuration(months: months[row], days: days[row]).comparableLength))
    }
  }
}

extension LinkColumn {
  /// The ranks of the names of the linked rows.
  fileprivate func sortRanks(in tongue: Tongue) -> [[Int64]] {
    let all = LinkColumn(registry: registry, rows: Array(0..<Int32(registry.count)))
    return all.names.sortRanks(in: tongue).map { ranks in
      rows.map { $0 < 0 ? NumberColumn.none : ranks[Int($0)] }
    }
  }
}

extension ListColumn {
  /// Lists order item by item, a list before those that go on from it.
  fileprivate func sortRanks(in tongue: Tongue) -> [Int64] {
    let keys = items.sortRanks(in: tongue)
    return denseRanks(count: count, isStated: { offsets[$0] < offsets[$0 + 1] }) { left, right in
      let (own, other) = (
        Int(offsets[left])..<Int(offsets[left + 1]), Int(offsets[right])..<Int(offsets[right + 1])
      )
      for (item, otherItem) in zip(own, other) {
        for key in keys where key[item] != key[otherItem] {
          return key[item] < key[otherItem] ? -1 : 1
        }
      }
      return own.count < other.count ? -1 : own.count == other.count ? 0 : 1
    }
  }
}

/// Places of rows in an order given by a comparison of two rows: rows that are level share a place.
private func denseRanks(
  count: Int, isStated: (Int) -> Bool, order: (Int, Int) -> Int
) -> [Int64] {
  var ranks = [Int64](repeating: NumberColumn.none, count: count)
  let stated = (0..<count).filter(isStated).sorted { order($0, $1) < 0 }
  var rank: Int64 = -1
  var previous: Int?
  for row in stated {
    if previous.map({ order($0, row) != 0 }) ?? true { rank += 1 }
    ranks[row] = rank
    previous = row
  }
  return ranks
}
