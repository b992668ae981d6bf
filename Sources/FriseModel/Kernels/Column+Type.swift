import FriseBase

extension Column {
  /// The type of its values.
  package var type: ValueType {
    switch self {
    case .number: .number
    case .figure: .figure
    case .text: .text
    case .bilingual: .bilingual
    case .date: .date
    case .duration: .duration
    case .truth: .truth
    case .link(let column): .link(column.registry.table)
    case .list(let column): .list(column.items.type)
    case .none: .none
    }
  }
}

extension ColumnSchema {
  /// The same column with values of another type.
  func typed(as type: ValueType) -> ColumnSchema {
    ColumnSchema(name: name, type: type, traits: traits)
  }
}

extension Localized {
  /// True when both bear one name, in either tongue, under the fold.
  func hasNameInCommon(with other: Localized) -> Bool {
    let own = [TextFold.fold(english), TextFold.fold(french)]
    return own.contains(TextFold.fold(other.english)) || own.contains(TextFold.fold(other.french))
  }
}
