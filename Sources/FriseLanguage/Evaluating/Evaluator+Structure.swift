import FriseBase
import FriseModel
import FriseSyntax

/// Structures through time, and units named by texts.
extension Evaluator {
  /// The units valid at a time. Those left without their parent hang on the nearest ancestor that
  /// is valid then, be it among the rows or not. An empty start or end of a validity is open.
  mutating func at(
    _ frame: inout Frame, _ point: Resolved, _ stage: ResolvedStage
  ) throws(RunFailure) -> Frame {
    guard let link = stage.input.rowLink, case .link(let links) = frame.column(link),
      let forest = links.registry.forest
    else { return frame }
    let table = try table(links.registry.table, stage.span)
    let (validity, time) = validity(of: table, at: try value(of: point))
    let bytes = validity.bytes
    let living = bytes.indices.map { bytes[$0] == Truth.yes.rawValue }
    let registry = links.registry.replanted(forest.keeping(living))
    let answers = links.answers(of: validity)
    remarkValidity(answers, time, table.schema)
    frame.select(answers.selected())
    guard case .link(let kept) = frame.column(link) else { return frame }
    remarkMoved(kept.rows, from: forest, to: registry.forest ?? forest)
    return replanted(&frame, links.registry, registry, kept.rows)
  }

  /// Whether each unit of a table is valid at a time, and how that time is called.
  private func validity(of table: Table, at time: Value) -> (answers: Answers, time: Localized) {
    guard case .date(let date) = time else {
      return (.constant(.undecided, count: table.rowCount), Localized(same: ValueText.none))
    }
    let name = Localized(en: date.humanText(.english), fr: date.humanText(.french))
    guard let index = table.schema.dateColumn, case .date(let dates) = table.columns[index] else {
      return (.constant(.yes, count: table.rowCount), name)
    }
    let period = Period(date).bounds
    let answers = (0..<table.rowCount).map { row in
      guard let bounds = dates.bounds(at: row) else { return Truth.yes.rawValue }
      return DateRelation.overlaps.answer(bounds.openedWhereUnknown, period).rawValue
    }
    return (.dense(answers), name)
  }

  private mutating func remarkValidity(
    _ answers: Answers, _ time: Localized, _ schema: TableSchema
  ) {
    if schema.dateColumn == nil {
      remarks.add(
        en: "the units of \(schema.name.english) bear no dates: all are kept",
        fr: "les unités de \(schema.name.french) ne portent pas de dates\u{202F}: "
          + "toutes sont gardées")
    }
    let undecided = answers.tally.undecided
    guard undecided > 0 else { return }
    remarks.add(
      en: "\(undecided) undecided: the dates do not say whether valid at \(time.english)",
      fr: "\(undecided) indécise\(undecided == 1 ? "" : "s")\u{202F}: "
        + "les dates ne disent pas si elle\(undecided == 1 ? " vaut" : "s valent") "
        + "en \(time.french)")
  }

  /// How many of the rows have lost the parent they had.
  private mutating func remarkMoved(_ rows: [Int32], from old: Forest, to new: Forest) {
    let moved = rows.count { row in
      row >= 0 && old.parents[Int(row)] != new.parents[Int(row)]
    }
    guard moved > 0 else { return }
    remarks.add(
      en: moved == 1
        ? "1 unit hangs on the nearest ancestor valid then"
        : "\(moved) units hang on the nearest ancestor valid then",
      fr: moved == 1
        ? "1 unité rattachée au plus proche ancêtre valable alors"
        : "\(moved) unités rattachées au plus proche ancêtre valable alors")
  }

  /// Links into a structure become links into the same rows over another tree; a column that holds
  /// the parents of `units` in the old tree holds those of the new one.
  /// `units`: The unit of each row of the frame.
  func replanted(
    _ frame: inout Frame, _ old: Registry, _ new: Registry, _ units: [Int32]
  ) -> Frame {
    let chosen = (0..<frame.columnCount).map { index in
      replanted(frame.column(index), old, new, units).map { Frame.Chosen.new($0) } ?? .keep(index)
    }
    return frame.projected(chosen)
  }

  /// One column of links into a structure over another tree; nil for other columns.
  func replanted(_ column: Column, _ old: Registry, _ new: Registry, _ units: [Int32]) -> Column? {
    guard let before = old.forest, let after = new.forest else { return nil }
    switch column {
    case .link(let links) where links.registry.table == new.table:
      let areParents = zip(units, links.rows).allSatisfy { unit, parent in
        unit < 0 || before.parents[Int(unit)] == parent
      }
      let rows = areParents ? units.map { $0 < 0 ? -1 : after.parents[Int($0)] } : links.rows
      return .link(LinkColumn(registry: new, rows: rows))
    case .list(let list):
      guard case .link(let links) = list.items, links.registry.table == new.table else {
        return nil
      }
      let items = Column.link(LinkColumn(registry: new, rows: links.rows))
      return .list(ListColumn(offsets: list.offsets, items: items))
    default: return nil
    }
  }

  // MARK: Units by name

  /// The units of a table that texts name; what is no unit's name or several units' is a failure.
  mutating func named(
    _ texts: Vector, _ table: TableID, _ whole: Resolved
  ) throws(RunFailure) -> Vector {
    guard let registry = try self.table(table, whole.span).registry else {
      return .constant(.none)
    }
    switch texts {
    case .constant(let value): return .constant(try unit(value, registry, whole))
    case .column(let column):
      var known: [String: Value] = [:]
      var units: [Value] = []
      for row in 0..<column.count {
        let value = column.value(at: row)
        let key = ValueText.human(value, tongue)
        if known[key] == nil { known[key] = try unit(value, registry, whole) }
        units.append(known[key] ?? .none)
      }
      return .column(Column(units, type: whole.type))
    }
  }

  /// The unit a text names, or the units that a list of texts names.
  private func unit(
    _ value: Value, _ registry: Registry, _ whole: Resolved
  ) throws(RunFailure) -> Value {
    switch value {
    case .text(let text): return try unit(text, registry, whole)
    case .bilingual(let text): return try unit(text[tongue], registry, whole)
    case .link: return value
    case .list(let items):
      var units: [Value] = []
      for item in items { units.append(try unit(item, registry, whole)) }
      return .list(units)
    default: return .none
    }
  }

  private func unit(
    _ text: String, _ registry: Registry, _ whole: Resolved
  ) throws(RunFailure) -> Value {
    let rows = registry.rows(named: text)
    guard let row = rows.first, rows.count == 1 else {
      throw failure(.unit(text, found: rows, registry, tongue, at: whole.span))
    }
    return .link(registry, row: row)
  }
}

extension DateBounds {
  /// The same with unknown ends open: valid as far as known.
  fileprivate var openedWhereUnknown: DateBounds {
    var bounds = self
    if latestEnd == DateBounds.future { bounds.earliestEnd = DateBounds.future }
    if earliestStart == DateBounds.past { bounds.latestStart = DateBounds.past }
    return bounds
  }
}
