import FriseBase
import FriseModel
import FriseSyntax

/// Zero rows is a moment for help: which condition emptied the table, and the nearest value to the
/// one it names (language, section 8).
extension Evaluator {
  /// Tells of each part of a condition that no row passes; of parts that only empty the table
  /// together, the one that takes the last rows away.
  mutating func remarkEmptied(
    _ condition: Resolved, _ given: Frame, _ stage: ResolvedStage
  ) throws(RunFailure) {
    let parts = condition.conjuncts
    var frame = given
    var isTold = false
    for part in parts where try test(part, &frame, widened: false).tally.yes == 0 {
      try remarkEmptied(by: part, &frame)
      isTold = true
    }
    guard !isTold else { return }
    for part in parts {
      let answers = try test(part, &frame, widened: false)
      guard answers.tally.yes > 0 else { return try remarkEmptied(by: part, &frame) }
      frame.select(answers.selected())
    }
  }

  private mutating func remarkEmptied(
    by part: Resolved, _ frame: inout Frame
  ) throws(RunFailure) {
    let typed = name(of: part)
    let near = try nearestValue(part, &frame)
    remarks.add(
      en: "\(typed.english): 0 of \(frame.count)"
        + (near.map { "; nearest: \($0.english)" } ?? ""),
      fr: "\(typed.french)\u{202F}: 0 sur \(frame.count)"
        + (near.map { "\u{202F}; le plus proche\u{202F}: \($0.french)" } ?? ""))
  }

  /// The value of the column that is nearest to what it was compared with.
  private mutating func nearestValue(
    _ part: Resolved, _ frame: inout Frame
  ) throws(RunFailure) -> Localized? {
    guard case .test(let test) = part.node else { return nil }
    switch test {
    case .compare(_, let left, let right):
      guard case .constant(let constant) = right.node,
        case .column(let column) = try evaluate(left, &frame)
      else { return nil }
      if case .text(let text) = constant { return column.nearestName(to: text, tongue) }
      return constant.exactNumber.flatMap { column.nearestNumber(to: $0) }
    case .inRange(let operand, let lower, let upper):
      guard let edge = lower ?? upper, case .column(let column) = try evaluate(operand, &frame)
      else { return nil }
      return column.nearestNumber(to: edge)
    case .date(_, let left, let right), .within(let left, _, let right):
      guard case .constant(.date(let date)) = right.node,
        case .column(let column) = try evaluate(left, &frame)
      else { return nil }
      return column.nearestDate(to: Period(date))
    default: return nil
    }
  }
}

extension Column {
  /// The value or name in this column whose spelling is nearest to `text`, or nil.
  fileprivate func nearestName(to text: String, _ tongue: Tongue) -> Localized? {
    switch self {
    case .list(let list): return list.items.nearestName(to: text, tongue)
    case .link(let links):
      // A unit that no row holds is spelt right: its other name would be no help.
      guard links.registry.rows(named: text).isEmpty else { return nil }
      let rows = (0..<Int32(clamping: links.registry.count))
      let names = rows.map { links.registry.name($0) }
      let forms = names.map(\.english) + names.map(\.french)
      if let near = Suggestions.nearest(to: text, among: forms, limit: 1).first {
        return names.first { $0.english == near || $0.french == near }
      }
      // Short codes are all alike.
      let ids = rows.map { links.registry.id($0) }.filter { $0.count > 3 }
      return Suggestions.nearest(to: text, among: ids, limit: 1).first.map { Localized(same: $0) }
    case .text(let texts):
      let known = (0..<Int32(clamping: min(texts.pool.count, 20_000))).map { texts.pool[$0] }
      return Suggestions.nearest(to: text, among: known, limit: 1).first
        .map { Localized(same: $0) }
    case .bilingual(let english, let french):
      return Column.text(tongue == .english ? english : french).nearestName(to: text, tongue)
    default: return nil
    }
  }

  /// The number in this column nearest to `wanted`, or nil.
  fileprivate func nearestNumber(to wanted: ExactNumber) -> Localized? {
    let numbers: NumberColumn
    switch self {
    case .number(let column): numbers = column
    case .figure(let column): numbers = column.numbers
    default: return nil
    }
    var best: (distance: ExactNumber, row: Int)?
    for row in 0..<numbers.values.count {
      guard let number = numbers.number(at: row),
        let distance = number.subtracting(wanted)?.magnitude
      else { continue }
      if let known = best, known.distance <= distance { continue }
      best = (distance, row)
    }
    return best.map { found in
      Localized(
        en: ValueText.human(value(at: found.row), .english),
        fr: ValueText.human(value(at: found.row), .french))
    }
  }

  /// The date in this column whose nearest end is nearest to a period, or nil.
  fileprivate func nearestDate(to period: Period) -> Localized? {
    if case .list(let list) = self { return list.items.nearestDate(to: period) }
    guard case .date(let dates) = self else { return nil }
    var best: (days: Int64, row: Int)?
    for row in 0..<dates.earliestStart.count {
      guard let bounds = dates.bounds(at: row) else { continue }
      let days = bounds.ends(towards: period).distance
      if let known = best, known.days <= days { continue }
      best = (days, row)
    }
    guard let best, let date = dates.date(at: best.row) else { return nil }
    return Localized(en: date.humanText(.english), fr: date.humanText(.french))
  }
}

/// The two days that are nearest in two dates, the earlier first.
struct NearestEnds {
  let from: Int64
  let to: Int64

  /// Days from one to the other, 0 where the dates share a day.
  var distance: Int64 {
    let (days, overflow) = to.subtractingReportingOverflow(from)
    return overflow ? Int64.max : days
  }
}

extension DateBounds {
  /// The nearest ends of these bounds and a period; the same day twice where they may share one.
  func ends(towards period: Period) -> NearestEnds {
    if earliestStart > period.last { return NearestEnds(from: period.last, to: earliestStart) }
    if latestEnd < period.first { return NearestEnds(from: latestEnd, to: period.first) }
    return NearestEnds(from: 0, to: 0)
  }
}
