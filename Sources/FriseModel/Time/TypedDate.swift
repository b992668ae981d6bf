/// A date as it was typed, some parts perhaps still to be taken from its neighbour in a range.
struct TypedDate {
  /// The year as typed, counted within its era; for centuries and millennia their number.
  var year: Int64?
  var yearDigits = 0
  var month: Int64?
  var day: Int64?
  /// EDTF number, 21...41.
  var season: Int64?
  /// 0 a year, 1 a decade, 2 a century, 3 a millennium.
  var power = 0
  /// Whether the era was written, and which.
  var isBefore: Bool?
  var qualifier = DateQualifier.none
  /// True when `year` is a number of a century of which the word has not come yet.
  var isOrdinal = false

  /// A lone number of one or two digits: a day or a month in a range, never a year by itself.
  var isBareNumber: Bool {
    yearDigits < 4 && power == 0 && month == nil && season == nil && isBefore == nil
  }

  /// The year counted astronomically: 1 BC is 0.
  private var astronomicalYear: Int64? {
    year.map { isBefore == true ? 1 - $0 : $0 }
  }

  /// The first and last year of a decade, century or millennium, or of a year.
  private var years: ClosedRange<Int64>? {
    guard let year else { return nil }
    let isBefore = isBefore == true
    switch power {
    case 0: return astronomicalYear.map { $0...$0 }
    case 1: return isBefore ? 1 - year - 9...1 - year : year...year + 9
    default:
      let size: Int64 = power == 2 ? 100 : 1000
      guard year >= 1, year <= 10_000 / size else { return nil }
      return isBefore
        ? 1 - year * size...(1 - year) * size : (year - 1) * size...(year * size - 1)
    }
  }

  /// The text of a side of an interval without its qualifier: `1956-11-04`, `195X`; nil when a part
  /// is missing or no EDTF says it. Whether the day exists is left to the EDTF reader.
  var sideText: String? {
    guard !isOrdinal else { return nil }
    if power > 0 { return spanText }
    guard let year = astronomicalYear else { return nil }
    if let season {
      guard year.magnitude <= 9999 else { return nil }
      return "\(CalendarDay.text(ofYear: year))-\(season)"
    }
    guard let month else {
      if day != nil { return nil }
      return year.magnitude > 9999 ? "Y\(year)" : CalendarDay.text(ofYear: year)
    }
    guard year.magnitude <= 9999 else { return nil }
    let text = CalendarDay.text(ofYear: year) + "-" + CalendarDay.twoDigits(month)
    return day.map { text + "-" + CalendarDay.twoDigits($0) } ?? text
  }

  /// `195X`, `19XX`, `1XXX`; nil where the X would stand for other years.
  private var spanText: String? {
    guard let years, let first = years.first, let last = years.last else { return nil }
    let nearest = first < 0 ? last : first
    guard nearest.magnitude <= 9999 else { return nil }
    let text =
      CalendarDay.text(ofYear: nearest).dropLast(power) + String(repeating: "X", count: power)
    let date = EDTF.parse(String(text))
    let isSame =
      date?.bounds.earliestStart == CalendarDay.firstDay(ofYear: first)
      && date?.bounds.latestEnd == CalendarDay.lastDay(ofYear: last)
    return isSame ? String(text) : nil
  }

  /// The text of the date alone, qualified: where no side says it, one of its years.
  var text: String? {
    if let sideText { return sideText + qualifier.text }
    guard power > 0, let years else { return nil }
    let first = CalendarDay.text(ofYear: years.lowerBound)
    let last = CalendarDay.text(ofYear: years.upperBound)
    return "[\(first)..\(last)\(qualifier.text)]"
  }

  /// The text of the date as the start or end of an interval.
  func text(asStart isStart: Bool) -> String? {
    if let sideText { return sideText + qualifier.text }
    guard power > 0, let years else { return nil }
    return CalendarDay.text(ofYear: isStart ? years.lowerBound : years.upperBound) + qualifier.text
  }

  /// The unit before the first day of this date, in its precision: before 1956 is up to 1955.
  var precedingText: String? { neighbourText(after: false) }

  /// The unit after the last day of this date.
  var followingText: String? { neighbourText(after: true) }

  private func neighbourText(after: Bool) -> String? {
    guard let text, let date = EDTF.parse(text) else { return nil }
    let day = after ? date.bounds.latestEnd + 1 : date.bounds.earliestStart - 1
    let calendarDay = CalendarDay(number: day)
    var neighbour = TypedDate(year: calendarDay.year)
    if power == 0 {
      neighbour.month = month == nil && season == nil ? nil : calendarDay.month
      neighbour.day = self.day == nil ? nil : calendarDay.day
    }
    return neighbour.sideText.map { $0 + qualifier.text }
  }

  /// Takes from the end of a range what the start leaves out: `4-6 novembre 1956`, `250-87 BC`.
  mutating func complete(from end: TypedDate) {
    if isOrdinal, end.power > 1 {
      power = end.power
      isOrdinal = false
    }
    if isBareNumber, let endDay = end.day, let number = year, number < endDay || end.month != month
    {
      day = number
      month = end.month
      year = nil
    }
    if year == nil {
      year = end.year
      yearDigits = end.yearDigits
      // 20 December – 4 January 1957 begins the year before.
      if let month, let endMonth = end.month, month > endMonth, let endYear = end.year {
        year = endYear - (end.isBefore == true ? -1 : 1)
      }
      isBefore = end.isBefore
    }
    if isBefore == nil, end.isBefore == true, let year, let endYear = end.year, year >= endYear {
      isBefore = true
    }
    if isBefore == nil, end.isBefore == false { isBefore = false }
  }

  /// Takes from the start of a range what the end leaves out: `1939-45`, `November 4–6, 1956`.
  mutating func complete(fromStart start: TypedDate) {
    guard isBareNumber, let number = year else { return }
    if start.power == 0, start.yearDigits == 4, start.month == nil, yearDigits == 2,
      let startYear = start.year
    {
      let candidate = startYear / 100 * 100 + number
      year = candidate > startYear ? candidate : nil
      if startYear % 100 == 99, number == 0 { year = startYear + 1 }
      yearDigits = 4
    } else if start.power == 1, yearDigits == 2, let startYear = start.year, number % 10 == 0 {
      year = startYear / 100 * 100 + number
      yearDigits = 4
      power = 1
    }
  }
}
