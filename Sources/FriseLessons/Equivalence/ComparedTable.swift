import FriseBase
import FriseLanguage
import FriseModel

/// A result made ready to be compared: cells are texts that are the same where the values mean the
/// same (texts by canonical equivalence and without spaces around, numbers by value, dates by their
/// bounds; lessons, section 2).
struct ComparedTable {
  let columns: [ComparedColumn]
  let rowCount: Int

  /// A column in each of the ways its cells may be meant: a link by its name or by its id.
  struct ComparedColumn {
    let name: Localized
    let readings: [[String]]
    var isHidden = false
  }

  /// Every column of a result that somebody gave.
  init(_ result: ResultTable, tongue: Tongue) {
    self.init(result.table, result.table.schema.columns.indices.map { $0 }, tongue)
  }

  /// The columns of a reference's result that count: those a `select` or an aggregate chose, else
  /// the main ones.
  init(reference result: ResultTable, tongue: Tongue) {
    let schema = result.table.schema
    let shown = schema.columns.indices.filter { !schema.columns[$0].traits.contains(.hidden) }
    let main = shown.filter { schema.columns[$0].traits.contains(.main) }
    let counts = result.columnsWereChosen || main.isEmpty ? shown : main
    self.init(result.table, counts, tongue)
  }

  /// The values of an expression: one row.
  init(values: [Value], tongue: Tongue) {
    rowCount = 1
    columns = values.map { value in
      ComparedColumn(
        name: Localized(same: ""),
        readings: Reading.allCases.map { [Self.key(value, tongue, $0)] }.distinct)
    }
  }

  private init(columns: [ComparedColumn], rowCount: Int) {
    self.columns = columns
    self.rowCount = rowCount
  }

  /// Without hidden columns.
  var visible: ComparedTable {
    ComparedTable(columns: columns.filter { !$0.isHidden }, rowCount: rowCount)
  }

  private init(_ table: Table, _ indices: [Int], _ tongue: Tongue) {
    rowCount = table.rowCount
    columns = indices.map { index in
      let column = table.columns[index]
      let readings = Reading.allCases.map { reading in
        (0..<table.rowCount).map { Self.key(column.value(at: $0), tongue, reading) }
      }
      let schema = table.schema.columns[index]
      return ComparedColumn(
        name: schema.name, readings: readings.distinct, isHidden: schema.traits.contains(.hidden))
    }
  }

  /// How a link is meant.
  private enum Reading: CaseIterable {
    case name, id
  }

  /// A text that two values share exactly when they count as the same.
  private static func key(_ value: Value, _ tongue: Tongue, _ reading: Reading) -> String {
    switch value {
    case .none: return ""
    case .number(let number): return "n:" + number.plainText
    case .figure(let figure): return "n:" + figure.number.plainText
    case .text(let text): return self.text(text)
    case .bilingual(let text): return self.text(text[tongue])
    case .date(let date): return self.date(date.bounds)
    case .duration(let duration): return "p:\(duration.months) \(duration.days)"
    case .truth(let truth): return "b:\(truth.rawValue)"
    case .link(let registry, let row):
      return text(reading == .name ? registry.name(row)[tongue] : registry.id(row))
    case .list(let items):
      let keys = items.map { key($0, tongue, reading) }
      return keys.count == 1 ? keys[0] : "l:" + keys.joined(separator: "\u{1F}")
    }
  }

  private static func text(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return "t:" + String(start.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// A whole year is the number of that year; any other date is its four bounds.
  private static func date(_ bounds: DateBounds) -> String {
    let first = CalendarDay(number: bounds.earliestStart)
    let isOneSpan =
      bounds.earliestStart == bounds.earliestEnd && bounds.latestStart == bounds.latestEnd
      || bounds.earliestStart == bounds.latestStart && bounds.earliestEnd == bounds.latestEnd
    let isYear =
      isOneSpan && bounds.earliestStart == CalendarDay.firstDay(ofYear: first.year)
      && bounds.latestEnd == CalendarDay.lastDay(ofYear: first.year)
    if isYear { return "n:\(first.year)" }
    return "d:\(bounds.earliestStart) \(bounds.latestStart) \(bounds.earliestEnd) "
      + "\(bounds.latestEnd)"
  }
}

extension [[String]] {
  /// The first of every group of equal readings.
  fileprivate var distinct: [[String]] {
    var kept: [[String]] = []
    for reading in self where !kept.contains(reading) { kept.append(reading) }
    return kept
  }
}
