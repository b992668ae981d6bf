import FriseBase
import FriseSyntax
import Testing

@Suite struct HighlightingTests {
  /// `word:class` of each span.
  private func classes(_ text: String) -> String {
    let source = SourceText(name: "<prompt>", text: text)
    return Highlighter.spans(of: source).map { "\(source.text($0.0)):\($0.1)" }
      .joined(separator: " ")
  }

  @Test func `a word is a keyword only where it stands as one`() {
    #expect(
      classes("count | count by `count` # c")
        == "count:name |:operator count:verb by:keyword `count`:name # c:comment")
    #expect(
      classes("t | où année(d) = 3 ans et d pendant 1956-11")
        == "t:name |:operator où:verb année:function (:bracket d:name ):bracket =:operator "
        + "3:number "
        + "ans:keyword et:keyword d:name pendant:keyword 1956-11:date")
    #expect(
      classes("let x = [\"a\"]") == "let:keyword x:name =:operator [:bracket \"a\":text ]:bracket")
    #expect(classes("t | foo") == "t:name |:operator foo:error")
    #expect(classes("années 1990") == "années:date 1990:date")
  }

  @Test func `spans are in order and apart`() {
    var random = RandomTokens(seed: 5)
    for _ in 0..<200 {
      var end: UInt32 = 0
      for (span, _) in Highlighter.spans(of: SourceText(name: "x", text: random.soup(length: 30))) {
        #expect(span.start >= end)
        end = span.end
      }
    }
  }
}
