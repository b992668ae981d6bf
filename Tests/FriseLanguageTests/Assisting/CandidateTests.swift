import FriseBase
import FriseLanguage
import FriseModel
import FriseStore
import Testing

/// What may stand at each position of the grammar.
struct CandidateTests {
  private static func engine(_ tongue: Tongue = .english) throws -> Engine {
    Engine(
      data: try BuiltInData.dataSet(), tongue: tongue,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }), interrupt: Interrupt())
  }

  private static func candidates(_ text: String, _ tongue: Tongue = .english) throws -> Candidates {
    let source = SourceText(name: "<prompt>", text: text)
    return try engine(tongue).candidates(at: source.bytes.count, in: source)
  }

  @Test(
    arguments: [
      // Statements.
      ("", ["events", "let", "print"], ["where", "people"]),
      ("events\n", ["events", "let"], ["people"]),
      ("events; ", ["let"], ["people"]),
      ("let ", [], ["events"]), ("let x = ", ["events"], ["people"]),
      ("print ", ["now("], ["where"]), ("assert ", ["not"], ["where"]),
      ("explain ", ["events"], ["where"]),
      ("events ", ["| "], ["people", "and"]),
      // Steps.
      ("events | ", ["where", "count", "during", "under", "about", "not"], ["people", "let"]),
      ("events\n  | ", ["where", "timeline"], ["people", "roots"]),
      ("| ", ["where"], []), ("(events | ", ["where"], ["events"]),
      ("events | not ", ["during", "under"], ["where", "people"]),
      // Operands by verb.
      ("events | where ", ["people", "date", "place", "year(", "none", "if"], ["where"]),
      ("events | select ", ["people", "title"], ["where"]),
      ("events | select id, ", ["people"], ["where"]),
      ("events | select id | where ", ["id"], ["people", "date"]),
      ("events | derive n = ", ["people"], ["where"]),
      ("events | sort ", ["people"], []), ("events | sort people ", ["desc", "asc"], ["by"]),
      ("events | drop ", ["people"], ["year("]), ("events | follow ", ["place"], ["year("]),
      ("events | rename ", [], ["people"]), ("events | rename x = ", ["people"], ["year("]),
      ("events | take ", [], ["people"]), ("events | take 3 ", ["by", "each"], ["desc"]),
      ("events | count ", ["by", "each"], ["and"]), ("events | count by ", ["place"], ["by"]),
      ("events | count each ", ["decade", "year"], ["place"]),
      ("events | count by place ", ["each"], ["by"]),
      ("events | summarise ", ["sum(", "count("], ["where"]),
      ("events | spread ", ["year"], ["place"]), ("events | union ", ["events"], ["people"]),
      ("events | join ", ["all", "events"], ["people"]),
      ("events | join events ", ["on", "as"], ["people"]),
      ("events | nearest ", ["to"], ["people"]), ("events | nearest 3 ", ["to"], []),
      ("events | describe ", [], ["people"]), ("events | tree ", [], ["people"]),
      // Within a test.
      ("events | where date ", ["during", "before", "is"], ["under", "matches"]),
      ("events | where place ", ["under", "in"], ["during"]),
      ("events | where title ", ["contains", "matches"], ["under", "during"]),
      ("events | where people > 3 ", ["and", "or"], ["by"]),
      ("events | where people is ", ["not", "none"], ["people"]),
      ("events | where people > 3 and ", ["date"], ["and"]),
      ("events | where if people > 3 ", ["then"], ["else"]),
      ("events | where (", ["people"], ["where"]), ("events | where year(", ["date"], ["where"]),
      ("events | where place.", ["parent", "name"], ["people"]),
      ("events | where title.", ["en", "fr"], ["people"]),
      ("events | within 3 ", ["years"], ["people"]),
      ("events | where date within 2 years ", ["of"], []),
    ] as [(String, [String], [String])])
  func positions(text: String, wanted: [String], unwanted: [String]) throws {
    let texts = Set(try Self.candidates(text).items.map(\.text))
    #expect(texts.isSuperset(of: wanted), "\(Set(wanted).subtracting(texts))")
    #expect(texts.isDisjoint(with: unwanted), "\(texts.intersection(unwanted))")
  }

  @Test(
    arguments: [
      ("events | where place = \"hai", Tongue.english, "Haiti\""),
      ("événements | où lieu = \"hai", .french, "Haïti\""),
      ("events | where place = hai", .english, "\"Haiti\""),
      ("events | where place in [\"Chile\", \"hai", .english, "Haiti\""),
      ("events | where place under \"Afr", .english, "Africa\""),
      ("events | under \"Afr", .english, "Africa\""),
      ("events | where place = \"chi", .english, "Chile\""),
      ("événements | où lieu = \"chi", .french, "Chili\""),
    ])
  func values(text: String, tongue: Tongue, value: String) throws {
    let found = try Self.candidates(text, tongue)
    #expect(found.items.map(\.text).contains(value), "\(found.items.map(\.text).prefix(9))")
    #expect(found.items.allSatisfy { $0.kind == .value || $0.text == "hai" || text.last != "\"" })
  }

  @Test(arguments: ["load \"da", "include \"", "events | save \"x"])
  func files(text: String) throws {
    let found = try Self.candidates(text)
    #expect(found.wantsFile)
    #expect(found.items.isEmpty)
  }

  @Test func valuesOfALoadedColumnAreCompletedHoweverMany() throws {
    var rows = "name,number\n"
    for number in 0..<1200 { rows += "\(number % 2 == 0 ? "Élan" : "elan") \(number),\(number)\n" }
    rows += "Zoë \"the\" cat,1\n"
    let bytes = Array(rows.utf8)
    var engine = Engine(
      data: try BuiltInData.dataSet(), tongue: .english,
      files: FileAccess(
        read: { path, _ in
          .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
        },
        load: { request in
          do throws(DataFailure) {
            return .success(
              try FileLoader().load(
                bytes, file: request.path, id: TableID("names"), name: Localized(same: "names"),
                request.options))
          } catch {
            return .failure(error)
          }
        }), interrupt: Interrupt())
    let load = SourceText(name: "<prompt>", text: "load \"names.csv\" as names")
    for statement in engine.prepare(load).statements { _ = try engine.run(statement) }
    func found(_ text: String) -> Candidates {
      let source = SourceText(name: "<prompt>", text: text)
      return engine.candidates(at: source.bytes.count, in: source)
    }
    let many = found("names | where name = \"elan")
    #expect(many.items.count == 500 && many.valuesLeftOut == 700)
    #expect(found("names | where name = \"ELAN 11").items.count == 111)
    #expect(found("names | where name = \"ELAN 11").valuesLeftOut == 0)
    #expect(found("names | where name = zoe").items.map(\.text) == [#""Zoë \"the\" cat""#])
    #expect(found("names | where na").items.map(\.text).contains("name"))
  }

  @Test func definitionsOfTheSessionAreKnown() throws {
    var engine = try Self.engine()
    let source = SourceText(name: "<prompt>", text: "let sweet = events; let f(t, n) = t | take n")
    for statement in engine.prepare(source).statements { _ = try engine.run(statement) }
    func texts(_ text: String) -> [String] {
      let source = SourceText(name: "<prompt>", text: text)
      return engine.candidates(at: source.bytes.count, in: source).items.map(\.text)
    }
    #expect(texts("sw") == ["sweet"])
    #expect(texts("sweet | where peo") == ["people"])
    #expect(texts("events | f").contains("f("))
  }

  @Test(
    arguments: [
      ("events | where peple > 1", ["peple"]), ("evints | count", ["evints"]),
      ("events | where people > ", []), ("events | cuont | where peple = 1", ["cuont"]),
      ("events | where place under \"Nowhere\"", ["\"Nowhere\""]), ("load \"x.csv\" as t", []),
      ("events | where foo(people) = 1", ["foo"]),
    ] as [(String, [String])])
  func unknownNames(text: String, names: [String]) throws {
    let source = SourceText(name: "<prompt>", text: text)
    let found = try Self.engine().unknownNames(in: source)
    #expect(found.map { source.text($0) } == names)
  }

  @Test func nothingBehindTheOffsetIsLookedAt() throws {
    let source = SourceText(name: "<prompt>", text: "eve | where )(")
    let engine = try Self.engine()
    #expect(engine.candidates(at: 3, in: source).items.map(\.text) == ["events"])
    #expect(engine.candidates(at: 3, in: source).replaced == ByteSpan(0, 3))
    for offset in -2...20 { _ = engine.candidates(at: offset, in: source) }
  }
}
