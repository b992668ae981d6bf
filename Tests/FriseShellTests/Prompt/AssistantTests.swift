import FriseBase
import FriseLanguage
import FriseModel
import FriseStore
import FriseSyntax
import FriseTestSupport
import Testing

@testable import FriseShell

/// What is suggested, completed and coloured: pure functions of the text, the cursor and the
/// session.
struct AssistantTests {
  static func assistant(
    _ tongue: Tongue = .english, entries: [String] = [], files: [String] = []
  ) throws -> Assistant {
    let engine = Engine(
      data: try BuiltInData.dataSet(), tongue: tongue,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }), interrupt: Interrupt())
    var assistant = Assistant(engine: engine, entries: entries)
    assistant.files = { folder in folder == "." ? files : folder == "data/" ? ["inner.csv"] : [] }
    return assistant
  }

  @Test(
    arguments: [
      ("eve", Tongue.english, "events "), ("EVE", .english, "events "),
      ("evene", .french, "événements "), ("events | peo", .english, nil),
      ("events | where peo", .english, "people "), ("events | whe", .english, "where "),
      ("events | where place = \"hait", .english, "Haiti\""),
      ("événements | où lieu = \"hait", .french, "Haïti\""),
      ("events | where place = hait", .english, "\"Haiti\""),
      (".q", .english, ".quit "), (".h", .english, nil), (".regl", .french, ".régler "),
      (".set hin", .english, "hints "),
      (".set output rec", .english, "record "), (".régler sortie fi", .french, "fiche "),
      (".set color al", .english, "always "), (".set hints of", .english, "off "),
      (".set rows 1", .english, nil), (".last a", .english, "as "),
      (".last as mark", .english, "markdown "), (".last for mark", .english, nil),
      (".timer of", .english, "off "), (".aid", .english, ".aide "),
      ("help wher", .english, "where "),
      ("help", .english, nil), (" .tim", .english, ".timer "), (".lang f", .english, "fr "),
      ("? date", .english, nil),
      ("zzz", .english, nil), ("events | spread ye", .english, "year "),
      ("load \"cha", .english, "chart.csv\""), ("load \"da", .english, "data/"),
      ("load \"data/", .english, "data/inner.csv\""), (".run que", .english, "query.frise "),
      (".lesson fig", .english, "figures "), (".leçon indi", .french, "indice "),
      ("events | save \"cha", .english, "chart.csv\""), ("2 + ", .english, nil),
    ] as [(String, Tongue, String?)])
  func firstTab(text: String, tongue: Tongue, insertion: String?) throws {
    let files = ["chart.csv", "data/", "query.frise", ".hidden"]
    let completer = try Self.assistant(tongue, files: files).completer
    let completion = completer.complete(text, byteOffset: text.utf8.count)
    #expect(completion.insertion == insertion, "\(completion.choices.map(\.text))")
  }

  @Test func textBehindTheCursorIsLeftAlone() throws {
    let completer = try Self.assistant().completer
    #expect(completer.complete("eve | count", byteOffset: 3).insertion == "events ")
    #expect(completer.complete("zzé", byteOffset: 99).choices.isEmpty)
    #expect(completer.complete("zz", byteOffset: -3).erasedBytes == 0)
  }

  @Test(
    arguments: [
      ("ev", Tongue.english, "ents"), ("e", .english, ""), ("events | whe", .english, "re"),
      ("events | where", .english, ""), ("événements | compt", .french, "er"),
      ("12", .english, ""), (" eve", .english, ""),
    ] as [(String, Tongue, String)])
  func suggestsFromGrammarAndData(text: String, tongue: Tongue, hint: String) throws {
    #expect(try Self.assistant(tongue).hint(for: EditedLine(text)) == hint)
  }

  @Test func suggestsTheNewestEntryFirst() throws {
    var assistant = try Self.assistant(
      entries: ["events | count", "events | take 3", "let x =\n events"])
    #expect(assistant.hint(for: EditedLine("events | ")) == "take 3")
    #expect(assistant.hint(for: EditedLine("events | c")) == "ount")
    #expect(assistant.hint(for: EditedLine("let ")) == "x =")
    #expect(assistant.hint(for: EditedLine("events | ", cursor: 3)) == "")
    assistant.showsHints = false
    #expect(assistant.hint(for: EditedLine("events | ")) == "")
  }

  @Test(arguments: [
    ("events | where peple > 1 ", "peple"), ("evints | count", "evints"),
    ("events | cuont ", "cuont"),
    ("events | where place = \"Hongire\" | where place under \"Nowhere\" ", "\"Nowhere\""),
  ])
  func underlinesUnknownNames(text: String, unknown: String) throws {
    let spans = Self.spans(try Self.assistant(), text)
    let source = SourceText(name: "", text: text)
    let underlined = spans.filter { $0.style.hasSuffix("4") && $0.style != "34" }
    #expect(underlined.map { source.text($0.span) } == [unknown])
  }

  @Test func aWordBeingTypedIsNotWrongYet() throws {
    let assistant = try Self.assistant()
    #expect(Self.spans(assistant, "events | wh").isEmpty)
    #expect(Self.spans(assistant, "eve").isEmpty)
    #expect(Self.spans(assistant, ".set edit off").isEmpty)
  }

  @Test(arguments: [80, 40, 20, 10, 1])
  func listsFitTheWidth(columns: Int) {
    let many = (0..<400).map { Completion.Choice("name\($0)") }
    let noted = [
      Completion.Choice("où", note: Localized(en: "Keeps some rows", fr: "Garde des lignes")),
      Completion.Choice("移民", note: Localized(en: "Two wide letters", fr: "Deux lettres larges")),
    ]
    for choices in [many, noted, []] {
      let text = CompletionList.text(choices, columns: columns, rows: 19, tongue: .english)
      for line in text.split(separator: "\n") {
        #expect(DisplayWidth.columns(of: String(line)) <= max(6, columns))
      }
    }
    let list = CompletionList.text(noted, columns: 40, rows: 24, tongue: .french)
    #expect(list == "où    Garde des lignes\n移民  Deux lettres larges")
  }

  private static func spans(_ assistant: Assistant, _ text: String) -> [StyledSpan] {
    let line = EditedLine(text)
    return assistant.spans(of: line)
  }

  @Test func noTextEndsTheSession() throws {
    let assistant = try Self.assistant(.french)
    var random = SplitMix64(seed: 11)
    let pieces = [
      "événements", " ", "|", "où", "lieu", "=", "\"", "«", "»", "é", "移", "(", ")", "[", ",", ".",
      "1956", "..", "@", "_", "\n", "`", "let ", "par", "chaque", "\u{301}", "👩‍👧", "#", ";",
    ]
    for _ in 0..<150 {
      let text = (0..<Int(random.next() % 12)).map { _ in
        pieces[Int(random.next() % UInt64(pieces.count))]
      }.joined()
      let offset = Int(random.next() % UInt64(text.utf8.count + 2))
      _ = assistant.completer.complete(text, byteOffset: offset)
      _ = assistant.hint(for: EditedLine(text))
      _ = Self.spans(assistant, text)
    }
  }

  /// A column of a file is read when it is asked for: a Tab waits for it, a suggestion does not.
  @Test func aColumnIsReadAhead() throws {
    let folder = TemporaryFolder()
    let rows = (0..<5000).map { "Name \($0) of many,\($0)\n" }.joined()
    folder.write("names.csv", Array(("name,number\n" + rows).utf8))
    let interrupt = Interrupt()
    let reader = FileReader(
      isSafe: false, showsProgress: false, places: { nil }, interrupt: interrupt)
    var engine = Engine(
      data: try BuiltInData.dataSet(), tongue: .english, files: reader.access, interrupt: interrupt)
    let source = SourceText(name: "", text: "load \"\(folder.path)/names.csv\" as names")
    for statement in engine.prepare(source).statements { _ = try engine.run(statement) }
    let assistant = Assistant(engine: engine, entries: [])
    let line = EditedLine("names | where name = \"Na")
    let unread = try #require(assistant.unreadColumn(for: line))
    #expect(assistant.hint(for: line) == "")
    #expect(assistant.unreadColumn(for: EditedLine("names | where number = ")) == nil)
    engine.read(unread)
    #expect(assistant.unreadColumn(for: line) == nil)
    #expect(assistant.hint(for: line) == "me 0 of many\"")
    #expect(assistant.completer.complete(line.text, byteOffset: line.cursor).leftOut == 4500)
  }
}
