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
    let word = words.first ?? ""
    let entry = words.isEmpty ? nil : LessonCommandEntry.named(word)
    guard words.isEmpty || entry?.isForCommandLine == true else { return refuse(word) }
    let operands = Array(words.dropFirst())
    switch entry?.command ?? .list {
    case .list:
      return withSession { session in
        session.show(LessonList.table(session), session.renderOptions)
        return console.finishOutput() ?? ExitCode.success
      }
    case .play: return play(operands)
    case .review: return converse(beginningWith: ".lesson review")
    case let command:
      return withSession { session in
        let documents = LessonDocuments(session: session, arguments: arguments)
        let code = documents.perform(command, operands)
        return console.finishOutput() ?? code
      }
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

  /// Plays a lesson: at the prompt where input is a terminal, else with the lines of input.
  private func play(_ words: [String]) -> Int32 {
    guard words.count == 1, let word = words.first else {
      console.complain(
        Localized(
          en: "frise lesson play takes the name of one lesson; frise lesson list shows them",
          fr: "frise lesson play attend le nom d’une leçon\u{202F}; frise lesson list les montre"))
      return ExitCode.usage
    }
    // What is wrong with it is told before a prompt opens.
    let code = withSession { session in
      LessonDocuments(session: session, arguments: arguments).lesson(word).code
    }
    guard code == ExitCode.success else { return code }
    return converse(beginningWith: ".lesson play " + word)
  }

  private func converse(beginningWith command: String) -> Int32 {
    withSession(isInteractive: isatty(STDIN_FILENO) == 1) { session in
      var prompt = Prompt(session: session, arguments: arguments)
      let code = prompt.run(beginningWith: command)
      return console.finishOutput() ?? code
    }
  }
}
