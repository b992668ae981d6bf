import FriseBase
import FriseModel

/// Where a table begins in a separated text, and how its cells are parted and quoted. The files of
/// people often have a title and notes above the names; an option `header` settles what is found.
struct SeparatedFrame {
  let separator: UInt8
  /// The sign around cells, nil when there is none.
  private(set) var quote: UInt8?
  /// Whether cells of the head of the text are quoted.
  private(set) var hasQuotes = false
  /// Whether spaces may stand before the quote that opens a cell.
  private(set) var skipsSpaces = false
  /// Where the first row begins, of names or of cells.
  private(set) var start = 0
  /// The line, from 1, on which it begins.
  private(set) var line = 1
  /// Whether a person said on which line it begins.
  let isTold: Bool
  /// Whether the first row holds names; nil when that is still to be found.
  private(set) var hasHeader: Bool?
  /// How many cells the first row has, and where it ends.
  private(set) var width: Int
  private var firstRowEnd: Int
  /// What a person should know: lines left out.
  private(set) var notes: [Localized] = []

  /// How many bytes and rows are looked at, at the head and at the tail.
  static let bytesMax = 1 << 18
  private static let tailBytesMax = 1 << 16
  static let rowsMax = 101

  /// Finds the frame of a text that begins with `bytes`.
  /// - Throws: `DataFailure` E415 for a separator that is none, E414 for a line of names that is
  ///   not there.
  init(
    _ bytes: [UInt8], file: String, options: LoadOptions, prefersTab: Bool
  ) throws(DataFailure) {
    var told = try SeparatedFrame.separator(options, file)
    hasHeader = options.hasHeader
    isTold = options.headerLine != nil
    if let wanted = options.headerLine {
      (start, line) = (try SeparatedFrame.place(ofLine: wanted, in: bytes, file), wanted)
    } else if let (sign, next) = SeparatedFrame.separatorLine(bytes) {
      told = told ?? sign
      (start, line) = (next, 2)
      notes.append(
        Localized(
          en: "the first line says which sign parts the cells, and is left out",
          fr: "la première ligne dit quel signe sépare les cellules, et est laissée de côté"))
    }
    let (bytes, isCut) = SeparatedFrame.sample(of: bytes, from: start)
    if told == nil, prefersTab, bytes[start...].prefix(1 << 16).contains(9) { told = 9 }
    let (plain, isRegular) = told.map { ($0, true) } ?? Separators.found(in: bytes[start...])
    var best: (preamble: Preamble, separator: UInt8)?
    if options.hasHeader == nil {
      let others = isRegular ? [] : Separators.all.filter { $0 != plain }
      for sign in [plain] + others {
        guard let found = Preamble(bytes, from: start, line: line, separator: sign) else {
          continue
        }
        if best.map({ found.score > $0.preamble.score }) ?? true { best = (found, sign) }
      }
    }
    if let preamble = best?.preamble {
      (start, line, hasHeader) = (preamble.start, preamble.line, true)
      notes.append(preamble.note)
    }
    separator = best?.separator ?? plain
    (width, firstRowEnd) = (0, bytes.count)
    if let first = findQuote(bytes), !isCut {
      (width, firstRowEnd) = (first.cells.count, first.end)
    }
  }

  /// The first lines of a text, as many as are looked at; `isCut` when not even one is so short.
  private static func sample(
    of bytes: [UInt8], from start: Int
  ) -> (bytes: [UInt8], isCut: Bool) {
    guard bytes.count - start > bytesMax else { return (bytes, false) }
    let sample = bytes[..<(start + bytesMax)]
    guard let end = sample[start...].lastIndex(where: { $0 == 10 || $0 == 13 }) else {
      return (Array(sample), true)
    }
    return (Array(sample[...end]), false)
  }

  /// The same with the other rule about quotes, which stand around cells of a tab-separated text or
  /// are signs like any other; nil for other texts.
  var otherwise: SeparatedFrame? {
    guard separator == 9 else { return nil }
    var frame = self
    frame.hasQuotes = quote == nil
    frame.quote = frame.hasQuotes ? UInt8(ascii: "\"") : nil
    return frame
  }

  /// The end of a text of so many bytes, where notes may stand below the rows; `isWhole` when it is
  /// all that stands below the first row.
  func tail(_ byteCount: Int) -> (range: Range<Int>, isWhole: Bool) {
    let place = min(max(firstRowEnd, byteCount - SeparatedFrame.tailBytesMax), byteCount)
    return (place..<byteCount, place == firstRowEnd)
  }

