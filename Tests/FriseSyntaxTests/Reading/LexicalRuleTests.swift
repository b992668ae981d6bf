import FriseBase
import FriseSyntax
import Testing

/// One lexical rule: what is written and the tree it gives.
struct LexicalCase: CustomTestStringConvertible, Sendable {
  let written: String
  let tree: String
  init(_ written: String, _ tree: String) {
    self.written = written
    self.tree = tree
  }
  var testDescription: String { written }
}

@Suite struct LexicalRuleTests {
  @Test(arguments: [
    // Texts
    LexicalCase(#""a \" \\ \n \t \u{e9}""#, #""a \" \\ \n \t é""#),
    LexicalCase("«Afrique»", #""Afrique""#),
    LexicalCase("« Afrique »", #""Afrique""#),
    LexicalCase("«\u{A0}Afrique\u{202F}»", #""Afrique""#),
    LexicalCase("«a \"b\" \\n»", #""a \"b\" \\n""#),
    LexicalCase("\"two\nlines\"", #""two\nlines""#),
    LexicalCase("\"# no remark | nor ; end\"", ##""# no remark | nor ; end""##),
    // Numbers
    LexicalCase("100_000", "100000"), LexicalCase("2.50", "250e-2"),
    LexicalCase("100k", "100000"), LexicalCase("4.5M", "4500000"),
    LexicalCase("1.2345k", "12345e-1"),
    LexicalCase("1\u{A0}234\u{202F}567", "1234567"), LexicalCase("1\u{2009}234.5", "12345e-1"),
    LexicalCase("0.1", "1e-1"),
    LexicalCase(
      "170141183460469231731687303715884105727",
      "170141183460469231731687303715884105727"),
    // Dates
    LexicalCase("1956", "1956"), LexicalCase("1956-11", "@1956-11"),
    LexicalCase("1956-11-04", "@1956-11-04"), LexicalCase("1956~", "@1956~"),
    LexicalCase("1956?", "@1956?"), LexicalCase("195X", "@195X"),
    LexicalCase("1951/1975", "@1951/1975"), LexicalCase("1951/..", "@1951/.."),
    LexicalCase("../1975", "@../1975"), LexicalCase("1990s", "@199X"),
    LexicalCase("1956-11~/1957-02", "@1956-11~/1957-02"), LexicalCase("1956-XX", "@1956-XX"),
    LexicalCase("1956-11-04T10:00:00Z", "@1956-11-04T10:00:00Z"),
    LexicalCase("2000-02-29", "@2000-02-29"), LexicalCase("années 1990", "@199X"),
    LexicalCase("annees 1990", "@199X"), LexicalCase("@2001-21", "@2001-21"),
    LexicalCase("@-0044", "@-0044"), LexicalCase("@[1667,1668]", "@[1667,1668]"),
    LexicalCase("@{1667, 1668}", "@{1667,1668}"), LexicalCase("@Y17000000002", "@Y17000000002"),
    LexicalCase("[@1956~, @1957]", "[@1956~ @1957]"), LexicalCase("(@1985/)", "@1985/"),
    LexicalCase("@1956", "@1956"), LexicalCase("@1956;@1957", "@1956\n@1957"),
    LexicalCase("@1956|count", "(pipe @1956 (count))"), LexicalCase("@1956\n1", "@1956\n1"),
    // Arithmetic
    LexicalCase("1956 - 11", "(subtract 1956 11)"),
    LexicalCase("1951 / 1975", "(divide 1951 1975)"),
    LexicalCase("1956-1", "(subtract 1956 1)"), LexicalCase("1956-1957", "(subtract 1956 1957)"),
    LexicalCase("10-2", "(subtract 10 2)"), LexicalCase("04/11", "(divide 4 11)"),
    LexicalCase("1956/12", "(divide 1956 12)"), LexicalCase("1_956-11", "(subtract 1956 11)"),
    LexicalCase("5--3", "(subtract 5 (negate 3))"), LexicalCase("1956 ?? 2", "(otherwise 1956 2)"),
    LexicalCase("1956??2", "(otherwise 1956 2)"),
    // Ranges
    LexicalCase("1956..1975", "1956..1975"), LexicalCase("1956..", "1956.."),
    LexicalCase("..1975", "..1975"), LexicalCase("1.5..2", "15e-1..2"),
    LexicalCase("-5..-3", "-5..-3"), LexicalCase("1950s..1970s", "@195X..@197X"),
    LexicalCase("1956-11..@1957-21", "@1956-11..@1957-21"),
    LexicalCase("1_000..50k", "1000..50000"),
    LexicalCase("[1.., ..2]", "[1.. ..2]"),
    // Names
    LexicalCase("`Migration Route`", "Migration Route"), LexicalCase("événements", "événements"),
    LexicalCase("e\u{301}ve\u{301}nements", "événements"), LexicalCase("日本", "日本"),
    LexicalCase("a_1", "a_1"), LexicalCase("_", "it"), LexicalCase("_3", "_3"),
    LexicalCase("ça", "it"), LexicalCase("c\u{327}a", "it"), LexicalCase("ca", "ca"),
    // The frame of the source
    LexicalCase("\u{FEFF}1", "1"), LexicalCase("1\r\n2\r\n", "1\n2"),
    LexicalCase("#!/usr/bin/env frise\n1 # one", "1"), LexicalCase("1;2 ; 3;", "1\n2\n3"),
    LexicalCase("", ""), LexicalCase("# only\n\n", ""),
  ])
  func reads(_ rule: LexicalCase) {
    #expect(dump(rule.written) == rule.tree)
    #expect(codes(rule.written) == [])
  }

  @Test func `bytes that are no text are one error and nothing is read`() {
    for (bytes, offset) in [([0x31, 0x0A, 0xFF, 0x31], 2), ([0x31, 0x00], 1)] as [([UInt8], Int)] {
      let parsed = Parser.parse(SourceText(name: "x", bytes: bytes))
      #expect(parsed.script.statements.isEmpty)
      #expect(parsed.diagnostics.map(\.code.text) == ["E100"])
      #expect(parsed.diagnostics.first?.label.span == ByteSpan(offset, offset + 1))
      #expect(parsed.diagnostics.first?.message.english.contains("byte \(offset)") == true)
    }
  }
}
