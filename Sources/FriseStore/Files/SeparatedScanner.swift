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
  /// False in tab-separated files, where a quote is a sign like any other.
  let unquotes: Bool
  private(set) var bytes: [UInt8]
  private(set) var starts: [UInt32] = []
  private(set) var ends: [UInt32] = []
  private(set) var lineNumbers: [Int32] = []
  /// How many cells the first row has; all others must have as many.
  private(set) var width = 0
  /// Cells in which text follows the closing quote.
  private(set) var trailingTextCount = 0
  private var lineNumber = 1

  init(_ bytes: [UInt8], file: String, separator: UInt8) {
    self.bytes = bytes
    self.file = file
    self.separator = separator
    unquotes = separator != UInt8(ascii: "\t")
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
    for byte in bytes where byte == separator || byte == 10 || byte == 13 { count += 1 }
    // The places of the cells, and the storage of their columns.
    try FileOpening.checkMemory(count * 32, file)
    starts.reserveCapacity(count)
    ends.reserveCapacity(count)
    var index = 0
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
    var index = 0
    var second: Int?
    while index < bytes.count, lineNumbers.count < rowsMax {
      index = try scanRow(from: index)
      if second == nil, lineNumbers.count == 1 { second = index }
    }
    return (second ?? index, index)
  }

  /// Splits one row.
  /// - Returns: Where the next one starts.
  private mutating func scanRow(from start: Int) throws(DataFailure) -> Int {
    let firstLine = lineNumber
    let firstCell = starts.count
    var index = start
    var isLast = false
    while !isLast {
      let cell: Range<Int>
      if unquotes, index < bytes.count, bytes[index] == UInt8(ascii: "\"") {
        cell = try scanQuoted(&index, firstLine)
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
    try close(firstCell, line: firstLine, isWhole: isWhole)
    return index
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
    guard found == width else {
      if !isWhole, found < width {
        throw .truncated(
          file, line: line, lastGood: Int(lineNumbers.last ?? 0),
          why: Localized(
            en: "the file ends inside a row, after \(found) of \(width) cells",
            fr: "le fichier s’arrête dans une ligne, après \(found) cellules sur \(width)"))
      }
      throw .rowWidth(file, line: line, found: found, expected: width, separator: separator)
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
  private mutating func scanQuoted(_ index: inout Int, _ firstLine: Int) throws(DataFailure)
    -> Range<Int>
  {
    let quote = UInt8(ascii: "\"")
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
    if !rest.isEmpty { trailingTextCount += 1 }
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
    guard !unquotes, hasOnlyEscapes() else { return false }
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
