import CTerminalShim

/// Where the characters of a prompt and a text stand on a screen, as libedit lays them out: one
/// code point after the other by its width; a wide one that does not fit begins the next row, and
/// so does whatever follows a full row.
struct ScreenLayout: Sendable {
  /// A place on the screen, from the first of the prompt.
  struct Cell: Sendable, Hashable {
    var row = 0
    var column = 0
  }

  let columns: Int
  /// The place of each code point of the text, and of its end.
  private(set) var cells: [Cell] = []
  /// The place of the cursor.
  private(set) var cursor = Cell()

  /// - Parameters:
  ///   - prompt: The prompt, in one row.
  ///   - line: The text, line ends included, and its cursor.
  ///   - columns: The width of the screen.
  ///   - width: The columns of a code point that is no ASCII.
  init(
    prompt: String, line: EditedLine, columns: Int,
    width: (Unicode.Scalar) -> Int = ScreenLayout.width
  ) {
    self.columns = max(1, columns)
    var cell = Cell()
    for scalar in prompt.unicodeScalars { advance(&cell, by: width(scalar)) }
    cells.reserveCapacity(line.text.utf8.count + 1)
    var offset = 0
    for scalar in line.text.unicodeScalars {
      let own = scalar.value < 0x80 ? 1 : width(scalar)
      if cell.column + own > self.columns { cell = Cell(row: cell.row + 1, column: 0) }
      cells.append(cell)
      if offset == line.cursor { cursor = cell }
      offset += UTF8.width(scalar)
      switch scalar {
      case "\n": cell = Cell(row: cell.row + 1, column: 0)
      case "\t": repeat { advance(&cell, by: 1) } while cell.column % 8 != 0
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        advance(&cell, by: 1)
        advance(&cell, by: 1)
      default: advance(&cell, by: own)
      }
    }
    cells.append(cell)
    if offset <= line.cursor { cursor = cell }
  }

  private func advance(_ cell: inout Cell, by width: Int) {
    cell.column += width
    if cell.column >= columns { cell = Cell(row: cell.row + 1, column: 0) }
  }

  /// The place of the end.
  var end: Cell { cells[cells.count - 1] }

  /// The first row that a screen of so many rows shows: libedit keeps the cursor in the last one
  /// when there are more above it.
  func firstRow(rows: Int) -> Int { max(0, cursor.row - max(1, rows) + 1) }

  /// True for a text of which a screen of so many rows shows only a part. O(bytes), and O(1) memory
  /// for what is short.
  static func isTall(_ line: EditedLine, prompt: String, columns: Int, rows: Int) -> Bool {
    let bytes = line.text.utf8
    // A row less than the text can take at most: eight columns a tab.
    let most = (8 * bytes.count { $0 < 0x20 } + bytes.count + prompt.utf8.count) / max(1, columns)
    guard most + bytes.count(where: { $0 == 0x0A }) + 1 >= rows else { return false }
    return ScreenLayout(prompt: prompt, line: line, columns: columns).end.row >= rows
  }

  /// The columns libedit gives a code point; those of no width take one in its books.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    max(1, Int(frise_width(scalar.value)))
  }
}
