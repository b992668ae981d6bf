import FriseBase
import FriseModel

/// Splits a text into rows of cells (RFC 4180, any one-byte separator). Quoted cells are unquoted
/// in place, so that every cell is a range of the bytes.
struct SeparatedScanner {
  /// The most columns a table may have.
  static let columnsMax = 16_384
  /// The most bytes a row may have.
  static let rowBytesMax = 64 << 20

  let file: String
  let separator: UInt8
  /// The sign around cells that hold separators; nil in tab-separated files, where a quote is a
  /// sign like any other.
  let quote: UInt8?
  /// Whether spaces may stand before the quote that opens a cell.
  private let skipsSpaces: Bool
  private(set) var bytes: [UInt8]
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var lineNumbers: [Int32] = []
  /// How many cells the first row has; all others must have as many.
  private(set) var width = 0
  /// Whether that row was given one more, as the second has.
  private var isWidened = false
  /// Cells that were quoted.
  private(set) var quotedCount = 0
  /// Cells in which text follows the closing quote.
  private(set) var trailingTextCount = 0
  /// Where the first row begins.
  private let start: Int
  private var lineNumber: Int

  /// `start`: Where the first row begins, on the line `line`.
  init(
    _ bytes: [UInt8], file: String, separator: UInt8, quote: UInt8?, skipsSpaces: Bool = false,
    from start: Int = 0, line: Int = 1
  ) {
    self.bytes = bytes
    self.file = file
    self.separator = separator
    self.quote = quote
    self.skipsSpaces = skipsSpaces
    self.start = start
    lineNumber = line
  }

  /// Splits a text from where its table begins.
  init(_ bytes: [UInt8], file: String, _ frame: SeparatedFrame) {
    self.init(
      bytes, file: file, separator: frame.separator, quote: frame.quote,
      skipsSpaces: frame.skipsSpaces, from: frame.start, line: frame.line)
  }

  /// Splits the whole text.
  /// - Throws: `DataFailure` E403 for a row of another width, E410 when the text ends inside a row,
  ///   E413 for rows that are too long, E417 when stopped.
  ///
  /// `progress` is told how many bytes are read, and how many there are.
  mutating func scan(
    isStopped: @Sendable () -> Bool, progress: @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) {
    // As many cells as there are signs that end one, and a row without a line end.
    var count = 1
    for byte in bytes[start...] where byte == separator || byte == 10 || byte == 13 { count += 1 }
    // The places of the cells, and the storage of their columns.
    try FileOpening.checkMemory(count * 32, file)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    var index = start
    while index < bytes.count {
      if lineNumbers.count & 0xFFF == 0 {
        if isStopped() { throw .stopped(file) }
        progress(index, bytes.count)
      }
      index = try scanRow(from: index)
    }
  }

  /// Splits the first rows.
  /// - Returns: Where the second one begins, and where the last of them ends.
  mutating func scan(rowsMax: Int) throws(DataFailure) -> (second: Int, end: Int) {
    var index = start
    var second: Int?
    while index < bytes.count, lineNumbers.count < rowsMax {
      index = try scanRow(from: index)
      if second == nil, lineNumbers.count == 1 { second = index }
    }
    return (second ?? index, index)
  }

  /// A row of any width, as a look at the head of a text finds it.
  struct Sketch {
    let line: Int
    /// Where it begins, and where the next one does.
    let start: Int
    let end: Int
    /// Its cells, among `starts` and `ends`.
    let cells: Range<Int>
    /// How many cells are not empty.
    let filledCount: Int
    /// Whether a blank line, or a row of empty cells, stands above it.
    let followsBlank: Bool
  }

  /// Splits the first rows, as wide as each of them is; blank lines and what stands behind a quote
  /// that is never closed are left out.
  mutating func sketch(rowsMax: Int) -> [Sketch] {
    var rows: [Sketch] = []
    var isAfterBlank = false
    var index = start
    while index < bytes.count, rows.count < rowsMax {
      let (firstCell, line, first) = (starts.count, lineNumber, index)
      guard let row = try? splitRow(from: index) else { break }
      index = row.end
      let cells = firstCell..<starts.count
      let filledCount = cells.count { !text(ofCell: $0).isEmpty }
      if cells.count > 1 || filledCount > 0 {
        rows.append(
          Sketch(
            line: line, start: first, end: index, cells: cells, filledCount: filledCount,
            followsBlank: isAfterBlank))
      }
      isAfterBlank = filledCount == 0
    }
    return rows
  }

  /// Whether some cell has a quote behind spaces and ends with one.
  var hasSpacedQuote: Bool {
    starts.indices.contains { cell in
      let text = text(ofCell: cell)
      return text.count > 1 && text.lowerBound > starts[cell] && bytes[text.lowerBound] == quote
    }
  }

  /// The bytes of a cell, without the spaces around it.
  func text(ofCell cell: Int) -> Range<Int> {
    bytes.span.trimmed(Int(starts[cell])..<Int(ends[cell]))
  }

  /// Splits one row.
  /// - Returns: Where the next one starts.
  private mutating func scanRow(from start: Int) throws(DataFailure) -> Int {
    let firstCell = starts.count
    let row = try splitRow(from: start)
    try close(firstCell, line: row.line, isWhole: row.isWhole)
    return row.end
  }

