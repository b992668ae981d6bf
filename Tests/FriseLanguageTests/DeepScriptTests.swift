import FriseBase
import FriseSyntax
import Testing

/// No form of script is too deep for the stack: it is answered, or it is an error.
@Suite("Deep scripts")
struct DeepScriptTests {
  private func run(_ query: String) -> QueryRunner.Answer { QueryRunner().run(query) }

  @Test(arguments: ["+", "-", "*", "mod"])
  func theLongestChainOfOperators(sign: String) {
    let count = Parser.maximumOperators
    let chain = (0...count).map { _ in "1" }.joined(separator: " \(sign) ")
    let answers = ["+": "\(count + 1)", "-": "\(1 - count)", "*": "1", "mod": "0"]
    #expect(run(chain).output == answers[sign])
    #expect(run(chain + " \(sign) 1").codes == ["E116"])
  }

  @Test(arguments: ["and", "or"])
  func theLongestChainOfTests(word: String) {
    let tests = (0...Parser.maximumOperators / 2).map { _ in "people > 1000" }
      .joined(separator: " \(word) ")
    #expect(run("events | where \(tests) | count").output == "n\n7")
    #expect(run("events | where not (\(tests)) | count").output == "n\n0")
  }

  @Test(arguments: [
    ("(", "1", ")", 199, "1"), ("[", "1", "]", 199, "1"),
    ("if true then 1 else ", "2", "", 199, "1"),
    ("not ", "true", "", 199, "no"), ("abs(", "-1", ")", 199, "1"),
    ("(events | take (", "1", "))", 60, nil), ("count(events | take ", "1", ")", 90, "1"),
    ("possibly certainly ", "true", "", 90, "yes"),
  ])
  func theDeepestNesting(
    open: String, inner: String, close: String, depth: Int, output: String?
  ) {
    func nested(_ depth: Int) -> String {
      String(repeating: open, count: depth) + inner + String(repeating: close, count: depth)
    }
    let answer = run(nested(depth))
    if let output { #expect(answer.output == output, "\(answer.diagnostics)") }
    #expect(!run(nested(5000)).codes.isEmpty)
  }

  @Test func longPipes() {
    let stages = String(repeating: " | where people > 1000", count: 3000)
    #expect(run("events\(stages) | count").output == "n\n7")
    let lines = String(repeating: "\n| skip 0", count: 3000)
    #expect(run("events\(lines) | count").output == "n\n17")
    let derived = (0..<300).map { " | derive v\($0) = \($0 == 0 ? "1" : "v\($0 - 1) + 1")" }
    #expect(run("events\(derived.joined()) | select v299 | take 1").output == "v299\n300")
  }

  /// Definitions one upon another: as far as the limit, then an error. `@` is the number of the
  /// definition, `<` that of the one before.
  @Test(arguments: [
    ("let a0 = 1", "let a@ = a< + 1", "a@"),
    ("let a0 = events", "let a@ = a< | skip 0", "a@"),
    ("let a0 = events", "let a@ = (a< | union a<) | distinct", "a@"),
    ("let a0(x) = x", "let a@(x) = a<(x) + 1", "a@(1)"),
    ("let a0(x) = x", "let a@(x) = a<(x + 1)", "a@(1)"),
    ("let a0(r) = r | skip 0", "let a@(r) = r | a<()", "events | a@()"),
  ])
  func chainsOfDefinitions(first: String, next: String, use: String) {
    func numbered(_ template: String, _ number: Int) -> String {
      String(
        template.flatMap { character -> String in
          switch character {
          case "@": "\(number)"
          case "<": "\(number - 1)"
          default: String(character)
          }
        })
    }
    for (count, isFine) in [(100, true), (3000, false)] {
      let lines = [first] + (1...count).map { numbered(next, $0) } + [numbered(use, count)]
      let answer = run(lines.joined(separator: "\n"))
      #expect(answer.codes.contains("E237") != isFine, "\(next) \(count) \(answer.diagnostics)")
      #expect(answer.outputs.isEmpty != isFine, "\(next) \(count)")
    }
  }

  @Test func chainsOfIncludes() {
    func runner(_ count: Int) -> QueryRunner {
      var runner = QueryRunner()
      for index in 0..<count { runner.files["f\(index)"] = "include \"f\(index + 1)\"" }
      runner.files["f\(count)"] = "let answer = 42"
      return runner
    }
    #expect(runner(150).run("include \"f0\"\nanswer").output == "42")
    #expect(runner(2000).run("include \"f0\"\nanswer").codes.first == "E235")
  }

  /// Printing and translating go as deep as reading.
  @Test func printingOfDeepScripts() {
    let scripts = [
      (0...Parser.maximumOperators).map { _ in "1" }.joined(separator: " + "),
      String(repeating: "(", count: 190) + "1 + 1" + String(repeating: ")", count: 190),
    ]
    for script in scripts {
      let source = SourceText(name: "q.frise", text: script)
      let printed = Printer.print(
        Parser.parse(source).script, source: source, tongue: .french, replacements: [:])
      #expect(!Parser.parse(SourceText(name: "q.frise", text: printed)).hasErrors)
    }
  }
}
