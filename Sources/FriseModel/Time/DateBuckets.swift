/// The buckets of `each [n] unit`: runs of the calendar, numbered in order. Weeks begin on Monday;
/// decades and centuries are those that EDTF writes with X, so those around the year 0 have nine
/// and ninety-nine years before it; `each 3 months` begins in January, `each 5 years` in years that
/// 5 divides.
package struct DateBuckets: Sendable, Hashable {
  package let unit: TimeUnit
  /// How many units make a bucket, at least 1.
  package let count: Int64

  /// Marks a row whose start lies in no one bucket.
  package static let notPlaced = Int64.min

  package init(each count: Int64 = 1, _ unit: TimeUnit) {
    self.unit = unit
    self.count = min(max(1, count), CalendarDay.horizon)
  }

  /// The number of the bucket that holds a day.
  package func index(of day: Int64) -> Int64 {
    unitIndex(of: day).flooredQuotient(count)
  }

  /// The first day of a bucket.
  package func firstDay(of index: Int64) -> Int64 {
    let (unitIndex, overflow) = index.multipliedReportingOverflow(by: count)
    return firstDay(ofUnit: overflow ? (index < 0 ? -Int64.max : Int64.max) : unitIndex)
  }

  /// The last day of a bucket.
  package func lastDay(of index: Int64) -> Int64 { firstDay(of: index + 1) - 1 }

  /// A bucket as a date: `1956`, `1956-11`, `199X`; runs that have no such name are intervals.
  package func label(of index: Int64) -> DateValue {
    let first = firstDay(of: index)
    let last = lastDay(of: index)
    if count == 1, unit == .decade || unit == .century, let date = spanLabel(first, last) {
      return date
    }
    if count == 1, unit != .week {
      return DateValue(bounds: DateBounds(somewhereFrom: first, to: last))
    }
    return runLabel(first, last)
  }

  /// The buckets from the first to the last that any of two days may touch, or nil when they are
  /// more than `limit`.
  package func range(from first: Int64, to last: Int64, limit: Int) -> ClosedRange<Int64>? {
    guard first <= last, first != DateBounds.past, last != DateBounds.future else { return nil }
    let lower = index(of: first)
    let upper = index(of: last)
    return upper - lower < Int64(limit) ? lower...upper : nil
  }

  // MARK: Units

  /// The number of the unit, counted from the one that holds the year 0 or 1970-01-01.
  private func unitIndex(of day: Int64) -> Int64 {
    switch unit {
    case .day: return day
    // 1970-01-01 was a Thursday: the Monday before has the number -3.
    case .week: return (min(max(day, -Int64.max), Int64.max - 3) + 3).flooredQuotient(7)
    case .month:
      let date = CalendarDay(number: day)
      return date.year * 12 + date.month - 1
    case .year: return CalendarDay(number: day).year
    case .decade: return DateBuckets.span(of: CalendarDay(number: day).year, years: 10)
    case .century: return DateBuckets.span(of: CalendarDay(number: day).year, years: 100)
    }
  }

  /// The decade or century of a year: 0...9 is 0, -9...-1 is -1.
  private static func span(of year: Int64, years: Int64) -> Int64 {
    year >= 0 ? year / years : -(-year / years) - 1
  }

  private func firstDay(ofUnit index: Int64) -> Int64 {
    let reach = 400 * CalendarDay.horizon
    let index = min(max(index, -reach), reach)
    switch unit {
    case .day: return index
    case .week: return index * 7 - 3
    case .month:
      let year = index.flooredQuotient(12)
      return CalendarDay(year: year, month: index - year * 12 + 1, day: 1).number
    case .year: return CalendarDay.firstDay(ofYear: index)
    case .decade: return firstDay(ofSpan: index, years: 10)
    case .century: return firstDay(ofSpan: index, years: 100)
    }
  }

  private func firstDay(ofSpan index: Int64, years: Int64) -> Int64 {
    let reach = CalendarDay.horizon / years
    let index = min(max(index, -reach), reach)
    // The decade before the year 0 is -0009...-0001, the one before it -0019...-0010.
    return CalendarDay.firstDay(
      ofYear: index >= 0 ? index * years : (index + 1) * years - years + 1)
  }

  // MARK: Labels

  /// `199X`, `19XX`, and for years of more than four digits `Y17000S4`.
  private func spanLabel(_ first: Int64, _ last: Int64) -> DateValue? {
    let power = unit == .decade ? 1 : 2
    let firstYear = CalendarDay(number: first).year
    let lastYear = CalendarDay(number: last).year
    let nearest = firstYear < 0 ? lastYear : firstYear
    guard nearest.magnitude > 9999 else {
      // The first decade before the year 0 is nearest to it with -1: -000X.
      let digits = CalendarDay.text(ofYear: nearest)
      return EDTF.parse(digits.dropLast(power) + String(repeating: "X", count: power))
    }
    return EDTF.parse("Y\(nearest)S\(String(nearest.magnitude).utf8.count - power)")
  }

  /// A run of units as an interval: `1955/1959`, `1956-01/1956-03`, of days otherwise.
  private func runLabel(_ first: Int64, _ last: Int64) -> DateValue {
    let from = CalendarDay(number: first)
    let to = CalendarDay(number: last)
    let text: String
    switch unit {
    case .day, .week: text = from.text + "/" + to.text
    case .month:
      text = "\(from.text.dropLast(3))/\(to.text.dropLast(3))"
    case .year, .decade, .century:
      text = DateBuckets.yearText(from.year) + "/" + DateBuckets.yearText(to.year)
    }
    return EDTF.parse(text)
      ?? DateValue(
        text: text, bounds: DateBounds(wholeFrom: first, to: last), isReduced: false)
  }

  private static func yearText(_ year: Int64) -> String {
    year.magnitude > 9999 ? "Y\(year)" : CalendarDay.text(ofYear: year)
  }
}
