import FriseBase
import FriseModel

/// A date in words that say what is known of it: for those who listen, and beside pictures.
enum DateDescription {
  /// `1999 to 2002 (days not stated)`, «depuis 1951 (sans fin)», `2001-07-03`.
  static func text(_ date: DateValue, _ tongue: Tongue) -> String {
    let notes = notes(date).map { $0[tongue] }
    let lead = lead(date, tongue)
    return notes.isEmpty ? lead : lead + " (" + notes.joined(separator: ", ") + ")"
  }

  /// The date itself: one side, or from one to the other.
  private static func lead(_ date: DateValue, _ tongue: Tongue) -> String {
    let text = date.humanText(tongue)
    let sides = text.split(separator: "/", omittingEmptySubsequences: false)
    guard sides.count == 2, !date.bounds.isSomewhere || date.bounds.isDay else { return text }
    let (start, end) = (String(sides[0]), String(sides[1]))
    let hasStart = !start.isEmpty && start != ".."
    let hasEnd = !end.isEmpty && end != ".."
    switch (hasStart, hasEnd) {
    case (true, true):
      return Localized(en: "\(start) to \(end)", fr: "de \(start) à \(end)")[tongue]
    case (true, false): return Localized(en: "from \(start)", fr: "depuis \(start)")[tongue]
    case (false, true): return Localized(en: "until \(end)", fr: "jusqu’à \(end)")[tongue]
    case (false, false): return text
    }
  }

  /// What the signs of the date mean.
  private static func notes(_ date: DateValue) -> [Localized] {
    let bounds = date.bounds
    var notes: [Localized] = []
    if bounds.isSomewhere {
      if !bounds.isDay { notes.append(Localized(en: "day not stated", fr: "jour non précisé")) }
      if let note = note(date.start.qualifier, of: Localized(same: "")) { notes.append(note) }
      return notes
    }
    if let note = note(date.start.qualifier, of: Localized(en: "start ", fr: "début ")) {
      notes.append(note)
    }
    if let note = note(date.end.qualifier, of: Localized(en: "end ", fr: "fin ")) {
      notes.append(note)
    }
    if bounds.isStartOpen { notes.append(Localized(en: "no start", fr: "sans début")) }
    if bounds.isStartUnknown {
      notes.append(Localized(en: "start not known", fr: "début inconnu"))
    }
    if bounds.isEndOpen { notes.append(Localized(en: "no end", fr: "sans fin")) }
    if bounds.isEndUnknown { notes.append(Localized(en: "end not known", fr: "fin inconnue")) }
    return notes
  }

  private static func note(_ qualifier: DateQualifier, of side: Localized) -> Localized? {
    let words: Localized
    switch qualifier {
    case .none: return nil
    case .approximate: words = Localized(en: "approximate", fr: "approximatif")
    case .uncertain: words = Localized(en: "uncertain", fr: "incertain")
    case .both:
      words = Localized(
        en: "approximate and uncertain", fr: "approximatif et incertain")
    }
    let french = side.french.hasPrefix("fin") ? words.french.feminine : words.french
    return Localized(en: side.english + words.english, fr: side.french + french)
  }
}

extension String {
  /// «approximatif et incertain» said of «fin».
  fileprivate var feminine: String {
    split(separator: " ").map { word in
      switch word {
      case "approximatif": "approximative"
      case "incertain": "incertaine"
      default: String(word)
      }
    }.joined(separator: " ")
  }
}
