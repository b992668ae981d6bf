import FriseBase
import FriseModel

/// The cells of a tab-separated file, as ranges of its bytes: no text is made until it is wanted.
/// The first line is the header; blank lines are skipped; a cell can hold neither tab nor line end.
struct TabbedRows: Sendable {
  let file: String
  let bytes: [UInt8]
  /// The names of the columns.
  let header: [String]
  /// Line number from 1 of each row.
  private(set) var lineNumbers: [Int] = []
  /// Where each cell ends, row by row, `header.count` a row; the next starts one byte further.
  private var ends: [Int] = []
  /// Where each row starts.
  private var rowStarts: [Int] = []

  var rowCount: Int { lineNumbers.count }

  /// Splits a file into cells.
  /// - Parameters:
  ///   - bytes: The file; a BOM at its start and CR before a line end are dropped.
  ///   - file: Its name, for messages.
  ///   - isValidated: True when the bytes are known to be UTF-8 without NUL.
  /// - Throws: `DataFailure` when the bytes are not UTF-8, or a row has more or fewer cells than
  ///   the header.
  init(_ bytes: [UInt8], file: String, isValidated: Bool) throws(DataFailure) {
    self.file = file
    self.bytes = bytes
    if !isValidated { try TabbedRows.validate(bytes, file: file) }
    var lines = LineCursor(bytes)
    guard let first = lines.next(bytes) else {
      header = []
      return
    }
    header = TabbedRows.names(bytes, first.range)
    ends.reserveCapacity(bytes.count / 8)
    try append(bytes.span, from: lines.offset)
  }

  /// Splits everything from `offset` on, which starts the second line.
  private mutating func append(_ bytes: Span<UInt8>, from offset: Int) throws(DataFailure) {
    var lineNumber = 2
    var rowStart = offset
    var index = offset
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\t") {
        ends.append(index)
      } else if byte == UInt8(ascii: "\n") {
        try close(bytes, rowStart..<index, lineNumber)
        rowStart = index + 1
        lineNumber += 1
      }
      index += 1
    }
    try close(bytes, rowStart..<bytes.count, lineNumber)
  }

  /// Ends a row whose last cell is not yet noted; a blank line is none.
  private mutating func close(
    _ bytes: Span<UInt8>, _ line: Range<Int>, _ lineNumber: Int
  ) throws(DataFailure) {
    var end = line.upperBound
    if end > line.lowerBound, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    if end <= line.lowerBound { return }
    ends.append(end)
    rowStarts.append(line.lowerBound)
    lineNumbers.append(lineNumber)
    let found = ends.count - (rowStarts.count - 1) * header.count
    guard found == header.count else {
      throw .cellCount(file, line: lineNumber, found: found, expected: header.count)
    }
  }

  private static func names(_ bytes: [UInt8], _ line: Range<Int>) -> [String] {
    bytes[line].split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
      String(decoding: $0, as: UTF8.self)
    }
  }

  private static func validate(_ bytes: [UInt8], file: String) throws(DataFailure) {
    guard let offset = SourceText.firstBadByte(bytes) else { return }
    let line = bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
    throw .notUTF8(file, line: line, byteOffset: offset)
  }

  /// The index of a column.
  /// - Throws: `DataFailure` when the header lacks it.
  func column(_ name: String) throws(DataFailure) -> Int {
    guard let index = header.firstIndex(of: name) else {
      throw .missingColumn(file, name: name, has: header)
    }
    return index
  }

  /// The bytes of a cell, without the spaces around them.
  func cell(_ row: Int, _ column: Int) -> Range<Int> {
    let index = row * header.count + column
    let start = column == 0 ? rowStarts[row] : ends[index - 1] + 1
    return bytes.trimmed(start..<ends[index])
  }

  /// The text of some bytes of the file.
  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}

/// Walks over the lines of a file.
struct LineCursor {
  private(set) var offset: Int
  private var number = 0

  /// A cursor before the first line, past a BOM.
  init(_ bytes: [UInt8]) {
    let hasMark = bytes.count >= 3 && bytes[0] == 0xEF && bytes[1] == 0xBB && bytes[2] == 0xBF
    offset = hasMark ? 3 : 0
  }

  /// The next line without its line end, with its number from 1; nil past the last.
  mutating func next(_ bytes: [UInt8]) -> (number: Int, range: Range<Int>)? {
    guard offset < bytes.count else { return nil }
    var end = offset
    while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
    let start = offset
    offset = end + 1
    number += 1
    let hasReturn = end > start && bytes[end - 1] == UInt8(ascii: "\r")
    return (number, start..<(hasReturn ? end - 1 : end))
  }
}

extension [UInt8] {
  /// `range` without the spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start] == UInt8(ascii: " ") { start += 1 }
    while end > start, self[end - 1] == UInt8(ascii: " ") { end -= 1 }
    return start..<end
  }

  /// The parts of `range` between bytes equal to `separator` outside double quotes, trimmed; at
  /// least one, perhaps empty.
  func parts(of range: Range<Int>, separator: UInt8) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    var isQuoted = false
    for index in range {
      if self[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard self[index] == separator, !isQuoted else { continue }
      parts.append(trimmed(start..<index))
      start = index + 1
    }
    parts.append(trimmed(start..<range.upperBound))
    return parts
  }

  /// The trimmed bytes of `range` before and after the first `separator` outside double quotes; no
  /// tail when there is none.
  func cut(_ range: Range<Int>, at separator: UInt8) -> (head: Range<Int>, tail: Range<Int>?) {
    var isQuoted = false
    for index in range {
      if self[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard self[index] == separator, !isQuoted else { continue }
      return (trimmed(range.lowerBound..<index), trimmed(index + 1..<range.upperBound))
    }
    return (trimmed(range), nil)
  }

  /// True when `range` spells `word`, which is ASCII.
  func isWord(_ word: StaticString, _ range: Range<Int>) -> Bool {
    range.count == word.utf8CodeUnitCount && after(word, range) != nil
  }

  /// What follows `prefix`, which is ASCII, in `range`; nil when it does not stand there.
  func after(_ prefix: StaticString, _ range: Range<Int>) -> Range<Int>? {
    let count = prefix.utf8CodeUnitCount
    guard range.count >= count else { return nil }
    for index in 0..<count
    where unsafe self[range.lowerBound + index] != prefix.utf8Start[index] {
      return nil
    }
    return trimmed(range.lowerBound + count..<range.upperBound)
  }
}
