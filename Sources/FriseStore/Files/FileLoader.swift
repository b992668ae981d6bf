package import FriseBase
package import FriseModel

/// Opens data files as tables: what `load` does (data, section 3).
package struct FileLoader: Sendable {
  /// The units that `place =` links to, when there are some.
  private let places: @Sendable () -> Registry?
  private let isStopped: @Sendable () -> Bool
  /// Is told how many bytes are read, and how many there are.
  private let progress: @Sendable (Int, Int) -> Void
  /// Whether columns of many texts are made only when somebody asks for them.
  private let defersColumns: Bool
  private let cutting: CuttingLimits

  package init(
    places: @escaping @Sendable () -> Registry? = { nil },
    isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }, defersColumns: Bool = false,
    cutting: CuttingLimits = CuttingLimits()
  ) {
    self.places = places
    self.isStopped = isStopped
    self.progress = progress
    self.defersColumns = defersColumns
    self.cutting = cutting
  }

  /// Reads a file, or the folder or `.frise-data` file of a data set.
  /// `path`: Where it is.
  /// `name`: What the table is called; after the file when nil.
  /// `isTaken`: Whether a table of that id is there already: ids are unique in a session.
  /// Throws `DataFailure`, with nothing half-read kept.
  package func load(
    _ path: String, as name: String?, _ options: LoadOptions,
    isTaken: (TableID) -> Bool = { _ in false }
  ) throws(DataFailure) -> LoadedFile {
    if FileOpening.isFolder(path) {
      let manifests = FileOpening.names(in: path).filter { $0.hasSuffix(".frise-data") }
      guard manifests.count == 1 else { throw .notAFile(path, isFolder: true) }
      return try loadDataSet(path + "/" + manifests[0], isTaken)
    }
    if path.hasSuffix(".frise-data") { return try loadDataSet(path, isTaken) }
    let stem = name ?? LoadedFile.tableName(ofFile: path)
    let (id, title) = (FileLoader.freeID(stem, isTaken), Localized(same: stem))
    return try FileOpening.withHeap(path) { () throws(DataFailure) in
      if let loaded = try loadInBlocks(path, id, title, options) { return loaded }
      let (bytes, isPacked) = try FileOpening.contents(
        path, isStopped: isStopped, progress: progress)
      return try load(bytes, file: path, id: id, name: title, options, isPacked: isPacked)
    }
  }

  /// The table of a long file of regular text, which is cut block by block and never held as a
  /// whole; nil for any other.
  /// - Throws: `DataFailure` as `load` does.
  private func loadInBlocks(
    _ path: String, _ id: TableID, _ name: Localized, _ options: LoadOptions
  ) throws(DataFailure) -> LoadedFile? {
    guard cutting.isOn, let file = try OpenFile(path), file.size >= cutting.blockedBytesMin else {
      return nil
    }
    try FileOpening.check(file.size, path)
    let head = try file.bytes(0..<min(file.size, SeparatedFrame.bytesMax))
    guard !GzipFile.isGzip(head) else { return nil }
    try FileFormat.refuseBinary(head, path)
    return try cut(
      .file(file, blockBytes: cutting.blockBytes), head, path, path, id, name, options,
      isPacked: false)
  }

  /// Reads the bytes of a file as one table.
  /// `isPacked`: Whether they were unpacked from gzip.
  package func load(
    _ bytes: [UInt8], file: String, id: TableID, name: Localized, _ options: LoadOptions,
    isPacked: Bool = false
  ) throws(DataFailure) -> LoadedFile {
    try FileFormat.refuseBinary(bytes, file)
    // What is inside is known by the name it had before it was packed.
    let inner = GzipFile.innerName(file)
    if cutting.isOn,
      let cut = try cut(
        .memory(bytes), bytes, inner, file, id, name, options, isPacked: isPacked)
    {
      return cut
    }
    let text = try DecodedText(bytes, name: file, encoding: options.encoding)
    let encoding =
      text.encoding.name + (text.hadMark ? " (BOM)" : "") + (isPacked ? ", gzip" : "")
    var options = options
    let cells: CellTable
    var parents: [Int32]?
    var notes: [Localized] = []
    let manner: Localized
    if FileFormat.isJSON(text.bytes, inner) {
      var rows = JSONRows(
        text.bytes, file: file, isStopped: isStopped, progress: progress)
      try rows.read()
      if rows.isNested { parents = rows.parents }
      notes = FileLoader.notes(rows)
      manner = Localized(same: "JSON, \(encoding)")
      cells = try rows.table()
      // The first TimelineJS wrote `2012,2`, which elsewhere is a number.
      let names = cells.columns.map(\.name.english)
      for name in ["startDate", "endDate"] where rows.member == "timeline.date" {
        if options.types[name] == nil, names.contains(name) { options.types[name] = .date }
      }
    } else if inner.hasSuffix(".txt"), options.separator == nil,
      let rows = OutlineRows(text.bytes)
    {
      parents = rows.parents
      manner = Localized(en: "an outline, \(encoding)", fr: "un plan, \(encoding)")
      cells = rows.table
    } else {
      let rows = try SeparatedRows(
        text.bytes, file: file, options: options, prefersTab: inner.hasSuffix(".tsv"),
        isStopped: isStopped, progress: progress)
      notes = rows.notes
      manner = FileLoader.manner(rows.frame, rows.hasHeader, encoding)
      cells = rows.table
    }
    var assembly = TableAssembly(
      cells, file: file, id: id, name: name, options: options,
      places: options.parts[.place] == nil ? nil : places(), isStopped: isStopped)
    let table = try assembly.assemble(parents: parents)
    let report = LoadReport(
      table, assembly.columns, manner: manner, notes: notes + assembly.notes,
      madeCount: assembly.madeCount)
    return LoadedFile(tables: [table], report: report.lines)
  }

  /// The table of a regular text in UTF-8, separated or of JSON objects, which is cut at speed; nil
  /// for any other.
  /// `head`: Its first bytes.
  private func cut(
    _ source: TextSource, _ head: [UInt8], _ inner: String, _ path: String, _ id: TableID,
    _ name: Localized, _ options: LoadOptions, isPacked: Bool
  ) throws(DataFailure) -> LoadedFile? {
    let isOutline = inner.hasSuffix(".txt") && options.separator == nil && OutlineRows(head) != nil
    guard let start = DecodedText.startOfUTF8(head, encoding: options.encoding), !isOutline,
      head.count > start
    else { return nil }
    let isJSON = FileFormat.isJSON(Array(head[start...].prefix(4096)), inner)
    let found =
      isJSON
      ? SeparatedHead(ofObjects: head, of: source.count, from: start, options: options)
      : SeparatedHead(
        head, of: source.count, from: start, options: options,
        prefersTab: inner.hasSuffix(".tsv"))
    guard let rows = found, TableAssembly.mayBeCut(rows.names, options) else { return nil }
    let below = try rows.notesBelow(source)
    let text = try SeparatedText(
      source, rows.firstRow..<source.count - (below?.byteCount ?? 0), rows.layout,
      missing: options.missing.map { Array($0.utf8) },
      bytesPerRow: rows.bytesPerRow,
      isDivided: source.count >= cutting.dividedBytesMin && Workers.threadCount > 1)
    let cells = CellTable(
      bytes: [],
      columns: rows.names.map { CellColumn(name: $0, starts: [], ends: [], offset: 0, stride: 1) },
      lines: .counted(text), rowCount: 0)
    var assembly = TableAssembly(
      cells, file: path, id: id, name: name, options: options, places: nil, isStopped: isStopped,
      progress: progress)
    guard let table = try assembly.assemble(rows, text) else { return nil }
    let encoding = (start > 0 ? "UTF-8 (BOM)" : "UTF-8") + (isPacked ? ", gzip" : "")
    let manner =
      rows.frame.map { FileLoader.manner($0, rows.hasHeader, encoding) }
      ?? Localized(same: "JSON, \(encoding)")
    let report = LoadReport(
      table, assembly.columns, manner: manner,
      notes: rows.notes + [below?.note].compactMap(\.self) + assembly.notes)
    let way: LoadedFile.Way = if case .file = source { .cutInBlocks } else { .cut }
    return LoadedFile(
      tables: [defersColumns ? table : table.filled()], report: report.lines, way: way)
  }

  private static func notes(_ rows: JSONRows) -> [Localized] {
    var notes: [Localized] = []
    if let member = rows.member {
      let others = rows.otherMembers.joined(separator: ", ")
      notes.append(
        Localized(
          en: "the rows are those of \(member)" + (others.isEmpty ? "" : "; left out: \(others)"),
          fr: "les lignes sont celles de \(member)"
            + (others.isEmpty ? "" : " ; laissés de côté : \(others)")))
    }
    if rows.areKeyed {
      notes.append(
        Localized(
          en: "each member of the object is a row, with its name in a column",
          fr: "chaque membre de l’objet est une ligne, avec son nom dans une colonne"))
    }
    if let (name, line) = rows.repeatedKey {
      notes.append(
        Localized(
          en: "the name \(name) occurs again on line \(line): each time it is a row",
          fr: "le nom \(name) revient ligne \(line)\u{202F}: chaque fois, c’est une ligne"))
    }
    if let (name, line) = rows.repeated {
      notes.append(
        Localized(
          en: "the name \(name) occurs again in the object of line \(line): the last value counts",
          fr: "le nom \(name) revient dans l’objet de la ligne \(line)\u{202F}: la dernière valeur "
            + "compte"))
    }
    for column in rows.rawColumns.sorted() {
      notes.append(
        Localized(
          en: "\(column) holds lists of lists or objects, kept as JSON text",
          fr: "\(column) contient des listes de listes ou d’objets, gardées comme texte JSON"))
    }
    return notes
  }

  private static func manner(
    _ frame: SeparatedFrame, _ hasHeader: Bool, _ encoding: String
  ) -> Localized {
    let separator = Separators.name(frame.separator)
    var quote = Localized(same: "")
    if frame.hasQuotes, let sign = frame.quote {
      let shown = String(UnicodeScalar(sign))
      quote = Localized(en: ", quoted by \(shown)", fr: ", entre guillemets \(shown)")
    }
    var header = Localized(en: "no row of names", fr: "sans ligne de noms")
    if hasHeader, frame.line > 1 {
      header = Localized(en: "names on line \(frame.line)", fr: "noms ligne \(frame.line)")
    } else if hasHeader {
      header = Localized(en: "names in the first row", fr: "noms en première ligne")
    }
    return Localized(
      en: "cells parted by \(separator.english)\(quote.english), \(encoding), \(header.english)",
      fr: "cellules séparées par \(separator.french)\(quote.french), \(encoding), "
        + header.french)
  }

  /// The id of a table of that name; a number is added while it is taken.
  static func freeID(_ name: String, _ isTaken: (TableID) -> Bool) -> TableID {
    var id = TableID(name)
    var number = 2
    while isTaken(id) {
      id = TableID("\(name)#\(number)")
      number += 1
    }
    return id
  }

  // MARK: Data sets

  /// Reads every table of a manifest.
  private func loadDataSet(
    _ path: String, _ isTaken: (TableID) -> Bool
  ) throws(DataFailure) -> LoadedFile {
    let isStopped = isStopped
    let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let place = folder.joined(separator: "/")
    let bytes = try FileOpening.read(path, isStopped: isStopped)
    let manifest = try Manifest(reading: bytes, file: path).renamed { id in
      FileLoader.freeID(id.name, isTaken)
    }
    let set = DataSet(manifest: manifest) { (name) throws(DataFailure) in
      let file = place.isEmpty ? name : place + "/" + name
      return try FileOpening.contents(file, isStopped: isStopped).bytes
    }
    var tables: [Table] = []
    var report: [Localized] = []
    for schema in set.schemas {
      guard let table = try set.table(schema.id) else { continue }
      tables.append(table)
      let size = LoadReport.size(table.rowCount, table.schema.columns.count)
      report.append(
        Localized(
          en: "\(NameWriting.written(schema.name.english)): \(size.english) "
            + "(described by \(path))",
          fr: "\(NameWriting.written(schema.name.french)) : \(size.french) "
            + "(décrites par \(path))"))
    }
    return LoadedFile(tables: tables, report: report)
  }
}

