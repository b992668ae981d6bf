import FriseTestSupport
import Glibc
import Testing

/// The program at its prompt on a pseudo-terminal, in a folder of its own.
struct PromptTerminal {
  let folder = TemporaryFolder()
  static let program = ChildProcess.built("frise")

  /// Starts a session and waits for its prompt.
  func open(
    _ arguments: [String] = ["--lang", "en"], _ changes: [String: String] = [:],
    rows: UInt16 = 24, columns: UInt16 = 80
  ) throws -> TerminalSession {
    var environment = ChildProcess.plainEnvironment
    environment["TERM"] = "xterm"
    environment["HOME"] = folder.path
    environment.merge(changes) { $1 }
    let session = try #require(
      TerminalSession(
        Self.program, arguments, environment: environment, folder: folder.path, rows: rows,
        columns: columns))
    try #require(session.see { $0.text.last == "frise>" }, "\(session.transcript)")
    return session
  }

  /// Drops what is typed and ends the session.
  func leave(_ session: TerminalSession) -> Int32? {
    session.type("\u{03}")
    _ = session.see { $0.text.last == "frise>" }
    session.type("\u{04}")
    return session.end()
  }

  /// The history file, if there is one.
  var history: String? { folder.read(".local/state/frise/history") }
}

extension ScreenModel {
  /// The row that the last prompt stands in.
  var promptRow: Int { text.lastIndex { $0.hasPrefix("frise>") } ?? 0 }

  /// What is typed, its rows joined and its blanks left out: rows wrap where they must.
  var typedLetters: String {
    String(text.suffix(from: promptRow).joined().dropFirst("frise>".count).filter { $0 != " " })
  }
}
