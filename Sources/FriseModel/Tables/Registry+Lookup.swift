import FriseBase

/// Rows by what they are called. A few names are looked for one by one, as they are asked for; a
/// session that asks for many gets an index of all names.
struct NameLookup: Sendable {
  /// The rows of the names asked for so far, by the fold.
  private var asked: [String: [Int32]] = [:]
  /// The rows of every name, by the fold.
  private var index: [String: [Int32]]?

  /// So many names are looked for one by one.
  private static let askedMax = 64

  /// The rows that are called `key`, a fold, ascending.
  mutating func rows(folded key: String, of registry: Registry) -> [Int32] {
    if let index { return index[key] ?? [] }
    if let known = asked[key] { return known }
    if asked.count >= NameLookup.askedMax {
      let made = NameLookup.index(of: registry)
      index = made
      asked = [:]
      return made[key] ?? []
    }
    let found = NameLookup.search(key, in: registry)
    asked[key] = found
    return found
  }

  /// Looks through all names. O(bytes of the names), most of which differ in their first letter.
  private static func search(_ key: String, in registry: Registry) -> [Int32] {
    var found: Set<Int32> = []
    var texts = [registry.ids]
    // Names of one tongue, and ids that serve as names, need no second look.
    for names in [registry.englishNames, registry.frenchNames]
    where !texts.contains(where: { $0.pool === names.pool && $0.codes == names.codes }) {
      texts.append(names)
    }
    for column in texts {
      let codes = column.pool.codes(folded: key)
      guard !codes.isEmpty else { continue }
      for row in column.codes.indices where column.codes[row] >= 0 {
        if codes.contains(column.codes[row]) { found.insert(Int32(clamping: row)) }
      }
    }
    for alias in registry.aliases where TextFold.fold(alias.name) == key { found.insert(alias.row) }
    return found.sorted()
  }

  private static func index(of registry: Registry) -> [String: [Int32]] {
    var index: [String: [Int32]] = [:]
    func add(_ text: String, _ row: Int32) {
      let key = TextFold.fold(text)
      if index[key]?.last != row { index[key, default: []].append(row) }
    }
    for row in 0..<Int32(registry.count) {
      add(registry.id(row), row)
      let name = registry.name(row)
      add(name.english, row)
      add(name.french, row)
    }
    for alias in registry.aliases { add(alias.name, alias.row) }
    return index.mapValues { Array(Set($0)).sorted() }
  }
}

extension StringPool {
  /// The codes whose text has the fold `key`.
  func codes(folded key: String) -> [Int32] {
    let needle = Array(key.utf8)
    let arena = bytes
    let texts = arena.span
    let fold = needle.span
    var found: [Int32] = []
    var folded: [UInt8] = []
    for code in 0..<count {
      let text = texts.extracting(Int(offsets[code])..<Int(offsets[code + 1]))
      switch StringPool.compare(text, withFold: fold) {
      case false?: continue
      case true?: found.append(Int32(clamping: code))
      case nil:
        folded.removeAll(keepingCapacity: true)
        TextFold.fold(text, into: &folded)
        if folded == needle { found.append(Int32(clamping: code)) }
      }
    }
    return found
  }

  /// Whether a text has this fold, as far as its first letters tell; nil when it must be folded,
  /// for other spaces than single ones or letters outside ASCII.
  private static func compare(_ text: Span<UInt8>, withFold fold: Span<UInt8>) -> Bool? {
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte >= 0x80 || byte <= 0x20 { return nil }
      guard index < fold.count, fold[index] == (byte &- 0x41 < 26 ? byte | 0x20 : byte) else {
        return false
      }
      index += 1
    }
    return index == fold.count
  }
}
