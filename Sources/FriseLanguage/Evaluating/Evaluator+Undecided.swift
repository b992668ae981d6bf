import FriseBase
import FriseModel
import FriseSyntax

/// Why rows were left out: the undecided, and those that lie in part within a period.
extension Evaluator {
  /// `11 undecided: 10 people not stated, 1 people straddles 220,000`. Work in proportion to the
  /// undecided rows: only they are looked at.
  mutating func remarkUndecided(
    _ condition: Resolved, _ answers: Answers, _ frame: Frame, _ shape: Shape
  ) throws(RunFailure) {
    var rows = frame
    rows.select(answers.undecided)
    var known: [Localized] = []
    let reasons = try reasons(condition, &rows, shape, &known)
    var order: [Int] = []
    var counts = [Int](repeating: 0, count: known.count)
    for reason in reasons where reason >= 0 {
      if counts[reason] == 0 { order.append(reason) }
      counts[reason] += 1
    }
    // One reason for all needs no count of its own.
    func told(_ tongue: Tongue) -> String {
      if order.count == 1, counts[order[0]] == rows.count { return known[order[0]][tongue] }
      return order.map { "\(counts[$0]) \(known[$0][tongue])" }.joined(separator: ", ")
    }
    let total = rows.count
    let isTold = !order.isEmpty
    remarks.add(
      en: "\(total) undecided" + (isTold ? ": \(told(.english))" : ""),
      fr: "\(total) indécis" + (total == 1 ? "e" : "es")
        + (isTold ? "\u{202F}: \(told(.french))" : ""))
  }

  /// For each row the first part of the condition that is undecided there, and why: a place in
  /// `known`, which grows; -1 for none.
  private mutating func reasons(
    _ condition: Resolved, _ frame: inout Frame, _ shape: Shape, _ known: inout [Localized]
  ) throws(RunFailure) -> [Int] {
    func place(_ reason: Localized) -> Int {
      if let place = known.firstIndex(of: reason) { return place }
      known.append(reason)
      return known.count - 1
    }
    guard case .test(let test) = condition.node else {
      return Array(repeating: place(notStated(condition, shape)), count: frame.count)
    }
    switch test {
    case .and(let left, let right), .or(let left, let right):
      let first = try reasons(left, &frame, shape, &known)
      let second = try reasons(right, &frame, shape, &known)
      return zip(first, second).map { $0 >= 0 ? $0 : $1 }
    case .not(let operand):
      return try reasons(operand, &frame, shape, &known)
    default: break
    }
    let answers = try self.test(condition, &frame, widened: false).bytes
    var reasons = [Int](repeating: -1, count: frame.count)
    if let straddles = test.straddles(text, shape, self) {
      let reason = place(straddles)
      for row in reasons.indices where answers[row] == 1 { reasons[row] = reason }
    }
    // The first operand that is not stated has the last word.
    for operand in test.operands.reversed() {
      let isAbsent: [UInt8]
      switch try evaluate(operand, &frame) {
      case .constant(let value) where value.isNone:
        isAbsent = Answers.constant(.yes, count: frame.count).bytes
      case .constant: continue
      case .column(let column): isAbsent = column.isNone.bytes
      }
      let reason = place(notStated(operand, shape))
      for row in reasons.indices where answers[row] == 1 && isAbsent[row] == 2 {
        reasons[row] = reason
      }
    }
    return reasons
  }

  private func notStated(_ operand: Resolved, _ shape: Shape) -> Localized {
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
