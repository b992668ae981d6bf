import FriseTestSupport
import Glibc
import Testing

/// Scripts and queries run by the built program: results, parting of results, exit codes, files.
struct ScriptTests {
  private let folder = TemporaryFolder()

  private func frise(
    _ arguments: [String], input: [UInt8] = [], changes: [String: String] = [:],
    interruptAfterMilliseconds: Int? = nil
  ) -> ChildResult {
    var environment = ChildProcess.plainEnvironment
    environment["HOME"] = folder.path
    environment.merge(changes) { $1 }
    return ChildProcess.run(
      ChildProcess.built("frise"), arguments, input: input, environment: environment,
      folder: folder.path, interruptAfterMilliseconds: interruptAfterMilliseconds)
  }

  @Test(
    arguments: [
      (["-c", "events | count", "-o", "csv"], "n\n17\n"),
      (["--lang", "fr", "-c", "événements | compter", "-o", "csv"], "n\n17\n"),
      (["-c", "0.1 + 0.2; 7 / 2; 1956-11; 1956 - 11"], "0.3\n3.5\n1956-11\n1945\n"),
      (
        ["-o", "jsonl", "-c", "events | take 1 | select id, place, topics"],
        "{\"id\":\"s01\",\"place\":[\"TLS\"],"
          + "\"topics\":[\"return\",\"transport\",\"post-conflict\"]}\n"
      ),
      (["-o", "csv", "-c", "events | take 1 | select id", "-c", "| count"], "id\ns01\n\nn\n1\n"),
      (["-o", "csv", "-c", "1; 2; events | count; 3"], "1\n2\n\nn\n17\n\n3\n"),
      (["-o", "json", "-c", "1; events | count; \"a\""], "1\n[{\"n\":17}]\n\"a\"\n"),
      (["-c", "let t = events | count", "-c", "t", "-o", "tsv"], "n\n17\n"),
    ])
  func results(arguments: [String], output: String) {
    let result = frise(arguments)
    #expect(result.output == output)
    #expect(result.errors.isEmpty)
    #expect(result.status == 0)
  }

  @Test(
    arguments: [
      ("1; assert 1 = 2; 3", [], 1, "1\n"), ("1; assert 1 = 2; 3", ["--keep-going"], 1, "1\n3\n"),
      ("1; events | wher", [], 2, ""), ("1; events |", [], 2, ""),
      ("1; nothing | count", [], 2, ""),
      ("1; events | take 1 | save \"x.odd\"; 3", [], 1, "1\n"), ("", [], 0, ""),
      ("# only a remark", [], 0, ""), ("1", [], 0, "1\n"),
    ] as [(String, [String], Int32, String)])
  func exitCodes(text: String, options: [String], status: Int32, output: String) {
    let path = folder.write("q.frise", text)
    for result in [
      frise([path] + options), frise(["run", "q.frise"] + options),
      frise(options + ["-"], input: Array(text.utf8)), frise(options, input: Array(text.utf8)),
    ] {
      #expect(result.status == status, "\(result.errors)")
      #expect(result.output == output)
      #expect(result.errors.isEmpty == (status == 0))
    }
  }

  @Test func errorsNameTheirPlace() {
    folder.write("q.frise", "events\n| wher people\n")
    let result = frise(["q.frise"])
    #expect(result.errors.hasPrefix("q.frise:2:3: error[E"))
    #expect(frise(["-c", "events | wher"]).errors.hasPrefix("<query>:1:10: error[E"))
    #expect(frise(["-"], input: Array("wher".utf8)).errors.hasPrefix("<stdin>:1:1: error[E"))
    #expect(frise(["--lang", "fr", "q.frise"]).errors.contains("erreur[E"))
    #expect(frise(["check", "q.frise"]).status == 2)
  }

  @Test func parametersAreGivenOnTheCommandLine() {
    folder.write("q.frise", "#!/usr/bin/env frise\nparam n = 3\nevents | take n | count")
    #expect(frise(["q.frise", "-o", "csv"]).output == "n\n3\n")
    #expect(frise(["q.frise", "n=5", "-o", "csv"]).output == "n\n5\n")
    let wrong = frise(["q.frise", "m=5"])
    #expect(wrong.status == 2)
    #expect(wrong.errors.contains("\"m\""))
  }

  @Test func includesAreRelativeToTheirScript() {
    _ = unsafe mkdir(folder.path + "/d", 0o755)
    folder.write("q.frise", "include \"d/a.frise\"\nn")
    folder.write("d/a.frise", "include \"b.frise\"\n")
    folder.write("d/b.frise", "let n = events | count\n")
    #expect(frise(["q.frise", "-o", "csv"]).output == "n\n17\n")
    folder.write("d/b.frise", "include \"../q.frise\"\n")
    let circle = frise(["q.frise"])
    #expect(circle.status == 2)
    #expect(circle.errors.utf8.count < 400, "\(circle.errors)")
    #expect(frise(["check", "q.frise"]).status == 2)
  }

