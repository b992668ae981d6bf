import FriseBase
import FriseLanguage
import FriseLessons
import FriseSyntax
import Testing

/// Lessons on paper.
@Suite struct SheetTests {
  private static func sheet(
    _ name: String, _ tongue: Tongue = .english, isKey: Bool = false, isLarge: Bool = false
  ) throws -> LessonSheet {
    LessonSheet(
      try LessonBench.lesson(name), engine: LessonBench.engine(tongue), isKey: isKey,
      isLarge: isLarge)
  }

  @Test(arguments: LessonBench.shipped, Tongue.allCases)
  func theSheetAsksAndTheKeyAnswers(name: String, tongue: Tongue) throws {
    let lesson = try LessonBench.lesson(name)
    let sheet = try Self.sheet(name, tongue)
    let key = try Self.sheet(name, tongue, isKey: true)
    let judge = AnswerJudge(lesson: name, engine: LessonBench.engine(tongue))
    let (asked, answered) = (sheet.text(widthColumns: 1000), key.text(widthColumns: 1000))
    for block in lesson.questions {
      #expect(asked.contains(block.text[tongue]))
      #expect(answered.contains(block.text[tongue]))
      if block.type == .query {
        let solution = judge.solution(block, tongue)
        #expect(!asked.contains(solution), "\(block.id)")
        #expect(answered.contains(solution), "\(block.id)")
      }
      if block.type == .free { #expect(answered.contains("☐ ")) }
    }
    #expect(!asked.contains("☐"))
  }

  /// Years stand at a constant distance: 2000 to 2005 is as long as 2015 to 2020.
  @Test func theBlankTimelineIsTrueToScale() throws {
    let text = try Self.sheet("reading-a-timeline").text(widthColumns: 78)
    let labels = text.split(separator: "\n").last.map(String.init) ?? ""
    func column(_ year: String) -> Int? {
      labels.firstRange(of: year).map {
        labels.distance(from: labels.startIndex, to: $0.lowerBound)
      }
    }
    let years = labels.split(separator: " ").compactMap { Int($0) }
    #expect(years.count >= 4)
    let columns = years.compactMap { column("\($0)") }
    let steps = zip(columns, columns.dropFirst()).map { $1 - $0 }
    #expect((steps.max() ?? 0) - (steps.min() ?? 0) <= 1, "\(labels)")
  }

  @Test func thePageIsOneFileAndEscapes() throws {
    let reading = LessonBench.read(
      """
      lesson: hostile
      title.en: <script>alert(1)</script> & "more"
      title.fr: T
      age: 14-18
      question.en: Q?
      question.fr: Q ?
      @free a
      en: <b>Q</b>
      fr: Q
      """)
    guard let lesson = reading.lesson else { throw LessonBench.Missing() }
    let html = LessonSheet(
      lesson, engine: LessonBench.engine(), isKey: false, isLarge: false
    ).html()
    #expect(!html.contains("<script>") && !html.contains("<b>"))
    #expect(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;more&quot;"))
  }

  @Test func largePrintIsLarger() throws {
    let plain = try Self.sheet("figures", .french).html()
    let large = try Self.sheet("figures", .french, isLarge: true).html()
    #expect(plain.contains("font: 12pt") && large.contains("font: 20pt"))
    #expect(plain.contains("<html lang=\"fr\">"))
    // Nothing is fetched: the only address is the name of the language of pictures.
    #expect(!plain.contains("href=") && !plain.contains("src=") && !plain.contains("url(http"))
  }
}
