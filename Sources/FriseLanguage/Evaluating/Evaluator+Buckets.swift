import FriseBase
import FriseModel

/// The buckets of `each`: complete from the first to the last, and a last line for what has no
/// place.
extension Evaluator {
  /// Groups by keys and bucket: for every key all buckets in order, then «not placed» if it has
  /// any.
  mutating func bucketed(
    _ dates: Column, _ bucket: ResolvedStage.Bucket, _ columns: [Column], _ combined: KeyCodes?,
    _ rows: [Int32]?, at span: ByteSpan
  ) throws(RunFailure) -> Groups {
    guard case .date(let column) = dates else {
      return Groups(grouping: FriseModel.Grouping(allOf: dates.count), keys: columns, rows: rows)
    }
    let buckets = DateBuckets(each: Int64(clamping: bucket.count), bucket.unit)
    if combined == nil, let runs = column.bucketRuns(buckets) {
      return try runGroups(runs, dates.count, buckets, bucket, rows, at: span)
    }
    let indices = column.bucketIndices(buckets)
    let range = try bucketRange(indices, buckets, bucket.period, at: span)
    let width = range.count
    let keyCount = combined?.count ?? 1
    let keyCodes = combined?.codes
    var unplaced = [Bool](repeating: false, count: keyCount)
    for row in indices.indices where indices[row] == DateBuckets.notPlaced {
      unplaced[keyCodes.map { Int($0[row]) } ?? 0] = true
    }
    let (cells, overflow) = keyCount.multipliedReportingOverflow(by: width + 1)
    guard !overflow, cells <= Evaluator.rowsMax else { throw failure(.tooManyRows(at: span)) }
    // The first group of each key; a key has one group more when it has rows without a place.
    var starts = [Int32](capacity: keyCount + 1) { output in
      var start: Int32 = 0
      for key in 0..<keyCount {
        output.append(start)
        start += Int32(width) + (unplaced[key] ? 1 : 0)
      }
      output.append(start)
    }
    let count = Int(starts.removeLast())
    let lower = range.lowerBound
    let codes = [Int32](capacity: indices.count) { output in
      for row in indices.indices {
        let start = keyCodes.map { starts[Int($0[row])] } ?? 0
        let index = indices[row]
        output.append(
          start + Int32(index == DateBuckets.notPlaced ? Int64(width) : index - lower))
      }
    }
    var keyRows: [Int32] = []
    var labels: [DateValue?] = []
    let names = range.map { buckets.label(of: $0) }
    for key in 0..<keyCount {
      labels += names.map { Optional($0) } + (unplaced[key] ? [notPlaced] : [])
      if let combined {
        keyRows += Array(
          repeating: combined.firstRows[key], count: width + (unplaced[key] ? 1 : 0))
      }
    }
    let keys = columns.map { $0.gather(keyRows) } + [.date(DateColumn(labels))]
    return Groups(
      grouping: FriseModel.Grouping(codes: codes, count: count), keys: keys, rows: rows)
  }

  /// The buckets of rows that stand in their order: only where each ends need be known.
  private func runGroups(
    _ runs: [(index: Int64, end: Int)], _ rowCount: Int, _ buckets: DateBuckets,
    _ bucket: ResolvedStage.Bucket, _ rows: [Int32]?, at span: ByteSpan
  ) throws(RunFailure) -> Groups {
    let range = try bucketRange(runs.map(\.index), buckets, bucket.period, at: span)
    var bounds = [0]
    var next = 0
    for index in range {
      while next < runs.count, runs[next].index < index { next += 1 }
      let isHeld = next < runs.count && runs[next].index == index
      bounds.append(isHeld ? runs[next].end : bounds[bounds.count - 1])
    }
    var labels: [DateValue?] = range.map { buckets.label(of: $0) }
    if bounds[bounds.count - 1] < rowCount {
      bounds.append(rowCount)
      labels.append(notPlaced)
    }
    return Groups(
      grouping: FriseModel.Grouping(bounds: bounds), keys: [.date(DateColumn(labels))], rows: rows)
  }

  /// The label of the last line, for rows whose start has no one bucket: it is no date.
  private var notPlaced: DateValue {
    DateValue(
      text: Localized(en: "not placed", fr: "non situé")[tongue],
      bounds: DateBounds(wholeFrom: DateBounds.past, to: DateBounds.future), isReduced: true)
  }

  /// From the first to the last bucket of the rows, and of the period of the pipe when it has ends.
  private func bucketRange(
    _ indices: [Int64], _ buckets: DateBuckets, _ period: Period?, at span: ByteSpan
  ) throws(RunFailure) -> Range<Int64> {
    var first = Int64.max
    var last = Int64.min
    for index in indices where index != DateBuckets.notPlaced {
      first = min(first, index)
      last = max(last, index)
    }
    if let period, !period.isEmpty {
      if period.first != DateBounds.past {
        first = min(first, buckets.index(of: period.first))
        last = max(last, first)
      }
      if period.last != DateBounds.future, first != Int64.max {
        last = max(last, buckets.index(of: period.last))
      }
    }
    guard first <= last else { return 0..<0 }
    guard last - first < Int64(Evaluator.rowsMax) else { throw failure(.tooManyRows(at: span)) }
    return first..<last + 1
  }
}
