package import FriseBase

/// The outcome of a search for pairs of rows.
package enum PairSearch: Sendable {
  case pairs(JoinPairs)
  /// There are more than the limit.
  case tooMany
  /// The interrupt was raised.
  case interrupted
}

extension DateColumn {
  /// Whether every day of the column fits its slots, so that the kernels of overlapping can tell.
  package var hasNearDaysOnly: Bool { traits.farRows.isEmpty }

  /// How many rows have a date and how many have none, and the first of each.
  package var datedCounts: (dated: Int, undated: Int, firstDated: Int, firstUndated: Int) {
    let traits = traits
    return (
      traits.statedCount, earliestStart.count - traits.statedCount, traits.firstDated ?? 0,
      traits.firstUndated ?? 0
    )
  }

  /// For each row whether it has a date.
  package var isStated: [Bool] { earliestStart.map { $0 != DateColumn.none } }

  /// The rows that have a date, ascending, and those that have none.
  package var datedRows: (dated: [Int32], undated: [Int32]) {
    var (dated, undated): ([Int32], [Int32]) = ([], [])
    for row in earliestStart.indices {
      if earliestStart[row] == DateColumn.none {
        undated.append(Int32(row))
      } else {
        dated.append(Int32(row))
      }
    }
    return (dated, undated)
  }

  /// The pairs of rows of two columns that share a day, in order of the own rows, then of the
  /// others: for certain, or, where `possible` is true, perhaps. Rows without a date are in none.
  package func overlapPairs(
    with other: DateColumn, possible: Bool, limit: Int, _ interrupt: Interrupt
  ) -> PairSearch {
    let spans = other.spans
    var pairs = JoinPairs(left: [], right: [])
    var met = RowMarks(count: other.earliestStart.count)
    for row in earliestStart.indices where earliestStart[row] != DateColumn.none {
      if interrupt.isRaised { return .interrupted }
      let before = pairs.right.count
      meet(spans, row) { place, isCertain in
        if possible || isCertain { met.add(spans.rows[place]) }
      }
      met.drain(into: &pairs.right)
      guard pairs.right.count <= limit else { return .tooMany }
      for _ in before..<pairs.right.count { pairs.left.append(Int32(truncatingIfNeeded: row)) }
    }
    return .pairs(pairs)
  }

  /// The first row of another column that may share a day with a row, but not for certain.
  package func firstUndecidedOverlap(_ row: Int, with other: DateColumn) -> Int32? {
    let spans = other.spans
    var first: Int32?
    meet(spans, row) { place, isCertain in
      if !isCertain { first = min(first ?? .max, spans.rows[place]) }
    }
    return first
  }

  /// Gives the places that may share a day with one row, and whether they do for certain.
  @inline(__always)
  private func meet(
    _ spans: SpanBuckets, _ row: Int, _ body: (_ place: Int, _ isCertain: Bool) -> Void
  ) {
    let first = earliestStart[row]
    let (latest, earliest) = (latestStart[row], earliestEnd[row])
    let isDefinite = spans.latestStarts.isEmpty
    spans.forEachRun(from: first, to: latestEnd[row]) { places, isSure in
      for place in places where isSure || spans.ends[place] >= first {
        let begins = isDefinite ? spans.starts[place] : spans.latestStarts[place]
        let ends = isDefinite ? spans.ends[place] : spans.earliestEnds[place]
        body(place, begins <= earliest && ends >= latest)
      }
    }
  }
}

/// A set of rows, a bit each, that is emptied in order.
private struct RowMarks {
  private var words: [UInt64]
  /// The words that may hold a bit.
  private var used: Range<Int> = 0..<0

  init(count: Int) { words = Array(repeating: 0, count: count / 64 + 1) }

  @inline(__always)
  mutating func add(_ row: Int32) {
    let word = Int(row) / 64
    words[word] |= 1 << UInt64(row & 63)
    used =
      used.isEmpty
      ? word..<word + 1 : min(used.lowerBound, word)..<max(used.upperBound, word + 1)
  }

  /// Appends the rows of the set in order, which is empty then.
  mutating func drain(into rows: inout [Int32]) {
    for word in used {
      var bits = words[word]
      while bits != 0 {
        rows.append(Int32(truncatingIfNeeded: word * 64 + bits.trailingZeroBitCount))
        bits &= bits &- 1
      }
      words[word] = 0
    }
    used = 0..<0
  }
}
