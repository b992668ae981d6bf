/// A text being typed and where its cursor stands.
struct EditedLine: Sendable, Hashable {
  var text = ""
  /// Bytes before the cursor; always between two code points.
  var cursor = 0

  init() {}

  /// - Parameters:
  ///   - text: The text, line ends included.
  ///   - cursor: Bytes before the cursor, or nil for its end.
  init(_ text: String, cursor: Int? = nil) {
    self.text = text
    self.cursor = min(max(0, cursor ?? text.utf8.count), text.utf8.count)
  }

  var isCursorAtEnd: Bool { cursor == text.utf8.count }

  var before: String { String(decoding: text.utf8.prefix(cursor), as: UTF8.self) }

  var after: String { String(decoding: text.utf8.dropFirst(cursor), as: UTF8.self) }

  /// Puts a text where the cursor is, and the cursor behind it.
  mutating func insert(_ inserted: String) {
    text = before + inserted + after
    cursor += inserted.utf8.count
  }

  /// Puts a text in place of so many bytes before the cursor.
  mutating func replace(bytesBeforeCursor count: Int, with inserted: String) {
    let kept = before.utf8.prefix(max(0, cursor - count))
    let rest = after
    let start = String(decoding: kept, as: UTF8.self)
    text = start + inserted + rest
    cursor = start.utf8.count + inserted.utf8.count
  }

  // MARK: Lines

  /// Bytes before the line of the cursor.
  private var lineStart: Int {
    before.utf8.lastIndex(of: 0x0A).map {
      before.utf8.distance(from: before.startIndex, to: $0) + 1
    }
      ?? 0
  }

  /// The line of the cursor as bytes of the text.
  private var lineEnd: Int {
    cursor
      + (after.utf8.firstIndex(of: 0x0A).map { after.utf8.distance(from: after.startIndex, to: $0) }
        ?? after.utf8.count)
  }

  mutating func moveToLineStart() { cursor = lineStart }

  mutating func moveToLineEnd() { cursor = lineEnd }

  /// Moves the cursor over one character; false at the end.
  mutating func moveRight() -> Bool {
    guard let first = after.first else { return false }
    cursor += String(first).utf8.count
    return true
  }

  /// Moves the cursor behind the next word.
  mutating func moveWordRight() { cursor += Self.firstWord(of: after).utf8.count }

  /// What leads to the end of the first word of a text, the word included.
  static func firstWord(of text: String) -> String {
    let blanks = text.prefix { !$0.isLetter && !$0.isNumber }
    return String(blanks + text.dropFirst(blanks.count).prefix { $0.isLetter || $0.isNumber })
  }

  /// Moves the cursor to the line above or below, at most as far to the right; false when there is
  /// none.
  mutating func moveLine(up: Bool) -> Bool {
    let (start, end) = (lineStart, lineEnd)
    let column = String(decoding: text.utf8.dropFirst(start).prefix(cursor - start), as: UTF8.self)
      .count
    guard up ? start > 0 : end < text.utf8.count else { return false }
    cursor = up ? start - 1 : end + 1
    let (targetStart, targetEnd) = (lineStart, lineEnd)
    let target = String(
      decoding: text.utf8.dropFirst(targetStart).prefix(targetEnd - targetStart), as: UTF8.self)
    cursor = targetStart + String(target.prefix(column)).utf8.count
    return true
  }
}
