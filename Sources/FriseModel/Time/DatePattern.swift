/// A year of four digits, some of them perhaps unspecified.
struct YearPattern {
  let isNegative: Bool
  /// Four digits; 10 is an unspecified one.
  let digits: [UInt8]

  var hasUnspecified: Bool { digits.contains(10) }
  var isNegativeZero: Bool { isNegative && digits.allSatisfy { $0 == 0 } }

  /// A year, or the power of ten of its leftmost unspecified digit: `195X` is a decade.
  var precision: DatePrecision {
    DatePrecision.years(power: digits.firstIndex(of: 10).map { 4 - $0 } ?? 0)
  }

  /// The greatest and the least year in its order of magnitude.
  private func magnitude(unspecifiedAs digit: UInt8) -> Int64 {
    digits.reduce(0) { $0 * 10 + Int64($1 == 10 ? digit : $1) }
  }

  /// The earliest and latest year; the year -0 does not exist.
  var lowest: Int64 { isNegative ? -magnitude(unspecifiedAs: 9) : magnitude(unspecifiedAs: 0) }
  var highest: Int64 {
    isNegative ? -max(magnitude(unspecifiedAs: 0), 1) : magnitude(unspecifiedAs: 9)
  }

  /// Whether `year` may be meant.
  func matches(_ year: Int64) -> Bool {
    guard (year < 0) == isNegative else { return false }
    var rest = year.magnitude
    for digit in digits.reversed() {
      if digit != 10, UInt64(digit) != rest % 10 { return false }
      rest /= 10
    }
    return rest == 0
  }
}

/// A date of digits: a year, perhaps a month, perhaps a day, each with unspecified digits.
struct DatePattern {
  let year: YearPattern
  /// Two digits each, or none where the date is that short; 10 is an unspecified digit.
  var month: [UInt8] = []
  var day: [UInt8] = []

  /// How finely it is written: the coarsest part with an unspecified digit decides.
  var precision: DatePrecision {
    if year.hasUnspecified || month.isEmpty { return year.precision }
    if month.contains(10) { return .year }
    return day.isEmpty || day.contains(10) ? .month : .day
  }

  /// The days it may be, or nil when there is none.
  func part(marks: QualifierMarks) -> EDTFPart? {
    guard let first = firstDay(), let last = lastDay() else { return nil }
    let isDay = !day.isEmpty && precision == .day
    return EDTFPart(
      first: first.number, last: last.number, edge: marks.edge(precision: precision),
      takesTime: isDay && marks.isEmpty)
  }

  private func firstDay() -> CalendarDay? {
    for year in year.lowest...year.highest where self.year.matches(year) {
      for month in Int64(1)...12 where DatePattern.matches(month, self.month) {
        for day in 1...CalendarDay.length(ofMonth: month, year: year)
        where DatePattern.matches(day, self.day) {
          return CalendarDay(year: year, month: month, day: day)
        }
      }
    }
    return nil
  }

  private func lastDay() -> CalendarDay? {
    for year in (year.lowest...year.highest).reversed() where self.year.matches(year) {
      for month in (Int64(1)...12).reversed() where DatePattern.matches(month, self.month) {
        for day in (1...CalendarDay.length(ofMonth: month, year: year)).reversed()
        where DatePattern.matches(day, self.day) {
          return CalendarDay(year: year, month: month, day: day)
        }
      }
    }
    return nil
  }

  /// Whether a month or day fits two digits; no digits fit any.
  private static func matches(_ number: Int64, _ digits: [UInt8]) -> Bool {
    guard digits.count == 2 else { return true }
    return (digits[0] == 10 || Int64(digits[0]) == number / 10)
      && (digits[1] == 10 || Int64(digits[1]) == number % 10)
  }
}

/// A season or another part of a year that has a number from 21 to 41 in the place of the month.
struct Season {
  let number: Int

  init?(_ digits: [UInt8]) {
    guard !digits.contains(10) else { return nil }
    number = digits.reduce(0) { $0 * 10 + Int($1) }
    guard (21...41).contains(number) else { return nil }
  }

  var precision: DatePrecision {
    switch number {
    case ...36: .quarter
    case ...39: .fourMonths
    default: .halfYear
    }
  }

  /// Its first month (1...12) in its year (language, section 5.2): spring begins in March in the
  /// north (21, 25), in September in the south (29); the last season of each list ends in the year
  /// that follows.
  var firstMonth: Int64 {
    let number = Int64(number)
    switch number {
    case 21...24: return 3 + (number - 21) * 3
    case 25...28: return 3 + (number - 25) * 3
    case 29, 30: return 9 + (number - 29) * 3
    case 31, 32: return 3 + (number - 31) * 3
    case 33...36: return 1 + (number - 33) * 3
    case 37...39: return 1 + (number - 37) * 4
    default: return 1 + (number - 40) * 6
    }
  }

  func part(year: Int64, marks: QualifierMarks) -> EDTFPart {
    let first = CalendarDay(year: year, month: firstMonth, day: 1)
    let after = first.adding(months: precision.months ?? 0)
    return EDTFPart(
      first: first.number, last: after.number - 1, edge: marks.edge(precision: precision))
  }
}
