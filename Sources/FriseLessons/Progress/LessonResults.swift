/// Results for a teacher under a code: how each question went, and which options were taken. It
/// holds no name, no path, no machine, and none of the texts that were typed, which might hold one
/// (lessons, section 4).
package struct LessonResults {
  private let code: String

  /// - Parameter code: What the teacher gave: letters, digits and hyphens, one digit at least, 16
  ///   signs at most. Nil for anything else, a first name for one.
  package init?(code: String) {
    let isPlain = code.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20) || byte == 0x2D
    }
    let hasDigit = code.utf8.contains { (0x30...0x39).contains($0) }
    guard isPlain, hasDigit, code.utf8.count <= 16 else { return nil }
    self.code = code
  }

  /// The file: a line for each question of each lesson that was played.
  /// - Parameters:
  ///   - records: What was kept, in order.
  ///   - lessons: Those that ship; of others a line stands for each question that was answered.
  /// - Returns: Cells that tabs part, with a header.
  package func text(_ records: [ProgressRecord], lessons: [Lesson]) -> String {
    var lines = ["code\tlesson\tversion\tquestion\ttype\tresult\ttries\thints\tchosen"]
    var names: [String] = []
    for record in records where !names.contains(record.lesson) {
      if record.lesson != ReviewCards.lessonName { names.append(record.lesson) }
    }
    for name in names {
      let own = records.filter { $0.lesson == name }
      let progress = LessonProgress(own, lesson: name)
      let version = own.last?.version ?? 1
      let lesson = lessons.first { $0.name == name }
      let played = progress.questions.keys.filter { !$0.isEmpty }.sorted()
      let questions = lesson?.questions.map { ($0.id, $0.type.name) } ?? played.map { ($0, "") }
      for (id, type) in questions {
        let state = progress.state(of: id)
        let chosen = state.answers.map { answer in
          answer.chosen.map { "\($0)" }.joined(separator: "+")
        }.filter { !$0.isEmpty }
        let cells = [
          code, name, "\(version)", id, type, Self.result(state), "\(state.tries)",
          "\(state.hints)", chosen.joined(separator: ","),
        ]
        lines.append(cells.joined(separator: "\t"))
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func result(_ state: LessonProgress.QuestionState) -> String {
    if state.mark == .right || state.mark == .kept { return state.mark?.rawValue ?? "" }
    if state.isSolutionSeen { return "solution" }
    if let mark = state.mark { return mark.rawValue }
    return state.isSkipped ? "skipped" : "open"
  }
}
