import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseStore

/// Lessons and sessions for tests.
enum LessonBench {
  /// 2026-01-01, what `now` is in tests.
  static let today: Int64 = 20_454

  /// The built-in data, read once.
  static let data: DataSet =
    (try? BuiltInData.dataSet())
    ?? DataSet(schemas: []) { _, _ throws(DataFailure) in
      throw DataFailure(code: "E401", file: "", message: Localized(same: "no data"))
    }

  static func engine(_ tongue: Tongue = .english) -> Engine {
    Engine(
      data: data, tongue: tongue,
      files: FileAccess(read: { path, _ in
        .failure(DataFailure(code: "E401", file: path, message: Localized(same: path)))
      }),
      interrupt: Interrupt(), today: today)
  }

  static let vocabulary = Vocabulary(EmbeddedFiles.bytes(of: "lessons/vocabulary.tsv") ?? [])

  /// The names of the lessons that ship.
  static let shipped = ["reading-a-timeline", "figures", "committee-to-agency"]

  /// A lesson that ships.
  static func lesson(_ name: String) throws(Missing) -> Lesson {
    guard let lesson = reading(of: name).lesson else { throw Missing() }
    return lesson
  }

  /// A lesson cannot be read; the test of reading tells why.
  struct Missing: Error {}

  static func reading(of name: String) -> LessonReading {
    LessonReader.read(
      name: "\(name).lesson", bytes: EmbeddedFiles.bytes(of: "lessons/\(name).lesson") ?? [])
  }

  static func read(_ text: String) -> LessonReading {
    LessonReader.read(name: "test.lesson", bytes: Array(text.utf8))
  }

  static func verify(_ lesson: Lesson, _ tongue: Tongue = .english) -> [LocatedDiagnostic] {
    LessonVerifier.verify(lesson, engine: engine(tongue), vocabulary: vocabulary)
  }

  /// Diagnostics as a person reads them.
  static func text(_ diagnostics: [LocatedDiagnostic], _ tongue: Tongue = .english) -> String {
    let renderer = DiagnosticRenderer(tongue: tongue)
    return diagnostics.map { renderer.render($0.diagnostic, in: $0.source).text }.joined()
  }
}
