package import FriseBase
package import FriseModel

/// What is known of a table before any row is read: its columns and the part some of them play.
/// Indices point into `columns`.
package struct Shape: Sendable, Hashable {
  /// The table the rows come from, while they are still its rows.
  package var table: TableID?
  package var name: Localized?
  package var columns: [ColumnSchema]
  package var dateColumn: Int? { didSet { if dateColumn == nil { period = nil } } }
  /// Where the table's dates lie for certain: the intersection of the literal periods the rows were
  /// filtered by (language, section 5.4); empty when those share no day.
  package var period: Period?
  package var mainLink: Int?
  package var roleColumn: Int?
  package var isStructure = false
  /// A hidden column that links each row to itself in its table, when the table can be linked to.
  package var rowLink: Int?
  /// True once a `select`, an aggregate or the like chose the columns.
  package var columnsWereChosen = false

  package init(name: Localized? = nil, columns: [ColumnSchema]) {
    self.name = name
    self.columns = columns
  }

  /// The rows of a whole table, with the hidden link to themselves.
  package init(_ schema: TableSchema) {
    self.table = schema.id
    self.name = schema.name
    self.columns = schema.columns
    self.dateColumn = schema.dateColumn
    self.mainLink = schema.mainLink
    self.roleColumn = schema.roleColumn
    self.isStructure = schema.isStructure
    self.rowLink = columns.count
    columns.append(
      ColumnSchema(name: Shape.rowLinkName, type: .link(schema.id), traits: [.hidden]))
  }

  /// No name that can be typed.
  static let rowLinkName = Localized(same: "")

  /// The columns a listing shows: all but the hidden ones.
  package var visibleColumns: [Int] {
    columns.indices.filter { !columns[$0].traits.contains(.hidden) }
  }

  /// The column of that name in either tongue, by the fold; visible ones first.
  package func column(named name: String) -> Int? {
    let key = TextFold.fold(name)
    var hidden: Int?
    for (index, column) in columns.enumerated() {
      let (english, french) = (column.name.english, column.name.french)
      // A name as it was typed needs no fold.
      guard
        english == name || french == name || TextFold.fold(english) == key
          || TextFold.fold(french) == key
      else { continue }
      if !column.traits.contains(.hidden) { return index }
      if hidden == nil, index != rowLink { hidden = index }
    }
    return hidden
  }

  /// Keeps the columns at `kept`, in that order, and what of the parts survives.
  package func keeping(_ kept: [Int]) -> Shape {
    var shape = self
    shape.columns = kept.map { columns[$0] }
    shape.dateColumn = kept.firstIndex { $0 == dateColumn }
    shape.mainLink = kept.firstIndex { $0 == mainLink }
    shape.roleColumn = kept.firstIndex { $0 == roleColumn }
    shape.rowLink = kept.firstIndex { $0 == rowLink }
    shape.isStructure = isStructure && shape.rowLink != nil
    return shape
  }
}
