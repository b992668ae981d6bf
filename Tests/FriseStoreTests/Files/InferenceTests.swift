import FriseBase
import FriseModel
import FriseStore
import Testing

/// Types are found on whole columns.
@Suite struct InferenceTests {
  @Test(
    arguments: [
      ("1|2|-3", .number), ("1.5|2|-0.25", .number), ("1 234|5 678", .number),
      ("1.234.567|12", .number), ("yes|no|yes", .truth), ("vrai|faux", .truth), ("0|1", .number),
      ("~140000|>200000|12", .figure), ("plus de 200 000|5", .figure), ("1956-11|1957", .date),
      ("1951/1975|1960/..", .date), ("été 1956|avant 1956", .date), ("1956|1957", .number),
      ("a|b", .text), ("007|12", .text), ("12A|12", .text), ("10%|12", .text),
      ("about 1956|1957", .date), ("1956-13|1956", .text), ("|", .text),
      ("170141183460469231731687303715884105727|1", .number),
    ] as [(String, ValueType)])
  func findsTheTypeOfAllCells(cells: String, type: ValueType) throws {
    let rows = cells.split(separator: "|", omittingEmptySubsequences: false)
    let text = "c;n\n" + rows.map { "\($0);1\n" }.joined()
    #expect(try LoadedCells(text).type("c") == type)
  }

  @Test func exactDecimalsAtOneScale() throws {
    let loaded = try LoadedCells("n,m\n0.1,x\n20,y\n-3.25,z\n,w\n")
    #expect(try loaded.texts("n") == ["0.1", "20", "-3.25", ""])
  }

  @Test func textKeepsEveryCharacterWhenAsked() throws {
    let text = "a,b\n\" x \",1\n y,2\n"
    let loaded = try LoadedCells(text)
    #expect(try loaded.texts("a") == ["x", "y"])
    #expect(loaded.tells("text = [`a`]"))
    #expect(try LoadedCells(text) { $0.types["a"] = .text }.texts("a") == [" x ", " y"])
  }

  @Test func optionsSettleTypes() throws {
    let loaded = try LoadedCells("a,b,c,d\n1,2,1956,x|y\n3,4,0043,z\n") {
      $0.types = ["a": .text, "b": .figure, "c": .date, "d": .list]
      $0.listSeparator = "|"
    }
    #expect(loaded.type("a") == .text)
    #expect(try loaded.texts("b") == ["exact 2", "exact 4"])
    #expect(try loaded.texts("c") == ["1956", "0043"])
    #expect(try loaded.texts("d") == ["x;y", "z"])
    #expect(failure("a\nx\n") { $0.types["b"] = .text }?.code == "E404")
    #expect(failure("a\nsome\n") { $0.types["a"] = .figure }?.code == "E405")
  }

  @Test(
    arguments: [
      ("when,n\n1956-11,1\n", "when"), ("year,n\n1956,1\n1957,2\n", "year"),
      ("Année,n\n1956,1\n", "Année"), ("d1,d2\n1956-11,1957-01\n", nil),
      ("date,seen\n1956-11,1957-01\n", "date"), ("start,end\n1956,1960\n1961,\n", "date"),
      ("début,fin\n1956-11,1960-01\n", "date"),
      ("hdate,hdate_end\n3 apr 1721,4 may 1722\n", "date"),
      ("year,n\n12,1\n", nil), ("n,m\n1,2\n", nil),
    ] as [(String, String?)])
  func findsTheDateOfTheRows(text: String, date: String?) throws {
    #expect(try LoadedCells(text).date == date)
  }

  @Test func startAndEndThatAreNamedAreCombined() throws {
    let text = "a,b,c\n1956,1960,1950-01\n1961,,1951-01\n,1970,1952-01\n"
    let loaded = try LoadedCells(text) { $0.parts = [.start: "a", .end: "b"] }
    #expect(loaded.date == "date")
    #expect(try loaded.texts("date") == ["1956/1960", "1961", "/1970"])
    let wrong = failure("a,b\n1960,1956\n") { $0.parts = [.start: "a", .end: "b"] }
    #expect(wrong?.code == "E405" && wrong?.lineNumber == 2)
  }

  @Test func tellsWhatIsMissing() throws {
    let loaded = try LoadedCells("a,b\n1,\n2,\n3,x\n4,\n")
    #expect(loaded.tells("b (75% missing)"))
    #expect(
      loaded.report[0].english == "x: 4 rows, 2 columns (cells parted by a comma, UTF-8, "
        + "names in the first row)")
    #expect(loaded.report[0].french.hasPrefix("x : 4 lignes, 2 colonnes"))
  }
}
