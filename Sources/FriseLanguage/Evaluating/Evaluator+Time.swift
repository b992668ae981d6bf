import FriseBase
import FriseModel
import FriseSyntax

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
    remarkUnplaced(unplaced)
    let labels = DateColumn.labels(touched.indices, buckets)
    frame.gather(rows)
    let kept = (0..<frame.columnCount).map { Frame.Chosen.keep($0) }
    return frame.projected(kept + [.new(.date(labels))])
  }

  private mutating func remarkUnplaced(_ count: Int) {
    guard count > 0 else { return }
    remarks.add(
      en: "\(count) row\(count == 1 ? "" : "s") not placed: no known start or end",
      fr: count == 1
        ? "1 ligne non située\u{202F}: début ou fin inconnus"
        : "\(count) lignes non situées\u{202F}: début ou fin inconnus")
  }

  /// `spread day | count by day` without a row for every day: how many rows touch each. Nil for
  /// other stages, and where the days are too many.
  mutating func spreadCount(
    _ frame: inout Frame, _ stage: ResolvedStage, _ next: ResolvedStage?
  ) throws(RunFailure) -> Frame? {
    guard case .spread(let unit) = stage.kind,
      case .summarise(let values, let aggregates, let groups)? = next?.kind,
      groups.bucket == nil, groups.keys.count == 1,
      case .column(stage.input.columns.count) = groups.keys[0].node,
      aggregates.allSatisfy({ $0.word == .count && $0.argument == nil })
    else { return nil }
    let buckets = DateBuckets(unit)
    guard
      let touched = dates(&frame, stage).touchCounts(
        buckets, today: today, limit: Evaluator.rowsMax)
    else { return nil }
    remarkUnplaced(touched.untouching)
    let counts = Column.number(NumberColumn(values: touched.counts))
    var counted = Frame(
      columns: [.date(DateColumn.labels(touched.indices, buckets))]
        + aggregates.map { _ in counts }, count: touched.indices.count)
    var chosen = [Frame.Chosen.keep(0)]
    for value in values {
      let vector = try evaluate(value, &counted)
      chosen.append(.new(vector.column(type: value.type, count: counted.count)))
    }
    return counted.projected(chosen)
  }

  /// What names a row in another: its link to itself, in a table without names its first text.
  private func rowNames(_ frame: inout Frame, _ stage: ResolvedStage) -> Column {
    if let link = stage.input.rowLink, case .link(let links) = frame.column(link) {
      return .link(links)
    }
    let text = stage.input.visibleColumns.first { stage.input.columns[$0].type.isText }
    guard let text else { return .none(count: frame.count) }
    let column = frame.column(text)
    if case .text(let texts) = column { return .bilingual(english: texts, french: texts) }
    return column
  }

  // MARK: Gaps

  /// The runs of days that no row touches, between the first and the last row of each group.
  mutating func gaps(
    _ frame: inout Frame, _ groups: ResolvedStage.Grouping, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    let made = try makeGroups(&frame, groups, stage)
    if let rows = made.rows { frame.gather(rows) }
    let dates = dates(&frame, stage)
    let names = rowNames(&frame, stage)
    let found = dates.gaps(made.grouping, today: today)
    let days = DateColumn(
      found.map { DateValue(bounds: DateBounds(wholeFrom: $0.first, to: $0.last)) })
    let lengths = DurationColumn(
      found.map { CalendarDuration(from: $0.first, to: $0.last + 1) })
    return Frame(
      columns: made.keys.map { $0.gather(found.map(\.group)) } + [
        .date(days), .duration(lengths), names.gather(links: found.map(\.previous)),
        names.gather(links: found.map(\.next)),
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

  /// The `count` rows whose dates are nearest to a date, nearest first, with their distance: the
  /// days between the nearest ends.
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
