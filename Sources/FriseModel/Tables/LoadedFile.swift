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

  /// What a table is called after its file: the name without folders and ending; `towns.csv.gz`
  /// holds `towns`.
  package static func tableName(ofFile path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".gz"), name.dropLast(3).contains(".") { name.removeLast(3) }
    guard let point = name.lastIndex(of: "."), point > name.startIndex else { return name }
    return String(name[..<point])
  }
}
