import FriseTestSupport
import Testing

/// The rules of the house that a machine can check.
@Suite struct TidyTests {
  // MARK: Imports

  /// Modules of the toolchain, and the targets that may import them; all targets where empty.
  private static let toolchainModules: [String: Set<String>] = [
    "Synchronization": [],
    // The base and the model start threads; the store and the shell speak to the system.
    "Glibc": [
      "FriseBase", "FriseModel", "FriseStore", "FriseShell", "frise", "FriseTestSupport",
      "FriseBench", "FrisePromptBench",
    ],
  ]

  @Test func importsPointDown() {
    #expect(PackageManifest.dependencies["FriseBase"] == ["CUTF8Proc"])
    for source in SwiftSource.all {
      let isTest = source.path.hasPrefix("Tests/")
      let declared = PackageManifest.dependencies[source.target] ?? []
      for (module, lineNumber) in source.imports {
        let importers = TidyTests.toolchainModules[module]
        let isAllowed =
          declared.contains(module) || isTest && ["Testing", "Glibc"].contains(module)
          || importers.map { $0.isEmpty || $0.contains(source.target) } == true
        #expect(isAllowed, "\(source.path):\(lineNumber): \(source.target) imports \(module)")
      }
    }
  }

  // MARK: Size

  @Test func filesAndFunctionsAreShort() {
    for source in SwiftSource.all {
      #expect(source.lines.count <= 700, "\(source.path): \(source.lines.count) lines")
      for (lineNumber, lineCount) in source.functions {
        #expect(lineCount <= 70, "\(source.path):\(lineNumber): \(lineCount) lines")
      }
    }
  }

  @Test func linesAreShort() {
    for source in SwiftSource.all {
      for (index, line) in source.lines.enumerated() where line.utf8.count > 100 {
        #expect(line.count <= 100, "\(source.path):\(index + 1): \(line.count) columns")
      }
    }
  }

  @Test func theLayerOverLibeditIsThin() throws {
    let layer = ["EditShim.c", "include/EditShim.h"].map { "Sources/CEditShim/" + $0 }
    let found = ["c", "h"].flatMap {
      Repository.files(below: "Sources/CEditShim", suffix: "." + $0)
    }
    #expect(Set(found) == Set(layer))
    let lines = try layer.map { path in
      try #require(Repository.text(of: path)).utf8.count { $0 == 0x0A }
    }
    #expect(lines.reduce(0, +) < 500, "\(lines)")
    for suffix in [".c", ".h"] {
      for path in Repository.files(below: "Sources", suffix: suffix) where !layer.contains(path) {
        #expect(Repository.text(of: path)?.contains("histedit.h") == false, "\(path)")
      }
    }
  }

  // MARK: French

  @Test func frenchTextsAreSetAsFrench() throws {
    for source in SwiftSource.all where source.path.hasPrefix("Sources/") {
      let text = try #require(Repository.text(of: source.path))
      for french in FrenchText.all(in: text) {
        #expect(french.fault == nil, "\(source.path):\(french.lineNumber): \(french.text)")
      }
    }
    func faults(_ source: String) -> Int {
      FrenchText.all(in: source).count { $0.fault != nil }
    }
    let right = #"Localized(en: "it's : no", fr: "c’est\u{202F}: \(x ?? "a : b"), l’\(y) a ?? b")"#
    #expect(faults(right) == 0)
    for wrong in ["l'an", "l'\\(x)", "oui : non", "\\(x) : non", "« oui", "a ;", "quoi ?"] {
      #expect(faults("Localized(en: \"\", fr: \"\(wrong)\")") == 1, "\(wrong)")
    }
  }

  // MARK: What no source may hold

  @Test(arguments: ["print(", "debugPrint(", "fatalError", "try!", "preconditionFailure"])
  func noSourceHolds(word: String) {
    for source in SwiftSource.all where source.path.hasPrefix("Sources/") {
      // A file may call a function of its own by that name.
      let hits = source.code.indices.filter { TidyTests.holds(source.code[$0], word) }
      if hits.isEmpty || source.code.contains(where: { $0.contains("func " + word) }) { continue }
      for index in hits {
        Issue.record("\(source.path):\(index + 1): \(word)")
      }
    }
  }

  /// True when `word` stands in a line on its own: not as the end of a name, a member or a
  /// declaration.
  private static func holds(_ line: String, _ word: String) -> Bool {
    // Lines are looked through as bytes: tests are built without optimisation.
    let (bytes, word) = (Array(line.utf8), Array(word.utf8))
    guard bytes.count >= word.count else { return false }
    return (0...(bytes.count - word.count)).contains { start in
      guard bytes[start] == word[0], bytes[start...].starts(with: word) else { return false }
      let before = bytes[..<start]
      guard let last = before.last else { return true }
      let isName = last == 0x2E || last == 0x5F || (0x61...0x7A).contains(last | 0x20)
      let isDeclared = ["func ", "case "].contains {
        before.reversed().starts(with: $0.utf8.reversed())
      }
      return !isName && !isDeclared
    }
  }

  @Test func noFileNamesAPlaceOfOneMachine() {
    let places = ["/wor" + "k/", "/tm" + "p/wt", "/hom" + "e/", "/User" + "s/", "/roo" + "t/"]
    let paths =
      ["Package.swift", "README.md"]
      + ["Sources", "Tests", "Docs", "Scripts"].flatMap { Repository.files(below: $0) }
    for path in paths {
      guard let text = Repository.text(of: path) else { continue }
      for place in places where text.contains(place) {
        Issue.record("\(path): names \(place)")
      }
    }
  }

  // MARK: Pages

  /// The paths of this repository that a page names, up to a star or an ellipsis.
  private static func paths(in page: String) -> [String] {
    let rooms = ["Sources/", "Tests/", "Docs/", "Scripts/", ".ci/"]
    let words = page.split { " \n`()[]<>,;:\"".contains($0) }
    return words.compactMap { word in
      guard rooms.contains(where: word.hasPrefix) else { return nil }
      var parts = word.split(separator: "/").prefix { !$0.contains("*") && !$0.contains("…") }
      if let last = parts.last, last.hasSuffix(".") { parts[parts.count - 1] = last.dropLast() }
      return parts.joined(separator: "/")
    }
  }

  @Test func everyPathAPageNamesExists() {
    let pages = Repository.files(below: "Docs", suffix: ".md") + ["README.md"]
    for page in pages {
      guard let text = Repository.text(of: page) else { continue }
      for path in TidyTests.paths(in: text) {
        #expect(Repository.exists(path), "\(page): there is no \(path)")
      }
    }
  }

  // MARK: The rules themselves

  @Test func theRulesSeeFaults() {
    let source = SwiftSource(
      path: "Sources/X/Y.swift",
      text: """
        package import Foundation
        // import Glibc
        let text = "import Testing print(1) // no"
          func long(
            a: Int
          ) -> Int {
            print(a)
            return a
          }
          func short() {}

        """)
    #expect(source.target == "X")
    #expect(source.imports.map(\.module) == ["Foundation"])
    #expect(source.functions.map(\.lineCount) == [6])
    #expect(source.code.count { TidyTests.holds($0, "print(") } == 1)
    #expect(!TidyTests.holds("    func print(x)", "print("))
    #expect(!TidyTests.holds("    markup.print(x)", "print("))
    let named = TidyTests.paths(in: "see `Sources/A/*.swift` and Scripts/run.")
    #expect(named == ["Sources/A", "Scripts/run"])
  }
}
