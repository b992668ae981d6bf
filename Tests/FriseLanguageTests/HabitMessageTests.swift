import FriseBase
import Testing

/// What people who come from SQL, jq, pandas, nushell or from school type, and what they are told:
/// a rule, the thing by its name, the remedy.
@Suite("Habits from elsewhere")
struct HabitMessageTests {
  private struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    /// What the message holds.
    let told: String
    /// How many errors there are.
    let count: Int

    init(_ query: String, _ told: String, _ count: Int = 1) {
      (self.query, self.told, self.count) = (query, told, count)
    }

    var testDescription: String { query }
  }

  private static let english: [Case] = [
    Case("SELECT * FROM events WHERE people > 1000", "the table comes first"),
    Case("select title from events", "events | select …"),
    Case("events | select *", "all of them are kept"),
    Case("events | where people == 1000", "Did you mean =?"),
    Case("events | where people > 1000 && role = \"context\"", "Did you mean and?"),
    Case("events | filter people > 1000", "Did you mean where?"),
    Case("events | group by role", "events | count by place"),
    Case("events | order by date", "Did you mean sort?"),
    Case("events | sort by date", "“by” is left out here"),
    Case("events | distinct by role", "“by” is left out here"),
    Case("events | limit 5", "Did you mean take?"),
    Case("events | first 5", "rows are taken with take 5"),
    Case("events | last 5", "sort date desc | take 5"),
    Case("events | where place like \"%Haiti%\"", "contains"),
    Case("events | where people is null", "Did you mean none?"),
    Case("events | where people between 1000 and 5000", "people in 1_000..5_000"),
    Case("events | where place in (\"Haiti\", \"Chile\")", "square brackets"),
    Case("events | where title ~ \"IOM\"", "Did you mean matches?"),
    Case("events | where people > 100 000", "Did you mean 100_000?"),
    Case("events | where people > 1'000", "Did you mean 1_000?"),
    Case("events | where people > 1.000.000", "Did you mean 1_000_000?"),
    Case("events | where people > 1,000", "Did you mean 1_000 or 1.000?"),
    Case("events | where people > .5", "Did you mean 0.5?"),
    Case("events | where people > \"1000\"", "without the quotation marks: 1000"),
    Case("events | where title = haiti", "a text stands between quotation marks: \"haiti\""),
    Case("events | where date in 2010 - 2015", "2010/2015"),
    Case("events | where date > 4/11/1956", "1956-11-04"),
    Case("events | where date > 4 November 1956", "date(\"4 November 1956\")"),
    Case("events | where $people > 3", "a name stands alone"),
    Case("events | where it.people > 3", "a column is called by its name alone"),
    Case("events | select .title", "without the point: title"),
    Case("events[0]", "events | take 1"),
    Case("events | select title as t", "the new name comes first"),
    Case("events | summarise n: count()", "n = count()"),
    Case("1 > 2 ? 3 : 4", "if … then … else …", 2),
    Case("events | between 2010 and 2015", "events | during 2010/2015"),
    Case("events | since 2010", "events | where date >= 2010"),
    Case("events | len", "Did you mean count?"),
    Case("events | title", "| select title"),
    Case("events | search \"Haiti\"", "Did you mean about?"),
    Case("for e in events print e.title", "all rows at once"),
    Case("describe events", "events | describe"),
    Case("x = 3", "let x = …"),
    Case("quit", ".quit"),
    Case("let top(r) = r | take 2; events | top | select id", "Did you mean top()?"),
    Case("events | where people > 1000 sort people", "Did you mean | sort?"),
    Case("events | where title contains Haiti", "\"Haiti\""),
  ]

  private static let french: [Case] = [
    Case("événements | trier par date", "ici, pas de « par »"),
    Case("événements | entre 2010 et 2015", "événements | pendant 2010/2015"),
    Case("événements | depuis 2010", "événements | où date >= 2010"),
    Case("événements | jusqu'à 2010", "événements | où date <= 2010"),
    Case("événements | où lieu n'est pas \"Haïti\"", "x != y"),
    Case("événements | où lieu = Haïti", "un texte se met entre guillemets : \"Haïti\""),
    Case("événements | où personnes supérieur à 1000", "personnes > 1000"),
    Case("événements | où personnes > 1 000", "Vouliez-vous dire 1_000 ?"),
    Case("événements | où personnes existe", "personnes est non absent"),
    Case("événements | où titre commence par \"ONU\"", "titre correspond"),
    Case("événements | combien", "Vouliez-vous dire compter ?"),
    Case("événements | afficher titre", "Vouliez-vous dire choisir ?"),
    Case("événements | chercher \"Haïti\"", "Vouliez-vous dire évoque ?"),
    Case("événements | somme de personnes", "ici, pas de « de »"),
    Case("événements | où date > 4 novembre 1956", "date(\"4 novembre 1956\")"),
    Case("événements | où date = été 2001", "date(\"4 novembre 1956\")"),
    Case("événements | pendant années 95", "une décennie a quatre chiffres"),
    Case("événements | trier les personnes", "sans l’article : personnes"),
    Case("pour e dans événements afficher e", "toutes les lignes à la fois"),
    Case("décrire événements", "événements | décrire"),
    Case("quitter", ".quitter"),
    Case("événements | titre", "| choisir titre"),
    Case("événements | premier 5", "prendre 5"),
    Case("événements | en 2010", "dans événements, les lignes ne sont pas des unités"),
  ]

  private func check(_ row: Case, _ tongue: Tongue) {
    let answer = QueryRunner(tongue).run(row.query)
    let errors = answer.codes.count { $0.hasPrefix("E") }
    #expect(errors == row.count, "\(answer.diagnostics)")
    #expect(answer.diagnostics.contains(row.told), "\(answer.diagnostics)")
  }

  @Test(arguments: english) private func inEnglish(row: Case) { check(row, .english) }
  @Test(arguments: french) private func inFrench(row: Case) { check(row, .french) }

  /// Numbers that are grouped as in Frise, and numbers beside numbers, are no fault.
  @Test(arguments: ["1_000", "1\u{202F}000", "1.5", "100k", "[1, 200]", "1.000"])
  func numbersAsTheyAreWritten(text: String) {
    #expect(QueryRunner().run(text).codes.isEmpty)
  }
}
