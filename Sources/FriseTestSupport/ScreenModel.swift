import FriseBase

/// A terminal as far as the prompt uses one: cells with their style, a cursor, wrapping with a
/// pending last column, scrolling, and the sequences that move, erase and colour.
package struct ScreenModel: Sendable {
  /// A cell: a cluster, or nothing, and the SGR parameters it was written with.
  private struct Cell: Sendable, Hashable {
    var text = " "
    var style = ""
  }

  private let rows: Int
  private let columns: Int
  private var cells: [[Cell]]
  private var row = 0
  private var column = 0
  private var isWrapPending = false
  private var parameters: [String] = []
  /// Bytes of a sequence or of a character that is not whole yet.
  private var pending: [UInt8] = []

  package init(rows: Int, columns: Int) {
    self.rows = rows
    self.columns = columns
    cells = Array(repeating: Array(repeating: Cell(), count: columns), count: rows)
  }

  /// Rows as they look, without the blanks at their ends and without the empty rows at the end.
  package var text: [String] {
    var lines = cells.map { row -> String in
      var line = row.map(\.text).joined()
      while line.last == " " { line.removeLast() }
      return line
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Text and style of every cell, row by row, without the empty rows at the end.
  package var looks: [String] {
    cells.prefix(text.count).map { row in
      row.map { "\($0.style)|\($0.text)" }.joined(separator: "¦")
    }
  }

  /// The SGR parameters of a cell, in the order they were set; empty for plain.
  package func style(row: Int, column: Int) -> String { cells[row][column].style }

  package var cursor: (row: Int, column: Int) { (row, isWrapPending ? columns : column) }

  /// Takes what a program writes.
  package mutating func feed(_ text: String) { feed(Array(text.utf8)) }

  /// Takes what a program writes.
  package mutating func feed(_ bytes: [UInt8]) {
    pending += bytes
    var index = 0
    while index < pending.count {
      let used = step(from: index)
      if used == 0 { break }
      index += used
    }
    pending.removeFirst(index)
  }

  /// Reads one character or sequence: its bytes, or 0 when it is not whole.
  private mutating func step(from index: Int) -> Int {
    switch pending[index] {
    case 0x1B: return sequence(from: index)
    case 0x0D:
      (column, isWrapPending) = (0, false)
    case 0x0A: lineFeed()
    case 0x08:
      column = max(0, column - 1)
      isWrapPending = false
    case 0x09: column = min(columns - 1, (column / 8 + 1) * 8)
    case ..<0x20: break
    default: return character(from: index)
    }
    return 1
  }

  private mutating func character(from index: Int) -> Int {
    let first = pending[index]
    let length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    guard index + length <= pending.count else { return 0 }
    let text = String(decoding: pending[index..<index + length], as: UTF8.self)
    let width = DisplayWidth.columns(of: text)
    if let joined = joining(text, width: width) {
      cells[row][joined].text += text
      return length
    }
    if isWrapPending || column + width > columns {
      lineFeed()
      (column, isWrapPending) = (0, false)
    }
    let style = parameters.joined(separator: ";")
    cells[row][column] = Cell(text: text, style: style)
    if width == 2, column + 1 < columns { cells[row][column + 1] = Cell(text: "", style: style) }
    column += width
    if column >= columns { (column, isWrapPending) = (columns - 1, true) }
    return length
  }

  /// The cell before the cursor when a character belongs to its cluster, else nil.
  private func joining(_ text: String, width: Int) -> Int? {
    var before = isWrapPending ? column : column - 1
    while before > 0, cells[row][before].text.isEmpty { before -= 1 }
    guard before >= 0 else { return nil }
    let cell = cells[row][before].text
    let isOne = (cell + text).count == 1 && !cell.isEmpty
    return isOne || width == 0 ? before : nil
  }

  private mutating func lineFeed() {
    if row + 1 < rows {
      row += 1
    } else {
      cells.removeFirst()
      cells.append(Array(repeating: Cell(), count: columns))
    }
  }

  private mutating func sequence(from index: Int) -> Int {
    guard index + 1 < pending.count else { return 0 }
    guard pending[index + 1] == UInt8(ascii: "[") else { return 2 }
    var end = index + 2
    while end < pending.count, !(0x40...0x7E).contains(pending[end]) { end += 1 }
    guard end < pending.count else { return 0 }
    let body = String(decoding: pending[(index + 2)..<end], as: UTF8.self)
    act(pending[end], body)
    return end + 1 - index
  }

  private mutating func act(_ final: UInt8, _ body: String) {
    let numbers = body.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    let count = max(1, numbers.first ?? 1)
    if final == UInt8(ascii: "m") { return colour(body) }
    switch final {
    case UInt8(ascii: "A"): row = max(0, row - count)
    case UInt8(ascii: "B"): row = min(rows - 1, row + count)
    case UInt8(ascii: "C"): column = min(columns - 1, column + count)
    case UInt8(ascii: "D"): column = max(0, column - count)
    case UInt8(ascii: "G"): column = min(columns, count) - 1
    case UInt8(ascii: "H"):
      row = min(rows, count) - 1
      column = min(columns, max(1, numbers.count > 1 ? numbers[1] : 1)) - 1
    case UInt8(ascii: "J"):
      eraseRow(from: numbers.first == 2 ? 0 : column)
      for below in cells.indices where numbers.first == 2 || below > row {
        cells[below] = Array(repeating: Cell(), count: columns)
      }
    case UInt8(ascii: "K"): eraseRow(from: column)
    case UInt8(ascii: "P"):
      cells[row].removeSubrange(column..<min(columns, column + count))
      while cells[row].count < columns { cells[row].append(Cell()) }
    case UInt8(ascii: "@"):
      for _ in 0..<min(count, columns) { cells[row].insert(Cell(), at: column) }
      cells[row].removeLast(cells[row].count - columns)
    default: return
    }
    isWrapPending = false
  }

  private mutating func colour(_ body: String) {
    for part in body.split(separator: ";", omittingEmptySubsequences: false) {
      if part.isEmpty || part == "0" { parameters = [] } else { parameters.append(String(part)) }
    }
  }

  private mutating func eraseRow(from start: Int) {
    for column in start..<columns { cells[row][column] = Cell() }
  }
}
