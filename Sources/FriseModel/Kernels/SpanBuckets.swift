/// The dated rows of a column by the length of the time that they may touch, from their earliest
/// start to their latest end: a class for each power of two, each in order of start. All rows of a
/// class that may share a day with a period are one run of it, and but for a few at its beginning
/// they do. 12 bytes a row, 20 where starts or ends are uncertain.
///
/// A tree of intervals was measured: it is four to five times slower, since a period of some years
/// meets thousands of rows.
struct SpanBuckets: Sendable {
  /// The rows of one class.
  private struct Bucket: Sendable {
    let places: Range<Int>
    /// No row is longer than this many days beyond its first; `Int64.max` without an end.
    let reach: Int64
  }

  private let buckets: [Bucket]
  /// By place: the first and the last day a row may touch, and the row.
  let starts: [Int32]
  let ends: [Int32]
  let rows: [Int32]
  /// By place: the last day on which a row may start, the first on which it may end; empty where
  /// these agree with the other two in every row.
  let latestStarts: [Int32]
  let earliestEnds: [Int32]

  /// Rows with an open or unknown side are a class of their own.
  private static let endless = 33

  init(_ dates: DateColumn) {
    let (first, last) = (dates.earliestStart, dates.latestEnd)
    let order = dates.isSorted ? nil : dates.rowsByStart
    var sizes = [Int](repeating: 0, count: SpanBuckets.endless + 1)
    for row in first.indices where first[row] != DateColumn.none {
      sizes[SpanBuckets.bucket(first[row], last[row])] += 1
    }
    var next = [Int](repeating: 0, count: sizes.count)
    var buckets: [Bucket] = []
    var place = 0
    for (index, size) in sizes.enumerated() {
      next[index] = place
      let reach = index == SpanBuckets.endless ? Int64.max : (1 << Int64(index)) - 1
      if size > 0 { buckets.append(Bucket(places: place..<place + size, reach: reach)) }
      place += size
    }
    var starts = [Int32](repeating: 0, count: place)
    var ends = starts
    var rows = starts
    for position in first.indices {
      let row = order.map { Int($0[position]) } ?? position
      let start = first[row]
      guard start != DateColumn.none else { continue }
      let bucket = SpanBuckets.bucket(start, last[row])
      let place = next[bucket]
      next[bucket] = place + 1
      starts[place] = start
      ends[place] = last[row]
      rows[place] = Int32(truncatingIfNeeded: row)
    }
    self.buckets = buckets
    self.starts = starts
    self.ends = ends
    self.rows = rows
    let isDefinite = dates.traits.isDefinite
    latestStarts = isDefinite ? [] : dates.latestStart.gather(rows)
    earliestEnds = isDefinite ? [] : dates.earliestEnd.gather(rows)
  }

  /// The class of a row from its first day to its last.
  private static func bucket(_ first: Int32, _ last: Int32) -> Int {
    guard first != DateColumn.past, last != DateColumn.future else { return endless }
    return 64 - max(0, Int64(last) - Int64(first)).leadingZeroBitCount
  }

  /// Gives the runs of places that may share a day with the days from `first` to `last`. In a run
  /// that is not sure, a row does only if it ends on `first` or later; in a sure one all do.
  @inline(__always)
  func forEachRun(
    from first: Int32, to last: Int32, _ body: (_ places: Range<Int>, _ isSure: Bool) -> Void
  ) {
    for bucket in buckets {
      let places = bucket.places
      let (earliest, overflow) = Int64(first).subtractingReportingOverflow(bucket.reach)
      let lower =
        overflow ? places.lowerBound : place(in: places, where: { Int64($0) >= earliest })
      let middle = place(in: lower..<places.upperBound, where: { $0 >= first })
      let upper = place(in: middle..<places.upperBound, where: { $0 > last })
      if lower < middle { body(lower..<middle, false) }
      if middle < upper { body(middle..<upper, true) }
    }
  }

  /// The first place whose start passes a test that all later ones pass too.
  @inline(__always)
  private func place(in places: Range<Int>, where isReached: (Int32) -> Bool) -> Int {
    var (low, high) = (places.lowerBound, places.upperBound)
    while low < high {
      let middle = low + (high - low) / 2
      if isReached(starts[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
