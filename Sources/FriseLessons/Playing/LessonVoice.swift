import FriseBase
import FriseSyntax

/// The words of a lesson being played, in the pupil's tongue. No timer, no ranking: what is said of
/// an answer is what differs.
struct LessonVoice {
  let play: LessonPlay
  private let tongue: Tongue

  init(_ play: LessonPlay) {
    self.play = play
    self.tongue = play.tongue
  }

  private var lesson: Lesson { play.lesson }

  private func say(_ english: String, _ french: String) -> String {
    Localized(en: english, fr: french)[tongue]
  }

  /// How a command is typed: `.lesson hint`.
  private func typed(_ command: LessonCommand) -> String {
    LessonCommandEntry.all.first { $0.command == command }?.typed(tongue) ?? ""
  }

  // MARK: Beginning and end

  func opening(isResumed: Bool) -> LessonPage {
    var page = LessonPage()
    page.heading(lesson.title[tongue])
    if play.isReview {
      page.text(
        say(
          "\(lesson.questions.count) cards for today. One answer each; the box of a card says when "
            + "it comes back.",
          "\(lesson.questions.count) cartes pour aujourd’hui. Une réponse chacune\u{202F}; la "
            + "boîte d’une carte dit quand elle revient."))
      return page
    }
    page.text(lesson.centralQuestion[tongue], .emphasis)
    page.text(
      say(
        "\(lesson.questions.count) questions, about \(lesson.minutes) minutes, from "
          + "\(lesson.ages.lowerBound) to \(lesson.ages.upperBound).",
        "\(lesson.questions.count) questions, environ \(lesson.minutes) minutes, de "
          + "\(lesson.ages.lowerBound) à \(lesson.ages.upperBound) ans."), .dim)
    let deaths = lesson.questions.count { $0.tags.contains(.deaths) }
    if deaths > 0 {
      page.text(
        say(
          "In this lesson \(deaths) of the questions speak of people who died. They are announced, "
            + "and \(typed(.skip)) passes them without loss.",
          "Dans cette leçon, \(deaths) des questions parlent de personnes mortes. Elles sont "
            + "annoncées, et \(typed(.skip)) les passe sans perte."))
    }
    if isResumed {
      let settled = play.progress.settledCount(of: lesson)
      page.text(
        say(
          "You go on where you left off: \(settled) of \(lesson.questions.count) are done.",
          "Vous reprenez où vous étiez\u{202F}: \(settled) sur \(lesson.questions.count) sont "
            + "faites."))
    } else {
      page.text(
        say(
          "Any query works here. \(typed(.hint)) helps, \(typed(.skip)) goes on, \(typed(.stop)) "
            + "leaves; nothing is lost.",
          "Toute requête marche ici. \(typed(.hint)) aide, \(typed(.skip)) passe, \(typed(.stop)) "
            + "quitte\u{202F}; rien n’est perdu."), .dim)
    }
    return page
  }

  func wasDone() -> LessonPage {
    var page = LessonPage()
    page.text(
      say(
        "This lesson is done. \(typed(.forget)) erases it, to begin anew; "
          + "\(typed(.export)) journal writes what you answered.",
        "Cette leçon est faite. \(typed(.forget)) l’efface, pour recommencer\u{202F}; "
          + "\(typed(.export)) journal écrit vos réponses."))
    return page
  }

  func ending() -> LessonPage {
    var page = LessonPage()
    let states = lesson.questions.map { play.progress.state(of: $0.id) }
    if play.isReview {
      let right = states.count { $0.mark == .right }
      page.heading(say("The cards of today are done.", "Les cartes du jour sont faites."))
      page.text(
        say(
          "\(right) of \(states.count) known; the others come back tomorrow.",
          "\(right) sur \(states.count) sues\u{202F}; les autres reviennent demain."))
      return page
    }
    page.heading(say("End of the lesson.", "Fin de la leçon."))
    let answered = states.count { $0.mark == .right || $0.mark == .kept }
    page.text(
      say(
        "\(answered) of \(states.count) questions answered.",
        "\(answered) questions sur \(states.count) ont une réponse."))
    let seen = states.count { $0.isSolutionSeen && $0.mark != .right }
    if seen > 0 {
      page.text(
        say("Solutions seen: \(seen).", "Solutions vues\u{202F}: \(seen)."))
    }
    let skipped = states.count { $0.isSkipped && !$0.isSettled }
    if skipped > 0 {
      page.text(
        say(
          "Passed over: \(skipped). They come back when the lesson is played again.",
          "Passées\u{202F}: \(skipped). Elles reviennent quand on rejoue la leçon."))
    }
    page.text(lesson.centralQuestion[tongue], .emphasis)
    page.text(
      say(
        "\(typed(.export)) journal writes what you answered; \(typed(.review)) brings cards back.",
        "\(typed(.export)) journal écrit vos réponses\u{202F}; \(typed(.review)) fait revenir des "
          + "cartes."), .dim)
    return page
  }

  // MARK: Questions

