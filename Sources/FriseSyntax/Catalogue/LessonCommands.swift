package import FriseBase

/// What can be asked of lessons, by concept: after `frise lesson` on the command line, after
/// `.lesson` at the prompt.
package enum LessonCommand: UInt8, Sendable, Hashable, CaseIterable {
  case list, play, verify, print, export, review
  case question, hint, solution, skip, stop, forget
}

/// What `export` writes, by concept.
package enum LessonExport: UInt8, Sendable, Hashable, CaseIterable {
  case journal, results

  /// How it is typed.
  package var forms: Localized {
    switch self {
    case .journal: Localized(en: "journal", fr: "journal")
    case .results: Localized(en: "results", fr: "résultats")
    }
  }

  /// The export that `text` names, in either tongue and whatever its accents.
  package static func named(_ text: String) -> LessonExport? {
    let name = TextFold.fold(text)
    return allCases.first { export in
      Tongue.allCases.contains { TextFold.fold(export.forms[$0]) == name }
    }
  }

  /// All of them with what they take.
  static func usage(_ tongue: Tongue) -> String {
    let file = Localized(en: "[FILE…]", fr: "[FICHIER…]")[tongue]
    return "\(journal.forms[tongue]) \(file) | \(results.forms[tongue]) CODE \(file)"
  }
}

/// How a command of lessons is written and what it does; the command line, the prompt, help and
/// the manual read this.
package struct LessonCommandEntry: Sendable {
  package let command: LessonCommand
  package let forms: Localized
  /// What stands behind the command: `[NAME]`.
  package let operands: Localized
  /// True for those that the command line knows too; the others need a lesson being played.
  package let isForCommandLine: Bool
  /// One sentence, at most 72 columns.
  package let summary: Localized

  private init(
    _ command: LessonCommand, _ english: String, _ french: String,
    operands: Localized = Localized(same: ""), isForCommandLine: Bool = false,
    _ summary: Localized
  ) {
    self.command = command
    self.forms = Localized(en: english, fr: french)
    self.operands = operands
    self.isForCommandLine = isForCommandLine
    self.summary = summary
  }

  /// How it is written, without what stands before it.
  package func usage(_ tongue: Tongue) -> String {
    forms[tongue] + (operands[tongue].isEmpty ? "" : " " + operands[tongue])
  }

  /// How it is typed at the prompt: `.lesson hint`.
  package func typed(_ tongue: Tongue) -> String {
    ".\(CommandEntry.entry(.lesson).forms[tongue]) \(forms[tongue])"
  }

  /// The command that `text` names, else those most like it, as they are typed at the prompt.
  package static func meant(by text: String, _ tongue: Tongue) -> [String] {
    if let entry = named(text) { return [entry.typed(tongue)] }
    let near = Suggestions.nearest(to: text, among: all.map { $0.forms[tongue] })
    return near.compactMap { named($0)?.typed(tongue) }
  }

  /// The entry of the command that `text` names, in either tongue and whatever its accents.
  package static func named(_ text: String) -> LessonCommandEntry? {
    let name = TextFold.fold(text)
    return all.first {
      TextFold.fold($0.forms.english) == name || TextFold.fold($0.forms.french) == name
    }
  }

  /// The commands of the command line, as its usage shows them: `list|play|verify…`.
  package static func commandLineForms(_ tongue: Tongue) -> String {
    all.filter(\.isForCommandLine).map { $0.forms[tongue] }.joined(separator: "|")
  }

  /// Every command, in the order help shows them.
  package static let all: [LessonCommandEntry] = [
    LessonCommandEntry(
      .list, "list", "liste", isForCommandLine: true,
      Localized(
        en: "Lists the lessons, with what was done of each.",
        fr: "Liste les leçons, avec ce qui est fait de chacune.")),
    LessonCommandEntry(
      .play, "play", "jouer", operands: Localized(en: "NAME|FILE", fr: "NOM|FICHIER"),
      isForCommandLine: true,
      Localized(
        en: "Begins a lesson, or goes on where it was left.",
        fr: "Commence une leçon, ou reprend où on l’a laissée.")),
    LessonCommandEntry(
      .verify, "verify", "vérifier", operands: Localized(en: "FILE…", fr: "FICHIER…"),
      isForCommandLine: true,
      Localized(
        en: "Tries a lesson: queries, answers, hints, sources, wording.",
        fr: "Essaie une leçon\u{202F}: requêtes, réponses, indices, sources, mots.")),
    LessonCommandEntry(
      .print, "print", "imprimer", operands: Localized(en: "NAME|FILE", fr: "NOM|FICHIER"),
      isForCommandLine: true,
      Localized(
        en: "Prints the sheet; -o html a page, --key the answers, --large.",
        fr: "Imprime la fiche\u{202F}; -o html une page, --key le corrigé, --large.")),
    LessonCommandEntry(
      .export, "export", "exporter",
      operands: Localized(en: LessonExport.usage(.english), fr: LessonExport.usage(.french)),
      isForCommandLine: true,
      Localized(
        en: "Writes one's journal, or results under a code, without a name.",
        fr: "Écrit son journal, ou ses résultats sous un code, sans nom.")),
    LessonCommandEntry(
      .review, "review", "réviser", isForCommandLine: true,
      Localized(
        en: "Asks the cards that are due today, 15 at most.",
        fr: "Pose les cartes dues aujourd’hui, 15 au plus.")),
    LessonCommandEntry(
      .question, "question", "question",
      Localized(en: "Shows the question again.", fr: "Montre de nouveau la question.")),
    LessonCommandEntry(
      .hint, "hint", "indice",
      Localized(
        en: "Gives a hint: the idea, the word, a query with a hole.",
        fr: "Donne un indice\u{202F}: l’idée, le mot, une requête à trou.")),
    LessonCommandEntry(
      .solution, "solution", "solution",
      Localized(
        en: "Shows the solution, marked as seen, and goes on.",
        fr: "Montre la solution, notée comme vue, et passe à la suite.")),
    LessonCommandEntry(
      .skip, "skip", "passer",
      Localized(
        en: "Goes on without an answer; a question can be taken up later.",
        fr: "Passe sans répondre\u{202F}; la question pourra être reprise.")),
    LessonCommandEntry(
      .stop, "stop", "arrêter",
      Localized(
        en: "Leaves the lesson; what was done is kept.",
        fr: "Quitte la leçon\u{202F}; ce qui est fait est gardé.")),
    LessonCommandEntry(
      .forget, "forget", "oublier",
      Localized(
        en: "Erases what was kept of this lesson, or of all outside one.",
        fr: "Efface ce qui est gardé de la leçon, ou de toutes hors leçon.")),
  ]
}
