import FriseBase

extension Lexer {
  /// A name, or a word of the language: a letter, then letters, marks, digits and `_`.
  mutating func name() {
    let start = index
    index = nameEnd(from: index)
    let text = source.text(ByteSpan(start, index))
    if let length = apostropheLength(at: index), startsName(at: index + length),
      Articles.isElided(text)
    {
      index += length
      let end = nameEnd(from: index)
      let bare = source.text(ByteSpan(index, end))
      let span = ByteSpan(start, end)
      if let habit = Habits.elided(text, before: bare) {
        report(.habit(span, typed: source.text(span), habit: habit))
        index = end
        // What goes with it is understood: nothing more is said of this place.
        return append(.invalid, from: start)
      }
      report(.article(span, bare: bare))
      return
    }
    append(.name(text), from: start, words: Lexer.words(text))
  }

  /// The words `text` may stand for. Without its cedilla «ça» is a mere name.
  static func words(_ text: String) -> [Word] {
    let words = Catalogue.words(text)
    guard words.contains(.it), TextFold.fold(text) == TextFold.fold("ça") else { return words }
    let hasCedilla = text.unicodeScalars.contains { "çÇ\u{327}".unicodeScalars.contains($0) }
    return hasCedilla ? words : words.filter { $0 != .it }
  }

  /// `_`, `_3`.
  mutating func result() {
    let start = index
    index += 1
    while isDigit(byte()) { index += 1 }
    let digits = source.text(ByteSpan(start + 1, index))
    guard !continuesName(at: index) else {
      index = nameEnd(from: index)
      report(.nameStartsWithUnderscore(ByteSpan(start, index)))
      return append(.name(source.text(ByteSpan(start, index))), from: start)
    }
    guard !digits.isEmpty else { return append(.result(nil), from: start) }
    // Results count from 1; a number too large names none of them.
    append(.result(Int(digits) ?? Int.max), from: start)
  }

  /// `` `Migration Route` ``; it ends on its line.
  mutating func quotedName() {
    let start = index
    index += 1
    while index < bytes.count, byte() != UInt8(ascii: "`"), byte() != UInt8(ascii: "\n") {
      index += 1
    }
    let text = source.text(ByteSpan(start + 1, index))
    if byte() == UInt8(ascii: "`") {
      index += 1
      if text.isEmpty { report(.emptyName(ByteSpan(start, index))) }
    } else {
      if index >= bytes.count { endsInsideText = true }
      report(.unclosedName(ByteSpan(start, start + 1)))
    }
    append(.quotedName(text), from: start)
  }

  /// Where the name that holds `position` ends.
  func nameEnd(from position: Int) -> Int {
    var end = position
    while continuesName(at: end) { end += scalar(at: end).length }
    return end
  }

  func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// A letter stands at `position`.
  func startsName(at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    if byte < 0x80 { return isLetter(byte) }
    let scalar = scalar(at: position).scalar
    return scalar.properties.isAlphabetic && !isFullWidth(scalar)
  }

  /// A letter, a mark, a digit or `_` stands at `position`.
  func continuesName(at position: Int) -> Bool {
    guard position < bytes.count else { return false }
    let byte = bytes[position]
    if byte < 0x80 { return isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_") }
    let scalar = scalar(at: position).scalar
    if isFullWidth(scalar) { return false }
    if scalar.properties.isAlphabetic { return true }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber: return true
    default: return false
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  /// The bytes of a straight or curly apostrophe at `position`.
  private func apostropheLength(at position: Int) -> Int? {
    if byteAt(position) == UInt8(ascii: "'") { return 1 }
    return hasText("’", at: position) ? 3 : nil
  }
}

/// Articles and elision are not parsed (language, section 4); they get their own message.
enum Articles {
  /// Folded articles of both tongues. They are no words of the language.
  private static let articles: Set<String> = [
    "the", "an", "le", "la", "les", "un", "une", "des", "du",
  ]
  private static let longElisions: Set<String> = ["qu", "jusqu", "lorsqu", "puisqu", "quelqu"]

  static func isArticle(_ text: String) -> Bool { articles.contains(TextFold.fold(text)) }

  /// `l`, `d`, `qu`… before an apostrophe.
  static func isElided(_ text: String) -> Bool {
    text.utf8.count == 1 || longElisions.contains(TextFold.fold(text))
  }
}
