import FriseBase
import FriseModel
import FriseStore
import Testing

/// The traps that real files hold, each with a small extract made for it (data, section 3).
@Suite struct TrapTests {
  @Test func markIsNotPartOfTheFirstName() throws {
    let loaded = try LoadedCells(bytes: [0xEF, 0xBB, 0xBF] + Array("id,n\nx,1\n".utf8))
    #expect(loaded.names == ["id", "n"])
    #expect(loaded.tells("UTF-8 (BOM)"))
  }

  @Test func quotedThousandsAmongIntegers() throws {
    let loaded = try LoadedCells("n,m\n1,3\n\"1,022\",4\n")
    #expect(loaded.type("n") == .number)
    #expect(try loaded.texts("n") == ["1", "1022"])
    #expect(loaded.tells("thousands sign"))
  }

  @Test func commaIsDecimalWhereAnotherCellShowsIt() throws {
    let loaded = try LoadedCells("n;m\n1,5;3\n1,022;4\n")
    #expect(try loaded.texts("n") == ["1.5", "1.022"])
    #expect(loaded.tells("decimal sign"))
  }

  @Test func namibiaIsNotMissing() throws {
    let text = "iso,n\nNA,1\nFR,NA\nDE,3\n"
    let loaded = try LoadedCells(text)
    #expect(try loaded.texts("iso") == ["NA", "FR", "DE"])
    #expect(loaded.type("n") == .text)
    #expect(loaded.tells("missing = [\"NA\"]"))
    let told = try LoadedCells(text) { $0.missing = ["NA"] }
    #expect(try told.texts("iso") == ["", "FR", "DE"])
    #expect(try told.texts("n") == ["1", "", "3"])
    #expect(told.type("n") == .number)
  }

  @Test func dotsStayTextUntilTheyAreToldMissing() throws {
    let text = "n\n1\n..\n..\n..\n2\n"
    #expect(try LoadedCells(text).type("n") == .text)
    #expect(try LoadedCells(text).tells("missing = [\"..\"]"))
    let told = try LoadedCells(text) { $0.missing = [".."] }
    #expect(try told.texts("n") == ["1", "", "", "", "2"])
  }

  @Test func codesKeepTheirZerosAndLetters() throws {
    let loaded = try LoadedCells("dep,insee\n01,001\n2A,010\n95,999\n")
    #expect(loaded.type("dep") == .text)
    #expect(try loaded.texts("insee") == ["001", "010", "999"])
    #expect(!loaded.tells("stays text"))
  }

  @Test func yearsBeforeChristKeepTheirOrder() throws {
    let loaded = try LoadedCells("when,what\n-0232,a\n0014,b\n-0044,c\n1066,d\n")
    #expect(loaded.type("when") == .date)
    guard case .date(let dates) = try loaded.cells.column("when") else { return }
    let order = dates.earliestStart.indices.sorted {
      dates.earliestStart[$0] < dates.earliestStart[$1]
    }
    #expect(order == [0, 2, 1, 3])
  }

  @Test func fourDigitsWithZerosAreCodes() throws {
    #expect(try LoadedCells("code\n0014\n0232\n1066\n").type("code") == .text)
  }

  @Test func endsWrittenAs9999AreOpen() throws {
    let loaded = try LoadedCells(
      "id,start_datetime,end_datetime\n"
        + "a,1860-07-01 00:00:00,9999-12-31 23:59:59\nb,1871-05-18 00:00:00,1922-09-06 00:00:00\n")
    #expect(loaded.date == "date")
    #expect(try loaded.texts("date") == ["1860-07-01/..", "1871-05-18/1922-09-06"])
    #expect(loaded.tells("open end"))
  }

  @Test func dotsAloneAreAnOpenEnd() throws {
    let text = "id,start,end\n1,1951,..\n2,1960-05,1961\n3,,..\n4,1970,\n"
    let loaded = try LoadedCells(text)
    #expect(loaded.type("end") == .date)
    #expect(try loaded.texts("end") == ["..", "1961", "..", ""])
    #expect(try loaded.texts("date") == ["1951/..", "1960-05/1961", "", "1970"])
    let named = try LoadedCells("a,b\nvers 1951,..\n1960,1961\n") {
      $0.parts = [.start: "a", .end: "b"]
    }
    #expect(try named.texts("date") == ["1951~/..", "1960/1961"])
    // A start may be open too; elsewhere the dots are a text.
    let start = try LoadedCells("début,fin\n..,1951-02\n1960-01,1961\n")
    #expect(try start.texts("date") == ["../1951-02", "1960-01/1961"])
    #expect(try LoadedCells("seen,n\n1951-05,1\n..,2\n1953,3\n").type("seen") == .text)
  }

