import FriseBase

extension Lexer {
  /// `"…"` with escapes; it may hold line ends.
  mutating func text() {
    let start = index
    var decoded: [UInt8] = []
    var faults: [Diagnostic] = []
    index += 1
    while index < bytes.count, byte() != UInt8(ascii: "\"") {
      if byte() == UInt8(ascii: "\\") {
        if let fault = escape(into: &decoded) { faults.append(fault) }
      } else {
        decoded.append(byte())
        index += 1
      }
    }
    guard index < bytes.count else { return unclosedText(from: start, openingLength: 1) }
    index += 1
    for fault in faults { report(fault) }
    append(.text(String(decoding: decoded, as: UTF8.self)), from: start)
  }

  /// `«…»`, without the blanks next to the marks and without escapes.
  mutating func guillemets() {
    let start = index
    index += 2
    while index < bytes.count, !hasText("»", at: index) { index += 1 }
    guard index < bytes.count else { return unclosedText(from: start, openingLength: 2) }
    var inner = Substring(source.text(ByteSpan(start + 2, index))).unicodeScalars
    while let first = inner.first, first.properties.isWhitespace { inner.removeFirst() }
    while let last = inner.last, last.properties.isWhitespace { inner.removeLast() }
    index += 2
    append(.text(String(Substring(inner))), from: start)
  }

  /// A text without its closing mark: reported at its opening, and taken to end with its line so
  /// that what follows is read too.
  private mutating func unclosedText(from start: Int, openingLength: Int) {
    endsInsideText = true
    report(.unclosedText(ByteSpan(start, start + openingLength)))
    index = start + openingLength
    while index < bytes.count, byte() != UInt8(ascii: "\n") { index += 1 }
    append(.text(source.text(ByteSpan(start + openingLength, index))), from: start)
  }

  /// `\" \\ \n \t \u{…}`; gives the fault of any other.
  private mutating func escape(into decoded: inout [UInt8]) -> Diagnostic? {
    let start = index
    index += 1
    let mark = byte()
    if index < bytes.count { index += scalar(at: index).length }
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): decoded.append(mark)
    case UInt8(ascii: "n"): decoded.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "t"): decoded.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = scalarEscape() else {
        return .unknownEscape(ByteSpan(start, index), typed: source.text(ByteSpan(start, index)))
      }
      decoded.append(contentsOf: Array(String(Character(scalar)).utf8))
    default:
      return .unknownEscape(ByteSpan(start, index), typed: source.text(ByteSpan(start, index)))
    }
    return nil
  }

  /// `{20AC}`: one to six hexadecimal digits of a Unicode scalar, not NUL.
  private mutating func scalarEscape() -> Unicode.Scalar? {
    guard byte() == UInt8(ascii: "{") else { return nil }
    index += 1
    let start = index
    while index - start < 6, Self.hexadecimal(byte()) { index += 1 }
    let digits = source.text(ByteSpan(start, index))
    guard byte() == UInt8(ascii: "}") else { return nil }
    index += 1
    guard let value = UInt32(digits, radix: 16), value != 0 else { return nil }
    return Unicode.Scalar(value)
  }

  private static func hexadecimal(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "f"),
      UInt8(ascii: "A")...UInt8(ascii: "F"):
      true
    default: false
    }
  }

  /// `'text'`: never a text, the apostrophe is a letter's neighbour in French.
  mutating func singleQuoted() {
    wronglyQuoted(openingLength: 1, closings: ["'", "’"])
  }

  /// `“text”`, `‘text’`, `„text“`: pasted from a document.
  mutating func curlyQuoted() {
    let isSingle = hasText("‘", at: index) || hasText("’", at: index)
    wronglyQuoted(openingLength: 3, closings: isSingle ? ["’", "'"] : ["”", "“", "\""])
  }

  /// A text between marks that are none, on one line: one message, and the text it was meant to be.
  private mutating func wronglyQuoted(openingLength: Int, closings: [String]) {
    let start = index
    let opening = source.text(ByteSpan(start, start + openingLength))
    var end = start + openingLength
    while end < bytes.count, byteAt(end) != UInt8(ascii: "\n") {
      if let closing = closings.first(where: { hasText($0, at: end) }) {
        let inner = source.text(ByteSpan(start + openingLength, end))
        index = end + closing.utf8.count
        report(.wrongQuotes(ByteSpan(start, index), inner: inner, opening: opening))
        return append(.text(inner), from: start)
      }
      end += 1
    }
    report(
      .wrongQuotes(ByteSpan(start, start + openingLength), inner: nil, opening: opening))
    skipSpace(openingLength)
  }
}
