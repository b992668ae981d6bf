extension DateColumn {
  /// The date of one row, or nil.
  package func date(at row: Int) -> DateValue? {
    guard earliestStart[row] != DateColumn.none else { return nil }
    if !written.isEmpty, let date = written[Int32(clamping: row)] { return date }
    let bounds = nearBounds(at: row)
    let form = forms.isEmpty ? DateForm.day : DateForm(rawValue: forms[row])
    if form == .other || (form == .day && !bounds.isDay) { return DateValue(bounds: bounds) }
    let (start, end) = form.edges
    let isReduced = if case .lone = form.shape { form.edges.start.precision != .day } else { false }
    return DateValue(
      text: form.text(bounds), bounds: bounds, isReduced: isReduced, start: start, end: end)
  }

  /// The four bounds of one row, or nil.
  package func bounds(at row: Int) -> DateBounds? {
    guard earliestStart[row] != DateColumn.none else { return nil }
    if !written.isEmpty, let date = written[Int32(clamping: row)] { return date.bounds }
    return nearBounds(at: row)
  }

  /// The four bounds of one row moved apart by its qualifiers, or nil.
  package func widenedBounds(at row: Int) -> DateBounds? {
    guard earliestStart[row] != DateColumn.none else { return nil }
    if !written.isEmpty, let date = written[Int32(clamping: row)] { return date.widenedBounds }
    let bounds = nearBounds(at: row)
    guard !forms.isEmpty else { return bounds }
    let (start, end) = DateForm(rawValue: forms[row]).edges
    return DateBounds(
      earliestStart: start.lowered(bounds.earliestStart),
      latestStart: start.raised(bounds.latestStart), earliestEnd: end.lowered(bounds.earliestEnd),
      latestEnd: end.raised(bounds.latestEnd))
  }

  /// Whether one row is a lone date of reduced precision.
  package func isReduced(at row: Int) -> Bool {
    guard !forms.isEmpty else { return false }
    if !written.isEmpty, let date = written[Int32(clamping: row)] { return date.isReduced }
    if case .lone(let side) = DateForm(rawValue: forms[row]).shape { return side.precision > 0 }
    return false
  }

  /// The bounds as the slots hold them.
  private func nearBounds(at row: Int) -> DateBounds {
    DateBounds(
      earliestStart: DateColumn.widen(earliestStart[row]),
      latestStart: DateColumn.widen(latestStart[row]),
      earliestEnd: DateColumn.widen(earliestEnd[row]), latestEnd: DateColumn.widen(latestEnd[row]))
  }

  /// A day number as a column's slot holds it: far days become `past` or `future`.
  package static func narrow(_ day: Int64) -> Int32 {
    if day <= Int64(past) { return past }
    if day >= Int64(future) { return future }
    return Int32(day)
  }

  /// The day number that a slot stands for.
  package static func widen(_ slot: Int32) -> Int64 {
    switch slot {
    case past: DateBounds.past
    case future: DateBounds.future
    default: Int64(slot)
    }
  }

  /// Whether a day number is a day, but one that no slot can hold.
  static func isFar(_ day: Int64) -> Bool {
    day != DateBounds.past && day != DateBounds.future
      && (day <= Int64(past) || day >= Int64(future))
  }

  /// One bound of every row as a day number, far days included; `NumberColumn.none` for no date,
  /// one more for an open start.
  func exactDays(_ slots: [Int32], _ bound: (DateBounds) -> Int64) -> [Int64] {
    var days = slots.map { slot in
      slot == DateColumn.none ? NumberColumn.none : max(DateColumn.widen(slot), -Int64.max)
    }
    for row in farRows {
      if let bounds = bounds(at: row) { days[row] = max(bound(bounds), -Int64.max) }
    }
    return days
  }

  /// The rows that hold a day which no slot can hold.
  var farRows: [Int] { written.isEmpty ? [] : traits.farRows }
}

extension DateBounds {
  /// Whether a bound is a day that a column's slot cannot hold.
  var isFar: Bool {
    DateColumn.isFar(earliestStart) || DateColumn.isFar(latestStart)
      || DateColumn.isFar(earliestEnd) || DateColumn.isFar(latestEnd)
  }
}
