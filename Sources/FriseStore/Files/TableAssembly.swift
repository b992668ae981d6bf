import FriseBase
import FriseModel

/// Makes a table of the cells of a file: types, the parts that columns play, structure and names.
struct TableAssembly {
  let file: String
  let id: TableID
  let name: Localized
  let options: LoadOptions
  /// The units that `place =` links to.
  let places: Registry?
  let isStopped: @Sendable () -> Bool
  var cells: CellTable
  var columns: [InferredColumn] = []
  var parts: [LoadPart: Int] = [:]
  var notes: [Localized] = []
  var dateColumn: Int?
  var mainLink: Int?
  var registry: Registry?
  var isStructure = false
  /// How many rows are units that only rows of the file name.
  var madeCount = 0
  /// The text that the columns are cut from, when they are.
  var text: SeparatedText?
  /// Is told how many bytes are read, and how many there are.
  let progress: @Sendable (Int, Int) -> Void
  /// The columns that the date was made of.
  var datedBy: (start: Int?, end: Int?)?

  init(
    _ cells: CellTable, file: String, id: TableID, name: Localized, options: LoadOptions,
    places: Registry?, isStopped: @escaping @Sendable () -> Bool,
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) {
    self.cells = cells
    self.file = file
    self.id = id
    self.name = name
    self.options = options
    self.places = places
    self.isStopped = isStopped
    self.progress = progress
  }

  /// The finished table.
  /// `parents`: The parent row of each row, when the file nests its rows.
  /// Throws `DataFailure` when a column that was named is not there, or a cell is not of the
  ///   type asked for, or the rows are no structure as they should be.
  mutating func assemble(parents: [Int32]?) throws(DataFailure) -> Table {
    var parents = parents
    if parents == nil, let levels = try levelColumns() {
      cells = levels.cells
      parents = levels.parents
      notes.append(levels.note)
      madeCount = levels.madeCount
      if options.parts[.name] == nil { parts[.name] = levels.name }
    }
    try findParts()
    clearMissing()
    try inferTypes()
    joinFigures()
    try findDate()
    try makeRegistry(parents: parents)
    openValidities()
    try linkPlaces()
    return table
  }

  /// The finished table of a text that may be cut; nil, with nothing changed, when it may not.
  /// Throws `DataFailure` as `assemble(parents:)` does.
  mutating func assemble(
    _ head: SeparatedHead, _ text: SeparatedText
  ) throws(DataFailure) -> Table? {
    try findParts()
    guard try inferByReaders(head, text) else { return nil }
    joinFigures()
    try findDate()
    let deferred = deferredColumns()
    try makeRegistryByReaders(deferred)
    var table = table
    table.deferred = deferred
    return table
  }

  private mutating func findParts() throws(DataFailure) {
    for (part, name) in options.parts {
      let index = try column(named: name)
      parts[part] = index
    }
  }

  private var table: Table {
    let schema = TableSchema(
      id: id, name: name, columns: columns.map(\.schema), dateColumn: dateColumn,
      mainLink: mainLink, isStructure: isStructure)
    return Table(
      schema: schema, columns: columns.map(\.column), rowCount: cells.rowCount, registry: registry)
  }

  /// The level columns that were named, or that the names of the columns show.
  /// Throws `DataFailure` E404 for a column that is not there.
  private func levelColumns() throws(DataFailure) -> LevelColumns? {
    var id: Int?
    if let name = options.parts[.id] { id = try column(named: name) }
    id = id ?? column(among: ["id"])
    guard !options.levels.isEmpty else {
      guard options.parts[.parent] == nil, column(among: ["parent", "parent_id"]) == nil else {
        return nil
      }
      return LevelColumns(recognisedIn: cells, id: id)
    }
    var levels: [Int] = []
    for name in options.levels { levels.append(try column(named: name)) }
    let names = TableAssembly.nameColumns + ["country", "pays"]
    var own = names.lazy.compactMap(known).first { !levels.contains($0) }
    if let name = options.parts[.name] { own = try column(named: name) }
    guard let own else {
      throw .missingColumn(file, name: "name", has: cells.columns.map(\.name.english))
    }
    return LevelColumns(cells, levels: levels, name: own, id: id)
  }

  /// What the column that names the rows is mostly called, under the fold.
  static let nameColumns = ["name", "label", "title", "nom", "libelle", "titre"]