  /// The separator that was named.
  /// - Throws: `DataFailure` E415 for one that is none.
  private static func separator(_ options: LoadOptions, _ file: String) throws(DataFailure)
    -> UInt8?
  {
    guard let text = options.separator else { return nil }
    let units = Array((text == "\\t" ? "\t" : text).utf8)
    guard units.count == 1, units[0] != 10, units[0] != 13, units[0] != 34 else {
      throw .badSeparator(file, text)
    }
    return units[0]
  }

  /// The sign that a first line `sep=;` names, as spreadsheets write it, and where the next begins.
  private static func separatorLine(_ bytes: [UInt8]) -> (sign: UInt8, next: Int)? {
    guard bytes.count > 5, bytes.starts(with: "sep=".utf8), ![10, 13, 34].contains(bytes[4]) else {
      return nil
    }
    let next = bytes[5] == 13 && bytes.count > 6 && bytes[6] == 10 ? 7 : 6
    return bytes[next - 1] == 10 ? (bytes[4], next) : nil
  }

  /// Where a line begins.
  /// - Throws: `DataFailure` E414 when there are fewer lines.
  private static func place(
    ofLine wanted: Int, in bytes: [UInt8], _ file: String
  ) throws(DataFailure) -> Int {
    var (place, line) = (0, 1)
    while line < wanted, place < bytes.count {
      if bytes[place] == 10 || (bytes[place] == 13 && bytes[(place + 1)...].first != 10) {
        line += 1
      }
      place += 1
    }
    guard place < bytes.count else { throw .noLine(file, wanted, last: line - 1) }
    return place
  }

  /// Finds the quote: a single one where half of the rows or more have cells in single quotes, and
  /// no cell is otherwise quoted or merely begins with one; in a tab-separated text none, unless it
  /// begins with a quote and all rows have cells in quotes.
  /// - Returns: The first row.
  private mutating func findQuote(_ bytes: [UInt8]) -> SeparatedScanner.Sketch? {
    let (double, apostrophe) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
    quote = separator == 9 ? nil : double
    let (scanner, rows) = sketch(bytes)
    hasQuotes = scanner.quotedCount > 0
    if let quoted = otherwise {
      guard start < bytes.count, bytes[start] == double else { return rows.first }
      let (quotedScanner, quotedRows) = quoted.sketch(bytes)
      guard quotedScanner.trailingTextCount == 0, quotedScanner.quotedCount >= quotedRows.count
      else { return rows.first }
      self = quoted
      return quotedRows.first
    }
    var other = self
    if scanner.hasSpacedQuote {
      other.skipsSpaces = true
    } else if !hasQuotes, bytes[start...].contains(apostrophe) {
      other.quote = apostrophe
    } else {
      return rows.first
    }
    let (otherScanner, otherRows) = other.sketch(bytes)
    guard otherScanner.trailingTextCount == 0, otherScanner.quotedCount > 0,
      other.skipsSpaces || otherScanner.quotedCount * 2 >= max(4, otherRows.count)
    else { return rows.first }
    (quote, skipsSpaces, hasQuotes) = (other.quote, other.skipsSpaces, true)
    return otherRows.first
  }

  private func sketch(_ bytes: [UInt8]) -> (SeparatedScanner, [SeparatedScanner.Sketch]) {
    var scanner = SeparatedScanner(bytes, file: "", self)
    let rows = scanner.sketch(rowsMax: SeparatedFrame.rowsMax)
    return (scanner, rows)
  }
}

/// Lines above the row of names: a title, a source, remarks.
private struct Preamble {
  /// Where the row of names begins, and on which line.
  let start: Int
  let line: Int
  /// How sure it is that this separator is the one: how many rows it parts alike, and their width.
  let score: Int
  let note: Localized

  /// How many rows above the names are thought to be none of the table.
  private static let rowsMax = 40