  @Test(arguments: [
    ("c. 1040", "1040~"), ("?1700–1760", "1700?/1760"),
    ("Between 250BC and 87BC", "[-0249..-0086]"),
    ("vers 1956", "1956~"), ("années 1950", "195X"), ("XXe siècle", "19XX"),
    ("4 novembre 1956", "1956-11-04"), ("4/11/1956", "1956-11-04"), ("55 BC", "-0054"),
  ])
  func datesAsTheyAreTyped(text: String, edtf: String) throws {
    let loaded = try LoadedCells("d;n\n\(text);1\n1066-10-14;2\n")
    #expect(loaded.type("d") == .date)
    #expect(try loaded.texts("d") == [edtf, "1066-10-14"])
  }

  @Test func windows1252IsFoundAndShown() throws {
    let bytes = Array("nom;n\n".utf8) + [0xC9, 0x76, 0x72, 0x65, 0x75, 0x78, 0x3B, 0x31, 0x0A]
    let loaded = try LoadedCells(bytes: bytes)
    #expect(try loaded.texts("nom") == ["Évreux"])
    #expect(loaded.tells("Windows-1252"))
    #expect(loaded.tells("a semicolon"))
  }

  @Test func lineEndsInsideQuotesStay() throws {
    let loaded = try LoadedCells("a,b\n\"one\ntwo\",1\n\"say \"\"x\"\"\",2\n")
    #expect(try loaded.texts("a") == ["one\ntwo", "say \"x\""])
    #expect(loaded.cells.table.rowCount == 2)
  }

  @Test func carriageReturnsAreDropped() throws {
    let loaded = try LoadedCells("a,b\r\nx,1\r\ny,2\r\n")
    #expect(loaded.names == ["a", "b"])
    #expect(loaded.type("b") == .number)
  }

  @Test func namesAreKeptNumberedOrMadeUp() throws {
    let loaded = try LoadedCells(",Migration Route,\"a, b: c\",x,x\n1,r,s,2,3\n")
    #expect(loaded.names == ["column1", "Migration Route", "a, b: c", "x", "x_2"])
    #expect(loaded.schema.columns[0].name.french == "colonne1")
    #expect(loaded.tells("column 1 has no name"))
    #expect(loaded.tells("is called x_2"))
  }

  @Test func repeatedIDsAreTold() throws {
    let loaded = try LoadedCells("id,n\nx,1\ny,2\nx,3\n")
    #expect(loaded.tells("\"x\" stands on lines 2 and 4"))
    #expect(loaded.cells.table.registry == nil)
    #expect(failure("id,n\nx,1\nx,2\n") { $0.parts[.id] = "id" }?.code == "E406")
  }

  @Test func listsInsideACell() throws {
    let loaded = try LoadedCells("n,chiefs\n1,a;b\n2,c\n3,\n")
    #expect(loaded.type("chiefs") == .list(.text))
    #expect(try loaded.texts("chiefs") == ["a;b", "c", ""])
    // A semicolon in prose makes no list.
    let prose = try LoadedCells("n,remark\n1,He came; he saw.\n2,He went.\n")
    #expect(prose.type("remark") == .text)
  }

  @Test func bothOrdersOfDayAndMonthAreAnErrorWithBothRows() {
    let found = failure("d,n\n04-11-1956,1\n25-12-1956,2\n12-25-1956,3\n")
    #expect(found?.code == "E416")
    #expect(found?.message.english.contains("\"25-12-1956\" (line 3)") == true)
    #expect(found?.message.english.contains("\"12-25-1956\" (line 4)") == true)
    #expect(failure("d,n\n25-12-1956,2\n12-25-1956,3\n") { $0.types["d"] = .text } == nil)
  }

  @Test func oneCellGivesTheOrderOfTheColumn() throws {
    let month = try LoadedCells("d,n\n04/11/1956,1\n12/25/1956,2\n")
    #expect(try month.texts("d") == ["1956-04-11", "1956-12-25"])
    let day = try LoadedCells("d,n\n04/11/1956,1\n05/11/1956,2\n")
    #expect(try day.texts("d") == ["1956-11-04", "1956-11-05"])
    #expect(day.tells("read day first"))
  }

  @Test func oneBadCellAmongIntegersIsToldWithItsRow() throws {
    var text = "people\n"
    for number in 1...5000 { text += number == 4321 ? "about 50\n" : "\(number)\n" }
    let loaded = try LoadedCells(text)
    #expect(loaded.type("people") == .figure)
    let bad = try LoadedCells(TrapTests.replacing(text))
    #expect(bad.type("people") == .text)
    #expect(bad.tells("\"many\" on line 4322"))
    #expect(try bad.texts("people")[4320] == "many")
    let found = failure(TrapTests.replacing(text)) { $0.types["people"] = .number }
    #expect(found?.code == "E405" && found?.lineNumber == 4322)
  }

  /// The text with its one figure replaced by a word.
  private static func replacing(_ text: String) -> String {
    text.split(separator: "\n").map { $0 == "about 50" ? "many" : String($0) }
      .joined(separator: "\n")
  }

