import Testing

/// Yes, no, undecided (section 5.1).
@Suite("Truth")
struct TruthTests {
  private static let cases: [QueryCase] = [
    QueryCase("true and none", "undecided"),
    QueryCase("false and none > 1", "no"),
    QueryCase("true or none > 1", "yes"),
    QueryCase("not (none > 1)", "undecided"),
    QueryCase("possibly none > 1", "yes"),
    QueryCase("certainly none > 1", "no"),
    QueryCase("not certainly none > 1", "yes"),
    QueryCase("none is none", "yes"),
    QueryCase("none = none", "yes"),
    QueryCase("1 is none", "no"),
    QueryCase("1 is not none", "yes"),
    QueryCase("1 != none", "yes"),
    QueryCase("none = 1", "no"),
    QueryCase("none != 1", "yes"),
    QueryCase("not none = 1", "yes"),
    QueryCase("1 in [1, none]", "yes"),
    QueryCase("2 in [1, none]", "no"),
    QueryCase("none in [1, none]", "undecided"),
    QueryCase("[] is none", "yes"),
    QueryCase("[] = none", "yes"),
    QueryCase("count([])", "0"),
    QueryCase("none ?? 3", "3"),
    QueryCase("2 ?? 3", "2"),
    QueryCase("none + 1", "—"),
    QueryCase("none - @1956", "—"),
    QueryCase("if none > 1 then 1 else 2", "—", "1 undecided in if: none"),
    QueryCase("if true then 1 else 2", "1"),
    QueryCase("if 1 > 2 then 1 else 2", "2"),
    QueryCase("1 = 1.0", "yes"),
    QueryCase("true = false", "no"),
    QueryCase("5 in 1..10", "yes"),
    QueryCase("10 in 1..10", "yes"),
    QueryCase("5 in 6..", "no"),
    QueryCase("5 in ..5", "yes"),
    QueryCase("5 not in 6..", "yes"),
    QueryCase(
      "events | where people in [25000, 140000] | select id",
      "id\ns01\ns02\ns11",
      "10 undecided: people not stated"),
    QueryCase(
      "events | where not people in [25000, 140000] | select id",
      "id\ns04\ns07\ns14\ns16",
      "10 undecided: people not stated"),
    QueryCase(
      "events | where origin = \"Afghanistan\" | select id",
      "id\ns04\ns10",
      "11 undecided: origin not stated"),
    QueryCase(
      "events | where origin != \"Afghanistan\" | select id",
      "id\ns07\ns11\ns14\ns16",
      "11 undecided: origin not stated"),
    QueryCase(
      "events | where origin not in [\"Afghanistan\"] | select id",
      "id\ns07\ns11\ns14\ns16",
      "11 undecided: origin not stated"),
    QueryCase(
      "events | where people > 1000 and not people > 1000 | count",
      "n\n0",
      "10 undecided: people not stated",
      "not people > 1000: 0 of 17"),
    QueryCase("events | where people is none | count", "n\n10"),
    QueryCase("events | where people = none | count", "n\n10"),
    QueryCase("events | where not people is none | count", "n\n7"),
    QueryCase("events | where people != none | count", "n\n7"),
    QueryCase(
      "events | where if people > 220k then true else false | count",
      "n\n3",
      "11 undecided in if: none",
      "11 undecided: if people > 220k then true else false not stated"),
    QueryCase(
      "events | derive r = if people > 220k then \"big\" else \"small\" | count by r",
      "r,n\nsmall,3\n,11\nbig,3",
      "11 undecided in if: none"),
    QueryCase("events | derive x = people > 1000 | count by x", "x,n\nyes,7\nundecided,10"),
    QueryCase(
      "events | where people > 220k | select id",
      "id\ns04\ns14\ns16",
      "11 undecided: 10 people not stated, 1 people straddles 220,000"),
    QueryCase(
      "events | where possibly people > 300k | select id",
      "id\ns03\ns04\ns05\ns06\ns07\ns08\ns09\ns10\ns12\ns13\ns14\ns15\ns16\ns17"),
    QueryCase("events | where possibly people > 300k | count", "n\n14"),
    QueryCase("events | where certainly people > 220k | select id", "id\ns04\ns14\ns16"),
    QueryCase("events | where not certainly people > 220k | count", "n\n14"),
    QueryCase(
      "events | where title contains \"migr\" or people > 1M | select id",
      "id\ns07\ns08\ns09\ns12\ns15\ns16",
      "6 undecided: people not stated"),
    QueryCase(
      "events | sort people | take 8 | select id",
      "id\ns02\ns11\ns01\ns07\ns14\ns04\ns16\ns03"),
    QueryCase(
      "events | sort people desc | take 8 | select id",
      "id\ns16\ns04\ns14\ns07\ns01\ns02\ns11\ns03"),
    QueryCase("events | distinct origin | count", "n\n7"),
    QueryCase("events | select role | distinct | count", "n\n3"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }
}
