import FriseBase
import FriseLanguage
import FriseLessons
import FriseSyntax

/// Lessons at the prompt: `.lesson …`, and what is typed while one is played.
extension Prompt {
  /// Runs `.lesson` with what stands behind it: a command of lessons, else the name of one.
  mutating func runLesson(_ rest: String) {
    let word = String(rest.prefix { !$0.isWhitespace })
    let operand = String(rest.dropFirst(word.count)).trimmed
    guard let entry = LessonCommandEntry.named(word) else {
      guard !word.isEmpty else { return beginOrList() }
      return play(rest, orCommand: LessonCommandEntry.meant(by: rest, session.tongue))
    }
    if desk?.perform(entry.command, in: session) == true { return endLessonIfOver() }
    switch entry.command {
    case .list: session.show(LessonList.table(session), session.renderOptions)
    case .play: operand.isEmpty ? beginOrList() : play(operand)
    case .review: begin(LessonRoom(session).deskOfCards())
    case .forget:
      LessonRoom(session).forget(desk?.lessonName)
      desk = nil
    case .verify, .print, .export:
      let words = operand.split(separator: " ").map(String.init)
      let playing = desk?.play.lesson
      _ = LessonDocuments(session: session, arguments: arguments, playing: playing)
        .perform(entry.command, words)
    case .question, .hint, .solution, .skip, .stop:
      session.console.complain(
        Localized(
          en: "no lesson is being played; .lesson lists them",
          fr: "aucune leçon n’est en cours\u{202F}; .leçon les liste"))
    }
    session.output.flush()
  }

  /// Shows the question of the lesson being played, or the list of lessons.
  private mutating func beginOrList() {
    if desk?.perform(.question, in: session) == true { return }
    session.show(LessonList.table(session), session.renderOptions)
    session.output.flush()
  }

  /// Begins a lesson by its name, number, title or path; `commands`, as they are typed, may have
  /// been meant instead.
  mutating func play(_ word: String, orCommand commands: [String] = []) {
    let documents = LessonDocuments(session: session, arguments: arguments)
    guard let lesson = documents.lesson(word, orCommand: commands).lesson else { return }
    begin(LessonRoom(session).desk(playing: lesson))
  }

  mutating func begin(_ desk: LessonDesk?) {
    guard var desk else { return }
    desk.begin(in: session)
    self.desk = desk
    endLessonIfOver()
  }

  /// Runs what was typed while a lesson is played: an answer where it is one, else statements.
  mutating func takeInLesson(_ text: String) {
    let isAnswer = desk?.takeAnswer(text.trimmed, in: session) ?? false
    if !isAnswer {
      runStatements(text)
      remindOfCommand(text)
      desk?.follow(text, in: session)
    }
    endLessonIfOver()
  }

  /// Tells how a command of lessons is typed to somebody who typed its word alone, in vain.
  private func remindOfCommand(_ text: String) {
    guard let command = LessonCommandEntry.named(text.trimmed)?.typed(session.tongue),
      session.engine.prepare(SourceText(name: "<prompt>", text: text)).hasErrors
    else { return }
    session.console.complain(
      Localized(
        en: "in a lesson, write \(command)", fr: "dans une leçon, écrire \(command)"))
  }

  private mutating func endLessonIfOver() {
    guard desk?.isOver == true else { return }
    desk = nil
    isDone = isDone || isPiped
  }
}
