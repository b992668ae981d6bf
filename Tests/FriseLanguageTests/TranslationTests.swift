import FriseBase
import FriseLanguage
import FriseSyntax
import FriseTestSupport
import Testing

/// French and English are two printings of one tree: what a text means does not change when it is
/// translated.
@Suite("Translation")
struct TranslationTests {
  /// Every example of the help and every saved query.
  private static let scripts: [String] = {
    let examples = Catalogue.entries.flatMap { $0.examples.map(\.query) }
    let saved = Repository.files(below: "Scripts/queries", suffix: ".frise")
    return examples + saved.compactMap(Repository.text)
  }()

  /// The canonical form of a text in a tongue, its names and values translated.
  private static func printed(_ text: String, _ tongue: Tongue) -> String {
    let source = SourceText(name: "q.frise", text: text)
    let parsed = Parser.parse(source)
    let translations = QueryRunner(tongue).engine.prepare(source).translations
    let replacements = Dictionary(
      translations.map { ($0.span, $0.forms[tongue]) }, uniquingKeysWith: { first, _ in first })
    return Printer.print(
      parsed.script, source: source, tongue: tongue, replacements: replacements)
  }

  /// The same without accents, but for texts and `ça`.
  private static func withoutAccents(_ text: String) -> String {
    var result = ""
    var closing: Character?
    for character in text {
      if let end = closing {
        result.append(character)
        if character == end { closing = nil }
        continue
      }
      if character == "\"" { closing = "\"" }
      if character == "«" { closing = "»" }
      if character == "#" { closing = "\n" }
      let isPlain = closing != nil || character == "ç" || !character.isLetter
      result += isPlain ? String(character) : unaccented(character)
    }
    return result
  }

  private static func unaccented(_ character: Character) -> String {
    let marks = ["éèêë": "e", "àâä": "a", "îï": "i", "ôö": "o", "ùûü": "u"]
    for (accented, plain) in marks where accented.contains(character) { return plain }
    return String(character)
  }

  /// Rows without their headers, which are in the session's tongue or as typed; values as they are.
  private static func rows(_ text: String, _ tongue: Tongue) -> [[Substring]] {
    let answer = QueryRunner(tongue).run(text)
    #expect(answer.codes.filter { $0.hasPrefix("E") } == [], "\(text)\n\(answer.diagnostics)")
    return answer.outputs.map { output in
      let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count > 1 ? Array(lines.dropFirst()) : lines
    }
  }

  @Test(arguments: scripts)
  func meansTheSameInBothTongues(script: String) {
    guard !script.contains("explain"), !script.contains("expliquer") else { return }
    let french = Self.printed(script, .french)
    let english = Self.printed(script, .english)
    for tongue in Tongue.allCases {
      let rows = Self.rows(script, tongue)
      #expect(Self.rows(french, tongue) == rows, "\(french)")
      #expect(Self.rows(english, tongue) == rows, "\(english)")
      #expect(Self.rows(Self.withoutAccents(french), tongue) == rows, "\(french)")
    }
  }

  @Test(arguments: scripts)
  func printsBackWhatItReads(script: String) {
    for tongue in Tongue.allCases {
      let once = Self.printed(script, tongue)
      #expect(Self.printed(once, tongue) == once, "idempotent")
      let there = Self.printed(once, tongue.other)
      #expect(Self.printed(there, tongue) == once, "there and back: \(there)")
      // Names of the user's own stay as typed: without their accents here.
      let plain = Self.withoutAccents(once)
      #expect(Self.withoutAccents(Self.printed(plain, tongue)) == plain, "without accents")
    }
  }

  private static let pairs: [(english: String, french: String)] = [
    (
      "events | where place under \"Africa\" and people > 100_000 | sort people desc\n",
      "événements | où lieu sous \"Afrique\" et personnes > 100_000 | trier personnes décroissant\n"
    ),
    (
      "# how many\nevents | count each decade  # by decade\n",
      "# how many\névénements | compter chaque décennie  # by decade\n"
    ),
    (
      "let big = events | where people > 200k\nbig | count by year(date)\n",
      "soit big = événements | où personnes > 200k\nbig | compter par année(date)\n"
    ),
    (
      "regions | where name in [\"Hungary\", \"Chile\"] | select id, name\n",
      "régions | où nom dans [\"Hongrie\", \"Chili\"] | choisir id, nom\n"
    ),
    (
      "events | where place = \"Hungary\" or title contains \"Hungary\"\n",
      "événements | où lieu = \"Hongrie\" ou titre contient \"Hungary\"\n"
    ),
    (
      "events | derive total = people + 1 | select total\n",
      "événements | calculer total = personnes + 1 | choisir total\n"
    ),
    (
      "acts | join events on event = events.id | select events.title\n",
      "actes | joindre événements selon événement = événements.id | choisir événements.titre\n"
    ),
    (
      "regions | rollup n = count(events) | select name, n.total\n",
      "régions | totaliser n = compter(événements) | choisir nom, n.total\n"
    ),
    (
      "param country = \"Chile\"\nregions | where name = country\n",
      "param country = \"Chile\"\nrégions | où nom = country\n"
    ),
    (
      "events | where date during 1990s and not people is none\n",
      "événements | où date pendant années 1990 et non personnes est absent\n"
    ),
  ]

  @Test(arguments: pairs)
  func translates(pair: (english: String, french: String)) {
    #expect(Self.printed(pair.english, .french) == pair.french)
    #expect(Self.printed(pair.french, .english) == pair.english)
    #expect(Self.printed(pair.english, .english) == pair.english)
    #expect(Self.printed(pair.french, .french) == pair.french)
  }
}
