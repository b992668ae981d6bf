import FriseBase
import FriseModel

/// A small table made in a test: columns by name, and one value for each row.
struct SampleTable {
  let name: String
  var columns: [(name: String, type: ValueType, values: [Value])]
  /// The names of the columns that play a part.
  var date: String?
  var link: String?
  var role: String?
  /// Parents by row, for a structure whose first column is the id and second the name.
  var parents: [Int32]?

  init(_ name: String, _ columns: [(String, ValueType, [Value])], date: String? = nil) {
    self.name = name
    self.columns = columns.map { (name: $0.0, type: $0.1, values: $0.2) }
    self.date = date
  }

  /// A data set of these tables; a structure must come before the tables that link to it.
  static func dataSet(_ tables: [SampleTable]) -> DataSet {
    let made = tables.map { $0.table }
    return DataSet(schemas: made.map(\.schema)) { _, index throws(DataFailure) in made[index] }
  }

  /// The table as the model holds it.
  var table: Table {
    let names = columns.map(\.name)
    let schema = TableSchema(
      id: TableID(name), name: Localized(same: name),
      columns: columns.map { ColumnSchema(name: Localized(same: $0.name), type: $0.type) },
      dateColumn: date.flatMap(names.firstIndex), mainLink: link.flatMap(names.firstIndex),
      roleColumn: role.flatMap(names.firstIndex), isStructure: parents != nil)
    return Table(
      schema: schema, columns: columns.map { Column($0.values, type: $0.type) },
      rowCount: columns.first?.values.count ?? 0, registry: registry)
  }

  /// The units of a structure: ids from the first column, names from the second.
  private var registry: Registry? {
    guard let parents, columns.count >= 2, let forest = try? Forest.build(parents: parents),
      case .text(let ids) = Column(columns[0].values, type: .text),
      case .text(let names) = Column(columns[1].values, type: .text)
    else { return nil }
    return Registry(
      table: TableID(name), ids: ids, englishNames: names, frenchNames: names, forest: forest)
  }
}

extension Value {
  /// A date in EDTF; none for an empty text.
  static func date(_ text: String) -> Value { EDTF.parse(text).map(Value.date) ?? .none }

  /// A figure as it is written; none for an empty text.
  static func figure(_ text: String) -> Value { Figure(reading: text).map(Value.figure) ?? .none }

  /// A number; nil is none.
  static func number(_ number: Int64?) -> Value {
    number.map { .number(ExactNumber($0)) } ?? .none
  }
}
