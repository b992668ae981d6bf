import Testing

/// Joins, unions and their kin.
@Suite("Two tables")
struct TableCombinationTests {
  private static let cases: [QueryCase] = [
    QueryCase(
      "acts | join events on event = events.id | select acts.id, events.id | take 2",
      "acts.id,events.id\ns05a,s05\ns06a,s06"),
    QueryCase(
      "events | join acts on events.id = acts.event | select id, acts.id | take 3",
      "id,acts.id\ns05,s05a\ns06,s06a\ns06,s06b",
      "13 left rows without a match dropped"),
    QueryCase(
      "events | join acts on id = event | count",
      "n\n7",
      "13 left rows without a match dropped"),
    QueryCase("events | join all acts on id = event | count", "n\n20"),
    QueryCase(
      "events | join acts on events.topics = acts.topics | count",
      "n\n22",
      "10 left rows without a match dropped"),
    QueryCase(
      "events | join all acts on acts.date after events.date | count",
      "n\n68",
      "6 undecided: acts.date straddles date"),
    QueryCase("acts | join acts as b on acts.id = b.id | count", "n\n7"),
    QueryCase(
      "events | join events as e on e.people > events.people | count",
      "n\n20",
      "243 undecided: 170 e.people not stated, 70 people not stated, 3 e.people straddles people",
      "11 left rows without a match dropped"),
    QueryCase("events | join regions on place = regions.id | count", "n\n31"),
    QueryCase("events | union acts | count", "n\n24"),
    QueryCase("events | union (events | take 1) | count", "n\n18"),
    QueryCase("events | select id | union (regions | select id, name) | take 1", "id,name\ns01,"),
    QueryCase("events | intersect (events | take 1) | select id", "id\ns01"),
    QueryCase("events | except (events | skip 1) | select id", "id\ns01"),
    QueryCase("events | except events | count", "n\n0"),
    QueryCase("events | except (events | where false) | count", "n\n17", "false: 0 of 17"),
    QueryCase("events | union events | distinct | count", "n\n17"),
    QueryCase("events | distinct topics | count", "n\n17"),
    QueryCase("events | distinct people | count", "n\n7"),
    QueryCase("events | where id in (acts | select event) | select id", "id\ns05\ns06\ns13\ns15"),
    QueryCase(
      "events | where people = (events | max people) | select id",
      "id\ns16",
      "people: 10 of 17 not stated",
      "10 undecided: people not stated"),
    QueryCase(
      "events | rename when = date | during 2000 | select id",
      "id\ns01",
      "1 more overlaps 2000 only in part: Former Kosovo Liberation Army fighters helped "
        + "back into civilian life"),
    QueryCase(
      "events | select id, d = date | during 2000 | select id",
      "id\ns01",
      "1 more overlaps 2000 only in part: Former Kosovo Liberation Army fighters helped "
        + "back into civilian life"),
    QueryCase("events | derive id = 3 | take 1 | select id", "id\n3"),
    QueryCase("events | sort year(date) desc, id | take 3 | select id", "id\ns17\ns16\ns15"),
    QueryCase("events | sort topics | take 2 | select id", "id\ns09\ns05"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }

  /// In the test of a join the name of a side alone is its row.
  @Test(arguments: [
    "acts | join events as e on event = e", "acts | join events on event = events",
    "acts | join events on acts.event = events.id",
  ])
  func joinsOnTheRowItself(query: String) {
    let answer = QueryRunner().run(query + " | count")
    #expect(answer.diagnostics == "")
    #expect(answer.output == "n\n7")
  }

  /// The sides of a join mean nothing in a query inside its test; they once were columns of that
  /// query, which has fewer.
  @Test(arguments: [
    "acts | join checks on id = (regions | where checks.note = \"z\" | select id | take 1)",
    "let f(x) = regions | where checks.id = x | select id\nacts | join checks on id = f(\"a\")",
    "acts | join checks on id in (regions | select checks.id)",
  ])
  func sidesOfAJoinStayInItsTest(query: String) {
    #expect(QueryRunner().run(query).codes == ["E215"])
  }
}
