import FriseBase
import FriseLanguage
import FriseLessons
import Testing

/// The lessons that ship: read, verified, their answers computed from the data.
@Suite struct ShippedLessonsTests {
  @Test(arguments: LessonBench.shipped, Tongue.allCases)
  func verifiesWithoutARemark(name: String, tongue: Tongue) throws {
    let found = LessonBench.text(LessonBench.reading(of: name).diagnostics)
    #expect(found == "")
    let lesson = try LessonBench.lesson(name)
    #expect(LessonBench.text(LessonBench.verify(lesson, tongue)) == "")
  }
}
