/// How many rows touch each bucket of time, in order of first touch.
package struct TouchCounts: Sendable {
  /// The buckets that some row touches, in the order in which the rows reach them.
  package fileprivate(set) var indices: [Int64]
  /// How many rows touch each of them.
  package fileprivate(set) var counts: [Int64]
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
    // Far days are written out: only then are the rows looked at for them.
    if isSorted, written.isEmpty || traits.farRows.isEmpty {
      return sortedTouchCounts(buckets, today: today, limit: limit)
    }
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

extension DateColumn {
  /// The same for rows in order of their starts, which reach the buckets in order: a bucket is
  /// touched by those that began by its last day, less those that were over before its first.
  private func sortedTouchCounts(
    _ buckets: DateBuckets, today: Int64, limit: Int
  ) -> TouchCounts? {
    let (starts, ends) = ranks
    var untouching = earliestStart.count - traits.statedCount
    // Rows with an open or unknown side are counted among the others and taken out again: from
    // `from` up to `to`, buckets in which they are counted but do not touch.
    var corrections: [(from: Int64, to: Int64)] = []
    var lastDay = ends.days?.upperBound ?? Int64.min
    for row in traits.unboundedRows {
      let (start, end) = (earliestStart[Int(row)], latestEnd[Int(row)])
      if let extent = extent(at: Int(row), today: today) {
        lastDay = max(lastDay, extent.last)
        corrections.append((buckets.index(of: extent.last) + 1, Int64.max))
      } else {
        untouching += 1
        corrections.append(
          (
            start == DateColumn.past ? Int64.min : buckets.index(of: Int64(start)),
            end == DateColumn.future ? Int64.max : buckets.index(of: Int64(end))
          ))
      }
    }
    guard let firstDay = starts.days?.lowerBound, firstDay <= lastDay else {
      return TouchCounts(indices: [], counts: [], untouching: untouching)
    }
    guard let range = buckets.range(from: firstDay, to: lastDay, limit: limit) else { return nil }
    let steps = steps(corrections, range)
    var counts: [Int64] = []
    // Unchecked writes: a bucket of the range has one place.
    let indices = unsafe [Int64](unsafeUninitializedCapacity: range.count) { indices, indexCount in
      unsafe counts = [Int64](unsafeUninitializedCapacity: range.count) { counts, count in
        var taken: Int64 = 0
        var first = buckets.firstDay(of: range.lowerBound)
        var over = ends.count(upTo: first - 1)
        for place in 0..<range.count {
          let index = range.lowerBound &+ Int64(place)
          let next = buckets.unit == .day ? first &+ buckets.count : buckets.firstDay(of: index + 1)
          if !steps.isEmpty { taken += steps[place] }
          let height = Int64(starts.count(upTo: next &- 1) &- over) &- taken
          unsafe indices[count] = index
          unsafe counts[count] = height
          count &+= height > 0 ? 1 : 0
          over = ends.count(upTo: next &- 1)
          first = next
        }
        indexCount = count
      }
    }
    return TouchCounts(indices: indices, counts: counts, untouching: untouching)
  }

  /// By how many more rows than in the bucket before each bucket is to be lowered, empty where none
  /// is.
  private func steps(
    _ corrections: [(from: Int64, to: Int64)], _ range: ClosedRange<Int64>
  ) -> [Int64] {
    guard !corrections.isEmpty else { return [] }
    var steps = [Int64](repeating: 0, count: range.count + 1)
    for (from, to) in corrections where from <= range.upperBound && to >= range.lowerBound {
      steps[Int(max(from, range.lowerBound) - range.lowerBound)] += 1
      steps[Int(min(to, range.upperBound) - range.lowerBound) + 1] -= 1
    }
    return steps
  }
}
