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
}
