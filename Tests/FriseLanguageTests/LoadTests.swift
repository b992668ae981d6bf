import FriseBase
import FriseLanguage
import FriseModel
import FriseRender
import FriseStore
import FriseTestSupport
import Testing

/// `load` in queries: what it makes known, what it refuses.
@Suite struct LoadTests {
  private static let files: [String: String] = [
    "towns.csv": "code,name,since,people\n01,Ain,1790,about 600\n2A,Corse,1976,150\n",
    "units.csv": "id,parent,name\nw,,World\na,w,Africa\nt,a,Chad\n",
    "cycle.csv": "id,parent\na,b\nb,a\n",
    "notes.csv": "town,remark\n2A,isle\n",
    "t.csv": "x,y\n10,1956\n,1956-01-01\n20,1955-12\n",
    "own.csv":
      "id,name,parent\nw,World,\nn,North,w\ns,South,w\na,Operations,n\nb,Operations,s\n",
    "lost.csv": "id,parent\na,\nb,zz\n",
  ]

  /// An engine that finds the files above.
  private func engine(_ tongue: Tongue = .english) throws -> Engine {
    let data = try #require(QueryRunner.builtIn)
    return Engine(
      data: data, tongue: tongue,
      files: FileAccess(
        read: { path, _ in
          .failure(DataFailure(code: "E401", file: path, message: Localized(same: "none")))
        },
        load: { request in LoadTests.load(request) }),
      interrupt: Interrupt(), today: QueryRunner.today)
  }

  private static func load(_ request: LoadRequest) -> Result<LoadedFile, DataFailure> {
    guard let text = files[request.path] else {
      return .failure(
        DataFailure(code: "E401", file: request.path, message: Localized(same: "none")))
    }
    let name = request.alias ?? LoadedFile.tableName(ofFile: request.path)
    var id = TableID(name)
    while request.takenIDs.contains(id) { id = TableID(id.name + "#") }
    do throws(DataFailure) {
      return .success(
        try FileLoader().load(
          Array(text.utf8), file: request.path, id: id, name: Localized(same: name),
          request.options))
    } catch {
      return .failure(error)
    }
  }

  private func run(_ text: String, _ tongue: Tongue = .english) throws -> QueryRunner.Answer {
    var engine = try engine(tongue)
    return QueryRunner(tongue).run(text, in: &engine)
  }

  @Test(
    arguments: [
      ("load \"towns.csv\"; towns | count", "n\n2"),
      ("load \"towns.csv\" as t; t | where code = \"01\" | select name", "name\nAin"),
      ("load \"towns.csv\" with number = [code], missing = [\"2A\"]\ntowns | sum code", "code\n1"),
      ("load \"towns.csv\" with date = since; towns | during 1970s | select name", "name\nCorse"),
      ("load \"units.csv\"; units | under \"World\" | select name", "name\nAfrica\nChad"),
      ("load \"units.csv\" as u; u | leaves | select path", "path\nWorld > Africa > Chad"),
      (
        "load \"towns.csv\"; load \"notes.csv\"\n"
          + "notes | join towns on town = code | select name, remark",
        "name,remark\nCorse,isle"
      ),
      ("let early = events | count\nload \"towns.csv\" as events; early", "n\n17"),
      ("load \"towns.csv\" as events; events | count", "n\n2"),
      ("load \"towns.csv\"; load \"notes.csv\" as towns; towns | count", "n\n1"),
    ])
  func tablesJoinTheSession(text: String, output: String) throws {
    let answer = try run(text)
    #expect(answer.output == output, "\(answer.diagnostics)")
  }

  /// What the language promises of data of one's own (section 10), in both languages.
  @Test(arguments: [
    (Tongue.english, "load \"t.csv\"; t | average x", "x\n15", "x: 1 of 3 not stated"),
    (.french, "charger \"t.csv\"; t | moyenne x", "x\n15", "x\u{202F}: 1 sur 3 sans valeur"),
    (.english, "load \"t.csv\"; t | sort y | select y", "y\n1955-12\n1956\n1956-01-01", ""),
    (.french, "charger \"t.csv\"; t | trier y | choisir y", "y\n1955-12\n1956\n1956-01-01", ""),
  ])
  func promisesHold(tongue: Tongue, text: String, output: String, told: String) throws {
    let answer = try run(text, tongue)
    #expect(answer.diagnostics == "")
    #expect(answer.output == output)
    #expect(answer.footnotes.map { $0.text[tongue] }.joined() == told)
  }

  /// Faults of data are told in each language, with the rows or the paths.
  @Test(arguments: [
    (Tongue.english, "load \"own.csv\"; own | under \"Operations\"", "E208", "World > South > "),
    (.french, "charger \"own.csv\"; own | sous \"Operations\"", "E208", "World > South > "),
    (.french, "charger \"own.csv\"; own | sous \"Operations\"", "E208", "désigner l’une par son"),
    (.english, "load \"cycle.csv\"", "E408", "cycle.csv:2: these units stand above one another"),
    (.french, "charger \"cycle.csv\"", "E408", "ces unités sont chacune au-dessus de l’autre"),
    (.english, "load \"lost.csv\"", "E407", "lost.csv:3: column parent: no row \"zz\""),
    (.french, "charger \"lost.csv\"", "E407", "lost.csv:3"),
  ])
  func refusesWhatCannotBe(tongue: Tongue, text: String, code: String, told: String) throws {
    let answer = try run(text, tongue)
    #expect(answer.codes == [code])
    #expect(answer.diagnostics.contains(told), "\(answer.diagnostics)")
    #expect(answer.outputs.isEmpty)
  }

  @Test func optionsHaveTwoTongues() throws {
    let text =
      "charger \"towns.csv\" comme v avec texte = [since], chiffre = [people]; "
      + "v | somme people"
    #expect(try run(text, .french).output.hasSuffix("environ 750") == false)
    #expect(try run(text, .french).rows.first == "750,750,750,about")
  }

  @Test func hidingATableIsAWarning() throws {
    #expect(try run("load \"towns.csv\" as events").codes == ["W201"])
  }

  @Test(
    arguments: [
      ("load \"nothing.csv\"; nothing | count", ["E401"]), ("load \"cycle.csv\"", ["E408"]),
      ("load \"towns.csv\" with colour = code", ["E238"]),
      ("load \"towns.csv\" with sep = 1", ["E239"]),
      ("load \"towns.csv\" with sep = \",\", sep = \";\"", ["E239"]),
      ("load \"towns.csv\" with text = [code], list = [code]", ["E239"]),
      ("load \"towns.csv\" with id = cod", ["E404"]),
      ("load \"towns.csv\" with number = [code]", ["E405"]),
    ] as [(String, [String])])
  func faultsStandAlone(text: String, codes: [String]) throws {
    #expect(try run(text).codes == codes)
  }

  @Test func aTableThatCannotBeReadLeavesNothing() throws {
    var engine = try engine()
    let runner = QueryRunner()
    _ = runner.run("load \"cycle.csv\"", in: &engine)
    #expect(!engine.visibleTables.contains { $0.name.english == "cycle" })
    #expect(runner.run("load \"towns.csv\"; towns | count", in: &engine).output == "n\n2")
    #expect(engine.visibleTables.first?.name.english == "towns")
  }
}
