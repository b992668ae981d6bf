extension DateColumn {
  /// Raw values of `Truth`, one a row: the relation of every date to a period of the query. A row
  /// without a date is undecided.
  package func answers(
    _ relation: DateRelation, _ period: Period, reading: DateRelation.Reading = .plain
  ) -> [UInt8] {
    guard var answers = fastAnswers(relation, period) else {
      return slowAnswers(relation, reading) { _ in period.bounds }
    }
    for row in farRows {
      answers[row] = relation.answer(date(at: row), period).rawValue
    }
    guard reading == .widened, !forms.isEmpty else { return answers }
    let mayWiden = (0...255).map { DateForm(rawValue: $0).mayWiden }
    for row in forms.indices where mayWiden[Int(forms[row])] {
      guard let bounds = widenedBounds(at: row) else { continue }
      answers[row] = relation.answer(bounds, period.bounds).rawValue
    }
    return answers
  }

  /// The same against the date of the same row of another column, each with its four bounds.
  package func answers(
    _ relation: DateRelation, _ other: DateColumn, reading: DateRelation.Reading = .plain
  ) -> [UInt8] {
    guard relation != .equals || reading == .plain else {
      return earliestStart.indices.map { row in
        relation.answer(date(at: row), other.date(at: row), reading: reading).rawValue
      }
    }
    return slowAnswers(relation, reading) { row in
      reading == .plain ? other.bounds(at: row) : other.widenedBounds(at: row)
    }
  }

  /// The same for `within`: the nearest ends of the row's date and the period are at most a
  /// duration apart.
  package func answers(
    within duration: CalendarDuration, of period: Period, reading: DateRelation.Reading = .plain
  ) -> [UInt8] {
    let zone = period.bounds.extended(by: duration)
    if zone.earliestStart == zone.latestStart, zone.earliestEnd == zone.latestEnd {
      return answers(
        .overlaps, Period(first: zone.earliestStart, last: zone.latestEnd), reading: reading)
    }
    return slowAnswers(.overlaps, reading) { _ in zone }
  }

  /// The same for `within` against another column.
  package func answers(
    within duration: CalendarDuration, of other: DateColumn,
    reading: DateRelation.Reading = .plain
  ) -> [UInt8] {
    slowAnswers(.overlaps, reading) { row in
      let bounds = reading == .plain ? other.bounds(at: row) : other.widenedBounds(at: row)
      return bounds?.extended(by: duration)
    }
  }

  /// Row by row from the four bounds of either side.
  private func slowAnswers(
    _ relation: DateRelation, _ reading: DateRelation.Reading,
    _ right: (Int) -> DateBounds?
  ) -> [UInt8] {
    [UInt8](capacity: earliestStart.count) { output in
      for row in earliestStart.indices {
        let left = reading == .plain ? bounds(at: row) : widenedBounds(at: row)
        guard let left, let right = right(row) else {
          output.append(Truth.undecided.rawValue)
          continue
        }
        output.append(relation.answer(left, right).rawValue)
      }
    }
  }

  /// One pass over the slots, or nil where they cannot tell: a period with an unknown or far side,
  /// `meets`, `equals`. Rows with far days come out wrong.
  private func fastAnswers(_ relation: DateRelation, _ period: Period) -> [UInt8]? {
    let bounds = period.bounds
    guard bounds.earliestStart == bounds.latestStart, bounds.earliestEnd == bounds.latestEnd,
      !bounds.isFar
    else { return nil }
    let first = DateColumn.narrow(period.first)
    let last = DateColumn.narrow(period.last)
    // No row has a bound below `past` or above `future`: such a limit always holds.
    let noFirst = DateColumn.past
    let noLast = DateColumn.future
    let starts = (earliestStart, latestStart)
    let ends = (latestEnd, earliestEnd)
    switch relation {
    case .during:
      return decided(least: starts, first, greatest: ends, last)
    case .overlaps:
      return decided(
        least: (earliestEnd, latestEnd), first, greatest: (latestStart, earliestStart), last)
    case .before:
      return decided(least: starts, noFirst, greatest: ends, first - 1)
    case .after:
      // Nothing begins after an open end; `last + 1` would not be a slot.
      guard last < DateColumn.future else { return nil }
      return decided(least: starts, last + 1, greatest: ends, noLast)
    case .startsNotBefore:
      return decided(least: starts, first, greatest: ends, noLast)
    case .endsNotAfter:
      return decided(least: starts, noFirst, greatest: ends, last)
    case .meets, .equals:
      return nil
    }
  }

  /// Yes where both limits hold for every choice, no where one fails for every choice: each pair
  /// has the slots that decide for yes, then those that decide for no.
  private func decided(
    least: (yes: [Int32], no: [Int32]), _ first: Int32,
    greatest: (yes: [Int32], no: [Int32]), _ last: Int32
  ) -> [UInt8] {
    let days = earliestStart.span
    let (leastYes, leastNo) = (least.yes.span, least.no.span)
    let (greatestYes, greatestNo) = (greatest.yes.span, greatest.no.span)
    return unsafe [UInt8](unsafeUninitializedCapacity: days.count) { output, count in
      // Unchecked: the runs of a column are of one length.
      for row in 0..<days.count {
        let isAfter: UInt8 = unsafe leastYes[unchecked: row] >= first ? 1 : 0
        let isBefore: UInt8 = unsafe greatestYes[unchecked: row] <= last ? 1 : 0
        let isNeverAfter: UInt8 = unsafe leastNo[unchecked: row] < first ? 1 : 0
        let isNeverBefore: UInt8 = unsafe greatestNo[unchecked: row] > last ? 1 : 0
        let isDated: UInt8 = unsafe days[unchecked: row] != DateColumn.none ? 1 : 0
        let holds = isAfter & isBefore & isDated
        let fails = (isNeverAfter | isNeverBefore) & isDated
        unsafe output[row] = 1 &+ holds &- fails
      }
      count = days.count
    }
  }

  /// The rows whose answer is yes, all other dated rows being no: by binary search, for a sorted
  /// column of plain days and a definite period; nil for other columns and for `meets` and
  /// `equals`.
  package func yesRange(_ relation: DateRelation, _ period: Period) -> Range<Int>? {
    guard isSorted, forms.isEmpty, period.isDefinite else { return nil }
    let count = statedCount
    switch relation {
    case .during, .overlaps:
      let lower = firstRow(from: period.first)
      return lower..<max(lower, firstRow(after: period.last))
    case .before: return 0..<firstRow(from: period.first)
    case .after: return firstRow(after: period.last)..<count
    case .startsNotBefore: return firstRow(from: period.first)..<count
    case .endsNotAfter: return 0..<firstRow(after: period.last)
    case .meets, .equals: return nil
    }
  }

  /// The first row of a sorted column that starts after `day`.
  private func firstRow(after day: Int64) -> Int {
    day == DateBounds.future ? statedCount : firstRow(from: day + 1)
  }

  /// The first row of a sorted column that starts on `day` or later.
  package func firstRow(from day: Int64) -> Int {
    var low = 0
    var high = statedCount
    while low < high {
      let middle = low + (high - low) / 2
      if Int64(earliestStart[middle]) < day { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// How many rows of a sorted column have a date: the others come after them.
  package var statedCount: Int {
    guard earliestStart.last == DateColumn.none else { return earliestStart.count }
    var (low, high) = (0, earliestStart.count)
    while low < high {
      let middle = low + (high - low) / 2
      if earliestStart[middle] == DateColumn.none { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// Whether every row is a plain day, which lies within a period or outside it, never in part.
  package var isPlainDays: Bool { forms.isEmpty && written.isEmpty }

  /// The rows that overlap a period, but are not during it: what the footnote of `during` counts.
  package func partialOverlapCount(_ period: Period) -> Int {
    if isPlainDays, period.isDefinite { return 0 }
    let (overlaps, during) = (answers(.overlaps, period), answers(.during, period))
    var count = 0
    for row in overlaps.indices
    where overlaps[row] == Truth.yes.rawValue && during[row] == Truth.no.rawValue {
      count += 1
    }
    return count
  }

  /// The rows that a comparison and its opposite both leave out because they lie on either side of
  /// the period's edge: «1 row spans 2010». Zero for relations that are no comparison.
  package func spanCount(_ relation: DateRelation, _ period: Period) -> Int {
    let pair: (DateRelation, DateRelation)
    switch relation {
    case .before, .startsNotBefore: pair = (.before, .startsNotBefore)
    case .after, .endsNotAfter: pair = (.after, .endsNotAfter)
    default: return 0
    }
    if isPlainDays, period.isDefinite { return 0 }
    return zip(answers(pair.0, period), answers(pair.1, period)).count { one, other in
      one == Truth.no.rawValue && other == Truth.no.rawValue
    }
  }
}
