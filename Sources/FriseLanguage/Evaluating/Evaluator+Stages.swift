import FriseBase
import FriseModel
import FriseSyntax

/// What each stage does to the rows.
extension Evaluator {
  mutating func apply(_ stage: ResolvedStage, _ given: Frame) throws(RunFailure) -> Frame {
    var frame = given
    switch stage.kind {
    case .filter(let test): try filter(&frame, by: test, stage)
    case .project(let projections): frame = try project(&frame, projections)
    case .sort(let keys): try sort(&frame, keys, limit: nil)
    case .slice(let word, let count, let groups): try slice(&frame, word, count, groups, stage)
    case .summarise(let values, let aggregates, let groups):
      frame = try summarise(&frame, values, aggregates, groups, stage)
    case .distinct(let keys): try distinct(&frame, keys)
    case .combine(let word, let right, let pairing):
      frame = try combine(&frame, word, right, pairing, stage)
    case .join(let join): frame = try self.join(&frame, join, stage)
    case .view(let view): self.view = view
    case .describe: frame = describe(&frame, stage)
    case .save(let request):
      saves.append(Saving(request: request, result: result(&frame, stage.output)))
    case .walk(let word, let link): try walk(&frame, word, link, stage)
    case .follow(let link, let table):
      frame = try targets(of: try evaluate(link, &frame), table, frame.count, stage.span)
    case .at(let point): frame = try at(&frame, point, stage)
    case .rollup(let values, let aggregates):
      frame = try rollup(&frame, values, aggregates, stage)
    case .nearest(let count, let point): frame = try nearest(&frame, count, point, stage)
    case .gaps(let groups): frame = try gaps(&frame, groups, stage)
    case .concurrent: frame = try concurrent(&frame, stage)
    case .spread(let unit): frame = try spread(&frame, unit, stage)
    }
    return frame
  }

  // MARK: Filters

  private mutating func filter(
    _ frame: inout Frame, by condition: Resolved, _ stage: ResolvedStage
  ) throws(RunFailure) {
    let judged = try judge(condition, &frame)
    let answers = judged.answers
    let tally = answers.tally
    if tally.undecided > 0 {
      try remarkUndecided(judged, tally.undecided, frame, stage.input)
    }
    if tally.no > 0 { try remarkPartial(condition, frame, stage.input) }
    if tally.yes == 0, frame.count > 0 {
      try remarkEmptied(condition, frame, stage)
    }
    frame.select(answers.selected(tally))
  }

  private mutating func project(
    _ frame: inout Frame, _ projections: [ResolvedStage.Projection]
  ) throws(RunFailure) -> Frame {
    var chosen: [Frame.Chosen] = []
    for projection in projections {
      switch projection {
      case .keep(let index): chosen.append(.keep(index))
      case .compute(let value):
        let vector = try evaluate(value, &frame)
        chosen.append(.new(vector.column(type: value.type, count: frame.count)))
      }
    }
    return frame.projected(chosen)
  }

  // MARK: Order and number

  mutating func sort(
    _ frame: inout Frame, _ keys: [ResolvedSortKey], limit: Int?
  ) throws(RunFailure) {
    if let limit { keepContenders(&frame, keys, limit) }
    var sortKeys: [FriseModel.SortKey] = []
    for key in keys {
      let vector = try evaluate(key.key, &frame)
      guard case .column(let column) = vector else { continue }
      try prepare(vector, .order, key.key.span)
      sortKeys.append(
        FriseModel.SortKey(
          ranks: column.sortRanks(in: tongue), isDescending: key.isDescending))
    }
    let order = SortOrder(sortKeys, rowCount: frame.count)
    frame.gather(limit.map { order.first($0) } ?? order.sorted())
  }

  /// Drops rows that the first key alone puts behind the first `limit`, so that other keys are
  /// looked at for few rows.
  private func keepContenders(
    _ frame: inout Frame, _ keys: [ResolvedSortKey], _ limit: Int
  ) {
    guard limit < frame.count / 8, let key = keys.first, case .column(let index) = key.key.node,
      let ranks = frame.column(index).sortRanks(in: tongue).first,
      let rows = SortKey(ranks: [ranks], isDescending: key.isDescending).contenders(limit)
    else { return }
    frame.select(.indices(rows))
  }

