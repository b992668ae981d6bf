import FriseBase
import FriseSyntax
import Testing

@Suite("The table of words")
struct CatalogueTests {
  private static let everyRole: [WordRoles] = [
    .statement, .verb, .aggregate, .infix, .relation, .unit, .function, .rowValue, .literal,
  ]

  @Test func registersEveryWordOnce() {
    let registered = Catalogue.entries.map(\.word)
    #expect(registered.count == Word.allCases.count)
    #expect(Set(registered) == Set(Word.allCases))
  }

  @Test(arguments: Self.everyRole)
  func givesOneMeaningToAFormInARole(role: WordRoles) {
    var meanings: [String: Set<Word>] = [:]
    for entry in Catalogue.entries(as: role) {
      for form in [entry.forms.english, entry.forms.french] + entry.otherForms {
        meanings[TextFold.fold(form), default: []].insert(entry.word)
      }
    }
    let shared = meanings.filter { $0.value.count > 1 }
    #expect(shared.allSatisfy { $0.key == "de" && $0.value == [.of, .to] }, "\(shared)")
  }

  @Test(arguments: Catalogue.entries)
  func isCompleteInBothTongues(entry: WordEntry) {
    for tongue in Tongue.allCases {
      #expect(!entry.forms[tongue].isEmpty)
      #expect(!entry.usage[tongue].isEmpty)
      #expect(!entry.summary[tongue].isEmpty)
      #expect(entry.summary[tongue].count <= 72)
      #expect(entry.summary[tongue].last == ".")
    }
    #expect(!entry.roles.isEmpty)
  }

  /// Words whose result depends on files, or on how a plan is worded.
  private static let withoutExample: Set<Word> = [.describe, .save]

  @Test(arguments: Catalogue.entries(as: [.verb, .function, .rowValue, .unit]))
  func showsAnExampleOfEveryVerbAndFunction(entry: WordEntry) {
    #expect(entry.examples.isEmpty == Self.withoutExample.contains(entry.word))
  }

  @Test(
    arguments: [
      ("where", WordRoles.verb, Word.whereVerb), ("où", .verb, .whereVerb),
      ("ou", .verb, .whereVerb),
      ("ou", .infix, .or), ("OR", .infix, .or), ("année", .function, .year),
      ("annees", .function, .years), ("année", .unit, .yearUnit), ("ans", .unit, .yearUnit),
      ("years", .unit, .yearUnit), ("years", .function, .years), ("jours", .unit, .dayUnit),
      ("centuries", .unit, .centuryUnit), ("années", .literal, .decadeYears),
      ("a", .infix, .within),
      ("ancêtre_commun", .function, .lca), ("parent", .verb, .parent),
      ("parent", .rowValue, .parent),
      ("compter", .aggregate, .count), ("compter", .function, .count), ("racine", .rowValue, .root),
      ("racines", .verb, .roots), ("resumer", .verb, .summarise), ("ça", .literal, .it),
      ("pendant", .relation, .during), ("éditer", .verb, nil), ("where", .infix, nil),
    ] as [(String, WordRoles, Word?)])
  func findsWords(text: String, role: WordRoles, word: Word?) {
    #expect(Catalogue.word(text, as: role) == word)
  }

  @Test func writesTheCanonicalForm() {
    #expect(Catalogue.form(.whereVerb, .french) == "où")
    #expect(Catalogue.form(.yearUnit, .french) == "an")
    #expect(Catalogue.form(.within, .english) == "within")
  }

  @Test func listsFamiliesWithoutDoubles() {
    let inFamilies = Catalogue.families.flatMap(\.entries).map(\.word)
    #expect(inFamilies == Catalogue.entries.map(\.word))
    #expect(Catalogue.families.allSatisfy { !$0.entries.isEmpty })
  }
}

@Suite("The options of the command line")
struct OptionsTests {
  @Test func registersEveryOptionOnce() {
    let registered = OptionEntry.all.map(\.option)
    #expect(registered.count == CommandLineOption.allCases.count)
    #expect(Set(registered) == Set(CommandLineOption.allCases))
    #expect(
      Set(OptionEntry.all.compactMap(\.long)).count == OptionEntry.all.compactMap(\.long).count)
    #expect(Set(OptionEntry.all.compactMap(\.short)) == ["c", "o", "h"])
    #expect(Set(SubcommandEntry.all.compactMap(\.subcommand)) == Set(Subcommand.allCases))
  }

  @Test(arguments: OptionEntry.all)
  func hasASummaryInBothTongues(entry: OptionEntry) {
    #expect(entry.long != nil || entry.short != nil)
    for tongue in Tongue.allCases {
      #expect(!entry.summary[tongue].isEmpty)
      #expect(entry.summary[tongue].count <= 72)
    }
  }

  @Test func showsHowAnOptionIsWritten() {
    #expect(OptionEntry.entry(.lang)?.usage(.english) == "--lang fr|en")
    #expect(OptionEntry.entry(.output)?.usage(.french) == "-o, --output FORMAT")
    #expect(OptionEntry.entry(.query)?.usage(.french) == "-c REQUÊTE")
  }
}