  /// The index of a column by its name, under the fold.
  /// Throws `DataFailure` E404 with the nearest names.
  func column(named name: String) throws(DataFailure) -> Int {
    if let index = known(TextFold.fold(name)) { return index }
    let names = cells.columns.map(\.name.english)
    throw .unknownColumn(
      file, name, near: Suggestions.nearest(to: name, among: names, limit: 3), has: names)
  }

  private func known(_ key: String) -> Int? {
    cells.columns.firstIndex {
      TextFold.fold($0.name.english) == key || TextFold.fold($0.name.french) == key
    }
  }

  /// The index of the first column that bears one of these folded names.
  func column(among names: [String]) -> Int? {
    for name in names {
      if let index = known(name) { return index }
    }
    return nil
  }

  /// Empties the cells that hold a text which stands for nothing.
  private mutating func clearMissing() {
    guard !options.missing.isEmpty else { return }
    let words = options.missing.map { Array($0.utf8) }
    let bytes = cells.bytes
    let span = bytes.span
    var cleared = cells.columns
    for index in cleared.indices {
      for row in 0..<cells.rowCount {
        let cell = cleared[index].trimmed(row, in: span)
        if words.contains(where: { span.matches(cell, $0) }) { cleared[index].clear(row) }
      }
    }
    cells.columns = cleared
  }

  /// The types that options settle.
  /// Throws `DataFailure` E404 for a column that is not there.
  func settledTypes() throws(DataFailure) -> [Int: LoadType] {
    var types: [Int: LoadType] = [:]
    for (name, type) in options.types {
      let index = try column(named: name)
      types[index] = type
    }
    for part in [LoadPart.date, .start, .end] {
      if let index = parts[part], types[index] == nil { types[index] = .date }
    }
    return types
  }

  private mutating func inferTypes() throws(DataFailure) {
    let types = try settledTypes()
    let separator = Array((options.listSeparator ?? ";").utf8)
    guard separator.count == 1 else { throw .badSeparator(file, options.listSeparator ?? "") }
    var inference = ColumnInference(file: file, table: cells, listSeparator: separator[0])
    for index in cells.columns.indices {
      if isStopped() { throw .stopped(file) }
      var found = try inference.column(index, as: types[index], open: openSide(index))
      if index == parts[.people], found.schema.type != .number, found.schema.type != .figure {
        found = try inference.column(index, as: .figure)
      }
      notes += found.notes
      columns.append(found)
    }
  }

  /// Replaces a column by one of another type.
  mutating func replace(_ index: Int, _ column: Column, _ type: ValueType, kind: Localized) {
    let name = columns[index].schema.name
    columns[index].column = column
    columns[index].schema = ColumnSchema(name: name, type: type)
    columns[index].kind = kind
  }

  /// Adds a column of the program's own making.
  mutating func append(_ name: String, _ column: Column, _ type: ValueType, kind: Localized) {
    columns.append(
      InferredColumn(
        schema: ColumnSchema(name: Localized(same: name), type: type), column: column,
        missingCount: 0, kind: kind))
  }

  /// Links the column that plays `place` to the places that are known.
  private mutating func linkPlaces() throws(DataFailure) {
    guard let index = parts[.place], let places else { return }
    let distinct = DistinctCells(cells.columns[index], of: cells)
    var rows: [Int32] = []
    let firstRows = distinct.firstRows()
    for code in 0..<distinct.pool.count {
      let text = distinct.pool[Int32(clamping: code)]
      let found = places.rows(named: text)
      let line = cells.line(Int(firstRows[code]))
      let column = cells.columns[index].name.english
      guard let row = found.first else {
        throw .unknownLink(
          file, line: line, column: column, text: text,
          target: Localized(same: places.table.name))
      }
      guard found.count == 1 else {
        throw .ambiguousLink(
          file, line: line, column: column, text: text, ids: found.map { places.id($0) })
      }
      rows.append(row)
    }
    let links = LinkColumn(
      registry: places, rows: distinct.codes.map { $0 < 0 ? -1 : rows[Int($0)] })
    replace(
      index, .link(links), .link(places.table),
      kind: Localized(en: "link to \(places.table.name)", fr: "lien vers \(places.table.name)"))
    mainLink = index
  }
}
