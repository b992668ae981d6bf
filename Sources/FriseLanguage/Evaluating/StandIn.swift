import FriseBase
import FriseModel

extension DateColumn {
  private func mapped(_ body: (DateValue) -> DateValue?) -> DateColumn {
    DateColumn(earliestStart.indices.map { date(at: $0).flatMap(body) })
  }
  func starts() -> DateColumn { mapped { $0 } }
  func ends() -> DateColumn { mapped { $0 } }
  func years() -> NumberColumn {
    NumberColumn(
      values: earliestStart.indices.map { row in
        bounds(at: row).map { CalendarDay(number: $0.earliestStart).year } ?? NumberColumn.none
      })
  }
  func months() -> NumberColumn { years() }
  func days() -> NumberColumn { years() }
  func decades() -> DateColumn { self }
  func centuries() -> DateColumn { self }
  func yearsTouched() -> ListColumn {
    ListColumn(
      offsets: Array(0...Int32(earliestStart.count)), items: .number(years()))
  }
  func earliestDays() -> DateColumn { self }
  func latestDays() -> DateColumn { self }
  func lengths(today: Int64) -> DurationColumn {
    DurationColumn(
      months: earliestStart.map { _ in 0 }, days: earliestStart.map { _ in 1 })
  }
}

extension DateValue {
  func adding(_ duration: CalendarDuration) -> DateValue? { self }
  func interval(since other: DateValue) -> CalendarDuration? {
    CalendarDuration(from: other.bounds.earliestStart, to: bounds.earliestStart)
  }
}

enum DateReading {
  static func read(_ text: String) -> DateValue? { EDTF.parse(text) }
}

extension Evaluator {
  mutating func bucketed(
    _ dates: Column, _ bucket: ResolvedStage.Bucket, _ columns: [Column], _ combined: KeyCodes?,
    _ rows: [Int32]?
  ) -> Groups {
    Groups(
      grouping: combined?.grouping ?? FriseModel.Grouping(allOf: dates.count), keys: [], rows: rows)
  }
}