extension Manifest {
  /// The same with other ids of tables, in links too.
  fileprivate func renamed(_ rename: (TableID) -> TableID) -> Manifest {
    func type(_ type: ValueType) -> ValueType {
      switch type {
      case .link(let id): .link(rename(id))
      case .list(.link(let id)): .list(.link(rename(id)))
      default: type
      }
    }
    return Manifest(
      tables: tables.map { layout in
        var layout = layout
        let schema = layout.schema
        layout.schema = TableSchema(
          id: rename(schema.id), name: schema.name,
          columns: schema.columns.map {
            ColumnSchema(name: $0.name, type: type($0.type), traits: $0.traits)
          },
          dateColumn: schema.dateColumn, mainLink: schema.mainLink, roleColumn: schema.roleColumn,
          isStructure: schema.isStructure)
        return layout
      })
  }
}

/// When and how text is cut at speed.
package struct CuttingLimits: Sendable {
  /// Without it, the same table comes the long way.
  package var isOn: Bool
  /// From how many bytes on two threads share a text.
  package var dividedBytesMin: Int
  /// From how many bytes on a file is read block by block, and never held as a whole.
  package var blockedBytesMin: Int
  /// How many bytes a block has.
  package var blockBytes: Int

  package init(
    isOn: Bool = true, dividedBytesMin: Int = 1 << 19, blockedBytesMin: Int = 1 << 18,
    blockBytes: Int = 1 << 18
  ) {
    self.isOn = isOn
    self.dividedBytesMin = dividedBytesMin
    self.blockedBytesMin = blockedBytesMin
    self.blockBytes = blockBytes
  }
}
