import FriseBase
import FriseModel

/// The cells of a file as ranges of its decoded bytes, column by column.
struct CellTable: Sendable {
  /// The decoded text of the file; quotes and escapes are already undone inside the cells.
  let bytes: [UInt8]
  var columns: [CellColumn]
  /// The line, from 1, on which each row starts.
  let lines: LineNumbers
  let rowCount: Int

  /// The line, from 1, on which a row starts.
  func line(_ row: Int) -> Int { lines.line(row) }
}

/// On which line each row of a file starts.
enum LineNumbers: Sendable {
  case listed([Int32])
  /// Counted when they are asked for, which takes a walk through the text.
  case counted(SeparatedText)

  fileprivate func line(_ row: Int) -> Int {
    switch self {
    case .listed(let numbers): Int(numbers[row])
    case .counted(let text): text.line(ofRow: row)
    }
  }
}

/// The cells of one column. Cell `row` is `starts[offset + row * stride]..<ends[…]`.
struct CellColumn: Sendable {
  var name: Localized
  var starts: [UInt32]
  var ends: [UInt32]
  let offset: Int
  let stride: Int
  /// What parts items when the file itself says that cells are lists.
  var listSeparator: UInt8?

  /// The bytes of a cell as they stand.
  func whole(_ row: Int) -> Range<Int> {
    let index = offset + row * stride
    return Int(starts[index])..<Int(ends[index])
  }

  /// The bytes of a cell without the spaces around it.
  func trimmed(_ row: Int, in bytes: Span<UInt8>) -> Range<Int> {
    let index = offset + row * stride
    return bytes.trimmed(Int(starts[index])..<Int(ends[index]))
  }

  /// Makes a cell empty.
  mutating func clear(_ row: Int) {
    let index = offset + row * stride
    ends[index] = starts[index]
  }
}

extension Span<UInt8> {
  /// `range` without spaces, tabs, line ends and no-break spaces at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end {
      if self[start] <= 32 {
        start += 1
      } else if self[start] == 0xC2, start + 1 < end, self[start + 1] == 0xA0 {
        start += 2
      } else {
        break
      }
    }
    while end > start {
      if self[end - 1] <= 32 {
        end -= 1
      } else if self[end - 1] == 0xA0, end - 1 > start, self[end - 2] == 0xC2 {
        end -= 2
      } else {
        break
      }
    }
    return start..<end
  }

  /// Whether two ranges, here and in `other`, hold the same bytes.
  func matches(_ range: Range<Int>, _ other: [UInt8]) -> Bool {
    guard range.count == other.count else { return false }
    for index in 0..<other.count where self[range.lowerBound + index] != other[index] {
      return false
    }
    return true
  }
}
