import FriseBase
import FriseModel
import FriseRender
import Testing

/// What the language promises in so many words, each asked in both languages: the table of edge
/// cases (section 10), the exact outputs, and what must hold of the built-in data.
@Suite("Promises in both languages")
struct PromiseTests {
  /// A query and its answer in English, then in French.
  struct Pair: Sendable, CustomTestStringConvertible {
    let english: (query: String, output: String)
    let french: (query: String, output: String)
    /// What the remarks hold, in each language.
    let remarks: (english: String, french: String)?

    init(
      _ english: String, _ output: String, _ french: String, _ frenchOutput: String? = nil,
      remarks: (String, String)? = nil
    ) {
      self.english = (english, output)
      self.french = (french, frenchOutput ?? output)
      self.remarks = remarks
    }

    var testDescription: String { english.query }

    func check() {
      for (tongue, asked) in [(Tongue.english, english), (.french, french)] {
        let answer = QueryRunner(tongue).run(asked.query)
        #expect(answer.diagnostics == "", "\(asked.query)")
        #expect(answer.output == asked.output, "\(asked.query)")
        if let remarks {
          let told = answer.footnotes.map { $0.text[tongue] }.joined(separator: "\n")
          let wanted = tongue == .english ? remarks.english : remarks.french
          #expect(told.contains(wanted), "\(told)")
        }
      }
    }
  }

  private static let edgeCases: [Pair] = [
    Pair(
      "events | where id = \"s03\" | where people > 1000 | count", "n\n0",
      "événements | où id = \"s03\" | où personnes > 1000 | compter",
      remarks: ("1 undecided: people not stated", "1 indécise : sans valeur pour personnes")),
    Pair(
      "events | where id = \"s03\" | where not people > 1000 | count", "n\n0",
      "événements | où id = \"s03\" | où non personnes > 1000 | compter",
      remarks: ("1 undecided: people not stated", "1 indécise : sans valeur pour personnes")),
    Pair("\"Peru\" in [\"Chile\", none]", "no", "\"Pérou\" dans [\"Chili\", absent]", "non"),
    Pair(
      "regions | where name = \"Peru\" and name in [\"Chile\", none] | count", "n\n0",
      "régions | où nom = \"Pérou\" et nom dans [\"Chili\", absent] | compter"),
    Pair(
      "history | where place is none | count by place", "place,n\n,19",
      "histoire | où lieu est absent | compter par lieu", "lieu,n\n,19"),
    Pair(
      "print 1999/2002 >= 2000, 1999/2002 < 2000, 1999/2002 during 2000, 1999/2002 overlaps 2000",
      "no no no yes",
      "afficher 1999/2002 >= 2000, 1999/2002 < 2000, 1999/2002 pendant 2000, "
        + "1999/2002 chevauche 2000", "non non non oui"),
    Pair(
      "print @1956 during 1956, @1956 during 1956-11", "yes undecided",
      "afficher @1956 pendant 1956, @1956 pendant 1956-11", "oui indécis"),
    Pair(
      "print @198X during 1985, @198X before 1985, @198X during 1980s", "undecided undecided yes",
      "afficher @198X pendant 1985, @198X avant 1985, @198X pendant années 1980",
      "indécis indécis oui"),
    Pair(
      "print @1984~ during 1984, certainly @1984~ during 1984", "yes no",
      "afficher @1984~ pendant 1984, certainement @1984~ pendant 1984", "oui non"),
    Pair(
      "print @1951/.. overlaps 2020, @1951/.. before 2030", "yes no",
      "afficher @1951/.. chevauche 2020, @1951/.. avant 2030", "oui non"),
    Pair("@1985/ overlaps 1990", "undecided", "@1985/ chevauche 1990", "indécis"),
    Pair("2020-02-29 + 1 year", "2021-02-28", "2020-02-29 + 1 an"),
    Pair("length(1956-11-04/1956-11-04)", "1 day", "durée(1956-11-04/1956-11-04)", "1 jour"),
    Pair("print 1956-11, 1956 - 11", "1956-11 1945", "afficher 1956-11, 1956 - 11"),
    Pair(
      "history | during 1960s | where title contains \"zzz\" | count each decade",
      "decade,n\n196X,0",
      "histoire | pendant années 1960 | où titre contient \"zzz\" | compter chaque décennie",
      "décennie,n\n196X,0"),
    Pair(
      "figure(\"more than 200,000\") + figure(\"nearly 850,000\") + 1234", "about 1,050,000",
      "chiffre(\"plus de 200 000\") + chiffre(\"près de 850 000\") + 1234",
      "environ 1\u{202F}050\u{202F}000"),
    Pair(
      "regions | where name = \"cote d'ivoire\" or name = \"cote d’ivoire\" | select name",
      "name\nCôte d'Ivoire",
      "régions | où nom = \"cote d'ivoire\" ou nom = \"cote d’ivoire\" | choisir nom",
      "nom\nCôte d'Ivoire"),
    Pair(
      "regions | rollup n = count(events) | roots | select n.total", "n.total\n17",
      "régions | totaliser n = compter(événements) | racines | choisir n.total"),
    // The unit and the function are one word in English; French takes either for the function.
    Pair(
      "events | where year = 2001 | select year(date)", "year(date)\n2001",
      "événements | où an = 2001 | choisir an(date)", "an(date)\n2001"),
    // Where a date is expected, a number that is written out is a year.
    Pair(
      "print length(1956), year(1956), end(1956), earliest(1956)", "1 year 1956 1956 1956-01-01",
      "afficher durée(1956), année(1956), fin(1956), au_plus_tôt(1956)",
      "1 an 1956 1956 1956-01-01"),
  ]

