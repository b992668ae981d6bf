import FriseBase
import FriseModel
import Testing

/// A number written plainly in a test.
func writtenNumber(_ text: String) throws -> ExactNumber {
  try #require(ExactNumber(parsing: text))
}

/// A figure written in a test.
func writtenFigure(_ text: String) throws -> Figure {
  try #require(Figure(reading: text), "\(text)")
}

@Suite struct FigureReadingTests {
  @Test(arguments: [
    ("17", "exact", "17", "17", "17"),
    ("1 234,5", "exact", "1234.5", "1234.5", "1234.5"),
    ("1,234.5", "exact", "1234.5", "1234.5", "1234.5"),
    ("1\u{202F}234\u{202F}567", "exact", "1234567", "1234567", "1234567"),
    (" 17 ", "exact", "17", "17", "17"),
    ("~140000", "about", "140000", "140000", "140000"),
    (">200000", "over", "200000", "200000", "250000"),
    ("> 200 000", "over", "200000", "200000", "250000"),
    ("<850000", "below", "850000", "840000", "850000"),
    ("≥5", "at_least", "5", "5", "6"),
    (">=5", "at_least", "5", "5", "6"),
    ("≤ 5", "at_most", "5", "4", "5"),
    ("<=5", "at_most", "5", "4", "5"),
    ("140000..150000", "between", "145000", "140000", "150000"),
    ("-5..5", "between", "0", "-5", "5"),
    ("1.5..2.5", "between", "2", "1.5", "2.5"),
    ("about 140,000", "about", "140000", "140000", "140000"),
    ("Some 140,000", "about", "140000", "140000", "140000"),
    ("over 200,000", "over", "200000", "200000", "250000"),
    ("more than 200,000", "over", "200000", "200000", "250000"),
    ("nearly 850,000", "nearly", "850000", "840000", "850000"),
    ("less than 3", "below", "3", "2.25", "3"),
    ("at least 2.5", "at_least", "2.5", "2.5", "2.6"),
    ("up to 300", "at_most", "300", "225", "300"),
    ("between 140,000 and 150,000", "between", "145000", "140000", "150000"),
    ("environ 140 000", "about", "140000", "140000", "140000"),
    ("env. 140 000", "about", "140000", "140000", "140000"),
    ("Approx. 140,000", "about", "140000", "140000", "140000"),
    ("quelque 4 500 000", "about", "4500000", "4500000", "4500000"),
    ("près de 850\u{202F}000", "nearly", "850000", "840000", "850000"),
    ("pres de 850000", "nearly", "850000", "840000", "850000"),
    ("plus de 200 000", "over", "200000", "200000", "250000"),
    ("Moins de 3", "below", "3", "2.25", "3"),
    ("au moins 5", "at_least", "5", "5", "6"),
    ("jusqu'à 300", "at_most", "300", "225", "300"),
    ("jusqu’à 300", "at_most", "300", "225", "300"),
    ("entre 140 000 et 150 000", "between", "145000", "140000", "150000"),
  ])
  func reads(
    text: String, word: String, plain: String, low: String, high: String
  ) throws {
    let figure = try writtenFigure(text)
    #expect(figure.word.machineName == word)
    #expect(figure.number.plainText == plain)
    #expect(figure.low.plainText == low)
    #expect(figure.high.plainText == high)
  }

  @Test(arguments: [
    "", " ", "~", "people", "des dizaines de", "overall 5", "about", "about people", "5..3",
    "140000..", "..5", "1..2..3", "between 5", "between 5 and", "between 5 and 3", "entre 3 et x",
    "about 5..6", ">>5", "5 about", "some 5 people",
  ])
  func leavesOtherTextsAlone(text: String) {
    #expect(Figure(reading: text) == nil)
  }

  @Test func everyWordNeedsItsNumbers() throws {
    for word in FigureWord.allCases {
      #expect((Figure(number: try writtenNumber("5"), word: word) == nil) == (word == .between))
    }
  }

  @Test func hugeNumbersAreRefusedNotWrapped() {
    let greatest = ExactNumber(Int128.max)
    #expect(Figure(number: greatest, word: .over) == nil)
    #expect(Figure(number: greatest, word: .exact) != nil)
    #expect(Figure(between: greatest, and: greatest) == nil)
  }

  @Test(arguments: [
    ("about", FigureWord.about), ("more than", .over), ("plus de", .over), ("Près de", .nearly),
    ("at_least", .atLeast), ("at least", .atLeast), ("quelque", .about), ("exact", .exact),
    ("jusqu’à", .atMost), ("between", .between),
  ])
  func namesWords(text: String, word: FigureWord) {
    #expect(FigureWord(named: text) == word)
  }

  @Test(arguments: ["", "vague", "ordinal", "~"])
  func otherWordsAreNone(text: String) {
    #expect(FigureWord(named: text) == nil)
  }

  @Test(arguments: [
    (FigureWord.exact, "7", "7"), (.about, "about 7", "environ 7"), (.over, "over 7", "plus de 7"),
    (.nearly, "nearly 7", "près de 7"), (.below, "less than 7", "moins de 7"),
    (.atLeast, "at least 7", "au moins 7"), (.atMost, "up to 7", "jusqu’à 7"),
    (.between, "between 6 and 8", "entre 6 et 8"),
  ])
  func whatIsPrintedIsReadBack(word: FigureWord, english: String, french: String) throws {
    for (tongue, expected) in [(Tongue.english, english), (.french, french)] {
      let phrase = word.phrase(tongue, number: "7", low: "6", high: "8")
      #expect(phrase == expected)
      #expect(try writtenFigure(phrase).word == word)
      #expect(try writtenFigure(phrase).number.plainText == "7")
    }
    #expect(FigureWord(named: word.machineName) == word)
    #expect(FigureWord(named: word.name.english) == word)
    #expect(FigureWord(named: word.name.french) == word)
  }
}
