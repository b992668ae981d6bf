import FriseBase
import FriseModel
import Testing

@Suite struct ValueTextTests {
  /// Coefficient, scale, and the number in English and in French.
  static let numbers: [(Int128, UInt8, String, String)] = [
    (0, 0, "0", "0"),
    (1945, 0, "1945", "1945"),
    (-1945, 0, "-1945", "-1945"),
    (10_000, 0, "10,000", "10\u{202F}000"),
    (850_000, 0, "850,000", "850\u{202F}000"),
    (-1_234_567, 0, "-1,234,567", "-1\u{202F}234\u{202F}567"),
    (35, 1, "3.5", "3,5"),
    (12_345_678, 3, "12,345.678", "12\u{202F}345,678"),
    (1_234_567, 3, "1234.567", "1234,567"),
    (5, 2, "0.05", "0,05"),
    (
      170_141_183_460_469_231_731, 0, "170,141,183,460,469,231,731",
      "170\u{202F}141\u{202F}183\u{202F}460\u{202F}469\u{202F}231\u{202F}731"
    ),
  ]

  @Test(arguments: numbers) func numbersAreGrouped(
    _ coefficient: Int128, _ scale: UInt8, _ english: String, _ french: String
  ) {
    let number = ExactNumber(coefficient: coefficient, scale: scale)
    #expect(ValueText.number(number, .english) == english)
    #expect(ValueText.number(number, .french) == french)
    #expect(ValueText.machine(.number(number), .french) == number.plainText)
    let ungrouped = ValueText.number(number, .english, grouping: .never)
    #expect(ungrouped == number.plainText)
  }

  @Test func figuresBearTheirWord() {
    let figure = Figure(
      number: ExactNumber(145_000), word: .between, low: ExactNumber(140_000),
      high: ExactNumber(150_000))
    #expect(ValueText.human(.figure(figure), .english) == "between 140,000 and 150,000")
    #expect(
      ValueText.human(.figure(figure), .french)
        == "entre 140\u{202F}000 et 150\u{202F}000")
    #expect(ValueText.machine(.figure(figure), .french) == "145000")
  }

  /// Months, days, and the duration in English and in French.
  static let durations: [(Int64, Int64, String, String)] = [
    (36, 0, "3 years", "3 ans"),
    (12, 0, "1 year", "1 an"),
    (0, 1, "1 day", "1 jour"),
    (0, 0, "0 days", "0 jour"),
    (0, 20_000, "20,000 days", "20\u{202F}000 jours"),
    (14, 3, "1 year 2 months 3 days", "1 an 2 mois 3 jours"),
    (-1, -2, "-1 month 2 days", "-1 mois 2 jours"),
  ]

  @Test(arguments: durations) func durationsAreInWords(
    _ months: Int64, _ days: Int64, _ english: String, _ french: String
  ) {
    let value = Value.duration(CalendarDuration(months: months, days: days))
    #expect(ValueText.human(value, .english) == english)
    #expect(ValueText.human(value, .french) == french)
  }

  @Test func listsAndAbsentValues() {
    let items = Value.list([.text("a"), .none, .truth(.undecided)])
    #expect(ValueText.human(items, .french) == "a, —, indécis")
    #expect(ValueText.machine(items, .english) == "a;;undecided")
    #expect(ValueText.human(.list([]), .english) == "—")
    #expect(ValueText.machine(.none, .english).isEmpty)
    #expect(ValueText.human(.none, .french) == "—")
  }
}
