import FriseBase
import FriseLanguage
import FriseSyntax
import FriseTestSupport
import Testing

/// Random bytes, random tokens and damaged queries through reading, checking, running, printing:
/// nothing may trap, and what is printed reads again.
@Suite("Random texts")
struct FuzzTests {
  /// What a token may be: every word of both languages, names of the data, signs, literals.
  private static let tokens: [String] =
    Catalogue.entries.flatMap { [$0.forms.english, $0.forms.french] }
    + [
      "events", "history", "units", "regions", "people", "place", "date", "title", "id", "n", "x",
      "|", "|", "|", "|", "(", ")", "[", "]", ",", ";", "=", "!=", "<", ">=", "+", "-", "*", "/",
      "??", "..", ".", "\n", "\n\n", "#", "_", "_3", "`", "\"", "«", "»", "'", "@", "1956",
      "1956-11", "195X", "1956~", "1951/1975", "1951/..", "10..20", "1.5", "100k", "2,5", "é", "漢",
      "\u{301}", "\u{202F}", "\u{0}", "👩‍👩‍👧", "\"Haiti\"", "\"^a(\"", "99999999999999999999", "$", "{",
      "}",
    ]

  private static let seeds: [String] =
    Catalogue.entries.flatMap { $0.examples.map(\.query) }

  private func pass(_ bytes: [UInt8], _ engine: inout Engine) {
    let source = SourceText(name: "q.frise", bytes: bytes)
    let preparation = engine.prepare(source)
    for located in preparation.diagnostics {
      let rendered = DiagnosticRenderer(tongue: .french).render(
        located.diagnostic, in: located.source)
      #expect(!rendered.text.isEmpty)
    }
    let parsed = Parser.parse(source)
    if !parsed.hasErrors {
      for tongue in Tongue.allCases {
        let printed = Printer.print(
          parsed.script, source: source, tongue: tongue, replacements: [:])
        let again = SourceText(name: "q.frise", text: printed)
        let reread = Parser.parse(again)
        #expect(!reread.hasErrors, "\(String(decoding: bytes, as: UTF8.self)) → \(printed)")
        let twice = Printer.print(
          reread.script, source: again, tongue: tongue, replacements: [:])
        #expect(twice == printed, "\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    guard !preparation.hasErrors else { return }
    for statement in preparation.statements {
      do throws(RunFailure) { _ = try engine.run(statement) } catch { return }
    }
  }

  @Test func randomBytes() {
    var generator = SplitMix64(seed: 1)
    var engine = QueryRunner().engine
    for _ in 0..<400 {
      let count = Int.random(in: 0...60, using: &generator)
      pass((0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }, &engine)
    }
  }

  @Test(arguments: 0..<3)
  func randomTokens(seed: UInt64) {
    var generator = SplitMix64(seed: seed + 10)
    var engine = QueryRunner().engine
    for _ in 0..<300 {
      let count = Int.random(in: 1...25, using: &generator)
      var text = Int.random(in: 0...2, using: &generator) > 0 ? "events | " : ""
      for _ in 0..<count {
        text += Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &generator)]
        if Int.random(in: 0...4, using: &generator) > 0 { text += " " }
      }
      pass(Array(text.utf8), &engine)
    }
  }

  /// Queries that have a meaning, with a token taken away, doubled, changed or put in.
  @Test(arguments: 0..<3)
  func damagedQueries(seed: UInt64) {
    var generator = SplitMix64(seed: seed + 20)
    for _ in 0..<250 {
      // Each in a session of its own: an earlier one may have hidden a table.
      var engine = QueryRunner().engine
      let query = Self.seeds[Int.random(in: 0..<Self.seeds.count, using: &generator)]
      var words = query.split(separator: " ").map(String.init)
      for _ in 0..<Int.random(in: 1...2, using: &generator) where !words.isEmpty {
        let place = Int.random(in: 0..<words.count, using: &generator)
        let token = Self.tokens[Int.random(in: 0..<Self.tokens.count, using: &generator)]
        switch Int.random(in: 0...3, using: &generator) {
        case 0: words.remove(at: place)
        case 1: words.insert(words[place], at: place)
        case 2: words[place] = token
        default: words.insert(token, at: place)
        }
      }
      pass(Array(words.joined(separator: " ").utf8), &engine)
    }
  }
}
