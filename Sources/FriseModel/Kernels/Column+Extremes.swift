package import FriseBase

extension Column {
  /// The row of each group with the least or the greatest value, the first one of several; -1 where
  /// no
  /// row states a value. Gathered by these rows, any column gives its minimum or maximum.
  package func extremeRows(
    _ grouping: Grouping, greatest: Bool, in tongue: Tongue
  ) -> [Int32] {
    let keys = sortRanks(in: tongue)
    var winners = [Int32](repeating: -1, count: grouping.count)
    guard let first = keys.first else { return winners }
    let others = keys.dropFirst()
    let codes = grouping.dense
    for row in codes.indices {
      let (code, rank) = (Int(codes[row]), first[row])
      guard code >= 0, rank != NumberColumn.none else { continue }
      let winner = Int(winners[code])
      if winner < 0 {
        winners[code] = Int32(row)
        continue
      }
      let best = first[winner]
      if greatest ? rank > best : rank < best {
        winners[code] = Int32(row)
      } else if rank == best, !others.isEmpty {
        let order = Column.order(of: row, winner, by: others)
        if greatest ? order > 0 : order < 0 { winners[code] = Int32(row) }
      }
    }
    return winners
  }

  /// -1, 0 or 1 as one row's ranks come before, with or after those of another.
  private static func order(of row: Int, _ other: Int, by keys: ArraySlice<[Int64]>) -> Int {
    for key in keys where key[row] != key[other] { return key[row] < key[other] ? -1 : 1 }
    return 0
  }

  /// The first row of each group that states a value; -1 where none does.
  package func firstRows(_ grouping: Grouping) -> [Int32] {
    let missing = isNone.bytes
    let codes = grouping.dense
    var rows = [Int32](repeating: -1, count: grouping.count)
    for row in codes.indices where codes[row] >= 0 && missing[row] == 0 {
      if rows[Int(codes[row])] < 0 { rows[Int(codes[row])] = Int32(row) }
    }
    return rows
  }

  /// The last row of each group that states a value; -1 where none does.
  package func lastRows(_ grouping: Grouping) -> [Int32] {
    let missing = isNone.bytes
    let codes = grouping.dense
    var rows = [Int32](repeating: -1, count: grouping.count)
    for row in codes.indices where codes[row] >= 0 && missing[row] == 0 {
      rows[Int(codes[row])] = Int32(row)
    }
    return rows
  }
}
