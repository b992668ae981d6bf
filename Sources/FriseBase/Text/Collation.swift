/// The order of texts for `sort` (language, section 6): base letters, then accents left to right,
/// then lower case before upper: `cote < Cote < coté < côte < côté`.
///
/// Base characters stand in the order of CLDR: spaces, punctuation and symbols, digits, Latin
/// letters, then everything else by code point. Composed and decomposed letters are alike; format
/// and control characters do not count.
package enum Collation {
  /// Appends the sort key of a text in UTF-8: keys compare byte by byte, the shorter first.
  package static func appendKey(of text: ArraySlice<UInt8>, into key: inout [UInt8]) {
    appendKey(of: text.span, into: &key)
  }

  /// Appends the sort key of a text in UTF-8: keys compare byte by byte, the shorter first.
  package static func appendKey(of text: Span<UInt8>, into key: inout [UInt8]) {
    var levels = CollationLevels()
    let weights = asciiWeights
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte < 0x80 {
        let weight = weights[Int(byte)]
        if weight > 0 {
          key.append(weight)
          levels.addBase(form: byte &- 0x41 < 26 ? .upper : .lower)
        }
        index += 1
      } else if let (scalar, length) = UTF8Decoding.scalar(in: text, at: index) {
        append(scalar, to: &key, &levels)
        index += length
      } else {
        append(base: 0xFFFD, to: &key, &levels)
        index += 1
      }
    }
    levels.finish(&key)
  }

  /// The sort key of one text.
  package static func key(of text: String) -> [UInt8] {
    var key: [UInt8] = []
    appendKey(of: text.utf8.span, into: &key)
    return key
  }

  /// Appends the base letters of a text alone, with which keys begin: nearly all texts differ in
  /// them.
  static func appendBases(of text: Span<UInt8>, into key: inout [UInt8]) {
    var levels = CollationLevels()
    var index = 0
    while index < text.count {
      // A letter of one or two bytes has one weight at most.
      key.append(addingCapacity: text.count - index) { room in
        index = appendLatinBases(of: text, from: index, into: &room)
      }
      guard index < text.count else { return }
      if let (scalar, length) = UTF8Decoding.scalar(in: text, at: index) {
        append(scalar, to: &key, &levels)
        index += length
      } else {
        append(base: 0xFFFD, to: &key, &levels)
        index += 1
      }
    }
  }

  /// Appends base letters from `start` up to the first character that has not one of its own;
  /// returns its byte offset.
  private static func appendLatinBases(
    of text: Span<UInt8>, from start: Int, into room: inout OutputSpan<UInt8>
  ) -> Int {
    let (ascii, latin) = (asciiWeights, latinWeights)
    var index = start
    while index < text.count {
      let byte = text[index]
      var weight: UInt8
      if byte < 0x80 {
        weight = ascii[Int(byte)]
        index &+= 1
      } else {
        guard byte &- 0xC2 < 4, index &+ 1 < text.count, text[index &+ 1] & 0xC0 == 0x80 else {
          // The apostrophe ’ is as frequent as an accent in French.
          guard byte == 0xE2, index &+ 2 < text.count, text[index &+ 1] == 0x80,
            text[index &+ 2] == 0x99
          else { return index }
          room.append(ascii[0x27])
          index &+= 3
          continue
        }
        weight = latin[Int((byte &- 0xC2) << 6 | (text[index &+ 1] & 0x3F))]
        if weight == 0 { return index }
        index &+= 2
      }
      if weight > 0 { room.append(weight) }
    }
    return index
  }

  // MARK: Weights

  /// One scalar above ASCII.
  private static func append(
    _ scalar: UInt32, to key: inout [UInt8], _ levels: inout CollationLevels
  ) {
    if scalar < 0x180, let letter = latin[Int(scalar - 0x80)] {
      key.append(asciiWeights[Int(letter.base)])
      levels.addBase(form: letter.isUpper ? .upper : .lower)
      levels.addMark(letter.mark)
      return
    }
    UnicodeData.forEachDecomposed(scalar) { part in
      if UnicodeData.isMark(part) {
        levels.addMark(part)
      } else if UnicodeData.isSpace(part) {
        key.append(asciiWeights[0x20])
        levels.addBase(form: .variant)
      } else if !UnicodeData.isIgnorable(part) {
        append(base: part, to: &key, &levels)
      }
    }
  }

  /// One scalar that is neither mark nor space.
  private static func append(
    base scalar: UInt32, to key: inout [UInt8], _ levels: inout CollationLevels
  ) {
    let isUpper = UnicodeData.isUpper(scalar)
    UnicodeData.forEachCaseFolded(scalar) { folded in
      func add(_ letters: String, mark: UInt32? = nil, _ form: CollationLevels.Form) {
        for letter in letters.utf8 {
          key.append(asciiWeights[Int(letter)])
          levels.addBase(form: form)
        }
        if let mark { levels.addMark(mark) }
      }
      // Letters with a stroke, dotless i: the letter with a mark, as CLDR has them.
      let stroke: UInt32 = 0x335
      let variant: CollationLevels.Form = isUpper ? .upperVariant : .variant
      switch folded {
      case 0xE6: add("ae", variant)
      case 0x153: add("oe", variant)
      case 0x2019: add("'", .variant)
      case 0xF8: add("o", mark: stroke, isUpper ? .upper : .lower)
      case 0x111: add("d", mark: stroke, isUpper ? .upper : .lower)
      case 0x127: add("h", mark: stroke, isUpper ? .upper : .lower)
      case 0x131: add("i", mark: stroke, .lower)
      case 0x142: add("l", mark: stroke, isUpper ? .upper : .lower)
      case 0x167: add("t", mark: stroke, isUpper ? .upper : .lower)
      case ..<0x80:
        let isPlain = folded == scalar || folded == scalar | 0x20
        let form: CollationLevels.Form =
          isPlain ? isUpper ? .upper : .lower : isUpper ? .upperVariant : .variant
        key.append(asciiWeights[Int(folded)])
        levels.addBase(form: form)
      default:
        key.append(UnicodeData.isLetterOrDigit(folded) ? otherLetter : otherSymbol)
        for shift: UInt32 in [14, 7, 0] { key.append(0x02 + UInt8(folded >> shift & 0x7F)) }
        levels.addBase(form: isUpper ? .upper : .lower)
      }
    }
  }

  /// Primary weights of ASCII in the order of CLDR, from 2 up; 0 for what does not count.
  private static let asciiWeights: [UInt8] = {
    var weights = [UInt8](repeating: 0, count: 128)
    var next: UInt8 = 2
    func give(_ characters: String) {
      for byte in characters.utf8 { weights[Int(byte)] = next }
      next += 1
    }
    give(" \t\n\u{B}\u{C}\r")
    for character in "_-,;:!?.'\"()[]{}@*/\\&#%`^+<=>|~$" { give(String(character)) }
    next = otherSymbol + 1
    for character in "0123456789" { give(String(character)) }
    for byte in UInt8(0x61)...0x7A {
      weights[Int(byte)] = next
      weights[Int(byte) - 0x20] = next
      next += 1
    }
    return weights
  }()

  /// Before the code point of a sign outside ASCII: after the signs of ASCII, before the digits.
  private static let otherSymbol: UInt8 = 0x30
  /// Before the code point of a letter outside a–z: after z.
  private static let otherLetter: UInt8 = 0x60

  /// Letters of U+0080...U+017F that are an ASCII letter and one mark.
  private static let latin: [(base: UInt8, mark: UInt32, isUpper: Bool)?] =
    (UInt32(0x80)...0x17F).map { scalar in
      var parts: [UInt32] = []
      UnicodeData.forEachDecomposed(scalar) { parts.append($0) }
      guard parts.count == 2, parts[0] < 0x80 else { return nil }
      return (UInt8(parts[0]), parts[1], UnicodeData.isUpper(parts[0]))
    }

  /// The weights of the base letters of U+0080...U+017F; 0 for those that are not one letter and
  /// one mark.
  private static let latinWeights: [UInt8] = latin.map { letter in
    letter.map { asciiWeights[Int($0.base)] } ?? 0
  }
}
