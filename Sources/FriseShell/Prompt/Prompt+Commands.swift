import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import FriseSyntax

extension Prompt {
  /// Runs a dot command, `.name argument…`.
  mutating func runCommand(_ text: String) {
    let name = String(text.prefix { !$0.isWhitespace })
    let rest = String(text.dropFirst(name.count)).trimmed
    guard let entry = CommandEntry.named(name) else { return complain(ofCommand: name) }
    switch entry.command {
    case .help: showHelp(rest)
    case .quit: isDone = true
    case .lang: changeTongue(rest, entry)
    case .set: changeSetting(rest, entry)
    case .last: showLast(rest, entry)
    case .history: showHistory(rest)
    case .run: runFile(rest, entry)
    case .save: saveStatements(rest, entry)
    case .why: explainLastError()
    case .translate: translateLastStatement()
    case .timer: changeTimer(rest, entry)
    case .watch: watch(rest, entry)
    case .tables: showTables()
    case .edit: editLastStatement()
    case .lesson: runLesson(rest)
    }
  }

  /// Tells that there is no such command, and which ones are like it.
  private func complain(ofCommand name: String) {
    let tongue = session.tongue
    let near = CommandEntry.nearest(to: name, tongue: tongue).joined(separator: ", ")
    let help = "." + CommandEntry.entry(.help).forms[tongue]
    session.console.complain(
      Localized(
        en: "there is no command \(name). "
          + (near.isEmpty ? "\(help) lists them." : "Did you mean \(near)?"),
        fr: "il n’y a pas de commande \(name). "
          + (near.isEmpty ? "\(help) les liste." : "Peut-être \(near)\u{202F}?")))
  }

  /// Writes lines of an answer that is no result.
  func answer(_ lines: [String]) {
    for line in lines { stream.write(line + "\n") }
    stream.flush()
  }

  /// Shows a page of help, or the list of them.
  func showHelp(_ topic: String) {
    let tongue = session.tongue
    if topic.isEmpty { return answer(HelpText.overview(tongue: tongue)) }
    let page = HelpText.page(for: topic, tongue: tongue) { HelpExamples.shown($0, in: tongue) }
    answer(page ?? HelpText.unknown(topic, tongue: tongue))
  }

  /// Tells how a command is written.
  func showUsage(_ entry: CommandEntry) {
    session.console.complain(
      Localized(
        en: "it is written \(entry.usage.english)", fr: "cela s’écrit \(entry.usage.french)"))
  }

  private mutating func changeTongue(_ tag: String, _ entry: CommandEntry) {
    guard let tongue = Tongue.allCases.first(where: { $0.tag == tag }) else {
      return showUsage(entry)
    }
    session.engine.tongue = tongue
  }

  private mutating func changeTimer(_ word: String, _ entry: CommandEntry) {
    guard let isOn = Self.truth(word) else { return showUsage(entry) }
    session.settings.showsTiming = isOn
  }

  /// What `on`, `off` and their French twins say.
  static func truth(_ word: String) -> Bool? {
    switch TextFold.fold(word) {
    case "on", "yes", "oui": true
    case "off", "no", "non": false
    default: nil
    }
  }

  /// Shows the last result in full, in the session's format or the one named.
  private mutating func showLast(_ rest: String, _ entry: CommandEntry) {
    guard let result = session.engine.results.last else {
      session.console.complain(
        Localized(en: "there is no result yet", fr: "il n’y a pas encore de résultat"))
      return
    }
    var format: OutputFormat?
    if !rest.isEmpty {
      let words = rest.split(separator: " ").map(String.init)
      let isAs = words.first.map { Catalogue.word($0, as: .infix) == .as } ?? false
      format = words.last.flatMap(OutputFormat.init(named:))
      guard words.count == 2, isAs, format != nil else { return showUsage(entry) }
    }
    var options = session.renderOptions
    options.maximumRows = nil
    options.maximumColumns = nil
    options.showsAllColumns = true
    session.show(result, as: format, options)
    session.output.flush()
  }

  private func showHistory(_ word: String) {
    let key = TextFold.fold(word)
    for (index, entry) in entries.enumerated()
    where key.isEmpty || TextFold.fold(entry).contains(key) {
      let lines = entry.split(separator: "\n", omittingEmptySubsequences: false)
      let number = String(index + 1)
      let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number + "  "
      stream.write(margin + lines.joined(separator: "\n       ") + "\n")
    }
    stream.flush()
  }

  /// Runs a script in this session: `FILE NAME=VALUE …`.
  private mutating func runFile(_ rest: String, _ entry: CommandEntry) {
    let words = rest.split(separator: " ").map(String.init)
    guard let path = words.first else { return showUsage(entry) }
    var parameters: [(name: String, value: String)] = []
    for word in words.dropFirst() {
      guard let equals = word.firstIndex(of: "="), equals > word.startIndex else {
        return showUsage(entry)
      }
      parameters.append((String(word[..<equals]), String(word[word.index(after: equals)...])))
    }
    do throws(SystemError) {
      let bytes = try FileBytes.read(path: path, isStopped: { Signals.isStopped })
      guard let source = session.console.checkedSource(name: path, bytes: bytes) else { return }
      _ = session.run(source, parameters: parameters)
    } catch {
      session.console.complain(
        Localized(
          en: "\(path): \(error.reason.english)", fr: "\(path) : \(error.reason.french)"))
    }
  }

  /// Writes the statements of this session that worked as a script.
  private func saveStatements(_ path: String, _ entry: CommandEntry) {
    guard !path.isEmpty else { return showUsage(entry) }
    if session.settings.isSafe {
      return session.console.complain(
        Localized(
          en: "with --safe no file is written", fr: "avec --safe aucun fichier n’est écrit"))
    }
    if FileBytes.exists(path), !session.mayReplace(path) { return }
    let text = "#!/usr/bin/env frise\n" + statements.map { $0 + "\n" }.joined()
    do throws(SystemError) {
      try AtomicFile.write(to: path) { write in _ = write(Array(text.utf8)) }
    } catch {
      session.console.complain(
        Localized(
          en: "\(path): \(error.reason.english)", fr: "\(path) : \(error.reason.french)"))
    }
  }

  private func explainLastError() {
    guard let code = lastErrorCode else {
      return session.console.complain(
        Localized(en: "there was no error yet", fr: "il n’y a pas encore eu d’erreur"))
    }
    showHelp(code)
  }

  private func translateLastStatement() {
    guard let text = lastStatement else {
      return session.console.complain(
        Localized(en: "there is no statement yet", fr: "il n’y a pas encore d’instruction"))
    }
    let source = SourceText(name: "<prompt>", text: text)
    if let canonical = session.canonicalText(of: source, in: session.tongue.other) {
      answer([canonical.trimmedAtEnd])
    }
  }

  private func showTables() {
    for table in session.engine.visibleTables {
      let columns = table.columns.filter { !$0.traits.contains(.hidden) }
        .map { $0.name[session.tongue] }
      answer([table.name[session.tongue], "  " + columns.joined(separator: ", ")])
    }
  }
}
