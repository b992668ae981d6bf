import FriseBase
import FriseModel

/// JSON whose names are the units themselves, each above what it holds:
/// `{"Africa": {"Eastern Africa": ["Kenya", "Uganda"], "Southern Africa": []}}`.
extension JSONRows {
  /// Whether the object ahead holds names and nothing else: objects of the same kind, lists of
  /// texts, and for a unit without others `""`, `null`, `[]` or `{}`. At least one object stands
  /// inside it.
  /// - Throws: `DataFailure` when the text is no JSON.
  mutating func holdsNames(depth: Int = 0) throws(DataFailure) -> Bool {
    guard depth < JSONScanner.depthMax else { return false }
    try scanner.expect(UInt8(ascii: "{"))
    if scanner.take(UInt8(ascii: "}")) { return depth > 0 }
    var hasObject = depth > 0
    repeat {
      _ = try scanner.nameAhead()
      switch scanner.peek() {
      case UInt8(ascii: "{"):
        guard try holdsNames(depth: depth + 1) else { return false }
        hasObject = true
      case UInt8(ascii: "["): guard try holdsTexts() else { return false }
      case UInt8(ascii: "\""):
        let start = scanner.index
        try scanner.skip()
        guard scanner.index - start == 2 else { return false }
      default: guard try scanner.literal().isEmpty else { return false }
      }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"))
    return hasObject
  }

  /// Whether the list ahead holds texts alone.
  private mutating func holdsTexts() throws(DataFailure) -> Bool {
    try scanner.expect(UInt8(ascii: "["))
    if scanner.take(UInt8(ascii: "]")) { return true }
    repeat {
      guard scanner.peek() == UInt8(ascii: "\"") else { return false }
      try scanner.skip()
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
    return true
  }

  /// Makes a row of each name in the object ahead.
  mutating func readNames(parent: Int32) throws(DataFailure) {
    beginNames()
    try readNamesOfObject(parent)
  }

  private mutating func readNamesOfObject(_ parent: Int32) throws(DataFailure) {
    try scanner.expect(UInt8(ascii: "{"))
    if scanner.take(UInt8(ascii: "}")) { return }
    repeat {
      let row = try addName(scanner.name(), parent)
      switch scanner.peek() {
      case UInt8(ascii: "{"): try readNamesOfObject(row)
      case UInt8(ascii: "["): try readNamesOfList(row)
      default: try scanner.skip()
      }
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "}"))
  }

  private mutating func readNamesOfList(_ parent: Int32) throws(DataFailure) {
    try scanner.expect(UInt8(ascii: "["))
    if scanner.take(UInt8(ascii: "]")) { return }
    repeat {
      _ = scanner.peek()
      _ = try addName(scanner.string(), parent)
    } while scanner.take(UInt8(ascii: ","))
    try scanner.expect(UInt8(ascii: "]"))
  }
}
