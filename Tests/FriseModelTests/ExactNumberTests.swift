import Testing

@testable import FriseModel

private func number(_ text: String) throws -> ExactNumber {
  try #require(ExactNumber(parsing: text), "\(text)")
}

@Test(arguments: ExactNumberVector.all)
func arithmeticEqualsRationals(_ vector: ExactNumberVector) throws {
  let left = try number(vector.left)
  let right = try number(vector.right)
  #expect(left.plainText == vector.left)
  #expect(left.adding(right)?.plainText == vector.sum)
  #expect(left.adding(right)?.subtracting(right) == (vector.sum == nil ? nil : left))
  #expect(left.multiplied(by: right)?.plainText == vector.product)
  #expect(left.divided(by: right)?.plainText == vector.quotient)
  #expect(left.remainder(dividingBy: right)?.plainText == vector.remainder)
  #expect((left < right ? -1 : left > right ? 1 : 0) == vector.order)
  #expect((left.negated < right.negated) == (left > right))
}

@Test func smallNumbersEqualIntegersOfOneScale() {
  var generator = ColumnGenerator(seed: 11)
  for _ in 0..<2000 {
    let (a, b) = (generator.number(below: 200_000) - 100_000, generator.number(below: 2000) - 1000)
    let (p, q) = (UInt8(generator.number(below: 4)), UInt8(generator.number(below: 4)))
    let left = ExactNumber(coefficient: Int128(a), scale: p)
    let right = ExactNumber(coefficient: Int128(b), scale: q)
    let (x, y) = (a * [1000, 100, 10, 1][Int(p)], b * [1000, 100, 10, 1][Int(q)])
    #expect(left.adding(right) == ExactNumber(coefficient: Int128(x + y), scale: 3))
    #expect(left.subtracting(right) == ExactNumber(coefficient: Int128(x - y), scale: 3))
    #expect(left.multiplied(by: right) == ExactNumber(coefficient: Int128(x * y), scale: 6))
    #expect((left < right) == (x < y))
    #expect((left == right) == (x == y))
    let floor = Int((Double(x) / 1000).rounded(.down))
    #expect(left.floored == ExactNumber(floor))
    let nearest = Int((Double(x) / 1000).rounded(.toNearestOrEven))
    #expect(left.rounded() == ExactNumber(nearest))
    if y != 0 {
      let rest = ((x % y) + y) % y
      #expect(
        left.remainder(dividingBy: right) == ExactNumber(coefficient: Int128(rest), scale: 3))
    } else {
      #expect(left.divided(by: right) == nil)
    }
  }
}

@Test(arguments: [
  ("1234.5", "1234.5"), ("1 234,5", "1234.5"), ("1,234.5", "1234.5"), ("1.234,5", "1234.5"),
  ("1\u{202F}234\u{A0}567", "1234567"), ("1,022", "1022"), ("0,125", "0.125"), ("12,5", "12.5"),
  ("1234,567", "1234.567"), ("1.234", "1.234"), ("1.234.567", "1234567"), ("1,234,567", "1234567"),
  ("-12", "-12"), ("\u{2212}12", "-12"), ("+3", "3"), ("1 234,567", "1234.567"), (".5", "0.5"),
  ("007", "7"), ("100_000", "100000"), ("0.10", "0.1"), ("-0", "0"), ("0,0", "0"),
])
func readsNumbersOfDataFiles(_ written: String, _ plain: String) {
  #expect(ExactNumber(parsing: written)?.plainText == plain)
}

@Test(arguments: [
  "", "-", "1,23,456", "1.2.3", "1 23", "12 34", "1,234,5", "1.234.5", "a", "1a", "1..2", "5.", ",",
  " 1", "1 ", "1,234.567,8", "1 234 56", "170141183460469231731687303715884105728", "--1",
])
func refusesWhatIsNoNumber(_ written: String) {
  #expect(ExactNumber(parsing: written) == nil)
}

@Test(arguments: [
  ("2.5", 0, "2"), ("3.5", 0, "4"), ("-2.5", 0, "-2"), ("1250", -2, "1200"), ("1350", -2, "1400"),
  ("2.675", 2, "2.68"), ("2.665", 2, "2.66"), ("7", 3, "7"), ("5", -1, "0"), ("9", -40, "0"),
  ("15", Int.min, "0"), ("1.5", Int.max, "1.5"),
])
func roundsHalfToEven(_ text: String, _ places: Int, _ expected: String) throws {
  #expect(try number(text).rounded(places: places)?.plainText == expected)
}

@Test func wholeValues() throws {
  #expect(try number("12.0").wholeValue == 12)
  #expect(try number("12.5").wholeValue == nil)
  #expect(try number("9223372036854775808").wholeValue == nil)
  #expect(try number("-2.5").floored.wholeValue == -3)
}
