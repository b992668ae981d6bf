import FriseBase
import FriseModel

/// Types, ids and names of a table whose text was cut rather than split into a table of cells.
extension TableAssembly {
  /// The types of the columns, found by readers of all rows: first those that the head of the text
  /// suggests, then, where a cell was not what they take, by different texts, then by all texts.
  /// - Returns: False when the text is none that is cut.
  /// - Throws: `DataFailure` as `ColumnInference` does, E417 when stopped.
  mutating func inferByReaders(_ head: SeparatedHead, _ text: SeparatedText) throws(DataFailure)
    -> Bool
  {
    let types = try settledTypes()
    let first = head.names.indices.map { index in
      head.reader(index, as: types[index], open: openSide(index))
    }
    if let rowCount = try pass(first, text) {
      return try finish(head, text, first, types, rowCount)
    }
    // The line end in the middle, where the text is divided, may have stood inside quotes.
    guard let whole = text.undivided else { return false }
    let again = first.map { $0.twin() }
    guard let rowCount = try pass(again, whole) else { return false }
    return try finish(head, whole, again, types, rowCount)
  }

  /// Makes the columns of what readers found, after others have read what those could not.
  private mutating func finish(
    _ head: SeparatedHead, _ text: SeparatedText, _ first: [CellReader],
    _ types: [Int: LoadType], _ rowCount: Int
  ) throws(DataFailure) -> Bool {
    var readers = first
    let failed = readers.indices.filter { index in
      readers[index].isFailed
        || (types[index] == nil && !readers[index].isTypical(ofRows: rowCount))
    }
    for index in failed { readers[index] = TextReader(index, listSign: head.layout.listSign) }
    if !failed.isEmpty {
      guard try pass(failed.map { readers[$0] }, text) == rowCount else { return false }
    }
    cells = CellTable(
      bytes: [],
      columns: head.names.map { CellColumn(name: $0, starts: [], ends: [], offset: 0, stride: 1) },
      lines: .counted(text), rowCount: rowCount)
    self.text = text
    var inference = ColumnInference(
      file: file, table: cells, listSeparator: head.layout.listSign)
    for (index, reader) in readers.enumerated() {
      if isStopped() { throw .stopped(file) }
      var found = try inference.column(reader, as: types[index], open: openSide(index))
      if index == parts[.people], found.schema.type != .number, found.schema.type != .figure {
        guard let distinct = try text.distinct(index) else { return false }
        inference.begin(nil)
        found = try inference.forced(cells.columns[index], distinct, .figure)
      }
      notes += inference.notes
      columns.append(found)
    }
    return text.isConsistent
  }

  /// - Returns: How many rows there are, or nil when the text is none that is cut.
  private func pass(
    _ readers: [CellReader], _ text: SeparatedText
  ) throws(DataFailure) -> Int? {
    try FileOpening.checkMemory(text.memoryNeeded(by: readers), file)
    switch try text.pass(readers, isStopped: isStopped, progress: progress) {
    case .read(let rowCount): return rowCount
    case .irregular: return nil
    case .stopped: throw .stopped(file)
    }
  }

  /// Leaves the texts that nobody asked for yet until somebody does.
  func deferredColumns() -> DeferredColumns? {
    var waiting: [Int: Deferral] = [:]
    for (place, column) in columns.enumerated() {
      if let deferral = column.deferral { waiting[place] = deferral }
    }
    guard !waiting.isEmpty else { return nil }
    let deferrals = waiting
    return DeferredColumns(Set(deferrals.keys)) { wanted in
      var made: [Int: Column] = [:]
      for place in wanted.sorted() {
        if let texts = deferrals[place]?.take() { made[place] = .text(texts) }
      }
      return made
    } readText: { place, row in
      deferrals[place]?.text(at: Int(row))
    }
  }

  /// Finds the ids and names of the rows of a table that is no structure; they are read when
  /// somebody asks for them.
  /// - Throws: `DataFailure` E406 for an id that is missing or repeats, when the column was named.
  mutating func makeRegistryByReaders(_ deferred: DeferredColumns?) throws(DataFailure) {
    guard let index = parts[.id] ?? column(among: ["id"]) else { return }
    let isNeeded = parts[.id] != nil
    let ids: @Sendable () -> TextColumn
    if case .number(let numbers) = columns[index].column, columns[index].areUnique {
      ids = { numbers.texts }
    } else {
      guard let texts = try texts(index, deferred),
        try areUnique(texts, isNeeded: isNeeded)
      else { return }
      ids = { texts }
    }
    let nameIndex = parts[.name] ?? column(among: TableAssembly.nameColumns) ?? index
    let readNames: @Sendable () -> TextColumn
    var readName: (@Sendable (Int32) -> String?)?
    if nameIndex == index {
      readNames = ids
    } else if columns[nameIndex].deferral != nil, let deferred {
      readNames = {
        if case .text(let texts) = deferred.columns([nameIndex])[nameIndex] { return texts }
        return TextColumn(codes: [], pool: .empty)
      }
      readName = { deferred.text(nameIndex, row: $0) }
    } else {
      guard let names = try texts(nameIndex, deferred) else { return }
      readNames = { names }
    }
    registry = Registry(
      table: id, count: cells.rowCount, readIDs: ids,
      readNames: {
        let names = readNames()
        return RegistryNames(english: names, french: names)
      }, readName: readName)
  }

