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
      if !arguments.skipsInit { runStartUpFile() }
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
    let size = Terminal.size(session.output.descriptor)
    var assistant = Assistant(
      engine: session.engine, entries: entries, showsHints: settings.showsHints,
      isColoured: !session.environment.isAccessible
        && session.environment.usesColour(
          settings.colour, isTerminal: session.output.isTerminal),
      takesAnyText: desk?.expectsProse ?? false, columns: size.columns, rows: size.rows)
    if let desk { assistant.isAnswer = desk.isAnswer }
    return assistant
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
    guard isUsable, editsLines, let terminal = TerminalEditor(editrc: editrc) else {
      return
    }
    for entry in entries { terminal.remember(entry) }
    editor = terminal
  }

  /// The text of the user's editrc.
  private var editrc: String {
    guard let path = EditorInitFile.path(session.environment),
      let bytes = try? FileBytes.read(path: path)
    else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private mutating func warnOfHistory() {
    guard let warning = history.takeWarning() else { return }
    session.console.complain(warning)
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
    } else if let topic = HelpRequest.topic(of: trimmed) {
      showHelp(topic)
    } else if desk != nil {
      takeInLesson(text)
    } else {
      runStatements(text)
    }
  }

  /// Runs statements; those that worked can be saved as a script.
  mutating func runStatements(_ text: String) {
    guard let source = session.console.checkedSource(name: "<prompt>", bytes: Array(text.utf8))
    else {
      return
    }
    lastStatement = text.trimmed
    let preparation = session.prepare(source)
    session.report(preparation)
    if let error = preparation.diagnostics.first(where: { $0.diagnostic.severity == .error }) {
      lastErrorCode = error.diagnostic.code.text
      return
    }
    for (index, statement) in preparation.statements.enumerated() {
      let (code, failure) = session.attempt(statement)
      if let failure { lastErrorCode = failure.located.diagnostic.code.text }
      guard code == ExitCode.success else {
        // Those before it worked, and what they gave is numbered.
        statements += preparation.statements[..<index].map { source.text($0.syntax.span) }
        return
      }
    }
    statements.append(text.trimmed)
  }
}
