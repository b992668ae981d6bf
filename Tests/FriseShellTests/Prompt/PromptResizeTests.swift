import FriseTestSupport
import Glibc
import Testing

/// The prompt in a terminal that lays out anew what it shows when its width changes.
struct PromptResizeTests {
  private static let tmux = "/usr/bin/tmux"
  private static let isInstalled = unsafe access(tmux, X_OK) == 0

  /// A window of tmux of its own, and the prompt in it.
  private struct Window {
    let folder: TemporaryFolder
    let socket: String

    func tmux(_ words: [String]) -> String {
      var environment = ChildProcess.plainEnvironment
      environment["HOME"] = folder.path
      environment["TERM"] = "xterm"
      return ChildProcess.run(
        PromptResizeTests.tmux, ["-S", socket, "-f", "/dev/null"] + words,
        environment: environment, folder: folder.path
      ).output
    }

    /// The rows as they look, without the empty ones at the end.
    var rows: [String] {
      var rows = tmux(["capture-pane", "-p"]).split(
        separator: "\n", omittingEmptySubsequences: false
      )
      .map { String($0.reversed().drop { $0 == " " }.reversed()) }
      while rows.last == "" { rows.removeLast() }
      return rows
    }

    /// Waits until the rows look as wanted.
    func see(_ isWanted: ([String]) -> Bool) -> Bool {
      for _ in 0..<200 {
        if isWanted(rows) { return true }
        usleep(50_000)
      }
      return false
    }
  }

  @Test(.enabled(if: isInstalled, "tmux is not installed: resizing with reflow is not tried"))
  func theTextStaysWholeWhenTheWindowChanges() throws {
    let folder = TemporaryFolder()
    let window = Window(folder: folder, socket: folder.path + "/socket")
    _ = window.tmux([
      "new-session", "-d", "-x", "80", "-y", "24",
      "env LANG=C.UTF-8 \(PromptTerminal.program) --lang en",
    ])
    defer { _ = window.tmux(["kill-server"]) }
    try #require(window.see { $0.last == "frise>" }, "\(window.rows)")
    let text = "events | where place under \"Africa\" and people > 100_000 | sort date"
    _ = window.tmux(["send-keys", "-l", text])
    #expect(window.see { $0.last == "frise> " + text }, "\(window.rows)")
    for columns in ["50", "30", "100", "20", "80"] {
      _ = window.tmux(["resize-window", "-x", columns])
      #expect(
        window.see { rows in
          let start = rows.lastIndex { $0.hasPrefix("frise>") } ?? 0
          let joined = rows.suffix(from: start).joined().filter { $0 != " " }
          return joined == ("frise>" + text).filter { $0 != " " }
        }, "at \(columns): \(window.rows)")
    }
    _ = window.tmux(["send-keys", "C-u"])
    _ = window.tmux(["send-keys", "-l", "6 * 7"])
    _ = window.tmux(["send-keys", "Enter"])
    #expect(window.see { $0.suffix(2) == ["42", "frise>"] }, "\(window.rows)")
  }
}
