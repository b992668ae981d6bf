import FriseBase
package import FriseLanguage
import FriseModel

/// What a pupil answered, as a Markdown page of their own (lessons, section 3).
package enum LessonJournal {
  /// The page: every lesson that was played, its questions in order, each answer with its day.
  /// - Parameters:
  ///   - records: What was kept, in order.
  ///   - lessons: The lessons whose texts are at hand; of others the ids are shown.
  ///   - engine: The session, for its tongue and data.
  /// - Returns: Markdown, with a line end at its end.
  package static func markdown(
    _ records: [ProgressRecord], lessons: [Lesson], engine: Engine
  ) -> String {
    let tongue = engine.tongue
    var names: [String] = []
    for record in records where !names.contains(record.lesson) {
      if record.lesson != ReviewCards.lessonName { names.append(record.lesson) }
    }
    var lines = ["# " + Localized(en: "Journal", fr: "Journal")[tongue], ""]
    if names.isEmpty {
      lines.append(
        Localized(en: "Nothing was played yet.", fr: "Rien n’a encore été joué.")[tongue])
    }
    for name in names {
      let own = records.filter { $0.lesson == name }
      if let lesson = lessons.first(where: { $0.name == name }) {
        lines += self.lines(of: lesson, own, tongue)
      } else {
        lines += ["## \(escaped(name))", ""]
        for record in own where record.event.isAnswer {
          lines.append("- \(record.day) `\(record.question)`: \(escaped(record.text))")
        }
        lines.append("")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func lines(
    of lesson: Lesson, _ records: [ProgressRecord], _ tongue: Tongue
  ) -> [String] {
    let progress = LessonProgress(records, lesson: lesson.name)
    var lines = ["## \(escaped(lesson.title[tongue]))", ""]
    lines += ["*\(escaped(lesson.centralQuestion[tongue]))*", ""]
    for (index, block) in lesson.questions.enumerated() {
      let state = progress.state(of: block.id)
      lines += ["### \(index + 1). \(escaped(block.text[tongue]))", ""]
      if state.answers.isEmpty {
        lines += [Localized(en: "No answer.", fr: "Sans réponse.")[tongue], ""]
      }
      for answer in state.answers {
        let colon = Localized(en: ": ", fr: "\u{202F}: ")[tongue]
        lines.append("- \(answer.day), \(word(answer.event)[tongue])\(colon)\(code(answer.text))")
      }
      if !state.answers.isEmpty { lines.append("") }
      var remarks: [String] = []
      if state.hints > 0 {
        remarks.append(
          Localized(en: "Hints: \(state.hints).", fr: "Indices\u{202F}: \(state.hints).")[tongue])
      }
      if state.isSolutionSeen {
        remarks.append(Localized(en: "Solution seen.", fr: "Solution vue.")[tongue])
      }
      if !remarks.isEmpty { lines += [remarks.joined(separator: " "), ""] }
    }
    return lines
  }

  private static func word(_ event: ProgressRecord.Event) -> Localized {
    switch event {
    case .right: Localized(en: "right", fr: "juste")
    case .partly: Localized(en: "not quite", fr: "pas tout à fait")
    case .wrong: Localized(en: "not yet", fr: "pas encore")
    default: Localized(en: "kept", fr: "gardé")
    }
  }

  /// A text between as many backquotes as it needs.
  private static func code(_ text: String) -> String {
    let line = text.replacing("\n", with: " ")
    var fence = "`"
    while line.contains(fence) { fence += "`" }
    let isTight = !line.hasPrefix("`") && !line.hasSuffix("`")
    return isTight ? fence + line + fence : "\(fence) \(line) \(fence)"
  }

  /// A text in which nothing is markup.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
