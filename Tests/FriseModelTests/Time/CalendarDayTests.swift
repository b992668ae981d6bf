import Testing

@testable import FriseModel

/// Day numbers against a calendar counted day by day.
@Suite struct CalendarDayTests {
  @Test func countsTwentyThousandYearsDayByDay() {
    var number = CalendarDay(year: -10_000, month: 1, day: 1).number
    for year in Int64(-10_000)...10_000 {
      for month in Int64(1)...12 {
        let length = naiveLength(year: year, month: month)
        let isSane =
          CalendarDay(year: year, month: month, day: 1).number == number
          && CalendarDay(year: year, month: month, day: length).number == number + length - 1
          && CalendarDay(number: number) == CalendarDay(year: year, month: month, day: 1)
          && CalendarDay(number: number + length - 1)
            == CalendarDay(year: year, month: month, day: length)
        if !isSane {
          Issue.record("\(year)-\(month)")
          return
        }
        number += length
      }
    }
  }

  @Test func everyDayOfFourCenturiesComesBack() {
    let first = CalendarDay(year: -401, month: 1, day: 1).number
    for number in first...first + 146_097 where CalendarDay(number: number).number != number {
      Issue.record("\(number)")
      return
    }
  }

  @Test(
    arguments: [
      (1970, 1, 1, 0, 4), (2000, 2, 29, 11_016, 2), (1956, 11, 4, -4806, 7),
      (0, 1, 1, -719_528, 6), (1, 1, 1, -719_162, 1),
    ] as [(Int64, Int64, Int64, Int64, Int64)])
  func knownDays(year: Int64, month: Int64, day: Int64, number: Int64, weekday: Int64) {
    #expect(CalendarDay(year: year, month: month, day: day).number == number)
    #expect(CalendarDay.weekday(number) == weekday)
    #expect(CalendarDay.weekday(number - 7) == weekday)
  }

  @Test(arguments: [Int64.min, Int64.min + 1, -1 << 60, 1 << 60, Int64.max])
  func farNumbersDoNotTrap(number: Int64) {
    _ = CalendarDay(number: number)
    #expect((1...7).contains(CalendarDay.weekday(number)))
    #expect(CalendarDay(year: number, month: 2, day: 28).adding(months: number).month <= 12)
  }

  @Test(arguments: [Int64(-17_000_002), 17_000_002, 17_000_000_002, -900_000_000_000_000])
  func farYearsComeBack(year: Int64) {
    let day = CalendarDay(year: year, month: 12, day: 31)
    #expect(CalendarDay(number: day.number) == day)
    #expect(CalendarDay.firstDay(ofYear: year + 1) == day.number + 1)
  }

  @Test(arguments: [
    ("2020-01-31", 1, "2020-02-29"), ("2020-02-29", 12, "2021-02-28"),
    ("2020-03-31", -1, "2020-02-29"), ("0000-01-15", -1, "-0001-12-15"),
  ])
  func addingMonthsClamps(from: String, months: Int64, to: String) throws {
    let start = try #require(EDTF.parse(from))
    let day = CalendarDay(number: start.bounds.earliestStart).adding(months: months)
    #expect(day.text == to)
  }

  private func naiveLength(year: Int64, month: Int64) -> Int64 {
    let lengths: [Int64] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    let positive = ((year % 400) + 400) % 400
    let isLeap = positive == 0 || (positive % 4 == 0 && positive % 100 != 0)
    return month == 2 && isLeap ? 29 : lengths[Int(month - 1)]
  }
}
