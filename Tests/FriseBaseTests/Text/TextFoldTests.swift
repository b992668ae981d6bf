import FriseBase
import FriseTestSupport
import Testing

@Suite struct TextFoldTests {
  @Test(arguments: [
    ("", ""),
    ("Plain ASCII 123", "plain ascii 123"),
    ("[\\]^_`{|}~@", "[\\]^_`{|}~@"),
    ("Événements", "evenements"),
    ("E\u{301}ve\u{301}nements", "evenements"),
    ("ŒUVRE œuvre", "oeuvre oeuvre"),
    ("Æsir æ ǽ Ǣ", "aesir ae ae ae"),
    ("Straße STRASSE ẞ", "strasse strasse ss"),
    ("Côte d’Ivoire", "cote d'ivoire"),
    ("1\u{A0}234\u{202F}567\u{2009}8", "1 234 567 8"),
    ("a  b\u{A0} \u{3000}c", "a b c"),
    ("a\t\r\nb", "a b"),
    (" a ", " a "),
    ("a \u{301} b", "a b"),
    ("Øre Łódź Đ Ħ", "øre łodz đ ħ"),
    ("İstanbul ı", "istanbul ı"),
    ("ΣΊΣΥΦΟΣ σίσυφος", "σισυφοσ σισυφοσ"),
    ("ᾳ", "α"),
    ("α\u{345}", "α"),
    ("Ёлка Йод", "елка иод"),
    ("ﬁn", "fin"),
    ("K\u{212A}\u{212B}", "kka"),
    ("\u{1FEF}\u{037E}", "`;"),
    ("한", "\u{1112}\u{1161}\u{11AB}"),
    ("日本語", "日本語"),
    ("😀", "😀"),
    ("ʼn ŉ", "ʼn ʼn"),
  ])
  func folds(text: String, folded: String) {
    #expect(Array(TextFold.fold(text).unicodeScalars) == Array(folded.unicodeScalars))
  }

  @Test func appendsToWhatIsThere() {
    var output: [UInt8] = [0x41, 0x20]
    TextFold.fold(Array(" É".utf8)[...], into: &output)
    TextFold.fold(Array("x".utf8), into: &output)
    #expect(output == Array("A  ex".utf8))
  }

  @Test(
    arguments: [
      [0xFF], [0xC3], [0xC3, 0x41], [0xE2, 0x80], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xF5, 0x80],
    ] as [[UInt8]])
  func keepsWhatIsNotUTF8(bytes: [UInt8]) {
    var output: [UInt8] = []
    TextFold.fold(bytes, into: &output)
    #expect(output.count == bytes.count)
  }

  @Test func everyScalarFoldsOnce() {
    var failures: [UInt32] = []
    var once: [UInt8] = []
    var twice: [UInt8] = []
    for number in UInt32(0)...0x2_FFFF {
      // All of the first plane, a sample of the next two.
      guard number < 0x1_0000 || number.isMultiple(of: 7),
        let scalar = Unicode.Scalar(number)
      else { continue }
      once.removeAll(keepingCapacity: true)
      twice.removeAll(keepingCapacity: true)
      TextFold.fold(Array(String(scalar).utf8), into: &once)
      TextFold.fold(once, into: &twice)
      if once != twice { failures.append(number) }
    }
    #expect(failures.isEmpty, "\(failures.map { String($0, radix: 16) })")
  }

  @Test func randomTextsFoldOnce() {
    var random = SplitMix64(seed: 6)
    for _ in 0..<5_000 {
      let text = random.nextText(lengthScalarsMax: 12)
      let folded = TextFold.fold(text)
      #expect(Array(TextFold.fold(folded).utf8) == Array(folded.utf8), "\(text.debugDescription)")
    }
  }
}
