import FriseBase
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: [
    ("plain é 日", "plain é 日", "plain é 日"),
    ("\u{1B}[31mred", "␛[31mred", "^[[31mred"),
    ("a\tb\nc\rd", "a␉b␊c␍d", "a^Ib^Jc^Md"),
    ("\u{0}\u{1F}\u{7F}", "␀␟␡", "^@^_^?"),
    ("\u{9B}31m\u{85}", "␛[31m␛E", "^[[31m^[E"),
    ("a\u{2028}b\u{2029}", "a␤b␤", "a<U+2028>b<U+2029>"),
    ("a\u{202E}b\u{2066}\u{200F}\u{61C}", "a␦b␦␦␦", "a<U+202E>b<U+2066><U+200F><U+061C>"),
    ("👩‍👩‍👧\u{A0}", "👩‍👩‍👧\u{A0}", "👩‍👩‍👧\u{A0}"),
  ])
  func marks(text: String, unicode: String, ascii: String) {
    #expect(Array(HostileText.visible(text).utf8) == Array(unicode.utf8))
    #expect(Array(HostileText.visible(text, ascii: true).utf8) == Array(ascii.utf8))
    let isHostile = HostileText.isHostile(text.utf8.span)
    #expect(isHostile == !text.utf8.elementsEqual(unicode.utf8))
  }

  @Test func nothingDangerousIsLeft() {
    for number in UInt32(0)...0xFFFF {
      guard let scalar = Unicode.Scalar(number) else { continue }
      let shown = HostileText.visible(String(scalar))
      let isHostile = HostileText.isHostile(shown.utf8.span)
      #expect(!isHostile, "U+\(String(number, radix: 16))")
    }
  }

  @Test func bytesThatAreNotUTF8AreReplaced() {
    var output: [UInt8] = []
    HostileText.appendVisible(([0x61, 0x9B, 0x62] as [UInt8]).span, to: &output)
    #expect(output == Array("a\u{FFFD}b".utf8))
  }
}
