import FriseBase
import FriseModel
import Testing

/// Parts, sides, lengths, buckets and arithmetic of dates.
@Suite struct DateFunctionTests {
  private func column(_ texts: [String?]) -> DateColumn {
    DateColumn(texts.map { $0.flatMap { EDTF.parse($0) } })
  }

  private func texts(_ column: DateColumn) -> [String?] {
    column.earliestStart.indices.map { column.date(at: $0)?.text }
  }

  private func numbers(_ column: NumberColumn) -> [Int64?] {
    column.values.map { $0 == NumberColumn.none ? nil : $0 }
  }

  private func words(_ duration: CalendarDuration, _ tongue: Tongue) -> String {
    ValueText.duration(duration, tongue, grouping: .never)
  }

  static let samples: [String?] = [
    "1956-11-04", "1956-11", "1956", "198X", "1951/1975-03", "1951/..", "1985/", "/1985", "../1985",
    "-0044", "Y-17000002", nil, "[1667,1668]", "1984~/2004-06",
  ]

  @Test func partsOfTheStart() {
    let dates = column(DateFunctionTests.samples)
    #expect(
      numbers(dates.years()) == [
        1956, 1956, 1956, nil, 1951, 1951, 1985, nil, nil, -44, -17_000_002, nil, nil, 1984,
      ])
    #expect(numbers(dates.months()).prefix(4) == [11, 11, nil, nil])
    #expect(numbers(dates.days()).prefix(4) == [4, nil, nil, nil])
    #expect(
      texts(dates.spans(.decade))
        == [
          "195X", "195X", "195X", "198X", "195X", "195X", "198X", nil, nil, "-004X", "Y-17000000S7",
          nil, "166X", "198X",
        ])
    #expect(texts(dates.spans(.century)).prefix(3) == ["19XX", "19XX", "19XX"])
  }

  @Test func sides() {
    let dates = column(DateFunctionTests.samples)
    #expect(
      texts(dates.starts()) == [
        "1956-11-04", "1956-11", "1956", "198X", "1951", "1951", "1985", nil, nil, "-0044",
        "Y-17000002", nil, "[1667,1668]", "1984~",
      ])
    #expect(
      texts(dates.ends()) == [
        "1956-11-04", "1956-11", "1956", "198X", "1975-03", nil, nil, "1985", "1985", "-0044",
        "Y-17000002", nil, "[1667,1668]", "2004-06",
      ])
    #expect(
      texts(dates.earliestDays()) == [
        "1956-11-04", "1956-11-01", "1956-01-01", "1980-01-01", "1951-01-01", "1951-01-01",
        "1985-01-01", nil, "..", "-0044-01-01", "-17000002-01-01", nil, "1667-01-01", "1984-01-01",
      ])
    #expect(
      texts(dates.latestDays()) == [
        "1956-11-04", "1956-11-30", "1956-12-31", "1989-12-31", "1975-03-31", "..", nil,
        "1985-12-31", "1985-12-31", "-0044-12-31", "-17000002-12-31", nil, "1668-12-31",
        "2004-06-30",
      ])
  }

  @Test(arguments: [
    ("1956-11-04/1956-11-04", "1 day", "1 jour"), ("1956", "1 year", "1 an"),
    ("1951/1956", "6 years", "6 ans"), ("1956-11", "1 month", "1 mois"),
    ("2020-01-31/2020-03-01", "1 month 2 days", "1 mois 2 jours"),
    ("2020-02-10/..", "1 month 2 days", "1 mois 2 jours"),
  ])
  func lengths(text: String, english: String, french: String) throws {
    let today = CalendarDay(year: 2020, month: 3, day: 11).number
    let length = try #require(EDTF.parse(text)?.length(today: today))
    #expect(words(length, .english) == english)
    #expect(words(length, .french) == french)
    #expect(column([text]).lengths(today: today).duration(at: 0) == length)
    #expect(column(["1985/", "/1985", "../1985", nil]).lengths(today: 0).duration(at: 0) == nil)
  }

  @Test func durations() throws {
    let three = try #require(CalendarDuration(ExactNumber(3), unit: .year))
    #expect(three.months == 36)
    #expect(CalendarDuration(ExactNumber(coefficient: 25, scale: 1), unit: .year) == nil)
    #expect(CalendarDuration(months: 0, days: 30) < CalendarDuration(months: 1, days: 0))
    #expect(CalendarDuration(months: 1, days: 0) < CalendarDuration(months: 0, days: 31))
    #expect(
      CalendarDuration(months: 4800, days: 0).isAsLong(
        as: CalendarDuration(months: 0, days: 146_097)))
    #expect(CalendarDuration(months: Int64.min, days: Int64.min).negated.months == Int64.max)
  }

  @Test(
    arguments: [
      ("2020-01-31", 1, 0, "2020-02-29"), ("2020-02-29", 12, 0, "2021-02-28"),
      ("1956", 12, 0, "1957"),
      ("1956-11", 2, 0, "1957-01"), ("2020-02", 1, 0, "2020-03"), ("195X", 120, 0, "196X"),
      ("1951/1956", 12, 0, "1952/1957"), ("1951/..", -12, 0, "1950/.."), ("1985/", 12, 0, "1986/"),
      ("1984~", 12, 0, "1985~"), ("1984?/2004%", 12, 0, "1985?/2005%"),
      ("1956-11-04", 0, 30, "1956-12-04"),
      ("1956", 1, 0, "[1956-02-01..1957-01-31]"), ("Y17000", 12, 0, "Y17001"),
    ] as [(String, Int64, Int64, String)])
  func adding(text: String, months: Int64, days: Int64, expected: String) throws {
    let date = try #require(EDTF.parse(text))
    let duration = CalendarDuration(months: months, days: days)
    #expect(date.adding(duration).text == expected)
    #expect(texts(DateColumn([date]).adding(duration)) == [expected])
    #expect(texts(DateColumn([date]).adding(DurationColumn([duration]))) == [expected])
  }

  @Test func subtracting() throws {
    let later = column(["1956-11-04", "1956", "1951/..", nil, "1956-01-01"])
    let earlier = column(["1956-10-31", "1951", "../1950", "1956", "1956-11-04"])
    let difference = later.subtracting(earlier)
    #expect(
      (0..<5).map { difference.duration(at: $0).map { words($0, .english) } } == [
        "4 days", "5 years", nil, nil, "-10 months 3 days",
      ])
  }

  @Test func completedPartsAddUp() {
    var generator = DateRelationTests.Generator(state: 7)
    for _ in 0..<2000 {
      let from = generator.next(80_000) - 40_000
      let to = from + generator.next(20_000)
      let duration = CalendarDuration(from: from, to: to)
      #expect(DateBounds.day(from, plus: duration) == to)
      #expect(duration.days >= 0 && duration.days < 31)
    }
  }

  // MARK: Buckets

  @Test(
    arguments: [
      (1, TimeUnit.decade, "1956-11-04", "195X"), (1, .century, "1956-11-04", "19XX"),
      (1, .year, "1956-11-04", "1956"), (1, .month, "1956-11-04", "1956-11"),
      (1, .day, "1956-11-04", "1956-11-04"), (1, .week, "1956-11-04", "1956-10-29/1956-11-04"),
      (5, .year, "1956-11-04", "1955/1959"), (3, .month, "1956-11-04", "1956-10/1956-12"),
      (2, .decade, "1956-11-04", "1940/1959"), (1, .decade, "-0003-01-01", "-000X"),
      (1, .decade, "0003-01-01", "000X"), (1, .century, "-0044-03-15", "-00XX"),
    ] as [(Int64, TimeUnit, String, String)])
  func bucketLabels(count: Int64, unit: TimeUnit, day: String, label: String) throws {
    let buckets = DateBuckets(each: count, unit)
    let number = try #require(EDTF.parse(day)).bounds.earliestStart
    let index = buckets.index(of: number)
    #expect((buckets.firstDay(of: index)...buckets.lastDay(of: index)).contains(number))
    #expect(buckets.label(of: index).text == label)
  }

  @Test func bucketsTileTheCalendar() {
    for unit in TimeUnit.allCases {
      for count in [Int64(1), 2, 3, 7] {
        let buckets = DateBuckets(each: count, unit)
        for index in buckets.index(of: -735_000)..<buckets.index(of: -735_000) + 30 {
          #expect(buckets.index(of: buckets.firstDay(of: index)) == index)
          #expect(buckets.index(of: buckets.lastDay(of: index)) == index)
          #expect(buckets.lastDay(of: index) < buckets.lastDay(of: index + 1))
        }
      }
    }
  }

  @Test func farBucketsDoNotTrap() {
    for unit in TimeUnit.allCases {
      for index in [Int64.min + 1, Int64.max - 1, 1 << 60] {
        let buckets = DateBuckets(each: 3, unit)
        #expect(buckets.firstDay(of: index) <= buckets.lastDay(of: index) + 1)
        _ = buckets.index(of: index)
      }
    }
  }

  @Test func startsThatStraddleAreNotPlaced() throws {
    let dates = column(["1985", "198X", "19XX", "1951/..", "../1951", nil, "1989-12/1990"])
    let placed = dates.bucketIndices(DateBuckets(.decade))
    let none = DateBuckets.notPlaced
    #expect(placed == [198, 198, none, 195, none, none, 198])
    let touched = try #require(dates.touchedBuckets(DateBuckets(.decade), today: 0))
    #expect(touched.offsets == [0, 1, 2, 12, 15, 15, 15, 17])
    let years = try #require(column(["1951/1953", "1985/", "1956"]).yearsTouched(today: 0))
    #expect(years.offsets == [0, 3, 3, 4])
    #expect(column(["Y-170000002/Y170000002"]).yearsTouched(today: 0) == nil)
  }

  @Test func periodsOfTwoColumns() {
    func joined(_ start: String?, _ end: String?) -> String? {
      DateValue(from: start.flatMap { EDTF.parse($0) }, to: end.flatMap { EDTF.parse($0) })?.text
    }
    #expect(joined("1951", "1956-11") == "1951/1956-11")
    #expect(joined("1951", nil) == "1951")
    #expect(joined(nil, "1956") == "/1956")
    #expect(joined("1951", "9999-12-31") == "1951/..")
    #expect(joined("1956", "1951") == nil)
    #expect(joined(nil, nil) == nil)
  }

  @Test(arguments: [
    ("199X", "1990s", "années 1990"), ("19XX", "20th century", "XXe siècle"),
    ("1979-22", "summer 1979", "été 1979"), ("1956-33~", "Q1 1956~", "T1 1956~"),
    ("1956-21/1957-24", "spring 1956/winter 1957", "printemps 1956/hiver 1957"),
    ("1956-41?", "2nd half 1956?", "2e semestre 1956?"), ("1956-29", "1956-29", "1956-29"),
    ("00XX", "1st century", "Ier siècle"), ("20XX~", "21st century~", "XXIe siècle~"),
    ("11XX", "12th century", "XIIe siècle"), ("1956-11-04", "1956-11-04", "1956-11-04"),
    ("195X/197X", "1950s/1970s", "années 1950/années 1970"), ("-019X", "-019X", "-019X"),
    ("1XXX", "1XXX", "1XXX"), ("1951/..", "1951/..", "1951/.."),
  ])
  func humanText(text: String, english: String, french: String) throws {
    let date = try #require(EDTF.parse(text))
    #expect(date.humanText(.english) == english)
    #expect(date.humanText(.french) == french)
  }

  @Test(arguments: [21, 22, 23, 24, 33, 34, 35, 36, 40, 41])
  func partsOfYearsAreReadAsTheyAreShown(part: Int) throws {
    for text in ["1956-\(part)", "1956-\(part)~"] {
      let date = try #require(EDTF.parse(text))
      for tongue in Tongue.allCases {
        let shown = date.humanText(tongue)
        #expect(shown != text)
        #expect(DateReading.read(shown)?.text == text, "\(shown)")
      }
    }
  }

  /// Intervals of two columns are those of their rows, on one thread and on two.
  @Test(arguments: [1, 5_000])
  func intervalsAreThoseOfTheirRows(repeats: Int) throws {
    let pairs: [(String?, String?)] = [
      ("1956-11-04", "1957-02"), ("1956", nil), (nil, "1957~"), (nil, nil), ("1956-11", "1956"),
      ("195X", "196X"), ("1956?", ".."), (nil, ".."), (nil, "Y99999999"), ("1950", "Y99999999"),
      ("1956", "9999-12-31"), ("1956", "1956-03-05"), ("Y-50000", "1956"), ("1956-22", "1957"),
    ]
    func date(_ text: String?, _ open: DateValue) -> DateValue? {
      text == ".." ? open : text.flatMap { EDTF.parse($0) }
    }
    let starts = pairs.map { date($0.0, .openStart) }
    let ends = pairs.map { date($0.1, .openEnd) }
    let columns = [starts, ends].map { dates in
      DateColumn((0..<repeats).flatMap { _ in dates })
    }
    let (found, hasForever) = try #require(
      DateColumn.intervals(from: columns[0], to: columns[1]))
    #expect(hasForever)
    let count = repeats * pairs.count
    #expect(found.earliestStart.count == count)
    let middle = count / 2
    for row in Set((0..<14).flatMap { [$0, middle - 7 + $0, count - 14 + $0] }) {
      let place = row % pairs.count
      let isNothing = pairs[place].0 == nil && pairs[place].1 == ".."
      let expected = isNothing ? nil : DateValue(from: starts[place], to: ends[place])
      #expect(found.date(at: row)?.text == expected?.text, "\(pairs[place])")
      #expect(found.date(at: row)?.bounds == expected?.bounds, "\(pairs[place])")
    }
  }
}
