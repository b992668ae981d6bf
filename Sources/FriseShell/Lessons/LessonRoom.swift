import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import FriseSyntax

/// Begins lessons and reviews, and does what needs no lesson being played; for the command line
/// and the prompt alike.
struct LessonRoom {
  let session: Session
  private let file: ProgressFile

  init(_ session: Session) {
    self.session = session
    // With --safe no file is written, this one neither.
    self.file = ProgressFile(path: session.settings.isSafe ? nil : session.environment.lessonsPath)
  }

  private var console: Console { session.console }

  /// The day, as progress files write it.
  private var day: String { CalendarDay(number: session.engine.today).text }

  /// The number of a day of a progress file.
  private static func dayNumber(_ text: String) -> Int64? {
    EDTF.parse(text)?.bounds.earliestStart
  }

  /// What was kept; damaged lines and a file that cannot be read are told.
  func records() -> [ProgressRecord] {
    do throws(SystemError) {
      let (records, damaged) = try file.read()
      if damaged > 0 {
        console.complain(
          Localized(
            en: "lines of \(file.path ?? "") that cannot be read, and stay there: \(damaged)",
            fr: "lignes de \(file.path ?? "") illisibles, qui y restent\u{202F}: \(damaged)"))
      }
      return records
    } catch {
      console.complain(LessonDesk.notKept(file, error))
      return []
    }
  }

  /// A desk with a lesson on it.
  func desk(playing lesson: Lesson) -> LessonDesk {
    LessonDesk(
      play: LessonPlay(lesson, records: records(), engine: session.engine, day: day), file: file)
  }

  /// A desk with the cards of today, or nil after telling when the next ones come.
  func deskOfCards() -> LessonDesk? {
    let boxes = LeitnerBoxes(records(), day: Self.dayNumber)
    let cards = ReviewCards.all(session.engine.data)
    let due = boxes.due(among: cards.map(\.id), on: session.engine.today)
    guard !due.isEmpty else {
      tellNoCards(boxes)
      return nil
    }
    let asked = due.compactMap { id in cards.first { $0.id == id } }
    return LessonDesk(
      play: LessonPlay(
        ReviewCards.lesson(asked), records: [], engine: session.engine, day: day, isReview: true),
      file: file)
  }

  private func tellNoCards(_ boxes: LeitnerBoxes) {
    let next = max(boxes.nextDay ?? 0, session.engine.today + 1)
    let text = CalendarDay(number: next).text
    var page = LessonPage()
    page.text(
      Localized(
        en: "No card is due today. The next ones come on \(text).",
        fr: "Aucune carte n’est due aujourd’hui. Les prochaines viennent le \(text).")[
          session.tongue])
    LessonDesk.show(page, session)
  }

  /// Erases what was kept of a lesson, or of all when nil. At the prompt it asks before.
  func forget(_ lesson: String?) {
    let what =
      lesson.map { Localized(en: "the lesson \($0)", fr: "la leçon \($0)") }
      ?? Localized(en: "all lessons and cards", fr: "toutes les leçons et les cartes")
    let question = Localized(
      en: "Erase what was kept of \(what.english)? [y/N] ",
      fr: "Effacer ce qui est gardé de \(what.french)\u{202F}? [o/N] ")
    guard !session.isInteractive || session.confirms(question) else { return }
    do throws(SystemError) {
      try file.forget(lesson: lesson)
      console.complain(
        Localized(en: "erased: \(what.english)", fr: "effacé\u{202F}: \(what.french)"))
    } catch {
      console.complain(
        Localized(
          en: "nothing is erased: \(file.path ?? ""): \(error.reason.english)",
          fr: "rien n’est effacé\u{202F}: \(file.path ?? "")\u{202F}: \(error.reason.french)"))
    }
  }
}
