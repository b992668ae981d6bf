import FriseBase
import FriseModel
import FriseSyntax

/// `join`: pairs of rows.
extension Evaluator {
  /// No join compares more pairs of rows than this.
  static let comparedMax = 2_000_000_000
  /// So many pairs are tested at once: an interrupt is heard between two of these.
  private static let pairsAtOnce = 1 << 17

  /// Pairs of rows whose keys are equal and that pass the rest of the condition.
  mutating func join(
    _ frame: inout Frame, _ join: ResolvedJoin, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard case .rows(var right, _) = try nested(join.right) else { return frame }
    let pairs = try pairs(&frame, &right, join, stage)
    var isMatched = [Bool](repeating: false, count: frame.count)
    for row in pairs.left { isMatched[Int(row)] = true }
    if join.keepsAll {
      return paired(&frame, &right, withUnmatched(pairs, leftCount: frame.count))
    }
    remarkUnmatched(isMatched.count { !$0 })
    return Frame.joined(frame, right, pairs)
  }

  mutating func remarkUnmatched(_ count: Int) {
    guard count > 0 else { return }
    remarks.add(
      en: "\(count) left row\(count == 1 ? "" : "s") without a match dropped",
      fr: count == 1
        ? "1 ligne de gauche sans correspondance, ôtée"
        : "\(count) lignes de gauche sans correspondance, ôtées")
  }

