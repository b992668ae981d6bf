import FriseBase
import FriseSyntax
import Testing

@Suite struct CompletenessTests {
  @Test(arguments: ["", "events", "events | count\n", "a; b", "# remark", "t | count # x"])
  func complete(_ text: String) {
    #expect(Completeness.of(SourceText(name: "<prompt>", text: text)) == .complete)
  }

  @Test(arguments: [
    "events |", "events | ", "events | select a,", "1 +", "t | where a and", "t | where a under",
    "t | where not", "t | count by", "let x =", "t | where a is", "t | where if a then",
    "events |\n", "a =", "t | nearest 3 to", "load \"x\" as", "t | where a ??",
  ])
  func `more must follow`(_ text: String) {
    #expect(
      Completeness.of(SourceText(name: "<prompt>", text: text)) == .incomplete(indentation: 2))
  }

  @Test(arguments: ["f(", "[1,", "(events | count", "t | where (a", "f(a,\n"])
  func `an open bracket goes on deeper`(_ text: String) {
    #expect(
      Completeness.of(SourceText(name: "<prompt>", text: text)) == .incomplete(indentation: 4))
  }

  @Test(arguments: ["t | where a = \"x", "«x", "print \"a\nb"])
  func `an open text goes on at the margin`(_ text: String) {
    #expect(
      Completeness.of(SourceText(name: "<prompt>", text: text)) == .incomplete(indentation: 0))
  }

  @Test(arguments: ["events |\n\n", "a b", "t | foo |", "t | where a == (", "a)", "t | where"])
  func `what more text does not cure is invalid`(_ text: String) {
    #expect(Completeness.of(SourceText(name: "<prompt>", text: text)) == .invalid)
  }
}
