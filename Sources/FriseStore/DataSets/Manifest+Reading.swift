import FriseBase
package import FriseModel

extension Manifest {
  /// Reads a manifest.
  /// - Parameters:
  ///   - bytes: The file, UTF-8.
  ///   - file: Its name, for messages.
  /// - Throws: `DataFailure` E409 naming the line that cannot be read.
  package init(reading bytes: [UInt8], file: String) throws(DataFailure) {
    var reader = ManifestReader(bytes: bytes, file: file)
    var lines = LineCursor(bytes)
    while let line = lines.next(bytes) {
      try reader.read(line: line.range, number: line.number)
    }
    tables = try reader.finish()
  }
}

/// Builds the tables of a manifest line by line.
private struct ManifestReader {
  let bytes: [UInt8]
  let file: String
  var tables: [TableLayout] = []
  /// The table being read; its part keys wait until all its columns are known.
  var current: TableLayout?
  var parts: [(key: Key, column: String, lineNumber: Int)] = []
  var linkLines: [(target: TableID, lineNumber: Int)] = []
  var headLine = 0

  init(bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The keys that name the column which plays a part.
  enum Key: String, CaseIterable {
    case file, id, label, parent, aliases, date, place, role

    /// All keys, for messages.
    static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
  }

  /// Reads one line: blank, `# comment`, `@table names`, `key: value` or `- column: type, …`.
  mutating func read(line: Range<Int>, number: Int) throws(DataFailure) {
    let line = bytes.trimmed(line)
    guard let first = line.first else { return }
    switch bytes[first] {
    case UInt8(ascii: "#"): return
    case UInt8(ascii: "@"): try openTable(line, number)
    case UInt8(ascii: "-"): try readColumn(line.dropFirst(), number)
    default: try readKey(line, number)
    }
  }

  private mutating func openTable(_ line: Range<Int>, _ number: Int) throws(DataFailure) {
    try closeTable()
    let keyword = Array("@table ".utf8)
    guard bytes[line].starts(with: keyword) else {
      throw fault(
        number, "a block opens with @table and its names", "un bloc s'ouvre par @table et ses noms")
    }
    let name = try names(line.dropFirst(keyword.count), number)
    let id = TableID(name.english)
    guard !tables.contains(where: { $0.schema.id == id }) else {
      throw fault(
        number, "the table \(id.name) is described twice",
        "la table \(id.name) est décrite deux fois")
    }
    current = TableLayout(schema: TableSchema(id: id, name: name, columns: []))
    headLine = number
  }

  private mutating func readKey(_ line: Range<Int>, _ number: Int) throws(DataFailure) {
    guard let colon = bytes[line].firstIndex(of: UInt8(ascii: ":")) else {
      throw fault(
        number, "\"\(text(line))\" is neither a key with its colon nor a column with its dash",
        "« \(text(line)) » n'est ni une clé avec ses deux-points ni une colonne avec son tiret")
    }
    let name = text(bytes.trimmed(line.lowerBound..<colon))
    guard current != nil, let key = Key(rawValue: name) else {
      throw fault(
        number,
        "no key \"\(name)\" here; a table has \(Key.list)",
        "pas de clé « \(name) » ici ; une table a \(Key.list)"
      )
    }
    let value = text(bytes.trimmed(colon + 1..<line.upperBound))
    if key == .file { current?.file = value } else { parts.append((key, value, number)) }
  }

  private mutating func readColumn(_ line: Range<Int>, _ number: Int) throws(DataFailure) {
    let clauses = bytes.parts(of: line, separator: UInt8(ascii: ","))
    let head = bytes.parts(of: clauses[0], separator: UInt8(ascii: ":"))
    guard current != nil, head.count == 2 else {
      throw fault(
        number, "a column is written: - name | nom: type, traits",
        "une colonne s'écrit : - name | nom: type, traits")
    }
    let name = try names(head[0], number)
    let type = try type(text(head[1]), number)
    var layout = ColumnLayout(sources: [], separator: UInt8(ascii: ";"))
    var traits: ColumnTraits = []
    for clause in clauses.dropFirst() {
      try read(clause: clause, into: &layout, &traits, number)
    }
    if layout.sources.isEmpty {
      switch type {
      case .bilingual: layout.sources = [name.english + ".en", name.english + ".fr"]
      case .figure: layout.sources = [name.english, name.english + ".word"]
      default: layout.sources = [name.english]
      }
    }
    let isPair = type == .bilingual || type == .figure
    guard layout.sources.count == (isPair ? 2 : 1) else {
      throw fault(
        number, "\(name.english): from takes \(isPair ? "two columns" : "one column") of the file",
        "\(name.french) : from prend \(isPair ? "deux colonnes" : "une colonne") du fichier")
    }
    current?.columns.append(layout)
    current?.schema.columns.append(ColumnSchema(name: name, type: type, traits: traits))
  }

  private func read(
    clause: Range<Int>, into layout: inout ColumnLayout, _ traits: inout ColumnTraits, _ number: Int
  ) throws(DataFailure) {
    let clauseText = text(clause)
    switch clauseText {
    case "main": traits.insert(.main)
    case "ungrouped": traits.insert(.ungrouped)
    case "hidden": traits.insert(.hidden)
    default:
      let from = "from ".utf8.count
      let separated = "separated by ".utf8.count
      if clauseText.hasPrefix("from ") {
        layout.sources = bytes.parts(of: clause.dropFirst(from), separator: UInt8(ascii: "+")).map {
          text(unquoted($0))
        }
      } else if clauseText.hasPrefix("separated by "),
        case let mark = unquoted(bytes.trimmed(clause.dropFirst(separated))), mark.count == 1
      {
        layout.separator = bytes[mark.lowerBound]
      } else {
        throw fault(
          number,
          "\"\(clauseText)\": after the type stand main, ungrouped, hidden, from, separated by",
          "« \(clauseText) » : après le type viennent main, ungrouped, hidden, from, separated by")
      }
    }
  }

  private mutating func type(_ word: String, _ number: Int) throws(DataFailure) -> ValueType {
    switch word {
    case "text": return .text
    case "number": return .number
    case "figure": return .figure
    case "bilingual": return .bilingual
    case "date": return .date
    case "truth": return .truth
    case "list": return .list(.text)
    default: break
    }
    let isList = word.hasPrefix("links to ")
    guard isList || word.hasPrefix("link to ") else {
      throw fault(
        number,
        "no type \"\(word)\"; there are text, number, figure, bilingual, date, truth, list, "
          + "link to TABLE, links to TABLE",
        "pas de type « \(word) » ; il y a text, number, figure, bilingual, date, truth, list, "
          + "link to TABLE, links to TABLE")
    }
    let target = TableID(String(word.dropFirst(isList ? 9 : 8)))
    linkLines.append((target, number))
    return isList ? .list(.link(target)) : .link(target)
  }

  /// Ends the table being read: finds the columns that its keys name.
  private mutating func closeTable() throws(DataFailure) {
    guard var table = current else { return }
    guard !table.file.isEmpty else {
      throw fault(
        headLine, "the table \(table.schema.id.name) has no file; write file: NAME.tsv",
        "la table \(table.schema.id.name) n'a pas de fichier ; écrire file: NOM.tsv")
    }
    for part in parts {
      let names = table.schema.columns.map(\.name)
      guard let index = names.firstIndex(where: { $0.english == part.column }) else {
        throw fault(
          part.lineNumber, "\(part.key.rawValue): no column \"\(part.column)\" in this table",
          "\(part.key.rawValue) : pas de colonne « \(part.column) » dans cette table")
      }
      table.set(part.key.rawValue, index)
    }
    tables.append(table)
    current = nil
    parts.removeAll(keepingCapacity: true)
  }

  /// Ends the manifest.
  /// - Throws: `DataFailure` when a link leads to a table that is not described or has no ids.
  mutating func finish() throws(DataFailure) -> [TableLayout] {
    try closeTable()
    for link in linkLines {
      let target = tables.first { $0.schema.id == link.target }
      guard target?.idColumn != nil else {
        throw fault(
          link.lineNumber, "no table \"\(link.target.name)\" with an id to link to",
          "pas de table « \(link.target.name) » pourvue d'un id vers laquelle mener un lien")
      }
    }
    return tables
  }

  /// `english | french`, or one name for both tongues.
  private func names(_ range: Range<Int>, _ number: Int) throws(DataFailure) -> Localized {
    let parts = bytes.parts(of: range, separator: UInt8(ascii: "|"))
    let english = text(unquoted(parts[0]))
    guard !english.isEmpty, parts.count <= 2 else {
      throw fault(
        number, "names are written: english | français", "les noms s'écrivent : english | français")
    }
    return parts.count == 2
      ? Localized(en: english, fr: text(unquoted(parts[1]))) : Localized(same: english)
  }

  /// The bytes inside double quotes when there are any around `range`.
  private func unquoted(_ range: Range<Int>) -> Range<Int> {
    guard range.count >= 2, bytes[range.lowerBound] == UInt8(ascii: "\""),
      bytes[range.upperBound - 1] == UInt8(ascii: "\"")
    else { return range }
    return range.lowerBound + 1..<range.upperBound - 1
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  private func fault(_ line: Int, _ english: String, _ french: String) -> DataFailure {
    .manifest(file, line: line, Localized(en: english, fr: french))
  }
}

extension TableLayout {
  /// Notes that the column at `index` plays the part `key`.
  fileprivate mutating func set(_ key: String, _ index: Int) {
    switch key {
    case "id": idColumn = index
    case "label": labelColumn = index
    case "parent":
      parentColumn = index
      schema.isStructure = true
    case "aliases": aliasColumn = index
    case "date": schema.dateColumn = index
    case "place": schema.mainLink = index
    default: schema.roleColumn = index
    }
  }
}
