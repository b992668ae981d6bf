import FriseBase

/// A line of a picture in a terminal: texts at their columns, between them the guides of the axis.
struct TerminalLine {
  /// A text at a column.
  private struct Piece {
    let column: Int
    let width: Int
    let bytes: [UInt8]
  }

  private var pieces: [Piece] = []

  /// Puts a text at a column where nothing stands yet.
  mutating func put(_ text: String, at column: Int, _ style: [UInt8] = [], _ ink: Ink? = nil) {
    let bytes = Array(text.utf8)
    let off = style.isEmpty ? [] : ink?.off ?? []
    pieces.append(
      Piece(column: column, width: CellText.width(text), bytes: style + bytes + off))
  }

  /// Writes the line, without spaces at its end.
  /// `guides`: The columns of the guides, ascending, and how one is drawn.
  func write(guides: [Int], _ guide: String, _ ink: Ink, to sink: inout ByteSink) {
    var column = 0
    var next = 0
    // A guide that touches a text would read as a part of it.
    func fill(from start: Int, to end: Int, _ sink: inout ByteSink) {
      while next < guides.count, guides[next] < end {
        if guides[next] >= start {
          sink.write(0x20, count: guides[next] - column)
          sink.write(ink.faint + Array(guide.utf8) + ink.off)
          column = guides[next] + 1
        }
        next += 1
      }
    }
    for piece in pieces.sorted(by: { $0.column < $1.column }) {
      fill(from: column == 0 ? 0 : column + 1, to: piece.column - 1, &sink)
      sink.write(0x20, count: piece.column - column)
      sink.write(piece.bytes)
      column = max(column, piece.column + piece.width)
    }
    fill(from: column == 0 ? 0 : column + 1, to: Int.max, &sink)
    sink.write(0x0A)
  }
}
