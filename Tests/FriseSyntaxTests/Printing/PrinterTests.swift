import FriseBase
import FriseSyntax
import FriseTestSupport
import Testing

/// A source and its canonical form in both tongues.
struct PrintCase: CustomTestStringConvertible, Sendable {
  let typed: String
  let english: String
  let french: String
  init(_ typed: String, en: String, fr: String) {
    self.typed = typed
    self.english = en
    self.french = fr
  }
  var testDescription: String { typed }
}

@Suite struct PrinterTests {
  private func printed(_ text: String, _ tongue: Tongue, _ replacements: [ByteSpan: String] = [:])
    -> String
  {
    let source = SourceText(name: "x", text: text)
    return Printer.print(
      Parser.parse(source).script, source: source, tongue: tongue, replacements: replacements)
  }

  @Test(arguments: GrammarTests.statements)
  func `every statement is printed in both tongues`(_ production: GrammarCase) {
    for tongue in Tongue.allCases {
      let text = printed(production.english, tongue)
      #expect(dump(text) == production.tree)
      #expect(printed(text, tongue) == text)
    }
  }

  @Test(arguments: [
    PrintCase("( (a) )", en: "a", fr: "a"),
    PrintCase("(a and b) or (c)", en: "a and b or c", fr: "a et b ou c"),
    PrintCase("(a or b) and c", en: "(a or b) and c", fr: "(a ou b) et c"),
    PrintCase("a-(b-c)", en: "a - (b - c)", fr: "a - (b - c)"),
    PrintCase("(a-b)-c", en: "a - b - c", fr: "a - b - c"),
    PrintCase("-(1..2)", en: "-(1..2)", fr: "-(1..2)"),
    PrintCase("1990s", en: "1990s", fr: "années 1990"),
    PrintCase("x in 1950s..1970s", en: "x in 1950s..1970s", fr: "x dans 195X..197X"),
    PrintCase(
      "@1956; @1956-11; @2001-21", en: "@1956\n1956-11\n@2001-21",
      fr: "@1956\n1956-11\n@2001-21"),
    PrintCase(
      "1 year + 2 year + 0 day", en: "1 year + 2 years + 0 days",
      fr: "1 an + 2 ans + 0 jour"),
    PrintCase("1\u{A0}234", en: "1_234", fr: "1_234"),
    PrintCase("«a \"b\"»", en: #""a \"b\"""#, fr: #""a \"b\"""#),
    PrintCase("années(d)", en: "years(d)", fr: "années(d)"),
    PrintCase("`year`(d)", en: "`year`(d)", fr: "`year`(d)"),
    PrintCase(
      "t | select `in`, (a = b)", en: "t | select `in`, (a = b)",
      fr: "t | choisir `in`, (a = b)"),
    PrintCase(
      "t | sort a asc, b décroissant", en: "t | sort a, b desc",
      fr: "t | trier a, b décroissant"),
    PrintCase(
      "t | count each year by a", en: "t | count by a each year",
      fr: "t | compter par a chaque an"),
    PrintCase("a;| count", en: "a\n\n| count", fr: "a\n\n| compter"),
    PrintCase(
      "# one\na # two\n\n\n# three\n", en: "# one\na  # two\n\n# three",
      fr: "# one\na  # two\n\n# three"),
    PrintCase(
      "t # a\n# b\n| count # c", en: "t  # a\n  # b\n  | count  # c",
      fr: "t  # a\n  # b\n  | compter  # c"),
    PrintCase("t | # a\ncount", en: "t  # a\n  | count", fr: "t  # a\n  | compter"),
    PrintCase("a; b # c", en: "a\nb  # c", fr: "a\nb  # c"),
    PrintCase("[1, # x\n2]", en: "[1, 2]  # x", fr: "[1, 2]  # x"),
    PrintCase("a\n[\n# in\n1]\n", en: "a\n# in\n[1]", fr: "a\n# in\n[1]"),
    PrintCase(
      "t | where aaaaaaaaaaaaaaaaaaaa = bbbbbbbbbbbbbbbbbbbbbbb | where "
        + "cccccccccccccccccccccccccccccc = 1",
      en: "t\n  | where aaaaaaaaaaaaaaaaaaaa = bbbbbbbbbbbbbbbbbbbbbbb\n"
        + "  | where cccccccccccccccccccccccccccccc = 1",
      fr: "t\n  | où aaaaaaaaaaaaaaaaaaaa = bbbbbbbbbbbbbbbbbbbbbbb\n"
        + "  | où cccccccccccccccccccccccccccccc = 1"),
  ])
  func `the canonical form`(_ example: PrintCase) {
    for (tongue, expected) in [(Tongue.english, example.english), (.french, example.french)] {
      let text = printed(example.typed, tongue)
      #expect(text == expected + "\n")
      #expect(printed(text, tongue) == text)
      #expect(dump(text) == dump(example.typed))
    }
  }

  @Test
  func `names and texts are rewritten where the caller says so, and quoted where they must be`() {
    let marked = MarkedSource("⟦events⟧ | where ⟦place⟧ = ⟦\"Hungary\"⟧ | sum ⟦x⟧")
    let new = ["événements", "lieu", "Hongrie", "par"]
    let replacements = Dictionary(uniqueKeysWithValues: zip(marked.spans, new))
    let text = Printer.print(
      Parser.parse(marked.source).script, source: marked.source, tongue: .french,
      replacements: replacements)
    #expect(text == "événements | où lieu = \"Hongrie\" | somme `par`\n")
  }
}
