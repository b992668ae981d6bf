/// How a machine format writes texts and absent values.
enum Dialect: Equatable {
  /// RFC 4180 quoting; with `isGuarded`, cells that a spreadsheet would run start with `'`.
  case csv(isGuarded: Bool)
  /// Tab, newline, carriage return and backslash as `\t \n \r \\`.
  case tsv(isGuarded: Bool)
  case json

  /// True for JSON, where texts are quoted and lists are arrays.
  var isJSON: Bool { self == .json }

  /// Appends a whole text cell.
  func append(text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    switch self {
    case .csv(let isGuarded):
      Dialect.appendCSV(isGuarded ? Dialect.guarded(text) : text, to: &bytes)
    case .tsv(let isGuarded):
      Dialect.appendTSV(isGuarded ? Dialect.guarded(text) : text, to: &bytes)
    case .json: JSONText.append(text, to: &bytes)
    }
  }

  /// Appends an absent value.
  func appendNone(to bytes: inout [UInt8]) {
    if isJSON { bytes.append(contentsOf: [0x6E, 0x75, 0x6C, 0x6C]) }
  }

  /// An empty text is `""`, so that it differs from none.
  private static func appendCSV(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var isPlain = !text.isEmpty
    for byte in text where byte == 0x2C || byte == 0x22 || byte == 0x0A || byte == 0x0D {
      isPlain = false
      break
    }
    if isPlain {
      bytes.append(contentsOf: text)
      return
    }
    bytes.append(0x22)
    for byte in text {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  /// Everything that would end a cell or a line is escaped.
  private static func appendTSV(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    for byte in text {
      switch byte {
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x5C: bytes.append(contentsOf: [0x5C, 0x5C])
      default: bytes.append(byte)
      }
    }
  }

  /// The text with `'` before it when a spreadsheet would read a formula: `=`, `+`, `-`, `@`, a tab
  /// or a carriage return first, unless the whole is a number.
  private static func guarded(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard let first = text.first, [0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D].contains(first),
      !isNumber(text)
    else { return text }
    return ([0x27] + text)[...]
  }

  /// True for a sign, digits and at most one decimal separator among them.
  private static func isNumber(_ text: ArraySlice<UInt8>) -> Bool {
    guard let first = text.first, first == 0x2B || first == 0x2D else { return false }
    var digits = 0
    var separators = 0
    for byte in text.dropFirst() {
      switch byte {
      case 0x30...0x39: digits += 1
      case 0x2E, 0x2C: separators += 1
      default: return false
      }
    }
    return digits > 0 && separators <= 1
  }
}

/// Texts in JSON (RFC 8259).
enum JSONText {
  /// Appends a quoted text. Beyond what the format demands, DEL, C1, U+2028/9 and bidirectional
  /// controls are escaped, so that a terminal or a script page is safe with the output.
  static func append(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    bytes.append(0x22)
    var isPlain = true
    for byte in text
    where byte < 0x20 || byte == 0x22 || byte == 0x5C || byte == 0x7F || byte == 0xC2
      || byte == 0xE2
    {
      isPlain = false
      break
    }
    if isPlain { bytes.append(contentsOf: text) } else { appendEscaped(text, to: &bytes) }
    bytes.append(0x22)
  }

  /// A quoted text as bytes.
  static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    append(Array(text.utf8)[...], to: &bytes)
    return bytes
  }

  /// Appends a text in which some byte may need an escape.
  private static func appendEscaped(_ text: ArraySlice<UInt8>, to bytes: inout [UInt8]) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      index += 1
      switch byte {
      case 0x22, 0x5C: bytes.append(contentsOf: [0x5C, byte])
      case 0x08: bytes.append(contentsOf: [0x5C, 0x62])
      case 0x09: bytes.append(contentsOf: [0x5C, 0x74])
      case 0x0A: bytes.append(contentsOf: [0x5C, 0x6E])
      case 0x0C: bytes.append(contentsOf: [0x5C, 0x66])
      case 0x0D: bytes.append(contentsOf: [0x5C, 0x72])
      case 0x00...0x1F, 0x7F: appendEscape(UInt32(byte), to: &bytes)
      case 0xC2 where index < text.endIndex && text[index] < 0xA0:
        appendEscape(UInt32(text[index]), to: &bytes)
        index += 1
      case 0xE2 where index + 1 < text.endIndex:
        let scalar = 0x2000 | UInt32(text[index] & 0x3F) << 6 | UInt32(text[index + 1] & 0x3F)
        switch scalar {
        case 0x2028...0x202E, 0x2066...0x2069: appendEscape(scalar, to: &bytes)
        default: bytes.append(contentsOf: text[(index - 1)...(index + 1)])
        }
        index += 2
      default: bytes.append(byte)
      }
    }
  }

  /// Appends `\uXXXX`.
  private static func appendEscape(_ scalar: UInt32, to bytes: inout [UInt8]) {
    bytes.append(contentsOf: [0x5C, 0x75])
    for shift: UInt32 in [12, 8, 4, 0] {
      let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
      bytes.append(digit < 10 ? 0x30 + digit : 0x61 + digit - 10)
    }
  }
}
