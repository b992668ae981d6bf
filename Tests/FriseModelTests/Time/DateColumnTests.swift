import FriseModel
import Testing

/// Dates into columns and back.
@Suite struct DateColumnTests {
  /// Every valid text of the gathered cases.
  static let texts = EDTFTests.cases.filter { $0[1] == "yes" }.map { $0[0] }

  @Test func everyDateComesBackFromItsColumn() {
    let dates = DateColumnTests.texts.map { EDTF.parse($0) }
    let column = DateColumn(dates)
    #expect(!column.isSorted)
    for (row, date) in dates.enumerated() {
      #expect(column.date(at: row) == date)
      #expect(column.bounds(at: row) == date?.bounds)
      #expect(column.widenedBounds(at: row) == date?.widenedBounds)
      #expect(column.isReduced(at: row) == date?.isReduced)
    }
  }

  @Test func readingBytesEqualsParsing() {
    let sides = [
      "1956", "1956~", "1956-11?", "1956-11-04%", "195X", "195X~", "19XX?", "1956-21", "1956-24~",
      "1956-02-29", "1955-02-29", "1956-13", "0000", "9999-12-31", "..", "", "1956-1", "X956",
      "1X5X",
    ]
    var texts = sides
    for left in sides { for right in sides { texts.append(left + "/" + right) } }
    var builder = DateColumnBuilder()
    var expected: [DateValue?] = []
    for text in texts {
      let date = EDTF.parse(text)
      expected.append(date)
      #expect(builder.append(text.utf8.span) == (date != nil), "\(text)")
    }
    let column = builder.build()
    for (row, date) in expected.enumerated() where column.date(at: row) != date {
      Issue.record("\(texts[row])")
    }
  }

  @Test func commonDatesNeedNoSideEntry() {
    let texts = [
      "1956", "1956-11~", "195X", "19XX%", "1956-22", "1951/1975", "1951-02~/1975?", "1951/..",
      "/1951",
      "1951-12-08/", "../1951?",
    ]
    #expect(DateColumn(texts.map { EDTF.parse($0) }).written.isEmpty)
  }

  @Test func plainDaysShareTheirBuffers() {
    let column = DateColumn((0..<100).map { DateValue(day: $0) })
    #expect(column.forms.isEmpty)
    #expect(column.isSorted)
    #expect(column.date(at: 42)?.text == "1970-02-12")
    let tail = DateColumn([DateValue(day: 1), DateValue(day: 4), nil])
    #expect(tail.date(at: 2) == nil)
    #expect(tail.isSorted)
    #expect(tail.statedCount == 2)
    #expect(tail.yesRange(.during, Period(first: 2, last: 9)) == 1..<2)
    #expect(!DateColumn([nil, DateValue(day: 1)]).isSorted)
  }

  @Test(arguments: [
    ("1956", "1956"), ("1956-11", "1956-11"), ("1951/1975-03", "1951/1975-03"), ("195X", "195X"),
    ("-195X", "-195X"), ("19XX", "19XX"), ("1951/..", "1951/.."), ("/1985", "/1985"),
    ("[..1984]", "[..1984-12-31]"), ("2001-21", "[2001-03-01..2001-05-31]"),
    ("Y17000", "Y17000"), ("1985/", "1985/"), ("00XX", "00XX"),
  ])
  func datesFromBounds(text: String, expected: String) throws {
    let date = try #require(EDTF.parse(text))
    let made = DateValue(bounds: date.bounds)
    #expect(made.text == expected)
    #expect(made.bounds == date.bounds)
  }
}
