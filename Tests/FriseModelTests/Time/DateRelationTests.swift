import FriseBase
import FriseModel
import Testing

/// The relations of dates: the specification's examples, brute force over every choice, the laws.
@Suite struct DateRelationTests {
  @Test(
    arguments: [
      // Language, section 10.
      ("1999/2002", DateRelation.startsNotBefore, "2000", Truth.no),
      ("1999/2002", .before, "2000", .no), ("1999/2002", .during, "2000", .no),
      ("1999/2002", .overlaps, "2000", .yes), ("1956", .during, "1956", .yes),
      ("1956", .during, "1956-11", .undecided), ("198X", .during, "1985", .undecided),
      ("198X", .before, "1985", .undecided), ("198X", .during, "198X", .yes),
      ("1984~", .during, "1984", .yes), ("1951/..", .overlaps, "2020", .yes),
      ("1951/..", .before, "2030", .no), ("1985/", .overlaps, "1990", .undecided),
      // More of section 5.2.
      ("1985/", .during, "1985", .undecided), ("1985/", .after, "1980", .yes),
      ("1956", .overlaps, "1956-11", .undecided), ("1956", .overlaps, "1950/1960", .yes),
      ("1956/1957", .overlaps, "1956-06", .undecided), ("1956/1957", .overlaps, "1957", .yes),
      ("1956-11-04", .after, "1956-11-03", .yes), ("1956", .after, "1955", .yes),
      ("1956-11-04", .meets, "1956-11-05", .yes), ("1956-11-04", .meets, "1956-11-03", .yes),
      ("1951-01-01/1956-12-31", .meets, "1957", .yes), ("1951/1956", .meets, "1957", .undecided),
      ("1951/..", .meets, "1950", .undecided), ("1951/..", .meets, "2020", .no),
      ("1956-11-04", .meets, "1956-11-04", .no), ("../1985", .before, "1990", .yes),
      ("/1985", .overlaps, "1900", .undecided), ("[1667,1668]", .during, "1667", .undecided),
      ("1956", .endsNotAfter, "1956", .yes), ("1956", .endsNotAfter, "1956-06", .undecided),
      ("1951/..", .during, "1950/..", .yes), ("1951/..", .after, "1950/..", .no),
      ("[1760..]", .after, "1950/..", .no), ("1951", .before, "../1960", .no),
      ("1985", .overlaps, "1980/", .undecided), ("1985", .after, "1980/", .undecided),
    ] as [(String, DateRelation, String, Truth)])
  func answers(text: String, relation: DateRelation, period: String, expected: Truth) throws {
    let date = try #require(EDTF.parse(text))
    let literal = Period(try #require(EDTF.parse(period)))
    #expect(relation.answer(date, literal) == expected)
    #expect(DateColumn([date]).answers(relation, literal) == [expected.rawValue])
  }

  @Test(
    arguments: [
      ("1984~", "1984", DateRelation.during, Truth.undecided),
      ("1984~", "1983/1985", .during, .yes),
      ("1984%", "1983/1985", .during, .undecided), ("1984~", "1985", .during, .undecided),
      ("1984~", "1986", .during, .no), ("1984", "1984", .during, .yes),
      ("1985/", "1985", .overlaps, .yes), ("1951~/1956", "1951/1956", .during, .undecided),
    ] as [(String, String, DateRelation, Truth)])
  func widened(text: String, period: String, relation: DateRelation, expected: Truth) throws {
    let date = try #require(EDTF.parse(text))
    let literal = Period(try #require(EDTF.parse(period)))
    #expect(relation.answer(date, literal, reading: .widened) == expected)
    #expect(
      DateColumn([date]).answers(relation, literal, reading: .widened) == [expected.rawValue])
  }

  @Test func within() throws {
    let fall = Period(try #require(EDTF.parse("1989-11-09")))
    let twoYears = CalendarDuration(months: 24, days: 0)
    let dates = [
      "1991-11-09", "1991-11-10", "1987-11-09", "1987-11-08", "1991", "1990", "1980/1989",
    ]
    let column = DateColumn(dates.map { EDTF.parse($0) } + [nil])
    let answers = column.answers(within: twoYears, of: fall)
    #expect(answers == [2, 0, 2, 0, 1, 2, 2, 1])
    let same = DateColumn(Array(repeating: EDTF.parse("1989-11-09"), count: 8))
    #expect(column.answers(within: twoYears, of: same) == answers)
  }

  // MARK: Brute force

  /// Random dates on a small line of days, open and unknown sides among them.
  struct Generator {
    var state: UInt64

    mutating func next(_ bound: UInt64) -> Int64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int64((state >> 33) % bound)
    }

    mutating func bounds(definite: Bool) -> DateBounds {
      let days = (0..<4).map { _ in next(7) }.sorted()
      if definite { return DateBounds(wholeFrom: days[0], to: days[2]) }
      if next(3) == 0 { return DateBounds(somewhereFrom: days[0], to: days[3]) }
      return DateBounds(
        earliestStart: days[0], latestStart: days[1], earliestEnd: days[2], latestEnd: days[3])
    }
  }

  /// Every start and end that bounds allow.
  private func choices(_ bounds: DateBounds) -> [(Int64, Int64)] {
    (bounds.earliestStart...bounds.latestStart).flatMap { start in
      (bounds.earliestEnd...bounds.latestEnd).filter { $0 >= start }.map { (start, $0) }
    }
  }

  /// The relation of two definite intervals, from its words.
  private func holds(
    _ relation: DateRelation, _ left: (Int64, Int64), _ right: (Int64, Int64)
  ) -> Bool {
    let own = left.0...left.1
    let other = right.0...right.1
    return switch relation {
    case .during: own.allSatisfy { other.contains($0) }
    case .overlaps: own.contains { other.contains($0) }
    case .before: own.allSatisfy { $0 < right.0 }
    case .after: own.allSatisfy { $0 > right.1 }
    case .meets: left.1 + 1 == right.0 || right.1 + 1 == left.0
    case .startsNotBefore: left.0 >= right.0
    case .endsNotAfter: left.1 <= right.1
    case .equals: left == right
    }
  }

  @Test func agreesWithEveryChoice() {
    var generator = Generator(state: 1956)
    for round in 0..<3000 {
      let left = generator.bounds(definite: round % 4 == 0)
      let right = generator.bounds(definite: round % 2 == 0)
      for relation in DateRelation.allCases where relation != .equals {
        let outcomes = choices(left).flatMap { own in
          choices(right).map { holds(relation, own, $0) }
        }
        let expected: Truth =
          outcomes.allSatisfy { $0 } ? .yes : outcomes.contains(true) ? .undecided : .no
        let answer = relation.answer(left, right)
        // With a definite period the answer is exact; else it may only be more careful.
        let isDefinite = right.earliestStart == right.latestStart
        let isFine =
          answer == expected || (answer == .undecided && (!isDefinite || relation == .meets))
        if !isFine { Issue.record("\(relation) \(left) \(right): \(answer), not \(expected)") }
      }
    }
  }

  @Test func theThirteenRelationsOfAllen() {
    let days: Range<Int64> = 0..<6
    let intervals = days.flatMap { start in (start..<6).map { (start, $0) } }
    for left in intervals {
      for right in intervals {
        for relation in DateRelation.allCases {
          let answer = relation.answer(
            DateBounds(wholeFrom: left.0, to: left.1), DateBounds(wholeFrom: right.0, to: right.1))
          #expect(answer == Truth(holds(relation, left, right)))
        }
      }
    }
  }

  // MARK: Laws over the gathered dates

  static let periods = [
    "1984", "1984-06", "2004", "20XX", "1956-11-04", "1985/..", "../1985", "-01XX", "0000", "1985/",
    "Y-170000002", "XXXX",
  ]

  @Test(arguments: periods)
  func columnsAgreeWithRows(period: String) throws {
    let literal = Period(try #require(EDTF.parse(period)))
    let dates = DateColumnTests.texts.map { EDTF.parse($0) } + [nil]
    let column = DateColumn(dates)
    let constant = DateColumn(dates.map { _ in EDTF.parse("1985/2004~") })
    for relation in DateRelation.allCases {
      for reading in DateRelation.Reading.allCases {
        let rows = dates.map { relation.answer($0, literal, reading: reading).rawValue }
        #expect(column.answers(relation, literal, reading: reading) == rows)
        let pairs = dates.enumerated().map { row, date in
          relation.answer(date, constant.date(at: row), reading: reading).rawValue
        }
        #expect(column.answers(relation, constant, reading: reading) == pairs)
      }
      // certainly ⊆ plain ⊆ possibly, negations included.
      let plain = column.answers(relation, literal)
      let widened = column.answers(relation, literal, reading: .widened)
      for (before, after) in zip(plain, widened) {
        #expect(after == before || after == Truth.undecided.rawValue)
      }
    }
  }

  @Test func sortedDaysAnswerByBinarySearch() throws {
    let column = DateColumn((0..<1000).map { DateValue(day: Int64($0 * 3 / 2)) })
    for text in [
      "1970", "1971-02", "1970-01-01", "1969", "1980", "../1970-06", "1971/..", "1970-03-03",
    ] {
      let period = Period(try #require(EDTF.parse(text)))
      for relation in DateRelation.allCases where relation != .meets && relation != .equals {
        let range = try #require(column.yesRange(relation, period))
        let answers = column.answers(relation, period)
        #expect(answers.indices.filter { answers[$0] == Truth.yes.rawValue } == Array(range))
      }
    }
  }

  @Test func footnotesCount() throws {
    let column = DateColumn(
      ["1999/2002", "2000", "1999/2012", "2000-05/2001", nil].map { text in
        text.flatMap { EDTF.parse($0) }
      })
    #expect(column.partialOverlapCount(Period(year: 2000)) == 3)
    #expect(column.spanCount(.before, Period(year: 2010)) == 1)
    #expect(column.spanCount(.startsNotBefore, Period(year: 2010)) == 1)
    #expect(column.spanCount(.during, Period(year: 2010)) == 0)
  }

  @Test func orderAndGroups() {
    let texts = ["1956", "1956-01-01", nil, "1955-12", "1956", "Y-17000002", "1956/..", "../1956"]
    let column = DateColumn(texts.map { $0.flatMap { EDTF.parse($0) } })
    let keys = Column.date(column).sortRanks(in: .english)
    let order = column.earliestStart.indices.sorted { left, right in
      let own = keys.map { $0[left] } + [Int64(left)]
      return own.lexicographicallyPrecedes(keys.map { $0[right] } + [Int64(right)])
    }
    let sorted = order.map { column.date(at: $0)?.text }
    #expect(
      sorted == [
        nil, "../1956", "Y-17000002", "1955-12", "1956/..", "1956", "1956", "1956-01-01",
      ])
    #expect(Column.date(column).keyCodes().codes == [0, 1, 2, 3, 0, 4, 5, 6])
  }

  @Test func ranges() throws {
    #expect(Period(from: Period(year: 1951), to: Period(year: 1950)) == nil)
    let open = try #require(Period(from: Period(year: 1951), to: nil))
    #expect(open.last == DateBounds.future)
    #expect(open.intersection(Period(year: 1950)) == nil)
    #expect(open.intersection(Period(year: 1956)) == Period(year: 1956))
  }
}
