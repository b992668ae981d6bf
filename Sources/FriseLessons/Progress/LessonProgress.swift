/// What was done of one lesson, from its records.
package struct LessonProgress: Sendable {
  /// What was done of one question.
  package struct QuestionState: Sendable, Hashable {
    package var tries = 0
    package var hints = 0
    /// The best mark so far.
    package var mark: Judgement.Mark?
    package var isSolutionSeen = false
    package var isSkipped = false
    /// The answers, in order.
    package var answers: [ProgressRecord] = []

    /// True once nothing more is to be answered.
    package var isSettled: Bool { mark == .right || mark == .kept || isSolutionSeen }
  }

  package private(set) var questions: [String: QuestionState] = [:]

  /// - Parameters:
  ///   - records: Those of all lessons, in order.
  ///   - lesson: The name of this one.
  package init(_ records: [ProgressRecord], lesson: String) {
    for record in records where record.lesson == lesson { take(record) }
  }

  package func state(of question: String) -> QuestionState {
    questions[question] ?? QuestionState()
  }

  package mutating func take(_ record: ProgressRecord) {
    var state = state(of: record.question)
    switch record.event {
    case .hint: state.hints += 1
    case .solution: state.isSolutionSeen = true
    case .skip: state.isSkipped = true
    case .done: return
    case .right, .partly, .wrong, .kept:
      state.tries += 1
      state.answers.append(record)
      let mark = Judgement.Mark(rawValue: record.event.rawValue)
      if Self.rank(mark) > Self.rank(state.mark) { state.mark = mark }
    }
    questions[record.question] = state
  }

  private static func rank(_ mark: Judgement.Mark?) -> Int {
    switch mark {
    case nil: 0
    case .wrong: 1
    case .partly: 2
    case .kept: 3
    case .right: 4
    }
  }

  /// How many of a lesson's questions are settled.
  package func settledCount(of lesson: Lesson) -> Int {
    lesson.questions.count { state(of: $0.id).isSettled }
  }
}
