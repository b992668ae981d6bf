import FriseBase
import FriseTestSupport
import Testing

@testable import FriseShell

/// Colours that are carried from a text to the one a key made of it.
struct StyledTextTests {
  /// A text with its coloured pieces in brackets: `{where} x = {12}`.
  private func styled(_ marked: String) -> StyledText {
    var styled = StyledText()
    var start = 0
    for character in marked {
      switch character {
      case "{": start = styled.text.utf8.count
      case "}":
        let span = ByteSpan(start, styled.text.utf8.count)
        styled.spans.append(StyledSpan(span, style: "34"))
      default: styled.text.append(character)
      }
    }
    return styled
  }

  @Test(
    arguments: [
      // Typed at the end of a word, of a number, behind a space.
      ("| {whe}", "| {wher}"), ("{1}", "{12}"), ("{where} ", "{where} x"), ("{where}", "{where} "),
      ("{\"a\"}", "{\"a\"}b"), ("{été}", "{étés}"),
      // In the middle, at the start.
      ("{where} x = {12}", "{whXere} x = {12}"), ("{where} x = {12}", "y{where} x = {12}"),
      ("{where} x = {12}", "{where} xyz = {12}"), ("{a}b{c}", "{ax}b{c}"),
      // Taken away: a letter, a piece, all.
      ("{where} x = {12}", "{wher} x = {12}"), ("{where} x = {12}", "{where} x = {1}"),
      ("{where} x = {12}", "{where} {12}"), ("{where} x", ""), ("", "abc"),
    ])
  func colours(before: String, after: String) {
    let expected = styled(after)
    let carried = styled(before).carried(to: expected.text)
    #expect(carried == expected)
  }

  @Test func spansStayInOrderAndWithinTheText() {
    var random = SplitMix64(seed: 3)
    for _ in 0..<500 {
      var text = StyledText(text: String(repeating: "ab1 ", count: 5))
      for start in 0..<5 where random.next() % 2 == 0 {
        text.spans.append(StyledSpan(ByteSpan(4 * start, 4 * start + 3), style: "34"))
      }
      let start = Int(random.next() % 21)
      let end = start + Int(random.next() % UInt64(21 - start))
      let bytes = Array(text.text.utf8)
      let typed = ["", "x", " ", "abc def"][Int(random.next() % 4)]
      let changed = String(
        decoding: bytes[..<start] + Array(typed.utf8) + bytes[end...], as: UTF8.self)
      var last = 0
      for span in text.carried(to: changed).spans.map(\.span) {
        #expect(Int(span.start) >= last && span.start < span.end)
        last = Int(span.end)
      }
      #expect(last <= changed.utf8.count)
    }
  }
}
