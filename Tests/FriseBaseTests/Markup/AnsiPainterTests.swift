import FriseBase
import Testing

@Suite struct AnsiPainterTests {
  @Test func plainTextHasNoEscape() {
    var markup = Markup("error", .error)
    markup.append(": x\n")
    #expect(AnsiPainter.paint(markup, isColored: false) == "error: x\n")
    #expect(markup.text == "error: x\n")
  }

  @Test func colourEndsBeforeEachLineEnd() {
    var markup = Markup("a\n\nb", .caret)
    markup.append("c")
    #expect(
      AnsiPainter.paint(markup, isColored: true) == "\u{1B}[31ma\u{1B}[0m\n\n\u{1B}[31mb\u{1B}[0mc")
  }

  @Test func neighboursOfOneRoleAreOnePiece() {
    var markup = Markup("a", .name)
    markup.append("b", .name)
    markup.append("", .error)
    markup.append(Markup("c", .name))
    #expect(markup == Markup("abc", .name))
    #expect(Markup("").isEmpty)
  }

  @Test(arguments: MarkupRole.allCases)
  func onlyTheSixteenBaseColours(role: MarkupRole) {
    guard let code = AnsiPainter.code(of: role) else { return }
    for parameter in code.split(separator: ";").compactMap({ Int($0) }) {
      #expect([1, 2, 4].contains(parameter) || (30...37).contains(parameter))
    }
  }
}
