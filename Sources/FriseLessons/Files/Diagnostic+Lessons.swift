import FriseBase
import FriseSyntax

/// What may be wrong with a lesson file itself.
extension Diagnostic {
  static func otherEncoding(_ bytes: [UInt8], at offset: Int) -> Diagnostic {
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let what =
      isWide
      ? Localized(en: "This file is in UTF-16", fr: "Ce fichier est en UTF-16")
      : bytes[offset] == 0
        ? Localized(en: "There is a NUL byte here", fr: "Il y a ici un octet nul")
        : Localized(
          en: "This byte is not UTF-8; the file may be in Windows-1252 or Latin-1",
          fr:
            "Cet octet n’est pas de l’UTF-8 ; le fichier est peut-être en Windows-1252 ou Latin-1"
        )
    return Diagnostic(
      "E501",
      Localized(
        en: "\(what.english), and a lesson is UTF-8 text.",
        fr: "\(what.french), et une leçon est un texte en UTF-8."),
      at: ByteSpan(offset, offset + 1),
      notes: [
        Localized(
          en: "In the editor: Save as, Encoding: UTF-8.",
          fr: "Dans l’éditeur\u{202F}: Enregistrer sous, Codage\u{202F}: UTF-8.")
      ])
  }

  static func notALine(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E502",
      Localized(
        en: "A line is \"key: value\", \"@type id\", \"- item\" or a comment.",
        fr: "Une ligne est «\u{202F}clé\u{202F}: valeur\u{202F}», «\u{202F}@type id\u{202F}», "
          + "«\u{202F}- élément\u{202F}» ou un commentaire."),
      at: span,
      notes: [
        Localized(
          en: "To go on with the line above, begin with a space.",
          fr: "Pour continuer la ligne au-dessus, commencer par une espace.")
      ])
  }

  /// A line of a list begins with no key; `body` is what stands behind its mark.
  static func itemWithoutKey(_ body: String, at span: ByteSpan) -> Diagnostic {
    let hasKey =
      LessonTermEntry.term(String(body.prefix { !":.".contains($0) }), at: .blockKey) != nil
    return Diagnostic(
      "E502",
      Localized(
        en: "An item of a list begins with a dash and its language.",
        fr: "Un élément de liste commence par un tiret et sa langue."),
      at: span,
      suggestions: [
        hasKey
          ? Suggestion(span, Localized(same: "- \(body)"))
          : Suggestion(span, Localized(en: "- en: \(body)", fr: "- fr: \(body)"))
      ])
  }

  static func looseContinuation(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E502",
      Localized(
        en: "This line is indented, and there is nothing above for it to continue.",
        fr: "Cette ligne est en retrait, et rien au-dessus n’est à continuer."),
      at: span)
  }

  static func unknownKey(
    _ name: String, at span: ByteSpan, _ position: LessonTermEntry.Position
  ) -> Diagnostic {
    let near = Suggestions.nearest(to: name, among: LessonTermEntry.forms(at: position))
    let other: LessonTermEntry.Position = position == .fileKey ? .blockKey : .fileKey
    let isElsewhere = LessonTermEntry.term(name, at: other) != nil
    return Diagnostic(
      "E503",
      position == .fileKey
        ? Localized(
          en: "\"\(name)\" is no key of the head of a lesson.",
          fr: "«\u{202F}\(name)\u{202F}» n’est pas une clé du début d’une leçon.")
        : Localized(
          en: "\"\(name)\" is no key of a block.",
          fr: "«\u{202F}\(name)\u{202F}» n’est pas une clé de bloc."),
      at: span,
      notes: isElsewhere
        ? [
          position == .fileKey
            ? Localized(
              en: "It stands below a line \"@type id\".",
              fr: "Elle se met sous une ligne «\u{202F}@type id\u{202F}».")
            : Localized(
              en: "It stands above the first \"@\".",
              fr: "Elle se met avant le premier «\u{202F}@\u{202F}».")
        ] : [],
      suggestions: near.map { Suggestion(span, Localized(same: $0)) })
  }

  static func missingType(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E504",
      Localized(
        en: "A block begins with \"@type id\": @query first-event.",
        fr: "Un bloc commence par «\u{202F}@type id\u{202F}»\u{202F}: @requête premier."),
      at: span)
  }

  static func unknownType(_ name: String, at span: ByteSpan) -> Diagnostic {
    let near = Suggestions.nearest(to: name, among: LessonTermEntry.forms(at: .type))
    let all = LessonTermEntry.all.filter { $0.position == .type }
    return Diagnostic(
      "E504",
      Localized(
        en: "There is no type of question \"\(name)\".",
        fr: "Il n’y a pas de type de question «\u{202F}\(name)\u{202F}»."),
      at: span,
      notes: [
        Localized(
          en: "Known: " + all.map(\.forms.english).joined(separator: ", ") + ".",
          fr: "Connus\u{202F}: " + all.map(\.forms.french).joined(separator: ", ") + ".")
      ],
      suggestions: near.map { Suggestion(span, Localized(same: $0)) })
  }

  static func missingID(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E505",
      Localized(
        en: "A block has a type and one id, without spaces: @choice total.",
        fr: "Un bloc a un type et un identifiant, sans espace\u{202F}: @choix total."),
      at: span,
      notes: [
        Localized(
          en: "Progress is kept under the id: it must not change.",
          fr: "La progression est gardée sous l’identifiant\u{202F}: il ne doit pas changer.")
      ])
  }

  static func repeatedID(_ id: String, at span: ByteSpan, first: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E505",
      Localized(
        en: "Two blocks have the id \"\(id)\".",
        fr: "Deux blocs ont l’identifiant «\u{202F}\(id)\u{202F}»."),
      at: span,
      secondary: [
        DiagnosticLabel(first, Localized(en: "the first one", fr: "le premier"))
      ])
  }

  static func missingKey(
    _ term: LessonTerm, for what: Localized, at span: ByteSpan
  ) -> Diagnostic {
    let entry = LessonTermEntry.entry(term)
    let forms = entry?.forms ?? Localized(same: "")
    return Diagnostic(
      "E506",
      Localized(
        en: "\(what.english) needs the key \"\(forms.english)\".",
        fr: "\(what.french) a besoin de la clé «\u{202F}\(forms.french)\u{202F}»."),
      at: span,
      notes: [
        Localized(
          en: "\(forms.english): \(entry?.summary.english ?? "")",
          fr: "\(forms.french)\u{202F}: \(entry?.summary.french ?? "")")
      ])
  }

  static func missingList(for what: Localized, least: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E506",
      Localized(
        en: "\(what.english) needs a list of at least \(least): lines that begin with \"- en:\".",
        fr:
          "\(what.french) a besoin d’une liste d’au moins \(least) éléments : des lignes qui "
          + "commencent par «\u{202F}- fr:\u{202F}»."),
      at: span)
  }

  static func unreadableValue(
    _ term: LessonTerm, _ text: String, remedy: Localized, at span: ByteSpan
  ) -> Diagnostic {
    let forms = LessonTermEntry.entry(term)?.forms ?? Localized(same: "")
    let shown = text.count > 60 ? text.prefix(60) + "…" : text
    return Diagnostic(
      "E507",
      Localized(
        en: "\"\(shown)\" cannot be the value of \(forms.english).",
        fr: "«\u{202F}\(shown)\u{202F}» ne peut pas être la valeur de \(forms.french)."),
      at: span, notes: [remedy])
  }

  static func repeatedKey(_ name: String, at span: ByteSpan, first: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E508",
      Localized(
        en: "\"\(name)\" is said twice in one block.",
        fr: "«\u{202F}\(name)\u{202F}» est dit deux fois dans un même bloc."),
      at: span,
      secondary: [
        DiagnosticLabel(first, Localized(en: "the first time", fr: "la première fois"))
      ])
  }

  static func idleKey(_ name: String, of what: Localized, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E508",
      Localized(
        en: "\(what.english) makes no use of \"\(name)\".",
        fr: "\(what.french) ne se sert pas de «\u{202F}\(name)\u{202F}»."),
      at: span)
  }
}
