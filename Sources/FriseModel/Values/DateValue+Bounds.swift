extension DateValue {
  /// The date that has these bounds, in the shortest EDTF that says them: a whole century, decade,
  /// year or month, one of a run of days, or an interval of two such sides. A side of an interval
  /// that no EDTF says is drawn in to the nearest that one does.
  package init(bounds: DateBounds) {
    let text = DateValue.text(of: bounds)
    if let date = EDTF.parse(text) {
      self = date
    } else {
      // Days of years beyond four digits have no EDTF; they print with their sign and without `Y`.
      self.init(text: text, bounds: bounds, isReduced: bounds.isSomewhere && !bounds.isDay)
    }
  }

  private static func text(of bounds: DateBounds) -> String {
    if bounds.isSomewhere {
      let first = bounds.earliestStart
      let last = bounds.latestEnd
      if let text = spanText(first, last) { return text }
      return "[\(dayText(first))..\(dayText(last))]"
    }
    let isUnknownStart =
      bounds.earliestStart == DateBounds.past && bounds.latestStart != DateBounds.past
    let isUnknownEnd =
      bounds.latestEnd == DateBounds.future && bounds.earliestEnd != DateBounds.future
    let start =
      isUnknownStart
      ? "" : sideText(bounds.earliestStart, bounds.latestStart, drawnTo: bounds.earliestStart)
    let end =
      isUnknownEnd ? "" : sideText(bounds.earliestEnd, bounds.latestEnd, drawnTo: bounds.latestEnd)
    return start + "/" + end
  }

  private static func sideText(_ first: Int64, _ last: Int64, drawnTo day: Int64) -> String {
    if day == DateBounds.past || day == DateBounds.future { return ".." }
    return spanText(first, last) ?? dayText(day)
  }

  /// Nothing for an open side.
  private static func dayText(_ day: Int64) -> String {
    day == DateBounds.past || day == DateBounds.future ? "" : CalendarDay(number: day).text
  }

  /// A day, or a whole month, year, decade or century; nil for other runs of days.
  private static func spanText(_ first: Int64, _ last: Int64) -> String? {
    guard first != DateBounds.past, last != DateBounds.future else { return nil }
    let from = CalendarDay(number: first)
    if first == last { return from.text }
    let after = CalendarDay(number: last + 1)
    guard from.day == 1, after.day == 1 else { return nil }
    if from.month == 1, after.month == 1 {
      return yearsText(from: from.year, count: after.year - from.year)
    }
    guard from.adding(months: 1) == after else { return nil }
    return CalendarDay.text(ofYear: from.year) + "-" + CalendarDay.twoDigits(from.month)
  }

  /// A year, or a decade or century counted away from the year 0: `1956`, `195X`, `19XX`.
  private static func yearsText(from year: Int64, count: Int64) -> String? {
    if count == 1 {
      return year.magnitude > 9999 ? "Y\(year)" : CalendarDay.text(ofYear: year)
    }
    guard count == 10 || count == 100 else { return nil }
    let nearest = year < 0 ? year + count - 1 : year
    guard nearest % count == 0, nearest != 0 || year == 0, nearest.magnitude <= 9999 else {
      return nil
    }
    let digits = CalendarDay.text(ofYear: nearest)
    return count == 10 ? digits.dropLast() + "X" : digits.dropLast(2) + "XX"
  }
}

extension DateBounds {
  /// Whether it is a lone date: something that lies anywhere between two days.
  package var isSomewhere: Bool { earliestStart == earliestEnd && latestStart == latestEnd }

  /// Whether it is a single day.
  package var isDay: Bool { isSomewhere && earliestStart == latestEnd }
}
