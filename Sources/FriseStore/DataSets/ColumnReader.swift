import FriseBase
import FriseModel

/// Reads the cells of one column of a file as values of one type, straight into storage.
struct ColumnReader {
  let rows: TabbedRows
  /// The column's name, for messages.
  let name: String
  /// Indices of its columns in the file.
  private let sources: [Int]
  private let separator: UInt8

  /// - Throws: `DataFailure` when the file lacks a column.
  init(_ rows: TabbedRows, _ layout: TableLayout, _ column: Int) throws(DataFailure) {
    self.rows = rows
    name = layout.schema.columns[column].name.english
    separator = layout.columns[column].separator
    var sources: [Int] = []
    for source in layout.sources(column) { sources.append(try rows.column(source)) }
    self.sources = sources
  }

  /// The texts of one source; an empty cell is none.
  func text(source: Int) -> TextColumn {
    var builder = StringPoolBuilder()
    let codes = [Int32](capacity: rows.rowCount) { output in
      for row in 0..<rows.rowCount {
        let cell = rows.cell(row, sources[source])
        output.append(cell.isEmpty ? -1 : builder.add(rows.bytes.span.extracting(cell)))
      }
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  func texts() -> Column { .text(text(source: 0)) }

  func bilingual() -> Column {
    .bilingual(english: text(source: 0), french: text(source: 1))
  }

  /// Plain decimal numbers.
  func numbers() throws(DataFailure) -> Column {
    var numbers: [ExactNumber?] = []
    numbers.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount { numbers.append(try number(row, sources[0])) }
    return .number(NumberColumn(numbers))
  }

  /// Numbers in the first source, their words in the second; no word is `exact`.
  func figures() throws(DataFailure) -> Column {
    var figures: [Figure?] = []
    figures.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      guard let number = try number(row, sources[0]) else {
        figures.append(nil)
        continue
      }
      guard let figure = Figure(number: number, word: try word(row)) else {
        throw badCell(row, rows.cell(row, sources[0]), Localized(en: "a figure", fr: "un chiffre"))
      }
      figures.append(figure)
    }
    return .figure(FigureColumn(figures))
  }

  /// EDTF dates.
  func dates() throws(DataFailure) -> Column {
    var dates: [DateValue?] = []
    dates.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let cell = rows.cell(row, sources[0])
      guard !cell.isEmpty else {
        dates.append(nil)
        continue
      }
      guard let date = EDTF.parse(rows.bytes.span.extracting(cell)) else {
        throw badCell(row, cell, Localized(en: "a date in EDTF", fr: "une date en EDTF"))
      }
      dates.append(date)
    }
    return .date(DateColumn(dates))
  }

  /// `yes` or `no`; an empty cell is undecided.
  func truths() throws(DataFailure) -> Column {
    var answers: [UInt8] = []
    for row in 0..<rows.rowCount {
      let cell = rows.cell(row, sources[0])
      switch rows.text(cell) {
      case "": answers.append(Truth.undecided.rawValue)
      case "yes": answers.append(Truth.yes.rawValue)
      case "no": answers.append(Truth.no.rawValue)
      default: throw badCell(row, cell, Localized(en: "yes or no", fr: "yes ou no"))
      }
    }
    return .truth(TruthColumn(answers: answers))
  }

  /// One row of another table a cell.
  func links(to target: LinkTarget) throws(DataFailure) -> Column {
    var links: [Int32] = []
    links.reserveCapacity(rows.rowCount)
    for row in 0..<rows.rowCount {
      let cell = rows.cell(row, sources[0])
      links.append(cell.isEmpty ? -1 : try target.row(of: cell, in: self, row: row))
    }
    return .link(LinkColumn(registry: target.registry, rows: links))
  }

  /// Any number of rows of another table a cell.
  func linkLists(to target: LinkTarget) throws(DataFailure) -> Column {
    var links: [Int32] = []
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(rows.rowCount + 1)
    for row in 0..<rows.rowCount {
      for item in items(row) { links.append(try target.row(of: item, in: self, row: row)) }
      offsets.append(Int32(clamping: links.count))
    }
    let column = LinkColumn(registry: target.registry, rows: links)
    return .list(ListColumn(offsets: offsets, items: .link(column)))
  }

  /// Any number of texts a cell.
  func textLists() -> Column {
    var builder = StringPoolBuilder()
    var codes: [Int32] = []
    var offsets: [Int32] = [0]
    offsets.reserveCapacity(rows.rowCount + 1)
    for row in 0..<rows.rowCount {
      for item in items(row) { codes.append(builder.add(rows.bytes.span.extracting(item))) }
      offsets.append(Int32(clamping: codes.count))
    }
    let items = TextColumn(codes: codes, pool: builder.build())
    return .list(ListColumn(offsets: offsets, items: .text(items)))
  }

  /// The items of a list cell, without empty ones.
  func items(_ row: Int) -> [Range<Int>] {
    let cell = rows.cell(row, sources[0])
    return cell.isEmpty
      ? [] : rows.bytes.parts(of: cell, separator: separator).filter { !$0.isEmpty }
  }

  private func number(_ row: Int, _ source: Int) throws(DataFailure) -> ExactNumber? {
    let cell = rows.cell(row, source)
    guard !cell.isEmpty else { return nil }
    guard let number = ExactNumber(parsing: rows.bytes.span.extracting(cell)) else {
      throw badCell(row, cell, Localized(en: "a plain number", fr: "un nombre écrit simplement"))
    }
    return number
  }

  private func word(_ row: Int) throws(DataFailure) -> FigureWord {
    let cell = rows.cell(row, sources[1])
    guard !cell.isEmpty else { return .exact }
    let text = rows.text(cell)
    let words = FigureWord.allCases.filter { $0 != .between }
    guard let word = words.first(where: { $0.machineName == text }) else {
      let list = words.map(\.machineName).joined(separator: ", ")
      throw badCell(row, cell, Localized(en: "one of \(list)", fr: "l’un de \(list)"))
    }
    return word
  }

  private func badCell(_ row: Int, _ cell: Range<Int>, _ expected: Localized) -> DataFailure {
    .badCell(
      rows.file, line: rows.lineNumbers[row], column: name, text: rows.text(cell),
      expected: expected)
  }
}
