import Testing

/// One fold for every comparison (section 6).
@Suite("Texts")
struct TextComparisonTests {
  private static let cases: [QueryCase] = [
    QueryCase("\"é\" = \"E\"", "yes"),
    QueryCase("\"œuvre\" = \"Oeuvre\"", "yes"),
    QueryCase("\"straße\" = \"STRASSE\"", "yes"),
    QueryCase("\"a  b\" = \"a b\"", "yes"),
    QueryCase("\"Côte d’Ivoire\" = \"cote d'ivoire\"", "yes"),
    QueryCase("exact(\"é\", \"e\")", "no"),
    QueryCase("exact(\"é\", \"é\")", "yes"),
    QueryCase("\"Côte d’Ivoire\" contains \"d'ivoire\"", "yes"),
    QueryCase("\"abc\" contains \"d\"", "no"),
    QueryCase("\"abc\" matches \"^a.c$\"", "yes"),
    QueryCase("\"abc\" matches \"^b\"", "no"),
    QueryCase("\"cote\" < \"coté\"", "yes"),
    QueryCase("\"coté\" < \"côte\"", "yes"),
    QueryCase("\"côte\" < \"côté\"", "yes"),
    QueryCase("\"a\" < \"B\"", "yes"),
    QueryCase("\"a\" < \"A\"", "yes"),
    QueryCase("lower(\"ÉA\")", "éa"),
    QueryCase("upper(\"straße\")", "STRASSE"),
    QueryCase("words(\"one, two three\")", "one, two, three"),
    QueryCase("text(@1956-11)", "1956-11"),
    QueryCase("events | where title contains \"vot\" | select id", "id\ns04"),
    QueryCase("events | where title contains \"inscription\" | select id", "id\ns04"),
    QueryCase("events | where title matches \"^UN\" | select id", "id\ns12"),
    QueryCase("events | where title matches \"ONU\" | select id", "id\ns12"),
    QueryCase("events | where about \"migration develop\" | select id", "id\ns12"),
    QueryCase("events | about \"réfugiés rohingyas\" | select id", "id\ns14"),
    QueryCase("events | about \"rohing\" | select id", "id\ns14"),
    QueryCase("history | where about \"hongrie\" | select id", "id\nh009\nh061"),
    QueryCase("history | about \"hungary\" | select id", "id\nh009\nh061"),
    QueryCase("events | where title.fr contains \"ONU\" | select id", "id\ns12"),
    QueryCase(
      "events | where place = \"Hongire\" | select id",
      "id",
      "place = \"Hongire\": 0 of 17; nearest: Hungary"),
    QueryCase(
      "events | where place = \"Chilli\" | select id",
      "id",
      "place = \"Chilli\": 0 of 17; nearest: Chile"),
    // Spelt right, and in no row: its other name, Chili, would be no help.
    QueryCase("events | where place = \"Chile\" | count", "n\n0", "place = \"Chile\": 0 of 17"),
    QueryCase(
      "events | where role = \"asisted\" | count", "n\n0", "10 undecided: role not stated",
      "role = \"asisted\": 0 of 17; nearest: assisted"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
