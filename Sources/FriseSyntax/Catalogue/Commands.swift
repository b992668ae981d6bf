package import FriseBase

/// A command of the prompt, by concept: it acts on the session and is no part of the language.
package enum Command: UInt8, Sendable, Hashable, CaseIterable {
  case help, quit, lang, set, last, history, edit, run, save, why, translate, timer, watch, lesson,
    tables
}

/// How a command is written and what it does.
package struct CommandEntry: Sendable {
  package let command: Command
  /// The forms, without their dot.
  package let forms: Localized
  /// How it is written, its dot included.
  package let usage: Localized
  /// One sentence, at most 72 columns.
  package let summary: Localized

  init(
    _ command: Command, _ english: String, _ french: String, usage: Localized, summary: Localized
  ) {
    self.command = command
    self.forms = Localized(en: english, fr: french)
    self.usage = usage
    self.summary = summary
  }

  /// The entry of the command that `text` names, with or without its dot, in either tongue and
  /// whatever its accents.
  package static func named(_ text: String) -> CommandEntry? {
    let name = TextFold.fold(text.hasPrefix(".") ? String(text.dropFirst()) : text)
    return all.first {
      TextFold.fold($0.forms.english) == name || TextFold.fold($0.forms.french) == name
    }
  }

  /// The entry of a command; every command has one, which a test sees to.
  package static func entry(_ command: Command) -> CommandEntry {
    all.first { $0.command == command } ?? all[0]
  }

  /// The commands most like `text` in `tongue`, with their dots, nearest first; where there is
  /// none, the commands of lessons that it may mean.
  package static func nearest(to text: String, tongue: Tongue) -> [String] {
    let name = text.hasPrefix(".") ? String(text.dropFirst()) : text
    let own = Suggestions.nearest(to: name, among: all.map { $0.forms[tongue] })
    let found =
      own.isEmpty
      ? Suggestions.nearest(to: name, among: all.map { $0.forms[tongue.other] }) : own
    return found.isEmpty ? LessonCommandEntry.meant(by: name, tongue) : found.map { "." + $0 }
  }

  /// Every command, in the order help shows them.
  package static let all: [CommandEntry] = [
    CommandEntry(
      .help, "help", "aide",
      usage: Localized(en: ".help [TOPIC]", fr: ".aide [SUJET]"),
      summary: Localized(
        en: "Explains a word, a command, an error code or a topic.",
        fr: "Explique un mot, une commande, un code d’erreur ou un sujet.")),
    CommandEntry(
      .quit, "quit", "quitter",
      usage: Localized(en: ".quit", fr: ".quitter"),
      summary: Localized(
        en: "Ends the session.",
        fr: "Termine la session.")),
    CommandEntry(
      .lang, "lang", "langue",
      usage: Localized(en: ".lang fr|en", fr: ".langue fr|en"),
      summary: Localized(
        en: "Changes the language of words, columns, messages and numbers.",
        fr: "Change la langue des mots, colonnes, messages et nombres.")),
    CommandEntry(
      .set, "set", "régler",
      usage: Localized(en: ".set [NAME VALUE]", fr: ".régler [NOM VALEUR]"),
      summary: Localized(
        en: "Shows the settings, or changes one: output, width, rows, edit…",
        fr: "Montre les réglages ou en change un : sortie, largeur, lignes…")),
    CommandEntry(
      .last, "last", "dernier",
      usage: Localized(en: ".last [as FORMAT]", fr: ".dernier [comme FORMAT]"),
      summary: Localized(
        en: "Shows the last result in full, or in another format.",
        fr: "Montre le dernier résultat en entier, ou dans un autre format.")),
    CommandEntry(
      .history, "history", "historique",
      usage: Localized(en: ".history [WORD]", fr: ".historique [MOT]"),
      summary: Localized(
        en: "Lists what was typed, or only what holds a word.",
        fr: "Liste ce qui a été tapé, ou seulement ce qui contient un mot.")),
    CommandEntry(
      .edit, "edit", "éditer",
      usage: Localized(en: ".edit", fr: ".éditer"),
      summary: Localized(
        en: "Opens the last statement in the editor of the environment.",
        fr: "Ouvre la dernière instruction dans l’éditeur de l’environnement.")),
    CommandEntry(
      .run, "run", "exécuter",
      usage: Localized(en: ".run FILE [NAME=VALUE …]", fr: ".exécuter FICHIER [NOM=VALEUR …]"),
      summary: Localized(
        en: "Runs a script in this session.",
        fr: "Exécute un script dans cette session.")),
    CommandEntry(
      .save, "save", "enregistrer",
      usage: Localized(en: ".save FILE", fr: ".enregistrer FICHIER"),
      summary: Localized(
        en: "Writes the statements that worked to a file, as a script.",
        fr: "Écrit dans un script les instructions qui ont réussi.")),
    CommandEntry(
      .why, "why", "pourquoi",
      usage: Localized(en: ".why", fr: ".pourquoi"),
      summary: Localized(
        en: "Explains the last error at length, with an example.",
        fr: "Explique longuement la dernière erreur, avec un exemple.")),
    CommandEntry(
      .translate, "translate", "traduire",
      usage: Localized(en: ".translate", fr: ".traduire"),
      summary: Localized(
        en: "Prints the last statement in the other language.",
        fr: "Imprime la dernière instruction dans l’autre langue.")),
    CommandEntry(
      .timer, "timer", "minuteur",
      usage: Localized(en: ".timer on|off", fr: ".minuteur oui|non"),
      summary: Localized(
        en: "Shows after each query how long it took.",
        fr: "Montre après chaque requête combien de temps elle a pris.")),
    CommandEntry(
      .watch, "watch", "surveiller",
      usage: Localized(en: ".watch [SECONDS]", fr: ".surveiller [SECONDES]"),
      summary: Localized(
        en: "Runs the last statement again and again until Ctrl-C.",
        fr: "Relance la dernière instruction jusqu’à Ctrl-C.")),
    CommandEntry(
      .lesson, "lesson", "leçon",
      usage: Localized(en: ".lesson [COMMAND|NAME]", fr: ".leçon [COMMANDE|NOM]"),
      summary: Localized(
        en: "Lists the lessons, begins one, gives a hint; see help lessons.",
        fr: "Liste les leçons, en commence une, donne un indice\u{202F}; aide leçons.")),
    CommandEntry(
      .tables, "tables", "tables",
      usage: Localized(same: ".tables"),
      summary: Localized(
        en: "Lists the tables, their rows and their columns.",
        fr: "Liste les tables, leurs lignes et leurs colonnes.")),
  ]
}