  /// The texts of a column as the file has them.
  private func texts(
    _ place: Int, _ deferred: DeferredColumns?
  ) throws(DataFailure) -> TextColumn? {
    if case .text(let texts) = columns[place].column { return texts }
    if let deferral = columns[place].deferral, !deferral.isWhole,
      case .text(let texts) = deferred?.columns([place])[place]
    {
      return texts
    }
    guard let index = columns[place].fileIndex,
      let distinct = try text?.distinct(index)
    else { return nil }
    return TextColumn(codes: distinct.codes, pool: distinct.pool)
  }

  /// Whether each row has an id of its own; tells when not.
  private mutating func areUnique(
    _ ids: TextColumn, isNeeded: Bool
  ) throws(DataFailure) -> Bool {
    var firstRows = [Int32](repeating: -1, count: ids.pool.count)
    for (row, code) in ids.codes.enumerated() {
      if code >= 0, firstRows[Int(code)] < 0 {
        firstRows[Int(code)] = Int32(clamping: row)
        continue
      }
      let first = code < 0 ? row : Int(firstRows[Int(code)])
      let text = code < 0 ? "" : ids.pool[code]
      guard !isNeeded else {
        throw .repeatedID(file, line: cells.line(row), id: text, firstLine: cells.line(first))
      }
      notes.append(noteOfRepeatedID(text, row: row, first: first))
      return false
    }
    return true
  }
}

extension ColumnInference {
  /// The column that a reader of all its cells gives.
  /// - Throws: `DataFailure` as the inference of cells does.
  mutating func column(
    _ reader: CellReader, as type: LoadType?, open: DateValue?
  ) throws(DataFailure) -> InferredColumn {
    begin(open)
    let cells = table.columns[reader.index]
    var found: InferredColumn
    switch reader {
    case let reader as NumberReader:
      let numbers = reader.numbers.build()
      found = made(
        cells, .number(numbers), .number, reader.numbers.missingCount,
        ColumnInference.kind(of: numbers))
      found.areUnique = reader.numbers.areUnique
    case let reader as DateReader:
      let dates = reader.dates.build()
      found = made(
        cells, .date(dates), .date, reader.dates.noneCount, ColumnInference.dateKind)
    case let reader as TextReader where type == .text || (type == nil && reader.areCertain):
      if !reader.isWhole { tellTrimmed(reader.trimmedCount, of: cells) }
      found = made(
        cells, .none(count: table.rowCount), .text, reader.missingCount,
        reader.isWhole ? ColumnInference.wholeTextKind : ColumnInference.textKind)
      if let texts = reader.takeTexts() {
        found.deferral = Deferral(texts, isWhole: reader.isWhole)
      } else {
        found.column = .text(reader.takeColumn())
      }
    case let reader as TextReader:
      found = try column(cells, reader.takeDistinct(), as: type)
    default: found = made(cells, .none(count: table.rowCount), .text, 0, ColumnInference.textKind)
    }
    found.fileIndex = reader.index
    return found
  }

  private mutating func column(
    _ cells: CellColumn, _ distinct: DistinctCells, as type: LoadType?
  ) throws(DataFailure) -> InferredColumn {
    if let type { return try forced(cells, distinct, type) }
    return try inferred(cells, distinct)
  }
}

extension TableAssembly {
  /// Whether a table of these columns can be made of a text that is cut. Structures, links to
  /// places and dates in parts look at cells row by row.
  static func mayBeCut(_ names: [Localized], _ options: LoadOptions) -> Bool {
    guard options.levels.isEmpty, options.parts[.parent] == nil, options.parts[.place] == nil else {
      return false
    }
    let keys = names.map { TextFold.fold($0.english) }
    let slow = ["parent", "parent_id", "start_date.year"]
    return !keys.contains { slow.contains($0) } && !LevelColumns.mayBe(keys)
  }
}
