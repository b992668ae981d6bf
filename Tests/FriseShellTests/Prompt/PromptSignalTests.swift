import FriseTestSupport
import Glibc
import Testing

/// Signals, other programs and files at the prompt.
struct PromptSignalTests {
  private let terminal = PromptTerminal()
  private var folder: TemporaryFolder { terminal.folder }
  /// Runs for long if nobody stops it.
  private static let heavy =
    "history | join history as b on 1 = 1 | join history as c on 1 = 1"
    + " | join history as d on 1 = 1 | count\r"

  private func open(
    _ changes: [String: String] = [:], rows: UInt16 = 24, arguments: [String] = ["--lang", "en"]
  ) throws -> TerminalSession {
    try terminal.open(arguments, changes, rows: rows)
  }

  private func leave(_ session: TerminalSession) -> Int32? {
    _ = session.see { $0.text.last == "frise>" }
    session.type("\u{04}")
    return session.end()
  }

  @Test func keysTypedWhileAnAnswerIsWrittenAreKept() throws {
    let session = try open()
    session.type("history | join history as b on 1 = 1 | count\r")
    _ = session.rest(quietMilliseconds: 30)
    session.type("1 + 6\r\u{04}")
    #expect(session.end() == 0, "\(session.transcript.debugDescription)")
    #expect(session.transcript.contains("7"))
    #expect(session.transcript.contains("5041"))
    #expect(!session.transcript.contains("\u{07}"))
  }

  @Test func controlCStopsAQuery() throws {
    let session = try open()
    session.type(Self.heavy)
    _ = session.rest(quietMilliseconds: 200)
    session.type("\u{03}")
    // A column is gathered between two looks at the flag: a moment even without optimisation.
    #expect(session.see(timeoutSeconds: 5) { $0.text.last == "frise>" }, "\(session.screen.text)")
    #expect(session.transcript.contains("E307"), "\(session.screen.text)")
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    #expect(leave(session) == 0)
  }

  /// A file that nobody writes to holds up the thread that reads it, not the session.
  @Test func controlCLeavesWhatWaits() throws {
    #expect(unsafe mkfifo(folder.path + "/pipe.csv", 0o600) == 0)
    let session = try open()
    for _ in 0..<2 {
      session.type("load \"pipe.csv\" as p\r")
      _ = session.rest(quietMilliseconds: 150)
      session.type("\u{03}")
      #expect(session.see(timeoutSeconds: 5) { $0.text.last == "frise>" }, "\(session.screen.text)")
    }
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    #expect(leave(session) == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aQueryIsEndedInOrder(signal: Int32) throws {
    let session = try open()
    session.type(Self.heavy)
    _ = session.rest(quietMilliseconds: 200)
    session.send(signal: signal)
    #expect(session.end(timeoutSeconds: 5) == 128 + signal)
    #expect(folder.read(".local/state/frise/history")?.contains("join history as b") == true)
  }

