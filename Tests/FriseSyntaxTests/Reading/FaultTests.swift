import FriseBase
import FriseSyntax
import FriseTestSupport
import Testing

/// A source with its faults marked, and their codes in order.
struct FaultCase: CustomTestStringConvertible, Sendable {
  let marked: String
  let codes: [String]
  init(_ marked: String, _ codes: String...) {
    self.marked = marked
    self.codes = codes
  }
  var testDescription: String { marked }
}

@Suite struct FaultTests {
  @Test(arguments: [
    FaultCase("t | where a = ⟦\"⟧x", "E101"), FaultCase("t | where a = ⟦«⟧x", "E101"),
    FaultCase("\"a⟦\\q⟧\"", "E102"), FaultCase("\"⟦\\u{110000}⟧\"", "E102"),
    FaultCase("t | where a = ⟦'x'⟧", "E103"), FaultCase("t | where a = ⟦“x”⟧", "E103"),
    FaultCase("t | where a = ⟦‘x’⟧", "E103"), FaultCase("t | where a = ⟦'⟧x", "E103"),
    FaultCase("1 ⟦–⟧ 2", "E104"), FaultCase("t⟦\u{A0}⟧| count", "E104"),
    FaultCase("t | where a ⟦＝⟧ 1", "E104"), FaultCase("t | where a ⟦≥⟧ 1", "E104"),
    FaultCase("t | where ⟦（⟧a)", "E104"), FaultCase("1⟦\u{2009}⟧23", "E104", "E111"),
    FaultCase("t | where a ⟦$⟧ = 1", "E109"), FaultCase("⟦€⟧ 1", "E105"),
    FaultCase("t | where a > ⟦2,5⟧", "E106"), FaultCase("t | where a > (⟦2,5⟧)", "E106"),
    FaultCase("print ⟦1,234,567⟧", "E106"), FaultCase("⟦5days⟧", "E107"),
    FaultCase("⟦1995s⟧", "E107"), FaultCase("⟦195x⟧", "E107"), FaultCase("⟦.⟧5", "E107"),
    FaultCase("⟦999999999999999999999999999999999999999⟧", "E107"),
    FaultCase("⟦1956-13⟧", "E108"), FaultCase("⟦2001-21⟧", "E108"),
    FaultCase("⟦1956-02-30⟧", "E108"), FaultCase("⟦1975/1951⟧", "E108"),
    FaultCase("⟦1956-11⟧-5", "E108"), FaultCase("1956-⟦11abc⟧", "E107"),
    FaultCase("⟦@⟧ 1", "E108", "E111"),
    FaultCase("t | where a ⟦==⟧ 1 ⟦&&⟧ b ⟦||⟧ c", "E109", "E109", "E109"),
    FaultCase("t | where a ⟦<>⟧ 1", "E109"), FaultCase("t | where ⟦!⟧a", "E109"),
    FaultCase("1 ⟦--⟧ remark", "E109"), FaultCase("t ⟦//⟧ remark", "E109"),
    FaultCase("t |⟦⟧", "E110"), FaultCase("t | where⟦⟧", "E110"), FaultCase("1 +⟦⟧", "E110"),
    FaultCase("t |⟦⟧\n\ncount", "E110"), FaultCase("t | where a >⟦>⟧ 1", "E110"),
    FaultCase("t | where ⟦and⟧ b", "E110"), FaultCase("let ⟦\"x\"⟧ = 1", "E110"),
    FaultCase("let x⟦⟧\n1", "E110"), FaultCase("t | spread ⟦a⟧", "E110"),
    FaultCase("t | nearest 3⟦⟧", "E110"), FaultCase("if a then b⟦⟧", "E110"),
    FaultCase("⟦parameter⟧ x = 3", "E114"), FaultCase("t | ⟦each⟧", "E114"),
    FaultCase("t | where a within ⟦b⟧ of c", "E110"),
    FaultCase("t | count by⟦⟧", "E110"),
    FaultCase("a ⟦b⟧", "E111"), FaultCase("t | where a ⟦sort⟧ b", "E111"),
    FaultCase("⟦where⟧ a", "E111"), FaultCase("t | where a < b ⟦<⟧ c", "E111"),
    FaultCase("a ?? b ⟦??⟧ c", "E111"), FaultCase("-⟦-⟧a", "E111"),
    FaultCase("t | where a = ⟦not⟧ b", "E111"), FaultCase("t | where a ⟦is⟧ b", "E111"),
    FaultCase("a.b⟦(⟧c)", "E111"), FaultCase("t | where a in (b⟦,⟧ c)", "E111"),
    FaultCase("print 1\n⟦|⟧ count", "E111"), FaultCase("t | count⟦()⟧", "E111"),
    FaultCase("t | where ⟦(⟧a | count", "E112"), FaultCase("t | where [a⟦)⟧", "E112"),
    FaultCase("a⟦)⟧ | count", "E112"), FaultCase("f | ⟦(⟧a", "E110"),
    FaultCase("t | ⟦wehre⟧ a", "E113"), FaultCase("t | ⟦top⟧ 3", "E114"),
    FaultCase("t | ⟦filter⟧ a ⟦==⟧ 1", "E114", "E109"), FaultCase("t | ⟦group⟧ by a", "E114"),
    FaultCase("t | ⟦order⟧ by a desc", "E114"), FaultCase("t | ⟦limit⟧ 10", "E114"),
    FaultCase("⟦select⟧ * from t where a = 1", "E114"), FaultCase("⟦FROM⟧ t | count", "E114"),
    FaultCase("t | where a ⟦like⟧ \"x\"", "E114"),
    FaultCase("t | summarise n = count(⟦*⟧)", "E114"),
    FaultCase("t | select ⟦*⟧", "E114"), FaultCase("t | where a = ⟦NULL⟧", "E114"),
    FaultCase("t | where a ⟦limit⟧ 10", "E114"),
    FaultCase("t | ⟦in⟧ [1]", "E115"), FaultCase("t | not ⟦contains⟧ \"x\"", "E115"),
    FaultCase("x in 1 ⟦..⟧ 2", "E117"), FaultCase("x in a⟦..⟧b", "E117"),
    FaultCase("x in ⟦..⟧", "E117"),
    FaultCase("⟦l'année⟧", "E118"), FaultCase("⟦l’année⟧", "E118"),
    FaultCase("⟦les événements⟧ | compter", "E118"), FaultCase("t | trier ⟦la date⟧", "E118"),
    FaultCase("⟦`⟧a", "E119"), FaultCase("⟦_a⟧", "E119"), FaultCase("t | select ⟦``⟧", "E119"),
    FaultCase("load ⟦town.csv⟧ as town", "E120"), FaultCase("t | save ⟦x⟧", "E120"),
  ])
  func reports(_ fault: FaultCase) {
    let marked = MarkedSource(fault.marked)
    let found = Parser.parse(marked.source).diagnostics
    #expect(found.map(\.code.text) == fault.codes)
    let places = found.map { marked.source.text($0.label.span) }
    for (index, span) in marked.spans.enumerated() where index < found.count {
      #expect(found[index].label.span == span, "\(places)")
    }
  }

