import FriseBase
import FriseSyntax
import FriseTestSupport
import Testing

@Suite struct PrintingLawTests {
  private func printed(_ script: Script, _ source: SourceText, _ tongue: Tongue) -> String {
    Printer.print(script, source: source, tongue: tongue)
  }

  @Test func `parse of print is the same tree, in both tongues, with and without accents`() {
    var random = RandomScript(seed: 7)
    for _ in 0..<250 {
      let script = random.script()
      let tree = SyntaxDump.dump(script)
      for tongue in Tongue.allCases {
        let text = printed(script, SourceText(name: "x", text: ""), tongue)
        for form in [text, withoutAccents(text)] {
          #expect(codes(form) == [], "\(form)")
          #expect(dump(form) == tree, "\(form)")
        }
      }
    }
  }

  @Test func `printing what was printed changes nothing`() {
    var random = RandomScript(seed: 8)
    for _ in 0..<120 {
      let script = random.script()
      for tongue in Tongue.allCases {
        let once = printed(script, SourceText(name: "x", text: ""), tongue)
        let source = SourceText(name: "x", text: once)
        #expect(printed(Parser.parse(source).script, source, tongue) == once)
      }
    }
  }

  @Test func `comments are kept, wherever they stand, and stay where they are`() {
    var random = RandomScript(seed: 9)
    for round in 0..<200 {
      let script = random.script()
      let text = printed(script, SourceText(name: "x", text: ""), .english)
      let commented = withComments(text, every: 2 + round % 5, &random.generator)
      let source = SourceText(name: "x", text: commented)
      let parsed = Parser.parse(source)
      guard !parsed.hasErrors else { continue }
      let once = printed(parsed.script, source, .french)
      let again = SourceText(name: "x", text: once)
      let reread = Parser.parse(again).script
      #expect(reread.comments.map(\.text).sorted() == parsed.script.comments.map(\.text).sorted())
      #expect(printed(reread, again, .french) == once, "\(commented)")
      #expect(SyntaxDump.dump(reread) == SyntaxDump.dump(parsed.script))
    }
  }

  /// The text with a remark and a line end after some of its spaces that a line may end at.
  private func withComments(
    _ text: String, every step: Int, _ generator: inout SplitMix64
  ) -> String {
    var number = 0
    let tokens = Lexer.lex(SourceText(name: "x", text: text)).tokens
    var ends: Set<Int> = []
    for token in tokens {
      switch token.kind {
      case .symbol(.pipe), .symbol(.comma), .symbol(.openParenthesis), .symbol(.openList):
        if Int.random(in: 0..<step, using: &generator) == 0 { ends.insert(Int(token.span.end)) }
      default: break
      }
    }
    var bytes: [UInt8] = []
    for (offset, byte) in text.utf8.enumerated() {
      if ends.contains(offset) {
        number += 1
        let alone = Bool.random(using: &generator) ? "\n# alone \(number)\n" : "\n"
        bytes += Array(" # remark \(number)\(alone)".utf8)
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
