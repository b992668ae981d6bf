import FriseBase

/// Up and Down through history: entries that begin with what stood before the cursor.
struct HistoryWalk: Sendable {
  /// Oldest first.
  private let entries: [String]
  /// What was typed when the walk began.
  private var typed = ""
  private var prefix = ""
  /// The entry shown; the number of entries while none is.
  private var position: Int
  /// The entry the walk put into the line, to know whether it goes on.
  private var shown: String?

  /// - Parameters:
  ///   - entries: Oldest first.
  ///   - dropped: A text that Ctrl-C dropped, which Up brings back before all else.
  init(entries: [String], dropped: String? = nil) {
    self.entries = entries + (dropped.map { [$0] } ?? [])
    self.position = self.entries.count
  }

  /// The next older (`up`) or newer entry in place of a line; nil when there is none.
  mutating func step(up: Bool, from line: EditedLine) -> EditedLine? {
    if shown != line.text {
      position = entries.count
      (typed, prefix) = (line.text, line.before)
      if prefix.allSatisfy(\.isWhitespace) { prefix = "" }
    }
    var next = position
    repeat {
      next += up ? -1 : 1
      guard next >= 0, next <= entries.count, up || position < entries.count else { return nil }
    } while next < entries.count && !fits(entries[next], after: line.text)
    position = next
    let text = next == entries.count ? typed : entries[next]
    shown = text
    return EditedLine(text)
  }

  /// An entry is worth a stop when it begins as typed and is not what is shown already.
  private func fits(_ entry: String, after current: String) -> Bool {
    entry != current && entry.hasPrefix(prefix)
  }
}

/// Ctrl-R: the newest entry that holds a text, whatever its case and accents.
struct HistorySearch: Sendable {
  /// Oldest first.
  private let entries: [String]
  /// What the search began with, for those who give it up.
  let original: EditedLine
  private(set) var pattern = ""
  private var position: Int
  /// False while no entry holds the pattern.
  private(set) var isFound = true

  init(entries: [String], original: EditedLine) {
    self.entries = entries
    self.original = original
    self.position = entries.count
  }

  /// Adds a character to the pattern, or takes one away; the entry found, or nil.
  mutating func change(adding character: Character? = nil) -> EditedLine? {
    if let character {
      pattern.append(character)
      return find(upTo: position)
    }
    if !pattern.isEmpty { pattern.removeLast() }
    return pattern.isEmpty ? original : find(upTo: entries.count - 1)
  }

  /// The next older entry that holds the pattern, or nil.
  mutating func older() -> EditedLine? {
    pattern.isEmpty ? nil : find(upTo: position - 1)
  }

  private mutating func find(upTo last: Int) -> EditedLine? {
    let key = TextFold.fold(pattern)
    let found = entries.indices.prefix(max(0, last + 1)).last { index in
      TextFold.fold(entries[index]).contains(key)
    }
    isFound = found != nil
    guard let found else { return nil }
    position = found
    return EditedLine(entries[found])
  }
}
