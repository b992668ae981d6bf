import FriseBase
import FriseModel

/// Ids, names and parents of a loaded table.
extension TableAssembly {
  /// Finds the ids and names of the rows, and their tree when there are parents.
  /// - Parameter nested: The parent row of each row, when the file nests its rows.
  /// - Throws: `DataFailure` E406 for an id that is missing or repeats, E407 for an unknown parent,
  ///   E408 for a circle.
  mutating func makeRegistry(parents nested: [Int32]?) throws(DataFailure) {
    let parentColumn = parts[.parent] ?? column(among: ["parent", "parent_id"])
    guard let idColumn = parts[.id] ?? column(among: ["id"]) else {
      if let nested { return makeNestedUnits(nested) }
      if parts[.parent] != nil {
        throw .missingColumn(file, name: "id", has: cells.columns.map(\.name.english))
      }
      return
    }
    let isNeeded = parts[.id] != nil || parentColumn != nil || nested != nil
    var ids = StringPoolBuilder()
    guard try gather(&ids, idColumn, isNeeded: isNeeded) else { return }
    let rowCount = Int32(clamping: cells.rowCount)
    let names = nameTexts(otherwise: idColumn)
    var forest: Forest?
    var parents = nested
    if parents == nil, let parentColumn {
      parents = try self.parents(parentColumn, ids, names)
    }
    if let parents { forest = try tree(parents, idColumn) }
    let made = Registry(
      table: id, ids: TextColumn(codes: Array(0..<rowCount), pool: ids.build()),
      englishNames: names, frenchNames: names, forest: forest)
    registry = made
    guard let parents else { return }
    isStructure = true
    link(parents, made, parentColumn)
  }

  /// Gathers the ids, so that codes are rows.
  /// - Returns: False when an id is missing or repeats and none is needed.
  private mutating func gather(
    _ ids: inout StringPoolBuilder, _ index: Int, isNeeded: Bool
  ) throws(DataFailure) -> Bool {
    let bytes = cells.bytes
    let span = bytes.span
    for row in 0..<cells.rowCount {
      let cell = cells.columns[index].trimmed(row, in: span)
      let code = ids.add(span.extracting(cell))
      if Int(code) == row, !cell.isEmpty { continue }
      let text = String(decoding: cells.bytes[cell], as: UTF8.self)
      guard !isNeeded else {
        throw .repeatedID(
          file, line: cells.line(row), id: text, firstLine: cells.line(Int(code)))
      }
      notes.append(noteOfRepeatedID(text, row: row, first: Int(code)))
      return false
    }
    return true
  }

  /// That an id is missing or repeats.
  func noteOfRepeatedID(_ text: String, row: Int, first: Int) -> Localized {
    let line = cells.line(row)
    let firstLine = cells.line(first)
    guard !text.isEmpty else {
      return Localized(
        en: "line \(line) has no id: rows cannot be named by it",
        fr: "la ligne \(line) n’a pas d’id\u{202F}: il ne peut nommer les lignes")
    }
    return Localized(
      en: "the id \"\(text)\" stands on lines \(firstLine) and \(line): rows cannot be named by "
        + "it",
      fr:
        "l’id «\u{202F}\(text)\u{202F}» figure lignes \(firstLine) et \(line)\u{202F}: il ne peut "
        + "nommer les lignes")
  }

  /// The texts of the column that names the rows.
  private func nameTexts(otherwise idColumn: Int) -> TextColumn {
    let index = parts[.name] ?? column(among: TableAssembly.nameColumns) ?? idColumn
    let distinct = DistinctCells(cells.columns[index], of: cells)
    return TextColumn(codes: distinct.codes, pool: distinct.pool)
  }

  /// The parent row of each row; a parent is named by its id, else by the one name it bears.
  private func parents(
    _ index: Int, _ ids: StringPoolBuilder, _ names: TextColumn
  ) throws(DataFailure) -> [Int32] {
    let distinct = DistinctCells(cells.columns[index], of: cells)
    var rowsByName: [String: [Int32]] = [:]
    var found: [Int32] = []
    var unknown: [(line: Int, text: String)] = []
    let firstRows = distinct.firstRows()
    for code in 0..<distinct.pool.count {
      let text = distinct.pool[Int32(clamping: code)]
      if let row = ids.code(of: text.utf8.span) {
        found.append(row)
        continue
      }
      if rowsByName.isEmpty {
        for row in names.codes.indices where names.codes[row] >= 0 {
          let key = TextFold.fold(names.pool[names.codes[row]])
          rowsByName[key, default: []].append(Int32(clamping: row))
        }
      }
      let named = rowsByName[TextFold.fold(text)] ?? []
      let line = cells.line(Int(firstRows[code]))
      let column = cells.columns[index].name.english
      guard let row = named.first else {
        unknown.append((line, text))
        found.append(-1)
        continue
      }
      guard named.count == 1 else {
        throw .ambiguousLink(
          file, line: line, column: column, text: text, ids: named.map { "\($0 + 1)" })
      }
      found.append(row)
    }
    if let first = unknown.first {
      throw .unknownLink(
        file, line: first.line, column: cells.columns[index].name.english, text: first.text,
        target: name, others: Array(unknown.dropFirst()))
    }
    return distinct.codes.map { $0 < 0 ? -1 : found[Int($0)] }
  }

  private func tree(_ parents: [Int32], _ idColumn: Int) throws(DataFailure) -> Forest {
    do {
      return try Forest.build(parents: parents)
    } catch {
      let span = cells.bytes.span
      throw .cycle(
        file, line: cells.line(Int(error.rows.first ?? 0)),
        ids: error.rows.map { row in
          let cell = cells.columns[idColumn].trimmed(Int(row), in: span)
          return String(decoding: cells.bytes[cell], as: UTF8.self)
        })
    }
  }

  /// Makes the parents a column of links.
  private mutating func link(_ parents: [Int32], _ registry: Registry, _ index: Int?) {
    let column = Column.link(LinkColumn(registry: registry, rows: parents))
    let kind = Localized(en: "link to its unit above", fr: "lien vers l’unité au-dessus")
    if let index {
      replace(index, column, .link(id), kind: kind)
    } else {
      append("parent", column, .link(id), kind: kind)
    }
    let roots = parents.count { $0 < 0 }
    let depth = (registry.forest?.depths.max() ?? 0) + 1
    notes.append(
      Localized(
        en: "a structure: \(parents.count) units, \(roots) at the top, \(depth) levels",
        fr: "une structure : \(parents.count) unités, \(roots) au sommet, \(depth) niveaux"))
  }

  /// Numbers rows that the file nests without giving them ids.
  private mutating func makeNestedUnits(_ parents: [Int32]) {
    guard let forest = try? Forest.build(parents: parents) else { return }
    let ids = TextColumn((1...max(1, parents.count)).prefix(parents.count).map { "\($0)" })
    let names = parts[.name] ?? column(among: TableAssembly.nameColumns)
    let texts = names.map { nameTexts(otherwise: $0) } ?? ids
    let made = Registry(
      table: id, ids: ids, englishNames: texts, frenchNames: texts, forest: forest)
    registry = made
    isStructure = true
    if column(among: ["id"]) == nil {
      append("id", .text(ids), .text, kind: Localized(en: "text", fr: "texte"))
    }
    link(parents, made, nil)
  }
}
