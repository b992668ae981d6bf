import FriseBase

/// Paints over a line that libedit has drawn: the same characters in colour, and a suggestion
/// behind them. Colours change no cell, so that libedit's notion of the screen stays true; only of
/// a text that is taller than the screen other rows are painted than libedit drew.
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
    /// The rows as they are then on the screen.
    var rows: PaintedRows
  }

  /// What is on the screen before a painting.
  enum Ground: Sendable {
    /// Anything.
    case unknown
    /// These rows, and libedit's own change of the text from where the cursor was to where it is.
    case changed(PaintedRows)
    /// These rows.
    case kept(PaintedRows)
  }

  /// True for a text that libedit draws otherwise than it looks: with marks that no letter takes
  /// in, with signs made of several. Such a text is painted even without colours.
  func differs(_ line: EditedLine) -> Bool {
    guard line.text.utf8.contains(where: { $0 >= 0xCC }) else { return false }
    let drawn = line.text.unicodeScalars.reduce(0) { $0 + ScreenLayout.width($1) }
    return drawn != line.text.unicodeScalars.reduce(into: 0) { $0 += $1.value < 0x20 ? 1 : 0 }
      + DisplayWidth.columns(of: line.text)
  }

  /// The painting of a line: `spans` are the pieces of it that are not plain, in order; `hint` is a
  /// suggestion, shown when the cursor is at the end.
  func paint(
    _ line: EditedLine, spans: [StyledSpan], hint: String, over ground: Ground = .unknown
  ) -> Painting {
    let layout = ScreenLayout(prompt: prompt, line: line, columns: columns)
    var canvas = Canvas(layout, rows: rows)
    if layout.firstRow(rows: rows) == 0 { canvas.write(prompt, style: promptStyle) }
    write(line, layout, spans, to: &canvas)
    var isHinting = false
    if !hint.isEmpty, line.isCursorAtEnd {
      let shown = DisplayWidth.truncate(hint, to: max(0, columns - canvas.columnsWritten - 1))
      canvas.write(shown, style: "2")
      isHinting = !shown.isEmpty
    }
    canvas.endRow()
    let column = canvas.cursorColumn
    let undoing =
      (isHinting ? "\u{1B}[K" : "") + (column == layout.cursor.column ? "" : Self.column(layout))
    return Painting(
      bytes: bytes(for: canvas.painted, column: column, over: ground), undoing: Array(undoing.utf8),
      rows: canvas.painted)
  }

  /// To the column where libedit believes the cursor, from anywhere in its row.
  private static func column(_ layout: ScreenLayout) -> String {
    layout.cursor.column > 0 ? "\r\u{1B}[\(layout.cursor.column)C" : "\r"
  }

  /// Writes the rows that the screen shows, in the styles of their spans.
  private func write(
    _ line: EditedLine, _ layout: ScreenLayout, _ spans: [StyledSpan], to canvas: inout Canvas
  ) {
    let first = layout.firstRow(rows: rows)
    let shown = first..<(first + rows)
    var row = first
    var offset = 0
    var next = 0
    for (index, scalar) in line.text.unicodeScalars.enumerated() {
      defer { offset += UTF8.width(scalar) }
      let cell = layout.cells[index]
      guard cell.row >= first else { continue }
      while row < cell.row {
        row += 1
        guard shown.contains(row) else { return }
        canvas.endRow()
      }
      if offset == line.cursor { canvas.markCursor() }
      while next < spans.count, Int(spans[next].span.end) <= offset { next += 1 }
      let isIn = next < spans.count && Int(spans[next].span.start) <= offset
      canvas.write(scalar, column: cell.column, style: isIn ? spans[next].style : "")
    }
    while row < layout.end.row, row + 1 < shown.upperBound {
      canvas.endRow()
      row += 1
    }
    if line.isCursorAtEnd { canvas.markCursor() }
  }

  /// The rows to write over what is on the screen.
  private static func changed(_ painted: PaintedRows, over ground: Ground) -> ClosedRange<Int>? {
    switch ground {
    case .changed(let last) where last.firstRow == painted.firstRow:
      // Within these rows libedit moved and wrote.
      let touched = [painted.cursorRow, min(last.cursorRow, painted.count - 1)]
      let differing = painted.changed(since: last) ?? touched[0]...touched[0]
      return min(
        touched[0], touched[1], differing.lowerBound)...max(
          touched[0], touched[1], differing.upperBound)
    case .kept(let last) where last.firstRow == painted.firstRow:
      return painted.changed(since: last)
    default: return 0...(painted.count - 1)
    }
  }

  /// What to write so that the rows are on the screen, the cursor in its row and column.
  private func bytes(for painted: PaintedRows, column: Int, over ground: Ground) -> [UInt8] {
    guard let changed = Self.changed(painted, over: ground) else { return [] }
    var bytes: [UInt8] = Array("\u{1B}[?25l\r".utf8)
    var row = painted.cursorRow
    func go(to wanted: Int) {
      if wanted != row {
        bytes += Array("\u{1B}[\(abs(wanted - row))\(wanted < row ? "A" : "B")".utf8)
      }
      row = wanted
    }
    for changedRow in changed {
      go(to: changedRow)
      bytes += painted[changedRow]
      bytes.append(0x0D)
    }
    go(to: painted.cursorRow)
    bytes += Array(((column > 0 ? "\u{1B}[\(column)C" : "") + "\u{1B}[?25h").utf8)
    return bytes
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
  /// The rows of a painting as they are gathered.
  private struct Canvas {
    private let columns: Int
    private(set) var painted: PaintedRows
    private var style = ""
    /// What the row shows so far.
    private var row: [UInt8] = []
    /// The column where the cursor's character is really shown: marks and emoji take other widths
    /// than libedit believes.
    private(set) var cursorColumn = 0

    init(_ layout: ScreenLayout, rows: Int) {
      columns = layout.columns
      let first = layout.firstRow(rows: rows)
      painted = PaintedRows(firstRow: first, cursorRow: layout.cursor.row - first)
      painted.reserve(bytes: min(rows * columns, layout.cells.count) * 2)
    }

    /// The columns written on this row.
    var columnsWritten: Int { DisplayWidth.columns(of: row.span) }

    /// Takes note that the cursor stands here.
    mutating func markCursor() { cursorColumn = min(columnsWritten, max(0, columns - 1)) }

    mutating func write(_ text: String, style: String) {
      take(style)
      painted.append(text)
      row.append(contentsOf: text.utf8)
    }

    mutating func write(_ scalar: Unicode.Scalar, column: Int, style: String) {
      if scalar == "\n" { return }
      take(style)
      switch scalar.value {
      case 0x20..<0x7F: put(UInt8(truncatingIfNeeded: scalar.value))
      case 0x09: for _ in 0..<(8 - column % 8) { put(0x20) }
      case ..<0x20:
        put(0x5E)
        put(UInt8(truncatingIfNeeded: scalar.value) + 0x40)
      case 0x7F:
        put(0x5E)
        put(0x3F)
      default: for byte in String(scalar).utf8 { put(byte) }
      }
    }

    private mutating func put(_ byte: UInt8) {
      painted.append(byte)
      row.append(byte)
    }

    /// Ends a row and clears the rest of it, unless it is full: there the last letter would go.
    mutating func endRow() {
      take("")
      if columnsWritten < columns { painted.append("\u{1B}[K") }
      painted.endRow()
      row.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ wanted: String) {
      guard wanted != style else { return }
      if !style.isEmpty { painted.append("\u{1B}[0m") }
      if !wanted.isEmpty { painted.append("\u{1B}[\(wanted)m") }
      style = wanted
    }
  }
}
