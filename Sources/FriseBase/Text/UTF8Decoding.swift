/// Scalars in and out of UTF-8 bytes, without `String`.
package enum UTF8Decoding {
  /// The scalar that begins at `index` and how many bytes it takes, or nil where the bytes are not
  /// UTF-8.
  package static func scalar(
    in bytes: Span<UInt8>, at index: Int
  ) -> (scalar: UInt32, length: Int)? {
    let byte = bytes[index]
    if byte < 0x80 { return (UInt32(byte), 1) }
    let length: Int
    let least: UInt32
    var scalar: UInt32
    switch byte {
    case 0xC2...0xDF: (length, least, scalar) = (2, 0x80, UInt32(byte & 0x1F))
    case 0xE0...0xEF: (length, least, scalar) = (3, 0x800, UInt32(byte & 0x0F))
    case 0xF0...0xF4: (length, least, scalar) = (4, 0x1_0000, UInt32(byte & 0x07))
    default: return nil
    }
    guard index + length <= bytes.count else { return nil }
    for offset in 1..<length {
      let next = bytes[index + offset]
      guard next & 0xC0 == 0x80 else { return nil }
      scalar = scalar << 6 | UInt32(next & 0x3F)
    }
    guard scalar >= least, Unicode.Scalar(scalar) != nil else { return nil }
    return (scalar, length)
  }

  /// Appends a scalar (any number up to U+10FFFF but a surrogate) as UTF-8.
  package static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { 0x80 | UInt8(scalar >> shift & 0x3F) }
    switch scalar {
    case ..<0x80: output.append(UInt8(scalar))
    case ..<0x800:
      output.append(0xC0 | UInt8(scalar >> 6))
      output.append(tail(0))
    case ..<0x1_0000:
      output.append(0xE0 | UInt8(scalar >> 12))
      output.append(tail(6))
      output.append(tail(0))
    default:
      output.append(0xF0 | UInt8(scalar >> 18 & 0x07))
      output.append(tail(12))
      output.append(tail(6))
      output.append(tail(0))
    }
  }
}
