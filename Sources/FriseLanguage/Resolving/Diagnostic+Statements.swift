import FriseBase
import FriseModel
import FriseSyntax

/// What may be wrong with definitions, parameters and included files (E23x, W2xx).
extension Diagnostic {
  static func hides(_ name: Name, _ what: Localized) -> Diagnostic {
    Diagnostic(
      "W201",
      Localized(
        en: "\"\(name.text)\" hides \(what.english) of that name",
        fr: "« \(name.text) » cache \(what.french) de ce nom"),
      at: name.span)
  }

  /// A name that means one thing where it could mean another.
  static func hidden(_ name: Name, by what: Localized, _ other: Localized) -> Diagnostic {
    Diagnostic(
      "W201",
      Localized(
        en: "\"\(name.text)\" is \(what.english) here; it hides \(other.english) of that name",
        fr: "« \(name.text) » est ici \(what.french) ; cela cache "
          + "\(other.french) de ce nom"),
      at: name.span)
  }

  static func parameterMissing(_ name: Name, known: [String]) -> Diagnostic {
    Diagnostic(
      "E231",
      Localized(
        en: "no value for \(name.text): give \(name.text)=VALUE after the script",
        fr: "pas de valeur pour \(name.text) : donner \(name.text)=VALEUR après le script"),
      at: name.span, notes: [parameterList(known)])
  }

  static func argumentUnknown(_ name: String, known: [String]) -> Diagnostic {
    Diagnostic(
      "E232",
      Localized(
        en: "the script has no parameter \"\(name)\"",
        fr: "le script n’a pas de paramètre « \(name) »"),
      at: ByteSpan(0, 0), notes: [parameterList(known)])
  }

  private static func parameterList(_ known: [String]) -> Localized {
    known.isEmpty
      ? Localized(en: "it takes no parameters", fr: "il ne prend aucun paramètre")
      : Localized(
        en: "parameters: \(known.joined(separator: ", "))",
        fr: "paramètres : \(known.joined(separator: ", "))")
  }

  static func argumentUnreadable(_ name: Name, value: String, type: ValueType) -> Diagnostic {
    Diagnostic(
      "E233",
      Localized(
        en: "\(name.text)=\(value) is no \(type.noun.english), as its default is",
        fr: "\(name.text)=\(value) : il faut \(type.described.french), comme la valeur par défaut"),
      at: name.span)
  }

  static func includeUnreadable(_ failure: DataFailure, at span: ByteSpan) -> Diagnostic {
    Diagnostic("E234", failure.message, at: span)
  }

  static func includeCycle(_ path: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E235",
      Localized(
        en: "\(path) includes itself, directly or through others",
        fr: "\(path) s’inclut lui-même, directement ou non"),
      at: span)
  }

  static func definitionArguments(
    _ name: Name, expected: Int, found: Int
  ) -> Diagnostic {
    Diagnostic(
      "E236",
      Localized(
        en: "\(name.text) takes \(expected) arguments, the rows included; found \(found)",
        fr: "\(name.text) prend \(expected) arguments, lignes comprises ; ici \(found)"),
      at: name.span)
  }

  static func expandsTooFar(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E237",
      Localized(
        en: "the functions named here unfold into more than 2,000 calls",
        fr: "les fonctions nommées ici se déplient en plus de 2 000 appels"),
      at: name.span)
  }

  static func nestsTooDeep(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E237",
      Localized(
        en: "the names used here lead through more than 1,000 expressions inside one another",
        fr: "les noms employés ici mènent à plus de 1\u{202F}000 expressions l’une dans l’autre"),
      at: span)
  }

  static func includesTooDeep(_ path: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E235",
      Localized(
        en: "\(path) is included by more than 200 files, each by the next",
        fr: "\(path) est inclus par plus de 200 fichiers, chacun par le suivant"),
      at: span)
  }

  static func dataUnreadable(_ failure: DataFailure, at span: ByteSpan) -> Diagnostic {
    let place = failure.lineNumber.map { "\(failure.file):\($0): " } ?? "\(failure.file): "
    return Diagnostic(
      failure.code,
      Localized(en: place + failure.message.english, fr: place + failure.message.french), at: span)
  }
}