  mutating func sliceCount(_ count: Resolved) throws(RunFailure) -> Int {
    guard let number = try value(of: count).exactNumber?.wholeValue, number >= 0 else {
      throw failure(.badCount(at: count.span))
    }
    return Int(clamping: number)
  }

  /// `take`, `skip`, and `last` alone; with groups, in each group.
  private mutating func slice(
    _ frame: inout Frame, _ word: Word, _ count: Resolved, _ groups: ResolvedStage.Grouping,
    _ stage: ResolvedStage
  ) throws(RunFailure) {
    let limit = try sliceCount(count)
    guard !groups.isEmpty else {
      let cut = min(limit, frame.count)
      switch word {
      case .take: frame.select(.range(0..<cut))
      case .skip: frame.select(.range(cut..<frame.count))
      default: frame.select(.range(frame.count - cut..<frame.count))
      }
      return
    }
    let made = try makeGroups(&frame, groups, stage)
    if let rows = made.rows { frame.gather(rows) }
    let sizes = made.grouping.sizes
    var seen = [Int64](repeating: 0, count: sizes.count)
    var kept: [Int32] = []
    for (row, code) in made.grouping.dense.enumerated() where code >= 0 {
      let group = Int(code)
      let position = seen[group]
      seen[group] += 1
      let isKept =
        switch word {
        case .take: position < limit
        case .skip: position >= limit
        default: position >= sizes[group] - Int64(clamping: limit)
        }
      if isKept { kept.append(Int32(clamping: row)) }
    }
    frame.gather(kept)
  }

  private mutating func distinct(
    _ frame: inout Frame, _ keys: [Resolved]
  ) throws(RunFailure) {
    var columns: [Column] = []
    for key in keys {
      let vector = try evaluate(key, &frame)
      guard case .column(let column) = vector else { continue }
      try prepare(vector, .likeness, key.span)
      columns.append(column)
    }
    if columns.count == 1 {
      let (rows, merged) = columns[0].firstRowOfEachValue()
      remarkMerged(merged)
      return frame.gather(rows)
    }
    let codes = columns.map { $0.keyCodes() }
    guard let combined = KeyCodes.combined(codes) else { return }
    remarkMerged(codes.reduce(0) { $0 + $1.mergedSpellings })
    frame.gather(combined.firstRows)
  }

  mutating func remarkMerged(_ count: Int) {
    guard count > 0 else { return }
    remarks.add(
      en: "\(count) spelt in several ways: the first spelling is shown",
      fr: count == 1
        ? "1 écrit de plusieurs façons : la première est affichée"
        : "\(count) écrits de plusieurs façons : la première est affichée")
  }

  // MARK: Description

  /// A line for each visible column: its type, how many rows state it, its range.
  private func describe(_ frame: inout Frame, _ stage: ResolvedStage) -> Frame {
    var lines: [[Value]] = []
    for index in stage.input.visibleColumns {
      let schema = stage.input.columns[index]
      let column = frame.column(index)
      let all = Grouping(allOf: frame.count)
      let stated = all.statedCounts(column)[0]
      let keys = column.keyCodes()
      let isOrdered = !schema.type.isList
      func extreme(_ greatest: Bool) -> Value {
        guard isOrdered, frame.count > 0 else { return .none }
        let row = column.extremeRows(all, greatest: greatest, in: tongue)[0]
        return row < 0 ? .none : described(column.value(at: Int(row)))
      }
      let first = frame.count == 0 ? -1 : column.firstRows(all)[0]
      lines.append([
        .bilingual(schema.name), .bilingual(schema.type.noun),
        .number(ExactNumber(stated)),
        .number(ExactNumber(keys.count - (stated < Int64(frame.count) ? 1 : 0))),
        extreme(false), extreme(true),
        first < 0 ? .none : described(column.value(at: Int(first))),
      ])
    }
    let columns = stage.output.columns.indices.map { index in
      Column(lines.map { $0[index] }, type: stage.output.columns[index].type)
    }
    return Frame(columns: columns, count: lines.count)
  }

  private func described(_ value: Value) -> Value {
    .bilingual(
      Localized(
        en: ValueText.human(value, .english), fr: ValueText.human(value, .french)))
  }
}
