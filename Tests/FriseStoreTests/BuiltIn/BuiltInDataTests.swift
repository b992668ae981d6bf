import FriseBase
import FriseModel
import FriseStore
import Testing

/// What the built-in data must say (spec data, section 2). A correction of the data is a change of
/// one line of a file of `Sources/CFriseData/data`; a failure here names the row.
struct BuiltInDataTests {
  @Test(arguments: [
    ("events", "événements", 17), ("acts", "actes", 7), ("history", "histoire", 71),
    ("figures", "chiffres", 22), ("facts", "faits", 11), ("checks", "recoupements", 17),
    ("units", "unités", 19), ("organisation", "organisation", 58),
    ("directors", "directeurs", 11), ("membership", "adhésions", 14),
    ("regions", "régions", 283), ("topics", "sujets", 45), ("actors", "acteurs", 39),
    ("instruments", "instruments", 17), ("kinds", "natures", 20), ("roles", "rôles", 8),
    ("evidence", "attestations", 6), ("verdicts", "verdicts", 5),
  ])
  func hasRows(table: String, french: String, rows: Int) throws {
    let cells = try TableCells(builtIn: table)
    #expect(cells.table.rowCount == rows)
    #expect(cells.table.schema.name.french == french)
    #expect(cells.table.columns.map(\.count).allSatisfy { $0 == rows })
  }

  @Test func schemasAreThoseOfTheTables() throws {
    let data = try BuiltInData.dataSet()
    #expect(data.schemas.count == 18)
    for schema in data.schemas {
      let table = try #require(try data.table(schema.id))
      #expect(table.columns.count == schema.columns.count)
      #expect((table.registry?.forest != nil) == schema.isStructure)
    }
  }

