import FriseBase
import FriseModel
import FriseSyntax

/// Stages that bring in a second table.
extension Resolver {
  /// The table after `union`, `except`, `intersect`, `join`.
  private mutating func table(_ operand: TableOperand, _ span: ByteSpan) -> ResolvedPipeline {
    let pipeline: Pipeline =
      switch operand {
      case .pipeline(let pipeline): pipeline
      case .name(let name):
        Pipeline(
          source: Expression(.name(name), span: name.span), stages: [], span: name.span)
      }
    if case .name(let name) = operand {
      let saved = rows
      rows = nil
      defer { rows = saved }
      guard namesTable(name) else {
        report(.unknownTable(name, near: nearestTables(name.text)))
        return invalidPipeline(name.span)
      }
    }
    let resolved = nested(pipeline)
    if case .value(let type) = resolved.output, case .value = resolved.source {
      report(.tableExpected(type, at: pipeline.span))
    }
    return resolved
  }

  /// `union except intersect`: columns are matched by name.
  mutating func combine(
    _ word: Word, _ operand: TableOperand, _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    let right = table(operand, stage.span)
    guard let input = pipeline.output.shape, let other = right.output.shape else { return pipeline }
    var left: [Int] = []
    var rights: [Int] = []
    var output = input
    for index in input.visibleColumns {
      let match = other.column(named: input.columns[index].name.english)
      if let match {
        let type = input.columns[index].type.unified(with: other.columns[match].type)
        guard let type else {
          report(
            .notComparable(
              input.columns[index].type, other.columns[match].type, at: stage.span,
              notes: [
                Localized(
                  en: "both tables have a column \(input.columns[index].name.english)",
                  fr: "les deux tables ont une colonne \(input.columns[index].name.french)")
              ]))
          return nil
        }
        let old = output.columns[index]
        output.columns[index] = ColumnSchema(name: old.name, type: type, traits: old.traits)
      } else if word != .union {
        continue
      }
      left.append(index)
      rights.append(match ?? -1)
    }
    if word == .union {
      for index in other.visibleColumns where !rights.contains(index) {
        left.append(-1)
        rights.append(index)
      }
    }
    guard !left.isEmpty else {
      report(
        .wordMisplaced(
          Catalogue.form(word, tongue),
          Localized(
            en: "the two tables share no column", fr: "les deux tables n’ont aucune colonne commune"
          ), at: stage.span))
      return nil
    }
    if word == .union { output = unionShape(input, other, output, left, rights) }
    return pipeline.appending(
      ResolvedStage(
        kind: .combine(
          word, right, columns: ResolvedStage.ColumnPairing(left: left, right: rights)),
        span: stage.span, text: text, input: input, output: output))
  }

  /// The columns of both; rows of one table keep their identity.
  private func unionShape(
    _ input: Shape, _ other: Shape, _ typed: Shape, _ left: [Int], _ right: [Int]
  ) -> Shape {
    var output = Shape(name: input.name, columns: [])
    for (first, second) in zip(left, right) {
      output.columns.append(first >= 0 ? typed.columns[first] : other.columns[second])
    }
    output.dateColumn = input.dateColumn.flatMap { left.firstIndex(of: $0) }
    output.mainLink = input.mainLink.flatMap { left.firstIndex(of: $0) }
    output.roleColumn = input.roleColumn.flatMap { left.firstIndex(of: $0) }
    output.columnsWereChosen = input.columnsWereChosen
    return output
  }

  // MARK: Join

  /// `join [all] table [as name] on …`: names of the left rows come first, `name.column` tells the
  /// right ones; a bare name on both sides means that they are equal.
  mutating func join(
    _ keepsAll: Bool, _ operand: TableOperand, _ alias: Name?, _ condition: Expression,
    _ pipeline: ResolvedPipeline, _ stage: Stage
  ) -> ResolvedPipeline? {
    let right = table(operand, stage.span)
    guard let input = pipeline.output.shape, let other = right.output.shape else { return pipeline }
    let rightName = alias.map { Localized(same: $0.text) } ?? other.name
    let output = joinShape(input, other, rightName)
    rows = output
    let saved = joinSides
    joinSides = [
      JoinSide(name: input.name, shape: input, offset: 0),
      JoinSide(name: rightName, shape: other, offset: input.columns.count),
    ]
    defer { joinSides = saved }
    let test = joinTest(condition, input, other)
    var leftKeys: [Resolved] = []
    var rightKeys: [Resolved] = []
    var rest: Resolved?
    for part in test.conjuncts {
      if let (first, second) = part.equalKeys(leftCount: input.columns.count) {
        leftKeys.append(first)
        rightKeys.append(second)
      } else {
        rest = rest.map { Resolved(.test(.and($0, part)), .truth, part.span) } ?? part
      }
    }
    return pipeline.appending(
      ResolvedStage(
        kind: .join(
          ResolvedJoin(
            keepsAll: keepsAll, right: right, leftKeys: leftKeys, rightKeys: rightKeys,
            rest: rest)),
        span: stage.span, text: text, input: input, output: output))
  }

