import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import Testing

/// The answers that the lessons give, computed from the built-in data.
@Suite struct LessonAnswersTests {
  /// A query, and what its first columns hold, cells parted by spaces.
  private static let facts: [(query: String, rows: [String])] = [
    // Reading a timeline.
    ("events | count", ["17"]),
    ("events | sort date | take 1 | select id, date", ["s03 1999/2002"]),
    ("events | where count(years(date)) >= 2 | select id", ["s03", "s17"]),
    ("events | where id = \"s03\" | select n = count(years(date))", ["4"]),
    ("events | overlaps 2001 | select id", ["s02", "s03"]),
    (
      "events | where id in [\"s03\", \"s04\", \"s06\", \"s13\", \"s17\"] | sort date | select id",
      ["s03", "s04", "s06", "s13", "s17"]
    ),
    ("acts | where id = \"s05a\" | select date, event", ["2004-12 s05"]),
    ("events | where id = \"s05\" | select date", ["2005"]),
    (
      "events | gaps | where length >= 1 year | select date",
      ["2003-01-01/2003-12-31", "2006-01-01/2009-12-31", "2012-01-01/2012-12-31"]
    ),
    ("events | count each decade", ["199X 1", "200X 4", "201X 11", "202X 1"]),
    // What is being counted?
    ("events | where id = \"s04\" | select exact(people)", ["850000"]),
    ("events | where people is not none | count", ["7"]),
    (
      "events | where people is not none | count by word(people)",
      ["about 2", "exact 2", "nearly 1", "over 2"]
    ),
    ("events | where people is not none and role = \"context\" | select id", ["s14", "s16"]),
    ("events | summarise exact(sum(people))", ["6440000"]),
    ("events | where role = \"people assisted\" | summarise exact(sum(people))", ["1240000"]),
    ("history | during 2004 | where topics = \"elections\" | select id", ["h044"]),
    ("590_000 + 260_000", ["850000"]),
    (
      "history | where id = \"h041\" | select exact(people), source",
      ["30000 https://www.iom.int/node/149"]
    ),
    ("checks | where id = \"k03\" | select found, verdict", ["30,000 conflict"]),
    ("history | where check = \"sources in conflict\" | count", ["7"]),
    (
      "history | where id in [\"h010\", \"h012\", \"h021\"] | select exact(people), date",
      ["194000 1957", "1000000 1960", "1000000 1975/1986"]
    ),
    ("history | where id = \"h008\" | select exact(people), check", ["406000 conflict"]),
    // From a provisional committee to a UN agency.
    ("history | where topics = \"name\" | select year(date)", ["1952", "1980", "1987", "1989"]),
    (
      "history | where id in [\"h001\", \"h005\", \"h007\", \"h027\", \"h058\"] | sort date"
        + " | select id",
      ["h001", "h005", "h007", "h027", "h058"]
    ),
    ("directors | count by country", ["USA 9", "NLD 1", "PRT 1"]),
    ("membership | take 3 | select id, members - previous(members)", ["m01 ", "m02 51", "m03 53"]),
    ("membership | where members > 100 | take 1 | select date", ["2007-12"]),
    ("membership | where members < 100 | sort date desc | take 1 | select date", ["1998"]),
    ("organisation | where parent.id = \"dg\" | count", ["9"]),
    ("organisation | where kind = \"regional office\" | at 2020 | count", ["9"]),
    ("organisation | where kind = \"regional office\" | at 2025 | count", ["8"]),
  ]

  @Test(arguments: facts)
  func theDataSaySo(query: String, rows: [String]) throws {
    var engine = LessonBench.engine()
    let preparation = engine.prepare(SourceText(name: "<test>", text: query))
    let errors = LessonBench.text(preparation.diagnostics)
    #expect(errors == "")
    let statement = try #require(preparation.statements.last)
    var found: [String] = []
    switch try engine.run(statement) {
    case .table(let result, _):
      let shown = result.table.schema.columns.indices.filter {
        !result.table.schema.columns[$0].traits.contains(.hidden)
      }
      found = (0..<result.table.rowCount).map { row in
        shown.map { column in
          let value = result.table.columns[column].value(at: row)
          if case .text(let text) = value { return text }
          return ValueText.machine(value, .english)
        }.joined(separator: " ")
      }
    case .values(let values, _): found = values.map { ValueText.machine($0, .english) }
    default: break
    }
    #expect(found == rows)
  }

  /// From Brussels to the agreement with the United Nations: 64 whole years.
  @Test func sixtyFourYears() throws {
    var engine = LessonBench.engine()
    let preparation = engine.prepare(
      SourceText(name: "<test>", text: "@2016-09-19 - @1951-12-05"))
    let statement = try #require(preparation.statements.last)
    guard case .values(let values, _) = try engine.run(statement),
      case .duration(let duration)? = values.first
    else {
      Issue.record("no duration")
      return
    }
    #expect(duration.months / 12 == 64)
  }

  /// The name borne in a year is that of the last change in force before it.
  @Test(arguments: [(1975, "h003"), (1985, "h023"), (1995, "h028")])
  func namesOfTheYears(year: Int, change: String) throws {
    var engine = LessonBench.engine()
    let query =
      "history | where topics = \"name\" and id != \"h027\" and date < \(year) | sort date desc"
      + " | take 1 | select id"
    let preparation = engine.prepare(SourceText(name: "<test>", text: query))
    let statement = try #require(preparation.statements.last)
    guard case .table(let result, _) = try engine.run(statement) else { return }
    #expect(ValueText.machine(result.table.columns[0].value(at: 0), .english) == change)
  }

  @Test func pathOfTheDataUnit() throws {
    let lesson = try LessonBench.lesson("committee-to-agency")
    let judge = AnswerJudge(lesson: lesson.name, engine: LessonBench.engine())
    let block = try #require(lesson.blocks.first { $0.id == "data-unit" })
    #expect(
      judge.solution(block, .english)
        == "Data, Insight and Policy Coordination > Deputy Director General for Operations > "
        + "Director General > International Organization for Migration")
  }
}
