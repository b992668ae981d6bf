import FriseBase
import FriseModel
import FriseRender
import Testing

/// Groups by time, in both tongues and every format (language, sections 5.2 and 5.4).
@Suite("Groups by time")
struct TimeGroupTests {
  private static let data = SampleTable.dataSet([
    SampleTable(
      "t",
      [
        ("id", .text, ["a", "b", "c", "d", "e", "f"].map(Value.text)),
        (
          "date", .date,
          ["1951-03", "1959/1962", "1971", "195X", "", "1969-12/1970-01"].map(Value.date)
        ),
        ("place", .text, ["P", "P", "Q", "P", "Q", "Q"].map(Value.text)),
        (
          "people", .figure,
          ["about 140000", "", "25000", "over 200000", "nearly 850000", "100"].map(Value.figure)
        ),
      ], date: "date")
  ])

  private static let cases: [QueryCase] = [
    // Complete buckets from the first to the last, then what has no one place.
    QueryCase("t | count each decade", "decade,n\n195X,3\n196X,1\n197X,1\nnot placed,1"),
    QueryCase(
      "t | where id != \"e\" | count each 5 years",
      "year,n\n1950/1954,1\n1955/1959,1\n1960/1964,0\n1965/1969,1\n1970/1974,1\nnot placed,1"),
    QueryCase(
      "t | count by place each decade",
      "place,decade,n\nP,195X,3\nP,196X,0\nP,197X,0\nQ,195X,0\nQ,196X,1\nQ,197X,1\nQ,not placed,1"
    ),
    // Over the period of the pipe, through names and several stages.
    QueryCase(
      "t | where date during 1940s or date during 1951 | count each decade", "decade,n\n195X,1"),
    QueryCase(
      "t | during 1930/1955 | count each decade", "decade,n\n193X,0\n194X,0\n195X,1",
      "1 undecided: 1 with date straddling 1930/1955", "date: 1 of 6 not stated"),
    QueryCase(
      "let era = 1970/1989\nt | where date = era and people > 0 | count each decade",
      "decade,n\n197X,1\n198X,0"),
    QueryCase(
      "let q = t | where date in 1940..1979\nq | sort id | where date during 1965/1985"
        + " | count each decade", "decade,n\n196X,1\n197X,1"),
    QueryCase("t | during 1951 | during 1952 | count each year", "year,n"),
    QueryCase(
      "t | during 1940/1979 | derive date = date + 1 year | count each decade",
      "decade,n\n195X,1\n196X,1\n197X,2\nnot placed,1"),
    // Top of each group.
    QueryCase("t | sort id | take 1 each decade | select id", "id\na\nc\ne\nf"),
    QueryCase("t | sort id desc | take 1 by place each decade | select id", "id\nf\ne\nd\nc"),
    QueryCase("t | last by place | select id", "id\nd\nf"),
    // A spanning event is counted once, at its start; spread gives a row for every year.
    QueryCase(
      "t | where id = \"b\" | spread year | select id, year",
      "id,year\nb,1959\nb,1960\nb,1961\nb,1962"),
    QueryCase(
      "t | where id = \"f\" | spread month | select month", "month\n1969-12\n1970-01"),
    // The current order.
    QueryCase(
      "t | sort id desc | derive p = previous(id), n = next(id), s = running(exact(people))"
        + " | select id, p, n, s | take 3",
      "id,p,n,s\nf,,e,100\ne,f,d,850100\nd,e,c,1050100"),
    QueryCase(
      "t | where id in [\"a\", \"d\"] | derive s = running(people) | select s, word(s)",
      "s,s_low,s_high,s_word,word(s)\n140000,140000,140000,about,about\n"
        + "340000,340000,390000,about,about"),
    // Gaps, neighbours in time, the nearest.
    QueryCase(
      "t | where id in [\"a\", \"b\", \"c\"] | gaps",
      "date,length,previous,next\n1951-04-01/1958-12-31,7 years 9 months,a,b\n"
        + "1963-01-01/1970-12-31,8 years,b,c"),
    QueryCase(
      "t | where date is not none | gaps by place | select place, date",
      "place,date\nQ,1970-02-01/1970-12-31"),
    // Along the rows of each place.
    QueryCase(
      "t | sort id | derive p = previous(id, place), n = next(id, place),"
        + " s = running(exact(people), place), h = share(exact(people) ?? 0, place)"
        + " | where place = \"Q\" | select id, p, n, s, round(h, 3)",
      "id,p,n,s,\"round(h, 3)\"\nc,,e,25000,0.029\ne,c,f,875000,0.971\nf,e,,875100,0"),
    QueryCase("t | where id = \"a\" | gaps", "date,length,previous,next"),
    QueryCase(
      "t | nearest 2 to 1964 | select id, distance",
      "id,distance\nb,1 year 1 day\nd,4 years 1 day"
    ),
  ]

  @Test(arguments: cases)
  private func groups(row: QueryCase) {
    let answer = QueryRunner(data: TimeGroupTests.data).run(row.query)
    #expect(answer.diagnostics == "")
    #expect(answer.output == row.output)
  }

  @Test func rowsWithoutAPlaceAreNamedInBothTongues() {
    let english = QueryRunner(data: TimeGroupTests.data)
    let french = QueryRunner(.french, data: TimeGroupTests.data)
    for format in [OutputFormat.csv, .json, .table, .markdown] {
      let one = english.run("t | count each decade", as: format).output
      let other = french.run("t | compter chaque décennie", as: format).output
      #expect(one.contains("not placed") && !one.contains("non situé"))
      #expect(other.contains("non situé") && !other.contains("not placed"))
    }
  }

  @Test func aPartialOverlapAndASpanAreTold() {
    let runner = QueryRunner(data: TimeGroupTests.data)
    #expect(
      runner.run("t | where date during 1960").remarks.contains {
        $0.hasPrefix("1 more overlaps 1960 only in part")
      })
    #expect(runner.run("t | where date >= 1960").remarks.contains("1 row spans 1960"))
    #expect(runner.run("t | where date < 1960").remarks.contains("1 row spans 1960"))
    #expect(
      runner.run("t | where date not during 1960").remarks.allSatisfy { !$0.contains("in part") })
  }

  /// Counted as steps up and down, or row by row: the same lines in the same order.
  @Test(arguments: ["year", "month", "decade"], 0..<3)
  func countsOfUnitsTouched(unit: String, seed: Int) {
    let runner = QueryRunner(data: TimeLawTests.data(seed: UInt64(seed)))
    let counted = runner.run("t | spread \(unit) | count by \(unit)")
    let listed = runner.run("t | spread \(unit) | derive x = 1 | count by \(unit)")
    #expect(counted.diagnostics + listed.diagnostics == "")
    #expect(counted.rows.count > 5)
    #expect(counted.output == listed.output)
    #expect(counted.remarks == listed.remarks)
  }

  /// The gaps of each group are those of its rows alone.
  @Test(arguments: 0..<3)
  func gapsOfGroups(seed: Int) {
    let runner = QueryRunner(data: TimeLawTests.data(seed: UInt64(seed)))
    let all = runner.run("t | where people is not none | gaps by word(people)")
    #expect(all.diagnostics == "")
    for word in ["about", "over", "exact"] {
      let one = runner.run("t | where word(people) = \"\(word)\" | gaps")
      let rows = all.rows.filter { $0.hasPrefix(word + ",") }.map { $0.dropFirst(word.count + 1) }
      #expect(one.rows == rows.map(String.init))
    }
  }
}
