import FriseModel
import Testing

@Suite struct FigureSumTests {
  private func sum(_ texts: [String]) throws -> Figure {
    var sum = FigureSum()
    for text in texts { sum.add(try writtenFigure(text)) }
    return try #require(sum.sum)
  }

  @Test(arguments: [
    ([], "exact", "0", "0", "0", "0"),
    (["5", "7"], "exact", "12", "12", "12", "12"),
    (
      ["plus de 200 000", "près de 850 000", "1234"], "about", "1051234", "1041234", "1101234",
      "1050000"
    ),
    (["over 200000", "1234"], "over", "201234", "201234", "251234", "200000"),
    (["nearly 850000", "1234"], "nearly", "851234", "841234", "851234", "850000"),
    (["over 20", "at least 20"], "over", "40", "40", "50", "40"),
    (["below 20", "at most 20"], "nearly", "40", "30", "40", "40"),
    (["5..7", "1"], "about", "7", "6", "8", "7"),
    (["below 850000"], "below", "850000", "840000", "850000", "850000"),
    (["140000..150000"], "between", "145000", "140000", "150000", "145000"),
    (["~140000", "5", "~25000"], "about", "165005", "165005", "165005", "170000"),
  ])
  func sums(
    texts: [String], word: String, plain: String, low: String, high: String, shown: String
  ) throws {
    let sum = try sum(texts)
    #expect(sum.word.machineName == word)
    #expect(sum.number.plainText == plain)
    #expect(sum.low.plainText == low)
    #expect(sum.high.plainText == high)
    #expect(sum.shownNumber.plainText == shown)
  }

  @Test func theSevenEventsThatStatePeople() throws {
    // data, section 2: the naive sum is 6 440 000, shown «about 6,400,000».
    let sum = try sum([
      "about 140000", "25000", "nearly 850000", "more than 200000", "25000", "more than 700000",
      "quelque 4500000",
    ])
    #expect(sum.number.plainText == "6440000")
    #expect(sum.shownNumber.plainText == "6400000")
    #expect(sum.word == .about)
  }

  @Test func wordsJoinInAnyOrder() {
    for first in FigureWord.allCases {
      for second in FigureWord.allCases {
        #expect(first.joined(with: second) == second.joined(with: first))
        for third in FigureWord.allCases where ![first, second, third].contains(.exact) {
          #expect(
            first.joined(with: second).joined(with: third)
              == first.joined(with: second.joined(with: third)))
        }
      }
      #expect(first.joined(with: .about) == .about)
    }
    #expect(FigureWord.over.joined(with: .nearly) == .about)
    #expect(FigureWord.exact.joined(with: .exact) == .exact)
  }

  @Test func sumOfSumsKeepsTheCoarsestUnit() throws {
    var outer = FigureSum()
    outer.add(try sum(["over 200000", "5"]))
    outer.add(exactly: try writtenNumber("1234"), count: 3)
    let figure = try #require(outer.sum)
    #expect(outer.count == 4)
    #expect(figure.roundingUnit?.plainText == "50000")
    #expect(figure.number.plainText == "201239")
    #expect(figure.shownNumber.plainText == "200000")
  }

  @Test func widenedSumsHoldTheirWrittenRange() throws {
    let sum = try sum(["over 200000", "nearly 850000", "1234"])
    #expect(sum.widenedRange.holds(sum.writtenRange))
    #expect(sum.widenedRange.low?.plainText == "1001234")
    let nearly = try self.sum(["nearly 850000", "1234"])
    #expect(nearly.widenedRange.holds(nearly.writtenRange))
    #expect(nearly.widenedRange.low?.plainText == "831234")
  }

  @Test func averages() throws {
    var sum = FigureSum()
    #expect(sum.average == nil)
    sum.add(try writtenFigure("over 200000"))
    #expect(sum.average == sum.sum)
    sum.add(try writtenFigure("100001"))
    let average = try #require(sum.average)
    #expect(average.word == .over)
    #expect(average.number.plainText == "150000.5")
    #expect(average.high.plainText == "175000.5")
    #expect(average.shownNumber.plainText == "150000")
  }

  @Test func medians() throws {
    let figures = try ["5", "~20", "30", ">200"].map(writtenFigure)
    #expect(Figure.median(ofSorted: []) == nil)
    #expect(Figure.median(ofSorted: Array(figures[..<3]))?.word == .about)
    let middle = try #require(Figure.median(ofSorted: figures))
    #expect(middle.number.plainText == "25")
    #expect(middle.word == .about)
  }

  @Test func overflowHasNoResult() throws {
    var sum = FigureSum()
    sum.add(exactly: ExactNumber(Int128.max))
    sum.add(try writtenFigure("5"))
    #expect(sum.hasOverflowed)
    #expect(sum.sum == nil)
    #expect(sum.average == nil)
  }

  @Test func shownNumberRoundsHalfToEvenAndNeverToZero() throws {
    func shown(_ text: String, _ unit: String) throws -> String {
      let number = try writtenNumber(text)
      return Figure(
        number: number, word: .about, low: number, high: number,
        roundingUnit: try writtenNumber(unit)
      ).shownNumber.plainText
    }
    #expect(try shown("25", "10") == "20")
    #expect(try shown("35", "10") == "40")
    #expect(try shown("-35", "10") == "-40")
    #expect(try shown("1.26", "0.1") == "1.3")
    #expect(try shown("4", "10") == "4")
  }

}
