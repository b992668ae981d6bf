import FriseTestSupport
import Glibc
import Testing

/// Random keys: no input of any bytes ends the shell. `FRISE_RANDOM_KEYS=1000000` presses so many;
/// without it a few are pressed.
struct PromptEnduranceTests {
  private let terminal = PromptTerminal()

  private static let count: Int = {
    let value = unsafe getenv("FRISE_RANDOM_KEYS").map { unsafe String(cString: $0) }
    return value.flatMap(Int.init) ?? 4000
  }()

  /// Keys pressed at once, and keys after which the session must answer.
  private static let (burst, step) = (200, 1000)

  /// Keys that mean something, beside which any byte is typed.
  private static let keys = [
    "events", "événements", " | ", "where ", "place", " = \"", "(", ")", "[", "\"", "é", "移", "👩‍👧",
    "e\u{301}", "x\u{302}", "\t", "\t\t", "\r", "\u{1B}\r", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C",
    "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}f", "\u{1B}b", "\u{1B}[3~", "\u{1B}[99~", "\u{1B}OP",
    "\u{1B}", "\u{1B}[200~p\tq\nfrise> 1\n\u{1B}[201~", "\u{1B}[200~", "\u{1B}[201~", "\u{1B}[1;5C",
    "\u{12}ev", "\u{07}", "\u{1F}", "\u{18}\u{05}", ".set\r", ".foo\r", "? x\r", ".last\r",
    "1 + 1\r", "events | take 3\r", "events | count each year\r", "\u{16}", "\u{C0}\u{9B}",
  ]

  /// Bytes that end the session or stop the process, which is no fault: Ctrl-D on an empty line,
  /// Ctrl-Z, Ctrl-\. Ctrl-C is pressed at the end of each step: the terminal throws away with it
  /// whatever was typed and not yet read.
  private static let leaving: Set<UInt8> = [0x03, 0x04, 0x1A, 0x1C]

  /// So many random keys: half of them mean something, the others are any byte.
  private static func keys(_ count: Int, from random: inout SplitMix64) -> [UInt8] {
    var pressed: [UInt8] = []
    for _ in 0..<count {
      if random.next() % 2 == 0 {
        let byte = UInt8(truncatingIfNeeded: random.next())
        if !leaving.contains(byte) { pressed.append(byte) }
      } else {
        pressed += Array(keys[Int(random.next() % UInt64(keys.count))].utf8)
      }
    }
    return pressed
  }

  /// Keys that functions of libedit itself act on amiss: they move the cursor before an empty text,
  /// read a command that is not closed, or stop at a key they cannot take.
  @Test(arguments: [
    ("bind -v\n", "\u{1B}$\r"), ("bind -v\n", "\u{1B}$x\u{1B}$p"), ("bind -v\n", "\u{1B}:\"\r"),
    ("bind -v\n", "a\u{1B}~~"), ("bind -v\n", "\u{1B}ix$ix\u{1B}x.x."), ("", "\u{1B}x\"\r"),
    ("", "\u{1B}X\"\r"),
  ])
  func keysThatTheLibraryTakesAmiss(editrc: String, keys: String) throws {
    terminal.folder.write(".editrc", Array(editrc.utf8))
    let session = try terminal.open()
    session.type(keys)
    _ = session.rest(quietMilliseconds: 80)
    session.type("\u{03}")
    #expect(session.see { $0.text.last == "frise>" }, "\(session.screen.text)")
    session.type("6 * 7\r")
    #expect(session.see { $0.text.contains("42") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test(arguments: [
    ("", "C.UTF-8", 40), ("bind -v\n", "C.UTF-8", 80), ("", "C", 20), ("bind -v\n", "C", 200),
  ])
  func noKeysEndTheShell(editrc: String, locale: String, columns: UInt16) throws {
    terminal.folder.write(".editrc", Array(editrc.utf8))
    var random = SplitMix64(seed: UInt64(Self.count) &* 1000 &+ UInt64(columns))
    let session = try terminal.open(
      ["--lang", "en"], ["EDITOR": "true", "PAGER": "cat", "LC_ALL": locale], rows: 12,
      columns: columns)
    for pressed in stride(from: Self.step, through: Self.count / 4, by: Self.step) {
      for _ in 0..<(Self.step / Self.burst) {
        session.type(bytes: Self.keys(Self.burst, from: &random))
      }
      try #require(
        answers("answer \(pressed)", in: session),
        "after \(pressed): \(session.screen.text), ended with \(session.end() ?? -1)")
    }
    #expect(terminal.leave(session) == 0, "\(session.screen.text)")
    #expect(
      terminal.folder.read(".local/state/frise/history.damaged-1") == nil,
      "the history was damaged")
  }

  /// Whether the session answers once what is open is closed and dropped: output that Ctrl-S held
  /// goes on, a key that Ctrl-V waits for comes, a paste ends, a search and a half-typed line go.
  /// Where Ctrl-C was itself the key that Ctrl-V took, it is pressed once more.
  private func answers(_ text: String, in session: TerminalSession) -> Bool {
    for _ in 0..<6 {
      for key in ["\u{11} \u{1B}[201~", "\u{03}", "\u{03}"] {
        session.type(key)
        _ = session.rest(quietMilliseconds: 60)
      }
      session.forget()
      session.type("\"\(text)\"\r")
      if session.see(timeoutSeconds: 10, { $0.text.contains(text) }) { return true }
    }
    return false
  }
}
