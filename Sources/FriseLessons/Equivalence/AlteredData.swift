import FriseBase
package import FriseModel
import Synchronization

/// Data like the true data, but with rows removed, rows repeated under new ids, and figures
/// changed, by a fixed seed: a query that answers a question answers it there too, a typed constant
/// or a lucky filter does not (lessons, section 2).
///
/// Tables that merely name things others link to (regions, topics…) are altered only where that
/// is asked, since a query that names what was removed says nothing there. The order of rows stays,
/// a repeated row follows its original, and dates stay: what follows from them still does.
package enum AlteredData {
  /// In as many data sets, those numbered first, every row is removed once and repeated once: an
  /// answer that is typed, or that lists ids, fails in one of them. Later ones are drawn at random.
  package static let cycle = 3

  /// Other data of the same schemas; a table is altered when it is first asked for, those that
  /// merely name things with `altersNames` alone.
  package static func alter(
    _ data: DataSet, seed: String, number: Int, altersNames: Bool = false
  ) -> DataSet {
    let alteration = Alteration(
      data: data, seed: "\(seed)/\(number)", number: number, altersNames: altersNames)
    return DataSet(schemas: data.schemas) { (_, index) throws(DataFailure) in
      try alteration.table(data.schemas[index].id)
    }
  }
}

/// One way of altering a data set.
private final class Alteration: Sendable {
  let data: DataSet
  let seed: String
  let number: Int
  private let altered: Set<TableID>
  private let plans = Mutex<[TableID: RowPlan]>([:])

  init(data: DataSet, seed: String, number: Int, altersNames: Bool) {
    self.data = data
    self.seed = seed
    self.number = number
    let linked = Set(
      data.schemas.flatMap { schema in
        schema.columns.compactMap { $0.type.linkedTable }.filter { $0 != schema.id }
      })
    altered = Set(
      data.schemas.filter { schema in
        altersNames || !linked.contains(schema.id) || schema.columns.contains { $0.type == .figure }
      }.map(\.id))
  }

  func table(_ id: TableID) throws(DataFailure) -> Table {
    guard var table = try data.table(id) else {
      throw DataFailure(code: "E401", file: id.name, message: Localized(same: id.name))
    }
    let plan = altered.contains(id) ? try self.plan(id) : nil
    if let plan {
      table.columns = table.columns.map { $0.gather(plan.rows) }
      table.rowCount = plan.rows.count
      table.registry = plan.registry
    }
    var generator = SeededGenerator("\(seed)/\(id.name)/figures")
    for (index, schema) in table.schema.columns.enumerated() {
      let column = table.columns[index]
      if let plan, let registry = plan.registry, plan.isIDColumn(column) {
        table.columns[index] = .text(registry.ids)
      } else if let target = schema.type.linkedTable, altered.contains(target) {
        table.columns[index] = column.relinked(try self.plan(target))
      } else if plan != nil {
        let isHidden = schema.traits.contains(.hidden)
        table.columns[index] = isHidden ? column : column.withOtherFigures(&generator)
      }
    }
    return table
  }

  private func plan(_ id: TableID) throws(DataFailure) -> RowPlan {
    if let known = plans.withLock({ $0[id] }) { return known }
    let table = try data.table(id)
    let made = RowPlan(
      table: id, rowCount: table?.rowCount ?? 0, registry: table?.registry,
      number: number, SeededGenerator("\(seed)/\(id.name)/rows"))
    return plans.withLock { plans in
      let plan = plans[id] ?? made
      plans[id] = plan
      return plan
    }
  }
}

/// Which rows an altered table has, and what they are called.
private struct RowPlan: Sendable {
  /// The original row of each row.
  let rows: [Int32]
  /// The row that each original row has become, -1 where it was removed.
  let places: [Int32]
  private let original: Registry?
  let registry: Registry?

