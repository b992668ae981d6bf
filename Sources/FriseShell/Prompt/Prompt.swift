import FriseBase
import FriseLanguage
import FriseModel
import FriseSyntax
import Glibc

/// The prompt: reads statements and commands, runs them, remembers them.
struct Prompt {
  var session: Session
  let arguments: Arguments
  private var editor: any LineEditor
  private var history: History
  /// What `.set edit` said when the editor was chosen.
  private var editsLines = true
  /// What was typed in this and earlier sessions, oldest first.
  private(set) var entries: [String] = []
  /// The statements of this session that worked, for `.save`.
  var statements: [String] = []
  /// The last statement that was run, for `.translate` and `.edit`.
  var lastStatement: String?
  /// The code of the last error, for `.why`.
  var lastErrorCode: String?
  /// What the next reading begins with.
  private var draft = ""
  /// True once `.quit` was given.
  var isDone = false
  /// The lesson being played, if any.
  var desk: LessonDesk?
  /// True where input is no terminal: nothing is greeted, prompted or remembered, and the session
  /// ends with its lesson.
  private(set) var isPiped = false
  /// Where the prompt of a plain editor, the banner and answers to commands go.
  let stream: OutputStream

  init(session: Session, arguments: Arguments) {
    self.session = session
    self.arguments = arguments
    let stream = session.output.isTerminal ? session.output : session.console.errors
    self.stream = stream
    self.editor = PlainEditor(stream: stream)
    self.history = History(path: session.environment.historyPath)
  }

  /// Runs the session to its end.
  /// - Parameter command: What it begins with: a dot command.
  /// - Returns: 0, however many queries failed.
  mutating func run(beginningWith command: String? = nil) -> Int32 {
    isPiped = isatty(STDIN_FILENO) != 1
    if !isPiped {
      greet()
      if !arguments.skipsInit { runInitFile() }
    }
    openEditor()
    if let command { runCommand(command) }
    while !isDone, session.output.failure == nil {
      Signals.interrupt.clear()
      if Signals.endingSignal != 0 { break }
      let reading = editor.read(with: assistant, draft: draft)
      draft = ""
      switch reading {
      case .statement(let text): take(text)
      case .edit(let text): draft = edited(text) ?? text
      case .end:
        if !isPiped { stream.write("\n") }
        isDone = true
      case .interrupted: stream.write(Signals.endingSignal == 0 ? "^C\n" : "\n")
      }
      if session.settings.editsLines != editsLines { chooseEditor() }
      stream.flush()
    }
    editor.close()
    stream.flush()
    if Signals.endingSignal != 0 { Signals.endBySignal(Signals.endingSignal) }
    return ExitCode.success
  }

  /// What is known while a statement is typed.
  private var assistant: Assistant {
    let settings = session.settings
    return Assistant(
      engine: session.engine, entries: entries, showsHints: settings.showsHints,
      isColoured: session.environment.usesColour(
        settings.colour, isTerminal: session.output.isTerminal),
      takesAnyText: desk?.expectsProse ?? false,
      columns: Terminal.size(session.output.descriptor).columns)
  }

  private func greet() {
    let tongue = session.tongue
    stream.write("Frise \(Version.text)\n")
    stream.write(
      Localized(
        en: "help or .lesson to begin, .quit to end.\n",
        fr: "aide ou .leçon pour commencer, .quitter pour finir.\n")[tongue])
    stream.flush()
  }

  /// Takes up the history of earlier sessions and an editor.
  private mutating func openEditor() {
    guard !isPiped else {
      history = History(path: nil)
      editor = PlainEditor(stream: nil)
      return
    }
    entries = history.load()
    warnOfHistory()
    chooseEditor()
  }

  /// Takes the editor that the settings, the streams and the terminal allow.
  private mutating func chooseEditor() {
    editor.close()
    editor = PlainEditor(stream: stream)
    editsLines = session.settings.editsLines
    let isUsable = session.output.isTerminal && session.environment.hasUsableTerminal
    guard isUsable, editsLines, let terminal = TerminalEditor(ownSequences: ownSequences) else {
      return
    }
    for entry in entries { terminal.remember(entry) }
    editor = terminal
  }

  /// The sequences that the user's editrc gives a meaning.
  private var ownSequences: [String] {
    guard let path = EditorInitFile.path(session.environment),
      let bytes = try? FileBytes.read(path: path)
    else { return [] }
    return EditorInitFile.boundSequences(String(decoding: bytes, as: UTF8.self))
  }

  private mutating func warnOfHistory() {
    guard let warning = history.takeWarning() else { return }
    session.console.complain(warning)
  }

  /// Runs the start-up file; what is wrong in it is a warning.
  private mutating func runInitFile() {
    guard let path = session.environment.initPath, FileBytes.exists(path) else { return }
    do throws(SystemError) {
      let bytes = try FileBytes.read(path: path)
      guard let source = session.console.checkedSource(name: path, bytes: bytes) else { return }
      if session.run(source) == ExitCode.success { return }
      session.console.complain(
        Localized(
          en: "warning: the start-up file did not run whole: \(path)",
          fr: "avertissement : le fichier de démarrage ne s’est pas exécuté en entier : \(path)"))
    } catch {
      session.console.complain(
        Localized(
          en: "warning: \(path): \(error.reason.english)",
          fr: "avertissement : \(path) : \(error.reason.french)"))
    }
  }

  /// Runs what was typed: a command, a question, or statements.
  mutating func take(_ text: String) {
    let trimmed = text.trimmed
    guard !trimmed.isEmpty else { return }
    // The entry is kept before it runs: a crash would lose it otherwise.
    let entry = text.trimmedAtEnd
    if entry != entries.last, !entry.hasPrefix(" ") {
      entries.append(entry)
      editor.remember(entry)
      history.append(entry)
      warnOfHistory()
    }
    session.beginAnswer()
    if trimmed.hasPrefix(".") {
      runCommand(trimmed)
    } else if let topic = helpTopic(trimmed) {
      showHelp(topic)
    } else if desk != nil {
      takeInLesson(text)
    } else {
      runStatements(text)
    }
  }

  /// The topic of `? thing`, `help thing`, `aide thing`; nil for anything else.
  private func helpTopic(_ text: String) -> String? {
    if text.hasPrefix("?") { return String(text.dropFirst()).trimmed }
    let word = String(text.prefix { !$0.isWhitespace })
    guard TextFold.fold(word) == "help" || TextFold.fold(word) == "aide" else { return nil }
    let rest = String(text.dropFirst(word.count)).trimmed
    return rest.hasPrefix("|") ? nil : rest
  }

  /// Runs statements; those that worked can be saved as a script.
  mutating func runStatements(_ text: String) {
    guard let source = session.console.checkedSource(name: "<prompt>", bytes: Array(text.utf8))
    else {
      return
    }
    lastStatement = text.trimmed
    let preparation = session.engine.prepare(source)
    session.console.report(preparation.diagnostics)
    if let error = preparation.diagnostics.first(where: { $0.diagnostic.severity == .error }) {
      lastErrorCode = error.diagnostic.code.text
      return
    }
    for statement in preparation.statements {
      let (code, failure) = session.attempt(statement)
      if let failure { lastErrorCode = failure.located.diagnostic.code.text }
      guard code == ExitCode.success else { return }
    }
    statements.append(text.trimmed)
  }
}
