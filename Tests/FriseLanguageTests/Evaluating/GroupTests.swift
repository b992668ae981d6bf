import Testing

/// Aggregates, groups and buckets (section 5.4).
@Suite("Groups and buckets")
struct GroupTests {
  private static let cases: [QueryCase] = [
    QueryCase("events | count", "n\n17"),
    QueryCase("events | where false | count", "n\n0", "false: 0 of 17"),
    QueryCase(
      "events | where false | sum people",
      "people,people_low,people_high,people_word\n0,0,0,exact",
      "false: 0 of 17"),
    QueryCase(
      "events | where false | average people",
      "people,people_low,people_high,people_word\n,,,",
      "false: 0 of 17"),
    QueryCase("events | where false | count by role", "role,n", "false: 0 of 17"),
    QueryCase("events | where false | count each decade", "decade,n", "false: 0 of 17"),
    QueryCase(
      "events | where people is none | sum people",
      "people,people_low,people_high,people_word\n,,,",
      "people: 10 of 10 not stated"),
    QueryCase(
      "events | where people is none | max people",
      "people,people_low,people_high,people_word\n,,,",
      "people: 10 of 10 not stated"),
    QueryCase("events | count people", "n\n7"),
    QueryCase("events | summarise a = count(), b = count(people)", "a,b\n17,7"),
    QueryCase("events | count by role", "role,n\nassisted,5\n,10\ncontext,2"),
    QueryCase("events | count by year(date) | take 3", "year(date),n\n2000,1\n2001,1\n1999,1"),
    QueryCase(
      "events | count by topics | take 3",
      "topics,n\nreturn,2\ntransport,1\npost-conflict,2",
      "a row counts once for each item of its list: 17 rows, 39 items"),
    QueryCase(
      "events | count by place.parent.name | take 3",
      "place.parent.name,n\nSouth-eastern Asia,3\nWestern Africa,1\nSouthern Europe,1",
      "a row counts once for each item of its list: 17 rows, 24 items"),
    QueryCase("events | count by date | take 2", "date,n\n2000,1\n2001,1"),
    QueryCase("events | count each decade", "decade,n\n199X,1\n200X,4\n201X,11\n202X,1"),
    QueryCase(
      "events | count each 5 years",
      "year,n\n1995/1999,1\n2000/2004,3\n2005/2009,1\n2010/2014,5\n2015/2019,6\n2020/2024,1"),
    QueryCase("events | count each 2 decades", "decade,n\n1980/1999,1\n2000/2019,15\n2020/2039,1"),
    QueryCase(
      "events | count by role each decade",
      "role,decade,n\nassisted,199X,0\nassisted,200X,3\nassisted,201X,2\nassisted,202X,0\n,"
        + "199X,1\n,200X,1\n,201X,7\n,202X,1\ncontext,199X,0\ncontext,200X,0\ncontext,201X,2\n"
        + "context,202X,0"),
    QueryCase("events | during 1980..2009 | count each decade", "decade,n\n198X,0\n199X,1\n200X,4"),
    QueryCase(
      "events | where date during 1990..2009 | count each decade",
      "decade,n\n199X,1\n200X,4"),
    QueryCase(
      "events | where date during 1980..2009 and people > 1000 | count each decade",
      "decade,n\n198X,0\n199X,0\n200X,3",
      "2 undecided: people not stated"),
    QueryCase(
      "history | where date in 1950..1969 | count each 5 years",
      "year,n\n1950/1954,8\n1955/1959,3\n1960/1964,2\n1965/1969,2"),
    QueryCase(
      "events | sum people each decade",
      "decade,people,people_low,people_high,people_word\n199X,,,,\n200X,1015000,1005000,"
        + "1015000,about\n201X,5425000,5425000,5575000,about\n202X,,,,",
      "people: 10 of 17 not stated",
      "the sum mixes roles: people assisted 5, context 2"),
    QueryCase("events | first | select id", "id\ns01"),
    QueryCase("events | last | select id", "id\ns17"),
    QueryCase(
      "events | first by role | select id, role",
      "id,role\ns01,assisted\ns03,\ns14,context"),
    QueryCase("events | first date", "date\n2000"),
    QueryCase("events | last date", "date\n2020/2021"),
    QueryCase("events | min date", "date\n1999/2002"),
    QueryCase("events | max date", "date\n2020/2021"),
    QueryCase(
      "events | take 1 by role | select id, role",
      "id,role\ns01,assisted\ns03,\ns14,context"),
    QueryCase(
      "events | sort people desc | take 1 each decade | select id, date",
      "id,date\ns16,2019\ns04,2004\ns03,1999/2002\ns17,2020/2021"),
    QueryCase("events | skip 15 | select id", "id\ns16\ns17"),
    QueryCase(
      "events | skip 3 by role | select id",
      "id\ns07\ns08\ns09\ns10\ns11\ns12\ns13\ns15\ns17"),
    QueryCase("events | take 0 | count", "n\n0"),
    QueryCase("events | take 1000 | count", "n\n17"),
    QueryCase(
      "events | summarise m = max(people) - min(people)",
      "m,m_low,m_high,m_word\n4475000,4475000,4475000,about",
      "people: 10 of 17 not stated"),
    QueryCase(
      "events | summarise ids = list(id) by role",
      "role,ids\nassisted,s01;s02;s04;s07;s11\n,s03;s05;s06;s08;s09;s10;s12;s13;s15;s17\n"
        + "context,s14;s16"),
    QueryCase(
      "events | count by people | take 2",
      "people,people_low,people_high,people_word,n\n140000,140000,140000,about,1\n25000,"
        + "25000,25000,exact,2"),
    QueryCase("events | distinct year(date) | count", "n\n15"),
    QueryCase(
      "events | derive n = count(topics) | select id, n | take 3",
      "id,n\ns01,3\ns02,2\ns03,2"),
    QueryCase(
      "events | derive r = running(people), p = previous(id), n = next(id) | select id, r, "
        + "p, n | take 4",
      "id,r,r_low,r_high,r_word,p,n\ns01,140000,140000,140000,about,,s02\ns02,165000,"
        + "165000,165000,about,s01,s03\ns03,165000,165000,165000,about,s02,s04\ns04,1015000,"
        + "1005000,1015000,about,s03,s05"),
    QueryCase(
      "events | where people is not none | derive s = round(share(people), 3) | select id, "
        + "s | take 2",
      "id,s\ns01,0.022\ns02,0.004"),
    QueryCase(
      "events | spread year | count by year | where n > 1",
      "year,n\n2000,2\n2001,2\n2014,2\n2015,2"),
    QueryCase("events | spread year | distinct year | count", "n\n17"),
    QueryCase(
      "events | spread decade | count by decade",
      "decade,n\n200X,5\n199X,1\n201X,11\n202X,1"),
    QueryCase(
      "events | gaps",
      "date,length,previous,next\n2003-01-01/2003-12-31,1 year,s03,s04\n"
        + "2006-01-01/2009-12-31,4 years,s05,s06\n2012-01-01/2012-12-31,1 year,s07,s08\n"
        + "2016-01-01/2016-05-31,5 months,s11,s13\n2016-10-01/2016-12-31,3 months,s13,s14"),
    QueryCase(
      "events | concurrent | select id, concurrent | take 4",
      "id,concurrent\ns01,s03\ns02,s03\ns03,s01;s02\ns04,"),
    QueryCase("events | nearest to 1999 | select id, distance", "id,distance\ns03,0 days"),
    QueryCase(
      "events | nearest 3 to 2010-05 | select id, distance",
      "id,distance\ns06,0 days\ns07,7 months 1 day\ns08,2 years 7 months 1 day"),
    QueryCase("events | average length(date)", "length(date)\n1 year 2 months"),
  ]

  @Test(arguments: cases)
  private func answers(row: QueryCase) { row.check() }

  /// What to do about two columns of one name depends on where the names come from.
  @Test(arguments: [
    ("events | derive n = 1 | count by n", "write summarise x = count(…) by …"),
    ("events | count by role, role", "one is enough"),
    ("events | select id, id", "name one, as in x = …"),
  ])
  func saysHowToTellColumnsApart(query: String, remedy: String) {
    let answer = QueryRunner().run(query)
    #expect(answer.codes == ["E213"])
    #expect(answer.diagnostics.contains(remedy), "\(answer.diagnostics)")
  }
}
