import FriseTestSupport
import Glibc
import Testing

/// The history among sessions, signals and folders that are not as they should be.
struct PromptHistoryTests {
  private let terminal = PromptTerminal()

  private func run(_ text: String, in session: TerminalSession) {
    session.type(text + "\r")
    _ = session.see { $0.text.last == "frise>" && $0.text.contains("frise> " + text) }
  }

  @Test func sessionsSideBySideLoseNothing() throws {
    let (first, second) = (try terminal.open(), try terminal.open())
    for number in 1...5 {
      run("\(number) + 100", in: first)
      run("\(number) + 200", in: second)
    }
    first.send(signal: SIGKILL)
    _ = first.end()
    #expect(terminal.leave(second) == 0)
    let lines = Set((terminal.history ?? "").split(separator: "\n").map(String.init))
    #expect(lines == Set((1...5).flatMap { ["\($0) + 100", "\($0) + 200"] }))
  }

  @Test func aForeignFileIsSetAside() throws {
    for name in ["/.local", "/.local/state", "/.local/state/frise"] {
      _ = unsafe mkdir(terminal.folder.path + name, 0o700)
    }
    let foreign: [UInt8] = Array("_HiStOrY_V2_\nselect\\0401\n".utf8) + [0xFF, 0x00, 0x0A]
    terminal.folder.write(".local/state/frise/history", foreign + Array("6 * 7\n".utf8))
    let session = try terminal.open()
    session.type("\u{1B}[A\r")
    #expect(session.see { $0.text.contains("42") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
    #expect(terminal.history == "6 * 7\n")
    #expect(
      terminal.folder.read(".local/state/frise/history.damaged-1")?.hasPrefix("_HiStOrY_V2_")
        != false)
  }

  @Test(arguments: ["HOME", "XDG_STATE_HOME"])
  func aFolderThatCannotBeWrittenIsTold(variable: String) throws {
    // Nobody may write there, root neither.
    let session = try terminal.open(["--lang", "fr"], [variable: "/proc/1/none"])
    session.type("6 * 7\r")
    #expect(session.see { $0.text.contains("42") && $0.text.last == "frise>" })
    #expect(session.transcript.contains("l’historique n’est pas conservé"), "\(session.transcript)")
    #expect(terminal.leave(session) == 0)
  }

  @Test(arguments: [SIGTERM, SIGHUP])
  func aSignalLeavesTheTerminalAsItWas(signal: Int32) throws {
    var environment = ChildProcess.plainEnvironment
    environment.merge(["TERM": "xterm", "HOME": terminal.folder.path, "PS1": "shell> "]) { $1 }
    let shell = try #require(
      TerminalSession(
        "/bin/bash", ["--norc", "--noprofile", "-i"], environment: environment,
        folder: terminal.folder.path))
    try #require(shell.see { $0.text.last == "shell>" })
    shell.type("(echo pid:$BASHPID:; exec \(PromptTerminal.program) --lang en)\r")
    try #require(shell.see { $0.text.last == "frise>" })
    let number = shell.transcript.split(separator: "pid:").last?.prefix { $0.isNumber }
    let process = try #require(number.flatMap { pid_t($0) })
    run("6 * 7", in: shell)
    shell.type("(1 +\rhalf")
    #expect(shell.see { $0.text.last == "    half" }, "\(shell.screen.text)")
    kill(process, signal)
    #expect(shell.see { $0.text.last == "shell>" }, "\(shell.screen.text)")
    shell.type("stty -a | grep -o ' icanon'; exit\r")
    #expect(shell.end() == 0)
    #expect(shell.screen.text.contains(" icanon"), "\(shell.screen.text)")
    #expect(shell.transcript.contains("\u{1B}[?2004l"))
    #expect(terminal.history == "6 * 7\n")
  }
}