  @Test func controlZStopsTheProcessAndFgGoesOn() throws {
    var environment = ChildProcess.plainEnvironment
    environment["TERM"] = "xterm"
    environment["HOME"] = folder.path
    environment["PS1"] = "shell> "
    let shell = try #require(
      TerminalSession(
        "/bin/bash", ["--norc", "--noprofile", "-i"], environment: environment,
        folder: folder.path))
    try #require(shell.see { $0.text.last == "shell>" })
    shell.type("\(PromptTerminal.program) --lang en\r")
    try #require(shell.see { $0.text.last == "frise>" })
    shell.type("40 + 2")
    #expect(shell.see { $0.text.last == "frise> 40 + 2" }, "\(shell.screen.text)")
    shell.type("\u{1A}")
    #expect(shell.see { $0.text.last == "shell>" }, "\(shell.screen.text)")
    shell.type("stty -a | grep -o ' icanon'\r")
    #expect(shell.see { $0.text.suffix(2).first == " icanon" }, "\(shell.screen.text)")
    shell.type("fg\r")
    #expect(shell.see { $0.text.last == "frise> 40 + 2" }, "\(shell.screen.text)")
    shell.type("\r")
    #expect(shell.see { $0.text.suffix(2) == ["42", "frise>"] }, "\(shell.screen.text)")
    shell.type("\u{04}")
    #expect(shell.see { $0.text.last == "shell>" })
    shell.type("stty -a | grep -o ' icanon'; exit\r")
    #expect(shell.end() == 0)
  }

  @Test func theStartUpFileRuns() throws {
    for name in ["/.config", "/.config/frise"] { _ = unsafe mkdir(folder.path + name, 0o700) }
    let text = ".set output csv\nlet bad =\n\n.nothing\nlet seven = 7\n"
    folder.write(".config/frise/init.frise", Array(text.utf8))
    let session = try open()
    // Long lines are broken between words.
    let told = session.transcript.replacing("\r\n  ", with: " ")
    #expect(told.contains("init.frise:2:10: ") && told.contains("warning[E110]"), "\(told)")
    #expect(told.contains("init.frise:4: there is no command .nothing"), "\(told)")
    #expect(!told.contains("error["))
    session.type("seven + 1\r.set\r")
    #expect(session.see { $0.text.contains("8") }, "\(session.screen.text)")
    #expect(session.see { $0.text.contains(".set output csv") }, "\(session.screen.text)")
    #expect(leave(session) == 0)
    let bare = try open(arguments: ["--lang", "en", "--no-init"])
    bare.type("seven + 1\r")
    #expect(bare.see { $0.text.contains { $0.contains("error[E20") } }, "\(bare.screen.text)")
    #expect(leave(bare) == 0)
  }

  @Test func saveAsksBeforeItReplaces() throws {
    let session = try open()
    session.type("1 + 6\r.save kept.frise\r")
    _ = session.see { $0.text.last == "frise>" && $0.text.count { $0.hasPrefix("frise>") } == 3 }
    #expect(folder.read("kept.frise") == "#!/usr/bin/env frise\n1 + 6\n")
    session.type("1 + 7\r.save kept.frise\r")
    #expect(session.see { $0.text.last == "kept.frise exists. Replace it? [y/N]" })
    session.type("n\r")
    #expect(session.see { $0.text.last == "frise>" })
    #expect(folder.read("kept.frise") == "#!/usr/bin/env frise\n1 + 6\n")
    session.type(".save kept.frise\r")
    #expect(session.see { $0.text.last == "kept.frise exists. Replace it? [y/N]" })
    session.type("y\r")
    #expect(session.see { $0.text.last == "frise>" })
    #expect(folder.read("kept.frise") == "#!/usr/bin/env frise\n1 + 6\n1 + 7\n")
    #expect(leave(session) == 0)
  }

  @Test func thePagerTakesWhatIsLongerThanTheScreen() throws {
    let session = try open(["PAGER": "sed s/^/paged:/"], rows: 12)
    session.type("events | take 2\r")
    #expect(session.see { $0.text.last == "frise>" && $0.text.contains { $0.hasPrefix("2 rows") } })
    #expect(!session.transcript.contains("paged:"))
    session.type("events | take 15\r")
    #expect(
      session.see { $0.text.contains { $0.hasPrefix("paged:15 rows") } }, "\(session.screen.text)")
    session.type(".set pager off\revents | take 16\r")
    #expect(session.see { $0.text.contains { $0.hasPrefix("16 rows") } }, "\(session.screen.text)")
    #expect(leave(session) == 0)
  }

  @Test(arguments: ["/none/such", "head -1"])
  func aPagerMayBeAbsentOrLeftEarly(pager: String) throws {
    let session = try open(["PAGER": pager], rows: 12)
    session.type("regions | take 40 | select id\r")
    let isAbsent = pager.hasPrefix("/")
    if isAbsent { #expect(session.see { $0.text.contains("40 rows (_1)") }) }
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    #expect(session.transcript.contains("40 rows (_1)") == isAbsent)
    #expect(leave(session) == 0)
  }

  @Test func lastShowsAllColumns() throws {
    let session = try open()
    session.type(".set pager off\revents | take 1\r.last as csv\r")
    #expect(
      session.see { $0.text.contains { $0.contains("people_low") } }, "\(session.screen.text)")
    session.type(".last\r")
    #expect(session.expect("topics"), "\(session.screen.text)")
    #expect(leave(session) == 0)
  }

  @Test func theEditorOfTheEnvironmentGivesTheTextBack() throws {
    let session = try open(["EDITOR": "sed -i s/1/40/"])
    session.type("1 + 2\u{18}\u{05}")
    #expect(session.see { $0.text.last == "frise> 40 + 2" }, "\(session.screen.text)")
    session.type("\r")
    #expect(session.see { $0.text.suffix(2) == ["42", "frise>"] }, "\(session.screen.text)")
    #expect(leave(session) == 0)
  }

  @Test func watchingStaysInItsPlaceUntilControlC() throws {
    let session = try open()
    session.type("1 + 6\r.watch 1\r")
    #expect(session.expect("every 1 s") && session.expect("every 1 s"), "\(session.transcript)")
    #expect(session.see { $0.text.last?.hasSuffix("every 1 s; Ctrl-C ends") == true })
    #expect(session.screen.text.count { $0 == "7" } == 2, "\(session.screen.text)")
    session.type("\u{03}")
    #expect(session.see { $0.text.last == "frise>" }, "\(session.screen.text)")
    // What was watched is no result, and no statement to save.
    session.type("_2\r")
    #expect(session.see { $0.text.contains { $0.contains("there is no result _2") } })
    session.type(".save kept.frise\r")
    #expect(session.see { $0.text.last == "frise>" })
    #expect(leave(session) == 0)
    #expect(folder.read("kept.frise") == "#!/usr/bin/env frise\n1 + 6\n")
  }

  @Test func aHomeMayBeMissing() throws {
    let session = try open(["HOME": "", "XDG_STATE_HOME": ""])
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") })
    #expect(leave(session) == 0)
    let blocked = try open(["HOME": "/proc/1/none"])
    blocked.type("1 + 6\r")
    #expect(blocked.see { $0.text.contains("7") && $0.text.last == "frise>" })
    #expect(blocked.transcript.contains("the history is not kept"))
    #expect(leave(blocked) == 0)
  }
}
