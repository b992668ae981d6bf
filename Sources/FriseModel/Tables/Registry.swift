package import FriseBase
import Synchronization

/// The ids, names and aliases of a table's rows, so that other tables can link to them and people can
/// name them; and their tree, when the table is a structure. Row i here is row i of the table.
package final class Registry: Sendable {
  package let table: TableID
  package let ids: TextColumn
  package let englishNames: TextColumn
  package let frenchNames: TextColumn
  /// Other names of a row, as (row, name).
  package let aliases: [(row: Int32, name: String)]
  /// The tree, for a structure.
  package let forest: Forest?
  private let cachedNames = Mutex<[String: [Int32]]?>(nil)

  package init(
    table: TableID, ids: TextColumn, englishNames: TextColumn, frenchNames: TextColumn,
    aliases: [(row: Int32, name: String)] = [], forest: Forest? = nil
  ) {
    self.table = table
    self.ids = ids
    self.englishNames = englishNames
    self.frenchNames = frenchNames
    self.aliases = aliases
    self.forest = forest
  }

  package var count: Int { ids.codes.count }

  /// The id of a row, as machine formats print it.
  package func id(_ row: Int32) -> String {
    let code = ids.codes[Int(row)]
    return code < 0 ? "" : ids.pool[code]
  }

  /// The name of a row, as people read it.
  package func name(_ row: Int32) -> Localized {
    let english = englishNames.codes[Int(row)]
    let french = frenchNames.codes[Int(row)]
    let fallback = english >= 0 ? englishNames.pool[english] : id(row)
    return Localized(en: fallback, fr: french >= 0 ? frenchNames.pool[french] : fallback)
  }

  /// The rows whose id, name in either tongue, or alias has the fold of `text`, ascending.
  package func rows(named text: String) -> [Int32] {
    let key = TextFold.fold(text)
    return cachedNames.withLock { cache in
      let index = cache ?? makeIndex()
      cache = index
      return index[key] ?? []
    }
  }

  private func makeIndex() -> [String: [Int32]] {
    var index: [String: [Int32]] = [:]
    func add(_ text: String, _ row: Int32) {
      let key = TextFold.fold(text)
      if index[key]?.last != row { index[key, default: []].append(row) }
    }
    for row in 0..<Int32(count) {
      add(id(row), row)
      let name = name(row)
      add(name.english, row)
      add(name.french, row)
    }
    for alias in aliases { add(alias.name, alias.row) }
    return index.mapValues { Array(Set($0)).sorted() }
  }
}
