import FriseBase
import FriseModel
import Testing

@testable import FriseShell

/// Tab: a pure function of the text, the cursor and the names there are.
struct CompleterTests {
  private let tables = [
    TableSchema(
      id: TableID("events"), name: Localized(en: "events", fr: "événements"),
      columns: [
        ColumnSchema(name: Localized(en: "people", fr: "personnes"), type: .figure),
        ColumnSchema(name: Localized(same: "secret"), type: .text, traits: .hidden),
      ])
  ]

  private func complete(_ text: String, tongue: Tongue = .english, width: Int = 80) -> Completion {
    Completer(
      tongue: tongue, tables: tables, commands: [".help", ".history", ".quit"], widthColumns: width
    ).complete(text, byteOffset: text.utf8.count)
  }

  @Test(
    arguments: [
      ("eve", Tongue.english, "events ", 3), ("EVE", .english, "events ", 3),
      ("evene", .french, "événements ", 5), ("events | peo", .english, "people ", 3),
      (".q", .english, ".quit ", 2), (".h", .english, nil, 0), ("secr", .english, nil, 0),
      ("", .english, nil, 0), ("zzz", .english, nil, 0),
    ] as [(String, Tongue, String?, Int)])
  func insertions(text: String, tongue: Tongue, insertion: String?, erased: Int) {
    let completion = complete(text, tongue: tongue)
    #expect(completion.insertion == insertion)
    #expect(completion.erasedScalars == erased)
  }

  @Test func listsWhatFits() {
    #expect(complete(".h").listing == ".help     .history")
    #expect(complete(".h", width: 12).listing == ".help\n.history")
    #expect(complete(".h", width: 1).listing != nil)
  }

  @Test func textBehindTheCursorIsLeftAlone() {
    let completer = Completer(
      tongue: .english, tables: tables, commands: [], widthColumns: 80)
    #expect(completer.complete("eve | count", byteOffset: 3).insertion == "events ")
    #expect(completer.complete("zzé", byteOffset: 99).listing == nil)
  }
}
