import FriseBase
import FriseTestSupport
import Glibc
import Testing

/// The prompt as it looks: cells, colours and the cursor on a pseudo-terminal.
struct PromptScreenTests {
  private let terminal = PromptTerminal()
  private var folder: TemporaryFolder { terminal.folder }

  @Test func coloursAndSuggestsWhileTyping() throws {
    let session = try terminal.open()
    session.type("events | where peo")
    try #require(session.see { $0.text.last == "frise> events | where people" })
    var row = session.screen.promptRow
    #expect(session.screen.style(row: row, column: 16) == "34")
    #expect(session.screen.style(row: row, column: 7) == "")
    #expect(session.screen.style(row: row, column: 25) == "2")
    #expect(session.screen.cursor == (row, 25))
    session.type("\u{1B}[C > 100k")
    #expect(session.see { $0.text.last == "frise> events | where people > 100k" })
    #expect(session.see { $0.style(row: row, column: 31) == "35" })
    session.type(" | where peple = 1 ")
    #expect(session.see { $0.style(row: row, column: 45) == "4" }, "\(session.screen.text)")
    row = session.screen.promptRow
    #expect(terminal.leave(session) == 0, "\(session.transcript)")
  }

  @Test(arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["TERM": "dumb", "LC_ALL": "C"]])
  func plainScreensHaveNoColour(changes: [String: String]) throws {
    let session = try terminal.open(["--lang", "en"], changes)
    session.type("events | whe")
    #expect(session.see { $0.text.last == "frise> events | whe" })
    #expect(terminal.leave(session) == 0)
    #expect(!session.transcript.contains("\u{1B}[2m") && !session.transcript.contains("\u{1B}[34m"))
  }

  @Test(
    arguments: [20, 40, 80, 200] as [UInt16],
    ["été 移民 Genève", "cafe\u{301} noir", String(repeating: "abc ", count: 9)])
  func everyWidthAndLetter(columns: UInt16, text: String) throws {
    let session = try terminal.open(["--lang", "en"], ["LC_ALL": "C"], columns: columns)
    session.type(text)
    let composed = CanonicalComposition.composed("frise> " + text).filter { $0 != " " }
    #expect(
      session.see { screen in
        screen.text.suffix(from: screen.promptRow).joined().filter { $0 != " " } == composed
      }, "\(session.screen.text)")
    // Home, a letter there, and the rest is as it was.
    session.type("\u{01}é")
    let longer = composed.replacing("frise>", with: "frise>é")
    #expect(
      session.see { screen in
        screen.text.suffix(from: screen.promptRow).joined().filter { $0 != " " } == longer
      }, "\(session.screen.text)")
    #expect(session.see { $0.cursor == ($0.promptRow, 8) })
    #expect(terminal.leave(session) == 0)
  }

  @Test func clustersThatNoCodePointIs() throws {
    let session = try terminal.open()
    session.type("x\u{301}y👩‍👧z")
    #expect(session.see { $0.text.last == "frise> x\u{301}y👩‍👧z" }, "\(session.screen.text)")
    #expect(session.see { $0.cursor.column == 12 })
    session.type("\u{01}a")
    #expect(session.see { $0.text.last == "frise> ax\u{301}y👩‍👧z" }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func aListStandsBelow() throws {
    let session = try terminal.open()
    session.type("events | take 3 | s\t\t")
    #expect(session.see { $0.text.contains { $0.hasPrefix("select     Keeps these columns") } })
    #expect(session.see { $0.text.last == "frise> events | take 3 | s" })
    session.type("el\t")
    #expect(session.see { $0.text.last == "frise> events | take 3 | select" })
    #expect(terminal.leave(session) == 0)
  }

  @Test func severalLinesAreOneText() throws {
    let session = try terminal.open()
    session.type("(1 +\r2\u{1B}\r+ 3)")
    #expect(session.see { $0.text.suffix(3) == ["frise> (1 +", "    2", "    + 3)"] })
    session.type("\u{1B}[A\u{1B}[A")
    #expect(session.see { $0.cursor.row == $0.promptRow })
    session.type("\u{05}0")
    #expect(session.see { $0.text[$0.promptRow] == "frise> (1 +0" }, "\(session.screen.text)")
    session.type("\u{7F}\r")
    #expect(session.see { $0.text.contains("6") })
    session.type("\u{1B}[A")
    #expect(session.see { $0.text.suffix(2) == ["    2", "    + 3)"] }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
    #expect(folder.read(".local/state/frise/history") == "(1 +\\n    2\\n    + 3)\n")
  }

  @Test func searchAndItsEnd() throws {
    let session = try terminal.open()
    session.type("\"Genève\"\r2\r")
    #expect(session.see { $0.text.count { $0 == "frise>" } == 1 && $0.text.contains("2") })
    session.type("\u{12}GENEVE")
    #expect(session.see { $0.text.last == "search: GENEVE> \"Genève\"" }, "\(session.screen.text)")
    session.type("\u{1B}")
    #expect(session.see { $0.text.last == "frise>" }, "\(session.screen.text)")
    session.type("\u{12}GENEVE\u{03}")
    #expect(session.see { $0.text.last == "frise>" }, "\(session.screen.text)")
    session.type("1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func pastesAndUndo() throws {
    let session = try terminal.open()
    session.type("\u{1B}[200~frise> 1 +\r  1\r2\r\u{1B}[201~")
    #expect(session.see { $0.text.suffix(2) == ["frise> 1 +", "  1"] }, "\(session.screen.text)")
    session.type("\u{1F}")
    #expect(session.see { $0.text.last == "frise>" }, "\(session.screen.text)")
    session.type("\u{1B}[200~events\t| s\u{1B}[201~")
    #expect(session.see { $0.text.last == "frise> events  | s" }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func aLongPasteArrivesWhole() throws {
    let session = try terminal.open()
    let line = "# " + String(repeating: "0123456789", count: 10) + "\n"
    let text = String(repeating: line, count: 10_000) + "21 * 2"
    session.type("\u{1B}[200~" + text + "\u{1B}[201~\r")
    #expect(session.see(timeoutSeconds: 30) { $0.text.suffix(2).first == "42" })
    #expect(terminal.leave(session) == 0)
    #expect((folder.read(".local/state/frise/history") ?? "").utf8.count >= text.utf8.count)
  }

  @Test func aLongQueryIsTypedAndRecalled() throws {
    let session = try terminal.open(rows: 10)
    session.type("(0")
    for number in 1...200 { session.type("\r+ \(number)") }
    session.type(")\r")
    #expect(
      session.see(timeoutSeconds: 20) { $0.text.contains("20,100") }, "\(session.screen.text)")
    session.type("\u{1B}[A")
    #expect(session.see { $0.text.last == "    + 200)" }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func viKeys() throws {
    folder.write(".editrc", Array("frise:bind -v\n".utf8))
    let session = try terminal.open()
    session.type("evints\u{1B}")
    #expect(session.see { $0.cursor.column == 12 }, "\(session.screen.text)")
    session.type("0llrexw")
    #expect(session.see { $0.text.last?.hasPrefix("frise> ev") == true })
    session.type("\u{1B}")
    _ = session.rest(quietMilliseconds: 80)
    session.type("ddi3 * 4\r")
    #expect(session.see { $0.text.contains("12") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func theLinesOfTheEditrcWinOverThePrompt() throws {
    let lines = "frise:bind -v\nfrise:bind ^P ed-move-to-beg\nbind -a v ed-delete-next-char\n"
    folder.write(".editrc", Array(lines.utf8))
    let session = try terminal.open()
    session.type("1 + 1\u{10}")
    #expect(session.see { $0.cursor.column == 7 && $0.text.last == "frise> 1 + 1" })
    session.type("\u{1B}")
    _ = session.rest(quietMilliseconds: 80)
    session.type("v")
    #expect(session.see { $0.text.last == "frise>  + 1" }, "\(session.screen.text)")
    // What they leave alone is the prompt's: Ctrl-N would go in as a letter otherwise.
    session.type("i\u{0E}3\r")
    #expect(session.see { $0.text.contains("4") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func viOpensTheEditorOfTheEnvironment() throws {
    folder.write(".editrc", Array("frise:bind -v\n".utf8))
    let session = try terminal.open(["--lang", "en"], ["EDITOR": "sed -i s/1/40/"])
    session.type("1 + 2\u{1B}")
    _ = session.rest(quietMilliseconds: 80)
    session.type("v")
    #expect(session.see { $0.text.last == "frise> 40 + 2" }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func theEditrcKeepsItsSequences() throws {
    folder.write(".editrc", Array("frise:bind \"\\e[A\" ed-move-to-beg\n".utf8))
    let session = try terminal.open()
    session.type("1 + 1\u{1B}[A3 * ")
    #expect(session.see { $0.text.last == "frise> 3 * 1 + 1" }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func controlCKeepsTheTextOnce() throws {
    let session = try terminal.open()
    session.type("half a line")
    #expect(session.see { $0.text.last == "frise> half a line" })
    session.type("\u{01}\u{03}")
    #expect(session.see { $0.text.suffix(2) == ["frise> half a line^C", "frise>"] })
    session.type("\u{1B}[A")
    #expect(session.see { $0.text.last == "frise> half a line" })
    #expect(terminal.leave(session) == 0)
  }

  @Test func theWindowMayShrinkAndGrow() throws {
    let session = try terminal.open()
    let text = "events | where place under \"Africa\" and people > 100_000"
    session.type(text)
    #expect(session.see { $0.text.last == "frise> " + text })
    for columns in [30, 100, 25] as [UInt16] {
      session.resize(rows: 24, columns: columns)
      _ = session.rest(quietMilliseconds: 60)
    }
    session.type("\u{15}1 + 6\r")
    #expect(session.see { $0.text.contains("7") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }

  @Test func everyKeyMayBePressed() throws {
    let session = try terminal.open(rows: 12, columns: 40)
    var random = SplitMix64(seed: 5)
    let keys = [
      "e", "v", " ", "|", "(", ")", "\"", "é", "移", "\u{301}", "\t", "\t", "\r", "\u{1B}\r",
      "\u{1B}[A", "\u{1B}[B", "\u{1B}[C", "\u{1B}[D", "\u{1B}[H", "\u{1B}[F", "\u{1B}f", "\u{1B}b",
      "\u{01}", "\u{05}", "\u{0B}", "\u{12}", "\u{07}", "\u{1F}", "\u{7F}", "\u{1B}[3~",
      "\u{1B}[99~",
      "\u{1B}[200~p\tq\u{1B}[201~", "👩‍👧", "\u{03}", ".", "\u{1B}", "\u{17}", "\u{14}", "\u{19}",
    ]
    for _ in 0..<250 { session.type(keys[Int(random.next() % UInt64(keys.count))]) }
    _ = session.rest(quietMilliseconds: 100)
    session.type("\u{03}")
    _ = session.rest(quietMilliseconds: 100)
    session.type("\u{03}40 + 2\r")
    #expect(session.see { $0.text.contains("42") }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0, "\(session.screen.text)")
  }

  /// After each change the screen is as if it had been drawn anew.
  @Test func changesArePaintedAsTheWholeIs() throws {
    let session = try terminal.open(rows: 30, columns: 40)
    var random = SplitMix64(seed: 7)
    session.type("(events\r| where people > 100k and place = \"Haiti\"\r| sort date\r")
    session.type("| select title, date, people, place, topics\r| take 10")
    let keys = [
      "x", "\"", "移", "e\u{301}", "12 ", "\u{7F}", "\u{1B}[A", "\u{1B}[B", "\u{01}", "\u{05}",
      "\u{0B}",
      "\u{1B}[3~", "\u{1B}\r", "\u{1B}[D", "where ", "\u{1F}",
    ]
    for round in 0..<25 {
      for _ in 0..<3 {
        session.type(keys[Int(random.next() % UInt64(keys.count))])
        _ = session.rest(quietMilliseconds: 15)
      }
      _ = session.rest(quietMilliseconds: 60)
      let before = session.screen
      session.type("\u{0C}")
      _ = session.rest(quietMilliseconds: 60)
      let top = before.promptRow
      let whole = session.screen.looks
      #expect(Array(before.looks.dropFirst(top)) == whole, "round \(round): \(before.text)")
      #expect(before.cursor.row - top == session.screen.cursor.row)
      #expect(before.cursor.column == session.screen.cursor.column)
    }
  }

  @Test func aTextTallerThanTheScreenIsEdited() throws {
    let session = try terminal.open(rows: 6, columns: 40)
    session.type((1...12).map { "(\($0) +" }.joined(separator: "\r"))
    #expect(session.see { $0.text.last?.hasSuffix("(12 +") == true && $0.text.count == 6 })
    // The cursor is seen where it is, and so is the text around it.
    for (up, line, row) in [(4, 8, 5), (4, 4, 3), (3, 1, 0)] {
      for _ in 0..<up { session.type("\u{1B}[A") }
      session.type("\u{05}x")
      #expect(
        session.see { $0.text.count == 6 && $0.text[row].hasSuffix("(\(line) +x") },
        "\(session.screen.text)")
      #expect(session.screen.cursor.row == row)
    }
    for _ in 0..<11 { session.type("\u{1B}[B") }
    session.type("\u{05} y")
    #expect(session.see { $0.text.last?.hasSuffix("(12 + y") == true }, "\(session.screen.text)")
    #expect(terminal.leave(session) == 0)
  }
}
