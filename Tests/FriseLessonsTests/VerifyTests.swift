import FriseBase
import FriseLanguage
import FriseLessons
import Testing

/// What `verify` finds in lessons that can be read.
@Suite struct VerifyTests {
  private static func codes(_ text: String, age: String = "14-18") -> [String] {
    let head = """
      lesson: test
      title.en: T
      title.fr: T
      age: \(age)
      question.en: Q?
      question.fr: Q ?

      """
    let reading = LessonBench.read(head + text)
    guard let lesson = reading.lesson else {
      return reading.diagnostics.map(\.diagnostic.code.text)
    }
    return LessonBench.verify(lesson).map(\.diagnostic.code.text)
  }

  private static let query = "@query a\nen: Q\nfr: Q\nfacts: events\nanswer: "

  @Test(
    arguments: [
      ("\(query)events | count\ncompare: value", []),
      ("\(query)evnts | count", ["E202"]),
      ("\(query)events | where people > \"x\"", ["E205"]),
      ("\(query)events\ncompare: value", ["E509", "E510"]),
      ("\(query)17\ncompare: value", ["W505"]),
      ("\(query)events | sort date | select id, date\ncompare: order-by date", []),
      ("\(query)events | sort date | select id, date\ncompare: ordre-par dates", ["E510"]),
      ("\(query)regions | count\ncompare: value", []),
      ("\(query)events | count\ncompare: value\ntrap: events | count", ["E511"]),
      ("\(query)events | count\ncompare: value\nalso: 17", ["E510"]),
      (
        "\(query)events | count\ncompare: value\nhint.1.en: It is 17.\nhint.1.fr: C'est 17.",
        ["E512"]
      ),
      ("\(query)events | count\ncompare: value\nhint.3: events | count", ["E512"]),
      ("\(query)events | count\ncompare: value\nhint.3: events | ___", []),
      ("@choice a\nen: Q\nfr: Q\nfacts: s99\n- en: x | fr: x\n- en: y | fr: y\nright: 1", ["E513"]),
      ("@choice a\nen: Q\nfr: Q\nfacts: f03\n- en: x | fr: x\n- en: y | fr: y\nright: 1", ["E513"]),
      ("@choice a\nen: Q\nfr: Q\n- en: x | fr: x\n- en: y | fr: y\nright: 1", ["W503"]),
      ("@choice a\nen: Q\nfr: Q\nsource: s\n- en: x | fr: x\n- en: X | fr: y\nright: 1", ["E511"]),
      (
        "@place a\nen: Q\nfr: Q\nfacts: s04\nanswer: 2004\n"
          + "computed: events | where id = \"s05\" | select date",
        ["E509"]
      ),
      ("@estimate a\nen: Q\nfr: Q\nfacts: s04\ncomputed: events | select title", ["E509", "E510"]),
      ("@cite a\nen: Q\nfr: Q\nanswer: s99", ["E513", "E510"]),
      ("@unknown a\nen: Q\nfr: Q\nfacts: s04\n- en: x | fr: x", ["W504"]),
      ("@unknown a\nen: Q\nfr: Q\nfacts: s02\n- en: x | fr: x", []),
      ("@path a\nen: Q\nfr: Q\nfacts: dg\ntable: organisation\nstart: nobody\nend: iom", ["E510"]),
      ("@text a\nen: Read.", ["W501"]),
      (
        "@text a\nen: A wave of illegal migrants.\nfr: Des clandestines.", ["W502", "W502", "W502"]
      ),
      ("@text a\nen: They wrote \"a wave\".\nfr: Ils écrivaient «une vague».", []),
      ("@text a\nen: R\nfr: L\nfacts: c07", ["E514"]),
    ] as [(String, [String])])
  func finds(text: String, codes: [String]) {
    let found = Self.codes(text)
    #expect(Set(found) == Set(codes), "\(found)")
  }

  /// A lesson in one language is told so once.
  @Test func tellsOnceThatALanguageIsMissing() throws {
    let reading = LessonBench.read(
      "leçon: l\ntitre: T\nâge: 14-18\nquestion.fr: Q ?\n@texte a\nfr: Lire.\n@libre b\nfr: Dire.")
    let text = LessonBench.text(LessonBench.verify(try #require(reading.lesson)))
    #expect(text.contains("test.lesson:2:8: warning[W501]: This lesson has no English"))
    #expect(text.split(separator: "\n").count == 3)
  }

  @Test func namesTwoAnswersOfTheSameWords() throws {
    let head = "lesson: l\ntitle: T\nage: 14-18\nquestion: Q?\n"
    let lesson = LessonBench.read(
      head + "@choice a\nen: Q\nsource: s\n- en: one\n- en: two\n- en: One\nright: 3")
    let text = LessonBench.text(LessonBench.verify(try #require(lesson.lesson)))
    #expect(text.contains("test.lesson:10:7: error[E511]: Two answers have the same words."))
  }

  @Test func asksForCareWithDeaths() {
    let question = "@choice a\nen: Q\nfr: Q\nfacts: s09\n- en: x | fr: x\n- en: y | fr: y\nright: 1"
    #expect(Self.codes(question) == ["E514"])
    #expect(Self.codes(question + "\ntags: deaths") == [])
    #expect(Self.codes(question + "\ntags: deaths", age: "11-14") == ["E514"])
  }

  /// The diagnostics of the language stand in the lines of the lesson.
  @Test func placesErrorsOfQueriesInTheFile() {
    let reading = LessonBench.read(
      """
      lesson: test
      title.en: T
      title.fr: T
      age: 14-18
      question.en: Q?
      question.fr: Q ?
      @query a
      en: Q
      fr: Q
      facts: events
      answer: events
        | where peple > 1000
      """)
    guard let lesson = reading.lesson else { return }
    let text = LessonBench.text(LessonBench.verify(lesson))
    #expect(text.contains("test.lesson:12:11: error[E201]: no column \"peple\" in events"))
    #expect(text.contains("Did you mean people?"))
  }
}
