import CTerminalShim
import FriseBase
import FriseTestSupport
import Testing

@testable import FriseShell

/// Where characters stand, and what is painted over them.
struct LinePainterTests {
  init() { _ = frise_set_locale() }

  @Test(
    arguments: [
      ("", 20, 0, 7), ("abc", 20, 0, 10), (String(repeating: "x", count: 13), 20, 1, 0),
      ("a\nbc", 20, 1, 2), ("移民", 20, 0, 11), (String(repeating: "移", count: 7), 20, 1, 2),
      ("\u{1}", 20, 0, 9), ("é", 8, 1, 0), (String(repeating: "x", count: 13) + "\ny", 20, 2, 1),
    ])
  func places(text: String, columns: Int, row: Int, column: Int) {
    let layout = ScreenLayout(prompt: "frise> ", line: EditedLine(text), columns: columns)
    #expect(layout.end == ScreenLayout.Cell(row: row, column: column))
    #expect(layout.cells.count == text.unicodeScalars.count + 1)
  }

  private func paint(
    _ text: String, cursor: Int? = nil, columns: UInt16 = 20, rows: UInt16 = 6, hint: String = "",
    spans: [StyledSpan] = []
  ) -> (screen: ScreenModel, after: ScreenModel)? {
    let line = EditedLine(text, cursor: cursor)
    let painter = LinePainter(prompt: "frise> ", columns: Int(columns), rows: Int(rows))
    let painting = painter.paint(line, spans: spans, hint: hint)
    var screen = ScreenModel(rows: Int(rows), columns: Int(columns))
    // As libedit left it: the text drawn, the cursor on its cell.
    let layout = ScreenLayout(prompt: "frise> ", line: line, columns: Int(columns))
    let cell = layout.cursor
    screen.feed("\u{1B}[\(cell.row + 1);\(cell.column + 1)H")
    screen.feed(painting.bytes)
    var after = screen
    after.feed(painting.undoing)
    return (screen, after)
  }

  @Test func coloursChangeNoCell() throws {
    let spans = [StyledSpan(ByteSpan(0, 3), style: "34"), StyledSpan(ByteSpan(4, 9), style: "4")]
    let painted = try #require(paint("abc defgh ijklmnop\nq", spans: spans))
    #expect(painted.screen.text == ["frise> abc defgh ijk", "lmnop", "q"])
    #expect(painted.screen.style(row: 0, column: 7) == "34")
    #expect(painted.screen.style(row: 0, column: 10) == "")
    #expect(painted.screen.style(row: 0, column: 11) == "4")
    #expect(painted.screen.cursor == (2, 1))
  }

  @Test func theHintStandsBehindTheEndAlone() throws {
    let painted = try #require(paint("eve", hint: "nts | take 3 by place"))
    #expect(painted.screen.text == ["frise> events | ta…"])
    #expect(painted.screen.style(row: 0, column: 10) == "2")
    #expect(painted.screen.cursor == (0, 10))
    #expect(painted.after.text == ["frise> eve"])
    #expect(try #require(paint("eve", cursor: 1, hint: "nts")).screen.text == ["frise> eve"])
  }

  @Test(arguments: ["cafe\u{301} noir", "👩‍👧 x", "移民 é", "a\u{301}\u{302}b"])
  func clustersTakeTheirOwnWidth(text: String) throws {
    let painted = try #require(paint(text))
    let width = 7 + DisplayWidth.columns(of: text)
    #expect(painted.screen.cursor == (0, width))
    let layout = ScreenLayout(prompt: "frise> ", line: EditedLine(text), columns: 20)
    #expect(painted.after.cursor == (0, layout.end.column))
  }

  /// As the screen looks around the cursor, for each place of it in a text of ten rows.
  @Test(arguments: [(0, 0), (4, 2), (10, 5), (12, 6), (18, 9)])
  func aTextTallerThanTheScreenIsShownAroundTheCursor(cursor: Int, row: Int) throws {
    let text = (0..<10).map(String.init).joined(separator: "\n")
    let spans = [
      StyledSpan(ByteSpan(0, 1), style: "34"), StyledSpan(ByteSpan(18, 19), style: "35"),
    ]
    let painter = LinePainter(prompt: "frise> ", columns: 20, rows: 6)
    let painting = painter.paint(EditedLine(text, cursor: cursor), spans: spans, hint: "")
    var screen = ScreenModel(rows: 6, columns: 20)
    screen.feed("\u{1B}[\(min(row, 5) + 1);1H")
    screen.feed(painting.bytes)
    let first = max(0, row - 5)
    let rows = (first..<(first + 6)).map { $0 == 0 ? "frise> 0" : "\($0)" }
    #expect(screen.text == rows)
    #expect(screen.cursor == (row - first, row == 0 ? 7 : 0))
    if first == 0 { #expect(screen.style(row: 0, column: 7) == "34") }
    if row == 9 { #expect(screen.style(row: 5, column: 0) == "35") }
  }

  @Test func onlyChangedRowsAreWritten() throws {
    let painter = LinePainter(prompt: "frise> ", columns: 40, rows: 60)
    let text = (0..<50).map { "where x = \($0)" }.joined(separator: "\n")
    let first = painter.paint(EditedLine(text), spans: [], hint: "")
    #expect(first.bytes.count > 500)
    let typed = EditedLine(text + "9")
    let second = painter.paint(typed, spans: [], hint: "", over: .changed(first.rows))
    #expect(
      second.bytes.count < 50 && second.rows == painter.paint(typed, spans: [], hint: "").rows)
    let again = painter.paint(typed, spans: [], hint: "", over: .kept(second.rows))
    #expect(again.bytes.isEmpty)
    // A colour that comes far from the cursor: that row alone.
    let spans = [StyledSpan(ByteSpan(0, 5), style: "34")]
    let coloured = painter.paint(typed, spans: spans, hint: "", over: .kept(second.rows))
    #expect(coloured.bytes.count < 80)
    // The cursor went up: whatever lies between may have been written by libedit.
    let moved = painter.paint(
      EditedLine(text, cursor: 3), spans: [], hint: "", over: .changed(second.rows))
    #expect(moved.bytes.count > 500)
  }
}
