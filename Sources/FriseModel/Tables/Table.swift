package import FriseBase

/// What a column is, beyond its type.
package struct ColumnTraits: OptionSet, Sendable, Hashable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Human formats show it until a `select` says otherwise.
  package static let main = ColumnTraits(rawValue: 1)
  /// Years, ids, ordinals: digits are never grouped.
  package static let ungrouped = ColumnTraits(rawValue: 2)
  /// Reached by name, left out of listings (`title.fr` beside `title`).
  package static let hidden = ColumnTraits(rawValue: 4)
  /// Dates that stand for the whole of their span, as those of `each decade` do.
  package static let wholeSpans = ColumnTraits(rawValue: 8)
}

/// A column's name and type, known before any row is read.
package struct ColumnSchema: Sendable, Hashable {
  package let name: Localized
  package let type: ValueType
  package let traits: ColumnTraits

  package init(name: Localized, type: ValueType, traits: ColumnTraits = []) {
    self.name = name
    self.type = type
    self.traits = traits
  }
}

/// A table's name and columns, known before any row is read. Indices point into `columns`.
package struct TableSchema: Sendable, Hashable {
  package let id: TableID
  package let name: Localized
  package var columns: [ColumnSchema]
  /// The column that makes this a timeline.
  package var dateColumn: Int?
  /// The link that `under` and `above` take when they stand as a stage.
  package var mainLink: Int?
  /// The column that says what the figures of a row count (assisted, context…).
  package var roleColumn: Int?
  /// True when the rows are units of a structure.
  package var isStructure: Bool

  package init(
    id: TableID, name: Localized, columns: [ColumnSchema], dateColumn: Int? = nil,
    mainLink: Int? = nil, roleColumn: Int? = nil, isStructure: Bool = false
  ) {
    self.id = id
    self.name = name
    self.columns = columns
    self.dateColumn = dateColumn
    self.mainLink = mainLink
    self.roleColumn = roleColumn
    self.isStructure = isStructure
  }
}

/// A table: a schema and one column of storage for each of its columns, all of `rowCount` rows.
package struct Table: Sendable {
  package var schema: TableSchema
  package var columns: [Column]
  package var rowCount: Int
  /// Names of the rows, when other tables may link to them.
  package var registry: Registry?
  /// The columns that are not made yet, in whose place `columns` holds none.
  package var deferred: DeferredColumns?

  package init(schema: TableSchema, columns: [Column], rowCount: Int, registry: Registry? = nil) {
    self.schema = schema
    self.columns = columns
    self.rowCount = rowCount
    self.registry = registry
  }
}
