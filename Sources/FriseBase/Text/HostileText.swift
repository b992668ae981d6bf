/// Data that would move the cursor, ring the bell or turn the writing direction, made visible
/// (shell, section 4).
package enum HostileText {
  /// `text` with C0, DEL, C1, the line and paragraph separators and the bidirectional controls
  /// replaced by marks: `␛` (ESC), `␡` (DEL), `␛[` (C1 as the escape it stands for), `␤` (line and
  /// paragraph separator), `␦` (bidirectional). In ASCII: `^[`, `^?`, `^[[`, `<U+2028>`.
  package static func visible(_ text: String, ascii: Bool = false) -> String {
    let bytes = text.utf8.span
    guard isHostile(bytes) else { return text }
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count + 8)
    appendVisible(bytes, ascii: ascii, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  /// Appends `bytes` (UTF-8) with marks in place of what `visible` replaces.
  package static func appendVisible(
    _ bytes: Span<UInt8>, ascii: Bool = false, to output: inout [UInt8]
  ) {
    var index = 0
    while index < bytes.count {
      guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index) else {
        // Not UTF-8: a lone byte could be a C1 control on some terminals.
        output.append(contentsOf: (ascii ? "?" : "\u{FFFD}").utf8)
        index += 1
        continue
      }
      if let mark = mark(for: scalar, ascii: ascii) {
        output.append(contentsOf: mark.utf8)
      } else {
        for offset in index..<index + length { output.append(bytes[offset]) }
      }
      index += length
    }
  }

  /// True when some character needs a mark. A quick look at the bytes, without decoding.
  package static func isHostile(_ bytes: Span<UInt8>) -> Bool {
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte < 0x20 || byte == 0x7F { return true }
        index += 1
        continue
      }
      guard let (scalar, length) = UTF8Decoding.scalar(in: bytes, at: index) else { return true }
      if mark(for: scalar, ascii: true) != nil { return true }
      index += length
    }
    return false
  }

  /// The mark that stands for a scalar, or nil when it may be shown as it is.
  private static func mark(for scalar: UInt32, ascii: Bool) -> String? {
    switch scalar {
    case 0x00...0x1F: ascii ? "^" + letter(scalar + 0x40) : letter(scalar + 0x2400)
    case 0x7F: ascii ? "^?" : "\u{2421}"
    case 0x80...0x9F: (ascii ? "^[" : "\u{241B}") + letter(scalar - 0x40)
    case 0x2028, 0x2029: ascii ? codePoint(scalar) : "\u{2424}"
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      ascii ? codePoint(scalar) : "\u{2426}"
    default: nil
    }
  }

  private static func letter(_ scalar: UInt32) -> String {
    Unicode.Scalar(scalar).map { String($0) } ?? "?"
  }

  private static func codePoint(_ scalar: UInt32) -> String {
    let digits = String(scalar, radix: 16, uppercase: true)
    return "<U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + ">"
  }
}