  /// Nil when the first row is one of the table, or nothing tells where else it begins.
  init?(_ bytes: [UInt8], from start: Int, line: Int, separator: UInt8) {
    let quote = separator == 9 ? nil : UInt8(ascii: "\"")
    var scanner = SeparatedScanner(
      bytes, file: "", separator: separator, quote: quote, from: start, line: line)
    let rows = scanner.sketch(rowsMax: SeparatedFrame.rowsMax)
    let run = Preamble.longestRun(rows)
    let head = HeadRows(scanner, rows)
    guard run.count > 1,
      let place = run.first(where: { (row: Int) in !head.isSparse(row) && !head.isRemark(row) }),
      place > 0, place <= Preamble.rowsMax, place + 1 < run.upperBound,
      rows[place].filledCount * 2 > rows[place].cells.count,
      SeparatedRows.looksLikeHeader(scanner, rows[place].cells, above: rows[place + 1].cells)
    else { return nil }
    let isSure = head.namesAmounts(place, below: place + 1..<run.upperBound)
    let isParted = rows[place].followsBlank
    let isWide = rows[place].cells.count > 3
    guard isSure || isParted || isWide,
      (0..<place).allSatisfy({ (row: Int) in head.mayStandAbove(row, place, isSure: isSure) })
    else { return nil }
    self.start = rows[place].start
    self.line = rows[place].line
    score = run.count * 1000 + min(rows[place].cells.count, 999)
    note = SeparatedRows.leftOut(
      (0..<place).map { head.text($0) }, count: rows[place].line - line, isAbove: true)
  }

  /// The longest run of rows of one width, of two cells at least.
  private static func longestRun(_ rows: [SeparatedScanner.Sketch]) -> Range<Int> {
    var best = 0..<0
    var start = 0
    for index in rows.indices {
      if rows[index].cells.count != rows[start].cells.count { start = index }
      if rows[start].cells.count > 1, index + 1 - start > best.count { best = start..<index + 1 }
    }
    return best
  }
}

/// The first rows of a text, of any width, and what they may be.
private struct HeadRows {
  private let scanner: SeparatedScanner
  private let rows: [SeparatedScanner.Sketch]

  init(_ scanner: SeparatedScanner, _ rows: [SeparatedScanner.Sketch]) {
    self.scanner = scanner
    self.rows = rows
  }

  /// Whether a row has a title's one or two cells, and more that are empty.
  func isSparse(_ row: Int) -> Bool {
    let (filled, width) = (rows[row].filledCount, rows[row].cells.count)
    return filled < width && filled <= (width > 3 ? 2 : 1)
  }

  /// Whether a row is marked as a remark.
  func isRemark(_ row: Int) -> Bool {
    let first = scanner.text(ofCell: rows[row].cells.lowerBound)
    return !first.isEmpty && scanner.bytes[first.lowerBound] == UInt8(ascii: "#")
  }

  /// Whether a row above the one that seems to hold the names is no row of the table: it has far
  /// fewer cells; or, where the names are sure, it is a remark, or prose with separators in it.
  func mayStandAbove(_ row: Int, _ names: Int, isSure: Bool) -> Bool {
    let (found, width) = (rows[row].cells.count, rows[names].cells.count)
    if rows[row].filledCount <= max(1, width / 2), isSparse(row) || found * 2 <= width + 1 {
      return true
    }
    return isSure && (isRemark(row) || (found != width && isProse(row)))
  }

  /// Whether a space follows some separator of a row.
  private func isProse(_ row: Int) -> Bool {
    rows[row].cells.dropFirst().contains { cell in
      let start = Int(scanner.starts[cell])
      return start < Int(scanner.ends[cell]) && scanner.bytes[start] == 32
    }
  }

  /// Whether below a name of this row stand amounts: digits without letters, and other ones than
  /// years where the name is a year.
  func namesAmounts(_ names: Int, below: Range<Int>) -> Bool {
    (0..<rows[names].cells.count).contains { column in
      let name = scanner.text(ofCell: rows[names].cells.lowerBound + column)
      let isYear = self.isYear(name)
      guard isYear || (!name.isEmpty && !isAmount(name)) else { return false }
      let cells = below.lazy.map { scanner.text(ofCell: rows[$0].cells.lowerBound + column) }
        .filter { !$0.isEmpty }
      let amounts = cells.filter { isAmount($0) && !(isYear && self.isYear($0)) }
      return !amounts.isEmpty && amounts.count * 2 >= cells.count
    }
  }

  private func isYear(_ range: Range<Int>) -> Bool {
    range.count == 4 && scanner.bytes[range].allSatisfy { (48..<58).contains($0) }
  }

  private func isAmount(_ range: Range<Int>) -> Bool {
    let bytes = scanner.bytes[range]
    return bytes.contains { (48..<58).contains($0) }
      && !bytes.contains { (65..<91).contains($0 & 0xDF) }
  }

  /// The filled cells of a row.
  func text(_ row: Int) -> String {
    rows[row].cells.map { scanner.text(ofCell: $0) }.filter { !$0.isEmpty }
      .map { String(decoding: scanner.bytes[$0], as: UTF8.self) }
      .joined(separator: " ")
  }
}
