import FriseModel

extension GeneratedEvent {
  /// The date as EDTF, an interval when the event has an end; nil for an undated event.
  var edtf: String? {
    guard let start else { return nil }
    switch ending {
    case .point: return text(start)
    case .open: return text(start) + "/.."
    case .moment(let end): return text(start) + "/" + text(end)
    }
  }

  /// The first day the event may touch, counted from 1970-01-01.
  var firstDay: Int64? { start.map { day($0, isLast: false) } }

  /// The last one; an open event counts to the end of 2025.
  var lastDay: Int64? {
    guard let start else { return nil }
    switch ending {
    case .point: return day(start, isLast: true)
    case .open: return CalendarDay(year: 2025, month: 12, day: 31).number
    case .moment(let end): return day(end, isLast: true)
    }
  }

  private func text(_ moment: Moment) -> String {
    let year = CalendarDay.text(ofYear: Int64(moment.year))
    let month = CalendarDay.twoDigits(Int64(moment.month + 1))
    switch precision {
    case ..<55: return "\(year)-\(month)-\(CalendarDay.twoDigits(Int64(moment.day)))"
    case ..<75: return "\(year)-\(month)"
    case ..<94: return year
    case ..<97: return year.dropLast() + "X"
    default: return year + (precision < 99 ? "~" : "?")
    }
  }

  /// The first or last day of what is written.
  private func day(_ moment: Moment, isLast: Bool) -> Int64 {
    let (year, month) = (Int64(moment.year), Int64(moment.month + 1))
    switch precision {
    case ..<55: return CalendarDay(year: year, month: month, day: Int64(moment.day)).number
    case ..<75:
      let length = CalendarDay.length(ofMonth: month, year: year)
      return CalendarDay(year: year, month: month, day: isLast ? length : 1).number
    case 94..<97:
      let decade = year / 10 * 10
      return isLast ? CalendarDay.lastDay(ofYear: decade + 9) : CalendarDay.firstDay(ofYear: decade)
    default:
      return isLast ? CalendarDay.lastDay(ofYear: year) : CalendarDay.firstDay(ofYear: year)
    }
  }
}
