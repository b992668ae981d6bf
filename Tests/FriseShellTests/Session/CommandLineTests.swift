import FriseTestSupport
import Testing

/// The built program from outside: streams and exit codes.
struct CommandLineTests {
  private let folder = TemporaryFolder()

  private func frise(
    _ arguments: [String], input: [UInt8]? = [], changes: [String: String] = [:],
    closesOutput: Bool = false
  ) -> ChildResult {
    var environment = ChildProcess.plainEnvironment
    environment["HOME"] = folder.path
    environment.merge(changes) { $1 }
    return ChildProcess.run(
      ChildProcess.built("frise"), arguments, input: input, environment: environment,
      folder: folder.path, closesOutput: closesOutput)
  }

  /// Examples of help are in the tongue of the page, and so is what they print.
  @Test func examplesOfHelpAreInTheTongueOfThePage() {
    let page = frise(["--lang", "fr", "help", "étaler"]).output
    #expect(page.contains("  frise> événements | où id = \"s17\" | étaler an | choisir id, an\n"))
    #expect(page.contains("\n  id,an\n  s17,2020\n"))
    #expect(frise(["--lang", "en", "help", "étaler"]).output.contains("  frise> events | "))
  }

  @Test(arguments: [
    (["--version"], "frise "), (["--help"], "Usage:"), (["help"], "A query is a table"),
    (["help", "exit"], "Exit codes"), (["help", "manual"], ".TH FRISE 1\n"),
    (["--lang", "fr", "--help"], "Usage\u{202F}:"),
  ])
  func answers(arguments: [String], beginning: String) {
    let result = frise(arguments)
    #expect(result.status == 0)
    #expect(result.output.hasPrefix(beginning))
    #expect(result.errors.isEmpty)
  }

  @Test(arguments: [
    (["--outptu", "csv"], "Did you mean --output?"), (["lesson", "paly"], "Did you mean play?"),
    (["help", "wher"], "where"), (["none.frise"], "none.frise: no such file or folder"),
    (["chek"], "Did you mean frise check?"), (["/tmp"], "/tmp: this is a folder, not a file"),
    (["check", "none.frise"], "none.frise: no such file"),
    (["format", "none.frise"], "none.frise: no such file"),
    (["--lang", "fr", "rien.frise"], "fichier ou dossier introuvable"),
  ])
  func refusals(arguments: [String], message: String) {
    let result = frise(arguments)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(message), "\(result.errors)")
  }

  @Test func nowIsFixedByTheEnvironment() {
    let fixed = frise(
      ["-c", "print now, length(2020-01-01/..)"], changes: ["FRISE_NOW": "2020-01-31"])
    #expect(fixed.output == "2020-01-31 1 month\n")
    let refused = frise(["-c", "1"], changes: ["FRISE_NOW": "soon"])
    #expect(refused.status == 2)
    #expect(refused.errors.contains("FRISE_NOW is no day: soon."))
    #expect(refused.output.isEmpty)
  }

  @Test(
    arguments: [
      ([0x61, 0x0A, 0x00, 0x62], "a NUL byte at byte offset 2"),
      ([0x23, 0xC3, 0x28], "a byte that is not UTF-8 at byte offset 1"),
    ] as [([UInt8], String)])
  func badBytesAreRefused(bytes: [UInt8], message: String) {
    let path = folder.write("q.frise", bytes)
    for result in [frise([path]), frise([], input: bytes), frise(["check", path])] {
      #expect(result.status == 2)
      #expect(result.errors.contains(message), "\(result.errors)")
    }
  }

  @Test func aPipeGetsNoPromptAndLeavesNoHistory() {
    let result = frise([], input: Array("# nothing\n".utf8))
    #expect(result.status == 0)
    #expect(result.output.isEmpty && result.errors.isEmpty)
    #expect(folder.names.isEmpty)
  }

  @Test func closedStreamsAreErrorsNotCrashes() {
    let result = frise(["--version"], closesOutput: true)
    #expect(result.status == 1)
    #expect(result.errors.contains("the stream is closed"))
    #expect(frise([], input: nil).status == 2)
  }
}
