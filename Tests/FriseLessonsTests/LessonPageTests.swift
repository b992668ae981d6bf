import FriseBase
import FriseLanguage
import FriseLessons
import FriseSyntax
import FriseTestSupport
import Testing

/// `Docs/lessons.md` tells the truth.
@Suite struct LessonPageTests {
  private static let page = Repository.text(of: "Docs/lessons.md") ?? ""

  /// The lesson of the page, as a teacher would copy it.
  @Test(arguments: Tongue.allCases)
  func theExampleVerifies(tongue: Tongue) throws {
    let parts = Self.page.split(separator: "```lesson\n")
    let text = try #require(parts.last?.split(separator: "\n```").first)
    #expect(parts.count == 2)
    let reading = LessonBench.read(String(text))
    let unread = LessonBench.text(reading.diagnostics)
    #expect(unread == "")
    guard let lesson = reading.lesson else { throw LessonBench.Missing() }
    let found = LessonBench.text(LessonBench.verify(lesson, tongue))
    #expect(found == "")
    #expect(lesson.questions.count == 4)
  }

  @Test func everyTypeIsExplained() {
    for entry in LessonTermEntry.all where entry.position == .type {
      let row = "| `\(entry.forms.english)` | `\(entry.forms.french)` |"
      #expect(Self.page.contains(row), "\(row)")
    }
  }
}
