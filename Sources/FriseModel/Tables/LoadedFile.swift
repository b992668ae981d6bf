package import FriseBase

/// The tables a file gave, and what was understood of it.
package struct LoadedFile: Sendable {
  package let tables: [Table]
  /// What a person is told: the table, its columns, the separator, what is doubtful.
  package let report: [Localized]

  package init(tables: [Table], report: [Localized]) {
    self.tables = tables
    self.report = report
  }
}
