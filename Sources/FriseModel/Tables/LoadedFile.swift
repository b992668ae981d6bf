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

  /// What a table is called after its file: the name without folders and ending.
  package static func tableName(ofFile path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }
}
