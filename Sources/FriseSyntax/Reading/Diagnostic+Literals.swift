import FriseBase

/// Faults of numbers, dates, ranges and of operators of other languages: E106 to E109, E117.
extension Diagnostic {
  /// `pieces` are the digits between the commas.
  static func decimalComma(_ span: ByteSpan, pieces: [String]) -> Diagnostic {
    let decimal = pieces.prefix(2).joined(separator: ".")
    let areGroups = pieces.dropFirst().allSatisfy { $0.utf8.count == 3 }
    let grouped = pieces.joined(separator: "_")
    if pieces.count > 2 { return digitGroups(span, grouped: grouped) }
    return Diagnostic(
      "E106",
      Localized(
        en: "the decimal separator is the point: \(decimal)",
        fr: "le séparateur décimal est le point\u{202F}: \(decimal)"),
      at: span,
      notes: areGroups
        ? [
          Localized(
            en: "digits are grouped with _: \(grouped)",
            fr: "les chiffres se groupent avec _\u{202F}: \(grouped)")
        ] : [],
      suggestions: (areGroups ? [grouped, decimal] : [decimal]).map {
        Suggestion(span, Localized(same: $0))
      })
  }

  static func digitGroups(_ span: ByteSpan, grouped: String) -> Diagnostic {
    Diagnostic(
      "E106",
      Localized(
        en: "digits are grouped with _: \(grouped)",
        fr: "les chiffres se groupent avec _\u{202F}: \(grouped)"),
      at: span, suggestions: [Suggestion(span, Localized(same: grouped))])
  }

  static func numberStuckToLetters(_ span: ByteSpan, typed: String) -> Diagnostic {
    let letters = String(Substring(typed.unicodeScalars.drop { !$0.properties.isAlphabetic }))
    let digits = String(typed.dropLast(letters.count))
    var notes: [Localized] = []
    var suggestions: [Suggestion] = []
    if Catalogue.word(letters, as: .unit) != nil {
      notes.append(
        Localized(
          en: "put a space before the unit: \(digits) \(letters)",
          fr: "mettre une espace avant l’unité\u{202F}: \(digits) \(letters)"))
      suggestions.append(Suggestion(span, Localized(same: "\(digits) \(letters)")))
    } else if letters == "K" || letters == "m" {
      let right = letters == "K" ? "k" : "M"
      notes.append(
        Localized(
          en: "a thousand is k, a million M: \(digits)\(right)",
          fr: "mille s’écrit k, un million M\u{202F}: \(digits)\(right)"))
    } else if letters == "s", digits.utf8.count == 4 {
      let decade = digits.dropLast() + "0s"
      notes.append(
        Localized(
          en: "a decade ends in 0: \(decade)", fr: "une décennie finit par 0\u{202F}: \(decade)"))
    } else {
      notes.append(
        Localized(
          en: "k and M may follow the digits; a date with unknown digits is written 195X",
          fr: "k et M peuvent suivre les chiffres\u{202F}; une date incomplète s’écrit 195X"))
    }
    return Diagnostic(
      "E107",
      Localized(
        en: "“\(typed)” is no number: letters are stuck to its digits",
        fr:
          "«\u{202F}\(typed)\u{202F}» n’est pas un nombre\u{202F}: des lettres collent aux chiffres"
      ),
      at: span, notes: notes, suggestions: suggestions)
  }

