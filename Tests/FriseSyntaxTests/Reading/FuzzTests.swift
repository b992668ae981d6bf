import FriseBase
import FriseSyntax
import FriseTestSupport
import Testing

/// Sources made of tokens that mean something, in any order.
struct RandomTokens {
  private var generator: SplitMix64
  private let pieces: [String]

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
    let words = Catalogue.entries.flatMap { [$0.forms.english, $0.forms.french] }
    let signs = [
      "|", ",", ";", "(", ")", "[", "]", ".", "..", "=", "!=", "<", ">=", "+", "-", "*", "/", "??",
      "==", "&&", "||", "\n", "\n\n", "# c\n", "\"a\"", "\"", "'", "`b`", "`", "«c»", "@1956", "@",
      "1", "2.5", "1956", "1956-11", "1956-13", "195X", "1951/..", "_", "_3", "x", "y", "l'", "–",
      "“d”", "\u{A0}", "\\", "$", "é", "1990s", "100k", "2,5", "les",
    ]
    pieces = words + signs + signs + signs
  }

  mutating func soup(length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
      if Bool.random(using: &generator) { text += " " }
    }
    return text
  }
}

@Suite struct FuzzTests {
  @Test func `token soup is read to its end, printed and judged`() {
    var random = RandomTokens(seed: 1)
    for _ in 0..<500 {
      let source = SourceText(name: "x", text: random.soup(length: 40))
      let parsed = Parser.parse(source)
      #expect(parsed.diagnostics.count <= Parser.maximumErrors)
      for diagnostic in parsed.diagnostics {
        #expect(Int(diagnostic.label.span.end) <= source.bytes.count)
      }
      _ = Completeness.of(source)
      let printed = Printer.print(parsed.script, source: source, tongue: .french)
      if !parsed.hasErrors {
        #expect(dump(printed) == SyntaxDump.dump(parsed.script), "\(source.text(ByteSpan(0, 999)))")
      }
    }
  }

  @Test func `random bytes never crash`() {
    var generator = SplitMix64(seed: 2)
    for _ in 0..<500 {
      let count = Int.random(in: 0...60, using: &generator)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
      _ = Parser.parse(SourceText(name: "x", bytes: bytes))
    }
    for _ in 0..<500 {
      _ = Parser.parse(SourceText(name: "x", text: generator.nextText(lengthScalarsMax: 60)))
    }
  }

  @Test func `every beginning of a query can be read`() {
    let query =
      "événements | où lieu sous \"Afrique\" et date à 2 ans de 1989-11-09 | résumer n = compter(x)"
      + " par a, b chaque 5 ans | joindre tout (u | en 1998) comme v selon a = v.b"
    for end in query.unicodeScalars.indices {
      let source = SourceText(name: "x", text: String(query.unicodeScalars[..<end]))
      _ = Parser.parse(source)
      _ = Completeness.of(source)
    }
  }
}
