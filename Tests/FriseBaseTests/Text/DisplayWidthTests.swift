import FriseBase
import Testing

@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("Événement", 9), ("e\u{301}", 1), ("é\u{302}x", 2), ("Łódź", 4),
    ("日本", 4), ("日本x", 5), ("ｆｕ", 4), ("😀", 2), ("👩‍👩‍👧‍👦", 2), ("👍🏽", 2), ("🇫🇷", 2),
    ("🇫🇷🇩🇪", 4), ("❤️", 2), ("1️⃣", 2), ("한국", 4), ("\u{1112}\u{1161}\u{11AB}", 2),
    ("“a…”", 4), ("a\u{200B}b", 2), ("a\u{200D}b", 2), ("नमस्ते", 4), ("\u{301}", 0), ("עברית", 5),
    ("¡\u{AD}ÿ", 3), ("␛", 1), ("a\u{1B}\n\u{7F}\u{9B}b", 2), ("\r\n", 0),
  ])
  func counts(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text) == columns)
  }

  @Test func bytesThatAreNotUTF8CountOne() {
    #expect(DisplayWidth.columns(of: ([0x61, 0xFF, 0xC3] as [UInt8]).span) == 3)
    #expect(DisplayWidth.columns(of: ([0xC3, 0xCC] as [UInt8]).span) == 2)
  }

  @Test(arguments: [
    ("abcdef", 6, "abcdef"), ("abcdef", 5, "abcd…"), ("abcdef", 1, "…"), ("abcdef", 0, ""),
    ("abcdef", -3, ""), ("", 0, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
    ("日本語", 4, "日…"), ("e\u{301}e\u{301}e\u{301}", 2, "e\u{301}…"), ("x👩‍👩‍👧‍👦yz", 3, "x…"),
    ("x👩‍👩‍👧‍👦yz", 4, "x👩‍👩‍👧‍👦…"),
  ])
  func cutsBetweenClusters(text: String, columns: Int, expected: String) {
    #expect(Array(DisplayWidth.truncate(text, to: columns).utf8) == Array(expected.utf8))
  }

  @Test func cutsWithAnyMark() {
    #expect(DisplayWidth.truncate("abcdef", to: 5, mark: "...") == "ab...")
    #expect(DisplayWidth.truncate("abcdef", to: 2, mark: "...") == "..")
    #expect(DisplayWidth.truncate("日本語", to: 3, mark: "") == "日")
  }
}
