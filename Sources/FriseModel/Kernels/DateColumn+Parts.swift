extension DateColumn {
  /// The year of every start; none where the start may lie in more than one.
  package func years() -> NumberColumn {
    if isPlainDays, let runs = bucketRuns(DateBuckets(.year)) {
      return NumberColumn(
        values: [Int64](capacity: earliestStart.count) { output in
          for (year, end) in runs { while output.count < end { output.append(year) } }
          while output.count < earliestStart.count { output.append(NumberColumn.none) }
        }, isSorted: runs.last?.end == earliestStart.count)
    }
    let years = bucketIndices(DateBuckets(.year))
    return NumberColumn(values: years, isSorted: isSorted && !years.contains(NumberColumn.none))
  }

  /// The month of every start, 1...12; none where the start may lie in more than one.
  package func months() -> NumberColumn {
    let months = bucketIndices(DateBuckets(.month))
    return NumberColumn(
      values: months.map { month in
        month == DateBuckets.notPlaced
          ? NumberColumn.none : month - month.flooredQuotient(12) * 12 + 1
      })
  }

  /// The day of the month of every start, 1...31; none where the start is no single day.
  package func days() -> NumberColumn {
    let days = bucketIndices(DateBuckets(.day))
    return NumberColumn(
      values: days.map { day in
        day == DateBuckets.notPlaced ? NumberColumn.none : CalendarDay(number: day).day
      })
  }

  /// The decade (`199X`) or century (`19XX`) of every start, or its year, month, day, week as a
  /// date.
  package func spans(_ unit: TimeUnit) -> DateColumn {
    let buckets = DateBuckets(unit)
    return DateColumn.labels(bucketIndices(buckets), buckets)
  }

  /// The decade of every start, `199X`.
  package func decades() -> DateColumn { spans(.decade) }

  /// The century of every start, `19XX`.
  package func centuries() -> DateColumn { spans(.century) }

  /// Bucket numbers as dates; not placed is none.
  package static func labels(_ indices: [Int64], _ buckets: DateBuckets) -> DateColumn {
    if buckets.unit == .day, buckets.count == 1, let days = commonDays(indices) {
      return DateColumn(
        earliestStart: days, latestStart: days, earliestEnd: days, latestEnd: days)
    }
    var known: [Int64: DateValue] = [:]
    var builder = DateColumnBuilder()
    builder.reserveCapacity(indices.count)
    for index in indices {
      guard index != DateBuckets.notPlaced else {
        builder.appendNone()
        continue
      }
      let label = known[index] ?? buckets.label(of: index)
      known[index] = label
      builder.append(label)
    }
    return builder.build()
  }

  /// Day numbers as slots, `notPlaced` as none; nil where a day is not of the years 0000 to 9999.
  private static func commonDays(_ days: [Int64]) -> [Int32]? {
    let (first, last) = (CalendarDay.firstDay(ofYear: 0), CalendarDay.lastDay(ofYear: 9999))
    var isCommon = true
    let slots = [Int32](capacity: days.count) { output in
      for day in days {
        let isPlaced = day != DateBuckets.notPlaced
        isCommon = isCommon && (!isPlaced || (first <= day && day <= last))
        output.append(isPlaced ? Int32(truncatingIfNeeded: day) : DateColumn.none)
      }
    }
    return isCommon ? slots : nil
  }

  /// The years that every date touches, as a list of numbers; nil when there are too many.
  package func yearsTouched(today: Int64) -> ListColumn? {
    touchedBuckets(DateBuckets(.year), today: today).map { offsets, years in
      ListColumn(offsets: offsets, items: .number(NumberColumn(values: years)))
    }
  }

  /// The start of every date, as a date; none where it is open or unknown.
  package func starts() -> DateColumn { sides { $0.startDate } }

  /// The end of every date, as a date; none where it is open or unknown.
  package func ends() -> DateColumn { sides { $0.endDate } }

  /// The first day every date may touch; `..` where it is open, none where it is unknown.
  package func earliestDays() -> DateColumn { sides { $0.earliestDay } }

  /// The last day every date may touch; `..` where it is open, none where it is unknown.
  package func latestDays() -> DateColumn { sides { $0.latestDay } }

  /// A side of every row; plain days are their own sides.
  private func sides(_ side: (DateValue) -> DateValue?) -> DateColumn {
    guard !forms.isEmpty || !written.isEmpty else { return self }
    var builder = DateColumnBuilder()
    builder.reserveCapacity(earliestStart.count)
    for row in earliestStart.indices { builder.append(date(at: row).flatMap(side)) }
    return builder.build()
  }
}

extension DateValue {
  /// The start, as a date of its own; nil where it is open or unknown.
  package var startDate: DateValue? {
    guard start.kind == .stated, bounds.earliestStart != DateBounds.past else { return nil }
    if bounds.isSomewhere { return self }
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      return EDTF.parse(String(text[..<slash]))
    }
    return DateValue(
      bounds: DateBounds(somewhereFrom: bounds.earliestStart, to: bounds.latestStart))
  }

  /// The end, as a date of its own; nil where it is open or unknown.
  package var endDate: DateValue? {
    guard end.kind == .stated, bounds.latestEnd != DateBounds.future else { return nil }
    if bounds.isSomewhere { return self }
    if let slash = text.utf8.firstIndex(of: UInt8(ascii: "/")) {
      return EDTF.parse(String(text[text.index(after: slash)...]))
    }
    return DateValue(bounds: DateBounds(somewhereFrom: bounds.earliestEnd, to: bounds.latestEnd))
  }

  /// The first day the date may touch; `..` where the start is open, nil where it is unknown.
  package var earliestDay: DateValue? {
    DateValue.limit(start.kind, bounds.earliestStart)
  }

  /// The last day the date may touch; `..` where the end is open, nil where it is unknown.
  package var latestDay: DateValue? {
    DateValue.limit(end.kind, bounds.latestEnd)
  }

  private static func limit(_ kind: DateEdge.Kind, _ day: Int64) -> DateValue? {
    if kind == .unknown { return nil }
    guard day == DateBounds.past || day == DateBounds.future else { return DateValue(day: day) }
    return DateValue.open(day)
  }

  /// An open side, `..`, as a date of its own: `DateBounds.past` or `DateBounds.future`.
  private static func open(_ day: Int64) -> DateValue {
    let edge = DateEdge.open
    return DateValue(
      text: "..", bounds: DateBounds(wholeFrom: day, to: day), isReduced: false, start: edge,
      end: edge)
  }

  /// A start that is open: before every day.
  package static let openStart = DateValue.open(DateBounds.past)
  /// An end that is open: after every day.
  package static let openEnd = DateValue.open(DateBounds.future)

  /// The interval from one date to another, as two columns of a table state it; a missing end is a
  /// start alone, a missing start is unknown. The year 9999 at the end stands for an open end. Nil
  /// when the end lies before the start or either is no lone date.
  package init?(from start: DateValue?, to end: DateValue?) {
    switch (start, end) {
    case (nil, nil): return nil
    case (let start?, nil): self = start
    case (nil, let end?):
      guard let date = EDTF.parse("/" + end.text) else { return nil }
      self = date
    case (let start?, let end?):
      let isForever = end.text == "9999-12-31" || end.text == "9999"
      guard let date = EDTF.parse(start.text + "/" + (isForever ? ".." : end.text)) else {
        return nil
      }
      self = date
    }
  }
}