  @Test func `reading goes on after a fault`() {
    let text = "t | foo | where a == 1 | sotr b\nlet x = [1 | count\nu | where (a\nv | count"
    #expect(codes(text) == ["E113", "E109", "E113", "E111", "E112"])
    #expect(dump(text).hasSuffix("(pipe v (count))"))
  }

  @Test func `ten errors are reported, and no more`() {
    #expect(codes(String(repeating: "t | foo\n", count: 30)).count == Parser.maximumErrors)
  }

  @Test func `an unknown verb names the nearest, in both tongues`() throws {
    let fault = try #require(
      Parser.parse(SourceText(name: "x", text: "t | sotr a")).diagnostics.first)
    #expect(fault.suggestions.map(\.replacement) == [Localized(en: "sort", fr: "trier")])
  }

  @Test(arguments: [
    ("t | where a adn b", "and"), ("t | where a undr \"x\"", "under"), ("laod \"x\"", "load"),
    ("chargr \"x\"", "load"), ("print 100 k", "100k"), ("t | where a > 2.5 M", "2.5M"),
    ("t | trer a", "tree"), ("t | wherre a", "where"),
  ])
  func `a misspelt word finds the word meant`(_ text: String, _ word: String) throws {
    let fault = try #require(Parser.parse(SourceText(name: "x", text: text)).diagnostics.first)
    #expect(fault.suggestions.map(\.replacement.english).contains(word))
  }

  /// The other form of a word is no other word: `not` is not suggested for `not`.
  @Test(arguments: ["t | where a not b", "t | where a non b"])
  func `a word is not suggested for itself`(_ text: String) throws {
    let fault = try #require(Parser.parse(SourceText(name: "x", text: text)).diagnostics.first)
    #expect(!fault.suggestions.contains { $0.replacement.english == "not" })
  }

  @Test(arguments: ["1956-13", "2001-21"])
  func `an impossible date offers spaces or @`(_ text: String) throws {
    let fault = try #require(Parser.parse(SourceText(name: "x", text: text)).diagnostics.first)
    let notes = fault.notes.map(\.english).joined(separator: " ")
    #expect(notes.contains(text.split(separator: "-").joined(separator: " - ")))
    #expect(notes.contains("@"))
  }

  @Test func `a decimal comma gets the point`() {
    let fault = Parser.parse(SourceText(name: "x", text: "print 2,5")).diagnostics.first
    #expect(fault?.message.english == "the decimal separator is the point: 2.5")
  }

  @Test func `nesting has a limit and no crash`() {
    let deep = 10_000
    let sources = [
      String(repeating: "(", count: deep) + "1" + String(repeating: ")", count: deep),
      String(repeating: "[", count: deep), String(repeating: "not ", count: deep) + "a",
      String(repeating: "-(", count: deep), String(repeating: "f(", count: deep) + "1",
      String(repeating: "if a then ", count: deep), String(repeating: "if ", count: deep),
      "a" + String(repeating: " + a", count: deep), "a" + String(repeating: ".a", count: deep),
      "a = " + String(repeating: "not ", count: deep) + "a",
      "t | union " + String(repeating: "(t | union ", count: deep),
    ]
    for text in sources { #expect(codes(text).contains("E116")) }
    #expect(codes(String(repeating: "- ", count: deep) + "a") == ["E111"])
    let allowed = 190
    #expect(
      codes(String(repeating: "(", count: 90) + "1" + String(repeating: ")", count: 90)) == [])
    #expect(codes("a" + String(repeating: " + a", count: allowed)) == [])
  }
}
