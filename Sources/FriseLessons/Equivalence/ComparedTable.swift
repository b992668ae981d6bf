import FriseBase
import FriseLanguage
import FriseModel

/// A result made ready to be compared: cells are texts that are the same where the values mean the
/// same (texts by canonical equivalence and without spaces around, numbers by value, dates by their
/// bounds; lessons, section 2).
struct ComparedTable {
  private(set) var columns: [ComparedColumn]
  let rowCount: Int

  /// A column in each of the ways its cells may be meant: a link by its name or by its id.
  struct ComparedColumn {
    let name: Localized
    var readings: [[String]]
  }

  /// Every column that a result somebody gave may show.
  init(_ result: ResultTable, tongue: Tongue) {
    self.init(result.table, Self.shown(result), tongue)
  }

  /// The columns of a reference's result that count: those a `select` or an aggregate chose, else
  /// the main ones. Where the rows still are rows of a table, their id may be given as their name,
  /// as that of a link may, unless the rule asks for these very columns.
  init(reference result: ResultTable, rule: ReferenceQuery.ColumnRule, tongue: Tongue) {
    let shown = Self.shown(result)
    let main = shown.filter { result.table.schema.columns[$0].traits.contains(.main) }
    let counts = result.columnsWereChosen || main.isEmpty ? shown : main
    self.init(result.table, counts, tongue)
    guard rule != .exact, let links = Self.rowLinks(result.table) else { return }
    let ids = Self.keys(links, tongue, .id)
    let names = Self.keys(links, tongue, .name)
    for index in columns.indices where columns[index].readings == [ids] && names != ids {
      columns[index].readings.append(names)
    }
  }

  /// The columns that a listing may show.
  private static func shown(_ result: ResultTable) -> [Int] {
    let columns = result.table.schema.columns
    return columns.indices.filter { !columns[$0].traits.contains(.hidden) }
  }

  /// The hidden column that says which row of its table each row is.
  private static func rowLinks(_ table: Table) -> Column? {
    let schema = table.schema
    return schema.columns.indices.first { index in
      schema.columns[index].traits.contains(.hidden)
        && schema.columns[index].type == .link(schema.id)
    }.map { table.columns[$0] }
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

  private init(_ table: Table, _ indices: [Int], _ tongue: Tongue) {
    rowCount = table.rowCount
    columns = indices.map { index in
      let column = table.columns[index]
      return ComparedColumn(
        name: table.schema.columns[index].name,
        readings: Reading.allCases.map { Self.keys(column, tongue, $0) }.distinct)
    }
  }

  /// The column of that name in either tongue.
  func column(named name: String) -> Int? {
    let key = TextFold.fold(name)
    return columns.firstIndex { column in
      Tongue.allCases.contains { TextFold.fold(column.name[$0]) == key }
    }
  }

  /// How a link is meant.
  private enum Reading: CaseIterable {
    case name, id
  }

  private static func keys(_ column: Column, _ tongue: Tongue, _ reading: Reading) -> [String] {
    (0..<column.count).map { key(column.value(at: $0), tongue, reading) }
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
    case .duration(let duration): return self.duration(duration)
    case .truth(let truth): return "b:\(truth.rawValue)"
    case .link(let registry, let row):
      return text(reading == .name ? registry.name(row)[tongue] : registry.id(row))
    case .list(let items):
      let keys = items.map { key($0, tongue, reading) }
      return keys.count == 1 ? keys[0] : "l:" + keys.joined(separator: "\u{1F}")
    }
  }

  /// A number of one unit is that number, for «4 years» answers how many years; any other duration
  /// is its months and days.
  private static func duration(_ duration: CalendarDuration) -> String {
    let (months, days) = (duration.months, duration.days)
    if days == 0, months % 12 == 0 { return "n:\(months / 12)" }
    if days == 0, months.magnitude < 12 { return "n:\(months)" }
    if months == 0 { return "n:\(days)" }
    return "p:\(months) \(days)"
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
