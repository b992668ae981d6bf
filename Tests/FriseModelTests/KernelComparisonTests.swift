import FriseModel
import Testing

private func naive(_ comparison: Comparison, _ left: ExactNumber?, _ right: ExactNumber?) -> Truth {
  guard let left, let right else { return .undecided }
  return switch comparison {
  case .equal: Truth(left == right)
  case .notEqual: Truth(left != right)
  case .less: Truth(left < right)
  case .lessOrEqual: Truth(left <= right)
  case .greater: Truth(left > right)
  case .greaterOrEqual: Truth(left >= right)
  }
}

@Test(arguments: ColumnGenerator.counts)
func numbersCompareRowByRow(_ count: Int) {
  var generator = ColumnGenerator(seed: 3)
  for range in ColumnGenerator.Range.allCases {
    for otherRange in ColumnGenerator.Range.allCases {
      let column = generator.numbers(range, count: count)
      let other = generator.numbers(otherRange, count: count)
      let constant = generator.exactNumber(otherRange) ?? .zero
      for comparison in Comparison.allCases {
        #expect(
          column.compared(comparison, to: constant).truths
            == (0..<count).map { naive(comparison, column.number(at: $0), constant) },
          "\(comparison) \(constant.plainText)")
        #expect(
          column.compared(comparison, to: other).truths
            == (0..<count).map { naive(comparison, column.number(at: $0), other.number(at: $0)) })
        #expect(
          other.compared(comparison.swapped, to: column).truths
            == column.compared(comparison, to: other).truths)
      }
    }
  }
}

@Test(arguments: [0, 1, 5, 100])
func sortedNumbersCompareBySearch(_ count: Int) {
  var generator = ColumnGenerator(seed: 4)
  let values = (0..<count).map { _ in Int64(generator.number(below: 60) - 30) }.sorted()
  let sorted = NumberColumn(values: values, scale: 1, isSorted: true)
  let plain = NumberColumn(values: values, scale: 1)
  for coefficient in -320...320 {
    let constant = ExactNumber(coefficient: Int128(coefficient), scale: 2)
    for comparison in Comparison.allCases {
      #expect(
        sorted.compared(comparison, to: constant).truths
          == plain.compared(comparison, to: constant).truths)
    }
  }
}

private func figure(_ word: FigureWord, _ number: Int, _ low: Int, _ high: Int) -> Figure {
  Figure(
    number: ExactNumber(number), word: word, low: ExactNumber(low), high: ExactNumber(high))
}

@Test(arguments: [
  (figure(.over, 200_000, 200_000, 250_000), 200_000, Truth.yes, Truth.yes),
  (figure(.over, 200_000, 200_000, 250_000), 220_000, .undecided, .undecided),
  (figure(.over, 200_000, 200_000, 250_000), 250_000, .no, .undecided),
  (figure(.over, 200_000, 200_000, 250_000), 300_000, .no, .undecided),
  (figure(.atLeast, 200_000, 200_000, 250_000), 200_000, .undecided, .undecided),
  (figure(.about, 140_000, 140_000, 140_000), 135_000, .yes, .undecided),
  (figure(.about, 140_000, 140_000, 140_000), 145_000, .no, .undecided),
  (figure(.about, 140_000, 140_000, 140_000), 150_000, .no, .no),
  (figure(.nearly, 850_000, 840_000, 850_000), 850_000, .no, .no),
  (figure(.nearly, 850_000, 840_000, 850_000), 835_000, .yes, .undecided),
  (figure(.below, 850_000, 840_000, 850_000), 100, .yes, .undecided),
  (figure(.between, 145, 140, 150), 145, .undecided, .undecided),
  (figure(.exact, 17, 17, 17), 17, .no, .no),
])
func figureAboveNumber(
  _ figure: Figure, _ constant: Int, _ plain: Truth, _ widened: Truth
) {
  let column = FigureColumn([figure, nil])
  let number = ExactNumber(constant)
  #expect(column.compared(.greater, to: number, widened: false).truths == [plain, .undecided])
  #expect(column.compared(.greater, to: number, widened: true).truths == [widened, .undecided])
}

@Test func figuresObeyTheLawsOfThreeAnswers() {
  var generator = ColumnGenerator(seed: 5)
  for _ in 0..<20 {
    let (column, other) = (generator.figures(count: 60), generator.figures(count: 60))
    let constant = ExactNumber(generator.number(below: 7) - 1)
    for comparison in Comparison.allCases {
      for (plain, widened) in [
        (
          column.compared(comparison, to: constant, widened: false),
          column.compared(comparison, to: constant, widened: true)
        ),
        (
          column.compared(comparison, to: other, widened: false),
          column.compared(comparison, to: other, widened: true)
        ),
      ] {
        // certainly ⊆ plain ⊆ possibly, for the test and for its negation.
        for (answer, wide) in zip(plain.truths, widened.truths) {
          #expect(wide == .undecided || wide == answer, "\(comparison)")
        }
      }
      #expect(
        column.compared(comparison, to: other, widened: false).truths
          == other.compared(comparison.swapped, to: column, widened: false).truths)
    }
    // A figure beside a constant equals it beside a column of that constant.
    let constants = FigureColumn(NumberColumn([ExactNumber?](repeating: constant, count: 60)))
    for comparison in Comparison.allCases {
      for widened in [false, true] {
        #expect(
          column.compared(comparison, to: constant, widened: widened).truths
            == column.compared(comparison, to: constants, widened: widened).truths)
      }
    }
  }
}

@Test func durationsCompareAtMeanMonths() {
  let column = DurationColumn(months: [1, 0, 12, DurationColumn.none], days: [0, 30, 0, 0])
  let month = CalendarDuration(months: 1, days: 0)
  #expect(column.compared(.less, to: month).truths == [.no, .yes, .no, .undecided])
  #expect(column.compared(.equal, to: column).truths == [.yes, .yes, .yes, .undecided])
  let year = CalendarDuration(months: 0, days: 365)
  #expect(column.compared(.greater, to: year).truths == [.no, .no, .yes, .undecided])
}
