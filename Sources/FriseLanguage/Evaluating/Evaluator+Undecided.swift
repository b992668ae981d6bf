import FriseBase
import FriseModel
import FriseSyntax

/// A test with its answers, and those of the parts it is made of.
struct JudgedTest {
  let condition: Resolved
  let answers: Answers
  /// Empty for a test that has no parts.
  let parts: [JudgedTest]

  /// The tests without parts, from left to right.
  var leaves: [JudgedTest] { parts.isEmpty ? [self] : parts.flatMap(\.leaves) }
}

/// Why rows are undecided, and how many for each reason, in the order in which the rows bring them
/// up.
struct UndecidedReasons {
  private var reasons: [(text: Localized, count: Int, first: (Int, Int))] = []
  fileprivate(set) var total = 0

  /// Counts `count` rows, of which the first stands at `first`; without a reason they are in the
  /// total alone.
  mutating func add(_ reason: Localized?, _ count: Int, first: (Int, Int)) {
    guard count > 0 else { return }
    total += count
    guard let reason else { return }
    if let known = reasons.firstIndex(where: { $0.text == reason }) {
      reasons[known].count += count
      if first < reasons[known].first { reasons[known].first = first }
    } else {
      reasons.append((reason, count, first))
    }
  }

  /// `10 people not stated, 1 people straddles 220,000`; nil without a reason. One reason for all
  /// needs no count of its own.
  func told(_ tongue: Tongue) -> String? {
    if reasons.count == 1, reasons[0].count == total { return reasons[0].text[tongue] }
    guard !reasons.isEmpty else { return nil }
    return reasons.sorted { $0.first < $1.first }
      .map { "\($0.count) \($0.text[tongue])" }.joined(separator: ", ")
  }
}

/// Why rows were left out: the undecided, and those that lie in part within a period.
extension Evaluator {
  /// The answers of a condition, with those of its parts beside them.
  mutating func judge(
    _ condition: Resolved, _ frame: inout Frame
  ) throws(RunFailure) -> JudgedTest {
    guard case .test(let test) = condition.node else {
      return JudgedTest(
        condition: condition, answers: try self.test(condition, &frame, widened: false), parts: [])
    }
    switch test {
    case .and(let left, let right):
      let (first, second) = (try judge(left, &frame), try judge(right, &frame))
      return JudgedTest(
        condition: condition, answers: first.answers.and(second.answers), parts: [first, second])
    case .or(let left, let right):
      let (first, second) = (try judge(left, &frame), try judge(right, &frame))
      return JudgedTest(
        condition: condition, answers: first.answers.or(second.answers), parts: [first, second])
    case .not(let operand):
      let judged = try judge(operand, &frame)
      return JudgedTest(condition: condition, answers: judged.answers.negated, parts: [judged])
    default:
      return JudgedTest(
        condition: condition, answers: try self.test(condition, &frame, widened: false), parts: [])
    }
  }

  /// `11 undecided: 10 people not stated, 1 people straddles 220,000`. Work in proportion to the
  /// undecided rows: only they are looked at.
  mutating func remarkUndecided(
    _ judged: JudgedTest, _ count: Int, _ frame: Frame, _ shape: Shape
  ) throws(RunFailure) {
    var reasons = UndecidedReasons()
    try add(judged, count, frame, shape, to: &reasons)
    remarkUndecided(reasons)
  }

  mutating func remarkUndecided(_ reasons: UndecidedReasons) {
    let total = reasons.total
    guard total > 0 else { return }
    remarks.add(
      en: "\(total) undecided" + (reasons.told(.english).map { ": \($0)" } ?? ""),
      fr: "\(total) indécis" + (total == 1 ? "e" : "es")
        + (reasons.told(.french).map { "\u{202F}: \($0)" } ?? ""))
  }

