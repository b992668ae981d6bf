package import FriseBase

/// An option of the command line, by concept.
package enum CommandLineOption: UInt8, Sendable, Hashable, CaseIterable {
  case lang, output, width, color, keepGoing, noInit, safe, envelope, ascii, csvGuard, force
  case query, check, write, key, large, version, help
}

/// How an option is written and what it does; the argument parser, the help, the man page and the
/// shell completions are all fed from `OptionEntry.all`.
package struct OptionEntry: Sendable {
  package let option: CommandLineOption
  /// Without its two dashes; nil for an option that has a letter only.
  package let long: String?
  /// One ASCII letter, without its dash.
  package let short: Character?
  /// What its argument is called, or nil when it takes none.
  package let argument: Localized?
  /// The values its argument may have, or empty when any text may stand.
  package let values: [String]
  /// The subcommands that understand it, or empty when it may stand anywhere.
  package let subcommands: [Subcommand]
  /// One sentence, at most 72 columns.
  package let summary: Localized

  init(
    _ option: CommandLineOption, _ long: String?, _ short: Character? = nil,
    argument: Localized? = nil, values: [String] = [], subcommands: [Subcommand] = [],
    summary: Localized
  ) {
    self.option = option
    self.long = long
    self.short = short
    self.argument = argument
    self.values = values
    self.subcommands = subcommands
    self.summary = summary
  }

  /// The formats `--output` knows, in the order help shows them.
  package static let outputFormats = [
    "table", "record", "linear", "csv", "tsv", "json", "jsonl", "markdown", "html", "tree",
    "timeline", "bars",
  ]

  /// The entry of an option.
  package static func entry(_ option: CommandLineOption) -> OptionEntry? {
    all.first { $0.option == option }
  }

  /// The forms in which help shows the option: `-o, --output FORMAT`.
  package func usage(_ tongue: Tongue) -> String {
    var forms: [String] = []
    if let short { forms.append("-\(short)") }
    if let long { forms.append("--\(long)") }
    var line = forms.joined(separator: ", ")
    if values.count > 1, values.count < 4 {
      line += " " + values.joined(separator: "|")
    } else if let argument {
      line += " " + argument[tongue]
    }
    return line
  }

  /// Every option, in the order help shows them.
  package static let all: [OptionEntry] = [
    OptionEntry(
      .query, nil, "c", argument: Localized(en: "QUERY", fr: "REQUÊTE"),
      summary: Localized(
        en: "Run statements given as text; may be repeated, in order.",
        fr: "Exécute des instructions données en texte ; peut se répéter.")),
    OptionEntry(
      .output, "output", "o", argument: Localized(en: "FORMAT", fr: "FORMAT"),
      values: outputFormats,
      summary: Localized(
        en: "Write results in this format (table unless stated).",
        fr: "Écrit les résultats dans ce format (table par défaut).")),
    OptionEntry(
      .lang, "lang", argument: Localized(en: "LANGUAGE", fr: "LANGUE"), values: ["fr", "en"],
      summary: Localized(
        en: "Speak this language: messages, help, numbers and column names.",
        fr: "Parle cette langue : messages, aide, nombres et noms de colonnes.")),
    OptionEntry(
      .width, "width", argument: Localized(en: "COLUMNS", fr: "COLONNES"),
      summary: Localized(
        en: "Fit human formats to this many columns.",
        fr: "Ajuste les formats de lecture à ce nombre de colonnes.")),
    OptionEntry(
      .color, "color", argument: Localized(en: "WHEN", fr: "QUAND"),
      values: ["auto", "always", "never"],
      summary: Localized(
        en: "Use colours: on a terminal only, always, or never.",
        fr: "Met des couleurs : au terminal seulement, toujours ou jamais.")),
    OptionEntry(
      .ascii, "ascii",
      summary: Localized(
        en: "Draw with ASCII characters only.", fr: "Dessine en caractères ASCII seulement.")),
    OptionEntry(
      .envelope, "envelope",
      summary: Localized(
        en: "Put rows and footnotes together in one JSON object.",
        fr: "Réunit les lignes et leurs notes dans un seul objet JSON.")),
    OptionEntry(
      .csvGuard, "csv-guard",
      summary: Localized(
        en: "Guard the CSV cells that a spreadsheet would run as formulas.",
        fr: "Protège les cellules CSV qu’un tableur prendrait pour des formules.")),
    OptionEntry(
      .force, "force",
      summary: Localized(
        en: "Let `save` replace a file that exists.",
        fr: "Laisse `enregistrer` remplacer un fichier qui existe.")),
    OptionEntry(
      .keepGoing, "keep-going",
      summary: Localized(
        en: "Go on after a statement that fails; the exit is still not 0.",
        fr: "Continue après une instruction en échec ; le code reste non nul.")),
    OptionEntry(
      .safe, "safe",
      summary: Localized(
        en: "Write no file, start no program, read only below this folder.",
        fr: "N’écrit rien, ne lance rien, ne lit que sous ce dossier.")),
    OptionEntry(
      .noInit, "no-init",
      summary: Localized(
        en: "Do not run the start-up file.", fr: "N’exécute pas le fichier de démarrage.")),
    OptionEntry(
      .check, "check", subcommands: [.format],
      summary: Localized(
        en: "With format: change nothing, exit 1 when a file is not canonical.",
        fr: "Avec format : ne change rien, sort avec 1 si un fichier diffère.")),
    OptionEntry(
      .write, "write", subcommands: [.format],
      summary: Localized(
        en: "With format: write the result back into each file.",
        fr: "Avec format : récrit chaque fichier sur place.")),
    OptionEntry(
      .key, "key", subcommands: [.lesson],
      summary: Localized(
        en: "With lesson print: the answers, for the teacher.",
        fr: "Avec lesson print\u{202F}: le corrigé, pour l’enseignant.")),
    OptionEntry(
      .large, "large", subcommands: [.lesson],
      summary: Localized(
        en: "With lesson print: large print.",
        fr: "Avec lesson print\u{202F}: en grands caractères.")),
    OptionEntry(
      .version, "version",
      summary: Localized(en: "Print the version.", fr: "Affiche la version.")),
    OptionEntry(
      .help, "help", "h",
      summary: Localized(en: "Print this help.", fr: "Affiche cette aide.")),
  ]
}

