import FriseBase
import FriseTestSupport
import Testing

/// What a person reads when names, types or a run go wrong: a golden file a case, in both tongues.
@Suite("Errors as they are shown")
struct ErrorGoldenTests {
  private static let cases = GoldenFile.cases(in: "Tests/Goldens/errors")

  @Test(arguments: cases)
  func showsTheError(path: String) throws {
    var golden = GoldenFile(path: path)
    let source = try #require(golden["SOURCE"])
    for tongue in Tongue.allCases {
      var runner = QueryRunner(tongue)
      runner.files["other.frise"] = golden["INCLUDED"]
      runner.arguments = (golden["ARGUMENTS"] ?? "").split(separator: "\n").map { pair in
        let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
        return (parts[0], parts.last ?? "")
      }
      let answer = runner.run(source)
      let title = tongue == .english ? "ENGLISH" : "FRENCH"
      let problem = golden.compare(title, with: answer.diagnostics)
      #expect(problem == nil)
      // The file is named after the one code it shows.
      let code = path.split(separator: "/").last.map { String($0.prefix(4)) } ?? ""
      #expect(Set(answer.codes) == [code])
    }
    golden.save()
  }

  @Test func everyCodeHasItsCase() {
    let shown = Set(Self.cases.compactMap { $0.split(separator: "/").last.map { $0.prefix(4) } })
    let codes = Repository.files(below: "Sources/FriseLanguage", suffix: ".swift")
      .compactMap(Repository.text)
      .flatMap { text in text.split(separator: "\"").filter { Self.isCode($0) } }
    let missing = Set(codes).subtracting(shown).subtracting(Self.elsewhere)
    #expect(missing.isEmpty, "no case for \(missing.sorted())")
  }

  /// Codes that need a file, an interrupt, millions of rows or a table of their own.
  private static let elsewhere: Set<Substring> = [
    "E208", "E238", "E239", "E401", "E307", "E309", "E306", "E304",
  ]

  /// True for a code of names, types or running, or a warning: reading has tests of its own.
  private static func isCode(_ text: Substring) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 4 && bytes[1] != 0x31 && (bytes[0] == 0x45 || bytes[0] == 0x57)
      && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
  }
}
