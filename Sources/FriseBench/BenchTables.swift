import FriseBase
import FriseModel

/// How much is generated.
struct BenchSize {
  var events = 1_000_000
  var units = 100_000
  var periods = 1000

  var rows: Range<UInt64> { 0..<UInt64(events) }
}

/// The generated rows as the tables of a data set, loaded as a file sorted by start would be.
struct BenchTables {
  let tables: [Table]

  init(_ size: BenchSize) throws(ForestCycle) {
    let units = try BenchTables.units(size)
    tables = [
      BenchTables.events(size, units), units, BenchTables.periods(size),
      BenchTables.asked(size, units),
    ]
  }

  /// A data set over the tables.
  /// - Parameter isFresh: True for copies without the indexes that earlier queries made.
  /// - Returns: The data set.
  func dataSet(isFresh: Bool) -> DataSet {
    var copies = FreshCopies()
    let given = isFresh ? tables.map { copies.copy($0) } : tables
    return DataSet(schemas: tables.map(\.schema)) { _, index in given[index] }
  }

  // MARK: Tables

  /// The events by first day, undated ones last.
  private static func events(_ size: BenchSize, _ units: Table) -> Table {
    let order = size.rows.map { (GeneratedEvent($0).firstDay ?? .max, $0) }.sorted { $0 < $1 }
    let events = order.map { GeneratedEvent($0.1) }
    var dates = DateColumnBuilder()
    var spans = DateColumnBuilder()
    for event in events {
      if let text = event.edtf { _ = dates.append(text.utf8.span) } else { dates.appendNone() }
      append(event.firstDay, event.lastDay, to: &spans)
    }
    return table(
      "events", "événements",
      [
        ("id", "id", .number, numbers(events.map { Int64($0.id) })),
        ("date", "date", .date, .date(dates.build())),
        ("start", "début", .date, days(events.map(\.firstDay))),
        ("end", "fin", .date, days(events.map(\.lastDay))),
        ("span", "étendue", .date, .date(spans.build())),
        ("title", "titre", .text, texts(events.map(\.title))),
        ("place", "lieu", .text, texts(events.map(\.place))),
        ("country", "pays", .text, texts(events.map(\.country))),
        ("people", "personnes", .number, numbers(events.map { $0.people.map { Int64($0) } })),
        ("topic", "sujet", .text, texts(events.map(\.topic))),
        (
          "unit", "unité", .link(units.schema.id),
          links(events.map { $0.unit(of: size.units) }, to: units)
        ),
      ], dateColumn: 1, mainLink: 10)
  }

  private static func units(_ size: BenchSize) throws(ForestCycle) -> Table {
    let units = GeneratedUnit.all(count: size.units)
    let ids = TextColumn(units.map { "\($0.id)" })
    let names = TextColumn(units.map(\.name))
    let parents = units.map { $0.parent.map { Int32($0) } ?? -1 }
    let id = TableID("units")
    let registry = Registry(
      table: id, ids: ids, englishNames: names, frenchNames: names,
      forest: try Forest.build(parents: parents))
    var table = table(
      "units", "unités",
      [
        ("id", "id", .text, .text(ids)),
        ("parent", "parent", .link(id), .link(LinkColumn(registry: registry, rows: parents))),
        ("name", "nom", .text, .text(names)),
        ("kind", "genre", .text, texts(units.map(\.kind))),
      ], mainLink: 1)
    table.schema.isStructure = true
    table.registry = registry
    return table
  }

  /// The name of the first unit three levels down, which holds a large subtree.
  static let largeUnit: String = {
    let units = GeneratedUnit.all(count: 1000)
    return units[GeneratedUnit.id(ofPlace: 43, count: 1000)].name
  }()

  /// A thousand units whose paths are asked for.
  private static func asked(_ size: BenchSize, _ units: Table) -> Table {
    table(
      "asked", "demandées",
      [
        (
          "unit", "unité", .link(units.schema.id),
          links((0..<1000).map { $0 * 97 % size.units }, to: units)
        )
      ], mainLink: 0)
  }

  private static func periods(_ size: BenchSize) -> Table {
    let periods = (0..<UInt64(size.periods)).map { GeneratedPeriod($0) }
    var dates = DateColumnBuilder()
    for period in periods { append(period.firstDay, period.lastDay, to: &dates) }
    return table(
      "periods", "périodes",
      [
        ("qid", "qid", .number, numbers(periods.indices.map { Int64($0) })),
        ("period", "période", .date, .date(dates.build())),
      ])
  }

  private static func table(
    _ english: String, _ french: String,
    _ columns: [(english: String, french: String, type: ValueType, column: Column)],
    dateColumn: Int? = nil, mainLink: Int? = nil
  ) -> Table {
    let schema = TableSchema(
      id: TableID(english), name: Localized(en: english, fr: french),
      columns: columns.map {
        ColumnSchema(
          name: Localized(en: $0.english, fr: $0.french), type: $0.type, traits: .main)
      }, dateColumn: dateColumn, mainLink: mainLink)
    return Table(
      schema: schema, columns: columns.map(\.column), rowCount: columns[0].column.count)
  }

  // MARK: Columns

  private static func numbers(_ numbers: [Int64?]) -> Column {
    .number(NumberColumn(values: numbers.map { $0 ?? NumberColumn.none }))
  }

  private static func texts(_ texts: [String?]) -> Column {
    var builder = StringPoolBuilder()
    let codes = texts.map { text in text.map { builder.add($0.utf8.span) } ?? -1 }
    return .text(TextColumn(codes: codes, pool: builder.build()))
  }

  private static func days(_ days: [Int64?]) -> Column {
    var builder = DateColumnBuilder()
    for day in days {
      if let day { builder.append(day: day) } else { builder.appendNone() }
    }
    return .date(builder.build())
  }

  /// Units stand in the order of their ids.
  private static func links(_ ids: [Int?], to units: Table) -> Column {
    guard let registry = units.registry else { return .none(count: ids.count) }
    return .link(LinkColumn(registry: registry, rows: ids.map { $0.map { Int32($0) } ?? -1 }))
  }

  /// Appends the interval of two plain days as it would be written.
  private static func append(
    _ first: Int64?, _ last: Int64?, to dates: inout DateColumnBuilder
  ) {
    guard let first, let last else { return dates.appendNone() }
    let text = CalendarDay(number: first).text + "/" + CalendarDay(number: last).text
    _ = dates.append(text.utf8.span)
  }
}
