import FriseBase

/// The words of typed dates, under the fold. They are no words of the language: a reader of files
/// meets them.
enum DateWords {
  static let months: [String: Int64] = [
    "january": 1, "janvier": 1, "jan": 1, "janv": 1, "february": 2, "fevrier": 2, "feb": 2,
    "fev": 2, "fevr": 2, "march": 3, "mars": 3, "mar": 3, "april": 4, "avril": 4, "apr": 4,
    "avr": 4, "may": 5, "mai": 5, "june": 6, "juin": 6, "jun": 6, "july": 7, "juillet": 7,
    "jul": 7, "juil": 7, "august": 8, "aout": 8, "aug": 8, "september": 9, "septembre": 9,
    "sept": 9, "sep": 9, "october": 10, "octobre": 10, "oct": 10, "november": 11,
    "novembre": 11, "nov": 11, "december": 12, "decembre": 12, "dec": 12,
  ]

  /// EDTF numbers of seasons.
  static let seasons: [String: Int64] = [
    "spring": 21, "printemps": 21, "summer": 22, "ete": 22, "autumn": 23, "fall": 23,
    "automne": 23, "winter": 24, "hiver": 24,
  ]

  /// Parts of a year by their EDTF number, as tables show them.
  static let partsOfYear: [Int64: Localized] = [
    21: Localized(en: "spring", fr: "printemps"), 22: Localized(en: "summer", fr: "été"),
    23: Localized(en: "autumn", fr: "automne"), 24: Localized(en: "winter", fr: "hiver"),
    33: Localized(en: "Q1", fr: "T1"), 34: Localized(en: "Q2", fr: "T2"),
    35: Localized(en: "Q3", fr: "T3"), 36: Localized(en: "Q4", fr: "T4"),
    40: Localized(en: "1st half", fr: "1er semestre"),
    41: Localized(en: "2nd half", fr: "2e semestre"),
  ]

  static let weekdays: Set<String> = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "lundi", "mardi",
    "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "mon", "tue", "wed", "thu", "fri", "sat",
    "sun",
  ]

  static let approximate: Set<String> = [
    "vers", "env", "environ", "circa", "c", "ca", "about", "around", "approximately", "approx",
    "approximativement",
  ]
  static let uncertain: Set<String> = [
    "probablement", "probably", "perhaps", "possibly", "maybe", "presumably", "sans",
  ]

  static let articles: Set<String> = [
    "en", "in", "le", "la", "les", "l", "the", "on", "au", "aux", "annee", "year", "an", "of",
    "de", "du", "des", "d",
  ]

  static let before: Set<String> = ["avant", "before"]
  static let after: Set<String> = ["apres", "after"]
  static let since: Set<String> = ["depuis", "since"]
  static let until: Set<String> = ["jusque", "until", "till", "jusqu"]
  /// All that may begin a date with one limit.
  static let limits = before.union(after).union(since).union(until).union(["from", "by"])

  static let between: Set<String> = ["entre", "between"]
  static let from: Set<String> = ["de", "du", "des", "from"]
  static let to: Set<String> = ["a", "au", "to", "until", "till", "aux", "through"]
  static let and: Set<String> = ["et", "and"]
  static let or: Set<String> = ["ou", "or"]
  static let present: Set<String> = [
    "present", "today", "now", "ongoing", "maintenant", "aujourd", "jour", "jours", "actuel",
    "current",
  ]

  /// What may follow the number of a century or of a day: 20th, XXe, 1er.
  static let ordinals: Set<String> = [
    "st", "nd", "rd", "th", "e", "er", "re", "eme", "ieme", "ere", "o",
  ]

  /// Ends of phrases that set a year before or after the year 1, longest first. `j-c` is three
  /// pieces.
  static let eras: [(words: [String], isBefore: Bool)] = [
    (["avant", "jesus", "christ"], true), (["av", "jesus", "christ"], true),
    (["apres", "jesus", "christ"], false), (["avant", "notre", "ere"], true),
    (["de", "notre", "ere"], false), (["avant", "j", "c"], true), (["apres", "j", "c"], false),
    (["av", "j", "c"], true), (["ap", "j", "c"], false), (["apr", "j", "c"], false),
    (["av", "n", "e"], true), (["b", "c", "e"], true), (["avant", "jc"], true),
    (["apres", "jc"], false), (["av", "jc"], true), (["ap", "jc"], false), (["apr", "jc"], false),
    (["b", "c"], true), (["a", "d"], false), (["c", "e"], false), (["bce"], true), (["bc"], true),
    (["ad"], false), (["ce"], false),
  ]

  /// The letters of Roman numbers below 40.
  static let romanLetters: [UInt8] = Array("ivx".utf8)

  /// The value of a Roman number below 40, or nil.
  static func romanNumber(_ word: Substring) -> Int64? {
    let values: [Character: Int64] = ["i": 1, "v": 5, "x": 10]
    var total: Int64 = 0
    var previous: Int64 = 0
    for letter in word.reversed() {
      guard let value = values[letter] else { return nil }
      total += value < previous ? -value : value
      previous = max(previous, value)
    }
    guard total > 0, total < 40, roman(total) == word else { return nil }
    return total
  }

  /// A number below 40 in Roman digits, in lower case.
  static func roman(_ number: Int64) -> String {
    let units = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]
    guard (1..<40).contains(number) else { return "" }
    return String(repeating: "x", count: Int(number / 10)) + units[Int(number % 10)]
  }
}