/// The first word of a command line that is not a script or a query.
package enum Subcommand: String, Sendable, Hashable, CaseIterable {
  case run, check, format, lesson, help

  /// The subcommand of that name, in English or French, by the fold.
  package init?(named word: String) {
    let name = TextFold.fold(word)
    let found = Subcommand.allCases.first {
      name == $0.rawValue || name == TextFold.fold($0.french)
    }
    guard let found else { return nil }
    self = found
  }

  /// The French name, which is taken as well.
  private var french: String {
    switch self {
    case .run: "exécuter"
    case .check: "vérifier"
    case .format: "formater"
    case .lesson: "leçon"
    case .help: "aide"
    }
  }

  /// The subcommand most like a word that names no file; nil for what looks like a path.
  package static func nearest(to word: String) -> String? {
    guard !word.contains("/"), !word.contains(".") else { return nil }
    return Suggestions.nearest(to: word, among: allCases.map(\.rawValue), limit: 1).first
  }
}

/// How a subcommand is written and what it does.
package struct SubcommandEntry: Sendable {
  /// Nil for the forms without a subcommand.
  package let subcommand: Subcommand?
  /// What stands after `frise`.
  package let usage: Localized
  /// One sentence, at most 72 columns.
  package let summary: Localized

  /// Every way to call the program, in the order help shows them.
  package static let all: [SubcommandEntry] = [
    SubcommandEntry(
      subcommand: nil, usage: Localized(same: ""),
      summary: Localized(
        en: "Open the prompt (or read a script from a pipe).",
        fr: "Ouvre l’invite (ou lit un script reçu par un tube).")),
    SubcommandEntry(
      subcommand: .run,
      usage: Localized(
        en: "[run] FILE.frise [NAME=VALUE ...]", fr: "[run] FICHIER.frise [NOM=VALEUR ...]"),
      summary: Localized(
        en: "Run a script, with values for its parameters.",
        fr: "Exécute un script, avec les valeurs de ses paramètres.")),
    SubcommandEntry(
      subcommand: nil,
      usage: Localized(
        en: "-c 'QUERY' [-c ...] [NAME=VALUE ...]", fr: "-c 'REQUÊTE' [-c ...] [NOM=VALEUR ...]"),
      summary: Localized(
        en: "Run statements given as text, in order.",
        fr: "Exécute des instructions données en texte, dans l’ordre.")),
    SubcommandEntry(
      subcommand: nil, usage: Localized(same: "-"),
      summary: Localized(
        en: "Run a script from standard input.",
        fr: "Exécute un script lu sur l’entrée standard.")),
    SubcommandEntry(
      subcommand: .check, usage: Localized(en: "check FILE...", fr: "check FICHIER..."),
      summary: Localized(
        en: "Read scripts, check names and types, and run nothing.",
        fr: "Lit les scripts, vérifie noms et types, n’exécute rien.")),
    SubcommandEntry(
      subcommand: .format,
      usage: Localized(
        en: "format [--check|--write] [--lang fr|en] FILE...",
        fr: "format [--check|--write] [--lang fr|en] FICHIER..."),
      summary: Localized(
        en: "Print scripts in canonical form, in either language.",
        fr: "Imprime les scripts en forme canonique, dans l’une des deux langues.")),
    SubcommandEntry(
      subcommand: .lesson,
      usage: Localized(
        en: "lesson [\(LessonCommandEntry.commandLineForms(.english))] ...",
        fr: "lesson [\(LessonCommandEntry.commandLineForms(.french))] ..."),
      summary: Localized(
        en: "List, play, verify, print or export the lessons.",
        fr: "Liste, joue, vérifie, imprime ou exporte les leçons.")),
    SubcommandEntry(
      subcommand: .help, usage: Localized(en: "help [TOPIC]", fr: "help [SUJET]"),
      summary: Localized(
        en: "Explain a word, a command, an error code or a topic.",
        fr: "Explique un mot, une commande, un code d’erreur ou un sujet.")),
  ]
}
