import FriseBase
import FriseModel
import FriseSyntax

/// The two columns of dates whose overlapping pairs the rows of a join.
struct OverlapSides {
  let left: DateColumn
  let right: DateColumn
  /// Whether the test is `overlaps` itself, and not one that only overlapping dates can pass.
  let isOverlap: Bool
  /// Whether the left rows' date stands first in the test.
  let leftIsFirst: Bool
}

/// `join … on a overlaps b`: pairs are found by the days they share, not by trying all; and what an
/// aggregate reckons over them is reckoned without making them.
extension Evaluator {
  /// The sides of the first part of a condition that only rows which share a day can pass; nil
  /// where there is none, or where days are too far for the kernels.
  mutating func overlapSides(
    _ frame: inout Frame, _ right: inout Frame, in parts: [Resolved], _ leftCount: Int
  ) throws(RunFailure) -> OverlapSides? {
    for part in parts {
      guard case .test(.date(let relation, let first, let second)) = part.node,
        relation == .overlaps || relation == .during, first.type == .date, second.type == .date
      else { continue }
      let leftIsFirst: Bool
      switch (first.side(leftCount), second.side(leftCount)) {
      case (.left, .right): leftIsFirst = true
      case (.right, .left): leftIsFirst = false
      default: continue
      }
      let (own, other) = leftIsFirst ? (first, second) : (second, first)
      var beside = Frame.beside(right, leftCount)
      guard case .column(.date(let leftDates)) = try evaluate(own, &frame),
        case .column(.date(let rightDates)) = try evaluate(other, &beside),
        leftDates.hasNearDaysOnly, rightDates.hasNearDaysOnly
      else { continue }
      return OverlapSides(
        left: leftDates, right: rightDates, isOverlap: relation == .overlaps,
        leftIsFirst: leftIsFirst)
    }
    return nil
  }

  /// A join on `overlaps` alone, then an aggregate by keys of the left rows: done at once. Nil for
  /// other stages.
  mutating func overlapSummary(
    _ frame: inout Frame, _ stage: ResolvedStage, _ next: ResolvedStage?
  ) throws(RunFailure) -> Frame? {
    let leftCount = stage.input.columns.count
    guard case .join(let join) = stage.kind, !join.keepsAll, join.leftKeys.isEmpty,
      let rest = join.rest, case .test(.date(.overlaps, let first, let second)) = rest.node,
      [first.side(leftCount), second.side(leftCount)].allSatisfy({ $0 != .neither }),
      case .summarise(let values, let aggregates, let groups)? = next?.kind, let next,
      groups.bucket == nil, groups.keys.allSatisfy({ $0.side(leftCount) == .left }),
      aggregates.allSatisfy({ $0.isReduction(leftCount) }),
      case .rows(var right, _) = try nested(join.right),
      let sides = try overlapSides(&frame, &right, in: [rest], leftCount)
    else { return nil }
    var reduced: [OverlapTotals] = []
    for aggregate in aggregates {
      guard let totals = try totals(aggregate, sides, right, leftCount, stage) else { return nil }
      reduced.append(totals)
    }
    if reduced.isEmpty { reduced.append(try reduce(sides, .count, nil, stage)) }
    let matches = reduced[0]
    try remarkUndecided(rest, sides, stage, counted: matches.undecided)
    let matched = matches.matches.indices.filter { matches.matches[$0] > 0 }
      .map { Int32(truncatingIfNeeded: $0) }
    remarkUnmatched(frame.count - matched.count)
    text = next.text
    var lefts = frame
    lefts.gather(matched)
    let made = try makeGroups(&lefts, groups, next)
    if let rows = made.rows { lefts.gather(rows) }
    let origins = made.rows.map { matched.gather($0) } ?? matched
    var columns = made.keys
    for (aggregate, totals) in zip(aggregates, reduced) {
      columns.append(try column(aggregate, totals, made.grouping, origins, right, leftCount))
    }
    return try summary(columns, keyCount: made.keys.count, made.grouping.count, values)
  }

  func reduce(
    _ sides: OverlapSides, _ reduction: OverlapReduction, _ values: NumberColumn?,
    _ stage: ResolvedStage
  ) throws(RunFailure) -> OverlapTotals {
    guard
      let totals = sides.left.overlapTotals(with: sides.right, reduction, of: values, interrupt)
    else { throw interrupted(stage.span) }
    return totals
  }

