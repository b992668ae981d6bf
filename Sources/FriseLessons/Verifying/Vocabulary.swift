package import FriseBase

/// Words that a lesson had better not use of people, with what to say instead; from a plain file.
/// They are warned of, not banned: what stands between quotation marks keeps its words.
package struct Vocabulary: Sendable {
  private let entries: [Entry]

  private struct Entry: Sendable {
    let tongue: Tongue
    /// Folded.
    let word: String
    let instead: String
  }

  /// A word that was found.
  package struct Finding: Sendable, Hashable {
    package let word: String
    package let instead: String
  }

  /// Reads lines of three cells that tabs part: `en` or `fr`, the word, what to say instead. Other
  /// lines are left out.
  package init(_ bytes: [UInt8]) {
    entries = bytes.split(separator: 0x0A).compactMap { line in
      let cells = line.split(separator: 0x09).map { String(decoding: $0, as: UTF8.self) }
      guard cells.count == 3, let tongue = Tongue.allCases.first(where: { $0.tag == cells[0] })
      else { return nil }
      return Entry(tongue: tongue, word: TextFold.fold(cells[1]), instead: cells[2])
    }
  }

  /// The words of the list that a text uses, plurals and feminines too.
  package func findings(in text: String, _ tongue: Tongue) -> [Finding] {
    let folded = TextFold.fold(Self.withoutQuotations(text))
    let words = folded.split { !$0.isLetter && $0 != "-" }.map(String.init)
    return entries.filter { $0.tongue == tongue }.compactMap { entry in
      let parts = entry.word.split(separator: " ").map(String.init)
      guard words.count >= parts.count else { return nil }
      let isThere = (0...(words.count - parts.count)).contains { start in
        zip(words[start...], parts).allSatisfy { Self.isForm($0, of: $1) }
      }
      return isThere ? Finding(word: entry.word, instead: entry.instead) : nil
    }
  }

  private static func isForm(_ word: String, of stem: String) -> Bool {
    word == stem || ["s", "e", "es"].contains { word == stem + $0 }
  }

  private static func withoutQuotations(_ text: String) -> String {
    var kept = ""
    var closing: Character?
    for character in text {
      if let mark = closing {
        if character == mark { closing = nil }
        continue
      }
      switch character {
      case "«": closing = "»"
      case "\"": closing = "\""
      case "“": closing = "”"
      default: kept.append(character)
      }
    }
    return kept
  }
}
