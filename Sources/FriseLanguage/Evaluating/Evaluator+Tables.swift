import FriseBase
import FriseModel
import FriseSyntax

/// Stages that bring in a second table.
extension Evaluator {
  /// `union except intersect`.
  mutating func combine(
    _ frame: inout Frame, _ word: Word, _ other: ResolvedPipeline,
    _ pairing: ResolvedStage.ColumnPairing, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard case .rows(var right, _) = try nested(other) else { return frame }
    guard word == .union else {
      let left = pairing.left.map { frame.column($0) }
      let rights = pairing.right.map { right.column($0) }
      guard let members = Column.isMember(left, of: rights) else { return frame }
      frame.select((word == .except ? members.negated : members).selected())
      return frame
    }
    let (leftCount, rightCount) = (frame.count, right.count)
    guard leftCount + rightCount <= Evaluator.rowsMax else {
      throw failure(.tooManyRows(at: stage.span))
    }
    var columns: [Column] = []
    for (first, second) in zip(pairing.left, pairing.right) {
      let left = first < 0 ? Column.none(count: leftCount) : frame.column(first)
      let added = second < 0 ? Column.none(count: rightCount) : right.column(second)
      let values = left.appending(added)
      columns.append(
        values
          ?? Column(
            (0..<leftCount).map { left.value(at: $0) }
              + (0..<rightCount).map { added.value(at: $0) },
            type: stage.output.columns[columns.count].type))
    }
    return Frame(columns: columns, count: leftCount + rightCount)
  }

  /// No stage makes more rows than this.
  static let rowsMax = 50_000_000

  /// Rows made between two looks at the flag of Ctrl-C.
  static let rowsBetweenLooks = 1 << 18

  /// Pairs of rows whose keys are equal and that pass the rest of the condition.
  mutating func join(
    _ frame: inout Frame, _ join: ResolvedJoin, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard case .rows(var right, _) = try nested(join.right) else { return frame }
    var pairs = try candidates(&frame, &right, join, stage)
    if let rest = join.rest {
      var both = try paired(&frame, &right, pairs, stage)
      let answers = try test(rest, &both, widened: false)
      if answers.tally.undecided > 0 {
        try remarkUndecided(rest, answers, both, stage.output)
      }
      let kept = answers.selected().rows
      pairs = JoinPairs(
        left: pairs.left.gather(kept), right: pairs.right.gather(kept), unmatched: 0)
    }
    if interrupt.isRaised { throw interrupted(stage.span) }
    let unmatched = frame.count - pairs.leftRowsMatched
    if join.keepsAll {
      pairs = withUnmatched(pairs, leftCount: frame.count)
    } else if unmatched > 0 {
      remarks.add(
        en: "\(unmatched) left row\(unmatched == 1 ? "" : "s") without a match dropped",
        fr: unmatched == 1
          ? "1 ligne de gauche sans correspondance, ôtée"
          : "\(unmatched) lignes de gauche sans correspondance, ôtées")
    }
    return try paired(&frame, &right, pairs, stage)
  }

  /// The pairs that the equal keys leave, or all.
  private mutating func candidates(
    _ frame: inout Frame, _ right: inout Frame, _ join: ResolvedJoin, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs {
    var lefts: [Column] = []
    var rights: [Column] = []
    for (leftKey, rightKey) in zip(join.leftKeys, join.rightKeys) {
      lefts.append(try evaluate(leftKey, &frame).column(type: leftKey.type, count: frame.count))
      rights.append(
        try evaluate(rightKey, &right).column(type: rightKey.type, count: right.count))
    }
    if !lefts.isEmpty, let pairs = Column.joinPairs(lefts, rights, keepsUnmatched: false) {
      return pairs
    }
    let (product, overflow) = frame.count.multipliedReportingOverflow(by: right.count)
    guard !overflow, product <= Evaluator.rowsMax else {
      throw failure(.tooManyRows(at: stage.span))
    }
    var pairs = JoinPairs(left: [], right: [], unmatched: 0)
    pairs.left.reserveCapacity(product)
    pairs.right.reserveCapacity(product)
    var rowsUntilLook = Evaluator.rowsBetweenLooks
    for left in 0..<Int32(clamping: frame.count) {
      rowsUntilLook -= right.count
      if rowsUntilLook <= 0 {
        if interrupt.isRaised { throw interrupted(stage.span) }
        rowsUntilLook = Evaluator.rowsBetweenLooks
      }
      for other in 0..<Int32(clamping: right.count) {
        pairs.left.append(left)
        pairs.right.append(other)
      }
    }
    return pairs
  }

  /// A pair of rows side by side. The flag is looked at before each column, since pairs may be many
  /// more than rows.
  private func paired(
    _ frame: inout Frame, _ right: inout Frame, _ pairs: JoinPairs, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    var left = frame
    left.gather(pairs.left)
    var columns: [Column] = []
    for index in 0..<left.columnCount {
      if interrupt.isRaised { throw interrupted(stage.span) }
      columns.append(left.column(index))
    }
    for column in right.allColumns() {
      if interrupt.isRaised { throw interrupted(stage.span) }
      columns.append(column.gather(links: pairs.right))
    }
    return Frame(columns: columns, count: pairs.left.count)
  }

  /// The pairs with every left row that has none beside them, in the order of the left rows.
  private func withUnmatched(_ pairs: JoinPairs, leftCount: Int) -> JoinPairs {
    var result = JoinPairs(left: [], right: [], unmatched: 0)
    var next = 0
    for row in 0..<Int32(clamping: leftCount) {
      let before = result.left.count
      while next < pairs.left.count, pairs.left[next] == row {
        result.left.append(row)
        result.right.append(pairs.right[next])
        next += 1
      }
      if result.left.count == before {
        result.left.append(row)
        result.right.append(-1)
      }
    }
    return result
  }
}

extension JoinPairs {
  /// How many left rows have a match; the pairs are in the order of the left rows.
  fileprivate var leftRowsMatched: Int {
    var count = 0
    var last: Int32 = -1
    for row in left where row != last {
      count += 1
      last = row
    }
    return count
  }
}
