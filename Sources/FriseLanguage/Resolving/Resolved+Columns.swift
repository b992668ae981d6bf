import FriseModel

/// Which columns of a table a pipeline reads, so that no other need be read from its file.
extension ResolvedPipeline {
  /// The columns of the source's rows that the stages look at before others take their place; nil
  /// when all may be asked for.
  var columnsRead: Set<Int>? {
    var read: Set<Int> = []
    for stage in stages {
      switch stage.kind {
      case .filter(let test):
        test.addColumns(to: &read)
        // Remarks name rows by what they are.
        if let link = stage.input.rowLink { read.insert(link) }
      case .sort(let keys):
        for key in keys { key.key.addColumns(to: &read) }
      case .slice(_, _, let groups): groups.addColumns(to: &read)
      case .summarise(_, let aggregates, let groups):
        groups.addColumns(to: &read)
        for aggregate in aggregates {
          aggregate.argument?.addColumns(to: &read)
          if let role = aggregate.role { read.insert(role) }
        }
        return read
      default: return nil
      }
    }
    return nil
  }
}

extension ResolvedStage.Grouping {
  fileprivate func addColumns(to read: inout Set<Int>) {
    for key in keys { key.addColumns(to: &read) }
    bucket?.date.addColumns(to: &read)
  }
}

extension Resolved {
  /// Adds the columns of the rows at hand that the expression reads.
  func addColumns(to read: inout Set<Int>) {
    switch node {
    case .constant, .numberRange, .parameter, .cell, .set, .result, .invalid: break
    case .column(let index): read.insert(index)
    case .field(let base, _, _), .relatives(_, let base), .backLinks(let base, _, _),
      .named(let base, _), .side(_, let base), .listAggregate(_, let base), .negated(let base):
      base.addColumns(to: &read)
    case .call(_, let parts), .list(let parts):
      for part in parts { part.addColumns(to: &read) }
    case .arithmetic(_, let left, let right), .otherwise(let left, let right):
      left.addColumns(to: &read)
      right.addColumns(to: &read)
    case .conditional(let test, let then, let otherwise):
      for part in [test, then, otherwise] { part.addColumns(to: &read) }
    case .test(let test):
      for part in test.parts { part.addColumns(to: &read) }
    }
  }
}

extension Resolved.Test {
  /// The expressions a test is made of.
  fileprivate var parts: [Resolved] {
    switch self {
    case .and(let left, let right), .or(let left, let right), .compare(_, let left, let right),
      .date(_, let left, let right), .within(let left, _, let right),
      .tree(_, let left, let right), .contains(let left, let right):
      [left, right]
    case .not(let operand), .certainly(let operand), .possibly(let operand),
      .isNone(let operand), .inRange(let operand, _, _), .matches(let operand, _):
      [operand]
    case .about(let columns, let words): columns + [words]
    }
  }
}
