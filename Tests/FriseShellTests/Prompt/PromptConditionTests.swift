import FriseBase
import FriseTestSupport
import Glibc
import Testing

/// The same few keys under every condition a terminal may be in: cells, colours and the cursor.
struct PromptConditionTests {
  private let terminal = PromptTerminal()

  /// An environment and what is to be expected of it.
  struct Condition: Sendable, CustomTestStringConvertible {
    let name: String
    let variables: [String: String]
    var isColoured = true
    /// False where the terminal itself edits the line.
    var isEdited = true
    var testDescription: String { name }
  }

  static let conditions = [
    Condition(name: "UTF-8", variables: ["LANG": "C.UTF-8"]),
    Condition(name: "C", variables: ["LC_ALL": "C"]),
    Condition(name: "French", variables: ["LANG": "fr_FR.UTF-8"]),
    Condition(name: "NO_COLOR", variables: ["NO_COLOR": "1"], isColoured: false),
    Condition(
      name: "screen reader", variables: ["FRISE_ACCESSIBLE": "1"], isColoured: false),
    Condition(name: "dumb", variables: ["TERM": "dumb"], isColoured: false, isEdited: false),
    Condition(
      name: "dumb C", variables: ["TERM": "dumb", "LC_ALL": "C"], isColoured: false,
      isEdited: false),
  ]

  /// Texts, and the columns their characters take: accents, wide letters, marks typed and composed.
  static let texts = [
    "\"été 移民 Genève\"", "\"cafe\u{301} noir\"", "\"x\u{302} y\"",
    "[1, 22, 333, 4444, 55555, 666666, 7777777, 88888888, 999999999]",
  ]

  @Test(arguments: conditions, [20, 40, 80, 200] as [UInt16])
  func keysUnderEveryCondition(condition: Condition, columns: UInt16) throws {
    for isVi in [false, true] where condition.isEdited || !isVi {
      terminal.folder.write(".editrc", Array((isVi ? "bind -v\n" : "").utf8))
      let session = try terminal.open(["--lang", "en"], condition.variables, columns: columns)
      for text in Self.texts {
        for isPasted in [false, true] where condition.isEdited || !isPasted {
          check(text, isPasted: isPasted, condition, columns, session)
        }
      }
      session.type("6 * 7\r")
      // The next prompt too: Ctrl-C before it would interrupt the statement.
      #expect(
        session.see { $0.text.contains("42") && $0.text.last?.hasPrefix("frise>") == true },
        "\(session.screen.text)")
      #expect(terminal.leave(session) == 0)
      if !condition.isEdited { #expect(!session.transcript.contains("\u{1B}")) }
      if !condition.isColoured { #expect(!Self.isColoured(session.transcript)) }
    }
  }

  /// True when a transcript has a sequence that colours.
  private static func isColoured(_ transcript: String) -> Bool {
    transcript.split(separator: "\u{1B}[").dropFirst().contains { piece in
      piece.first { !$0.isNumber && $0 != ";" } == "m"
    }
  }

  /// Types or pastes a text, looks at it, and drops it.
  private func check(
    _ text: String, isPasted: Bool, _ condition: Condition, _ columns: UInt16,
    _ session: TerminalSession
  ) {
    session.type(isPasted ? "\u{1B}[200~\(text)\u{1B}[201~" : text)
    let composed = condition.isEdited ? CanonicalComposition.composed(text) : text
    let letters = composed.filter { $0 != " " }
    let what = "\(text) \(columns) \(condition.name)"
    #expect(session.see { $0.typedLetters == letters }, "\(what): \(session.screen.text)")
    guard condition.isEdited else {
      session.type("\u{03}")
      _ = session.see { $0.typedLetters.isEmpty }
      return
    }
    let width = "frise> ".count + DisplayWidth.columns(of: composed)
    if width < Int(columns) {
      #expect(
        session.see { $0.cursor == ($0.promptRow, width) }, "\(what): \(session.screen.cursor)")
      let style = condition.isColoured ? (text.hasPrefix("\"") ? "32" : "35") : ""
      let column = "frise> ".count + 1
      #expect(
        session.see { $0.style(row: $0.promptRow, column: column) == style },
        "\(what): \(session.screen.style(row: session.screen.promptRow, column: column))")
    }
    // A letter at the start moves all the others.
    session.type("\u{1B}[Hé")
    #expect(session.see { $0.typedLetters == "é" + letters }, "\(what): \(session.screen.text)")
    #expect(session.see { $0.cursor == ($0.promptRow, 8) }, "\(what): \(session.screen.cursor)")
    session.type("\u{03}")
    #expect(session.see { $0.typedLetters.isEmpty }, "\(what): \(session.screen.text)")
  }

  @Test(arguments: ["en", "fr"])
  func aPersonTakesTheGhostAndCompletes(tongue: String) throws {
    let session = try terminal.open(["--lang", tongue])
    let isFrench = tongue == "fr"
    session.type(isFrench ? "événements | cho" : "events | wh")
    let ghost = isFrench ? "événements | choisir" : "events | where"
    #expect(session.see { $0.text.last == "frise> " + ghost }, "\(session.screen.text)")
    let column = "frise> ".count + (isFrench ? 16 : 11)
    #expect(session.see { $0.style(row: $0.promptRow, column: column) == "2" })
    session.type("\u{1B}[C")
    let end = "frise> ".count + ghost.count
    #expect(session.see { $0.cursor == ($0.promptRow, end) })
    #expect(session.see { $0.style(row: $0.promptRow, column: column) == "34" })
    // «où» has but two letters: nothing of it can be suggested after two.
    if isFrench { session.type(" id, lieu, titre | ou\t") }
    session.type(isFrench ? "lieu = \"ha" : " place = \"ha")
    session.type("\t")
    let wanted = isFrench ? "où lieu = \"Haïti\"" : "where place = \"Haiti\""
    #expect(session.see { $0.text.last?.hasSuffix(wanted) == true }, "\(session.screen.text)")
    session.type("\r")
    let footer = isFrench ? "1 ligne" : "1 row"
    #expect(
      session.see { $0.text.contains { $0.hasPrefix(footer) } && $0.text.last == "frise>" },
      "\(session.screen.text)")
    #expect(session.screen.text.contains { $0.contains(isFrench ? "Haïti" : "Haiti") })
    #expect(terminal.leave(session) == 0)
    #expect(terminal.history?.contains(wanted) == true)
  }
}
