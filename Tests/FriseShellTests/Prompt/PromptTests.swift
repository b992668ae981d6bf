import FriseTestSupport
import Glibc
import Testing

/// The prompt on a pseudo-terminal, as a person meets it.
struct PromptTests {
  private let folder = TemporaryFolder()
  private static let program = ChildProcess.built("frise")

  private func open(
    _ arguments: [String] = ["--lang", "en"], _ changes: [String: String] = [:],
    columns: UInt16 = 80
  ) throws -> TerminalSession {
    var environment = ChildProcess.plainEnvironment
    environment["TERM"] = "xterm"
    environment["HOME"] = folder.path
    environment.merge(changes) { $1 }
    return try #require(
      TerminalSession(
        Self.program, arguments, environment: environment, folder: folder.path, columns: columns))
  }

  /// Ends a session by Ctrl-D, once its answer is written, and gives its exit code.
  private func leave(_ session: TerminalSession) -> Int32? {
    _ = session.rest(quietMilliseconds: 200)
    session.type("\u{04}")
    return session.end()
  }

  private var history: String? { folder.read(".local/state/frise/history") }

  @Test func greetsRunsAndEnds() throws {
    let session = try open()
    #expect(session.expect("Frise "))
    #expect(session.expect(".lesson to begin"))
    #expect(session.expect("frise> "))
    session.type(".set\n")
    #expect(session.expect(".set output table"), "\(session.transcript)")
    #expect(session.expect("frise> "))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    #expect(history == ".set\n")
  }

  @Test func speaksFrench() throws {
    let session = try open([], ["LANG": "fr_FR.UTF-8"])
    #expect(session.expect("pour commencer"))
    #expect(session.expect("frise> "))
    session.type(".quitter\n")
    #expect(session.end() == 0)
  }

  @Test func controlCDropsTheLine() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("events | wher")
    #expect(session.expect("wher"))
    session.type("\u{03}")
    #expect(session.expect("^C"))
    #expect(session.expect("frise> "))
    session.type("help keys\n")
    #expect(session.expect("Keys of the prompt"))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    #expect(history == "help keys\n")
  }

  @Test func controlDEndsOnlyOnAnEmptyLine() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("abc\u{04}")
    #expect(session.expect("abc"))
    session.type("\u{03}")
    #expect(session.expect("^C"))
    #expect(session.expect("frise> "))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
  }

  @Test func statementsTakeTheLinesTheyNeed() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("(1 +\n")
    #expect(session.expect("\n"))
    session.type("2)\n")
    #expect(session.expect("frise> "))
    session.type("\u{1B}[A")
    #expect(session.expect("(1 +"))
    #expect(session.expect("2)"))
    session.type("\u{03}")
    #expect(session.expect("^C"))
    #expect(session.expect("frise> "))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    #expect(history == "(1 +\\n    2)\n")
  }

  @Test func historyGoesFromSessionToSession() throws {
    for command in ["help dates", "help truth"] {
      let session = try open()
      #expect(session.expect("frise> "))
      session.type(command + "\n")
      #expect(session.expect("frise> "))
      #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    }
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("\u{1B}[A")
    #expect(session.expect("help truth"))
    session.type("\u{1B}[A")
    #expect(session.expect("dates"))
    session.type("\n")
    #expect(session.expect("frise> "))
    session.type(".history truth\n")
    #expect(session.expect("2  help truth"))
    session.send(signal: SIGKILL)
    #expect(session.end() == 128 + SIGKILL)
    #expect(history == "help dates\nhelp truth\nhelp dates\n.history truth\n")
  }

  @Test(arguments: [["LANG": "C"], ["LC_ALL": "C"], ["LANG": "C.UTF-8"]])
  func accentsAreTypedInEveryLocale(changes: [String: String]) throws {
    let session = try open(["--lang", "en"], changes)
    #expect(session.expect("frise> "))
    session.type("help événements 移民\n")
    #expect(session.expect("help événements 移民"))
    #expect(session.expect("événements 移民\""), "\(session.transcript)")
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    #expect(history == "help événements 移民\n")
  }

  @Test(arguments: [["TERM": "dumb"], ["TERM": ""], ["TERM": "unknown"]])
  func plainTerminalsGetNoEscape(changes: [String: String]) throws {
    let session = try open(["--lang", "en"], changes)
    #expect(session.expect("frise> "))
    session.type("help keys\n")
    #expect(session.expect("Keys of the prompt"))
    #expect(session.expect("frise> "))
    session.type("nonsense here\n")
    #expect(session.expect("frise> "))
    session.type("abc\u{03}")
    #expect(session.expect("^C"))
    #expect(session.expect("frise> "))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
    #expect(!session.transcript.contains("\u{1B}"), "\(session.transcript)")
  }

  @Test func tabCompletes() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type(".tabl\t")
    #expect(session.expect("es "))
    session.type("\u{15}.h\t\t")
    #expect(session.expect(".help"))
    #expect(session.expect(".history"))
    session.type("\u{03}")
    #expect(session.expect("^C"))
    #expect(session.expect("frise> "))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
  }

  @Test func theWindowMayChange() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("help keys and more words than fit in a narrow window")
    #expect(session.expect("window"))
    session.resize(rows: 24, columns: 30)
    #expect(session.expect("frise> "))
    #expect(session.expect("window"))
    session.type("\u{15}help keys\n")
    #expect(session.expect("Keys of the prompt"))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func signalsEndInOrder(signal: Int32) throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type("help keys\n")
    #expect(session.expect("frise> "))
    session.type("half a line")
    #expect(session.expect("line"))
    session.send(signal: signal)
    #expect(session.end() == 128 + signal)
    #expect(history == "help keys\n")
  }

  @Test func theEditorMayBeTurnedOff() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type(".set edit off\n")
    #expect(session.expect("frise> "))
    session.type("help keys\n")
    #expect(session.expect("Keys of the prompt"))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
  }

  @Test func unknownCommandsNameTheNearest() throws {
    let session = try open()
    #expect(session.expect("frise> "))
    session.type(".histroy\n")
    #expect(session.expect("Did you mean .history?"))
    #expect(leave(session) == 0, "\(session.transcript.debugDescription)")
  }
}
