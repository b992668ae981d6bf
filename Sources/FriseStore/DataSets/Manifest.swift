import FriseBase
package import FriseModel

/// What a `.frise-data` file says: which files make a data set, what their columns are, how they
/// are linked. The format is described in `Docs/data.md`.
package struct Manifest: Sendable {
  /// The tables, in the order of the file.
  package let tables: [TableLayout]
}

/// One table of a manifest: what it is, and where its cells are.
package struct TableLayout: Sendable {
  package var schema: TableSchema
  /// The file of its rows, beside the manifest.
  package var file = ""
  /// Where the cells of each column of `schema` come from.
  var columns: [ColumnLayout] = []
  /// The columns that hold a row's id, name, parent and other names: indices into `columns`.
  var idColumn: Int?
  var labelColumn: Int?
  var parentColumn: Int?
  var aliasColumn: Int?
}

/// Where the cells of a column come from.
struct ColumnLayout: Sendable {
  /// Columns of the file: English and French of a bilingual column, number and word of a figure.
  /// Empty when they bear the usual names.
  var sources: [String]
  /// What parts the items of a list.
  var separator: UInt8
}

extension TableLayout {
  /// The columns of the file that hold the cells of the column at `index`.
  func sources(_ index: Int) -> [String] {
    guard columns[index].sources.isEmpty else { return columns[index].sources }
    let name = schema.columns[index].name.english
    switch schema.columns[index].type {
    case .bilingual: return [name + ".en", name + ".fr"]
    case .figure: return [name, name + ".word"]
    default: return [name]
    }
  }
}