  @Test(arguments: ["events", "history"])
  func columnsAreInTheOrderOfTheSpec(table: String) throws {
    let columns = try TableCells(builtIn: table).table.schema.columns
    #expect(
      columns.filter { !$0.traits.contains(.hidden) }.map(\.name.english).joined(separator: " ")
        == "id label date title place origin destination people counted role actors topics "
        + "instruments source check note")
    #expect(columns.filter { $0.traits.contains(.hidden) }.map(\.name.english) == ["seq"])
    #expect(
      columns.filter { $0.traits.contains(.main) }.map(\.name.french)
        == ["date", "titre", "lieu", "personnes"])
  }

  @Test func frenchColumnNames() throws {
    let columns = try TableCells(builtIn: "events").table.schema.columns
    #expect(
      columns.map(\.name.french).joined(separator: " ")
        == "id étiquette date titre lieu origine destination personnes compté rôle acteurs sujets "
        + "instruments source vérification note ordre")
  }

  @Test func seventeenEventsUnderFifteenLabels() throws {
    let events = try TableCells(builtIn: "events")
    let labels = try events.texts("label")
    #expect(labels.count == 17)
    #expect(Set(labels).count == 15)
    #expect(labels.count { $0 == "2014" } == 2)
    #expect(labels.count { $0 == "2015" } == 2)
  }

  @Test func theOrderOfThePageIsNoChronology() throws {
    let events = try TableCells(builtIn: "events")
    #expect(try events.texts("seq") == (1...17).map { "\($0)" })
    #expect(try Array(events.texts("label")[..<4]) == ["2000", "2001", "1999-2002", "2004"])
    let dates = try events.dates()
    let first = dates.indices.min { dates[$0].earliestStart < dates[$1].earliestStart }
    #expect(first == 2)
  }

  @Test func yearsThatNoEventTouches() throws {
    let dates = try TableCells(builtIn: "events").dates()
    let untouched = (1999...2021).filter { year in
      let days = firstDay(of: year)..<firstDay(of: year + 1)
      return !dates.contains {
        $0.latestEnd >= days.lowerBound && $0.earliestStart < days.upperBound
      }
    }
    #expect(untouched == [2003, 2006, 2007, 2008, 2009, 2012])
    let starts = dates.map(\.earliestStart)
    let idle = (1999...2021).filter { year in
      !starts.contains { (firstDay(of: year)..<firstDay(of: year + 1)).contains($0) }
    }
    #expect(idle == [2002, 2003, 2006, 2007, 2008, 2009, 2012, 2021])
  }

  @Test func eventsByDecadeOfStart() throws {
    let starts = try TableCells(builtIn: "events").dates().map(\.earliestStart)
    let counts = [1990, 2000, 2010, 2020].map { decade in
      starts.count { (firstDay(of: decade)..<firstDay(of: decade + 10)).contains($0) }
    }
    #expect(counts == [1, 4, 11, 1])
  }

  @Test func sevenEventsStatePeople() throws {
    let events = try TableCells(builtIn: "events")
    guard case .figure(let people) = try events.column("people") else {
      Issue.record("people is not a figure")
      return
    }
    let roles = try events.texts("role")
    let figures = events.rows.compactMap { row in people.figure(at: row).map { (row, $0) } }
    #expect(figures.count == 7)
    func sum(_ role: String?) -> Int128 {
      figures.filter { role == nil || roles[$0.0] == role }.map(\.1.number.coefficient)
        .reduce(0, +)
    }
    #expect(sum(nil) == 6_440_000)
    #expect(sum("assisted") == 1_240_000)
    let words = figures.map(\.1.word.machineName)
    #expect(words == ["about", "exact", "nearly", "over", "exact", "over", "about"])
    let vote = try #require(people.figure(at: 3))
    #expect(vote.low == ExactNumber(840_000) && vote.high == ExactNumber(850_000))
  }

  @Test func theFirstEvent() throws {
    let events = try TableCells(builtIn: "events")
    #expect(try events.cells("place", of: ["s01"]) == ["TLS"])
    #expect(try events.cells("topics", of: ["s01"]) == ["return;transport;post-conflict"])
    #expect(try events.cells("actors", of: ["s01"]) == ["IOM"])
    #expect(try events.texts("title", in: .french)[0].hasPrefix("Retour au Timor-Leste"))
  }

  @Test func originAndDestinationArePlaces() throws {
    for name in ["events", "acts", "history"] {
      let cells = try TableCells(builtIn: name)
      let ids = try cells.texts("id")
      let places = try cells.texts("place").map { Set($0.split(separator: ";")) }
      for part in ["origin", "destination"] {
        for (row, text) in try cells.texts(part).enumerated() {
          let parts = Set(text.split(separator: ";"))
          #expect(parts.isSubset(of: places[row]), "\(name) \(ids[row]) \(part)")
        }
      }
    }
    let events = try TableCells(builtIn: "events")
    #expect(try events.cells("destination", of: ["s04", "s11"]) == ["PAK;IRN", "CAN"])
    #expect(try events.cells("origin", of: ["s04", "s07"]) == ["AFG", "002;142"])
  }

  @Test func actsLieInTheirEvents() throws {
    let acts = try TableCells(builtIn: "acts")
    #expect(
      try acts.texts("event") == ["s05", "s06", "s06", "s13", "s13", "s15", "s15"])
    #expect(
      try acts.cells("date", of: ["s05a", "s13a", "s13b"]) == ["2004-12", "2016-06", "2016-09"])
  }

  @Test func disputedRowsOfTheHistory() throws {
    let history = try TableCells(builtIn: "history")
    #expect(try history.texts("check").count { $0 == "conflict" } == 7)
    #expect(try history.cells("date", of: ["h001", "h071"]) == ["1951-07-28", "2025-03-18"])
    #expect(try history.texts("source").allSatisfy { $0.hasPrefix("http") })
    #expect(try history.cells("place", of: ["h009"]) == ["HUN;AUT;YUCS"])
  }

  @Test func membersFromSixteenTo175() throws {
    let membership = try TableCells(builtIn: "membership")
    let dates = try membership.texts("date")
    let members = try membership.texts("members")
    #expect(dates.first == "1951-12-05" && members.first == "16")
    #expect(dates.last == "2023" && members.last == "175")
    #expect(members[1] == "67" && members[2] == "120")
  }

  @Test func headsByCountry() throws {
    let directors = try TableCells(builtIn: "directors")
    let countries = try directors.texts("country")
    #expect(countries.count { $0 == "USA" } == 9)
    #expect(countries.count { $0 == "NLD" } == 1)
    #expect(countries.count { $0 == "PRT" } == 1)
    #expect(try directors.texts("date").last == "2023-10-01/..")
    #expect(try directors.texts("title", in: .french).last == "Directrice générale")
  }

  @Test func officesInTime() throws {
    let units = try TableCells(builtIn: "organisation")
    let kinds = try units.texts("kind")
    let parents = try units.texts("parent")
    let dates = try units.dates()
    #expect(parents.count { $0 == "dg" } == 9)
    func offices(_ year: Int) -> Int {
      units.rows.count { row in
        kinds[row] == "regional-office" && dates[row].earliestStart < firstDay(of: year + 1)
          && dates[row].latestEnd >= firstDay(of: year)
      }
    }
    #expect(offices(2020) == 9)
    #expect(offices(2025) == 8)
  }

  @Test func thePageStatesItsOwnFacts() throws {
    let facts = try TableCells(builtIn: "facts")
    #expect(try facts.cells("value", of: ["c03", "c04", "c05"]) == ["1951", "175", "171"])
    let checks = try TableCells(builtIn: "checks")
    #expect(try checks.texts("verdict").count { $0 == "conflict" } == 3)
    #expect(try checks.cells("fact", of: ["k17"]) == ["c05"])
    let figures = try TableCells(builtIn: "figures")
    #expect(try figures.texts("value").count { $0.isEmpty } == 2)
    #expect(try figures.cells("value", of: ["f05", "f13"]) == ["nearly 850000", "below 3"])
  }
}

extension TableCells {
  /// The four bounds of each row's date; every row of the column must have one or be empty.
  func dates() throws -> [DateBounds] {
    let column = try column("date")
    return rows.map { row in
      if case .date(let date) = column.value(at: row) { return date.bounds }
      return DateBounds(
        earliestStart: DateBounds.past, latestStart: DateBounds.past,
        earliestEnd: DateBounds.future, latestEnd: DateBounds.future)
    }
  }
}

/// The day number of the first of January.
private func firstDay(of year: Int) -> Int64 {
  EDTF.parse("\(year)")?.bounds.earliestStart ?? 0
}
