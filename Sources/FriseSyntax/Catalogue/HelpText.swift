package import FriseBase

/// The help pages, made from the tables of words, commands, options, topics and error codes.
package enum HelpText {
  /// The page of what `name` names - a word in either tongue, a command with or without its dot, an
  /// error code or a topic - as lines, or nil when nothing bears that name.
  ///
  /// A name that is a word and a command gives the word, unless it has a dot. Examples are kept in
  /// English; `shown` gives one in `tongue`, which needs the data.
  package static func page(
    for name: String, tongue: Tongue,
    shown: (CatalogueExample) -> CatalogueExample = { $0 }
  ) -> [String]? {
    if name.hasPrefix(".") {
      return CommandEntry.named(name).map { page($0, tongue) }
    }
    let words = Catalogue.entries(named: name)
    if !words.isEmpty {
      return Array(words.map { page($0, tongue, shown) }.joined(separator: [""]))
    }
    if let topic = HelpTopic.named(name) {
      return [topic.title[tongue], ""]
        + topic.body[tongue].split(separator: "\n", omittingEmptySubsequences: false).map(
          String.init)
    }
    if let errorPage = ErrorPage.named(name) { return errorPage.lines(tongue) }
    return CommandEntry.named(name).map { page($0, tongue) }
  }

  /// What to say when no page bears `name`: the nearest names, and where the list is.
  package static func unknown(_ name: String, tongue: Tongue) -> [String] {
    let near = nearest(to: name, tongue: tongue)
    var lines = [
      Localized(
        en: "There is no help on \"\(name)\".", fr: "Aucune aide sur «\u{202F}\(name)\u{202F}».")[
          tongue]
    ]
    if !near.isEmpty {
      let names = near.joined(separator: ", ")
      lines.append(Localized(en: "Near: \(names).", fr: "Proches\u{202F}: \(names).")[tongue])
    }
    lines.append(
      Localized(
        en: "help alone lists every subject.", fr: "aide seul donne la liste des sujets.")[tongue])
    return lines
  }

  /// The names of pages most like `name`, nearest first, at most three.
  package static func nearest(to name: String, tongue: Tongue) -> [String] {
    var names = Catalogue.entries.map { $0.forms[tongue] }
    names += HelpTopic.all.map { $0.name[tongue] }
    names += CommandEntry.all.map { "." + $0.forms[tongue] }
    names += ErrorPage.all.map(\.code)
    return Suggestions.nearest(to: name, among: names)
  }

  /// Every subject of help, by family, in lines of at most 76 columns.
  package static func overview(tongue: Tongue) -> [String] {
    var lines = [
      Localized(
        en: "A query is a table, then verbs after |, one after the other:",
        fr: "Une requête est une table, puis des verbes après |, l’un après l’autre\u{202F}:")[
          tongue],
      Localized(
        en: "  events | where place under \"Africa\" | count each decade",
        fr: "  événements | où lieu sous \"Afrique\" | compter chaque décennie")[tongue],
      "",
    ]
    for family in Catalogue.families {
      lines += listed(family.title[tongue], family.forms(tongue))
    }
    lines += listed(
      Localized(en: "Commands", fr: "Commandes")[tongue],
      CommandEntry.all.map { "." + $0.forms[tongue] })
    lines += listed(
      Localized(en: "Topics", fr: "Sujets")[tongue], HelpTopic.all.map { $0.name[tongue] })
    lines.append("")
    lines.append(
      Localized(
        en: "help NAME explains one of them; help E201 explains an error code.",
        fr: "aide NOM explique l’un d’eux\u{202F}; aide E201 explique un code d’erreur.")[tongue])
    return lines
  }

  /// What `frise --help` prints: the ways to call the program and its options.
  package static func commandLine(tongue: Tongue) -> [String] {
    var lines = [Localized(en: "Usage:", fr: "Usage\u{202F}:")[tongue]]
    for entry in SubcommandEntry.all {
      let usage = entry.usage[tongue]
      lines.append("  frise" + (usage.isEmpty ? "" : " " + usage))
      lines.append("      " + entry.summary[tongue])
    }
    lines += ["", Localized(en: "Options:", fr: "Options\u{202F}:")[tongue]]
    for entry in OptionEntry.all {
      lines.append("  " + entry.usage(tongue))
      lines.append("      " + entry.summary[tongue])
      if entry.values.count > 3 {
        lines += HelpLayout.wrapped(entry.values, separator: " ", indent: "      ")
      }
    }
    return lines
  }

  private static func page(
    _ entry: WordEntry, _ tongue: Tongue, _ shown: (CatalogueExample) -> CatalogueExample
  ) -> [String] {
    var lines = HelpLayout.wrapped(entry.usage[tongue])
    lines.append("  " + entry.summary[tongue])
    let other = entry.forms[tongue.other]
    if other != entry.forms[tongue] {
      lines.append(
        "  " + Localized(en: "In French: \(other)", fr: "En anglais\u{202F}: \(other)")[tongue])
    }
    if entry.word == .loadStatement { lines += loadKeys(tongue) }
    for example in entry.examples.map(shown) {
      lines.append("")
      lines.append("  frise> " + example.query)
      lines += example.output.split(separator: "\n").map { "  " + $0 }
    }
    return lines
  }

  /// What `with` may say of a file.
  private static func loadKeys(_ tongue: Tongue) -> [String] {
    let width = LoadKeyEntry.all.map { $0.forms[tongue].count }.max() ?? 0
    let indent = String(repeating: " ", count: width + 4)
    let keys = LoadKeyEntry.all.flatMap { entry in
      let name = "  " + entry.forms[tongue]
      return HelpLayout.wrapped(entry.summary[tongue], indent: indent).enumerated().map {
        $0 == 0 ? name + $1.dropFirst(name.count) : $1
      }
    }
    return [
      "",
      Localized(
        en: "  load \"people.csv\" as p with missing = [\"..\"], text = [code]",
        fr: "  charger \"gens.csv\" comme g avec manquant = [\"..\"], texte = [code]")[tongue],
      "",
    ] + keys
  }

  private static func page(_ entry: CommandEntry, _ tongue: Tongue) -> [String] {
    [entry.usage[tongue], "  " + entry.summary[tongue]]
  }

  /// A title and its names under it.
  private static func listed(_ title: String, _ names: [String]) -> [String] {
    [title] + HelpLayout.wrapped(names, separator: "  ", indent: "  ")
  }
}
