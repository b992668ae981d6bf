import FriseBase
import Testing

@Suite struct SourceTextTests {
  /// A byte that is no UTF-8, or NUL, is found wherever it stands among eight plain ones.
  @Test(arguments: [0x00, 0x80, 0x81, 0xBF, 0xC0, 0xC1, 0xF5, 0xFF])
  func badBytesAreFound(byte: UInt8) {
    for place in 0..<20 {
      var bytes = Array("plain text of words.".utf8)
      bytes[place] = byte
      #expect(SourceText.firstBadByte(bytes) == place)
    }
  }

  /// All other bytes of ASCII are text.
  @Test func plainBytesAreText() {
    for byte in UInt8(1)...0x7F {
      #expect(SourceText.firstBadByte([UInt8](repeating: byte, count: 20)) == nil)
    }
    #expect(SourceText.firstBadByte(Array("œuvre, ภาษาไทย, 😀 et é".utf8)) == nil)
  }
}