  init(
    table: TableID, rowCount: Int, registry: Registry?, number: Int, _ seeded: SeededGenerator
  ) {
    var generator = seeded
    let childCounts = registry?.forest?.childCounts
    // A unit with others below it stays: the rest of the tree hangs on it.
    let movable = (0..<rowCount).filter { childCounts?[$0] ?? 0 == 0 }
    let cycle = AlteredData.cycle
    let repeated = Set(movable.filter { $0 % cycle == number % cycle })
    let others = movable.filter { !repeated.contains($0) }
    let removed = Set(
      others.filter { row in
        number < cycle ? row % cycle == (number + 1) % cycle : generator.next() % 3 == 0
      })
    var rows: [Int32] = []
    var places = [Int32](repeating: -1, count: rowCount)
    var copies: [Bool] = []
    for row in 0..<rowCount where !removed.contains(row) {
      places[row] = Int32(rows.count)
      rows.append(Int32(row))
      copies.append(false)
      if repeated.contains(row) {
        rows.append(Int32(row))
        copies.append(true)
      }
    }
    self.rows = rows
    self.places = places
    self.original = registry
    self.registry = registry.map { Self.registry($0, table, rows, places, copies) }
  }

  private static func registry(
    _ original: Registry, _ table: TableID, _ rows: [Int32], _ places: [Int32], _ copies: [Bool]
  ) -> Registry {
    let ids = zip(rows, copies).map { row, isCopy in original.id(row) + (isCopy ? "-bis" : "") }
    let parents = original.forest.map { forest in
      rows.map { row in
        let parent = forest.parents[Int(row)]
        return parent < 0 ? -1 : places[Int(parent)]
      }
    }
    return Registry(
      table: table, ids: TextColumn(ids), englishNames: original.englishNames.gather(rows),
      frenchNames: original.frenchNames.gather(rows),
      aliases: original.aliases.compactMap { alias in
        let place = places[Int(alias.row)]
        return place < 0 ? nil : (place, alias.name)
      },
      forest: parents.flatMap { try? Forest.build(parents: $0) })
  }

  /// True for the column, already gathered, that holds the ids of the rows.
  func isIDColumn(_ column: Column) -> Bool {
    guard case .text(let texts) = column, let original else { return false }
    return rows.indices.allSatisfy { texts.text(at: $0) == original.id(rows[$0]) }
  }
}

extension Column {
  /// The same links into the altered table; those of removed rows are none.
  fileprivate func relinked(_ plan: RowPlan) -> Column {
    switch self {
    case .link(let column):
      guard let registry = plan.registry else { return self }
      return .link(
        LinkColumn(
          registry: registry, rows: column.rows.map { $0 < 0 ? -1 : plan.places[Int($0)] }))
    case .list(let column):
      return .list(ListColumn(offsets: column.offsets, items: column.items.relinked(plan)))
    default: return self
    }
  }

  /// Figures made other, some stated that were not and the other way round; plain numbers all moved
  /// alike, so that what grew still grows.
  fileprivate func withOtherFigures(_ generator: inout SeededGenerator) -> Column {
    switch self {
    case .figure(let column):
      let figures = column.words.indices.map { row in
        column.figure(at: row).flatMap { other($0, &generator) }
          ?? (generator.next() % 8 == 0
            ? Figure(number: ExactNumber(Int(generator.next() % 900) + 100), word: .exact) : nil)
      }
      return .figure(FigureColumn(figures))
    case .number(let column):
      let factor = ExactNumber(Int(generator.next() % 3) + 2)
      let numbers = column.values.indices.map { row in
        column.number(at: row).flatMap { $0.multiplied(by: factor) ?? $0 }
      }
      return .number(NumberColumn(numbers))
    default: return self
    }
  }

  /// A figure with the same word and another number, small or large; or none.
  private func other(_ figure: Figure, _ generator: inout SeededGenerator) -> Figure? {
    switch generator.next() % 8 {
    case 0: return nil
    case 1, 2: return figure
    case let draw:
      let number =
        draw < 5
        ? ExactNumber(Int(generator.next() % 90) + 10)
        : figure.number.multiplied(by: ExactNumber(Int(generator.next() % 7) + 2))
      guard let number, figure.word != .between else { return figure }
      return Figure(number: number, word: figure.word)
    }
  }
}

extension ValueType {
  /// The table that a link, or a list of links, leads to.
  fileprivate var linkedTable: TableID? {
    switch self {
    case .link(let table), .list(.link(let table)): table
    default: nil
    }
  }
}
