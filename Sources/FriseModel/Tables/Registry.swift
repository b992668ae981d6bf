package import FriseBase
import Synchronization

/// The ids, names and aliases of a table's rows, so that other tables can link to them and people
/// can name them; and their tree, when the table is a structure. Row i here is row i of the table.
package final class Registry: Sendable {
  package let table: TableID
  /// How many rows there are.
  package let count: Int
  private let readIDs: @Sendable () -> TextColumn
  private let keptIDs = Kept<TextColumn>()
  /// The tree, for a structure.
  package let forest: Forest?
  private let readNames: @Sendable () -> RegistryNames
  /// Reads the name of one row, where that is less work than reading all.
  private let readName: (@Sendable (Int32) -> String?)?
  /// The registry whose tree was cut to make this one: names are looked up there.
  private let origin: Registry?
  private let keptNames = Kept<RegistryNames>()
  private let keptNumbers = Kept<[Int32]>()
  private let keptShownNames = Kept<(english: TextColumn, french: TextColumn)>()
  private let cachedLookup = Mutex(NameLookup())
  /// How long the paths of the rows are, as far as somebody asked.
  let pathLengths = Mutex<[Tongue: PathLengths]>([:])

  package init(
    table: TableID, ids: TextColumn, englishNames: TextColumn, frenchNames: TextColumn,
    aliases: [(row: Int32, name: String)] = [], forest: Forest? = nil
  ) {
    self.table = table
    self.count = ids.codes.count
    self.readIDs = { ids }
    self.forest = forest
    let names = RegistryNames(english: englishNames, french: frenchNames, aliases: aliases)
    self.readNames = { names }
    self.readName = nil
    self.origin = nil
  }

  /// A registry whose names are read at first use: links need only the ids.
  package init(
    table: TableID, ids: TextColumn, forest: Forest?,
    readNames: @escaping @Sendable () -> RegistryNames
  ) {
    self.table = table
    self.count = ids.codes.count
    self.readIDs = { ids }
    self.forest = forest
    self.readNames = readNames
    self.readName = nil
    self.origin = nil
  }

  /// A registry without tree of which ids and names are read at first use.
  package init(
    table: TableID, count: Int, readIDs: @escaping @Sendable () -> TextColumn,
    readNames: @escaping @Sendable () -> RegistryNames,
    readName: (@Sendable (Int32) -> String?)? = nil
  ) {
    self.table = table
    self.count = count
    self.readName = readName
    self.readIDs = readIDs
    self.forest = nil
    self.readNames = readNames
    self.origin = nil
  }

  /// The rows of `origin` over another tree.
  init(_ origin: Registry, over forest: Forest) {
    self.table = origin.table
    self.count = origin.count
    self.readIDs = { origin.ids }
    self.forest = forest
    self.readNames = { origin.names }
    self.readName = nil
    self.origin = origin.origin ?? origin
  }

  private var names: RegistryNames { keptNames.value(readNames) }

  /// The names of the rows in each tongue.
  package var englishNames: TextColumn { names.english }
  package var frenchNames: TextColumn { names.french }
  /// Other names of a row, as (row, name).
  package var aliases: [(row: Int32, name: String)] { names.aliases }

  /// The ids of the rows.
  package var ids: TextColumn { keptIDs.value(readIDs) }

  /// The id of a row, as machine formats print it.
  package func id(_ row: Int32) -> String {
    let code = ids.codes[Int(row)]
    return code < 0 ? "" : ids.pool[code]
  }

  /// The name of a row, as people read it.
  package func name(_ row: Int32) -> Localized {
    if let readName, !keptNames.isMade {
      return Localized(same: readName(row) ?? id(row))
    }
    let names = names
    let fallback = names.english.text(at: Int(row)) ?? id(row)
    return Localized(en: fallback, fr: names.french.text(at: Int(row)) ?? fallback)
  }

  /// What the rows are called in each tongue: where a name lacks, that of the other tongue, then
  /// the id.
  package var shownNames: (english: TextColumn, french: TextColumn) {
    if let origin { return origin.shownNames }
    return keptShownNames.value {
      (englishNames.orElse(frenchNames).orElse(ids), frenchNames.orElse(englishNames).orElse(ids))
    }
  }

  /// The rows whose id, name in either tongue, or alias has the fold of `text`, ascending.
  package func rows(named text: String) -> [Int32] {
    if let origin { return origin.rows(named: text) }
    let key = TextFold.fold(text)
    return cachedLookup.withLock { $0.rows(folded: key, of: self) }
  }

  /// Every row by its number: the links of a table's rows to themselves.
  package var rowNumbers: [Int32] {
    if let origin { return origin.rowNumbers }
    return keptNumbers.value { Array(0..<Int32(clamping: count)) }
  }
}

/// What the rows of a table are called.
package struct RegistryNames: Sendable {
  package let english: TextColumn
  package let french: TextColumn
  /// Other names of a row, as (row, name).
  package let aliases: [(row: Int32, name: String)]

  package init(
    english: TextColumn, french: TextColumn, aliases: [(row: Int32, name: String)] = []
  ) {
    self.english = english
    self.french = french
    self.aliases = aliases
  }
}
