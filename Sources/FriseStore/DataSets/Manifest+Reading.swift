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
  /// The table being read; its part keys wait until all its columns are known. The columns stand
  /// apart so that they grow in place.
  var current: TableLayout?
  var layouts: [ColumnLayout] = []
  var columns: [ColumnSchema] = []
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
    guard let nameRange = bytes.after("@table ", line) else {
      throw fault(
        number, "a block opens with @table and its names", "un bloc s'ouvre par @table et ses noms")
    }
    let name = try names(nameRange, number)
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
    let (head, clauses) = bytes.cut(line, at: UInt8(ascii: ","))
    let (nameRange, typeRange) = bytes.cut(head, at: UInt8(ascii: ":"))
    guard current != nil, let typeRange else {
      throw fault(
        number, "a column is written: - name | nom: type, traits",
        "une colonne s'écrit : - name | nom: type, traits")
    }
    let name = try names(nameRange, number)
    let type = try type(typeRange, number)
    var layout = ColumnLayout(sources: [], separator: UInt8(ascii: ";"))
    // The empty literal would be reckoned at run time, column by column.
    var traits = ColumnTraits(rawValue: 0)
    var rest = clauses
    while let range = rest {
      let (clause, next) = bytes.cut(range, at: UInt8(ascii: ","))
      try read(clause: clause, into: &layout, &traits, number)
      rest = next
    }
    let isPair = type == .bilingual || type == .figure
    guard layout.sources.isEmpty || layout.sources.count == (isPair ? 2 : 1) else {
      throw fault(
        number, "\(name.english): from takes \(isPair ? "two columns" : "one column") of the file",
        "\(name.french) : from prend \(isPair ? "deux colonnes" : "une colonne") du fichier")
    }
    layouts.append(layout)
    columns.append(ColumnSchema(name: name, type: type, traits: traits))
  }

  private func read(
    clause: Range<Int>, into layout: inout ColumnLayout, _ traits: inout ColumnTraits, _ number: Int
  ) throws(DataFailure) {
    if bytes.isWord("main", clause) {
      traits.insert(.main)
    } else if bytes.isWord("ungrouped", clause) {
      traits.insert(.ungrouped)
    } else if bytes.isWord("hidden", clause) {
      traits.insert(.hidden)
    } else if let sources = bytes.after("from ", clause) {
      layout.sources = bytes.parts(of: sources, separator: UInt8(ascii: "+")).map {
        text(unquoted($0))
      }
    } else if let mark = bytes.after("separated by ", clause).map(unquoted), mark.count == 1 {
      layout.separator = bytes[mark.lowerBound]
    } else {
      throw fault(
        number,
        "\"\(text(clause))\": after the type stand main, ungrouped, hidden, from, separated by",
        "« \(text(clause)) » : après le type viennent main, ungrouped, hidden, from, separated by")
    }
  }

  private mutating func type(_ range: Range<Int>, _ number: Int) throws(DataFailure) -> ValueType {
    if let target = bytes.after("links to ", range) { return .list(link(target, number)) }
    if let target = bytes.after("link to ", range) { return link(target, number) }
    if bytes.isWord("text", range) { return .text }
    if bytes.isWord("bilingual", range) { return .bilingual }
    if bytes.isWord("date", range) { return .date }
    if bytes.isWord("list", range) { return .list(.text) }
    if bytes.isWord("figure", range) { return .figure }
    if bytes.isWord("number", range) { return .number }
    if bytes.isWord("truth", range) { return .truth }
    let list = "text, bilingual, date, list, figure, number, truth, link to TABLE, links to TABLE"
    throw fault(
      number, "no type \"\(text(range))\"; there are \(list)",
      "pas de type « \(text(range)) » ; il y a \(list)")
  }

  /// The type of a link to a table; the table may be described further down.
  private mutating func link(_ target: Range<Int>, _ number: Int) -> ValueType {
    let target = TableID(text(target))
    if !linkLines.contains(where: { $0.target == target }) { linkLines.append((target, number)) }
    return .link(target)
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
      guard let index = columns.firstIndex(where: { $0.name.english == part.column }) else {
        throw fault(
          part.lineNumber, "\(part.key.rawValue): no column \"\(part.column)\" in this table",
          "\(part.key.rawValue) : pas de colonne « \(part.column) » dans cette table")
      }
      table.set(part.key.rawValue, index)
    }
    table.columns = layouts
    table.schema.columns = columns
    tables.append(table)
    current = nil
    layouts = []
    columns = []
    parts.removeAll(keepingCapacity: true)
  }

  /// Ends the manifest.
  /// - Throws: `DataFailure` when a link leads to a table that is not described or has no ids.
  mutating func finish() throws(DataFailure) -> [TableLayout] {
    try closeTable()
    for link in linkLines {
      let hasTarget = tables.contains { $0.schema.id == link.target && $0.idColumn != nil }
      guard hasTarget else {
        throw fault(
          link.lineNumber, "no table \"\(link.target.name)\" with an id to link to",
          "pas de table « \(link.target.name) » pourvue d'un id vers laquelle mener un lien")
      }
    }
    return tables
  }

  /// `english | french`, or one name for both tongues.
  private func names(_ range: Range<Int>, _ number: Int) throws(DataFailure) -> Localized {
    let (english, french) = bytes.cut(range, at: UInt8(ascii: "|"))
    let name = text(unquoted(english))
    guard !name.isEmpty, french?.isEmpty != true else {
      throw fault(
        number, "names are written: english | français", "les noms s'écrivent : english | français")
    }
    guard let french else { return Localized(same: name) }
    return Localized(en: name, fr: text(unquoted(french)))
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