  /// The pairs that the condition keeps, in order of the left rows, then of the right ones.
  private mutating func pairs(
    _ frame: inout Frame, _ right: inout Frame, _ join: ResolvedJoin, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs {
    var lefts: [Column] = []
    var rights: [Column] = []
    for (leftKey, rightKey) in zip(join.leftKeys, join.rightKeys) {
      lefts.append(try evaluate(leftKey, &frame).column(type: leftKey.type, count: frame.count))
      rights.append(
        try evaluate(rightKey, &right).column(type: rightKey.type, count: right.count))
    }
    if !lefts.isEmpty,
      let found = Column.joinPairs(lefts, rights, limit: Evaluator.rowsMax, interrupt)
    {
      let pairs = try pairs(found, stage)
      guard let rest = join.rest else { return pairs }
      var next = 0
      return try tested(frame, right, rest, stage) {
        let chunk = next..<min(pairs.left.count, next + Evaluator.pairsAtOnce)
        next = chunk.upperBound
        return JoinPairs(
          left: Array(pairs.left[chunk]), right: Array(pairs.right[chunk]))
      }
    }
    if let rest = join.rest,
      let pairs = try overlappingPairs(&frame, &right, rest, stage)
    {
      return pairs
    }
    return try comparedPairs(frame, right, join.rest, stage)
  }

  /// The pairs of those that share a day which pass the condition, when a part of it asks for that;
  /// nil for other conditions.
  private mutating func overlappingPairs(
    _ frame: inout Frame, _ right: inout Frame, _ rest: Resolved, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs? {
    let parts = rest.conjuncts
    guard let sides = try overlapSides(&frame, &right, in: parts, stage.input.columns.count)
    else { return nil }
    if parts.count == 1, sides.isOverlap {
      let pairs = try search(sides, possible: false, stage)
      let counts = try reduce(sides, .count, nil, stage)
      try remarkUndecided(rest, sides, stage, counted: counts.undecided)
      return pairs
    }
    // Other tests may say no where the dates are not stated: those pairs are tested as well.
    let candidates = try search(sides, possible: true, stage)
    let (leftDates, rightDates) = (sides.left.datedRows, sides.right.datedRows)
    let (undatedCount, overflow) = leftDates.undated.count.multipliedReportingOverflow(
      by: right.count)
    let (others, overflows) = leftDates.dated.count.multipliedReportingOverflow(
      by: rightDates.undated.count)
    guard !overflow, !overflows, undatedCount + others <= Evaluator.comparedMax else {
      throw failure(.tooManyPairs(at: stage.span))
    }
    let isDated = sides.left.isStated
    let everyRight = Array(0..<Int32(clamping: right.count))
    var next = 0
    var row = 0
    return try tested(frame, right, rest, stage) {
      var chunk = JoinPairs(left: [], right: [])
      while row < isDated.count, chunk.left.count < Evaluator.pairsAtOnce {
        let before = chunk.right.count
        if !isDated[row] {
          chunk.right += everyRight
        } else {
          let start = next
          while next < candidates.left.count, candidates.left[next] == Int32(row) { next += 1 }
          chunk.right += rightDates.undated.merged(with: candidates.right[start..<next])
        }
        for _ in before..<chunk.right.count { chunk.left.append(Int32(row)) }
        row += 1
      }
      return chunk
    }
  }

  private func search(
    _ sides: OverlapSides, possible: Bool, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs {
    try pairs(
      sides.left.overlapPairs(
        with: sides.right, possible: possible, limit: Evaluator.rowsMax, interrupt), stage)
  }

  /// The pairs that a search gave.
  private func pairs(
    _ search: PairSearch, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs {
    switch search {
    case .pairs(let pairs): return pairs
    case .tooMany: throw failure(.tooManyRows(at: stage.span))
    case .interrupted: throw interrupted(stage.span)
    }
  }

  /// Every left row beside every right one, as far as they pass the condition.
  private mutating func comparedPairs(
    _ frame: Frame, _ right: Frame, _ rest: Resolved?, _ stage: ResolvedStage
  ) throws(RunFailure) -> JoinPairs {
    let (product, overflow) = frame.count.multipliedReportingOverflow(by: right.count)
    guard !overflow, product <= Evaluator.comparedMax else {
      throw failure(.tooManyPairs(at: stage.span))
    }
    var next = 0
    let width = right.count
    return try tested(frame, right, rest, stage) {
      let chunk = next..<min(product, next + Evaluator.pairsAtOnce)
      next = chunk.upperBound
      guard !chunk.isEmpty else { return JoinPairs(left: [], right: []) }
      return JoinPairs(
        left: chunk.map { Int32(truncatingIfNeeded: $0 / width) },
        right: chunk.map { Int32(truncatingIfNeeded: $0 % width) })
    }
  }

  /// The pairs that pass a condition, taken a chunk at a time until one is empty; tells of those
  /// that are undecided.
  private mutating func tested(
    _ frame: Frame, _ right: Frame, _ condition: Resolved?, _ stage: ResolvedStage,
    _ nextChunk: () -> JoinPairs
  ) throws(RunFailure) -> JoinPairs {
    var kept = JoinPairs(left: [], right: [])
    var reasons = UndecidedReasons()
    while true {
      if interrupt.isRaised { throw interrupted(stage.span) }
      var chunk = nextChunk()
      guard !chunk.left.isEmpty else { break }
      if let condition {
        var both = Frame.joined(frame, right, chunk)
        let judged = try judge(condition, &both)
        let tally = judged.answers.tally
        try add(judged, tally.undecided, both, stage.output, to: &reasons)
        let rows = judged.answers.selected(tally).rows
        chunk.left = chunk.left.gather(rows)
        chunk.right = chunk.right.gather(rows)
      }
      kept.left += chunk.left
      kept.right += chunk.right
      guard kept.left.count <= Evaluator.rowsMax else {
        throw failure(.tooManyRows(at: stage.span))
      }
    }
    remarkUndecided(reasons)
    return kept
  }

  private func paired(_ frame: inout Frame, _ right: inout Frame, _ pairs: JoinPairs) -> Frame {
    var left = frame
    left.gather(pairs.left)
    var columns = left.allColumns()
    for column in right.allColumns() { columns.append(column.gather(links: pairs.right)) }
    return Frame(columns: columns, count: pairs.left.count)
  }

  /// The pairs with every left row that has none beside them, in the order of the left rows.
  private func withUnmatched(_ pairs: JoinPairs, leftCount: Int) -> JoinPairs {
    var result = JoinPairs(left: [], right: [])
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

extension [Int32] {
  /// Two ascending runs of rows as one.
  fileprivate func merged(with others: ArraySlice<Int32>) -> [Int32] {
    guard !isEmpty else { return Array(others) }
    var merged: [Int32] = []
    merged.reserveCapacity(count + others.count)
    var next = startIndex
    for other in others {
      while next < endIndex, self[next] < other {
        merged.append(self[next])
        next += 1
      }
      merged.append(other)
    }
    return merged + self[next...]
  }
}
