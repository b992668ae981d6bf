import FriseModel
import FriseTestSupport
import Testing

extension FigureRange {
  /// The range in the notation of ISO 31-11: `]200000, 250000]`.
  fileprivate var notation: String {
    let low = low.map { (isLowOpen ? "]" : "[") + $0.plainText } ?? "]-∞"
    let high = high.map { $0.plainText + (isHighOpen ? "[" : "]") } ?? "∞["
    return "\(low), \(high)"
  }
}

@Suite struct FigureRangeTests {
  @Test(arguments: [
    ("200000", "50000"), ("140000", "10000"), ("850000", "10000"), ("4500000", "100000"),
    ("700000", "100000"), ("300000", "75000"), ("400000", "100000"), ("100", "25"), ("20", "5"),
    ("1", "0.25"), ("7", "1"), ("1234", "1"), ("2.5", "0.1"), ("0.3", "0.075"), ("0", "0"),
    ("-200000", "50000"),
  ])
  func quantum(text: String, quantum: String) throws {
    #expect(Figure.quantum(of: try writtenNumber(text))?.plainText == quantum)
  }

  @Test(arguments: [
    ("5", "[5, 5]", "[5, 5]"),
    ("~140000", "[140000, 140000]", "[130000, 150000]"),
    (">200000", "]200000, 250000]", "]200000, ∞["),
    ("nearly 850000", "[840000, 850000[", "[830000, 850000]"),
    ("<850000", "[840000, 850000[", "[0, 850000["),
    ("≥200000", "[200000, 250000]", "[200000, ∞["),
    ("≤200000", "[150000, 200000]", "[0, 200000]"),
    ("140000..150000", "[140000, 150000]", "[140000, 150000]"),
  ])
  func ranges(text: String, written: String, widened: String) throws {
    let figure = try writtenFigure(text)
    #expect(figure.range(isWidened: false).notation == written)
    #expect(figure.range(isWidened: true).notation == widened)
  }

  @Test(arguments: [
    // «plus de 200 000» is > 200k yes, > 220k undecided, > 300k no, possibly > 300k yes.
    ("plus de 200 000", "200000", Truth.yes, Truth.yes),
    ("plus de 200 000", "220000", .undecided, .undecided),
    ("plus de 200 000", "250000", .no, .undecided),
    ("plus de 200 000", "300000", .no, .undecided),
    ("nearly 850000", "840000", .undecided, .undecided),
    ("nearly 850000", "839999", .yes, .undecided),
    ("nearly 850000", "850000", .no, .no),
    ("about 140000", "139999", .yes, .undecided),
    ("about 140000", "150000", .no, .no),
    ("at least 5", "5", .undecided, .undecided),
    ("at least 5", "4", .yes, .yes),
    ("17", "16", .yes, .yes), ("17", "17", .no, .no),
  ])
  func isGreater(
    text: String, than other: String, written: Truth, widened: Truth
  ) throws {
    let limit = FigureRange(try writtenNumber(other))
    let figure = try writtenFigure(text)
    #expect(limit.isLess(than: figure.writtenRange) == written)
    #expect(limit.isLess(than: figure.widenedRange) == widened)
  }

  @Test(arguments: [
    ("17", "17", Truth.yes), ("17", "18", .no), ("about 17", "17", .yes),
    ("over 20", "20", .no), ("over 20", "21", .undecided), ("over 20", "nearly 20", .no),
    ("over 20", "over 20", .undecided), ("5..6", "6..7", .undecided), ("5..6", "7..8", .no),
  ])
  func isEqual(text: String, other: String, answer: Truth) throws {
    let (left, right) = (
      try writtenFigure(text).writtenRange, try writtenFigure(other).writtenRange
    )
    #expect(left.isEqual(to: right) == answer)
    #expect(right.isEqual(to: left) == answer)
  }

  @Test func wideningOnlyWidens() throws {
    var random = SplitMix64(seed: 53)
    for _ in 0..<2_000 {
      let word = try #require(FigureWord.allCases.randomElement(using: &random))
      let scale = UInt8.random(in: 0...3, using: &random)
      let coefficient = Int128(Int.random(in: 0...999, using: &random))
      let power = Int128([1, 10, 10_000].randomElement(using: &random) ?? 1)
      let number = ExactNumber(coefficient: coefficient * power, scale: scale)
      guard let figure = Figure(number: number, word: word) else { continue }
      #expect(figure.widenedRange.holds(figure.writtenRange), "\(figure)")
      #expect(figure.low <= number && number <= figure.high)
    }
  }

  @Test func lessAndGreaterNeverBothHold() throws {
    let texts = ["5", "~5", ">5", "<5", "≥5", "≤5", "4..6", "nearly 5", "6", "0", ">4"]
    for left in texts {
      for right in texts {
        for isWidened in [false, true] {
          let first = try writtenFigure(left).range(isWidened: isWidened)
          let second = try writtenFigure(right).range(isWidened: isWidened)
          let answers = [
            first.isLess(than: second), first.isEqual(to: second), second.isLess(than: first),
          ]
          #expect(answers.count { $0 == .yes } <= 1, "\(left) \(right)")
          #expect(answers != [.no, .no, .no], "\(left) \(right)")
        }
      }
    }
  }
}
