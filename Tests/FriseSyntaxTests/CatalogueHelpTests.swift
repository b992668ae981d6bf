import FriseBase
import Testing

@testable import FriseSyntax

@Suite("Help")
struct CatalogueHelpTests {
  @Test(
    arguments: [
      (".aide", Command.help), ("help", .help), (".éditer", .edit), (".EDITER", .edit),
      (".exécuter", .run), (".regler", .set), (".tables", .tables), (".leçon", .lesson),
      (".lesson", .lesson), ("where", nil), (".", nil),
    ] as [(String, Command?)])
  func findsCommands(text: String, command: Command?) {
    #expect(CommandEntry.named(text)?.command == command)
  }

  @Test func registersEveryCommandOnceWithFormsOfItsOwn() {
    #expect(Set(CommandEntry.all.map(\.command)).count == Command.allCases.count)
    #expect(CommandEntry.all.count == Command.allCases.count)
    var owners: [String: Set<Command>] = [:]
    for entry in CommandEntry.all {
      for tongue in Tongue.allCases {
        owners[TextFold.fold(entry.forms[tongue]), default: []].insert(entry.command)
        #expect(entry.usage[tongue].hasPrefix("." + entry.forms[tongue]))
        #expect(entry.summary[tongue].count <= 72)
      }
    }
    #expect(owners.allSatisfy { $0.value.count == 1 })
  }

  @Test func namesTheNearestCommand() {
    #expect(CommandEntry.nearest(to: ".hlep", tongue: .english) == [".help"])
    #expect(CommandEntry.nearest(to: ".aider", tongue: .english) == [".aide"])
    #expect(CommandEntry.nearest(to: ".zzzzzz", tongue: .english).isEmpty)
  }

  @Test(arguments: Tongue.allCases)
  func fitsEveryPageInItsWidth(tongue: Tongue) {
    var names = Catalogue.entries.map { $0.forms[tongue] }
    names += HelpTopic.all.map { $0.name[tongue] }
    names += CommandEntry.all.map { "." + $0.forms[tongue] }
    names += ErrorPage.all.map(\.code)
    for name in names {
      let page = HelpText.page(for: name, tongue: tongue)
      #expect(page != nil, "no page for \(name)")
      for line in page ?? [] where !line.hasPrefix("  frise> ") {
        #expect(line.count <= 76, "\(line)")
      }
    }
    for line in HelpText.overview(tongue: tongue) { #expect(line.count <= 76, "\(line)") }
  }

  @Test(arguments: [
    ("where", "where TEST"), ("où", "where TEST"), ("annee", "N years"),
    ("KEYS", "Keys of the prompt"),
    ("touches", "Keys of the prompt"), (".last", ".last [as FORMAT]"), ("e201", "E201"),
  ])
  func findsPages(name: String, firstLine: String) {
    #expect(HelpText.page(for: name, tongue: .english)?.first?.hasPrefix(firstLine) == true)
  }

  @Test func showsExamplesInTheTongueOfThePage() {
    let page = HelpText.page(for: "compter", tongue: .french) { _ in
      CatalogueExample("événements | compter", prints: "n\n17")
    }
    #expect(page?.contains("  frise> événements | compter") == true)
    #expect(page?.contains("  En anglais\u{202F}: count") == true)
  }

  @Test func offersTheNearestNames() {
    #expect(HelpText.page(for: "wher", tongue: .english) == nil)
    #expect(HelpText.nearest(to: "wher", tongue: .english).first == "where")
    #expect(HelpText.unknown("wher", tongue: .french).count == 2)
    #expect(HelpText.unknown("wher", tongue: .english)[1] == "Near: where.")
  }

  @Test(arguments: Tongue.allCases)
  func tellsEveryOptionOnTheCommandLineAndInTheManual(tongue: Tongue) {
    let help = HelpText.commandLine(tongue: tongue).joined(separator: "\n")
    let manual = ManualPage.roff(tongue: tongue)
    for entry in OptionEntry.all {
      #expect(help.contains(entry.usage(tongue)))
      #expect(manual.contains(ManualPage.escaped(entry.usage(tongue))))
    }
  }

  @Test func hidesTextFromRoff() {
    #expect(ManualPage.escaped(".last") == "\\&.last")
    #expect(ManualPage.escaped("a-b\\c") == "a\\-b\\ec")
    #expect(ManualPage.escaped("'x'") == "\\&'x'")
    for line in ManualPage.roff(tongue: .french).split(separator: "\n") where line.hasPrefix(".") {
      #expect(line.wholeMatchesMacro, "\(line)")
    }
  }
}

extension Substring {
  /// True for a line that calls a macro of the `man` set.
  fileprivate var wholeMatchesMacro: Bool {
    let macro = split(separator: " ").first ?? ""
    return [".TH", ".SH", ".TP", ".B", ".br", ".nf", ".fi"].contains(macro)
  }
}