  /// Numbers with a sign beside them, and what is told.
  @Test(arguments: [
    ("12 %|3,5 %|0,25 %", ["12", "3.5", "0.25"], "%"), ("5%|-7%", ["5", "-7"], "%"),
    ("$1,234.50|$12|$3", ["1234.5", "12", "3"], "$"),
    ("1 000,50 €|2\u{202F}000\u{202F}€", ["1000.5", "2000"], "€"),
  ])
  func theSignBesideNumbersIsLeftOut(cells: String, numbers: [String], sign: String) throws {
    let text = "v;w\n" + cells.split(separator: "|").map { "\"\($0)\";x\n" }.joined()
    let loaded = try LoadedCells(text)
    #expect(loaded.type("v") == .number)
    #expect(try loaded.texts("v") == numbers)
    #expect(loaded.tells("the sign \(sign) beside its numbers is left out"))
    #expect(try LoadedCells(text) { $0.types["v"] = .text }.type("v") == .text)
    #expect(try LoadedCells(text) { $0.types["v"] = .number }.texts("v") == numbers)
  }

  @Test(arguments: ["5 %|6", "€5|$6", "5 %|x %", "007 %|8 %", "%|5 %"])
  func otherSignsBesideNumbersStay(cells: String) throws {
    let loaded = try LoadedCells("v\n" + cells.replacing("|", with: "\n") + "\n")
    #expect(loaded.type("v") == .text)
  }

  /// Days with a time, in several forms.
  @Test(arguments: [
    ("04/11/1956 12:30|23/10/1956 08:00", ["1956-11-04", "1956-10-23"]),
    ("11/4/1956 12:30:00 AM|11/25/1956 1:00 PM", ["1956-11-04", "1956-11-25"]),
    ("1956-11-04 12:30|1956-10-23 08:00:01", ["1956-11-04", "1956-10-23"]),
    ("1956-11-04T12:30:00.250Z|1956-10-23", ["1956-11-04", "1956-10-23"]),
    ("4 nov. 1956 12:30|vers 1956", ["1956-11-04", "1956~"]),
  ])
  func timesOfDayAreLeftOutAndTold(cells: String, dates: [String]) throws {
    let loaded = try LoadedCells("d\n" + cells.replacing("|", with: "\n") + "\n")
    #expect(loaded.type("d") == .date)
    #expect(try loaded.texts("d") == dates)
    #expect(loaded.tells("times of day are left out"))
  }

  @Test func codesOfALetterAndDigitsAreNoDates() throws {
    #expect(try LoadedCells("d\nc05\nc12\n").type("d") == .text)
    #expect(try LoadedCells("d\nc1040\nc. 950\n").texts("d") == ["1040~", "0950~"])
  }

  @Test func monthsBetweenDashesAreDates() throws {
    let loaded = try LoadedCells("d\n4-nov-1956\n15-Aug-1957\nnov-1958\n")
    #expect(try loaded.texts("d") == ["1956-11-04", "1957-08-15", "1958-11"])
    #expect(try LoadedCells("d\n4-nov-56\n5-nov-57\n").type("d") == .text)
  }

  @Test func wordsThatSayNothingAreNamed() throws {
    let cells = ["n/a", "2", "3", "#", "5", "6", "7", "8", "9"]
    let text = "v\n" + cells.joined(separator: "\n") + "\n"
    let loaded = try LoadedCells(text)
    #expect(loaded.tells("number = [`v`], missing = [\"n/a\", \"#\"]"))
    let told = try LoadedCells(text) { $0.missing = ["n/a", "#"] }
    #expect(told.type("v") == .number)
  }

  @Test func rowsMayEndWithASeparatorThatTheNamesLack() throws {
    let loaded = try LoadedCells("a;b\n\"x\";1;\n\"y\";2;\n\"z\";3;\n")
    #expect(loaded.names == ["a", "b", "column3"])
    #expect(try loaded.texts("b") == ["1", "2", "3"])
    #expect(loaded.tells("column 3 has no name"))
    #expect(failure("a;b\nx;1;5\ny;2;6\n")?.code == "E403")
  }

  @Test func midnightIsADayAlone() throws {
    let loaded = try LoadedCells("d\n1956-11-04 00:00:00\n5/11/1956 0:00\n")
    #expect(try loaded.texts("d") == ["1956-11-04", "1956-11-05"])
    #expect(!loaded.tells("times of day"))
  }

  @Test func timesAloneAreNoDates() throws {
    for cells in ["12:30\n08:15\n", "1956 12:75x\n", "4/11/1956 25:00\n"] {
      #expect(try LoadedCells("d\n" + cells).type("d") == .text)
    }
    let mixed = failure("d\n23/10/1956 08:00\n10/24/1956 09:00\n")
    #expect(mixed?.code == "E416")
  }

  @Test(arguments: [
    ("<!DOCTYPE html>\n<html>", "a web page"), ("\n <HTML><body>", "a web page"),
    ("<?xml version=\"1.0\"?><a/>", "XML"),
  ])
  func pagesAreRefused(text: String, kind: String) {
    #expect(failure(text)?.code == "E412")
    #expect(failure(text)?.message.english.contains(kind) == true)
  }
}
