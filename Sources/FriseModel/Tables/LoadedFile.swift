package import FriseBase

/// The tables a file gave, and what was understood of it.
package struct LoadedFile: Sendable {
  package let tables: [Table]
  /// What a person is told: the table, its columns, the separator, what is doubtful.
  package let report: [Localized]
  /// How its text was read; whichever way it was, the table is the same.
  package let way: Way

  /// How a text becomes a table.
  package enum Way: Sendable {
    /// Cell by cell, as any text can be read.
    case split
    /// At speed, as regular text is.
    case cut
    /// At speed and block by block, never held as a whole.
    case cutInBlocks
  }

  package init(tables: [Table], report: [Localized], way: Way = .split) {
    self.tables = tables
    self.report = report
    self.way = way
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
