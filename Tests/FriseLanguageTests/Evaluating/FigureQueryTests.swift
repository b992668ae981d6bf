import Testing

/// Figures and their words (section 5.3).
@Suite("Figures")
struct FigureQueryTests {
  private static let cases: [QueryCase] = [
    QueryCase("figure(\"plus de 200 000\") > 200k", "yes"),
    QueryCase("figure(\"plus de 200 000\") > 220k", "undecided"),
    QueryCase("figure(\"plus de 200 000\") > 300k", "no"),
    QueryCase("possibly figure(\"plus de 200 000\") > 300k", "yes"),
    QueryCase("certainly figure(\"plus de 200 000\") > 200k", "yes"),
    QueryCase("figure(\"at least 100\") >= 100", "yes"),
    QueryCase("figure(\"at least 100\") > 100", "undecided"),
    QueryCase("figure(\"nearly 100\") < 100", "yes"),
    QueryCase("figure(\"less than 100\") < 100", "yes"),
    QueryCase("figure(\"up to 100\") <= 100", "yes"),
    QueryCase("figure(\"about 140 000\") = 140000", "yes"),
    QueryCase("possibly figure(\"about 140 000\") = 145000", "yes"),
    QueryCase("certainly figure(\"about 140 000\") = 140000", "no"),
    QueryCase("figure(\"entre 140 000 et 150 000\") > 139k", "yes"),
    QueryCase("figure(\"140000..150000\") > 145k", "undecided"),
    QueryCase(
      "figure(\"plus de 200 000\") + figure(\"près de 850 000\") + 1234",
      "about 1,050,000"),
    QueryCase("figure(\"environ 140 000\") + 1", "about 140,000"),
    QueryCase("figure(\"plus de 200 000\") + 10", "over 200,000"),
    QueryCase("exact(figure(\"plus de 200 000\"))", "200,000"),
    QueryCase("word(figure(\"plus de 200 000\"))", "over"),
    QueryCase("low(figure(\"plus de 200 000\"))", "200,000"),
    QueryCase("high(figure(\"plus de 200 000\"))", "250,000"),
    QueryCase("low(figure(\"près de 850 000\"))", "840,000"),
    QueryCase("figure(\"abc\")", "—", "1 could not be read as a figure"),
    QueryCase("figure(\"~140000\") * 2", "280,000"),
    QueryCase("-figure(\"~140000\")", "-140,000"),
    QueryCase(
      "events | sum people",
      "people,people_low,people_high,people_word\n6440000,6430000,6590000,about",
      "people: 10 of 17 not stated",
      "the sum mixes roles: people assisted 5, context 2"),
    QueryCase(
      "events | where role = \"assisted\" | sum people",
      "people,people_low,people_high,people_word\n1240000,1230000,1290000,about",
      "10 undecided: role not stated"),
    QueryCase(
      "events | sum exact(people)",
      "exact(people)\n6440000",
      "exact(people): 10 of 17 not stated"),
    QueryCase(
      "events | sum people by role",
      "role,people,people_low,people_high,people_word\nassisted,1240000,1230000,1290000,"
        + "about\n,,,,\ncontext,5200000,5200000,5300000,about",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | average people",
      "people,people_low,people_high,people_word\n920000,918571.428571,941428.571429,about",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | median people",
      "people,people_low,people_high,people_word\n200000,200000,250000,over",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | min people",
      "people,people_low,people_high,people_word\n25000,25000,25000,exact",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | max people",
      "people,people_low,people_high,people_word\n4500000,4500000,4500000,about",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | where id in [\"s01\", \"s04\"] | select id, date, people",
      "id,date,people,people_low,people_high,people_word\ns01,2000,140000,140000,140000,"
        + "about\ns04,2004,850000,840000,850000,nearly"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
