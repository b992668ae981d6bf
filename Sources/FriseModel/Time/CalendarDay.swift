/// A day of the proleptic Gregorian calendar, with astronomical years (0000 is 1 BC).
package struct CalendarDay: Sendable, Hashable {
  package let year: Int64
  /// 1...12
  package let month: Int64
  /// 1...31
  package let day: Int64

  /// Years beyond this, either way, are taken for this one: farther than any date that is written.
  package static let horizon: Int64 = 1_000_000_000_000_000

  /// A day whose parts are known to be in range.
  package init(year: Int64, month: Int64, day: Int64) {
    self.year = min(max(year, -CalendarDay.horizon), CalendarDay.horizon)
    self.month = month
    self.day = day
  }

  /// The day with this number, counted from 1970-01-01; far ones drawn back to the horizon.
  package init(number: Int64) {
    let farthest: Int64 = 366 * CalendarDay.horizon
    // Days from 0000-03-01: a year that begins in March ends with its leap day.
    let shifted = min(max(number, -farthest), farthest) + 719_468
    let era = shifted.flooredQuotient(146_097)
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// Days from 1970-01-01.
  package var number: Int64 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = shiftedYear.flooredQuotient(400)
    let yearOfEra = shiftedYear - era * 400
    let shiftedMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shiftedMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The number of the first day of a year.
  package static func firstDay(ofYear year: Int64) -> Int64 {
    CalendarDay(year: year, month: 1, day: 1).number
  }

  /// The number of the last day of a year.
  package static func lastDay(ofYear year: Int64) -> Int64 {
    CalendarDay(year: year, month: 12, day: 31).number
  }

  /// Whether a year has a 29 February.
  package static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days a month has; `month` is 1...12.
  package static func length(ofMonth month: Int64, year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// The weekday of a day number: 1 is Monday, 7 is Sunday (ISO 8601).
  package static func weekday(_ number: Int64) -> Int64 {
    // 1970-01-01 was a Thursday; the remainder comes first, so that no sum can overflow.
    let remainder = number % 7
    return (remainder + 10) % 7 + 1
  }

  /// The day `months` later, its day number clamped to the length of the month it lands in.
  package func adding(months: Int64) -> CalendarDay {
    let reach = 24 * CalendarDay.horizon
    let count = year * 12 + (month - 1) + min(max(months, -reach), reach)
    let newYear = count.flooredQuotient(12)
    let newMonth = count - newYear * 12 + 1
    let length = CalendarDay.length(ofMonth: newMonth, year: newYear)
    return CalendarDay(year: newYear, month: newMonth, day: min(day, length))
  }

  /// `YYYY-MM-DD`; years beyond four digits keep all theirs, with a sign when negative.
  package var text: String {
    [
      CalendarDay.text(ofYear: year), CalendarDay.twoDigits(month), CalendarDay.twoDigits(day),
    ].joined(separator: "-")
  }

  /// A year with at least four digits: `0044`, `-0044`, `-17000002`.
  package static func text(ofYear year: Int64) -> String {
    let digits = String(year.magnitude)
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return (year < 0 ? "-" : "") + zeros + digits
  }

  /// A month or a day with its leading zero.
  package static func twoDigits(_ number: Int64) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}

extension Int64 {
  /// The quotient rounded towards minus infinity; `divisor` is positive.
  func flooredQuotient(_ divisor: Int64) -> Int64 {
    let quotient = self / divisor
    return self % divisor < 0 ? quotient - 1 : quotient
  }
}