  private mutating func joinTest(
    _ condition: Expression, _ input: Shape, _ other: Shape
  ) -> Resolved {
    guard case .name(let name) = condition.kind, let left = input.column(named: name.text),
      let right = other.column(named: name.text)
    else { return truth(condition) }
    note(name, input.columns[left].name)
    let first = Resolved(.column(left), input.columns[left].type, name.span)
    let second = Resolved(
      .column(right + input.columns.count), other.columns[right].type, name.span)
    return Resolved(.test(.compare(.equal, first, second)), .truth, name.span)
  }

  /// Left columns, then right ones; a right name that is taken becomes `table.name`.
  private func joinShape(_ input: Shape, _ other: Shape, _ rightName: Localized?) -> Shape {
    var output = input
    for column in other.columns {
      var name = column.name
      let isTaken = output.column(named: name.english) != nil
      if isTaken || column.traits.contains(.hidden), let rightName, name != Shape.rowLinkName {
        name = Localized(
          en: "\(rightName.english).\(name.english)", fr: "\(rightName.french).\(name.french)")
      }
      output.columns.append(ColumnSchema(name: name, type: column.type, traits: column.traits))
    }
    if output.dateColumn == nil, let date = other.dateColumn {
      output.dateColumn = date + input.columns.count
    }
    return output
  }

  /// `name.column` of one side of a join.
  mutating func joinColumn(_ base: Expression, _ name: Name, at span: ByteSpan) -> Resolved? {
    guard case .name(let side) = base.kind, rows?.column(named: side.text) == nil else {
      return nil
    }
    for candidate in joinSides(named: side) {
      probe?.note(ownerRows: candidate.shape, of: name.span)
      guard let index = candidate.shape.column(named: name.text) else { continue }
      if let forms = candidate.name { note(side, forms) }
      note(name, candidate.shape.columns[index].name)
      return Resolved(
        .column(index + candidate.offset), candidate.shape.columns[index].type, span)
    }
    return nil
  }

  /// The row itself of a side of a join, by the name of the side: `on event = e`.
  mutating func joinRow(_ name: Name) -> Resolved? {
    guard let side = joinSides(named: name).first(where: { $0.shape.rowLink != nil }),
      let link = side.shape.rowLink
    else { return nil }
    if let forms = side.name { note(name, forms) }
    return Resolved(.column(link + side.offset), side.shape.columns[link].type, name.span)
  }

  /// The sides of the join being read that bear a name, the right one first.
  private func joinSides(named name: Name) -> [JoinSide] {
    let key = TextFold.fold(name.text)
    return joinSides.reversed().filter { side in
      side.name.map { forms in
        TextFold.fold(forms.english) == key || TextFold.fold(forms.french) == key
      } ?? false
    }
  }
}

/// One side of the join whose condition is being read.
struct JoinSide: Sendable {
  let name: Localized?
  let shape: Shape
  /// Where its columns begin among those of both.
  let offset: Int
}

extension Resolved {
  /// Both sides of an equality of one left and one right column (links and texts included), else
  /// nil.
  fileprivate func equalKeys(leftCount: Int) -> (Resolved, Resolved)? {
    guard case .test(let test) = node else { return nil }
    let sides: (Resolved, Resolved)
    switch test {
    case .compare(.equal, let first, let second): sides = (first, second)
    case .date(.equals, let first, let second): sides = (first, second)
    default: return nil
    }
    guard let left = sides.0.column, let right = sides.1.column,
      sides.0.type.isKey, sides.1.type.isKey, sides.0.type.isAlike(sides.1.type)
    else { return nil }
    if left < leftCount, right >= leftCount { return (sides.0, sides.1.shifted(by: leftCount)) }
    if right < leftCount, left >= leftCount { return (sides.1, sides.0.shifted(by: leftCount)) }
    return nil
  }

  private var column: Int? {
    if case .column(let index) = node { index } else { nil }
  }

  private func shifted(by offset: Int) -> Resolved {
    guard let column else { return self }
    return Resolved(.column(column - offset), type, span)
  }
}

extension ValueType {
  /// True when one value serves as the key of a hash join.
  fileprivate var isKey: Bool {
    switch self {
    case .number, .text, .bilingual, .date, .link, .truth: true
    default: false
    }
  }

  fileprivate func isAlike(_ other: ValueType) -> Bool {
    self == other || (isText && other.isText)
  }
}
