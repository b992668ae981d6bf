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
    QueryCase(
      "print word(figure(\"less than 5\")), word(figure(\"at least 5\")), "
        + "word(figure(\"up to 5\"))",
      "below at_least at_most"),
    QueryCase("word(figure(\"moins de 5\")) = \"below\"", "yes"),
    QueryCase("word(figure(\"less than 5\")) = \"moins de\"", "yes"),
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
    // Arithmetic carries the word and both ends.
    QueryCase("figure(\"~140000\") * 2", "about 280,000"),
    QueryCase("3 * figure(\"over 200 000\")", "over 600,000"),
    QueryCase("figure(\"over 200 000\") * -2", "nearly -400,000"),
    QueryCase("figure(\"nearly 850 000\") * 1.17", "nearly 990,000"),
    QueryCase("figure(\"about 100\") / 3", "about 33"),
    QueryCase("figure(\"over 100\") / figure(\"nearly 5\")", "over 20"),
    QueryCase("figure(\"over 100\") * figure(\"nearly 5\")", "about 500"),
    QueryCase("low(figure(\"nearly 850 000\") * 2)", "1,680,000"),
    QueryCase("high(figure(\"over 200 000\") / 2)", "125,000"),
    QueryCase("figure(\"100..200\") * 2", "between 200 and 400"),
    QueryCase("word(figure(\"about 100\") * 0)", "exact"),
    QueryCase("figure(\"over 100\") / 0", "—", "1 divided by zero: shown as none"),
    QueryCase("-figure(\"~140000\")", "about -140,000"),
    QueryCase("abs(-figure(\"over 200000\"))", "over 200,000"),
    QueryCase("round(figure(\"about 123 456\"), -3)", "about 123,000"),
    QueryCase("floor(figure(\"over 2.5\"))", "over 2"),
    QueryCase("figure(\"about 100\") mod 7", "2"),
    QueryCase("possibly figure(\"about 100\") * 3 > 320", "yes"),
    QueryCase("certainly figure(\"about 100\") * 3 > 280", "no"),
    QueryCase("certainly figure(\"about 100\") * 3 > 220", "yes"),
    QueryCase(
      "events | where id = \"s07\" | select twice = people * 2",
      "twice,twice_low,twice_high,twice_word\n400000,400000,500000,over"),
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
