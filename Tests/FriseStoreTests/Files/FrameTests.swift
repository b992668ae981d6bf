import FriseBase
import FriseModel
import FriseStore
import Testing

/// Titles above the names and notes below the rows, as ministries and spreadsheets write them: what
/// is no row of the table is left out and told, and nothing else is.
@Suite struct FrameTests {
  /// A file, the names of its columns, how many rows it has and what a person is told.
  private struct Case: CustomTestStringConvertible {
    let name: String
    let text: String
    let names: [String]
    let rowCount: Int
    let tells: [String]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ names: [String], _ rowCount: Int, _ tells: [String]) {
      (self.name, self.text, self.names, self.rowCount) = (name, text, names, rowCount)
      self.tells = tells
    }
  }

  private static let rows = "code;nom;1990;2020\n01;Ain;471 019;657 856\n2A;Corse;118 808;160 814\n"
  private static let names = ["code", "nom", "1990", "2020"]

  private static let framed: [Case] = [
    Case(
      "title padded to the full width",
      "Population;;;\nSource : Insee;;;\n;;;\n" + rows, names, 2,
      [
        "names on line 4",
        "3 lines above the names are left out: \"Population\", \"Source : Insee\"",
      ]),
    Case(
      "title of one cell", "Population, par département\n\n" + rows, names, 2,
      ["names on line 3", "2 lines above the names are left out: \"Population, par départ"]),
    Case(
      "one line of title", "Population\nyear,n\n1990,5\n2000,6\n", ["year", "n"], 2,
      ["1 line above the names is left out: \"Population\""]),
    Case(
      "quoted pairs above",
      "\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated\",\"2021\",\n\n"
        + "\"Country Name\",\"Country Code\",\"Indicator\",\"1960\",\"1961\",\n"
        + "\"Aruba\",\"ABW\",\"Population, total\",\"54211\",\"\",\n"
        + "\"Angola\",\"AGO\",\"Population, total\",\"5643182\",\"5753024\",\n",
      ["Country Name", "Country Code", "Indicator", "1960", "1961", "column6"], 2,
      ["names on line 5", "\"Data Source World Development Indicators\""]),
    Case(
      "prose with separators above", "Source: INSEE, census, 2019, rev\n\ncode,n\nA,5\nB,6\n",
      ["code", "n"], 2, ["names on line 3"]),
    Case(
      "remarks above", "# Source: UN\n# 2020, revised\nid,name,n\n1,a,5\n2,b,6\n",
      ["id", "name", "n"], 2, ["names on line 3"]),
    Case(
      "headings of groups", ";Hommes;;Femmes;\nage;n;part;n;part\n0;1;2;3;4\n1;2;3;4;5\n",
      ["age", "n", "part", "n_2", "part_2"], 2, ["\"Hommes Femmes\""]),
    Case(
      "names of text alone behind a blank line", "Liste\n\na,b,c\nx,y,z\nu,v,w\n", ["a", "b", "c"],
      2, ["2 lines above"]),
    Case(
      "what parts cells", "sep=;\nnom;n\nA;1,5\nB;2\n", ["nom", "n"], 2,
      ["the first line says which sign parts the cells"]),
    Case(
      "notes below a blank line", rows + "\nSource : Insee, 2021.\nChamp : France; hors Mayotte",
      names, 2, ["the last 3 lines are no rows and left out: \"Source : Insee, 2021.\", \"Champ"]),
    Case(
      "notes below an empty row", rows + ";;;\nSource : Insee;;;\n", names, 2,
      ["the last 2 lines are no rows and left out: \"Source : Insee\""]),
    Case(
      "a note straight below", rows + "Source : Insee\n", names, 2,
      ["the last line is no row and left out: \"Source : Insee\""]),
    Case(
      "a note straight below with separators in it", rows + "Source : Insee; Ined; INED", names, 2,
      ["the last line is no row and left out: \"Source : Insee; Ined; INED\""]),
    Case(
      "a mark straight below", rows + "(1) Without Mayotte.\n© Insee\n", names, 2,
      ["the last 2 lines are no rows and left out: \"(1) Without Mayotte.\", \"© Insee\""]),
    Case(
      "words below a blank line", rows + "\nInstitut national\n", names, 2,
      ["the last 2 lines are no rows and left out: \"Institut national\""]),
    Case(
      "quoted notes", rows + "\n\"Source : Insee; Ined\"\n", names, 2,
      ["the last 2 lines are no rows and left out: \"Source : Insee; Ined\""]),
    Case(
      "title and notes",
      "Population\r\n\r\na;b;c;d\r\nx;1;2;3\r\ny;4;5;6\r\n\r\nSource : Insee\r\n",
      ["a", "b", "c", "d"], 2, ["names on line 3", "the last 2 lines"]),
  ]

  @Test(arguments: framed)
  private func linesThatAreNoRowsAreLeftOut(file: Case) throws {
    let loaded = try LoadedCells(file.text)
    #expect(loaded.names == file.names)
    #expect(loaded.cells.table.rowCount == file.rowCount)
    for text in file.tells { #expect(loaded.tells(text), "\(loaded.report)") }
  }

  /// A row longer than what is looked at is no note, nor is what follows a long one.
  @Test func longRowsAreNotTakenForNotes() throws {
    let long = String(repeating: "long text ", count: 9000)
    for rows in ["\(long),1\n", "1,\(long)\n", "\"\(long)\n\nSource: y\",1\n"] {
      let loaded = try LoadedCells("a,b\nx,y\n" + rows)
      #expect(loaded.cells.table.rowCount == 2)
      #expect(!loaded.tells("no row"))
    }
    let noted = try LoadedCells("a,b\n1,\(long)\n\nSource: y\n")
    #expect(noted.tells("the last 2 lines"))
    #expect(try LoadedCells("\(long)\(long)\(long),b\nx,y\n").cells.table.rowCount == 1)
  }

  private static let regular: [Case] = [
    Case("an unnamed column", ",a,b\n0,x,y\n1,z,w\n", ["column1", "a", "b"], 2, []),
    Case("a name that lacks", "name,\nBob,Paris\nEve,Rome\n", ["name", "column2"], 2, []),
    Case("one column of lists", "titre\nA; b\nC; d\nE; f\n", ["titre"], 3, []),
    Case("no names", "a,1\nb,2\n", ["column1", "column2"], 2, []),
    Case("a name with a mark", "#,name,n\n1,a,5\n2,b,6\n", ["#", "name", "n"], 2, []),
    Case("few cells in the first row", "a,b,c,d\nx,,,\ny,1,2,3\n", ["a", "b", "c", "d"], 2, []),
    Case(
      "few cells in the last rows", "a,b,c,d\ny,1,2,3\n,,,\nlong text,,,\n", ["a", "b", "c", "d"],
      3, []),
    Case("a lone cell below a blank line", "a,b\ny,1\n\nlong text,\n", ["a", "b"], 2, []),
    Case("empty rows at the end", "a,b\ny,1\n,\n,\n", ["a", "b"], 3, []),
    Case("a note inside quotes", "a,b\nx,\"long\n\nSource: y\nend\"\n", ["a", "b"], 1, []),
    Case("one row", "title;;;\na;b;c;d\n", ["title", "column2", "column3", "column4"], 1, []),
  ]

  @Test(arguments: regular)
  private func rowsAreNotTakenForNotes(file: Case) throws {
    let loaded = try LoadedCells(file.text)
    #expect(loaded.names == file.names)
    #expect(loaded.cells.table.rowCount == file.rowCount)
    #expect(!loaded.tells("left out"))
  }

  @Test func theLineOfNamesMayBeTold() throws {
    let text = "a;b\nx;1\nnom;n\ny;2\nz;3\n"
    #expect(try LoadedCells(text).names == ["a", "b"])
    let told = try LoadedCells(text) { ($0.hasHeader, $0.headerLine) = (true, 3) }
    #expect(told.names == ["nom", "n"])
    #expect(try told.texts("n") == ["2", "3"])
    #expect(told.tells("names on line 3"))
    let padded = "Title;;;\nx;y;z;w\n1;2;3;4\n"
    #expect(try LoadedCells(padded) { $0.hasHeader = true }.cells.table.rowCount == 2)
    #expect(try LoadedCells(padded) { $0.hasHeader = false }.cells.table.rowCount == 3)
    let beyond = failure(text) { ($0.hasHeader, $0.headerLine) = (true, 9) }
    #expect(beyond?.code == "E414")
    #expect(beyond?.message.english.contains("the last one is line 5") == true)
  }

  /// Texts that no reading makes a table of, each with the line at fault.
  @Test(arguments: [
    ("a,b\nParis,x,1\nRome,y,2\n", 2), ("name,city\nBob,Paris,x\nEve,Rome,y\n", 2),
    ("a,b,c,d\n1,2,3\n4,5,6\n", 2), ("a,b\n1,2\nthree\n4,5\n", 3),
    ("a;b\n1;2\n\nc;d;e\n3;4;5\n", 4), ("a;b\n\nx;1;2\ny;2;3\n", 3), ("a,b\n1,2\nTotal\n", 3),
    ("a,b\n1,2\n3,4\nParis town\n", 4), ("a,b\n1,2\nSource\n", 3),
    ("a,b\n1,2\nNotebooks of Eve\n", 3), ("name,note\nx,y\n\n\"z\"\n", 4),
    ("a,b,c\n1,2,3\n\nfoo, bar baz\n", 4), ("a,b\n1,2\nParis town\nSource: x y\n", 3),
  ])
  func raggedRowsStayAFault(text: String, line: Int) {
    #expect(failure(text)?.code == "E403")
    #expect(failure(text)?.lineNumber == line)
  }

  /// A last line is what it is, with a line end or without.
  @Test(arguments: ["\nSource: x", "Source: x y", "\nInstitut national", "\nNote: a, b, c"])
  func notesNeedNoLineEnd(note: String) throws {
    for end in ["", "\n", "\r\n"] {
      let loaded = try LoadedCells("a,b\n1,2\n" + note + end)
      #expect(loaded.cells.table.rowCount == 1)
      #expect(loaded.tells("no row"))
    }
  }

  /// Where a person says on which line the names stand, all that stands below is a row.
  @Test(arguments: ["Paris town", "\nSource: x", "Source: x y", "\n\"z z\""])
  func nothingBelowToldNamesIsANote(note: String) {
    let found = failure("a,b\n1,2\n" + note + "\n") { ($0.hasHeader, $0.headerLine) = (true, 1) }
    #expect(found?.code == "E403")
  }

  @Test func faultsNameTheLineOfTheFile() {
    let text = "Title\n\na,b,n\nx,y,1\nz,2\nw,v,3\n"
    #expect(failure(text)?.lineNumber == 5)
  }

  @Test func aFaultyWidthNamesItsRemedy() {
    let wide = failure("name,n\nSmith, John,3\nDoe,4\n")?.message
    #expect(wide?.english.contains("a cell that holds one stands in quotes") == true)
    #expect(wide?.french.contains("une cellule qui en contient est entre guillemets") == true)
    let narrow = failure("a;b;c\n1;2;3\n1;2\n1;2;3\n")?.message
    #expect(narrow?.english.contains("an empty cell keeps its separator") == true)
    let widened = failure("a,b\n1,2,\n3,4\n")?.message
    #expect(widened?.english.hasPrefix("2 cells where the second row has 3") == true)
    #expect(widened?.french.hasPrefix("2 cellules là où la deuxième ligne en a 3") == true)
    #expect(failure("a\nx,y,1\nz,w,2\n")?.message.english.contains("header = LINE") == true)
  }

  /// A quote is a sign like any other in a tab-separated file, unless no table can be made then.
  /// A program that puts every text of a tab-separated file in quotes means none of them.
  @Test func quotesOfAllTabbedRowsAreNoSigns() throws {
    let loaded = try LoadedCells("\"name\"\t\"n\"\n\"A\"\t12\n\"B \"\"C\"\"\"\t3\n", file: "x.tsv")
    #expect(try loaded.texts("name") == ["A", "B \"C\""])
    #expect(try loaded.texts("n") == ["12", "3"])
    // Not where some rows have none, or a quote stands within.
    for text in ["\"a\"\tb\n5\t6\n7\t8\n", "\"a\"\tb\n\"x\" y\t6\n\"z\"\t8\n"] {
      let plain = try LoadedCells(text, file: "x.tsv")
      #expect(try plain.texts("\"a\"").count == 2)
    }
    // What cannot be read so is read without.
    let late = "\"a\"\t\"b\"\n" + String(repeating: "\"x\"\t\"y\"\n", count: 200) + "\"z\t5\n"
    #expect(try LoadedCells(late, file: "x.tsv").texts("\"a\"").last == "\"z")
  }

  @Test func findsQuotesInTabSeparatedText() throws {
    let text = "a\tb\n\"x\ty\"\t2\n\"two\nlines\"\t4\n"
    let loaded = try LoadedCells(text, file: "x.tsv")
    #expect(try loaded.texts("a") == ["x\ty", "two\nlines"])
    #expect(loaded.tells("quoted by \""))
    #expect(try LoadedCells("a\tb\n\"x\"\t2\n", file: "x.tsv").texts("a") == ["\"x\""])
    #expect(failure("a\tb\n\"x\t2\n3\n", file: "x.tsv")?.lineNumber == 3)
  }

  /// The end of a cell of several lines is no note, though the text is first read without quotes.
  @Test(arguments: ["line two", "line two\nline three", "two\n\nline three", "say \"\"x y\"\""])
  func lastQuotedCellsOfTabSeparatedTextAreKept(rest: String) throws {
    for end in ["", "\n", "\n\nSource: x\n"] {
      for first in ["x", "\"x\ny\""] {
        let text = "a\tb\n0\t\(first)\n1\t\"line one\n\(rest)\"\(end)"
        let loaded = try LoadedCells(text, file: "q.tsv")
        #expect(try loaded.texts("a") == ["0", "1"])
        let cell = "line one\n\(rest)".replacing("\"\"", with: "\"")
        #expect(try loaded.texts("b").last == cell)
        #expect(loaded.tells("no row") == end.contains("Source"))
      }
    }
    let noted = try LoadedCells("a\tb\n1\tx\n\nthe \"big\" one\n", file: "q.tsv")
    #expect(noted.tells("the last 2 lines are no rows"))
  }

  @Test func findsSingleQuotes() throws {
    let loaded = try LoadedCells("a,b\n'x,y',2\n'it''s',4\n")
    #expect(try loaded.texts("a") == ["x,y", "it's"])
    #expect(loaded.tells("quoted by '"))
    for text in ["a,b\n's-Gravenhage,2\n'x',4\n", "a,b\n'x',2\nb,3\nc,4\nd,5\n\"e\",6\n"] {
      #expect(try LoadedCells(text).texts("a").contains("'x'"))
    }
    let spaced = try LoadedCells("a, b, c\n1, \"x, y\", 3\n2, z , 4\n")
    #expect(try spaced.texts("b") == ["x, y", "z"])
    #expect(try LoadedCells("a, b\n1, \"x\" y\n").texts("b") == ["\"x\" y"])
    #expect(try LoadedCells("a,b\n\"x,y\",2\n").tells("quoted by \""))
    #expect(try !LoadedCells("a,b\nx,2\n").tells("quoted"))
  }
}
