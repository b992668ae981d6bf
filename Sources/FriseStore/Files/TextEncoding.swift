import FriseBase
import FriseModel

/// How the text of a file is written as bytes.
enum TextEncoding: Sendable, CaseIterable {
  case utf8, utf16LittleEndian, utf16BigEndian, windows1252

  /// The name people know it by.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .windows1252: "Windows-1252"
    }
  }

  /// The encoding of that name, whatever its case, hyphens and spaces.
  init?(named name: String) {
    let key = String(TextFold.fold(name).filter { $0.isLetter || $0.isNumber })
    switch key {
    case "utf8": self = .utf8
    case "utf16le", "utf16", "unicode": self = .utf16LittleEndian
    case "utf16be": self = .utf16BigEndian
    case "windows1252", "cp1252", "latin1", "iso88591", "iso885915", "ansi": self = .windows1252
    default: return nil
    }
  }
}

/// The text of a file as UTF-8, and how it was found to be written.
struct DecodedText: Sendable {
  var bytes: [UInt8]
  let encoding: TextEncoding
  let hadMark: Bool

  /// Decodes a file, in the encoding named or in the one it is found to have: by its byte order
  /// mark, by the zeros of UTF-16, as UTF-8 when it is valid, else as Windows-1252.
  /// - Throws: `DataFailure` E402 naming the first byte that is no text, E415 for an unknown name.
  init(_ file: [UInt8], name: String, encoding: String?) throws(DataFailure) {
    let mark = DecodedText.mark(file)
    var found = mark?.encoding
    if let encoding {
      guard var named = TextEncoding(named: encoding) else {
        throw .unknownEncoding(name, encoding)
      }
      // «UTF-16» alone leaves the order of bytes to the mark.
      if named == .utf16LittleEndian, found == .utf16BigEndian { named = .utf16BigEndian }
      found = named
    }
    let kind = found ?? DecodedText.guess(file)
    self.encoding = kind
    hadMark = mark?.encoding == kind
    let start = hadMark ? mark?.length ?? 0 : 0
    switch kind {
    case .utf8:
      bytes = start == 0 ? file : Array(file[start...])
      if let bad = SourceText.firstBadByte(bytes) {
        throw DecodedText.notText(name, bytes, bad, .utf8, adding: start)
      }
    case .windows1252: bytes = try DecodedText.decodeWindows(file, name)
    case .utf16LittleEndian, .utf16BigEndian:
      bytes = try DecodedText.decodeUTF16(
        file, from: start, isBig: kind == .utf16BigEndian, name)
    }
  }

  /// Where the text of a file begins that may be UTF-8, behind its mark; nil when it is known to be
  /// written otherwise.
  static func startOfUTF8(_ file: [UInt8], encoding: String?) -> Int? {
    let mark = mark(file)
    guard mark == nil || mark?.encoding == .utf8,
      encoding == nil || encoding.flatMap(TextEncoding.init(named:)) == .utf8
    else { return nil }
    return mark?.length ?? 0
  }

  private static func mark(_ file: [UInt8]) -> (encoding: TextEncoding, length: Int)? {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if file.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if file.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    return nil
  }

  /// What a file without mark and without name is.
  private static func guess(_ file: [UInt8]) -> TextEncoding {
    let sample = file.prefix(4096)
    if sample.count >= 4, sample.contains(0) {
      let even = stride(from: 0, to: sample.count, by: 2).count { sample[$0] == 0 }
      let odd = stride(from: 1, to: sample.count, by: 2).count { sample[$0] == 0 }
      if odd * 4 > sample.count, even * 8 < odd { return .utf16LittleEndian }
      if even * 4 > sample.count, odd * 8 < even { return .utf16BigEndian }
    }
    guard let bad = SourceText.firstBadByte(file), file[bad] != 0 else { return .utf8 }
    // Letters of UTF-8 before the first bad byte: the file is UTF-8 with a fault, to be told.
    let letters = file[..<bad].count { $0 >= 0xC2 }
    return letters >= 3 ? .utf8 : .windows1252
  }

  private static func notText(
    _ name: String, _ bytes: [UInt8], _ offset: Int, _ encoding: TextEncoding,
    adding start: Int = 0
  ) -> DataFailure {
    let line = bytes[..<offset].count { $0 == 10 } + 1
    return .notText(name, line: line, byteOffset: offset + start, encoding.name)
  }

  /// Code points of 0x80...0x9F in Windows-1252; 0 where there is none.
  private static let windowsHigh: [UInt32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
  ]

  private static func decodeWindows(
    _ file: [UInt8], _ name: String
  ) throws(DataFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count + file.count / 8)
    for (offset, byte) in file.enumerated() {
      if byte < 0x80 {
        // No text holds control characters: this is some binary file.
        let isText = byte >= 32 || (8...13).contains(byte) || byte == 26 || byte == 27
        guard isText else { throw notText(name, file, offset, .windows1252) }
        bytes.append(byte)
        continue
      }
      let scalar = byte < 0xA0 ? windowsHigh[Int(byte) - 0x80] : UInt32(byte)
      guard scalar != 0 else { throw notText(name, file, offset, .windows1252) }
      append(scalar, to: &bytes)
    }
    return bytes
  }

  private static func decodeUTF16(
    _ file: [UInt8], from start: Int, isBig: Bool, _ name: String
  ) throws(DataFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(file.count)
    var index = start
    func unit(_ index: Int) -> UInt32 {
      let (first, second) = (UInt32(file[index]), UInt32(file[index + 1]))
      return isBig ? first << 8 | second : second << 8 | first
    }
    while index < file.count {
      guard index + 1 < file.count else {
        throw .notText(name, line: 1, byteOffset: index, "UTF-16")
      }
      var scalar = unit(index)
      var length = 2
      if (0xD800..<0xDC00).contains(scalar), index + 3 < file.count {
        let low = unit(index + 2)
        if (0xDC00..<0xE000).contains(low) {
          scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
          length = 4
        }
      }
      guard scalar != 0, !(0xD800..<0xE000).contains(scalar) else {
        let line = bytes.count { $0 == 10 } + 1
        throw .notText(name, line: line, byteOffset: index, "UTF-16")
      }
      append(scalar, to: &bytes)
      index += length
    }
    return bytes
  }

  /// Appends a code point as UTF-8.
  static func append(_ scalar: UInt32, to bytes: inout [UInt8]) {
    switch scalar {
    case ..<0x80: bytes.append(UInt8(truncatingIfNeeded: scalar))
    case ..<0x800:
      bytes.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case ..<0x10000:
      bytes.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      bytes.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      bytes.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
