/// How many rows touch each bucket of time, in order of first touch.
package struct TouchCounts: Sendable {
  /// The buckets that some row touches, in the order in which the rows reach them.
  package let indices: [Int64]
  /// How many rows touch each of them.
  package let counts: [Int64]
  /// How many rows touch none: without a date, with an open or unknown start, an unknown end.
  package let untouching: Int
}

extension DateColumn {
  /// What `touchedBuckets` would list, counted: every row adds one to all buckets from its first to
  /// its last, as a step up and a step down, so that long rows cost no more than short ones. Nil
  /// when the buckets from the first to the last are more than `limit`.
  package func touchCounts(
    _ buckets: DateBuckets, today: Int64, limit: Int = 50_000_000
  ) -> TouchCounts? {
    var ranges: [ClosedRange<Int64>] = []
    ranges.reserveCapacity(earliestStart.count)
    var lower = Int64.max
    var upper = Int64.min
    for row in earliestStart.indices {
      guard let (first, last) = extent(at: row, today: today) else { continue }
      guard let range = buckets.range(from: first, to: last, limit: limit) else { return nil }
      ranges.append(range)
      lower = min(lower, range.lowerBound)
      upper = max(upper, range.upperBound)
    }
    let untouching = earliestStart.count - ranges.count
    guard lower <= upper else {
      return TouchCounts(indices: [], counts: [], untouching: untouching)
    }
    guard upper - lower < Int64(limit) else { return nil }
    let width = Int(upper - lower) + 1
    var steps = [Int32](repeating: 0, count: width + 1)
    // The next bucket at or after each that no row has reached yet; chains are halved as they are
    // walked (Tarjan 1975).
    var unreached = Array(0...Int32(clamping: width))
    func firstUnreached(from bucket: Int) -> Int {
      var bucket = bucket
      while Int(unreached[bucket]) != bucket {
        unreached[bucket] = unreached[Int(unreached[bucket])]
        bucket = Int(unreached[bucket])
      }
      return bucket
    }
    var order: [Int32] = []
    for range in ranges {
      let (first, last) = (Int(range.lowerBound - lower), Int(range.upperBound - lower))
      steps[first] += 1
      steps[last + 1] -= 1
      var bucket = firstUnreached(from: first)
      while bucket <= last {
        order.append(Int32(clamping: bucket))
        unreached[bucket] = Int32(clamping: bucket + 1)
        bucket = firstUnreached(from: bucket + 1)
      }
    }
    var height: Int32 = 0
    for bucket in 0..<width {
      height += steps[bucket]
      steps[bucket] = height
    }
    return TouchCounts(
      indices: order.map { lower + Int64($0) }, counts: order.map { Int64(steps[Int($0)]) },
      untouching: untouching)
  }
}

/// A stretch of days that no row of a group touches, between two rows that do.
package struct DateGap: Sendable, Hashable {
  package let group: Int32
  package let first: Int64
  package let last: Int64
  /// The row that reached furthest before the gap, and the one that begins after it.
  package let previous: Int32
  package let next: Int32
}

extension DateColumn {
  /// The gaps of each group, in order of group, then of time. A row touches the days from its
  /// earliest start to its latest end, an open or unknown end counting to `today`; rows without a
  /// date or a known start touch none.
  package func gaps(_ grouping: Grouping, today: Int64) -> [DateGap] {
    let codes = grouping.dense
    var reachedDay = [Int64](repeating: Int64.min, count: grouping.count)
    var reachedRow = [Int32](repeating: -1, count: grouping.count)
    var found: [DateGap] = []
    for row in rowsByStart {
      let group = Int(codes[Int(row)])
      guard group >= 0, let bounds = bounds(at: Int(row)), bounds.earliestStart != DateBounds.past
      else { continue }
      let start = bounds.earliestStart
      let end = bounds.latestEnd == DateBounds.future ? today : bounds.latestEnd
      if reachedRow[group] >= 0, start - 1 > reachedDay[group] {
        found.append(
          DateGap(
            group: Int32(group), first: reachedDay[group] + 1, last: start - 1,
            previous: reachedRow[group], next: row))
      }
      if max(start, end) > reachedDay[group] {
        reachedDay[group] = max(start, end)
        reachedRow[group] = row
      }
    }
    guard grouping.count > 1 else { return found }
    let places = Grouping(codes: found.map(\.group), count: grouping.count).members.rows
    return places.map { found[Int($0)] }
  }

  /// All rows in order of their earliest start, then of input.
  private var rowsByStart: [Int32] {
    let rows = 0..<Int32(clamping: earliestStart.count)
    if isSorted { return Array(rows) }
    let days = exactDays(earliestStart) { $0.earliestStart }
    return SortOrder([SortKey(ranks: [days])], rowCount: rows.count).sorted()
  }
}
