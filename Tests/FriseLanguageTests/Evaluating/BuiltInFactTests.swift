import Testing

/// What must come out right of the built-in data (data, section 2).
@Suite("Facts of the built-in data")
struct BuiltInFactTests {
  private static let cases: [QueryCase] = [
    QueryCase("events | count", "n\n17"),
    QueryCase("events | distinct label | count", "n\n15"),
    QueryCase("acts | count", "n\n7"),
    QueryCase("history | count", "n\n71"),
    QueryCase("figures | count", "n\n22"),
    QueryCase("facts | count", "n\n11"),
    QueryCase("checks | count", "n\n17"),
    QueryCase("units | count", "n\n19"),
    QueryCase("organisation | count", "n\n58"),
    QueryCase("directors | count", "n\n11"),
    QueryCase("membership | count", "n\n14"),
    QueryCase("regions | count", "n\n283"),
    QueryCase("membership | select date, members | first", "date,members\n1951-12-05,16"),
    QueryCase("membership | select date, members | last", "date,members\n2023,175"),
    QueryCase(
      "events | where year(date) in [2014, 2015] | count by year(date)",
      "year(date),n\n2014,2\n2015,2"),
    QueryCase("events | where people is not none | count", "n\n7"),
    QueryCase(
      "events | sum exact(people)",
      "exact(people)\n6440000",
      "exact(people): 10 of 17 not stated"),
    QueryCase(
      "events | where role = \"assisted\" | sum exact(people)",
      "exact(people)\n1240000",
      "10 undecided: role not stated"),
    QueryCase("directors | select name | last", "name\nAmy Pope"),
    QueryCase("history | min date", "date\n1950/1959"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
