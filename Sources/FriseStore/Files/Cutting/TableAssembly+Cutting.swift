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
    for round in 0..<2 {
      let failed = readers.indices.filter { readers[$0].isFailed }
      if failed.isEmpty { break }
      for index in failed {
        let isTried = round > 0 || readers[index] is TextReader
        readers[index] =
          isTried ? RangeReader(index) : TextReader(index, listSign: head.layout.listSign)
      }
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
      var found = try inference.column(reader, text, as: types[index], open: openSide(index))
      if index == parts[.people], found.schema.type != .number, found.schema.type != .figure {
        let texts = text.texts([(index, false)])
        guard let texts = texts.first else { return false }
        let distinct = DistinctCells(codes: texts.codes, pool: texts.pool, trimmedCount: 0)
        inference.begin(nil)
        found = try inference.forced(cells.columns[index], distinct, .figure)
      }
      notes += inference.notes
      columns.append(found)
    }
    return true
  }

  /// - Returns: How many rows there are, or nil when the text is none that is cut.
  private func pass(
    _ readers: [CellReader], _ text: SeparatedText
  ) throws(DataFailure) -> Int? {
    try FileOpening.checkMemory(text.memoryNeeded(by: readers), file)
    switch text.pass(readers, isStopped: isStopped, progress: progress) {
    case .read(_, let rowCount): return rowCount
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
    guard let text, !waiting.isEmpty else { return nil }
    let deferrals = waiting
    return DeferredColumns(Set(deferrals.keys)) { wanted in
      let places = wanted.sorted()
      let columns = places.compactMap { deferrals[$0] }.map { ($0.index, $0.isWhole) }
      var made: [Int: Column] = [:]
      for (place, texts) in zip(places, text.texts(columns)) { made[place] = .text(texts) }
      return made
    } readText: { place, row in
      deferrals[place].flatMap { text.text(ofRow: Int(row), $0.index, isWhole: $0.isWhole) }
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
      guard let texts = texts(index, deferred),
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
      guard let names = texts(nameIndex, deferred) else { return }
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
  private func texts(_ place: Int, _ deferred: DeferredColumns?) -> TextColumn? {
    if case .text(let texts) = columns[place].column { return texts }
    if let deferral = columns[place].deferral, !deferral.isWhole,
      case .text(let texts) = deferred?.columns([place])[place]
    {
      return texts
    }
    return columns[place].fileIndex.flatMap { text?.texts([($0, false)]).first }
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
    _ reader: CellReader, _ text: SeparatedText, as type: LoadType?, open: DateValue?
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
    case let reader as DateReader where reader.dates.hasForm || type == .date:
      let dates = reader.dates.build()
      found = made(
        cells, .date(dates), .date, reader.dates.noneCount, ColumnInference.dateKind)
    case let reader as RangeCounter:
      found = made(
        cells, .none(count: table.rowCount), .text, reader.missingCount,
        ColumnInference.wholeTextKind)
      found.deferral = Deferral(index: reader.index, isWhole: true)
    case let reader as TextReader where reader.isSkimming && type == nil:
      tellTrimmed(reader.trimmedCount, of: cells)
      found = made(
        cells, .none(count: table.rowCount), .text, reader.missingCount,
        ColumnInference.textKind)
      found.deferral = Deferral(index: reader.index, isWhole: false)
    case let reader as TextReader where !reader.isSkimming:
      found = try column(cells, reader.distinct, as: type)
    default:
      let ranges = reader as? RangeReader
      let texts = ranges?.texts(text.bytes) ?? text.texts([(reader.index, false)]).first
      guard let texts else { throw .stopped(file) }
      let distinct = DistinctCells(
        codes: texts.codes, pool: texts.pool, trimmedCount: ranges?.trimmedCount ?? 0)
      found = try column(cells, distinct, as: type)
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
