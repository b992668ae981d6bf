import FriseBase
import FriseSyntax

/// What `verify` may find in a lesson that can be read.
extension Diagnostic {
  static func noSingleValue(_ count: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E509",
      Localized(
        en: "With compare: value the reference gives one value, and this gives \(count).",
        fr: "Avec comparer\u{202F}: valeur, la requête type donne une valeur, et celle-ci en donne "
          + "\(count)."),
      at: span)
  }

  static func computedDiffers(_ computed: String?, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E509",
      computed.map {
        Localized(
          en: "The data give \($0), which is not the answer written here.",
          fr: "Les données donnent \($0), qui n’est pas la réponse écrite ici.")
      }
        ?? Localized(
          en: "The query that computes the answer gives no number or date.",
          fr: "La requête qui calcule la réponse ne donne ni nombre ni date."),
      at: span)
  }

  static func answerFails(
    _ answer: String?, _ judgement: Judgement?, at span: ByteSpan
  ) -> Diagnostic {
    guard let answer else {
      return Diagnostic(
        "E510",
        Localized(
          en: "The answer cannot be had: it cannot be read, or the data do not hold it.",
          fr: "La réponse manque\u{202F}: elle est illisible, ou absente des données."),
        at: span)
    }
    return Diagnostic(
      "E510",
      Localized(
        en: "The answer \"\(answer)\" does not pass its own test.",
        fr: "La réponse «\u{202F}\(answer)\u{202F}» ne passe pas son propre test."),
      at: span, notes: judgement?.remarks ?? [])
  }

  static func noOrderColumn(_ name: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E510",
      Localized(
        en: "The order is that of \"\(name)\", and the answer has no such column.",
        fr: "L’ordre est celui de «\u{202F}\(name)\u{202F}», et la réponse n’a pas cette colonne."),
      at: span,
      notes: [
        Localized(
          en: "Add it to what the answer selects.", fr: "L’ajouter à ce que choisit la réponse.")
      ])
  }

  static func wrongAnswerPasses(_ answer: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E511",
      Localized(
        en: "The wrong answer \"\(answer)\" passes.",
        fr: "La mauvaise réponse «\u{202F}\(answer)\u{202F}» passe."),
      at: span)
  }

  static func twinAnswers(at span: ByteSpan, first: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E511",
      Localized(
        en: "Two answers have the same words.", fr: "Deux réponses ont les mêmes mots."),
      at: span,
      secondary: [DiagnosticLabel(first, Localized(en: "the first one", fr: "la première"))])
  }

  static func hintTells(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E512",
      Localized(
        en: "This hint holds the answer.", fr: "Cet indice contient la réponse."),
      at: span,
      notes: [
        Localized(
          en: "A query given as a hint has a hole: where ___ is not none.",
          fr: "Une requête donnée en indice a un trou\u{202F}: où ___ est non absent.")
      ])
  }

  static func unknownFact(_ name: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E513",
      Localized(
        en: "No row of the data has the id \"\(name)\", and no table that name.",
        fr: "Aucune ligne des données n’a l’id «\u{202F}\(name)\u{202F}», ni aucune table ce nom."),
      at: span)
  }

  static func factWithoutSource(_ name: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E513",
      Localized(
        en: "The row \"\(name)\" names no source.",
        fr: "La ligne «\u{202F}\(name)\u{202F}» ne nomme aucune source."),
      at: span,
      notes: [
        Localized(
          en: "Say where the fact comes from with source:.",
          fr: "Dire d’où vient le fait par source\u{202F}:.")
      ])
  }

  static func untagged(_ tag: LessonTerm, _ fact: String, at span: ByteSpan) -> Diagnostic {
    let forms = LessonTermEntry.entry(tag)?.forms ?? Localized(same: "")
    return Diagnostic(
      "E514",
      tag == .deaths
        ? Localized(
          en: "\"\(fact)\" speaks of people who died, and the block does not say so.",
          fr: "«\u{202F}\(fact)\u{202F}» parle de personnes mortes, et le bloc ne le dit pas.")
        : Localized(
          en: "\"\(fact)\" is a claim of the organisation, and the block does not say so.",
          fr: "«\u{202F}\(fact)\u{202F}» est une affirmation de l’organisation, et le bloc ne le "
            + "dit pas."),
      at: span,
      notes: [
        Localized(
          en: "Add tags: \(forms.english).", fr: "Ajouter mentions\u{202F}: \(forms.french).")
      ])
  }

  static func deathsForChildren(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "E514",
      Localized(
        en: "A question about deaths stands only in a lesson for 14 and over.",
        fr: "Une question sur des morts n’a sa place que dans une leçon à partir de 14 ans."),
      at: span)
  }

  static func missingTranslation(_ tongue: Tongue, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W501",
      tongue == .english
        ? Localized(
          en: "This text has no English; the French is shown.",
          fr: "Ce texte n’a pas d’anglais\u{202F}; le français est montré.")
        : Localized(
          en: "This text has no French; the English is shown.",
          fr: "Ce texte n’a pas de français\u{202F}; l’anglais est montré."),
      at: span)
  }

  /// Every text of a lesson lacks a tongue; told once, at the title.
  static func untranslated(_ tongue: Tongue, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W501",
      tongue == .english
        ? Localized(
          en: "This lesson has no English; its French is shown.",
          fr: "Cette leçon n’a pas d’anglais\u{202F}; son français est montré.")
        : Localized(
          en: "This lesson has no French; its English is shown.",
          fr: "Cette leçon n’a pas de français\u{202F}; son anglais est montré."),
      at: span)
  }

  static func word(_ finding: Vocabulary.Finding, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W502",
      Localized(
        en: "\"\(finding.word)\" of people; better: \(finding.instead).",
        fr: "«\u{202F}\(finding.word)\u{202F}» à propos de personnes\u{202F}; mieux\u{202F}: "
          + "\(finding.instead)."),
      at: span,
      notes: [
        Localized(
          en: "A quotation keeps its words: put it between quotation marks.",
          fr: "Une citation garde ses mots\u{202F}: la mettre entre guillemets.")
      ])
  }

  static func noSource(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W503",
      Localized(
        en: "This question names no facts and no source.",
        fr: "Cette question ne nomme ni faits ni source."),
      at: span,
      notes: [
        Localized(
          en: "facts: s01, s04 or facts: events shows where they come from.",
          fr: "faits\u{202F}: s01, s04 ou faits\u{202F}: événements montre d’où ils viennent.")
      ])
  }

  static func constantPasses(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W505",
      Localized(
        en: "Altered data give the same answer: whoever types it passes.",
        fr: "Des données modifiées donnent la même réponse\u{202F}: qui la tape passe."),
      at: span,
      notes: [
        Localized(
          en: "Ask for something that rows or figures decide.",
          fr: "Demander ce que des lignes ou des chiffres décident.")
      ])
  }

  static func nothingConflicts(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "W504",
      Localized(
        en: "Nothing here shows that the sources conflict.",
        fr: "Rien ici ne montre que les sources se contredisent."),
      at: span,
      notes: [
        Localized(
          en: "Name two facts, or one whose check is a conflict.",
          fr: "Nommer deux faits, ou un dont la vérification est un désaccord.")
      ])
  }
}
