import FriseBase
import FriseModel
import FriseSyntax

/// `load`: what its options say, and the tables it brings.
extension Resolver {
  /// What the options say; nil after reporting what is wrong with them.
  mutating func loadOptions(_ written: [LoadOption]) -> LoadOptions? {
    var options = LoadOptions()
    var seen: Set<LoadKey> = []
    var isGood = true
    for option in written {
      guard let entry = LoadKeyEntry.named(option.name.text) else {
        let forms = LoadKeyEntry.all.map(\.forms)
        report(.unknownLoadKey(option.name, near: nearest(option.name.text, among: forms)))
        isGood = false
        continue
      }
      note(option.name, entry.forms)
      guard seen.insert(entry.key).inserted else {
        report(.loadKeyTwice(option.name))
        isGood = false
        continue
      }
      if !set(entry.key, option.value, in: &options) { isGood = false }
    }
    return isGood ? options : nil
  }

  /// Puts the value of an option in its place.
  /// - Returns: False after reporting that it is not what the option takes.
  private mutating func set(
    _ key: LoadKey, _ value: Expression, in options: inout LoadOptions
  ) -> Bool {
    if key == .parent, case .list = value.kind {
      guard let names = Resolver.words(value), !names.isEmpty else { return refuse(key, value) }
      options.levels = names
    } else if let part = key.part {
      guard let name = Resolver.word(value) else { return refuse(key, value) }
      options.parts[part] = name
    } else if let type = key.type {
      guard let names = Resolver.words(value) else { return refuse(key, value) }
      for name in names {
        if let other = options.types[name], other != type {
          report(.columnOfTwoTypes(name, at: value.span))
          return false
        }
        options.types[name] = type
      }
    } else if key == .missing {
      guard let texts = Resolver.words(value) else { return refuse(key, value) }
      options.missing = texts
    } else if key == .header {
      switch value.kind {
      case .truth(let hasHeader): options.hasHeader = hasHeader
      case .number(let number):
        guard let line = number.value.wholeValue, line > 0 else { return refuse(key, value) }
        (options.hasHeader, options.headerLine) = (true, Int(line))
      default: return refuse(key, value)
      }
    } else {
      guard case .text(let text) = value.kind, !text.isEmpty else { return refuse(key, value) }
      switch key {
      case .sep: options.separator = text
      case .listsep: options.listSeparator = text
      default: options.encoding = text
      }
    }
    return true
  }

  private mutating func refuse(_ key: LoadKey, _ value: Expression) -> Bool {
    report(.loadValue(key, at: value.span))
    return false
  }

  /// A name or a text, as text.
  private static func word(_ value: Expression) -> String? {
    switch value.kind {
    case .name(let name): name.text
    case .text(let text): text
    // `id = my.column`: names with points are common in files.
    case .member(let base, let name): word(base).map { $0 + "." + name.text }
    default: nil
    }
  }

  /// One name or text, or a list of them.
  private static func words(_ value: Expression) -> [String]? {
    guard case .list(let items) = value.kind else { return word(value).map { [$0] } }
    var words: [String] = []
    for item in items {
      guard let word = word(item) else { return nil }
      words.append(word)
    }
    return words
  }

  /// Takes in the tables that a file gave.
  mutating func take(_ file: LoadedFile, named name: Name) {
    for table in file.tables {
      let named = Name(table.schema.name[tongue], span: name.span)
      let isKnown =
        schema(named: named.text) != nil
        || environment.definition(named: named.text, limit: Int.max) != nil
      if isKnown { report(.hides(named, Localized(en: "another", fr: "une autre"))) }
    }
    environment.loaded += file.tables.map(\.indexingLinks)
  }

  /// Stands a table that could not be read for anything: what names it raises no further faults.
  mutating func takeUnreadable(_ name: Name) {
    let body = Pipeline(source: nil, stages: [], span: name.span)
    environment.definitions.append(
      Definition(
        name: name.text, key: TextFold.fold(name.text), parameters: nil, body: body, text: text,
        resolved: invalidPipeline(name.span), levels: 0))
  }
}

extension LoadKey {
  /// The part that the column it names plays.
  fileprivate var part: LoadPart? {
    switch self {
    case .id: .id
    case .parent: .parent
    case .name: .name
    case .date: .date
    case .start: .start
    case .end: .end
    case .place: .place
    case .people: .people
    default: nil
    }
  }

  /// The type that it settles for columns.
  fileprivate var type: LoadType? {
    switch self {
    case .text: .text
    case .number: .number
    case .figure: .figure
    case .dates: .date
    case .list: .list
    default: nil
    }
  }

  /// What it takes, in words.
  fileprivate var expected: Localized {
    switch self {
    case .missing: Localized(en: "a list of texts: [\"NA\"]", fr: "une liste de textes : [\"NA\"]")
    case .header:
      Localized(
        en: "true, false, or the line on which the names stand: 4",
        fr: "vrai, faux, ou la ligne où sont les noms\u{202F}: 4")
    case .parent:
      Localized(
        en: "the name of a column, or those of the levels: [region, subregion]",
        fr: "le nom d’une colonne, ou ceux des niveaux : [région, sous_région]")
    case .sep, .listsep, .encoding:
      Localized(en: "a text in quotes", fr: "un texte entre guillemets")
    default:
      type == nil
        ? Localized(en: "the name of a column", fr: "le nom d’une colonne")
        : Localized(
          en: "names of columns: [code, siren]", fr: "des noms de colonnes : [code, siren]")
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownLoadKey(_ name: Name, near: [String]) -> Diagnostic {
    let all = LoadKeyEntry.all
    let english = all.map(\.forms.english).joined(separator: ", ")
    let french = all.map(\.forms.french).joined(separator: ", ")
    return Diagnostic(
      "E238",
      Localized(
        en: "load has no option \"\(name.text)\"",
        fr: "charger n’a pas d’option « \(name.text) »"),
      at: name.span,
      notes: [Localized(en: "Options: \(english).", fr: "Options : \(french).")],
      suggestions: near.map { Suggestion(name.span, Localized(same: $0)) })
  }

  fileprivate static func loadKeyTwice(_ name: Name) -> Diagnostic {
    Diagnostic(
      "E239",
      Localized(
        en: "\"\(name.text)\" is said twice; once is enough",
        fr: "« \(name.text) » est dit deux fois ; une suffit"),
      at: name.span)
  }

  fileprivate static func loadValue(_ key: LoadKey, at span: ByteSpan) -> Diagnostic {
    let expected = key.expected
    return Diagnostic(
      "E239",
      Localized(
        en: "this option takes \(expected.english)", fr: "cette option prend \(expected.french)"),
      at: span)
  }

  fileprivate static func columnOfTwoTypes(_ name: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E239",
      Localized(
        en: "column \(name) is given two types", fr: "la colonne \(name) reçoit deux types"),
      at: span)
  }
}