  /// Counts the undecided rows, `count` of them, each under the first part of the condition that is
  /// undecided there.
  mutating func add(
    _ judged: JudgedTest, _ count: Int, _ frame: Frame, _ shape: Shape,
    to reasons: inout UndecidedReasons
  ) throws(RunFailure) {
    guard count > 0 else { return }
    let base = reasons.total
    var rest = judged.answers.undecidedRows(count: count).rows
    for leaf in judged.leaves where !rest.isEmpty {
      let split = leaf.answers.split(rest)
      rest = split.others
      try add(leaf.condition, split.undecided, frame, shape, base, to: &reasons)
    }
    reasons.add(nil, rest.count, first: (base, 0))
  }

  /// Counts rows in which one test is undecided: the first operand that is not stated has the word.
  private mutating func add(
    _ condition: Resolved, _ undecided: [Int32], _ frame: Frame, _ shape: Shape, _ base: Int,
    to reasons: inout UndecidedReasons
  ) throws(RunFailure) {
    guard !undecided.isEmpty else { return }
    func add(_ reason: Localized?, _ rows: [Int32]) {
      reasons.add(reason, rows.count, first: (base, Int(rows.first ?? 0)))
    }
    guard case .test(let test) = condition.node else {
      return add(notStated(condition, shape), undecided)
    }
    if let operand = test.operandAlwaysAbsent {
      return add(notStated(operand, shape), undecided)
    }
    var rest = undecided
    for operand in test.operands where !rest.isEmpty {
      let split = try split(rest, byAbsenceOf: operand, frame)
      rest = split.stated
      add(notStated(operand, shape), split.absent)
    }
    add(test.straddles(text, shape, self), rest)
  }

  /// Rows in which an operand is none, and the others.
  private mutating func split(
    _ rows: [Int32], byAbsenceOf operand: Resolved, _ frame: Frame
  ) throws(RunFailure) -> (absent: [Int32], stated: [Int32]) {
    var frame = frame
    // A column that is there is looked at where it is; what must be reckoned, for these rows alone.
    if case .column(let index) = operand.node { return frame.column(index).split(rows) }
    frame.select(.indices(rows))
    switch try evaluate(operand, &frame) {
    case .constant(let value): return value.isNone ? (rows, []) : ([], rows)
    case .column(let column):
      let split = column.split(Array(0..<Int32(clamping: rows.count)))
      return (rows.gather(split.absent), rows.gather(split.stated))
    }
  }

  /// «people straddles 220,000»
  func straddling(_ condition: Resolved, _ shape: Shape) -> Localized? {
    guard case .test(let test) = condition.node else { return nil }
    return test.straddles(text, shape, self)
  }

  func notStated(_ operand: Resolved, _ shape: Shape) -> Localized {
    let name = remarkName(operand, shape)
    return Localized(
      en: "\(name.english) not stated", fr: "sans valeur pour \(name.french)")
  }

  /// What a remark calls an operand: the column's name, else the text as typed.
  func remarkName(_ operand: Resolved, _ shape: Shape) -> Localized {
    if case .column(let index) = operand.node, index < shape.columns.count {
      let name = shape.columns[index].name
      if !name.english.isEmpty { return name }
    }
    return name(of: operand)
  }

  // MARK: Dates in part

  /// Rows that overlap a period in part, or span the edge that a comparison looks at.
  mutating func remarkPartial(
    _ condition: Resolved, _ frame: Frame, _ shape: Shape
  ) throws(RunFailure) {
    let parts = condition.conjuncts
    for (position, part) in parts.enumerated() {
      guard case .test(.date(let relation, let left, let right)) = part.node,
        case .constant(.date(let date)) = right.node, left.type == .date
      else { continue }
      var rows = frame
      // Plain days lie within a period or outside it.
      if case .column(let index) = left.node, case .date(let days) = rows.column(index),
        days.isPlainDays
      {
        continue
      }
      // Only rows that every other part lets through are told of.
      for (other, condition) in parts.enumerated() where other != position {
        let answers = try test(condition, &rows, widened: false)
        rows.select(answers.selected())
      }
      guard case .column(.date(let dates)) = try evaluate(left, &rows) else { continue }
      let period = Period(date)
      if relation == .during {
        let count = dates.partialOverlapCount(period)
        remarkInPart(count, date, dates, &rows, shape)
      } else {
        remarkSpanning(dates.spanCount(relation, period), date)
      }
    }
  }

