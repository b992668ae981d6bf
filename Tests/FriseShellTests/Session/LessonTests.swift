import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseStore
import FriseTestSupport
import Glibc
import Testing

/// Lessons through the built program: terminals, pipes, files, and a process that is killed.
@Suite struct LessonTests {
  private let folder = TemporaryFolder()
  private static let program = ChildProcess.built("frise")

  private func environment(_ changes: [String: String]) -> [String: String] {
    var environment = ChildProcess.plainEnvironment
    environment["TERM"] = "xterm"
    environment["HOME"] = folder.path
    environment["FRISE_NOW"] = "2026-11-24"
    return environment.merging(changes) { $1 }
  }

  private func frise(
    _ arguments: [String], _ lines: [String] = [], _ changes: [String: String] = [:]
  ) -> ChildResult {
    ChildProcess.run(
      Self.program, arguments, input: Array(lines.map { $0 + "\n" }.joined().utf8),
      environment: environment(changes), folder: folder.path)
  }

  private func open(
    _ arguments: [String], _ changes: [String: String] = [:]
  ) throws -> TerminalSession {
    try #require(
      TerminalSession(
        Self.program, arguments, environment: environment(changes), folder: folder.path, rows: 60,
        columns: 100))
  }

  /// Where what is done is kept.
  private var kept: String? { folder.read(".local/state/frise/lessons") }

  /// What somebody who knows would type, question by question.
  private static func answers(_ name: String, _ tongue: Tongue) throws -> [String] {
    let bytes = try #require(EmbeddedFiles.bytes(of: "lessons/\(name).lesson"))
    guard let lesson = LessonReader.read(name: name, bytes: bytes).lesson else { return [] }
    let engine = Engine(
      data: try BuiltInData.dataSet(), tongue: tongue,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }), interrupt: Interrupt())
    let judge = AnswerJudge(lesson: lesson.name, engine: engine)
    return lesson.questions.map { judge.typedAnswer($0) ?? "It was chosen: \"s03, and no (other" }
  }

  /// A whole lesson in a terminal, from its first line to its last.
  @Test(arguments: [("figures", Tongue.english), ("reading-a-timeline", .french)])
  func playsInATerminal(name: String, tongue: Tongue) throws {
    let session = try open(["--lang", tongue.tag, "lesson", "play", name])
    let answers = try Self.answers(name, tongue)
    #expect(answers.count > 10)
    for (index, answer) in answers.enumerated() {
      #expect(session.expect("Question \(index + 1) "), "\(session.transcript.debugDescription)")
      #expect(session.expect("frise> "))
      session.type(answer + "\n")
    }
    #expect(session.expect(tongue == .english ? "End of the lesson." : "Fin de la leçon."))
    #expect(session.expect("frise> "))
    session.type(tongue == .english ? ".quit\n" : ".quitter\n")
    #expect(session.end() == 0)
    #expect(kept?.split(separator: "\n").count == answers.count + 1)
    #expect(kept?.contains("\twrong\t") == false)
  }

  @Test(arguments: ["reading-a-timeline", "figures", "committee-to-agency"], Tongue.allCases)
  func playsThroughAPipe(name: String, tongue: Tongue) throws {
    let result = frise(
      ["--lang", tongue.tag, "lesson", "play", name], try Self.answers(name, tongue))
    #expect(result.status == 0)
    #expect(result.errors == "")
    #expect(result.output.contains(tongue == .english ? "End of the lesson." : "Fin de la leçon."))
    #expect(!result.output.contains("frise>") && !result.output.contains("\u{1B}"))
    #expect(!result.output.contains(tongue == .english ? "Not yet." : "Pas encore."))
  }

  /// The same words without colour, and for a screen reader.
  @Test func saysTheSameWithoutColour() throws {
    let answers = try Self.answers("figures", .english)
    let plain = frise(["lesson", "play", "figures"], answers)
    let linear = frise(
      ["lesson", "play", "figures"], answers,
      ["FRISE_ACCESSIBLE": "1", "XDG_STATE_HOME": folder.path + "/a"])
    let session = try open(
      ["lesson", "play", "figures"], ["NO_COLOR": "1", "XDG_STATE_HOME": folder.path + "/b"])
    #expect(session.expect("frise> "))
    #expect(!session.transcript.contains("\u{1B}[1m"))
    #expect(!linear.output.contains("│"))
    for line in plain.output.split(separator: "\n")
    where !line.contains("│") && !line.contains("─") && !line.hasSuffix("rows")
      && !line.hasSuffix("row")
    {
      #expect(linear.output.contains(line), "\(line)")
    }
  }

  @Test func aKilledProcessLosesNoAnswer() throws {
    let session = try open(["lesson", "play", "figures"])
    #expect(session.expect("Question 1 "))
    #expect(session.expect("frise> "))
    session.type("1 million\n")
    #expect(session.expect("Right."))
    session.send(signal: SIGKILL)
    #expect(session.end() == 128 + SIGKILL)
    #expect(kept == "2026-11-24\tfigures\t1\tvote\tright\t\t1 million\n")
    let again = frise(["lesson", "play", "figures"], [".lesson stop"])
    #expect(again.output.contains("You go on where you left off: 1 of 12 are done."))
    #expect(again.output.contains("Question 2 of 12"))
  }

  @Test func refusesATypedConstantAndRunsAnyQuery() {
    let result = frise(
      ["lesson", "play", "1"],
      ["17", "let here = events | where place under \"Africa\"", "here | count", "events | count"])
    #expect(result.output.contains("Right here, not in general"))
    #expect(result.output.contains("The value is another."))
    #expect(result.output.contains("Question 2 of 13"))
    #expect(result.errors == "")
  }

  /// An answer is whole though the language would read on: «non», and a number before a hyphen.
  @Test func anAnswerIsWhole() throws {
    let path = folder.write(
      "own.lesson",
      "lesson: own\ntitle: T\nage: 14-18\nquestion: Q ?\n@choix a\nfr: Vrai ?\n- fr: oui\n"
        + "- fr: non, car…\njuste: 2\n@choix b\nfr: Encore ?\n- fr: oui\n- fr: non\njuste: 2\n")
    let lines = ["non", "non", "événements | compter"]
    let result = frise(["--lang", "fr", "lesson", "play", path], lines)
    #expect(result.errors == "")
    #expect(result.output.contains("Fin de la leçon."))
    let session = try open(
      ["--lang", "fr", "lesson", "play", path], ["XDG_STATE_HOME": folder.path + "/a"])
    #expect(session.expect("frise> "))
    session.type("non\n")
    #expect(session.expect("Question 2 sur 2"))
  }

  @Test func commandsOfALesson() {
    let result = frise(
      ["--lang", "fr", "lesson", "jouer", "2"],
      [
        "1 million", ".leçon indice", ".leçon indice", ".leçon indice", ".leçon question",
        ".leçon solution", ".leçon passer", ".leçon arrêter", "événements | compter",
      ])
    #expect(result.output.contains("Indice 1 sur 3"))
    #expect(result.output.contains("  événements | où ___ est non absent"))
    #expect(result.output.contains("Solution"))
    #expect(result.output.contains("La leçon est quittée"))
    let events = kept?.split(separator: "\n").map { $0.split(separator: "\t")[4] } ?? []
    #expect(events == ["right", "hint", "hint", "hint", "solution", "skip"])
  }

  /// Commands of lessons that were typed in another way are named as they are typed.
  @Test(arguments: [
    ("en", ".hint", "Did you mean .lesson hint?"), ("en", "hint", "write .lesson hint"),
    ("en", ".hnit", "Did you mean .lesson hint?"), ("en", ".leson hint", "Did you mean .lesson?"),
    ("en", ".lesson hnit", "Did you mean .lesson hint?"),
    ("fr", ".indice", "Peut-être .leçon indice\u{202F}?"), ("fr", "passer", "écrire .leçon passer"),
    ("fr", ".leçon pasers", "Peut-être .leçon passer\u{202F}?"),
  ])
  func namesTheCommandThatWasMeant(tongue: String, line: String, told: String) {
    let result = frise(["--lang", tongue, "lesson", "play", "1"], [line])
    #expect(result.errors.contains(told), "\(result.errors)")
    #expect(kept == nil)
  }

  @Test func exportsAJournalAndResultsWithoutAName() {
    _ = frise(
      ["lesson", "play", "figures"], ["1 million", "events | where people > 0", ".lesson stop"])
    let journal = frise(["lesson", "export", "journal"])
    #expect(journal.output.contains("`1 million`"))
    let results = frise(["lesson", "export", "results", "3B-07", "out.results"])
    #expect(results.status == 0 && results.output == "")
    let text = folder.read("out.results") ?? ""
    #expect(text.contains("3B-07\tfigures\t1\tvote\testimate\tright\t1\t0\t\n"))
    let user = folder.path.split(separator: "/").last.map(String.init) ?? "?"
    #expect(!text.contains(user) && !text.contains("/") && !text.contains("million"))
    let twice = frise(["lesson", "export", "results", "3B-07", "out.results"])
    #expect(twice.status == 2 && twice.errors.contains("exists already"))
    #expect(frise(["lesson", "export", "results", "Marie"]).errors.contains("no name"))
    #expect(
      frise(["lesson", "-o", "csv"]).output.contains(
        "figures,What is being counted?,14-18,50,2 of 12"))
  }

  /// Exports have the words of a lesson that does not ship where its file is named or it is played.
  @Test func exportsLessonsOfOnesOwn() {
    let path = folder.write(
      "own.lesson",
      "lesson: own\ntitle.en: Mine\nage: 14-18\nquestion.en: Why?\n"
        + "@free a\nen: What for?\n@free b\nen: Who?\n")
    let played = frise(["lesson", "play", path], ["Because", ".lesson export journal"])
    #expect(played.output.contains("### 1. What for?"))
    let bare = frise(["lesson", "export", "journal"])
    #expect(bare.output.contains("## own") && bare.output.contains("`a`"))
    let named = frise(["lesson", "export", "journal", path])
    #expect(named.output.contains("## Mine") && named.output.contains("### 2. Who?"))
    let results = frise(["lesson", "export", "results", "3B-07", "own.lesson"])
    #expect(results.output.contains("3B-07\town\t1\ta\tfree\tkept\t1\t0\t\n"))
    #expect(results.output.contains("3B-07\town\t1\tb\tfree\topen\t0\t0\t\n"))
    #expect(frise(["lesson", "export", "journal", "none.lesson"]).status == 2)
  }

  @Test func forgetsOneLesson() throws {
    _ = frise(["lesson", "play", "1"], ["events | count", ".lesson stop"])
    _ = frise(["lesson", "play", "2"], ["1 million", ".lesson stop"])
    let session = try open(["--lang", "en", "lesson", "play", "2"])
    #expect(session.expect("frise> "))
    session.type(".lesson forget\n")
    #expect(session.expect("Erase what was kept of the lesson figures?"))
    session.type("y\n")
    #expect(session.expect("erased"))
    #expect(kept?.contains("figures") == false)
    #expect(kept?.contains("reading-a-timeline") == true)
  }

  @Test func reviewsFifteenCardsADay() {
    let solutions = Array(repeating: ".lesson solution", count: 20)
    let first = frise(["lesson", "review"], solutions)
    #expect(first.output.contains("15 cards for today."))
    #expect(first.output.contains("0 of 15 known"))
    #expect(kept?.split(separator: "\n").count == 15)
    let second = frise(["lesson", "review"], solutions)
    #expect(second.output.contains("No card is due today. The next ones come on 2026-11-25."))
    let morning = frise(["lesson", "review"], solutions, ["FRISE_NOW": "2026-11-25"])
    #expect(morning.output.contains("15 cards for today."))
  }

  @Test func verifiesAndPrints() {
    #expect(frise(["lesson", "verify"]).output.contains("figures: questions: 12, errors: 0"))
    let path = folder.write(
      "own.lesson", "lesson: own\ntitle.en: T\nage: 14-18\nquestion.en: Q\n@quiz a\nen: Q\n")
    let result = frise(["lesson", "verify", path])
    #expect(result.status == 2)
    #expect(result.errors.contains("own.lesson:5:2: error[E504]"))
    #expect(frise(["lesson", "play", path]).errors.contains("E504"))
    #expect(frise(["lesson", "play", "figrues"]).errors.contains("Did you mean figures?"))
    #expect(
      frise(["lesson", "print", "figures", "-o", "html"]).output.hasPrefix("<!DOCTYPE html>"))
    #expect(frise(["lesson", "print", "figures", "--key"]).output.hasPrefix("Answer key:"))
    #expect(frise(["lesson", "print", "figures", "-o", "csv"]).status == 2)
  }

  @Test func writesNothingWithSafe() {
    let result = frise(["--safe", "lesson", "play", "2"], ["1 million", ".lesson stop"])
    #expect(result.output.contains("Right."))
    #expect(kept == nil)
  }

  /// A file that a pupil opens is judged by what it holds.
  @Test func aTableOfOnesOwnCanAnswer() {
    _ = folder.write("own.csv", "k\n1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n")
    let result = frise(
      ["lesson", "play", "1"], ["load \"own.csv\"", "own | take 3", "own | count", ".lesson stop"])
    #expect(result.output.contains("Question 2 of 13"))
  }

  /// A line that was cut off in the middle does not swallow the answer that follows it.
  @Test func aLineThatWasCutOffSpoilsNoOther() {
    _ = frise(["lesson", "play", "2"], ["1 million", ".lesson stop"])
    let whole = kept ?? ""
    _ = folder.write(".local/state/frise/lessons", whole + "2026-11-24\tfig")
    _ = frise(["lesson", "play", "2"], ["events | where people > 0", ".lesson stop"])
    #expect(
      kept?.hasPrefix(whole + "2026-11-24\tfig\n2026-11-24\tfigures\t1\tstated\tright") == true)
  }

  @Test func damagedLinesAreToldAndKept() {
    _ = frise(["lesson", "play", "2"], ["1 million", ".lesson stop"])
    let path = folder.write(".local/state/frise/lessons", (kept ?? "") + "half a li\n")
    let result = frise(["lesson", "play", "2"], [".lesson stop"])
    #expect(result.errors.contains("lines of \(path) that cannot be read, and stay there: 1"))
    #expect(kept?.contains("half a li") == true)
  }
}
