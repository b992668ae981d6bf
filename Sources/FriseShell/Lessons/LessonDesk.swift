import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseRender
import FriseSyntax

/// Plays lessons in a session: what a pupil types goes through it, and what comes of it is kept
/// before it is shown.
struct LessonDesk {
  private(set) var play: LessonPlay
  private let file: ProgressFile
  /// True once it was told that nothing can be kept.
  private var hasComplained = false
  /// True when the lesson is over, or was left.
  private(set) var isOver = false

  init(play: LessonPlay, file: ProgressFile) {
    self.play = play
    self.file = file
  }

  /// The name under which the lesson is kept.
  var lessonName: String { play.lesson.name }

  /// True while a text of the pupil's own is asked: whatever is typed is whole.
  var expectsProse: Bool { play.expectsProse }

  /// True for what answers the question that is asked now.
  @Sendable func isAnswer(_ text: String) -> Bool { play.isAnswer(text) }

  mutating func begin(in session: Session) { take(play.begin(), session) }

  /// Takes what was typed as an answer; false when it is none.
  mutating func takeAnswer(_ text: String, in session: Session) -> Bool {
    speak(session)
    guard let step = play.answer(text) else { return false }
    take(step, session)
    return true
  }

  /// Takes note of a statement that the session ran.
  mutating func follow(_ text: String, in session: Session) {
    speak(session)
    if let step = play.follow(text) { take(step, session) }
  }

  /// Does what a command of lessons asks while one is played; false for commands that are none of
  /// those.
  mutating func perform(_ command: LessonCommand, in session: Session) -> Bool {
    speak(session)
    switch command {
    case .question: take(play.question(), session)
    case .hint: take(play.hint(), session)
    case .solution: take(play.solution(), session)
    case .skip: take(play.skip(), session)
    case .stop:
      isOver = true
      Self.show(
        Self.line(
          Localized(
            en: "The lesson is left; what was done is kept.",
            fr: "La leçon est quittée\u{202F}; ce qui est fait est gardé."), session), session)
    default: return false
    }
    return true
  }

  private mutating func speak(_ session: Session) {
    if play.tongue != session.tongue { play.tongue = session.tongue }
  }

  private mutating func take(_ step: LessonPlay.Step, _ session: Session) {
    do throws(SystemError) {
      try file.append(step.records)
    } catch {
      if !hasComplained { session.console.complain(Self.notKept(file, error)) }
      hasComplained = true
    }
    Self.show(step.page, session)
    isOver = step.isOver
  }

  // MARK: Showing

  /// The widest line of a lesson: longer ones are hard to read.
  private static let widthColumnsMax = 80

  static func show(_ page: LessonPage, _ session: Session) {
    guard !page.isEmpty else { return }
    let options = session.renderOptions
    let width = min(widthColumnsMax, options.width ?? widthColumnsMax)
    var bytes: [UInt8] = []
    AnsiPainter.paint(
      page.markup(widthColumns: width), isColored: options.isColoured, into: &bytes)
    session.output.write(bytes)
    session.output.flush()
  }

  private static func line(_ text: Localized, _ session: Session) -> LessonPage {
    var page = LessonPage()
    page.text(text[session.tongue])
    return page
  }

  static func notKept(_ file: ProgressFile, _ error: SystemError) -> Localized {
    let path = file.path ?? ""
    return Localized(
      en: "what is done is not kept: \(path): \(error.reason.english)",
      fr: "ce qui est fait n’est pas gardé\u{202F}: \(path)\u{202F}: \(error.reason.french)")
  }
}
