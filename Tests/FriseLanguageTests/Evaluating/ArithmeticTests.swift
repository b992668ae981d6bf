import Testing

/// Exact decimals (section 5).
@Suite("Numbers")
struct ArithmeticTests {
  private static let cases: [QueryCase] = [
    QueryCase("0.1 + 0.2", "0.3"),
    QueryCase("0.1 + 0.2 = 0.3", "yes"),
    QueryCase("7 / 2", "3.5"),
    QueryCase("1 / 3", "0.333333333333"),
    QueryCase("2 / 3", "0.666666666667"),
    QueryCase("1 / 0", "—", "1 divided by zero: shown as none"),
    QueryCase("7 mod 3", "1"),
    QueryCase("-7 mod 3", "2"),
    QueryCase("7 mod 0", "—", "1 divided by zero: shown as none"),
    QueryCase("2.5 * 4", "10"),
    QueryCase("100k + 4.5M", "4,600,000"),
    QueryCase("1 + 2 * 3", "7"),
    QueryCase("(1 + 2) * 3", "9"),
    QueryCase("round(2.5)", "2"),
    QueryCase("round(3.5)", "4"),
    QueryCase("round(-2.5)", "-2"),
    QueryCase("round(1234.567, 2)", "1234.57"),
    QueryCase("round(1234.567, -2)", "1200"),
    QueryCase("floor(-2.5)", "-3"),
    QueryCase("abs(-3)", "3"),
    QueryCase("number(\"1 234,5\")", "1234.5"),
    QueryCase("number(\"1,234.5\")", "1234.5"),
    QueryCase("number(\"abc\")", "—", "1 could not be read as a number"),
    QueryCase("text(3.50)", "3.5"),
    QueryCase("list(1, 2, 3)", "1, 2, 3"),
    QueryCase("count([1, 2, none])", "2"),
    QueryCase("sum([1, 2, 3])", "6"),
    QueryCase("max([1, 2, 3])", "3"),
    QueryCase("average([1, 2])", "1.5"),
    QueryCase("median([1, 2, 10])", "2"),
    QueryCase("first([\"a\", \"b\"])", "a"),
    QueryCase("3 years", "3 years"),
    QueryCase("3 years + 2 months", "3 years 2 months"),
    QueryCase("3 years * 2", "6 years"),
    QueryCase("3 years > 35 months", "yes"),
    QueryCase("12 months = 1 year", "yes"),
    QueryCase("1 month = 30 days", "no"),
    QueryCase("2 decades", "20 years"),
    QueryCase("1 century + 1 day", "100 years 1 day"),
    QueryCase(
      "events | where 1 / 0 > 2 | count",
      "n\n0",
      "1 divided by zero: shown as none",
      "17 undecided: 1 / 0 not stated",
      "1 / 0 > 2: 0 of 17"),
    QueryCase(
      "events | derive r = 10 / (people - people) | count r",
      "n\n0",
      "7 divided by zero: shown as none"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