  func question(_ block: LessonBlock) -> LessonPage {
    var page = LessonPage()
    guard block.type != .text else {
      page.text(block.text[tongue])
      return page
    }
    let number = (lesson.questions.firstIndex { $0.id == block.id } ?? 0) + 1
    page.heading(
      say(
        "Question \(number) of \(lesson.questions.count)",
        "Question \(number) sur \(lesson.questions.count)"))
    if block.tags.contains(.deaths) {
      page.text(
        say(
          "This question speaks of people who died; \(typed(.skip)) passes it without loss.",
          "Cette question parle de personnes mortes\u{202F}; \(typed(.skip)) la passe sans perte."))
    }
    page.text(block.text[tongue])
    let form = play.judge.form(block)
    for (index, item) in form.items.enumerated() { page.item("\(index + 1).", item[tongue]) }
    for (index, partner) in form.partners.enumerated() {
      page.item("\(ListAnswer.letter(index)).", partner[tongue])
    }
    page.text(manner(of: block.task), .dim)
    return page
  }

  /// How a question is answered.
  private func manner(of task: Task) -> String {
    switch task {
    case .reading: ""
    case .choice(_, _, false), .unknown:
      say("Answer with a number.", "Répondez par un numéro.")
    case .choice: say("Answer with numbers: 1, 3.", "Répondez par des numéros\u{202F}: 1, 3.")
    case .ordering:
      say("Answer with all the numbers, in order.", "Répondez par tous les numéros, dans l’ordre.")
    case .matching: say("Answer with pairs: 1b 2a.", "Répondez par des paires\u{202F}: 1b 2a.")
    case .place: say("Answer with a year or a date.", "Répondez par une année ou une date.")
    case .interval:
      say("Answer with two dates: 1951-1975.", "Répondez par deux dates\u{202F}: 1951-1975.")
    case .query: say("Answer with a query.", "Répondez par une requête.")
    case .estimate:
      say("Answer with a number: 850 000, 850k.", "Répondez par un nombre\u{202F}: 850 000, 850k.")
    case .citation:
      say("Answer with an id and its source.", "Répondez par un id et sa source.")
    case .path: say("Answer with units: a > b > c.", "Répondez par des unités\u{202F}: a > b > c.")
    case .free: say("Answer in your own words.", "Répondez avec vos propres mots.")
    }
  }

  // MARK: Replies

  func reply(_ judgement: Judgement, _ text: String, _ block: LessonBlock) -> LessonPage {
    var page = LessonPage()
    switch judgement.mark {
    case .right: page.text(say("Right.", "Juste."), .emphasis)
    case .partly: page.text(say("Not quite.", "Pas tout à fait."), .emphasis)
    case .wrong: page.text(say("Not yet.", "Pas encore."), .emphasis)
    case .kept: page.text(say("Kept in your journal.", "Gardé dans votre journal."), .emphasis)
    }
    for remark in judgement.remarks { page.text(remark[tongue]) }
    let isSettled = judgement.mark == .right || judgement.mark == .kept
    if isSettled {
      otherWay(text, block, &page)
      after(block, &page)
    } else if play.isReview {
      page.text(
        say("The answer: ", "La réponse\u{202F}: ") + play.judge.solution(block, tongue))
      after(block, &page)
    } else {
      let tries = play.progress.state(of: block.id).tries + 1
      if tries == 3, !block.hints.isEmpty {
        page.text(
          say(
            "\(typed(.hint)) helps, and costs nothing.", "\(typed(.hint)) aide, et ne coûte rien."),
          .dim)
      }
    }
    return page
  }

  /// The reference beside another query that answers.
  private func otherWay(_ text: String, _ block: LessonBlock, _ page: inout LessonPage) {
    guard case .query = block.task else { return }
    let engine = play.judge.queries.engine
    let own = QueryText.shown(text, in: tongue, engine)
    let reference = play.judge.solution(block, tongue)
    guard TextFold.fold(own) != TextFold.fold(reference) else { return }
    page.text(say("Another way:", "Une autre façon\u{202F}:"), .dim)
    page.query(reference)
  }

  /// What is said once a question is over: the reply, then each fact with source and check.
  private func after(_ block: LessonBlock, _ page: inout LessonPage) {
    if let reply = block.reply { page.text(reply[tongue]) }
    if block.tags.contains(.claim) {
      page.text(
        say("Claim of the organisation itself.", "Affirmation de l’organisation elle-même."), .dim)
    }
    for line in FactLines.lines(of: block, play.judge.facts, tongue) { page.text(line, .dim) }
  }

  func hint(_ block: LessonBlock, number: Int) -> LessonPage {
    var page = LessonPage()
    guard number < block.hints.count else {
      page.text(
        block.hints.isEmpty
          ? say(
            "There is no hint; \(typed(.solution)) shows the solution.",
            "Il n’y a pas d’indice\u{202F}; \(typed(.solution)) montre la solution.")
          : say(
            "There is no further hint; \(typed(.solution)) shows the solution.",
            "Il n’y a plus d’indice\u{202F}; \(typed(.solution)) montre la solution."))
      return page
    }
    page.text(
      say(
        "Hint \(number + 1) of \(block.hints.count):",
        "Indice \(number + 1) sur \(block.hints.count)\u{202F}:"), .dim)
    switch block.hints[number] {
    case .text(let text): page.text(text[tongue])
    case .query(let query):
      page.query(QueryText.shown(query.text, in: tongue, play.judge.queries.engine))
    }
    return page
  }

  func solution(_ block: LessonBlock) -> LessonPage {
    var page = LessonPage()
    page.text(say("Solution:", "Solution\u{202F}:"), .emphasis)
    let solution = play.judge.solution(block, tongue)
    if case .query = block.task { page.query(solution) } else { page.text(solution) }
    after(block, &page)
    return page
  }
}
