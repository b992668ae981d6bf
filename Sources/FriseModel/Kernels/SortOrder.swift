/// One key of a sort: ranks for each row, and the direction.
package struct SortKey: Sendable {
  /// What `Column.sortRanks` gave.
  package let ranks: [[Int64]]
  package let isDescending: Bool

  package init(ranks: [[Int64]], isDescending: Bool = false) {
    self.ranks = ranks
    self.isDescending = isDescending
  }
}

/// The order of rows under several keys: stable, none last in both directions.
package struct SortOrder: Sendable {
  private let rowCount: Int
  /// Keys packed into as few 64-bit numbers a row as hold them, the first one most significant.
  private let words: [PackedWord]

  /// The order of `rowCount` rows under some keys, the first one first.
  package init(_ keys: [SortKey], rowCount: Int) {
    var words: [PackedWord] = []
    for key in keys {
      for ranks in key.ranks {
        let piece = PackedWord.packing(ranks, isDescending: key.isDescending)
        for part in piece where part.width > 0 {
          if let last = words.last, last.width + part.width <= 64 {
            words[words.count - 1].append(part)
          } else {
            words.append(part)
          }
        }
      }
    }
    self.words = words
    self.rowCount = rowCount
  }

  /// All rows, in order.
  package func sorted() -> [Int32] {
    var rows = Array(0..<Int32(rowCount))
    for word in words.reversed() { word.sort(&rows) }
    return rows
  }

  /// The first `limit` rows of the order; the same as those of `sorted`.
  package func first(_ limit: Int) -> [Int32] {
    guard limit < rowCount / 8, words.count == 1, let word = words.first else {
      return Array(sorted().prefix(max(0, limit)))
    }
    return word.first(limit)
  }
}
