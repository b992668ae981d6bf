package import FriseBase
package import FriseLanguage
import FriseSyntax

/// A lesson being played: takes what a pupil types, says what comes of it, and tells what is to be
/// kept. It prints nothing and writes no file.
package struct LessonPlay: Sendable {
  package let lesson: Lesson
  package private(set) var judge: AnswerJudge
  package private(set) var progress: LessonProgress
  /// The block that is asked, an index into those of the lesson; past the last at the end.
  private(set) var position = 0
  /// True for cards: one try each, and the answer is told.
  let isReview: Bool
  /// The day, as 2026-11-24.
  private let day: String
  package var tongue: Tongue {
    didSet { judge.queries.speak(tongue) }
  }

  /// What comes of an input.
  package struct Step: Sendable {
    package var page = LessonPage()
    /// To be written before the page is shown.
    package var records: [ProgressRecord] = []
    /// True when the lesson is over.
    package var isOver = false
  }

  /// - Parameters:
  ///   - lesson: What is played.
  ///   - records: What was done before, in all lessons.
  ///   - engine: The session in which it is played.
  ///   - day: Today, as 2026-11-24.
  ///   - isReview: True for cards.
  package init(
    _ lesson: Lesson, records: [ProgressRecord], engine: Engine, day: String, isReview: Bool = false
  ) {
    self.lesson = lesson
    self.judge = AnswerJudge(lesson: lesson.name, engine: engine)
    self.progress = LessonProgress(isReview ? [] : records, lesson: lesson.name)
    self.isReview = isReview
    self.day = day
    self.tongue = engine.tongue
  }

  /// The block that is asked now, or nil at the end.
  package var current: LessonBlock? {
    lesson.blocks.indices.contains(position) ? lesson.blocks[position] : nil
  }

  /// True while a text of the pupil's own is asked: whatever is typed is whole.
  package var expectsProse: Bool {
    if case .free = current?.task { true } else { false }
  }

  /// True for what answers the question that is asked now, whatever it is worth.
  package func isAnswer(_ text: String) -> Bool {
    current.flatMap { judge.judge(text, $0) } != nil
  }

  // MARK: What the pupil does

  /// Begins, or goes on where the lesson was left.
  package mutating func begin() -> Step {
    var step = Step()
    let isResumed = lesson.blocks.contains { progress.questions[$0.id] != nil }
    step.page = LessonVoice(self).opening(isResumed: isResumed)
    let order = lesson.blocks.indices
    let settled = lesson.questions.allSatisfy { progress.state(of: $0.id).isSettled }
    if settled, isResumed {
      step.page.append(LessonVoice(self).wasDone())
      step.isOver = true
      position = lesson.blocks.count
      return step
    }
    // What was skipped comes back once nothing else is left.
    let open = order.first { isOpen($0) } ?? order.first { isSkipped($0) } ?? 0
    position = open
    // Texts before the question are read again.
    while position > 0, lesson.blocks[position - 1].type == .text { position -= 1 }
    if !isResumed { position = 0 }
    present(&step)
    return step
  }

  private func isOpen(_ index: Int) -> Bool {
    let block = lesson.blocks[index]
    let state = progress.state(of: block.id)
    return block.type != .text && !state.isSettled && !state.isSkipped
  }

  private func isSkipped(_ index: Int) -> Bool {
    let block = lesson.blocks[index]
    let state = progress.state(of: block.id)
    return block.type != .text && !state.isSettled && state.isSkipped
  }

  /// Takes what was typed as an answer; nil when it is none, and may be an ordinary query.
  package mutating func answer(_ text: String) -> Step? {
    guard let block = current, let judgement = judge.judge(text, block) else { return nil }
    return settle(judgement, text, block)
  }

  /// Takes note of a statement that the session ran; judges what it gave where a query is asked.
  package mutating func follow(_ text: String) -> Step? {
    let trial = judge.queries.follow(text)
    guard let block = current, case .query(let reference) = block.task, trial.hasResult else {
      return nil
    }
    var step = settle(judge.judge(trial, reference), text, block)
    // The result stands above: a line parts what is said of it.
    var page = LessonPage()
    page.gap()
    page.append(step.page)
    step.page = page
    return step
  }

  /// Shows the question again.
  package func question() -> Step {
    var step = Step()
    if let block = current { step.page = LessonVoice(self).question(block) }
    return step
  }

  /// Gives the next hint; after the last, where the solution is.
  package mutating func hint() -> Step {
    var step = Step()
    guard let block = current else { return step }
    let given = progress.state(of: block.id).hints
    step.page = LessonVoice(self).hint(block, number: given)
    if given < block.hints.count { keep(.hint, block, &step) }
    return step
  }

  /// Shows the solution, marked as seen, and goes on.
  package mutating func solution() -> Step {
    var step = Step()
    guard let block = current else { return step }
    step.page = LessonVoice(self).solution(block)
    keep(isReview ? .wrong : .solution, block, &step)
    advance(&step)
    return step
  }

  /// Goes on without an answer.
  package mutating func skip() -> Step {
    var step = Step()
    guard let block = current else { return step }
    if !isReview { keep(.skip, block, &step) }
    advance(&step)
    return step
  }

  // MARK: Going on

  private mutating func settle(
    _ judgement: Judgement, _ text: String, _ block: LessonBlock
  ) -> Step {
    var step = Step()
    step.page = LessonVoice(self).reply(judgement, text, block)
    keep(
      ProgressRecord.Event(judgement.mark), block, &step, chosen: judgement.chosen, text: text)
    let isOver = judgement.mark == .right || judgement.mark == .kept || isReview
    if isOver { advance(&step) }
    return step
  }

  private mutating func keep(
    _ event: ProgressRecord.Event, _ block: LessonBlock, _ step: inout Step, chosen: [Int] = [],
    text: String = ""
  ) {
    let record = ProgressRecord(
      day: day, lesson: lesson.name, version: lesson.version, question: block.id, event: event,
      chosen: chosen, text: text)
    progress.take(record)
    step.records.append(record)
  }

  private mutating func advance(_ step: inout Step) {
    position += 1
    present(&step)
  }

  /// Shows texts up to the next open question, and that; or the end.
  private mutating func present(_ step: inout Step) {
    while let block = current {
      if block.type == .text {
        step.page.gap()
        step.page.append(LessonVoice(self).question(block))
        position += 1
        continue
      }
      if progress.state(of: block.id).isSettled {
        position += 1
        continue
      }
      step.page.gap()
      step.page.append(LessonVoice(self).question(block))
      return
    }
    step.page.gap()
    step.page.append(LessonVoice(self).ending())
    step.isOver = true
    if !isReview {
      step.records.append(
        ProgressRecord(
          day: day, lesson: lesson.name, version: lesson.version, question: "", event: .done))
    }
  }
}
