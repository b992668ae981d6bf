package import FriseBase

/// The man page, made from the tables of subcommands, options, commands and topics.
package enum ManualPage {
  /// The page in roff with the `man` macros, in UTF-8.
  package static func roff(tongue: Tongue) -> String {
    var lines = [".TH FRISE 1"]
    lines += heading(Localized(en: "NAME", fr: "NOM"), tongue)
    lines.append(
      escaped(
        Localized(
          en: "frise - query timelines and structures, in English or in French",
          fr: "frise - interroger chronologies et structures, en français ou en anglais")[tongue]))
    lines += heading(Localized(en: "SYNOPSIS", fr: "SYNOPSIS"), tongue)
    for (index, entry) in SubcommandEntry.all.enumerated() {
      if index > 0 { lines.append(".br") }
      lines.append(".B frise")
      let usage = entry.usage[tongue]
      if !usage.isEmpty { lines.append(escaped(usage)) }
    }
    lines += heading(Localized(en: "DESCRIPTION", fr: "DESCRIPTION"), tongue)
    lines.append(escaped(description[tongue]))
    for entry in SubcommandEntry.all where !entry.usage[tongue].isEmpty {
      lines += tagged("frise " + entry.usage[tongue], entry.summary[tongue])
    }
    lines += heading(Localized(en: "OPTIONS", fr: "OPTIONS"), tongue)
    for entry in OptionEntry.all {
      let values = entry.values.count > 3 ? " (" + entry.values.joined(separator: ", ") + ")" : ""
      lines += tagged(entry.usage(tongue), entry.summary[tongue] + values)
    }
    lines += heading(Localized(en: "LANGUAGE", fr: "LANGAGE"), tongue)
    for family in Catalogue.families {
      let words = family.forms(tongue).joined(separator: ", ")
      lines += tagged(family.title[tongue], words)
    }
    lines += heading(Localized(en: "COMMANDS OF THE PROMPT", fr: "COMMANDES DE L’INVITE"), tongue)
    for entry in CommandEntry.all { lines += tagged(entry.usage[tongue], entry.summary[tongue]) }
    for topic in HelpTopic.all {
      lines += heading(Localized(same: topic.title[tongue].uppercased()), tongue)
      lines += verbatim(topic.body[tongue])
    }
    lines += surroundings(tongue)
    return lines.joined(separator: "\n") + "\n"
  }

  private static let description = Localized(
    en: """
      Frise answers questions about events in time and about structures: which, when, where, under \
      what, how many, and how surely. A query is a table followed by verbs, each after a bar.
      """,
    fr: """
      Frise répond aux questions sur des événements dans le temps et sur des structures\u{202F}: \
      lesquels, quand, où, sous quoi, combien, et avec quelle certitude. Une requête est une \
      table suivie de verbes, chacun après une barre.
      """)

  /// The sections about the environment and the files.
  private static func surroundings(_ tongue: Tongue) -> [String] {
    var lines = heading(Localized(en: "ENVIRONMENT", fr: "ENVIRONNEMENT"), tongue)
    let variables: [(String, Localized)] = [
      (
        "LC_ALL, LC_MESSAGES, LANG",
        Localized(
          en: "The language, when --lang is not given.",
          fr: "La langue, quand --lang n’est pas donné.")
      ),
      (
        "NO_COLOR",
        Localized(en: "When not empty, no colour.", fr: "Non vide\u{202F}: pas de couleur.")
      ),
      (
        "FRISE_ACCESSIBLE",
        Localized(
          en: "When 1, output for screen readers.",
          fr: "À 1\u{202F}: sortie pour lecteurs d’écran.")
      ),
      (
        "FRISE_NOW",
        Localized(
          en: "The day that now is, in EDTF: for output that stays the same.",
          fr: "Le jour que désigne maintenant, en EDTF\u{202F}: pour une sortie qui reste la même.")
      ),
      (
        "VISUAL, EDITOR",
        Localized(en: "The editor that .edit opens.", fr: "L’éditeur qu’ouvre .éditer.")
      ),
    ]
    for (name, text) in variables { lines += tagged(name, text[tongue]) }
    lines += heading(Localized(en: "FILES", fr: "FICHIERS"), tongue)
    lines += tagged(
      "$XDG_CONFIG_HOME/frise/init.frise",
      Localized(
        en: "Run when the prompt opens.", fr: "Exécuté à l’ouverture de l’invite.")[tongue])
    lines += tagged(
      "$XDG_STATE_HOME/frise/history",
      Localized(
        en: "What was typed, an entry a line.", fr: "Ce qui fut tapé, une entrée par ligne.")[
          tongue])
    lines += tagged(
      "$XDG_STATE_HOME/frise/lessons",
      Localized(
        en: "What was done in lessons, an answer a line.",
        fr: "Ce qui fut fait en leçon, une réponse par ligne.")[tongue])
    return lines
  }

  private static func heading(_ title: Localized, _ tongue: Tongue) -> [String] {
    [".SH " + escaped(title[tongue])]
  }

  /// A term and its text, indented under it.
  private static func tagged(_ term: String, _ text: String) -> [String] {
    [".TP", "\\fB" + escaped(term) + "\\fR", escaped(text)]
  }

  /// Lines that keep their breaks and their columns.
  private static func verbatim(_ text: String) -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return [".nf"] + lines.map { escaped(String($0)) } + [".fi"]
  }

  /// A text in which roff sees no command: backslash, hyphen, and a leading dot or apostrophe.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": out += "\\e"
      case "-": out += "\\-"
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out.hasPrefix(".") || out.hasPrefix("'") ? "\\&" + out : out
  }
}
