import FriseBase
import Testing

@testable import FriseShell

/// What each key does to a line.
struct KeyHandlerTests {
  private func handler(entries: [String] = [], dropped: String? = nil) throws -> KeyHandler {
    KeyHandler(
      assistant: try AssistantTests.assistant(entries: entries), line: EditedLine(),
      dropped: dropped)
  }

  @Test(
    arguments: [
      ("events", nil), ("events |", "events |\n  "), ("(1 +", "(1 +\n    "), (".set", nil),
      ("", nil),
      ("? where", nil), ("events | whre", nil),
    ] as [(String, String?)])
  func enterRunsWhatIsComplete(text: String, opened: String?) throws {
    var handler = try handler()
    var line = EditedLine(text)
    let answer = handler.press(.enter, on: &line)
    #expect(answer == (opened == nil ? .accept : .shown))
    #expect(line.text == opened ?? text)
  }

  @Test func altEnterAlwaysOpensALine() throws {
    var handler = try handler()
    var line = EditedLine("events")
    #expect(handler.press(.line, on: &line) == .shown)
    #expect(line.text == "events\n  ")
  }

  @Test func aSecondTabLists() throws {
    var handler = try handler()
    var line = EditedLine("events | s")
    #expect(handler.press(.tab, on: &line) == .refuse)
    guard case .list(let text) = handler.press(.tab, on: &line) else {
      Issue.record("no list")
      return
    }
    #expect(text.contains("select") && text.contains("Puts rows in order"))
    #expect(line.text == "events | s")
  }

  @Test func aTabThatSettlesNothingIsFollowedByTheList() throws {
    var handler = try handler()
    var line = EditedLine(".timer ")
    #expect(handler.press(.tab, on: &line) == .shown)
    #expect(line.text == ".timer o")
    #expect(handler.press(.tab, on: &line) == .list("on   off"))
    line = EditedLine(".timer of")
    #expect(handler.press(.tab, on: &line) == .shown)
    #expect(handler.press(.tab, on: &line) == .refuse)
  }

  @Test func upGoesThroughLinesThenEntriesThatBeginSo() throws {
    var handler = try handler(entries: ["let a = 1", "events\n  | count", "let b = 2"])
    var line = EditedLine("let ")
    for text in ["let b = 2", "let a = 1"] {
      #expect(handler.press(.up, on: &line) == .shown)
      #expect(line.text == text)
    }
    #expect(handler.press(.up, on: &line) == .refuse)
    _ = handler.press(.down, on: &line)
    _ = handler.press(.down, on: &line)
    #expect(line == EditedLine("let "))
    #expect(handler.press(.down, on: &line) == .refuse)
    line = EditedLine("")
    _ = handler.press(.up, on: &line)
    _ = handler.press(.up, on: &line)
    #expect(line.text == "events\n  | count")
    _ = handler.press(.up, on: &line)
    #expect(line.cursor == 6)
    _ = handler.press(.down, on: &line)
    #expect(line.cursor == 13)
    _ = handler.press(.up, on: &line)
    _ = handler.press(.up, on: &line)
    #expect(line.text == "let a = 1")
  }

  @Test func upBringsBackWhatControlCDropped() throws {
    var handler = try handler(entries: ["one"], dropped: "half a li")
    var line = EditedLine()
    _ = handler.press(.up, on: &line)
    #expect(line.text == "half a li")
    _ = handler.press(.up, on: &line)
    #expect(line.text == "one")
  }

  @Test func rightTakesTheSuggestionThatIsShown() throws {
    var handler = try handler(entries: ["events | take 3 by place"])
    var line = EditedLine("eve")
    #expect(handler.press(.right, on: &line) == .refuse)
    #expect(handler.suggest(for: line) == "nts | take 3 by place")
    #expect(handler.press(.word, on: &line) == .shown)
    #expect(line.text == "events")
    _ = handler.suggest(for: line)
    #expect(handler.press(.word, on: &line) == .shown)
    #expect(line.text == "events | take")
    #expect(handler.press(.right, on: &line) == .refuse)
    _ = handler.suggest(for: line)
    #expect(handler.press(.right, on: &line) == .shown)
    #expect(line.text == "events | take 3 by place")
    line.cursor = 0
    #expect(handler.press(.right, on: &line) == .shown)
    #expect(line.cursor == 1)
  }

  @Test func searchIsLiteralAndFolds() throws {
    var handler = try handler(entries: ["où lieu = \"Genève\"", "a.b", "axb", "x"])
    var line = EditedLine("typed")
    func type(_ text: String) {
      for scalar in text.unicodeScalars { _ = handler.press(.grabbed(scalar), on: &line) }
    }
    _ = handler.press(.search, on: &line)
    type("GENEVE")
    #expect(line.text == "où lieu = \"Genève\"")
    #expect(handler.prompt == "search: GENEVE> ")
    type("x")
    #expect(handler.prompt == "not found: GENEVEx> ")
    type("\u{07}")
    #expect(line == EditedLine("typed"))
    #expect(handler.search == nil)
    _ = handler.press(.search, on: &line)
    type("a.")
    #expect(line.text == "a.b")
    type("\u{7F}")
    #expect(line.text == "axb")
    type("\u{12}")
    #expect(line.text == "a.b")
    #expect(handler.press(.grabbed("\r"), on: &line) == .accept)
  }

  @Test func aPasteIsOneChange() throws {
    var handler = try handler()
    var line = EditedLine("ab")
    _ = handler.suggest(for: line)
    _ = handler.press(.paste(Array("x\ty\r\nz".utf8)), on: &line)
    #expect(line.text == "abx       y\nz")
    #expect(handler.suggest(for: line) == "")
    _ = handler.press(.undo, on: &line)
    #expect(line.text == "ab")
    _ = handler.press(.undo, on: &line)
    #expect(line.text == "")
    #expect(handler.press(.undo, on: &line) == .refuse)
  }

  @Test func marksAreComposed() throws {
    var handler = try handler()
    var line = EditedLine("caf e")
    _ = handler.press(.mark("\u{301}"), on: &line)
    #expect(Array(line.text.unicodeScalars) == Array("caf \u{E9}".unicodeScalars))
    line = EditedLine("x")
    _ = handler.press(.mark("\u{301}"), on: &line)
    #expect(line.text.unicodeScalars.count == 2)
  }

  @Test(
    arguments: [
      ("a\tb", "a       b"),
      ("a\r\nb\rc", "a\nb\nc"),
      ("a\n\rb\n\nc", "a\nb\n\nc"),
      ("\u{1B}[31mred", "[31mred"),
      ("frise> events | count\n17\nfrise> 1 + 1\n2\n", "events | count\n1 + 1"),
      ("frise> (1 +\n    2)\n3", "(1 +\n    2)"),
      ("frise> events\n  | count\n17", "events\n  | count"),
      ("frise> (1 +\n  ...> 2)\n3\nfrise> ", "(1 +\n2)"), ("l'année\u{85}", "l'année"),
      ("e\u{301}t", "\u{E9}t"),
    ])
  func pastesAreMadePlain(pasted: String, text: String) {
    let made = PastedText.text(of: Array(pasted.utf8))
    #expect(Array(made.unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test func sequencesOfTheEditrc() {
    let text = """
      # a comment
      bind "\\e[A" ed-search-prev-history
      frise:bind -a ^[x vi-to-next-char
      psql:bind "\\eq" em-kill-line
      frise: bind \\033OQ ed-clear-screen
      edit on
      """
    #expect(EditorInitFile.boundSequences(text) == ["[A", "x", "OQ"])
  }
}
