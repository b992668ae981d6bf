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

  /// - Parameters:
  ///   - prompt: The prompt, in one row.
  ///   - text: The text, line ends included.
  ///   - columns: The width of the screen.
  ///   - width: The columns of a code point.
  init(
    prompt: String, text: String, columns: Int,
    width: (Unicode.Scalar) -> Int = ScreenLayout.width
  ) {
    self.columns = max(1, columns)
    var cell = Cell()
    for scalar in prompt.unicodeScalars { advance(&cell, by: width(scalar)) }
    cells.reserveCapacity(text.utf8.count + 1)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n":
        cells.append(cell)
        cell = Cell(row: cell.row + 1, column: 0)
      case "\t":
        cells.append(cell)
        repeat { advance(&cell, by: 1) } while cell.column % 8 != 0
      case _ where scalar.value < 0x20 || scalar.value == 0x7F:
        cells.append(cell)
        advance(&cell, by: 1)
        advance(&cell, by: 1)
      default:
        let own = width(scalar)
        if cell.column + own > self.columns { cell = Cell(row: cell.row + 1, column: 0) }
        cells.append(cell)
        advance(&cell, by: own)
      }
    }
    cells.append(cell)
  }

  private func advance(_ cell: inout Cell, by width: Int) {
    cell.column += width
    if cell.column >= columns { cell = Cell(row: cell.row + 1, column: 0) }
  }

  /// The place of the end.
  var end: Cell { cells[cells.count - 1] }

  /// The place of a cursor with so many bytes of the text before it.
  func cell(atByteOffset offset: Int, of text: String) -> Cell {
    let before = String(decoding: text.utf8.prefix(offset), as: UTF8.self).unicodeScalars.count
    return cells[min(before, cells.count - 1)]
  }

  /// The columns libedit gives a code point; those of no width take one in its books.
  static func width(_ scalar: Unicode.Scalar) -> Int {
    max(1, Int(frise_width(scalar.value)))
  }
}