  @Test func safeModeStaysInItsFolder() {
    let other = TemporaryFolder()
    let outside = other.write("out.frise", "1")
    folder.write("q.frise", "include \"\(outside)\"\n")
    #expect(frise(["q.frise"]).status == 0)
    let refused = frise(["--safe", "q.frise"])
    #expect(refused.status != 0)
    #expect(refused.errors.contains("--safe"))
    #expect(frise(["--safe", outside]).status == 2)
    let save = frise(["--safe", "-c", "events | save \"x.csv\""])
    #expect(save.status == 1)
    #expect(folder.names == ["q.frise"])
  }

  @Test(
    arguments: [
      ("csv", "id,date\n"), ("tsv", "id\tdate\n"), ("json", "["), ("jsonl", "{\"id\":\"s01\""),
      ("md", "| id |"), ("html", "<!DOCTYPE html>"), ("txt", "┌"),
    ])
  func savesByExtension(ending: String, beginning: String) {
    let query = "events | take 2 | select id, date | save \"x.\(ending)\""
    let result = frise(["-o", "csv", "-c", query])
    #expect(result.status == 0)
    #expect(result.output == "id,date\ns01,2000\ns02,2001\n")
    #expect(folder.read("x.\(ending)")?.hasPrefix(beginning) == true)
    let again = frise(["-c", query])
    #expect(again.status == 1)
    #expect(again.errors.contains("--force"))
    #expect(frise(["--force", "-c", query]).status == 0)
    #expect(folder.names == ["x.\(ending)"])
  }

  /// A file holds the rows as they were where `save` stands, and the pipe goes on with them.
  @Test func savesTheRowsOfItsPlace() {
    let query =
      "events | take 2 | select id | save \"rows.csv\" | count | save \"count.csv\" "
      + "| derive m = n + 1"
    let result = frise(["-o", "csv", "-c", query])
    #expect(result.output == "n,m\n2,3\n")
    #expect(folder.read("rows.csv") == "id\ns01\ns02\n")
    #expect(folder.read("count.csv") == "n\n2\n")
    let inside = frise(["-c", "print (events | save \"no.csv\" | count)"])
    #expect(inside.status == 2)
    #expect(inside.errors.contains("E219"))
    #expect(folder.names == ["count.csv", "rows.csv"])
  }

  /// The views of `--output`, for results that ask for none; a hidden column is not drawn.
  @Test func viewsOfTheCommandLine() {
    #expect(frise(["-o", "timeline", "-c", "events"]).output.contains("░ some time within"))
    let bars = frise(["-o", "bars", "-c", "events | take 1"]).output
    #expect(bars.contains("█") && bars.contains(" about 140,000\n"))
    let table = frise(["-o", "bars", "-c", "regions | take 1 | select name"]).output
    #expect(table.contains("│ World"))
  }

  /// After a view svg, html, txt and md hold the picture, the others the rows.
  @Test(arguments: [
    ("svg", "<?xml version=\"1.0\""), ("html", "<!DOCTYPE html>"), ("md", "```text\n"),
    ("txt", "░"), ("csv", "id,date\n"), ("tsv", "id\tdate\n"), ("json", "[{\"id\""),
    ("jsonl", "{\"id\""),
  ])
  func savesTheViewOrTheRows(ending: String, beginning: String) {
    let query = "events | select id, date | timeline | save \"x.\(ending)\" | save \"y.csv\""
    let result = frise(["-c", query])
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let text = folder.read("x.\(ending)") ?? ""
    #expect(text.hasPrefix(beginning))
    let isPicture = ["svg", "html", "md", "txt"].contains(ending)
    #expect(text.contains("some time within") == isPicture)
    if ending == "txt" { #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 }) }
    #expect(folder.read("y.csv")?.hasPrefix("id,date\n") == true)
    #expect(result.output.contains("░ some time within"))
  }

  @Test(arguments: [
    ("x.odd", "csv, html"), ("x.svg", "Say how before save"), ("x", "has none"),
    ("none/x.csv", "no such file or folder"), ("/dev/full.csv/x.csv", "cannot be written"),
  ])
  func savesThatCannotBe(path: String, message: String) {
    let result = frise(["-c", "events | save \"\(path)\""])
    #expect(result.status == 1)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(folder.names.isEmpty)
  }

  @Test func aSwitchOfFormatLeavesNoColourInPipes() {
    let result = frise(["-c", "events"], changes: ["TERM": "xterm"])
    #expect(!result.output.contains("\u{1B}"))
    #expect(frise(["--color", "always", "-c", "wher"]).errors.contains("\u{1B}["))
    #expect(frise(["--ascii", "-c", "events | count"]).output.utf8.allSatisfy { $0 < 0x80 })
    #expect(
      frise(["-c", "events | count"], changes: ["LANG": "C"]).output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func interruptsEndABatch() throws {
    let fifo = folder.path + "/fifo"
    #expect(unsafe mkfifo(fifo, 0o600) == 0)
    let result = frise([fifo], interruptAfterMilliseconds: 300)
    #expect(result.status == 130)
    #expect(!result.isTimedOut)
    #expect(result.errors.isEmpty)
  }
}
