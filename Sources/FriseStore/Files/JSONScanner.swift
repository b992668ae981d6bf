import FriseBase
import FriseModel

/// Walks over JSON text (RFC 8259). Strings are decoded in place: no escape is shorter than what it
/// stands for.
struct JSONScanner {
  /// How deep values may be nested.
  static let depthMax = 200

  let file: String
  var bytes: [UInt8]
  var index = 0
  /// The line of `index`, from 1; only white space holds line ends.
  var lineNumber = 1
  /// The line of the last whole row, 0 when there is none.
  var lastGoodLine = 0

  init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The next byte that is no white space, or nil at the end.
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 10: lineNumber += 1
      case 9, 13, 32: break
      default: return byte
      }
      index += 1
    }
    return nil
  }

  /// Takes the sign if it comes next.
  mutating func take(_ sign: UInt8) -> Bool {
    guard peek() == sign else { return false }
    index += 1
    return true
  }

  /// Takes the sign.
  /// - Throws: `DataFailure` E418 when another stands there, E410 at the end of the text.
  mutating func expect(_ sign: UInt8) throws(DataFailure) {
    guard !take(sign) else { return }
    let text = String(UnicodeScalar(sign))
    throw fault(Localized(en: "\(text) expected", fr: "\(text) attendu"))
  }

  /// That something else was expected here, or that the text ends too early.
  func fault(_ expected: Localized) -> DataFailure {
    guard index < bytes.count else {
      return .truncated(
        file, line: lineNumber, lastGood: lastGoodLine,
        why: Localized(
          en: "the file ends inside a value", fr: "le fichier s’arrête dans une valeur"))
    }
    return .badJSON(file, line: lineNumber, expected)
  }

  /// Passes over a value of any kind, its opening sign included.
  /// - Returns: True when it holds an object or a list inside.
  @discardableResult
  mutating func skip(depth: Int = 0) throws(DataFailure) -> Bool {
    guard depth < JSONScanner.depthMax else {
      throw .badJSON(
        file, line: lineNumber,
        Localized(en: "nested more than 200 deep", fr: "plus de 200 niveaux"))
    }
    var isNested = false
    switch peek() {
    case UInt8(ascii: "{"):
      index += 1
      if take(UInt8(ascii: "}")) { return false }
      repeat {
        guard peek() == UInt8(ascii: "\"") else { throw nameExpected }
        try skipString()
        try expect(UInt8(ascii: ":"))
        isNested = isContainer || isNested
        try skip(depth: depth + 1)
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "}"))
    case UInt8(ascii: "["):
      index += 1
      if take(UInt8(ascii: "]")) { return false }
      repeat {
        isNested = isContainer || isNested
        try skip(depth: depth + 1)
      } while take(UInt8(ascii: ","))
      try expect(UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try skipString()
    default: _ = try literal()
    }
    return isNested
  }

  private var nameExpected: DataFailure {
    fault(Localized(en: "a name in quotes expected", fr: "un nom entre guillemets attendu"))
  }

  /// Whether an object or a list comes next.
  var isContainer: Bool {
    mutating get { peek() == UInt8(ascii: "{") || peek() == UInt8(ascii: "[") }
  }

  private mutating func skipString() throws(DataFailure) {
    index += 1
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): index += 2
      case 0..<32: throw controlCharacter
      default: index += 1
      }
    }
    index = bytes.count
    throw fault(Localized(same: ""))
  }

  private var controlCharacter: DataFailure {
    fault(
      Localized(
        en: "a line end or control character inside a string",
        fr: "une fin de ligne ou un caractère de commande dans une chaîne"))
  }

  /// The name of a member, decoded, with its colon taken.
  mutating func name() throws(DataFailure) -> Range<Int> {
    guard peek() == UInt8(ascii: "\"") else { throw nameExpected }
    let range = try string()
    try expect(UInt8(ascii: ":"))
    return range
  }

  /// The name of a member, with its colon taken; the text stays as it is, to be read again.
  mutating func nameAhead() throws(DataFailure) -> String {
    guard peek() == UInt8(ascii: "\"") else { throw nameExpected }
    let start = index
    try skipString()
    var copy = JSONScanner(Array(bytes[start..<index]), file: file)
    let name = String(decoding: copy.bytes[try copy.string()], as: UTF8.self)
    try expect(UInt8(ascii: ":"))
    return name
  }

  /// A number, `true` or `false` as it stands; an empty range for `null`.
  mutating func literal() throws(DataFailure) -> Range<Int> {
    let start = index
    while index < bytes.count, JSONScanner.isLiteral(bytes[index]) { index += 1 }
    let text = bytes[start..<index]
    if text.elementsEqual("null".utf8) { return start..<start }
    let isKnown =
      text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
      || text.first.map { $0 == UInt8(ascii: "-") || (48..<58).contains($0) } == true
    guard isKnown, index < bytes.count || start == 0 else {
      if index < bytes.count { index = start }
      throw fault(Localized(en: "a value expected", fr: "une valeur attendue"))
    }
    return start..<index
  }

  static func isLiteral(_ byte: UInt8) -> Bool {
    (48..<58).contains(byte) || (97..<123).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "E")
  }

  /// A string, decoded in place.
  mutating func string() throws(DataFailure) -> Range<Int> {
    index += 1
    let start = index
    while index < bytes.count, bytes[index] != UInt8(ascii: "\""),
      bytes[index] != UInt8(ascii: "\\"), bytes[index] >= 32
    {
      index += 1
    }
    var write = index
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") {
        index += 1
        return start..<write
      }
      if byte < 32 { throw controlCharacter }
      if byte == UInt8(ascii: "\\") {
        for decoded in try escape() {
          bytes[write] = decoded
          write += 1
        }
      } else {
        bytes[write] = byte
        write += 1
        index += 1
      }
    }
    throw fault(Localized(same: ""))
  }

  /// What an escape stands for; `index` ends behind it.
  private mutating func escape() throws(DataFailure) -> [UInt8] {
    index += 1
    guard index < bytes.count else { throw fault(Localized(same: "")) }
    let sign = bytes[index]
    index += 1
    switch sign {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [sign]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"):
      var scalar = try hexadecimal()
      if (0xD800..<0xDC00).contains(scalar), bytes[index...].starts(with: [0x5C, 0x75]) {
        index += 2
        let low = try hexadecimal()
        guard (0xDC00..<0xE000).contains(low) else { throw badEscape }
        scalar = 0x10000 + (scalar - 0xD800) << 10 + (low - 0xDC00)
      }
      guard !(0xD800..<0xE000).contains(scalar) else { throw badEscape }
      var decoded: [UInt8] = []
      DecodedText.append(scalar, to: &decoded)
      return decoded
    default: throw badEscape
    }
  }

  private var badEscape: DataFailure {
    fault(
      Localized(
        en: "after \\ stands one of \" \\ / b f n r t, or u and four digits",
        fr: "après \\ vient l’un de \" \\ / b f n r t, ou u et quatre chiffres"))
  }

  private mutating func hexadecimal() throws(DataFailure) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard index < bytes.count,
        let digit = UInt32(String(UnicodeScalar(bytes[index])), radix: 16)
      else { throw badEscape }
      value = value << 4 | digit
      index += 1
    }
    return value
  }
}
