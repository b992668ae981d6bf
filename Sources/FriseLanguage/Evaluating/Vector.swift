import FriseModel

/// What an expression gave for the rows of a frame: one value for all, or one for each.
enum Vector: Sendable {
  case constant(Value)
  case column(Column)

  /// One value for each of `count` rows.
  func column(type: ValueType, count: Int) -> Column {
    switch self {
    case .constant(let value): Column.repeating(value, type: type, count: count)
    case .column(let column): column
    }
  }

  /// The value of one row.
  func value(at row: Int) -> Value {
    switch self {
    case .constant(let value): value
    case .column(let column): column.value(at: row)
    }
  }
}

extension Value {
  var isNone: Bool {
    switch self {
    case .none: true
    case .list(let items): items.isEmpty
    default: false
    }
  }

  /// The number, or the plain number of a figure.
  var exactNumber: ExactNumber? {
    switch self {
    case .number(let number): number
    case .figure(let figure): figure.number
    default: nil
    }
  }
}
