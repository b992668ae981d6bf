import FriseModel
import Testing

/// Reading EDTF: the gathered cases, our decisions, every bound by brute force.
@Suite struct EDTFTests {
  static let cases = edtfCases.split(separator: "\n").map {
    $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(arguments: cases)
  func gatheredCase(fields: [String]) throws {
    let date = EDTF.parse(fields[0])
    #expect((date != nil) == (fields[1] == "yes"))
    guard let date, !fields[2].isEmpty else { return }
    #expect(describe(date.bounds.earliestStart, date.start) == fields[2])
    #expect(describe(date.bounds.latestEnd, date.end) == fields[3])
    #expect(date.text == fields[0])
  }

  /// A bound as the table of cases writes it.
  private func describe(_ day: Int64, _ edge: DateEdge) -> String {
    switch edge.kind {
    case .unknown: return "unknown"
    case .open: return day < 0 ? "-inf" : "inf"
    case .stated: return CalendarDay(number: day).text
    }
  }

  @Test(arguments: [
    // Seasons, quarters, four months, halves.
    ("2001-21", "2001-03-01", "2001-05-31"), ("2001-24", "2001-12-01", "2002-02-28"),
    ("2003-24", "2003-12-01", "2004-02-29"), ("2001-25", "2001-03-01", "2001-05-31"),
    ("2001-28", "2001-12-01", "2002-02-28"), ("2001-29", "2001-09-01", "2001-11-30"),
    ("2001-30", "2001-12-01", "2002-02-28"), ("2001-31", "2001-03-01", "2001-05-31"),
    ("2001-32", "2001-06-01", "2001-08-31"), ("2001-36", "2001-10-01", "2001-12-31"),
    ("2001-37", "2001-01-01", "2001-04-30"), ("2001-39", "2001-09-01", "2001-12-31"),
    ("2001-40", "2001-01-01", "2001-06-30"), ("2001-41", "2001-07-01", "2001-12-31"),
    ("2003-22/2004-22", "2003-06-01", "2004-08-31"), ("2001-21?", "2001-03-01", "2001-05-31"),
    ("2001?-23", "2001-09-01", "2001-11-30"),
    // Exponents and significant digits.
    ("Y-17E7", "-170000000-01-01", "-170000000-12-31"), ("1950S2", "1900-01-01", "1999-12-31"),
    ("Y3388E2S3", "338000-01-01", "338999-12-31"), ("-1950S2", "-1999-01-01", "-1900-12-31"),
    ("Y17E7S1", "100000000-01-01", "199999999-12-31"),
    // Unspecified digits.
    ("-000X", "-0009-01-01", "-0001-12-31"), ("XXXX-02-29", "0000-02-29", "9996-02-29"),
    ("1X00-02-29", "1200-02-29", "1600-02-29"), ("-XXXX", "-9999-01-01", "-0001-12-31"),
    ("1560-XX-25", "1560-01-25", "1560-12-25"), ("201X~", "2010-01-01", "2019-12-31"),
    ("XXXX-XX-31", "0000-01-31", "9999-12-31"),
    // Times of day: the written day.
    ("1985-04-12T23:20:30-04", "1985-04-12", "1985-04-12"),
    ("2016-05-02T24:00:00", "2016-05-02", "2016-05-02"),
    ("2001-?09~-09", "2001-09-09", "2001-09-09"), ("?-2004-06", "-2004-06-01", "-2004-06-30"),
    ("0000-01-03/0000-01", "0000-01-03", "0000-01-31"),
    ("2004-06-11%/2004-06~", "2004-06-11", "2004-06-30"),
    ("Y-170000002/Y170000002", "-170000002-01-01", "170000002-12-31"),
    ("[1667~,1668]", "1667-01-01", "1668-12-31"), ("[156X,158X]", "1560-01-01", "1589-12-31"),
  ])
  func ownDecision(text: String, first: String, last: String) throws {
    let date = try #require(EDTF.parse(text))
    #expect(CalendarDay(number: date.bounds.earliestStart).text == first)
    #expect(CalendarDay(number: date.bounds.latestEnd).text == last)
  }

  @Test(arguments: [
    "", " ", "19", "20", "-04", "193", "199~", "[1667, 1668]", "{1960, 1961-12}", "Y1700", "Y-1200",
    "Y20E2", "Y-20E2S3", "192X-33", "1985-04-12T23:20:30Z/1986-04-12T23:20:30Z", "/", "1900-02-29",
    "2019-02-29", "20xx", "196x", "2001-21-01", "2001-2X", "2001-4X", "1950S0", "1950S5", "19X0S2",
    "Y170000002-12", "Y0170000002", "Y17E", "Y17E0", "YE7", "Y", "Y-", "Y17E7S", "Y1X0000", "1985-",
    "1985-4", "1985-04-1", "1985-04-12-", "1985-04-12?T10:00:00", "1985-XX-12T10:00:00",
    "1985T10:00:00",
    "1985-04-12T10:00", "1985-04-12T10:00:00+", "1985-04-12T10:00:00+4",
    "1985-04-12T10:00:00+04:60",
    "1985-04-12T10:60:00", "..", "..1985", "1985..", "[..]", "[1985", "[,1985]", "[1985,]",
    "[1985,,1986]",
    "[1984..,1999]", "[1999,..1984]", "{1985]", "[1985]x", "[[1985]]", "[1985/1986]", "1985/[1986]",
    "[1985-04-12T10:00:00]", "-", "--1985", "-?2004", "+2004", "1984?~", "1984~?", "??1984",
    "1985//1986",
    "1985/../1986", "../..~", "..?/1985", "1985 /1986", "٢٠٢٠", "1985\u{0}", "X", "XX", "-0000",
    "-0000-01-01", "-0000S2", "XXXX-02-30", "0XXX-13", "1985-3X", "1985-04-4X", "1985-11-31",
    "Y+17E7",
    "Y17e7", "1950s2", "t", "2004-06-11T", "{1667..1668..1669}", "{1668..1667}", "[1987-10..1988]",
  ])
  func rejected(text: String) {
    #expect(EDTF.parse(text) == nil)
  }

  @Test(arguments: [
    // Four bounds: start and end lie between the pairs.
    ("1956", "1956-01-01 1956-12-31 1956-01-01 1956-12-31", true),
    ("1956-11-04", "1956-11-04 1956-11-04 1956-11-04 1956-11-04", false),
    ("1956/1957", "1956-01-01 1956-12-31 1957-01-01 1957-12-31", false),
    ("1956/1956-06", "1956-01-01 1956-06-30 1956-06-01 1956-06-30", false),
    ("1956-06/1956", "1956-06-01 1956-06-30 1956-06-01 1956-12-31", false),
    ("1951/..", "1951-01-01 1951-12-31 + +", false),
    ("1985/", "1985-01-01 1985-12-31 1985-01-01 +", false),
    ("/1985", "- 1985-12-31 1985-01-01 1985-12-31", false),
    ("../1985", "- - 1985-01-01 1985-12-31", false),
    ("../", "- - - +", false), ("/..", "- + + +", false), ("../..", "- - + +", false),
    ("[1667,1668,1670..1672]", "1667-01-01 1672-12-31 1667-01-01 1672-12-31", true),
    ("{1667,1668,1670..1672}", "1667-01-01 1667-12-31 1672-01-01 1672-12-31", false),
    ("[1760-12..]", "1760-12-01 + 1760-12-01 +", true),
    ("[..1984]", "- 1984-12-31 - 1984-12-31", true),
    ("{1760..}", "1760-01-01 1760-12-31 + +", false),
    ("{..1984}", "- - 1984-01-01 1984-12-31", false),
    ("[1956-11-04]", "1956-11-04 1956-11-04 1956-11-04 1956-11-04", false),
    ("{1960,1961-12}", "1960-01-01 1960-12-31 1961-12-01 1961-12-31", false),
  ])
  func fourBounds(text: String, expected: String, isReduced: Bool) throws {
    let date = try #require(EDTF.parse(text))
    let bounds = date.bounds
    let days = [
      bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd,
    ].map { day in
      switch day {
      case DateBounds.past: "-"
      case DateBounds.future: "+"
      default: CalendarDay(number: day).text
      }
    }
    #expect(days.joined(separator: " ") == expected)
    #expect(date.isReduced == isReduced)
  }

  @Test(arguments: [
    ("1984~", "1983-01-01", "1985-12-31"), ("1984?", "1983-01-01", "1985-12-31"),
    ("1984%", "1982-01-01", "1986-12-31"), ("1984", "1984-01-01", "1984-12-31"),
    ("2004-02~", "2004-01-01", "2004-03-31"), ("2004-06-11%", "2004-06-09", "2004-06-13"),
    ("195X~", "1940-01-01", "1969-12-31"), ("19XX%", "1700-01-01", "2199-12-31"),
    ("2001-21?", "2000-12-01", "2001-08-31"), ("1984/2004~", "1984-01-01", "2005-12-31"),
    ("1984%/2004", "1982-01-01", "2004-12-31"), ("2004?-06-11", "2003-06-11", "2005-06-11"),
    ("2004-06~-11", "2004-05-11", "2004-07-11"), ("2004-06-~11", "2004-06-10", "2004-06-12"),
    ("2004-XX~", "2003-01-01", "2005-12-31"), ("[1667~,1668]", "1666-01-01", "1669-12-31"),
  ])
  func widening(text: String, first: String, last: String) throws {
    let widened = try #require(EDTF.parse(text)).widenedBounds
    #expect(CalendarDay(number: widened.earliestStart).text == first)
    #expect(CalendarDay(number: widened.latestEnd).text == last)
  }

  @Test func unspecifiedDigitsByBruteForce() throws {
    let patterns = [
      "2016-02-X1", "201X-0X-3X", "20X0-02-29", "201X-1X-XX", "-01XX-02-29", "19X9-X2-X9",
      "15XX-XX-31",
    ]
    let years = [Int64](-200 ... -99) + Array(1500...2100)
    let days = years.flatMap { CalendarDay.firstDay(ofYear: $0)...CalendarDay.lastDay(ofYear: $0) }
    let texts = days.map { Array(CalendarDay(number: $0).text.utf8) }
    for pattern in patterns {
      let date = try #require(EDTF.parse(pattern))
      let bytes = Array(pattern.utf8)
      let matching = days.indices.filter { matches(texts[$0], bytes) }
      #expect(matching.first.map { days[$0] } == date.bounds.earliestStart, "\(pattern)")
      #expect(matching.last.map { days[$0] } == date.bounds.latestEnd, "\(pattern)")
    }
  }

  private func matches(_ text: [UInt8], _ pattern: [UInt8]) -> Bool {
    guard text.count == pattern.count else { return false }
    for (byte, wanted) in zip(text, pattern)
    where byte != wanted && wanted != UInt8(ascii: "X") {
      return false
    }
    return true
  }

  @Test func hugeExponentsDoNotTrap() throws {
    for text in ["Y17E100", "Y-1E999999999999999999999", "Y99999999999999999999999S3", "Y1E15~"] {
      let date = try #require(EDTF.parse(text))
      #expect(date.bounds.earliestStart <= date.bounds.latestEnd)
      #expect(date.widenedBounds.earliestStart <= date.bounds.earliestStart)
    }
  }
}
