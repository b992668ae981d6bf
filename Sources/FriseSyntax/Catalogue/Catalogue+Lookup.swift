package import FriseBase

/// The one table of words (language, section 4) and its look-ups.
package enum Catalogue {
  /// The words that may stand in one of `roles` and one of whose forms has the fold of `text`.
  /// A word has one meaning per role, so asking for one role gives at most one word.
  package static func word(_ text: String, as roles: WordRoles) -> Word? {
    words(text).first { !entry($0).roles.isDisjoint(with: roles) }
  }

  /// Every word one of whose forms has the fold of `text`, in the order of the table.
  package static func words(_ text: String) -> [Word] {
    index[TextFold.fold(text)] ?? []
  }

  /// The entry of a word.
  package static func entry(_ word: Word) -> WordEntry {
    entries[positions[Int(word.rawValue)]]
  }

  /// Every entry one of whose forms has the fold of `text`, in the order of the table.
  package static func entries(named text: String) -> [WordEntry] {
    (index[TextFold.fold(text)] ?? []).map { entry($0) }
  }

  /// The canonical form of a word in a tongue, as the printer writes it.
  package static func form(_ word: Word, _ tongue: Tongue) -> String {
    entry(word).forms[tongue]
  }

  /// The plural of a unit of time: its other forms begin with the English one, then the French one
  /// where it differs from the singular.
  package static func plural(_ unit: Word, _ tongue: Tongue) -> String {
    let forms = entry(unit).otherForms
    switch tongue {
    case .english: return forms.first ?? form(unit, tongue)
    case .french: return forms.count > 1 ? forms[1] : form(unit, tongue)
    }
  }

  /// Every entry that may stand in one of `roles`, in the order of the table.
  package static func entries(as roles: WordRoles) -> [WordEntry] {
    entries.filter { !$0.roles.isDisjoint(with: roles) }
  }

  private static let positions: [Int] = {
    var positions = Array(repeating: 0, count: Word.allCases.count)
    for (position, entry) in entries.enumerated() { positions[Int(entry.word.rawValue)] = position }
    return positions
  }()

  private static let index: [String: [Word]] = {
    var index: [String: [Word]] = [:]
    for entry in entries {
      let forms = [entry.forms.english, entry.forms.french] + entry.otherForms
      for key in Set(forms.map(TextFold.fold)) { index[key, default: []].append(entry.word) }
    }
    return index
  }()
}
