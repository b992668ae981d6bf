import FriseTestSupport
import Glibc
import Testing

/// Random keys: no input of any bytes ends the shell. `FRISE_RANDOM_KEYS=1000000` presses so many;
/// without it a few are pressed.
struct PromptEnduranceTests {
  private let terminal = PromptTerminal()

  private static let count: Int = {
    let value = unsafe getenv("FRISE_RANDOM_KEYS").map { unsafe String(cString: $0) }
    return value.flatMap(Int.init) ?? 3000
  }()

  /// Keys that mean something, beside which any byte is typed.
  private static let keys = [
    "events", "événements", " | ", "where ", "place", " = \"", "(", ")", "[", "\"", "é", "移", "👩‍👧",
    "e\u{301}", "x\u{302}", "\t", "\t\t", "\r", "\u{1B}\r", "\u{1B}[A", "\u{1B}[B", "\u{1B}[C",
    "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}f", "\u{1B}b", "\u{1B}[3~", "\u{1B}[99~", "\u{1B}OP",
    "\u{1B}", "\u{1B}[200~p\tq\nfrise> 1\n\u{1B}[201~", "\u{1B}[200~", "\u{1B}[1;5C", "\u{12}ev",
    "\u{07}", "\u{1F}", "\u{03}", ".set\r", ".foo\r", "? x\r", "1 + 1\r",
  ]

  /// Bytes that would end the session, stop the process or open an editor, which is no fault.
  private static let left: Set<UInt8> = [0x04, 0x1A, 0x1C, 0x18, 0x13, 0x11, 0x16, 0x0F]

  @Test(arguments: ["", "bind -v\n"])
  func noKeysEndTheShell(editrc: String) throws {
    terminal.folder.write(".editrc", Array(editrc.utf8))
    let seed = UInt64(Self.count) &+ UInt64(editrc.utf8.count)
    var random = SplitMix64(seed: seed)
    let session = try terminal.open(
      ["--lang", "en"], ["EDITOR": "true", "PAGER": "cat"], rows: 12, columns: 40)
    var pressed = 0
    while pressed < Self.count {
      var burst: [UInt8] = []
      for _ in 0..<200 {
        if random.next() % 3 == 0 {
          let byte = UInt8(truncatingIfNeeded: random.next())
          if !Self.left.contains(byte) { burst.append(byte) }
        } else {
          burst += Array(Self.keys[Int(random.next() % UInt64(Self.keys.count))].utf8)
        }
      }
      pressed += 200
      session.type(bytes: burst)
      guard pressed % 2000 == 0 || pressed >= Self.count else { continue }
      // An open paste is closed, a search and a half-typed line are dropped; then it answers.
      session.type("\u{1B}[201~")
      _ = session.rest(quietMilliseconds: 100)
      session.type("\u{03}")
      _ = session.rest(quietMilliseconds: 100)
      session.type("\u{03}")
      _ = session.rest(quietMilliseconds: 50)
      session.skip()
      session.type("40000 + \(pressed)\r")
      let answer = String(
        "\(40000 + pressed)".reversed().enumerated().map { index, digit in
          index > 0 && index % 3 == 0 ? "\(digit)," : "\(digit)"
        }.joined().reversed())
      try #require(
        session.expect("\n" + answer, timeoutSeconds: 60),
        "after \(pressed): \(session.screen.text)")
    }
    #expect(terminal.leave(session) == 0, "\(session.screen.text)")
  }
}
