import FriseBase

/// Paints over a line that libedit has drawn: the same characters in colour, and a suggestion
/// behind them. Colours change no cell, so that libedit's notion of the screen stays true.
struct LinePainter: Sendable {
  let prompt: String
  let columns: Int
  let rows: Int
  /// The SGR parameters of the prompt.
  var promptStyle = "1"

  /// What to write, and where it leaves the cursor.
  struct Painting: Sendable, Hashable {
    var bytes: [UInt8] = []
    /// What to write before libedit goes on: the suggestion taken away, the cursor where it was.
    var undoing: [UInt8] = []
  }

  /// False for a text that is so long that no screen of this size shows it whole.
  func mayFit(_ line: EditedLine) -> Bool {
    line.text.utf8.count <= 4 * rows * columns && line.text.utf8.count { $0 == 0x0A } < rows
  }

  /// True for a text that libedit draws otherwise than it looks: with marks that no letter takes
  /// in, with signs made of several. Such a text is painted even without colours.
  func differs(_ line: EditedLine) -> Bool {
    guard line.text.utf8.contains(where: { $0 >= 0xCC }) else { return false }
    let drawn = line.text.unicodeScalars.reduce(0) { $0 + ScreenLayout.width($1) }
    return drawn != line.text.unicodeScalars.reduce(into: 0) { $0 += $1.value < 0x20 ? 1 : 0 }
      + DisplayWidth.columns(of: line.text)
  }

  /// The painting of a line, or nil when it does not fit the screen: `spans` are the pieces of it
  /// that are not plain, in order; `hint` is a suggestion, shown when the cursor is at the end.
  func paint(_ line: EditedLine, spans: [StyledSpan], hint: String) -> Painting? {
    let layout = ScreenLayout(prompt: prompt, text: line.text, columns: columns)
    let cursor = layout.cell(atByteOffset: line.cursor, of: line.text)
    guard layout.end.row < rows else { return nil }
    var canvas = Canvas(columns: columns)
    canvas.hide()
    canvas.moveUp(cursor.row)
    canvas.write(prompt, style: promptStyle)
    write(line.text, layout, spans, to: &canvas)
    let isHinting = !hint.isEmpty && line.isCursorAtEnd
    let room = columns - canvas.columnsWritten - 1
    let shown = isHinting ? DisplayWidth.truncate(hint, to: max(0, room)) : ""
    let column = Self.screenColumn(
      line, layout, cursor, promptColumns: canvas.promptColumns(prompt))
    if !shown.isEmpty { canvas.write(shown, style: "2") }
    canvas.clearToEnd()
    canvas.moveUp(layout.end.row - cursor.row)
    canvas.moveRight(column)
    canvas.show()
    var undoing = shown.isEmpty ? "" : "\u{1B}[K"
    if column != cursor.column { undoing += Canvas.column(cursor.column) }
    return Painting(bytes: canvas.bytes, undoing: Array(undoing.utf8))
  }

  /// Writes the text, row by row as libedit has it, in the styles of its spans.
  private func write(
    _ text: String, _ layout: ScreenLayout, _ spans: [StyledSpan], to canvas: inout Canvas
  ) {
    var row = 0
    var offset = 0
    var next = 0
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let cell = layout.cells[index]
      while row < cell.row {
        canvas.nextRow()
        row += 1
      }
      while next < spans.count, Int(spans[next].span.end) <= offset { next += 1 }
      let isIn = next < spans.count && Int(spans[next].span.start) <= offset
      canvas.write(scalar, column: cell.column, style: isIn ? spans[next].style : "")
      offset += UTF8.width(scalar)
    }
    while row < layout.end.row {
      canvas.nextRow()
      row += 1
    }
  }

  /// The column where the cursor's character is really shown: marks and emoji take other widths
  /// than libedit believes.
  private static func screenColumn(
    _ line: EditedLine, _ layout: ScreenLayout, _ cursor: ScreenLayout.Cell, promptColumns: Int
  ) -> Int {
    let scalars = Array(line.before.unicodeScalars)
    var start = scalars.count
    while start > 0, layout.cells[start - 1].row == cursor.row { start -= 1 }
    if start < scalars.count, scalars[start] == "\n" { start += 1 }
    var row = String.UnicodeScalarView()
    row.append(contentsOf: scalars[start...])
    let text = String(row)
    // Controls and tabs are drawn as libedit counts them.
    if text.unicodeScalars.contains(where: { $0.value < 0x20 }) { return cursor.column }
    let margin = layout.cells[start].row == 0 ? promptColumns : 0
    return min(margin + DisplayWidth.columns(of: text), max(0, layout.columns - 1))
  }
}

/// A piece of a text and the SGR parameters it is shown with.
struct StyledSpan: Sendable, Hashable {
  let span: ByteSpan
  let style: String

  init(_ span: ByteSpan, style: String) {
    self.span = span
    self.style = style
  }
}

extension LinePainter {
  /// The bytes of a painting as they are gathered.
  private struct Canvas {
    let columns: Int
    private(set) var bytes: [UInt8] = []
    private var style = ""
    private var rowText = ""

    init(columns: Int) { self.columns = columns }

    /// The columns written on this row.
    var columnsWritten: Int { DisplayWidth.columns(of: rowText) }

    func promptColumns(_ prompt: String) -> Int { DisplayWidth.columns(of: prompt) }

    mutating func hide() { put("\u{1B}[?25l") }

    mutating func show() { put("\u{1B}[?25h") }

    mutating func moveUp(_ rows: Int) {
      put("\r")
      if rows > 0 { put("\u{1B}[\(rows)A") }
    }

    mutating func moveRight(_ columns: Int) { if columns > 0 { put("\u{1B}[\(columns)C") } }

    /// To a column of the same row, from anywhere in it.
    static func column(_ column: Int) -> String { column > 0 ? "\r\u{1B}[\(column)C" : "\r" }

    mutating func write(_ text: String, style: String) {
      take(style)
      put(text)
      rowText += text
    }

    mutating func write(_ scalar: Unicode.Scalar, column: Int, style: String) {
      if scalar == "\n" { return }
      take(style)
      let text: String
      switch scalar.value {
      case 0x09: text = String(repeating: " ", count: 8 - column % 8)
      case ..<0x20: text = "^" + String(UnicodeScalar(UInt8(scalar.value + 0x40)))
      case 0x7F: text = "^?"
      default: text = String(scalar)
      }
      put(text)
      rowText += text
    }

    /// Goes to the next row, which is there: nothing scrolls.
    mutating func nextRow() {
      clearToEnd()
      put("\r\u{1B}[B")
      rowText = ""
    }

    /// Clears the rest of the row, unless it is full: there the last letter would go.
    mutating func clearToEnd() {
      take("")
      if columnsWritten < columns { put("\u{1B}[K") }
    }

    private mutating func take(_ wanted: String) {
      guard wanted != style else { return }
      if !style.isEmpty { put("\u{1B}[0m") }
      if !wanted.isEmpty { put("\u{1B}[\(wanted)m") }
      style = wanted
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }
  }
}