  private mutating func remarkInPart(
    _ count: Int, _ date: DateValue, _ dates: DateColumn, _ frame: inout Frame, _ shape: Shape
  ) {
    guard count > 0 else { return }
    let names = namesOfRowsInPart(date, dates, &frame, shape)
    remarks.add(
      en: "\(count) more overlap\(count == 1 ? "s" : "") \(date.humanText(.english)) only in part"
        + names.english,
      fr: (count == 1
        ? "1 autre ne chevauche \(date.humanText(.french)) qu’en partie"
        : "\(count) autres ne chevauchent \(date.humanText(.french)) qu’en partie") + names.french)
  }

  /// The ids of the first three such rows, when the rows have ids.
  private func namesOfRowsInPart(
    _ date: DateValue, _ dates: DateColumn, _ frame: inout Frame, _ shape: Shape
  ) -> Localized {
    guard let link = shape.rowLink, case .link(let links) = frame.column(link) else {
      return Localized(same: "")
    }
    let period = Period(date)
    let overlaps = dates.answers(.overlaps, period)
    let during = dates.answers(.during, period)
    let rows = overlaps.indices.filter { overlaps[$0] == 2 && during[$0] == 0 }
    let names = rows.prefix(3).map { links.registry.name(links.rows[$0]) }
    let more = rows.count > 3 ? ", …" : ""
    return Localized(
      en: ": " + names.map(\.english).joined(separator: ", ") + more,
      fr: " : " + names.map(\.french).joined(separator: ", ") + more)
  }

  private mutating func remarkSpanning(_ count: Int, _ date: DateValue) {
    guard count > 0 else { return }
    remarks.add(
      en: "\(count) row\(count == 1 ? " spans" : "s span") \(date.humanText(.english))",
      fr: count == 1
        ? "1 ligne enjambe \(date.humanText(.french))"
        : "\(count) lignes enjambent \(date.humanText(.french))")
  }
}

extension Resolved.Test {
  /// What the test looks at.
  fileprivate var operands: [Resolved] {
    switch self {
    case .and, .or, .not, .certainly, .possibly: []
    case .isNone: []
    case .compare(_, let left, let right), .date(_, let left, let right),
      .within(let left, _, let right), .tree(_, let left, let right),
      .contains(let left, let right):
      [left, right]
    case .inRange(let operand, _, _), .matches(let operand, _): [operand]
    case .about(let columns, _): columns
    }
  }

  /// The operand that is not stated wherever the test is undecided: plain numbers and texts beside
  /// a constant never straddle anything, and one unit is below a known unit or is not.
  fileprivate var operandAlwaysAbsent: Resolved? {
    switch self {
    case .compare(_, let left, let right):
      guard case .constant(let value) = right.node, !value.isNone,
        left.type == .number || left.type == .text
      else { return nil }
      return left
    case .inRange(let operand, _, _): return operand.type == .number ? operand : nil
    case .tree(_, let left, let right):
      guard case .constant(let value) = right.node, !value.isNone, case .link = left.type else {
        return nil
      }
      return left
    default: return nil
    }
  }

  /// «people straddles 220,000»
  fileprivate func straddles(_ text: SourceText, _ shape: Shape, _ evaluator: Evaluator)
    -> Localized?
  {
    guard let left = operands.first, let right = operands.last, operands.count == 2 else {
      return operands.first.map {
        let name = evaluator.remarkName($0, shape)
        return Localized(
          en: "\(name.english) straddles the edge", fr: "avec \(name.french) à cheval sur la borne")
      }
    }
    let name = evaluator.remarkName(left, shape)
    let edge: Localized
    if case .constant(let value) = right.node {
      edge = Localized(
        en: ValueText.human(value, .english), fr: ValueText.human(value, .french))
    } else {
      edge = evaluator.remarkName(right, shape)
    }
    return Localized(
      en: "\(name.english) straddles \(edge.english)",
      fr: "avec \(name.french) à cheval sur \(edge.french)")
  }
}
