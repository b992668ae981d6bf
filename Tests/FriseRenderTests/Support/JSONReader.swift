/// A strict reader of JSON for tests: nil for anything that is not one value.
struct JSONReader {
  indirect enum Value: Equatable {
    case null
    case truth(Bool)
    case number(String)
    /// The bytes of a text in UTF-8.
    case text([UInt8])
    case array([Value])
    case object([(String, Value)])

    static func == (left: Value, right: Value) -> Bool {
      switch (left, right) {
      case (.null, .null): true
      case (.truth(let left), .truth(let right)): left == right
      case (.number(let left), .number(let right)): left == right
      case (.text(let left), .text(let right)): left == right
      case (.array(let left), .array(let right)): left == right
      case (.object(let left), .object(let right)):
        left.map(\.0) == right.map(\.0) && left.map(\.1) == right.map(\.1)
      default: false
      }
    }
  }

  private let bytes: [UInt8]
  private var index = 0

  static func value(_ text: String) -> Value? {
    var reader = JSONReader(bytes: Array(text.utf8))
    let value = reader.read()
    if reader.index < reader.bytes.count, reader.bytes[reader.index] == 0x0A { reader.index += 1 }
    return reader.index == reader.bytes.count ? value : nil
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.utf8)
    guard index + wanted.count <= bytes.count,
      Array(bytes[index..<index + wanted.count]) == wanted
    else { return false }
    index += wanted.count
    return true
  }

  private mutating func read() -> Value? {
    switch next {
    case 0x6E: return take("null") ? .null : nil
    case 0x74: return take("true") ? .truth(true) : nil
    case 0x66: return take("false") ? .truth(false) : nil
    case 0x22: return readText().map { .text($0) }
    case 0x5B: return readItems(end: "]") { reader in reader.read() }.map { .array($0) }
    case 0x7B:
      return readItems(end: "}") { reader in
        guard let name = reader.readText(), reader.take(":"), let value = reader.read() else {
          return nil
        }
        return (String(decoding: name, as: UTF8.self), value)
      }.map { .object($0) }
    default: return readNumber()
    }
  }

  private mutating func readItems<Item>(
    end: String, _ item: (inout JSONReader) -> Item?
  ) -> [Item]? {
    index += 1
    var items: [Item] = []
    if take(end) { return items }
    repeat {
      guard let next = item(&self) else { return nil }
      items.append(next)
    } while take(",")
    return take(end) ? items : nil
  }

  private mutating func readNumber() -> Value? {
    let start = index
    while let byte = next, "-0123456789.".utf8.contains(byte) { index += 1 }
    return index > start ? .number(String(decoding: bytes[start..<index], as: UTF8.self)) : nil
  }

  private mutating func readText() -> [UInt8]? {
    guard take("\"") else { return nil }
    var text: [UInt8] = []
    while let byte = next {
      index += 1
      if byte == 0x22 { return text }
      if byte < 0x20 { return nil }
      guard byte == 0x5C else {
        text.append(byte)
        continue
      }
      guard let kind = next else { return nil }
      index += 1
      switch kind {
      case 0x22, 0x5C: text.append(kind)
      case 0x62: text.append(0x08)
      case 0x66: text.append(0x0C)
      case 0x6E: text.append(0x0A)
      case 0x72: text.append(0x0D)
      case 0x74: text.append(0x09)
      case 0x75:
        guard index + 4 <= bytes.count,
          let code = UInt32(String(decoding: bytes[index..<index + 4], as: UTF8.self), radix: 16),
          let scalar = Unicode.Scalar(code)
        else { return nil }
        index += 4
        text.append(contentsOf: String(scalar).utf8)
      default: return nil
      }
    }
    return nil
  }
}