  /// What one aggregate comes to for each left row; nil where its values are no plain numbers.
  private mutating func totals(
    _ aggregate: ResolvedAggregate, _ sides: OverlapSides, _ right: Frame, _ leftCount: Int,
    _ stage: ResolvedStage
  ) throws(RunFailure) -> OverlapTotals? {
    guard let argument = aggregate.argument else { return try reduce(sides, .count, nil, stage) }
    var beside = Frame.beside(right, leftCount)
    guard case .column(.number(let numbers)) = try evaluate(argument, &beside),
      numbers.wide.isEmpty
    else { return nil }
    let reduction: OverlapReduction =
      switch aggregate.word {
      case .max: .greatest
      case .min: .least
      default: .sum
      }
    return try reduce(sides, reduction, numbers, stage)
  }

  /// The totals of the left rows, by group.
  private mutating func column(
    _ aggregate: ResolvedAggregate, _ totals: OverlapTotals, _ grouping: FriseModel.Grouping,
    _ origins: [Int32], _ right: Frame, _ leftCount: Int
  ) throws(RunFailure) -> Column {
    let grouped = totals.grouped(by: grouping, origins)
    guard let argument = aggregate.argument else {
      return .number(NumberColumn(values: grouped.matches))
    }
    if aggregate.word == .count { return .number(NumberColumn(values: grouped.stated)) }
    remarkUnstated(grouped.stated, of: grouped.matches.reduce(0, +), argument)
    var beside = Frame.beside(right, leftCount)
    guard case .column(.number(let numbers)) = try evaluate(argument, &beside) else {
      return .none(count: grouping.count)
    }
    if aggregate.word == .max || aggregate.word == .min {
      return .number(NumberColumn(values: grouped.extremes, scale: numbers.scale))
    }
    let results = grouped.sums.indices.map { group -> ExactNumber? in
      let stated = grouped.stated[group]
      // No rows sum to 0, rows that state nothing to none.
      guard stated > 0 || (aggregate.word == .sum && grouped.matches[group] == 0) else {
        return nil
      }
      let sum = ExactNumber(coefficient: grouped.sums[group], scale: numbers.scale)
      return aggregate.word == .sum ? sum : sum.divided(by: ExactNumber(stated))
    }
    return .number(NumberColumn(results))
  }

  // MARK: Remarks

  /// Tells of the pairs of a join on `overlaps` alone that are undecided, without making them;
  /// `counts` says how many pairs of dated rows are, by left row.
  mutating func remarkUndecided(
    _ test: Resolved, _ sides: OverlapSides, _ stage: ResolvedStage, counted counts: [Int64]
  ) throws(RunFailure) {
    guard case .test(.date(_, let first, let second)) = test.node else { return }
    let (lefts, rights) = (sides.left.datedCounts, sides.right.datedCounts)
    var reasons = UndecidedReasons()
    // Where both dates are not stated, the first of the test has the word.
    let (own, other) = sides.leftIsFirst ? (first, second) : (second, first)
    let leftIsFirst = sides.leftIsFirst
    reasons.add(
      notStated(own, stage.output),
      lefts.undated * (leftIsFirst ? rights.dated + rights.undated : rights.dated),
      first: (lefts.firstUndated, leftIsFirst ? 0 : rights.firstDated))
    reasons.add(
      notStated(other, stage.output),
      rights.undated * (leftIsFirst ? lefts.dated : lefts.dated + lefts.undated),
      first: (leftIsFirst ? lefts.firstDated : 0, rights.firstUndated))
    if let row = counts.firstIndex(where: { $0 > 0 }),
      let straddles = straddling(test, stage.output)
    {
      reasons.add(
        straddles, Int(counts.reduce(0, +)),
        first: (row, Int(sides.left.firstUndecidedOverlap(row, with: sides.right) ?? 0)))
    }
    remarkUndecided(reasons)
  }
}

extension ResolvedAggregate {
  /// Whether the aggregate can be reckoned over overlapping rows without making pairs: a count of
  /// rows, or plain numbers of the right rows.
  fileprivate func isReduction(_ leftCount: Int) -> Bool {
    guard let argument else { return true }
    guard argument.side(leftCount) == .right, argument.type == .number, role == nil else {
      return false
    }
    switch word {
    case .count, .sum, .average, .min, .max: return true
    default: return false
    }
  }
}

/// Where the columns of an expression over joined rows come from.
private enum JoinedSide {
  case left
  case right
  /// Both, or none at all.
  case neither
}

extension Resolved {
  fileprivate func side(_ leftCount: Int) -> JoinedSide {
    var read: Set<Int> = []
    addColumns(to: &read)
    guard !read.isEmpty else { return .neither }
    if read.allSatisfy({ $0 < leftCount }) { return .left }
    return read.allSatisfy { $0 >= leftCount } ? .right : .neither
  }
}
