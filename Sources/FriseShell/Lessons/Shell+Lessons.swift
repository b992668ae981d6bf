import FriseBase
import FriseLanguage
import FriseLessons
import FriseRender
import FriseSyntax
import Glibc

/// `frise lesson …` on the command line.
extension Shell {
  /// Does what `frise lesson` is asked; without a word it lists the lessons.
  func lesson(_ words: [String]) -> Int32 {
    guard let word = words.first else { return listLessons() }
    let operands = Array(words.dropFirst())
    guard let entry = LessonCommandEntry.named(word), entry.isForCommandLine else {
      return refuse(word)
    }
    switch entry.command {
    case .list: return listLessons()
    case .verify: return verify(operands)
    default: return refuse(word)
    }
  }

  private func refuse(_ word: String) -> Int32 {
    let entries = LessonCommandEntry.all.filter(\.isForCommandLine)
    let forms = entries.map { $0.forms[tongue] }
    let near = Suggestions.nearest(to: word, among: forms, limit: 1).first
    let list = forms.joined(separator: ", ")
    console.complain(
      Localized(
        en: "frise lesson does not know \"\(word)\"; it knows \(list)."
          + (near.map { " Did you mean \($0)?" } ?? ""),
        fr: "frise lesson ne connaît pas «\u{202F}\(word)\u{202F}» mais \(list)."
          + (near.map { " Peut-être \($0)\u{202F}?" } ?? "")))
    return ExitCode.usage
  }

  private func listLessons() -> Int32 {
    withSession { session in
      session.show(LessonList.table(tongue), session.renderOptions)
      return console.finishOutput() ?? ExitCode.success
    }
  }

  /// A lesson by name or path, or the exit code after telling why there is none.
  func readLesson(_ word: String) -> (reading: LessonReading?, code: Int32) {
    do throws(SystemError) {
      let reading = try LessonShelf.reading(of: word, isSafe: arguments.isSafe)
      return (reading, ExitCode.success)
    } catch {
      if Signals.isStopped { return (nil, ExitCode.interrupted) }
      let near = LessonShelf.nearest(to: word).joined(separator: ", ")
      console.complain(
        Localized(
          en: "no lesson has that name, and \(word) cannot be read: \(error.reason.english)."
            + (near.isEmpty ? "" : " Did you mean \(near)?"),
          fr: "aucune leçon n’a ce nom, et \(word) ne peut pas être lu : \(error.reason.french)."
            + (near.isEmpty ? "" : " Peut-être \(near)\u{202F}?")))
      return (nil, ExitCode.usage)
    }
  }

  /// Tries lessons and reports all that is wrong with them; without a word, those that ship.
  private func verify(_ words: [String]) -> Int32 {
    withSession { session in
      var worst = ExitCode.success
      for word in words.isEmpty ? LessonShelf.names : words {
        let (reading, code) = readLesson(word)
        guard let reading else {
          worst = max(worst, code)
          continue
        }
        var found = reading.diagnostics
        if let lesson = reading.lesson {
          found += LessonVerifier.verify(
            lesson, engine: session.engine, vocabulary: LessonShelf.vocabulary)
        }
        console.report(found)
        worst = max(worst, ExitCode.code(of: found))
        output.write(summary(word, reading.lesson, found) + "\n")
      }
      return console.finishOutput() ?? worst
    }
  }

  /// One line: what was tried and what was found.
  private func summary(
    _ word: String, _ lesson: Lesson?, _ found: [LocatedDiagnostic]
  ) -> String {
    let errors = found.count { $0.diagnostic.severity == .error }
    let warnings = found.count - errors
    guard let lesson else {
      return Localized(
        en: "\(word): cannot be read, \(errors) errors",
        fr: "\(word) : illisible, \(errors) erreurs")[tongue]
    }
    let questions = lesson.questions.count
    return Localized(
      en: "\(lesson.name): \(questions) questions, \(errors) errors, \(warnings) warnings",
      fr: "\(lesson.name) : \(questions) questions, \(errors) erreurs, \(warnings) avertissements")[
        tongue]
  }
}
