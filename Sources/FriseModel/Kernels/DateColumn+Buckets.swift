extension DateColumn {
  /// The bucket of every row's start; `DateBuckets.notPlaced` for a row without a date, with an
  /// open or unknown start, or whose start may lie in more than one bucket.
  package func bucketIndices(_ buckets: DateBuckets) -> [Int64] {
    placed(buckets, earliest: earliestStart, latest: latestStart) { bounds in
      (bounds.earliestStart, bounds.latestStart)
    }
  }

  /// The same of every row's end.
  package func endBucketIndices(_ buckets: DateBuckets) -> [Int64] {
    placed(buckets, earliest: earliestEnd, latest: latestEnd) { bounds in
      (bounds.earliestEnd, bounds.latestEnd)
    }
  }

  /// Neighbouring rows mostly share a bucket: it is kept, so that a sorted column costs two
  /// comparisons a row and no division.
  private func placed(
    _ buckets: DateBuckets, earliest: [Int32], latest: [Int32],
    _ sides: (DateBounds) -> (Int64, Int64)
  ) -> [Int64] {
    var first: Int64 = 1
    var last: Int64 = 0
    var index: Int64 = 0
    func place(_ from: Int64, _ to: Int64) -> Int64 {
      if from < first || from > last {
        index = buckets.index(of: from)
        first = buckets.firstDay(of: index)
        last = buckets.lastDay(of: index)
      }
      return to <= last ? index : DateBuckets.notPlaced
    }
    var placed = [Int64](capacity: earliest.count) { output in
      for row in earliest.indices {
        let (from, to) = (earliest[row], latest[row])
        let isLimited = from > DateColumn.past && to < DateColumn.future
        output.append(isLimited ? place(Int64(from), Int64(to)) : DateBuckets.notPlaced)
      }
    }
    for row in farRows {
      guard let (from, to) = bounds(at: row).map(sides), from != DateBounds.past,
        from != DateBounds.future, to != DateBounds.future
      else { continue }
      placed[row] = place(from, to)
    }
    return placed
  }

  /// The buckets of the starts of a sorted column, in order, and where the rows of each end; the
  /// rows after the last have no date. Nil where the rows are not sorted, or some start lies in no
  /// one bucket.
  package func bucketRuns(_ buckets: DateBuckets) -> [(index: Int64, end: Int)]? {
    let stated = statedCount
    guard isSorted, farRows.isEmpty, stated > 0, earliestStart[0] > DateColumn.past,
      earliestStart[stated - 1] < DateColumn.future
    else { return nil }
    var runs: [(index: Int64, end: Int)] = []
    var row = 0
    while row < stated {
      let index = buckets.index(of: Int64(earliestStart[row]))
      let lastDay = buckets.lastDay(of: index)
      let end = firstRow(from: lastDay + 1)
      if !forms.isEmpty {
        var latest = Int32.min
        for day in latestStart[row..<end] { latest = max(latest, day) }
        guard Int64(latest) <= lastDay else { return nil }
      }
      runs.append((index, end))
      row = end
    }
    return runs
  }

  /// The buckets that every row touches from its earliest start to its latest end, an open end
  /// counting to `today`: item numbers from `offsets[row]` up to `offsets[row + 1]`. A row touches
  /// none without a date, or with an open or unknown start, or an unknown end. Nil when there are
  /// more than `limit`.
  package func touchedBuckets(
    _ buckets: DateBuckets, today: Int64, limit: Int = 50_000_000
  ) -> (offsets: [Int32], indices: [Int64])? {
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(earliestStart.count + 1)
    var indices: [Int64] = []
    for row in earliestStart.indices {
      if let (first, last) = extent(at: row, today: today) {
        guard let range = buckets.range(from: first, to: last, limit: limit - indices.count) else {
          return nil
        }
        indices.append(contentsOf: range)
      }
      offsets.append(Int32(clamping: indices.count))
    }
    return (offsets, indices)
  }

  /// The first and last day a row may touch; an open end is `today`, or the start when that is
  /// later.
  func extent(at row: Int, today: Int64) -> (first: Int64, last: Int64)? {
    guard let bounds = bounds(at: row), bounds.earliestStart != DateBounds.past else { return nil }
    if bounds.latestEnd != DateBounds.future { return (bounds.earliestStart, bounds.latestEnd) }
    guard bounds.earliestEnd == DateBounds.future else { return nil }
    return (bounds.earliestStart, max(today, bounds.earliestStart))
  }
}