  /// Finds the cells of one row, and where the next one starts.
  private mutating func splitRow(
    from start: Int
  ) throws(DataFailure) -> (line: Int, end: Int, isWhole: Bool) {
    let firstLine = lineNumber
    let firstCell = starts.count
    var index = start
    var isLast = false
    while !isLast {
      let cell: Range<Int>
      let opening = skipsSpaces ? bytes[index...].firstIndex { $0 != 32 } ?? index : index
      if let quote, opening < bytes.count, bytes[opening] == quote {
        index = opening
        cell = try scanQuoted(&index, quote)
      } else {
        cell = scanPlain(&index)
      }
      starts.append(UInt32(truncatingIfNeeded: cell.lowerBound))
      ends.append(UInt32(truncatingIfNeeded: cell.upperBound))
      isLast = index >= bytes.count || bytes[index] != separator
      if !isLast { index += 1 }
      if starts.count - firstCell > SeparatedScanner.columnsMax {
        throw .tooManyColumns(file, found: columnCount(from: start))
      }
    }
    let isWhole = index < bytes.count
    if index - start > SeparatedScanner.rowBytesMax { throw .lineTooLong(file, line: firstLine) }
    if isWhole {
      index += bytes[index] == 13 && index + 1 < bytes.count && bytes[index + 1] == 10 ? 2 : 1
      lineNumber += 1
    }
    return (firstLine, index, isWhole)
  }

  /// Keeps or refuses the row whose cells begin at `firstCell`.
  private mutating func close(
    _ firstCell: Int, line: Int, isWhole: Bool
  ) throws(DataFailure) {
    let found = starts.count - firstCell
    if found == 1, starts[firstCell] == ends[firstCell], width != 1 {
      // A blank line is no row, unless rows have one cell.
      starts.removeLast()
      ends.removeLast()
      return
    }
    if width == 0 { width = found }
    if lineNumbers.count == 1, found == width + 1, starts[starts.count - 1] == ends[ends.count - 1]
    {
      // Rows that end with a separator have one cell more than the names above them.
      starts.insert(ends[firstCell - 1], at: firstCell)
      ends.insert(ends[firstCell - 1], at: firstCell)
      (width, isWidened) = (found, true)
    }
    guard found == width else {
      if !isWhole, found < width {
        throw .truncated(
          file, line: line, lastGood: Int(lineNumbers.last ?? 0),
          why: Localized(
            en: "the file ends inside a row, after \(found) of \(width) cells",
            fr: "le fichier s’arrête dans une ligne, après \(found) cellules sur \(width)"))
      }
      throw .rowWidth(
        file, line: line, found: found, expected: width, isSecond: isWidened, separator: separator)
    }
    guard lineNumbers.count < Int(Int32.max) - 1 else { throw .tooManyRows(file) }
    lineNumbers.append(Int32(clamping: line))
  }

  /// A cell up to the next separator or line end.
  private func scanPlain(_ index: inout Int) -> Range<Int> {
    let start = index
    let separator = self.separator
    let span = bytes.span
    var next = index
    while next < span.count {
      let byte = span[next]
      if byte == separator || byte == 10 || byte == 13 { break }
      next += 1
    }
    index = next
    return start..<next
  }

  /// A cell that begins with a quote, unquoted in place; `index` ends behind it.
  private mutating func scanQuoted(
    _ index: inout Int, _ quote: UInt8
  ) throws(DataFailure) -> Range<Int> {
    quotedCount += 1
    let start = index
    var write = index
    var read = index + 1
    let openLine = lineNumber
    while true {
      guard read < bytes.count else {
        throw .truncated(
          file, line: openLine, lastGood: Int(lineNumbers.last ?? 0),
          why: Localized(
            en: "the quote opened here is never closed",
            fr: "le guillemet ouvert ici n’est jamais fermé"))
      }
      let byte = bytes[read]
      if byte == quote {
        guard read + 1 < bytes.count, bytes[read + 1] == quote else {
          break
        }
        read += 1
      } else if byte == 10 {
        lineNumber += 1
      }
      bytes[write] = byte
      write += 1
      read += 1
    }
    index = read + 1
    // Text behind the closing quote is kept: it was written.
    let rest = scanPlain(&index)
    if bytes[rest].contains(where: { $0 != 32 }) { trailingTextCount += 1 }
    for offset in rest {
      bytes[write] = bytes[offset]
      write += 1
    }
    return start..<write
  }

  /// How many cells the row at `start` has, for the message that they are too many.
  private func columnCount(from start: Int) -> Int {
    bytes[start...].prefix { $0 != 10 && $0 != 13 }.count { $0 == separator } + 1
  }

  /// Turns `\t`, `\n`, `\r` and `\\` in cells into what they stand for, when every backslash of the
  /// text is one of these: the way tab-separated files write what would end a cell.
  /// - Returns: True when there were some.
  mutating func unescape() -> Bool {
    guard quote == nil, hasOnlyEscapes() else { return false }
    for cell in starts.indices {
      let range = Int(starts[cell])..<Int(ends[cell])
      guard bytes[range].contains(UInt8(ascii: "\\")) else { continue }
      var write = range.lowerBound
      var read = range.lowerBound
      while read < range.upperBound {
        var byte = bytes[read]
        if byte == UInt8(ascii: "\\"), read + 1 < range.upperBound {
          read += 1
          byte = SeparatedScanner.escapes[bytes[read]] ?? bytes[read]
        }
        bytes[write] = byte
        write += 1
        read += 1
      }
      ends[cell] = UInt32(truncatingIfNeeded: write)
    }
    return true
  }

  private static let escapes: [UInt8: UInt8] = [
    UInt8(ascii: "t"): 9, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13,
    UInt8(ascii: "\\"): UInt8(ascii: "\\"),
  ]

  /// True when there is a backslash, and each begins an escape.
  private func hasOnlyEscapes() -> Bool {
    var index = 0
    var isFound = false
    while index < bytes.count {
      guard bytes[index] == UInt8(ascii: "\\") else {
        index += 1
        continue
      }
      guard index + 1 < bytes.count, SeparatedScanner.escapes[bytes[index + 1]] != nil else {
        return false
      }
      isFound = true
      index += 2
    }
    return isFound
  }
}
