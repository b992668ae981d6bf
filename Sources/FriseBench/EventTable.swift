import FriseBase
import FriseModel

/// The generated events as a data set of one table, sorted by start, as an expert would load them.
enum EventTable {
  static let schema = TableSchema(
    id: TableID("events"), name: Localized(en: "events", fr: "événements"),
    columns: [
      column("id", "id", .number), column("date", "date", .date), column("start", "début", .date),
      column("end", "fin", .date), column("title", "titre", .text),
      column("place", "lieu", .text), column("country", "pays", .text),
      column("people", "personnes", .number), column("topic", "sujet", .text),
      column("unit", "unité", .number),
    ], dateColumn: 1)

  /// The data set of the first `count` events.
  static func dataSet(count: Int) -> DataSet {
    let table = make(rows: order(count: count))
    return DataSet(schemas: [schema]) { _, _ in table }
  }

  /// The rows by first day, undated ones last.
  private static func order(count: Int) -> [UInt64] {
    let days = (0..<UInt64(count)).map { (GeneratedEvent($0).firstDay ?? .max, $0) }
    return days.sorted { $0 < $1 }.map(\.1)
  }

  private static func make(rows: [UInt64]) -> Table {
    let events = rows.map { GeneratedEvent($0) }
    var dates = DateColumnBuilder()
    var starts = DateColumnBuilder()
    var ends = DateColumnBuilder()
    for event in events {
      append(event.edtf, to: &dates)
      append(event.firstDay, to: &starts)
      append(event.lastDay, to: &ends)
    }
    func texts(_ text: (GeneratedEvent) -> String?) -> Column {
      var builder = StringPoolBuilder()
      let codes = events.map { event in text(event).map { builder.add($0.utf8.span) } ?? -1 }
      return .text(TextColumn(codes: codes, pool: builder.build()))
    }
    func numbers(_ number: (GeneratedEvent) -> UInt64?) -> Column {
      .number(
        NumberColumn(values: events.map { number($0).map { Int64($0) } ?? NumberColumn.none }))
    }
    let columns: [Column] = [
      numbers(\.id), .date(dates.build()), .date(starts.build()), .date(ends.build()),
      texts(\.title), texts(\.place), texts(\.country), numbers(\.people), texts(\.topic),
      numbers(\.unit),
    ]
    return Table(schema: schema, columns: columns, rowCount: rows.count)
  }

  private static func append(_ text: String?, to dates: inout DateColumnBuilder) {
    guard let text else { return dates.appendNone() }
    _ = dates.append(text.utf8.span)
  }

  private static func append(_ day: Int64?, to dates: inout DateColumnBuilder) {
    if let day { dates.append(day: day) } else { dates.appendNone() }
  }

  private static func column(
    _ english: String, _ french: String, _ type: ValueType
  ) -> ColumnSchema {
    ColumnSchema(name: Localized(en: english, fr: french), type: type, traits: .main)
  }
}