  @Test(arguments: edgeCases) private func edgeCase(pair: Pair) { pair.check() }

  /// Of the seventeen events.
  private static let facts: [Pair] = [
    Pair("events | count", "n\n17", "événements | compter"),
    Pair(
      "events | during 2000 | select id", "id\ns01", "événements | pendant 2000 | choisir id",
      remarks: (
        "1 more overlaps 2000 only in part: Former Kosovo",
        "1 autre ne chevauche 2000 qu’en partie : Aide au retour"
      )),
    Pair(
      "events | where date >= 2000 | count", "n\n16", "événements | où date >= 2000 | compter",
      remarks: ("1 row spans 2000", "1 ligne")),
    Pair("events | where date < 2000 | count", "n\n0", "événements | où date < 2000 | compter"),
    Pair(
      "events | where people > 220k | count", "n\n3", "événements | où personnes > 220k | compter",
      remarks: (
        "11 undecided: 10 people not stated, 1 people straddles 220,000",
        "11 indécises : 10 sans valeur pour personnes, 1 avec personnes à cheval sur 220\u{202F}000"
      )),
    Pair(
      "events | where possibly people > 300k | count", "n\n14",
      "événements | où possiblement personnes > 300k | compter"),
    Pair(
      "events | sum people | select exact(people), word(people)",
      "exact(people),word(people)\n6440000,about",
      "événements | somme personnes | choisir exact(personnes), mot(personnes)",
      "exact(personnes),mot(personnes)\n6440000,environ",
      remarks: ("the sum mixes roles", "la somme mêle des rôles")),
    Pair(
      "events | count each decade", "decade,n\n199X,1\n200X,4\n201X,11\n202X,1",
      "événements | compter chaque décennie", "décennie,n\n199X,1\n200X,4\n201X,11\n202X,1"),
    Pair(
      "events | where place = \"Hongire\" | count", "n\n0",
      "événements | où lieu = \"Hongire\" | compter",
      remarks: (
        "place = \"Hongire\": 0 of 17; nearest: Hungary",
        "lieu = \"Hongire\" : 0 sur 17 ; le plus proche : Hongrie"
      )),
  ]

  @Test(arguments: facts) private func fact(pair: Pair) { pair.check() }

  /// One table as people see it, in each language.
  @Test func aFigureInATable() {
    let english = QueryRunner().run(
      "events | where id = \"s04\" | select date, people", as: .table)
    #expect(
      english.output == """
        ┌──────┬────────────────┐
        │ date │         people │
        ├──────┼────────────────┤
        │ 2004 │ nearly 850,000 │
        └──────┴────────────────┘
        1 row
        """)
    let french = QueryRunner(.french).run(
      "événements | où id = \"s04\" | choisir date, personnes", as: .table)
    #expect(
      french.output == """
        ┌──────┬─────────────────┐
        │ date │       personnes │
        ├──────┼─────────────────┤
        │ 2004 │ près de 850\u{202F}000 │
        └──────┴─────────────────┘
        1 ligne
        """)
  }

  /// Both faults at once, each at its place, in both languages.
  @Test func twoFaultsAtOnce() {
    let english = QueryRunner().run("events | where peple > 1 | sort daet")
    #expect(english.codes == ["E201", "E201"])
    #expect(english.diagnostics.contains(":1:16:") && english.diagnostics.contains(":1:33:"))
    #expect(english.diagnostics.contains("Did you mean people?"))
    #expect(english.diagnostics.contains("Did you mean date?"))
    let french = QueryRunner(.french).run("événements | où persones > 1 | trier daet")
    #expect(french.codes == ["E201", "E201"])
    #expect(french.diagnostics.contains("Vouliez-vous dire personnes"))
    #expect(french.diagnostics.contains("Vouliez-vous dire date"))
  }
}
