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

extension SortKey {
  /// The rows that can be among the first `limit` by this key, ascending: those before the one at
  /// that place, and all level with it. Nil where that is of no use: few rows state a value.
  package func contenders(_ limit: Int) -> [Int32]? {
    guard limit > 0, let ranks = ranks.first else { return nil }
    // The `limit` best so far, the worst of them at the root of a heap.
    let sign: Int64 = isDescending ? -1 : 1
    var best: [Int64] = []
    var bound = Int64.max
    for rank in ranks where rank != NumberColumn.none {
      let place = rank &* sign
      if best.count < limit {
        best.append(place)
        if best.count == limit {
          best.sort(by: >)
          bound = best[0]
        }
      } else if place < bound {
        best[0] = place
        SortKey.sink(&best)
        bound = best[0]
      }
    }
    guard best.count == limit else { return nil }
    var rows: [Int32] = []
    for row in ranks.indices where ranks[row] != NumberColumn.none && ranks[row] &* sign <= bound {
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return rows
  }

  /// Moves the root of a heap down until no child is greater.
  private static func sink(_ heap: inout [Int64]) {
    var index = 0
    while true {
      var greatest = index
      for child in [2 * index + 1, 2 * index + 2]
      where child < heap.count && heap[child] > heap[greatest] {
        greatest = child
      }
      if greatest == index { return }
      heap.swapAt(index, greatest)
      index = greatest
    }
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
        guard let word = PackedWord(ranks, isDescending: key.isDescending), word.width > 0 else {
          continue
        }
        if let last = words.last, last.width + word.width <= 64 {
          words[words.count - 1].append(word)
        } else {
          words.append(word)
        }
      }
    }
    self.words = words
    self.rowCount = rowCount
  }

  /// All rows, in order.
  package func sorted() -> [Int32] {
    guard let last = words.last else { return Array(0..<Int32(rowCount)) }
    var rows = last.order()
    for word in words.dropLast().reversed() { word.sort(&rows) }
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
