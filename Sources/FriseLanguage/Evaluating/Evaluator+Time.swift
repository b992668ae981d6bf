import FriseBase
import FriseModel

/// `spread gaps concurrent nearest`: stages over the table's date.
extension Evaluator {
  /// The dates of the rows.
  private func dates(_ frame: inout Frame, _ stage: ResolvedStage) -> DateColumn {
    guard let index = stage.input.dateColumn, case .date(let column) = frame.column(index) else {
      return DateColumn(Array(repeating: nil, count: frame.count))
    }
    return column
  }

  /// A row for every unit of time that a row touches.
  mutating func spread(
    _ frame: inout Frame, _ unit: TimeUnit, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let dates = dates(&frame, stage)
    let buckets = DateBuckets(unit)
    guard
      let touched = dates.touchedBuckets(buckets, today: today, limit: Evaluator.rowsMax)
    else { throw failure(.tooManyRows(at: stage.span)) }
    var rows: [Int32] = []
    rows.reserveCapacity(touched.indices.count)
    var unplaced = 0
    for row in 0..<frame.count {
      let count = touched.offsets[row + 1] - touched.offsets[row]
      if count == 0 { unplaced += 1 }
      for _ in 0..<count { rows.append(Int32(clamping: row)) }
    }
    if unplaced > 0 {
      remarks.add(
        en: "\(unplaced) row\(unplaced == 1 ? "" : "s") not placed: no known start or end",
        fr: unplaced == 1
          ? "1 ligne non située : début ou fin inconnus"
          : "\(unplaced) lignes non situées : début ou fin inconnus")
    }
    let labels = DateColumn.labels(touched.indices, buckets)
    frame.gather(rows)
    let kept = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    return frame.projected(kept + [.new(.date(labels))])
  }

  /// What names a row in another: its link to itself, else its first text.
  private func rowNames(_ frame: inout Frame, _ stage: ResolvedStage) -> Column {
    if let link = stage.input.rowLink { return frame.column(link) }
    let text = stage.input.visibleColumns.first { stage.input.columns[$0].type.isText }
    guard let text else { return .none(count: frame.count) }
    let column = frame.column(text)
    if case .text(let texts) = column { return .bilingual(english: texts, french: texts) }
    return column
  }

  // MARK: Gaps

  /// The runs of days that no row touches, between the first and the last.
  mutating func gaps(_ frame: inout Frame, _ stage: ResolvedStage) -> Frame {
    let dates = dates(&frame, stage)
    let names = rowNames(&frame, stage)
    let spans = dates.touchedDays(today: today)
    let order = spans.indices.filter { spans[$0] != nil }
      .sorted { (spans[$0]?.lowerBound ?? 0, $0) < (spans[$1]?.lowerBound ?? 0, $1) }
    var found: [(days: ClosedRange<Int64>, previous: Int32, next: Int32)] = []
    var reached: (day: Int64, row: Int)?
    for row in order {
      guard let span = spans[row] else { continue }
      if let reached, span.lowerBound - 1 > reached.day {
        found.append(
          (
            reached.day + 1...span.lowerBound - 1, Int32(clamping: reached.row),
            Int32(clamping: row)
          ))
      }
      if span.upperBound > reached?.day ?? Int64.min { reached = (span.upperBound, row) }
    }
    return Frame(
      columns: [
        .date(
          DateColumn(
            found.map {
              DateValue(
                bounds: DateBounds(wholeFrom: $0.days.lowerBound, to: $0.days.upperBound))
            })),
        .duration(
          DurationColumn(
            found.map { CalendarDuration(from: $0.days.lowerBound, to: $0.days.upperBound + 1) })),
        names.gather(links: found.map(\.previous)), names.gather(links: found.map(\.next)),
      ], count: found.count)
  }

  // MARK: Concurrent

  /// For each row the other rows that share a day with it for certain.
  mutating func concurrent(
    _ frame: inout Frame, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let dates = dates(&frame, stage)
    let names = rowNames(&frame, stage)
    // Candidates by a sweep over the days a row may touch; the relation decides.
    let spans = dates.touchedDays(today: today)
    let order = spans.indices.filter { spans[$0] != nil }
      .sorted { (spans[$0]?.lowerBound ?? 0, $0) < (spans[$1]?.lowerBound ?? 0, $1) }
    var partners = [[Int32]](repeating: [], count: frame.count)
    var active: [Int] = []
    var pairs = 0
    for row in order {
      guard let span = spans[row], let bounds = dates.bounds(at: row) else { continue }
      if interrupt.isRaised { throw interrupted(stage.span) }
      active.removeAll { (spans[$0]?.upperBound ?? 0) < span.lowerBound }
      for other in active {
        guard let others = dates.bounds(at: other),
          DateRelation.overlaps.answer(bounds, others) == .yes
        else { continue }
        partners[row].append(Int32(clamping: other))
        partners[other].append(Int32(clamping: row))
        pairs += 2
      }
      guard pairs <= Evaluator.rowsMax else { throw failure(.tooManyRows(at: stage.span)) }
      active.append(row)
    }
    var offsets: [Int32] = [0]
    var items: [Int32] = []
    for row in partners.indices {
      items += partners[row].sorted()
      offsets.append(Int32(clamping: items.count))
    }
    let lists = Column.list(ListColumn(offsets: offsets, items: names.gather(items)))
    let kept = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    return frame.projected(kept + [.new(lists)])
  }

  // MARK: Nearest

  /// The `count` rows whose dates are nearest to a date, nearest first, with their distance: the days
  /// between the nearest ends.
  mutating func nearest(
    _ frame: inout Frame, _ count: Int, _ point: Resolved, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let dates = dates(&frame, stage)
    // Nothing is near to a date that is none.
    var target: Period?
    if case .date(let date) = try value(of: point) { target = Period(date) }
    var distances: [(row: Int32, ends: NearestEnds)] = []
    for row in 0..<frame.count {
      guard let target, let bounds = dates.bounds(at: row) else { continue }
      distances.append((Int32(clamping: row), bounds.ends(towards: target)))
    }
    let ordered = distances.sorted { ($0.ends.distance, $0.row) < ($1.ends.distance, $1.row) }
      .prefix(count)
    frame.gather(ordered.map(\.row))
    let column = DurationColumn(
      ordered.map { CalendarDuration(from: $0.ends.from, to: $0.ends.to) })
    let kept = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    return frame.projected(kept + [.new(.duration(column))])
  }
}

extension DateColumn {
  /// The days each row may touch; an open end reaches to `today`; nil without a known start.
  fileprivate func touchedDays(today: Int64) -> [ClosedRange<Int64>?] {
    earliestStart.indices.map { row in
      guard let bounds = bounds(at: row), bounds.earliestStart != DateBounds.past
      else { return nil }
      let isOpen = bounds.latestEnd == DateBounds.future
      let last = isOpen ? max(today, bounds.earliestStart) : bounds.latestEnd
      return bounds.earliestStart...max(last, bounds.earliestStart)
    }
  }
}
