import FriseModel
import Testing

/// The forms people type, in both tongues, and their meaning in EDTF.
@Suite struct DateReadingTests {
  @Test(arguments: [
    // The forms of the specification.
    ("vers 1956", "1956~"), ("env. 1956", "1956~"), ("environ 1956", "1956~"),
    ("années 1950", "195X"), ("XXe siècle", "19XX"), ("été 1956", "1956-22"),
    ("avant 1956", "[..1955]"), ("4 novembre 1956", "1956-11-04"), ("4/11/1956", "1956-11-04"),
    ("c. 1040", "1040~"), ("Between 250BC and 87BC", "[-0249..-0086]"),
    ("?1700–1760", "1700?/1760"), ("1956", "1956"), ("1951/1975", "1951/1975"),
    // Days and months.
    ("4 Nov. 1956", "1956-11-04"), ("November 4, 1956", "1956-11-04"),
    ("Nov 4th 1956", "1956-11-04"), ("1er mai 1956", "1956-05-01"),
    ("le 4 novembre 1956", "1956-11-04"),
    ("lundi 5 novembre 1956", "1956-11-05"), ("3 apr 1721", "1721-04-03"), ("Août 1956", "1956-08"),
    ("en août 1956", "1956-08"), ("Oct 1853", "1853-10"), ("10 août 843", "0843-08-10"),
    ("4.11.1956", "1956-11-04"), ("04-11-1956", "1956-11-04"), ("25/12/1956", "1956-12-25"),
    ("12/25/1956", "1956-12-25"), ("1956/11/4", "1956-11-04"), ("11/1956", "1956-11"),
    ("1956-11-04 10:30", "1956-11-04"), ("2016-05-02T16:54", "2016-05-02"), (" 1956\u{A0}", "1956"),
    ("4\u{A0}novembre\u{202F}1956", "1956-11-04"), ("15 March 44 BC", "-0043-03-15"),
    // Qualifiers.
    ("ca 1956", "1956~"), ("circa 1956", "1956~"), ("about 1956", "1956~"), ("1956 ?", "1956?"),
    ("1956 (?)", "1956?"), ("vers 1956 ?", "1956%"), ("probably 1956", "1956?"),
    ("peut-être 1956", "1956?"), ("1956 (approx.)", "1956~"), ("c. 970", "0970~"),
    ("vers 800", "0800~"),
    ("vers novembre 1956", "1956-11~"), ("vers les années 1950", "195X~"), ("~1956", "~1956"),
    // Decades, centuries, seasons, quarters.
    ("1950s", "195X"), ("the 1950's", "195X"), ("décennie 1950", "195X"), ("XXᵉ siècle", "19XX"),
    ("XIXème siècle", "18XX"), ("20th century", "19XX"), ("19e siècle", "18XX"),
    ("Ier siècle", "00XX"),
    ("Ve siècle av. J.-C.", "-04XX"), ("1st century BC", "[-0099..0000]"),
    ("2nd millennium BC", "-1XXX"), ("printemps 1968", "1968-21"), ("fall 1956", "1956-23"),
    ("winter of 1956", "1956-24"), ("hiver 1956-1957", "1956-24"), ("Q1 1956", "1956-33"),
    ("3e trimestre 1956", "1956-35"), ("2e semestre 1956", "1956-41"),
    // Eras.
    ("44 BC", "-0043"), ("44 av. J.-C.", "-0043"), ("44 avant Jésus-Christ", "-0043"),
    ("AD 43", "0043"),
    ("43 apr. J.-C.", "0043"), ("500 BCE", "-0499"), ("44 B.C.", "-0043"), ("12000 BC", "Y-11999"),
    ("800 de notre ère", "0800"), ("1 BC", "0000"),
    // Ranges.
    ("1951-1956", "1951/1956"), ("1951 – 1956", "1951/1956"), ("1951 à 1956", "1951/1956"),
    ("de 1951 à 1956", "1951/1956"), ("from 1951 to 1956", "1951/1956"), ("1939-45", "1939/1945"),
    ("1999-00", "1999/2000"), ("4-6 novembre 1956", "1956-11-04/1956-11-06"),
    ("du 4 au 6 novembre 1956", "1956-11-04/1956-11-06"),
    ("November 4–6, 1956", "1956-11-04/1956-11-06"), ("octobre-novembre 1956", "1956-10/1956-11"),
    ("4 nov. – 6 déc. 1956", "1956-11-04/1956-12-06"),
    ("20 décembre – 4 janvier 1957", "1956-12-20/1957-01-04"), ("XIXe-XXe siècles", "18XX/19XX"),
    ("années 1950-1960", "195X/196X"), ("250-87 BC", "-0249/-0086"),
    ("50 BC - 20 AD", "-0049/0020"),
    ("1951-present", "1951/.."), ("1951 – aujourd'hui", "1951/.."), ("1951-", "1951/.."),
    ("c. 1700–1760", "1700~/1760"), ("vers 1956 - vers 1960", "1956~/1960~"),
    // Limits and choices.
    ("before 4 May 1956", "[..1956-05-03]"), ("après 1956", "[1957..]"),
    ("avant mai 1956", "[..1956-04]"),
    ("depuis 1956", "1956/.."), ("since May 1956", "1956-05/.."), ("à partir de 1956", "1956/.."),
    ("jusqu'en 1956", "../1956"), ("until 1956", "../1956"), ("entre 1950 et 1960", "[1950..1960]"),
    ("entre nov. 1956 et 1958", "[1956-11-01..1958-12-31]"), ("1956 ou 1957", "[1956,1957]"),
    ("Between 47 and 50", "[0047..0050]"), ("avant les années 1950", "[..1949]"),
    ("Between 25 jun 1381 and 26 jun 1381", "[1381-06-25..1381-06-26]"),
    ("[1667, 1668]", "[1667,1668]"),
  ])
  func read(text: String, expected: String) {
    #expect(DateReading.read(text)?.text == expected)
  }

  @Test(arguments: [
    "", " ", "19", "878", "Haïti", "inconnu", "n.d.", "s.d.", "1956 habitants", "4/11/56",
    "31/02/1956",
    "13/13/1956", "45 novembre 1956", "31 avril 1956", "196x", "années 50", "novembre", "mardi",
    "4 novembre",
    "1 234", "1,234", "12.5", "-5", "+33 1 23 45 67 89", "1956 1957", "vers", "avant", "entre 1950",
    "(1956",
    "XXe", "1956-1951", "0", "12345678901234567890", "1956 vers Paris", "1956;1957", "A", "I", "et",
    "/", "-",
    "début XXe siècle", "Q5 1956", "c", "1956 BC AD", "XLe siècle", "0 BC", "20 mai", "mai 20",
  ])
  func noDate(text: String) {
    #expect(DateReading.read(text) == nil)
  }

  @Test func orderOfNumbers() {
    #expect(DateReading.read("4/11/1956", order: .monthFirst)?.text == "1956-04-11")
    #expect(DateReading.read("25/12/1956", order: .monthFirst)?.text == "1956-12-25")
    #expect(DateReading.numericOrder(of: "25/12/1956") == .dayFirst)
    #expect(DateReading.numericOrder(of: "12-25-1956") == .monthFirst)
    #expect(DateReading.numericOrder(of: "4/11/1956") == nil)
    #expect(DateReading.numericOrder(of: "1956") == nil)
    #expect(DateReading.read("878", acceptsShortYears: true)?.text == "0878")
  }

  @Test func everyEDTFTextIsReadAsItIs() {
    for text in DateColumnTests.texts {
      #expect(DateReading.read(text) == EDTF.parse(text))
    }
  }
}
