import FriseBase
import FriseModel
import FriseStore
import Testing

/// A table of the built-in data set with its cells by column name.
struct TableCells {
  let table: Table

  /// The built-in table of that English name.
  init(builtIn name: String) throws { try self.init(TableCells.shared.get(), name) }

  /// The table of that name in a data set.
  init(_ data: DataSet, _ name: String) throws {
    table = try #require(try data.table(TableID(name)), "no table \(name)")
  }

  init(_ table: Table) { self.table = table }

  /// The built-in data set, read once for all tests.
  static let shared = Result { try BuiltInData.dataSet() }

  var rows: Range<Int> { 0..<table.rowCount }

  /// The storage of a column, by its English name.
  func column(_ name: String) throws -> Column {
    let index = table.schema.columns.firstIndex { $0.name.english == name }
    return table.columns[try #require(index, "no column \(name)")]
  }

  /// The cells of a column as texts: a link by its id, a list joined with `;`, none empty.
  func texts(_ name: String, in tongue: Tongue = .english) throws -> [String] {
    let column = try column(name)
    return rows.map { TableCells.text(column.value(at: $0), tongue) }
  }

  /// The cells of a column in the rows whose id is listed.
  func cells(_ name: String, of ids: [String]) throws -> [String] {
    let all = try texts(name)
    let known = try texts("id")
    return ids.compactMap { id in known.firstIndex(of: id).map { all[$0] } }
  }

  static func text(_ value: Value, _ tongue: Tongue) -> String {
    switch value {
    case .none: ""
    case .number(let number): number.plainText
    case .figure(let figure): figure.word.machineName + " " + figure.number.plainText
    case .text(let text): text
    case .bilingual(let text): text[tongue]
    case .date(let date): date.text
    case .duration(let duration): "\(duration.months) months \(duration.days) days"
    case .truth(let truth): "\(truth)"
    case .link(let registry, let row): registry.id(row)
    case .list(let items): items.map { text($0, tongue) }.joined(separator: ";")
    }
  }
}
