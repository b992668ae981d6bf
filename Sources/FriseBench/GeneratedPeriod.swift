import FriseModel

/// One generated period to ask for: a day to ten years long, spread like the events.
struct GeneratedPeriod {
  let firstDay: Int64
  let lastDay: Int64

  init(_ row: UInt64) {
    let year = 2025 - Int64(Draw.skewed(41, row, 1026))
    let month = Int64(Draw.uniform(42, row, 12))
    let day = 1 + Int64(Draw.uniform(43, row, 28))
    let months = Int64(Draw.skewed(44, row, 121, power: 3))
    let endDay = 1 + Int64(Draw.uniform(45, row, 28))
    let end = year * 12 + month + months
    firstDay = CalendarDay(year: year, month: month + 1, day: day).number
    lastDay =
      CalendarDay(
        year: end / 12, month: end % 12 + 1, day: months == 0 ? max(day, endDay) : endDay
      ).number
  }
}
