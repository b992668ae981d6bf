package import FriseBase
import Synchronization

/// The one table of words (language, section 4) and its look-ups.
package enum Catalogue {
  /// The words that may stand in one of `roles` and one of whose forms has the fold of `text`.
  /// A word has one meaning per role, so asking for one role gives at most one word.
  package static func word(_ text: String, as roles: WordRoles) -> Word? {
    words(text).first { !entry($0).roles.isDisjoint(with: roles) }
  }

  /// Every word one of whose forms has the fold of `text`, in the order of the table.
  package static func words(_ text: String) -> [Word] {
    let key = TextFold.fold(text)
    guard let first = key.utf8.first else { return [] }
    return initials.withLock { known in
      if known.isEmpty { known = Array(repeating: nil, count: 256) }
      let group = known[Int(first)] ?? forms(beginningWith: first)
      known[Int(first)] = group
      return group.filter { $0.key == key }.map(\.word)
    }
  }

  /// The entry of a word.
  package static func entry(_ word: Word) -> WordEntry {
    entries[positions[Int(word.rawValue)]]
  }

  /// Every entry one of whose forms has the fold of `text`, in the order of the table.
  package static func entries(named text: String) -> [WordEntry] {
    words(text).map { entry($0) }
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

  /// The folded forms by their first byte, each group folded when a word that begins so is first
  /// asked for: a query pays for the letters it holds, not for the whole table.
  private static let initials = Mutex<[[FoldedForm]?]>([])

  /// The fold of a form and the word it stands for.
  private struct FoldedForm: Sendable {
    let key: String
    let word: Word
  }

  /// The folds that begin with a byte, in the order of the table; each once for a word.
  private static func forms(beginningWith first: UInt8) -> [FoldedForm] {
    var forms: [FoldedForm] = []
    for entry in entries {
      let start = forms.count
      func add(_ form: String) {
        guard let byte = form.utf8.first, byte >= 0x80 || byte | 0x20 == first else { return }
        let key = TextFold.fold(form)
        guard key.utf8.first == first, !forms[start...].contains(where: { $0.key == key }) else {
          return
        }
        forms.append(FoldedForm(key: key, word: entry.word))
      }
      add(entry.forms.english)
      add(entry.forms.french)
      for form in entry.otherForms { add(form) }
    }
    return forms
  }
}