  static func numberTooLarge(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E107",
      Localized(
        en: "this number has too many digits: it does not fit 128 bits",
        fr: "ce nombre a trop de chiffres\u{202F}: il dépasse 128 bits"),
      at: span)
  }

  static func impossibleDate(_ span: ByteSpan, text: String, isSeason: Bool) -> Diagnostic {
    let spaced = text.split(separator: "-").joined(separator: " - ")
    var notes = [
      Localized(
        en: "a subtraction is written with spaces: \(spaced)",
        fr: "une soustraction s’écrit avec des espaces\u{202F}: \(spaced)")
    ]
    if isSeason {
      notes.append(
        Localized(
          en: "a season, quarter or half is written with @: @\(text)",
          fr: "une saison, un trimestre ou un semestre s’écrit avec @\u{202F}: @\(text)"))
    } else {
      notes.append(
        Localized(
          en: "@ makes a date of any EDTF text: @1956-21 is the spring of 1956",
          fr: "@ fait une date de tout texte EDTF\u{202F}: @1956-21 est le printemps 1956"))
    }
    return Diagnostic(
      "E108",
      Localized(
        en: "\(text) is a date that no calendar has",
        fr: "\(text) est une date qui n’existe dans aucun calendrier"),
      at: span, notes: notes,
      suggestions: isSeason ? [Suggestion(span, Localized(same: "@" + text))] : [])
  }

  static func reversedInterval(_ span: ByteSpan, left: String, right: String) -> Diagnostic {
    Diagnostic(
      "E108",
      Localized(
        en: "\(left)/\(right) ends before it begins",
        fr: "\(left)/\(right) finit avant de commencer"),
      at: span,
      notes: [
        Localized(
          en: "the earlier date comes first: \(right)/\(left)",
          fr: "la date la plus ancienne vient d’abord\u{202F}: \(right)/\(left)"),
        Localized(
          en: "a division is written with spaces: \(left) / \(right)",
          fr: "une division s’écrit avec des espaces\u{202F}: \(left) / \(right)"),
      ],
      suggestions: [Suggestion(span, Localized(same: "\(right)/\(left)"))])
  }

  static func oneDigitDay(_ span: ByteSpan, text: String) -> Diagnostic {
    Diagnostic(
      "E108",
      Localized(
        en: "a date has a day of two digits: \(text)-04",
        fr: "une date a un jour de deux chiffres\u{202F}: \(text)-04"),
      at: span)
  }

  static func dateStuckToLetters(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E108",
      Localized(
        en: "letters or digits are stuck to this date",
        fr: "des lettres ou des chiffres collent à cette date"),
      at: span,
      notes: [
        Localized(
          en: "@ makes a date of any EDTF text, up to the next space",
          fr: "@ fait une date de tout texte EDTF, jusqu’à l’espace suivante")
      ])
  }

  static func emptyExtent(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E108",
      Localized(
        en: "no date stands after @: write @2001-21, @1956~",
        fr: "aucune date ne suit @\u{202F}: écrire @2001-21, @1956~"),
      at: span)
  }

  static func foreignSymbol(_ span: ByteSpan, typed: String, instead: Localized) -> Diagnostic {
    Diagnostic(
      "E109",
      Localized(
        en: "“\(typed)” is written “\(instead.english)” here",
        fr: "«\u{202F}\(typed)\u{202F}» s’écrit «\u{202F}\(instead.french)\u{202F}» ici"),
      at: span, suggestions: [Suggestion(span, instead)])
  }

  static func foreignSymbol(_ span: ByteSpan, typed: String, remedy: Localized) -> Diagnostic {
    Diagnostic(
      "E109",
      Localized(
        en: "“\(typed)” has no meaning here: \(remedy.english)",
        fr: "«\u{202F}\(typed)\u{202F}» n’a pas de sens ici\u{202F}: \(remedy.french)"),
      at: span)
  }

  static func foreignComment(_ span: ByteSpan, typed: String) -> Diagnostic {
    Diagnostic(
      "E109",
      Localized(
        en: "“\(typed)” opens no remark here: a remark begins with #",
        fr:
          "«\u{202F}\(typed)\u{202F}» n’ouvre pas de remarque ici\u{202F}: une remarque "
          + "commence par #"
      ),
      at: span, suggestions: [Suggestion(span, Localized(same: "#"))])
  }

  static func looseRange(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E117",
      Localized(
        en: "a range is written without spaces: 1956..1975",
        fr: "un intervalle s’écrit sans espaces\u{202F}: 1956..1975"),
      at: span)
  }

  static func emptyRange(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E117",
      Localized(
        en: "a range has a bound on one side at least: 1956.. or ..1975",
        fr: "un intervalle a une borne d’un côté au moins\u{202F}: 1956.. ou ..1975"),
      at: span)
  }

  static func rangeOfNames(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E117",
      Localized(
        en: "the bounds of a range are written out: numbers or dates, as in 1956..1975",
        fr: "les bornes d’un intervalle sont écrites\u{202F}: nombres ou dates, comme 1956..1975"),
      at: span,
      notes: [
        Localized(
          en: "with names, compare both sides: x >= low and x <= high",
          fr: "avec des noms, comparer des deux côtés\u{202F}: x >= bas et x <= haut")
      ])
  }
}
