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
    let layout = ScreenLayout(prompt: "frise> ", text: text, columns: columns)
    #expect(layout.end == ScreenLayout.Cell(row: row, column: column))
    #expect(layout.cells.count == text.unicodeScalars.count + 1)
  }

  private func paint(
    _ text: String, cursor: Int? = nil, columns: UInt16 = 20, rows: UInt16 = 6, hint: String = "",
    spans: [StyledSpan] = []
  ) -> (screen: ScreenModel, after: ScreenModel)? {
    let line = EditedLine(text, cursor: cursor)
    let painter = LinePainter(prompt: "frise> ", columns: Int(columns), rows: Int(rows))
    guard let painting = painter.paint(line, spans: spans, hint: hint) else { return nil }
    var screen = ScreenModel(rows: Int(rows), columns: Int(columns))
    // As libedit left it: the text drawn, the cursor on its cell.
    let layout = ScreenLayout(prompt: "frise> ", text: text, columns: Int(columns))
    let cell = layout.cell(atByteOffset: line.cursor, of: text)
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
    let layout = ScreenLayout(prompt: "frise> ", text: text, columns: 20)
    #expect(painted.after.cursor == (0, layout.end.column))
  }

  @Test func whatDoesNotFitIsNotPainted() {
    #expect(paint(String(repeating: "x\n", count: 9)) == nil)
  }
}
