package import FriseBase
import FriseModel

/// A stretch of days at one constant scale: each day is as long as any other.
package struct TimeScale: Sendable, Hashable {
  /// The first and the last day, in days from 1970-01-01.
  package let first: Int64
  package let last: Int64

  package init(first: Int64, last: Int64) {
    self.first = min(first, last)
    self.last = max(first, last)
  }

  /// How many days there are.
  private var length: Double { Double(last) - Double(first) + 1 }

  /// Where a day begins: 0 for the first, 1 behind the last; days outside are drawn in.
  package func position(_ day: Int64) -> Double {
    if day <= first { return 0 }
    if day > last { return 1 }
    // Far days lose their units as Doubles, which no picture shows.
    return Double(day - first) / length
  }

  /// Where a day ends.
  package func positionAfter(_ day: Int64) -> Double {
    day >= last ? 1 : position(day + 1)
  }

  /// Whether anything between two days lies on the scale.
  package func touches(_ from: Int64, _ to: Int64) -> Bool { from <= last && to >= first }
}

/// A mark of the axis.
package struct TimeTick: Sendable, Hashable {
  /// The day the mark stands before.
  package let day: Int64
  package let label: String
}

extension TimeScale {
  /// The distance between two marks.
  private enum Step {
    case days(Int64), months(Int64), years(Int64)

    /// In days, about.
    var length: Double {
      switch self {
      case .days(let count): Double(count)
      case .months(let count): Double(count) * 30.436875
      case .years(let count): Double(count) * 365.2425
      }
    }

    /// From fine to coarse.
    static let ladder: [Step] = {
      var steps: [Step] = [.days(1), .days(2), .days(7), .days(14)]
      for count in [1, 2, 3, 6] as [Int64] { steps.append(.months(count)) }
      var unit: Int64 = 1
      while unit <= CalendarDay.horizon {
        for count in [1, 2, 5] as [Int64] { steps.append(.years(count * unit)) }
        unit *= 10
      }
      return steps
    }()
  }

  /// The marks of the axis, as many as fit.
  /// `width`: How long the axis is, in any unit.
  /// `gap`: What must lie between two labels, in that unit.
  /// `measure`: The width of a label in that unit.
  package func ticks(
    width: Double, gap: Double, tongue: Tongue, measure: (String) -> Double
  ) -> [TimeTick] {
    for step in Step.ladder {
      let spacing = step.length / length * width
      // No label is narrower than a digit: this many marks cannot fit.
      guard spacing > gap else { continue }
      let marks = ticks(step, tongue)
      let widest = marks.reduce(0) { max($0, measure($1.label)) }
      // Months differ by a tenth in length.
      if widest + gap <= spacing * 0.93 || (marks.count < 2 && !marks.isEmpty) { return marks }
    }
    return []
  }

  private func ticks(_ step: Step, _ tongue: Tongue) -> [TimeTick] {
    var ticks: [TimeTick] = []
    switch step {
    case .days(let count):
      var day = first
      while day <= last {
        ticks.append(TimeTick(day: day, label: CalendarDay(number: day).text))
        day += count
      }
    case .months(let count):
      let from = CalendarDay(number: first)
      let month = from.month - 1
      var mark = CalendarDay(year: from.year, month: month - month % count + 1, day: 1)
      while mark.number <= last {
        if mark.number >= first {
          ticks.append(TimeTick(day: mark.number, label: String(mark.text.dropLast(3))))
        }
        mark = mark.adding(months: count)
      }
    case .years(let count):
      let from = CalendarDay(number: first).year
      var year = (from - count) / count * count
      while year <= CalendarDay.horizon, CalendarDay.firstDay(ofYear: year) <= last {
        let day = CalendarDay.firstDay(ofYear: year)
        if day >= first {
          ticks.append(TimeTick(day: day, label: TimeScale.label(ofYear: year, tongue)))
        }
        year += count
      }
    }
    return ticks
  }

  /// A year as the axis shows it: `1956`, `-44`, from five digits up grouped.
  private static func label(ofYear year: Int64, _ tongue: Tongue) -> String {
    ValueText.number(ExactNumber(year), tongue)
  }
}
