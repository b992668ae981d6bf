import FriseBase
import FriseShell
import Testing

/// The command line: what each form asks for, and what each mistake is told.
struct ArgumentReaderTests {
  private func read(_ words: [String]) -> ArgumentReader {
    ArgumentReader(words.map { Array($0.utf8) })
  }

  @Test(arguments: [
    ([], Arguments.Action.session),
    (["q.frise"], .script(path: "q.frise")),
    (["run", "q.frise"], .script(path: "q.frise")),
    (["-"], .standardInput),
    (["-c", "events"], .queries([Array("events".utf8)])),
    (["-cevents", "-c", "run"], .queries([Array("events".utf8), Array("run".utf8)])),
    (["check", "a", "b"], .check(["a", "b"])),
    (["format", "a"], .format(["a"], .print)),
    (["format", "--check", "a"], .format(["a"], .check)),
    (["format", "a", "--write"], .format(["a"], .write)),
    (["lesson", "list"], .lesson(["list"])),
    (["leçon", "list"], .lesson(["list"])), (["VERIFIER", "a"], .check(["a"])),
    (["help"], .help(topic: "")), (["aide", "charger"], .help(topic: "charger")),
    (["help", "exit", "codes"], .help(topic: "exit codes")),
    (["--version", "q.frise"], .version),
    (["-h"], .usage),
    (["--", "--odd"], .script(path: "--odd")),
  ])
  func actions(words: [String], action: Arguments.Action) {
    let reader = read(words)
    #expect(reader.faults.isEmpty)
    #expect(reader.arguments.action == action)
  }

  @Test func optionsStandAnywhere() {
    let reader = read([
      "--lang", "fr", "q.frise", "-o", "csv", "country=Chile", "--width=72", "--color", "never",
      "--keep-going", "--no-init", "--safe", "--envelope", "--ascii", "--csv-guard", "--force",
      "name=a=b",
    ])
    let arguments = reader.arguments
    #expect(reader.faults.isEmpty)
    #expect(arguments.tongue == .french)
    #expect(arguments.output == "csv")
    #expect(arguments.widthColumns == 72)
    #expect(arguments.colour == .never)
    #expect(arguments.keepsGoing && arguments.skipsInit && arguments.isSafe)
    #expect(arguments.hasEnvelope && arguments.isASCII && arguments.guardsCSV)
    #expect(arguments.replacesFiles)
    #expect(arguments.parameters.map(\.name) == ["country", "name"])
    #expect(arguments.parameters.map(\.value) == ["Chile", "a=b"])
  }

  @Test(arguments: [
    (["--outptu", "csv"], "unknown option --outptu. Did you mean --output?"),
    (["--zzz=1"], "unknown option --zzz."),
    (["-x"], "unknown option -x."),
    (["-é"], "unknown option -é."),
    (["--lang"], "--lang needs a value: --lang fr|en"),
    (["-c"], "-c needs a value: -c QUERY"),
    (["--safe=1"], "--safe takes no value"),
    (["--lang", "de"], "--lang does not know \"de\"; it knows fr, en."),
    (["--width", "0"], "--width takes a number of columns from 1, not \"0\""),
    (["--width", "99999999999999999999"], "--width takes a number of columns from 1, not "),
    (["-c", "x", "file"], "\"file\" is not a parameter: NAME=VALUE is expected here"),
    (["q.frise", "=x"], "\"=x\" is not a parameter"),
    (
      ["chekc", "q.frise"],
      "\"q.frise\" is not a parameter: NAME=VALUE is expected here. Did you mean frise check?"
    ),
    (["check"], "frise check needs the name of a script"),
    (["run"], "frise run needs the name of a script"),
    (["--write", "q.frise"], "--write goes with frise format"),
    (["format", "--check", "--write", "q"], "--check changes nothing and --write does"),
  ])
  func mistakes(words: [String], beginning: String) {
    let faults = read(words).faults
    #expect(faults.count == 1)
    #expect(faults.first?.english.hasPrefix(beginning) == true, "\(faults)")
    #expect(faults.first?.french.isEmpty == false)
  }

  @Test func everyMistakeIsTold() {
    #expect(read(["--foo", "--bar", "--width", "x"]).faults.count == 3)
  }

  @Test func queriesKeepTheirBytes() {
    let bytes: [UInt8] = [0x61, 0xFF, 0x62]
    let reader = ArgumentReader([Array("-c".utf8), bytes])
    #expect(reader.arguments.action == .queries([bytes]))
  }
}
