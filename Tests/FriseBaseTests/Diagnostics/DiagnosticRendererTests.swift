import FriseBase
import FriseTestSupport
import Testing

/// A diagnostic at the first mark of a source, the other marks being secondary.
private func render(
  _ marked: String, tongue: Tongue = .english, width: Int = 200, isASCII: Bool = false,
  code: String = "E201", message: Localized = Localized(en: "wrong", fr: "faux"),
  labels: [Localized?] = [], notes: [Localized] = [], suggestions: [String] = []
) -> String {
  let marked = MarkedSource(marked)
  let spans = marked.spans
  let diagnostic = Diagnostic(
    code, message, at: spans[0],
    secondary: spans.dropFirst().enumerated().map { index, span in
      DiagnosticLabel(span, index < labels.count ? labels[index] : nil)
    },
    notes: notes,
    suggestions: suggestions.map { Suggestion(spans[0], Localized(same: $0)) })
  return DiagnosticRenderer(tongue: tongue, widthColumnsMax: width, isASCII: isASCII)
    .render(diagnostic, in: marked.source).text
}

@Suite struct DiagnosticRendererTests {
  private static let noColumn = Localized(
    en: "no column \"peple\" in events", fr: "pas de colonne « peple » dans événements")

  @Test func exampleOfTheSpecification() {
    let shown = render(
      "\n\nevents | where ⟦peple⟧ > 1000\n", message: Self.noColumn, suggestions: ["people"])
    #expect(
      shown == """
        q.frise:3:16: error[E201]: no column "peple" in events. Did you mean people?
          3 | events | where peple > 1000
            |                ^^^^^

        """)
  }

  @Test func frenchHasItsOwnWordsAndSpaces() {
    let shown = render(
      "où ⟦peple⟧ > 1", tongue: .french, message: Self.noColumn, suggestions: ["people", "x", "y"])
    #expect(
      shown == """
        q.frise:1:4: erreur[E201]: pas de colonne « peple » dans événements. \
        Vouliez-vous dire people, x ou y\u{202F}?
          1 | où peple > 1
            |    ^^^^^

        """)
    #expect(render("⟦a⟧", tongue: .french, code: "W201").contains("avertissement[W201]: faux\n"))
    #expect(render("⟦a⟧", code: "W201").contains("warning[W201]: wrong\n"))
  }

  @Test func suggestionsAreAQuestion() {
    func heading(_ message: String, _ names: [String]) -> String? {
      render("⟦a⟧", message: Localized(same: message), suggestions: names)
        .split(separator: "\n").first.map(String.init)
    }
    #expect(heading("m", ["a", "b"]) == "q.frise:1:1: error[E201]: m. Did you mean a or b?")
    #expect(heading("m", ["a", "a"]) == "q.frise:1:1: error[E201]: m. Did you mean a?")
    #expect(heading("m", [" "]) == "q.frise:1:1: error[E201]: m")
    #expect(heading("m?", ["a"]) == "q.frise:1:1: error[E201]: m? Did you mean a?")
    #expect(heading("m", []) == "q.frise:1:1: error[E201]: m")
  }

  @Test(arguments: [
    ("日本 ⟦語⟧ x", "1:4", "日本 語 x", "     ^^"),
    ("\ta⟦b⟧", "1:3", "    ab", "     ^"),
    ("ab\t⟦c⟧", "1:4", "ab  c", "    ^"),
    ("e\u{301}e\u{301}⟦x⟧", "1:3", "e\u{301}e\u{301}x", "  ^"),
    ("👩‍👩‍👧⟦👍🏽⟧", "1:2", "👩‍👩‍👧👍🏽", "  ^^"),
    ("ab⟦⟧", "1:3", "ab", "  ^"),
    ("a\u{1B}[31m⟦b⟧", "1:7", "a␛[31mb", "      ^"),
    ("ab⟦\r\n⟧", "1:3", "ab", "  ^"),
    ("\u{FEFF}⟦ab⟧", "1:1", "ab", "^^"),
    ("a ⟦ b ⟧c", "1:3", "a  b c", "  ^^^"),
  ])
  func caretsByDisplayWidth(marked: String, place: String, line: String, carets: String) {
    #expect(
      render(marked) == """
        q.frise:\(place): error[E201]: wrong
          1 | \(line)
            | \(carets)

        """)
  }

  @Test func emptyLinesAndSources() {
    #expect(
      render("⟦⟧") == """
        q.frise:1:1: error[E201]: wrong
          1 |
            | ^

        """)
    #expect(
      render("a\n⟦⟧\nb").contains("q.frise:2:1: error[E201]: wrong\n  2 |\n    | ^\n"))
    #expect(render("a\n⟦⟧").contains("q.frise:2:1: error[E201]: wrong\n  2 |\n    | ^\n"))
  }

  @Test func spansOverLines() {
    #expect(
      render("a ⟦b (\n\n  c\n⟧d") == """
        q.frise:1:3: error[E201]: wrong
          1 | a b (
            |   ^^^
          2 |
          3 |   c
            |   ^

        """)
    #expect(
      render("⟦1\n2\n3\n4\n5\n6⟧") == """
        q.frise:1:1: error[E201]: wrong
          1 | 1
            | ^
            ...
          6 | 6
            | ^

        """)
  }

  @Test func secondaryLabelsAndNotes() {
    let shown = render(
      String(repeating: "\n", count: 8) + "let ⟦a⟧ = 1\nlet ⟦a⟧ = ⟦2⟧", code: "W203",
      labels: [Localized(en: "again here", fr: "de nouveau ici"), nil],
      notes: [Localized(en: "the second hides the first", fr: "la seconde cache la première")])
    #expect(
      shown == """
        q.frise:9:5: warning[W203]: wrong
           9 | let a = 1
             |     ^
          10 | let a = 2
             |     - again here
             |         -
             = the second hides the first

        """)
  }

  @Test func longLinesAreCutAroundTheCaret() {
    let long = String(repeating: "abcdefghij", count: 20)
    let shown = render(long + "⟦XYZ⟧" + long, width: 37)
    #expect(
      shown == """
        q.frise:1:201: error[E201]: wrong
          1 | …hijabcdefghijXYZabcdefghijabc…
            |               ^^^

        """)
    let atStart = render("⟦XYZ⟧" + long, width: 36)
    #expect(atStart.contains("  1 | XYZabcdefghijabcdefghijabcdef…\n    | ^^^\n"))
    let atEnd = render(long + "⟦⟧", width: 36, isASCII: true)
    #expect(atEnd.contains("  1 | ...efghijabcdefghijabcdefghij\n"))
    let wide = render(String(repeating: "日", count: 100) + "⟦語⟧" + long, width: 36)
    for line in wide.split(separator: "\n").dropFirst() {
      #expect(DisplayWidth.columns(of: String(line)) <= 36)
    }
  }

  @Test func nothingFromTheSourceReachesTheTerminalUnseen() {
    let shown = render(
      "a\u{202E}⟦\u{7}⟧\u{9B}x", message: Localized(same: "bad \u{1B}[2J name"),
      suggestions: ["x\u{1B}"])
    #expect(shown.split(separator: "\n").allSatisfy { HostileText.visible(String($0)) == $0 })
  }

  /// For a screen reader nothing is drawn.
  @Test func whatIsMeantIsSaidInAccessibleOutput() {
    let marked = MarkedSource("events | where ⟦peple⟧ > ⟦1\n000⟧")
    let diagnostic = Diagnostic(
      "E201", Self.noColumn, at: marked.spans[0],
      secondary: [DiagnosticLabel(marked.spans[1], Localized(en: "a number", fr: "un nombre"))],
      notes: [Localized(en: "look", fr: "voir")])
    #expect(
      DiagnosticRenderer(tongue: .english, isLinear: true).render(diagnostic, in: marked.source)
        .text == """
          q.frise:1:16: error[E201]: no column "peple" in events
            here: peple
            here: 1…. a number
            look

          """)
  }

  @Test func withoutASourceThereIsOnlyTheHeading() {
    let diagnostic = Diagnostic(
      "E401", Localized(en: "no file", fr: "pas de fichier"), at: ByteSpan(5, 9),
      notes: [Localized(en: "look", fr: "voir")])
    #expect(
      DiagnosticRenderer(tongue: .english).render(diagnostic, in: nil).text
        == "error[E401]: no file\n   = look\n")
  }

  @Test func anySpanOfAnySourceIsShown() {
    var random = SplitMix64(seed: 9)
    for _ in 0..<1_000 {
      let text = random.nextText(lengthScalarsMax: 40)
      let source = SourceText(name: "x", text: text)
      func span() -> ByteSpan {
        ByteSpan(Int.random(in: 0...80, using: &random), Int.random(in: 0...80, using: &random))
      }
      let diagnostic = Diagnostic(
        "E101", Localized(same: text), at: span(), secondary: [DiagnosticLabel(span())])
      let width = Int.random(in: 0...60, using: &random)
      let shown = DiagnosticRenderer(tongue: .french, widthColumnsMax: width)
        .render(diagnostic, in: source)
      #expect(shown.pieces.contains { $0.role == .caret && $0.text.hasPrefix("^") })
    }
  }
}
