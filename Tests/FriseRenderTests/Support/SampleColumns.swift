import FriseBase
import FriseModel
import FriseRender

/// Makes columns and results for tests from plain Swift values.
enum Sample {
  /// A column with its schema.
  typealias Made = (schema: ColumnSchema, column: Column)

  static func texts(_ texts: [String?]) -> TextColumn {
    var builder = StringPoolBuilder()
    let codes = texts.map { text in text.map { builder.add($0) } ?? -1 }
    return TextColumn(codes: codes, pool: builder.build())
  }

  static func text(
    _ name: Localized, _ values: [String?], _ traits: ColumnTraits = []
  ) -> Made {
    (ColumnSchema(name: name, type: .text, traits: traits), .text(texts(values)))
  }

  static func bilingual(
    _ name: Localized, _ values: [Localized?], _ traits: ColumnTraits = []
  ) -> Made {
    let english = texts(values.map { $0?.english })
    let french = texts(values.map { $0?.french })
    return (
      ColumnSchema(name: name, type: .bilingual, traits: traits),
      .bilingual(english: english, french: french)
    )
  }

  static func numbers(_ values: [Int64?], scale: UInt8 = 0) -> NumberColumn {
    NumberColumn(values: values.map { $0 ?? NumberColumn.none }, scale: scale)
  }

  static func number(
    _ name: Localized, _ values: [Int64?], scale: UInt8 = 0, _ traits: ColumnTraits = []
  ) -> Made {
    (
      ColumnSchema(name: name, type: .number, traits: traits),
      .number(numbers(values, scale: scale))
    )
  }

  /// Figures as (number, word, low, high).
  static func figure(
    _ name: Localized, _ values: [(Int64, FigureWord, Int64, Int64)?], _ traits: ColumnTraits = []
  ) -> Made {
    let column = FigureColumn(
      numbers: numbers(values.map { $0?.0 }),
      words: values.map { ($0?.1 ?? .exact).rawValue },
      lows: numbers(values.map { $0?.2 }), highs: numbers(values.map { $0?.3 }))
    return (ColumnSchema(name: name, type: .figure, traits: traits), .figure(column))
  }

  /// Dates that keep their text; the bounds are of no matter to renderers.
  static func date(
    _ name: Localized, _ values: [String?], _ traits: ColumnTraits = []
  ) -> Made {
    let days = values.map { $0 == nil ? DateColumn.none : Int32(0) }
    var written: [Int32: DateValue] = [:]
    let bounds = DateBounds(earliestStart: 0, latestStart: 0, earliestEnd: 0, latestEnd: 0)
    for (row, text) in values.enumerated() {
      if let text {
        written[Int32(row)] = DateValue(text: text, bounds: bounds, isReduced: text.count < 10)
      }
    }
    let column = DateColumn(
      earliestStart: days, latestStart: days, earliestEnd: days, latestEnd: days,
      written: written)
    return (ColumnSchema(name: name, type: .date, traits: traits), .date(column))
  }

  /// Lists of texts.
  static func list(
    _ name: Localized, _ values: [[String]], _ traits: ColumnTraits = []
  ) -> Made {
    var offsets: [Int32] = [0]
    for value in values { offsets.append((offsets.last ?? 0) + Int32(value.count)) }
    let items = Column.text(texts(values.flatMap { $0 }))
    return (
      ColumnSchema(name: name, type: .list(.text), traits: traits),
      .list(ListColumn(offsets: offsets, items: items))
    )
  }

  static func result(
    _ columns: [Made], name: Localized = Localized(en: "sample", fr: "exemple"),
    rowCount: Int? = nil, footnotes: [Localized] = [], columnsWereChosen: Bool = false
  ) -> ResultTable {
    let schema = TableSchema(
      id: TableID(name.english), name: name, columns: columns.map(\.schema))
    let table = Table(
      schema: schema, columns: columns.map(\.column),
      rowCount: rowCount ?? columns.first?.column.count ?? 0)
    return ResultTable(
      table: table, footnotes: footnotes.map { Footnote($0) },
      columnsWereChosen: columnsWereChosen)
  }

  /// What a renderer writes.
  static func written(_ body: (inout ByteSink) -> Void) -> String {
    let collected = Collected()
    var sink = ByteSink { bytes in
      collected.bytes += bytes
      return true
    }
    body(&sink)
    sink.flush()
    return String(decoding: collected.bytes, as: UTF8.self)
  }

  private final class Collected {
    var bytes: [UInt8] = []
  }
}
