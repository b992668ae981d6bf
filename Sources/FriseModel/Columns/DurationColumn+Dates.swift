extension DurationColumn {
  /// A column of these durations.
  package init(_ durations: [CalendarDuration?]) {
    self.init(
      months: durations.map { $0?.months ?? DurationColumn.none },
      days: durations.map { $0?.days ?? 0 })
  }

  /// The duration of one row, or nil.
  package func duration(at row: Int) -> CalendarDuration? {
    months[row] == DurationColumn.none
      ? nil : CalendarDuration(months: months[row], days: days[row])
  }
}

extension DateColumn {
  /// The length of every date from its first to its last day, both included, in completed years,
  /// months and days; an open end counts to `today`. None where a side is unknown or the start is
  /// open.
  package func lengths(today: Int64) -> DurationColumn {
    DurationColumn(
      earliestStart.indices.map { row in
        extent(at: row, today: today).map { first, last in
          CalendarDuration(from: first, to: last + 1)
        }
      })
  }

  /// `date - date`, row by row: completed years, months and days from start to start; none where a
  /// start is open or unknown.
  package func subtracting(_ other: DateColumn) -> DurationColumn {
    DurationColumn(
      earliestStart.indices.map { row in
        guard let own = date(at: row), let from = other.date(at: row) else { return nil }
        return own.subtracting(from)
      })
  }

  /// `date + duration` with the same duration for every row.
  package func adding(_ duration: CalendarDuration) -> DateColumn {
    DateColumn(earliestStart.indices.map { date(at: $0)?.adding(duration) })
  }

  /// `date + duration`, row by row.
  package func adding(_ durations: DurationColumn) -> DateColumn {
    DateColumn(
      earliestStart.indices.map { row in
        guard let date = date(at: row), let duration = durations.duration(at: row) else {
          return nil
        }
        return date.adding(duration)
      })
  }
}

extension DateValue {
  /// Completed years, months and days from the start of `other` to the start of this date; nil
  /// where one is open or unknown.
  package func subtracting(_ other: DateValue) -> CalendarDuration? {
    let to = bounds.earliestStart
    let from = other.bounds.earliestStart
    guard to != DateBounds.past, from != DateBounds.past else { return nil }
    return CalendarDuration(from: from, to: to)
  }

  /// The length from the first to the last day, both included; an open end counts to `today`, an
  /// unknown side has none.
  package func length(today: Int64) -> CalendarDuration? {
    guard let date = DateColumn([self]).extent(at: 0, today: today) else { return nil }
    return CalendarDuration(from: date.first, to: date.last + 1)
  }

  /// The date so much later, its sides and their qualifiers kept; days clamp to the length of the
  /// month.
  package func adding(_ duration: CalendarDuration) -> DateValue {
    let moved = DateBounds(
      earliestStart: DateBounds.day(bounds.earliestStart, plus: duration),
      latestStart: DateValue.movedLast(bounds.earliestStart, bounds.latestStart, by: duration),
      earliestEnd: DateBounds.day(bounds.earliestEnd, plus: duration),
      latestEnd: DateValue.movedLast(bounds.earliestEnd, bounds.latestEnd, by: duration))
    let date = DateValue(bounds: moved)
    // The mark goes back on where the date is written as finely as before.
    let marks = [start.qualifier.text, end.qualifier.text]
    guard marks != ["", ""], !date.text.hasPrefix("[") else { return date }
    var sides = date.text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard let last = sides.last else { return date }
    if sides.count == 1 { return EDTF.parse(last + marks[0]) ?? date }
    if start.kind == .stated { sides[0] += marks[0] }
    if end.kind == .stated { sides[1] += marks[1] }
    return EDTF.parse(sides.joined(separator: "/")) ?? date
  }

  /// The later of two bounds moved: where they are apart the day after it moves, so that the end of
  /// a month stays the end of a month.
  private static func movedLast(
    _ first: Int64, _ last: Int64, by duration: CalendarDuration
  ) -> Int64 {
    guard first != last, last != DateBounds.future else {
      return DateBounds.day(last, plus: duration)
    }
    return DateBounds.day(last + 1, plus: duration) - 1
  }
}
