import FriseBase
package import FriseLanguage
import FriseModel

/// Judges answers by what they mean (lessons, section 2).
package struct AnswerJudge: Sendable {
  /// The name of the lesson, by which lists are shuffled.
  package let lesson: String
  package var queries: QueryJudge
  package let facts: FactFinder

  /// - Parameters:
  ///   - lesson: The name of the lesson.
  ///   - engine: The session in which it is played.
  package init(lesson: String, engine: Engine) {
    self.lesson = lesson
    self.queries = QueryJudge(engine, seed: lesson)
    self.facts = FactFinder(engine.data)
  }

  func form(_ block: LessonBlock) -> QuestionForm {
    QuestionForm(block, lesson: lesson, facts)
  }

  /// Judges what was typed; nil when it is no answer to a question of this type: then it may be an
  /// ordinary query. Answers to questions of queries are judged by their trial.
  package func judge(_ text: String, _ block: LessonBlock) -> Judgement? {
    switch block.task {
    case .reading, .query: return nil
    case .choice(let options, let right, let allowsSeveral):
      return allowsSeveral
        ? choices(text, options, right) : choice(text, options, right, form(block))
    case .unknown(let options):
      return unknown(text, options, form(block))
    case .ordering: return order(text, form(block))
    case .matching: return match(text, form(block))
    case .place(let expected, let tolerance): return place(text, expected, tolerance)
    case .interval(let expected, let share): return interval(text, expected, share)
    case .estimate(let expected): return estimate(text, expected)
    case .citation(let ids): return cite(text, ids)
    case .path(let table, let start, let end):
      return units(table, start, end).flatMap { $0.judge(text) }
    case .free:
      let isQuery =
        text.contains("|")
        || !queries.engine.prepare(
          SourceText(name: "<prompt>", text: text)
        ).hasErrors
      return isQuery ? nil : Judgement(.kept)
    }
  }

  /// Judges what a query gave.
  package func judge(_ trial: QueryJudge.Trial, _ reference: ReferenceQuery) -> Judgement {
    queries.verdict(on: trial, reference).judgement
  }

  // MARK: Lists

  private func choice(
    _ text: String, _ options: [Option], _ right: Set<Int>, _ form: QuestionForm
  ) -> Judgement? {
    guard let index = ListAnswer.option(text, among: form.items) else { return nil }
    let reply = options[index].reply.map { [$0.localized] } ?? []
    return Judgement(right.contains(index) ? .right : .wrong, reply, chosen: [index + 1])
  }

  private func choices(_ text: String, _ options: [Option], _ right: Set<Int>) -> Judgement? {
    guard let taken = ListAnswer.options(text, among: options.map(\.text)) else { return nil }
    let chosen = taken.sorted().map { $0 + 1 }
    var remarks = taken.sorted().compactMap { options[$0].reply?.localized }
    guard taken != right else { return Judgement(.right, remarks, chosen: chosen) }
    let missing = right.subtracting(taken).count
    let further = taken.subtracting(right).count
    if missing > 0 {
      remarks.append(
        Localized(
          en: missing == 1 ? "One answer is missing." : "\(missing) answers are missing.",
          fr: missing == 1 ? "Il manque une réponse." : "Il manque \(missing) réponses."))
    }
    if further > 0 {
      remarks.append(
        Localized(
          en: further == 1 ? "One of them is not right." : "\(further) of them are not right.",
          fr: further == 1 ? "L’une d’elles n’est pas juste." : "\(further) ne sont pas justes."))
    }
    let isPart = !taken.isDisjoint(with: right)
    return Judgement(isPart ? .partly : .wrong, remarks, chosen: chosen)
  }

  private func unknown(_ text: String, _ options: [Option], _ form: QuestionForm) -> Judgement? {
    let key = TextFold.fold(text)
    let says = [
      "unknown", "impossible", "cannot", "can't", "we cannot", "we can't", "we can not", "on ne",
      "nous ne p", "inconnu", "indecidable",
    ]
    let isOpen = says.contains { key.hasPrefix($0) }
    guard let index = isOpen ? options.count : ListAnswer.option(text, among: form.items) else {
      return nil
    }
    if index == options.count { return Judgement(.right, chosen: [index + 1]) }
    let reply = options[index].reply.map { [$0.localized] } ?? []
    return Judgement(.wrong, reply, chosen: [index + 1])
  }

  private func order(_ text: String, _ form: QuestionForm) -> Judgement? {
    let count = form.items.count
    guard let numbers = ListAnswer.numbers(text, areSingle: count < 10), !numbers.isEmpty else {
      return nil
    }
    guard numbers.count == count, Set(numbers) == Set(1...count) else {
      return Judgement(
        .wrong,
        [
          Localized(
            en: "Give each number from 1 to \(count) once.",
            fr: "Donner chaque numéro de 1 à \(count) une fois.")
        ])
    }
    let ranks = numbers.map { form.solution[$0 - 1] }
    var right = 0
    var pairs = 0
    for first in 0..<count {
      for second in (first + 1)..<count {
        pairs += 1
        if ranks[first] <= ranks[second] { right += 1 }
      }
    }
    return Self.judgement(
      right, of: pairs,
      Localized(en: "Pairs in the right order", fr: "Paires dans le bon ordre"))
  }

  private func match(_ text: String, _ form: QuestionForm) -> Judgement? {
    let count = form.items.count
    guard let pairs = ListAnswer.pairs(text, count: count) else { return nil }
    // Two partners of the same words are the same partner.
    let right = pairs.count { item, partner in
      form.partners[partner].localized == form.partners[form.solution[item]].localized
    }
    return Self.judgement(right, of: count, Localized(en: "Right pairs", fr: "Paires justes"))
  }

  /// All, some or none of the pairs of an answer are right.
  private static func judgement(_ right: Int, of count: Int, _ what: Localized) -> Judgement {
    if right == count { return Judgement(.right) }
    return Judgement(
      right == 0 ? .wrong : .partly,
      [
        Localized(
          en: "\(what.english): \(right) of \(count).",
          fr: "\(what.french)\u{202F}: \(right) sur \(count).")
      ])
  }

  // MARK: Numbers and dates

  private func estimate(_ text: String, _ expected: Expected) -> Judgement? {
    guard let guess = (NumberText.read(text) ?? spoken(text))?.approximation,
      let answer = number(expected)?.approximation
    else { return nil }
    guard guess > 0, answer > 0 else {
      return Judgement(guess == answer ? .right : .wrong)
    }
    let ratio = max(guess / answer, answer / guess)
    if ratio <= 2 { return Judgement(.right) }
    let size =
      guess < answer
      ? Localized(en: "too small", fr: "trop petit") : Localized(en: "too large", fr: "trop grand")
    if ratio <= 4 {
      return Judgement(
        .partly,
        [
          Localized(
            en: "Of the right size, within a factor of 4, but \(size.english).",
            fr: "Le bon ordre de grandeur, à un facteur 4 près, mais \(size.french).")
        ])
    }
    return Judgement(
      .wrong, [Localized(en: "Much \(size.english).", fr: "Beaucoup \(size.french).")])
  }

  private func place(_ text: String, _ expected: Expected, _ tolerance: Int) -> Judgement? {
    guard let given = DateText.read(text)?.bounds, let answer = date(expected)?.bounds else {
      return nil
    }
    guard given.lengthYears <= max(1.1, answer.lengthYears) else {
      return Judgement(
        .wrong,
        [Localized(en: "One year or one date is asked.", fr: "Une année ou une date est demandée.")]
      )
    }
    let days = given.daysAway(from: answer)
    let years = (Double(days.magnitude) / 365.2425).rounded(.up)
    if years <= Double(tolerance) { return Judgement(.right) }
    let isEarly = days < 0
    if years <= Double(tolerance) + 3 {
      return Judgement(
        .partly,
        [
          isEarly
            ? Localized(en: "Close, but a little too early.", fr: "Proche, mais un peu trop tôt.")
            : Localized(en: "Close, but a little too late.", fr: "Proche, mais un peu trop tard.")
        ])
    }
    return Judgement(
      .wrong,
      [
        isEarly
          ? Localized(en: "That is too early.", fr: "C’est trop tôt.")
          : Localized(en: "That is too late.", fr: "C’est trop tard.")
      ])
  }

  private func interval(_ text: String, _ expected: Expected, _ share: Double) -> Judgement? {
    guard let given = DateText.read(text)?.bounds, let answer = date(expected)?.bounds else {
      return nil
    }
    let shared = given.sharedPart(with: answer) ?? (given == answer ? 1 : 0)
    if shared >= share { return Judgement(.right) }
    let percent = Int((shared * 100).rounded())
    if percent == 0 {
      return Judgement(
        .wrong,
        [Localized(en: "The two periods do not meet.", fr: "Les deux périodes ne se touchent pas.")]
      )
    }
    return Judgement(
      .partly,
      [
        Localized(
          en: "The periods overlap: \(percent)% in common.",
          fr: "Les périodes se recouvrent\u{202F}: \(percent)\u{202F}% en commun.")
      ])
  }

  /// The number in a few words that are no query.
  private func spoken(_ text: String) -> ExactNumber? {
    let isQuery = !queries.engine.prepare(SourceText(name: "<prompt>", text: text)).hasErrors
    return isQuery ? nil : NumberText.readInWords(text)
  }

  /// The number that answers: as written, else as computed.
  func number(_ expected: Expected) -> ExactNumber? {
    expected.written.flatMap { NumberText.read($0) } ?? computedNumber(expected)
  }

  func computedNumber(_ expected: Expected) -> ExactNumber? {
    switch expected.computed.flatMap({ queries.values(of: $0.text) })?.first {
    case .number(let number): number
    case .figure(let figure): figure.number
    default: nil
    }
  }

  /// The date that answers: as written, else as computed.
  func date(_ expected: Expected) -> DateValue? {
    expected.written.flatMap { DateText.read($0) } ?? computedDate(expected)
  }

  func computedDate(_ expected: Expected) -> DateValue? {
    switch expected.computed.flatMap({ queries.values(of: $0.text) })?.first {
    case .date(let date): date
    case .number(let number): number.wholeValue.flatMap { EDTF.parse(CalendarDay.text(ofYear: $0)) }
    default: nil
    }
  }

  // MARK: Facts and units

  private func cite(_ text: String, _ ids: [FactReference]) -> Judgement? {
    let words = text.split { $0.isWhitespace || $0 == "," || $0 == ";" }.map(String.init)
    let keys = words.map { TextFold.fold($0) }
    let known = Set(ids.map { TextFold.fold($0.name) })
    guard let position = keys.firstIndex(where: known.contains) else {
      let isFact = words.count <= 4 && words.contains { $0.count >= 3 && facts.fact($0) != nil }
      guard isFact else { return nil }
      return Judgement(
        .wrong,
        [Localized(en: "That fact does not answer.", fr: "Ce fait ne répond pas à la question.")])
    }
    let rest = keys.enumerated().filter { $0.offset != position && $0.element.count >= 3 }
    let sources = (facts.fact(words[position])?.sources ?? []).map { TextFold.fold($0) }
    let isNamed = rest.contains { word in
      sources.contains { $0.contains(word.element) || word.element.contains($0) }
    }
    if isNamed { return Judgement(.right) }
    return Judgement(
      .partly,
      [
        rest.isEmpty
          ? Localized(
            en: "The right fact. Give its source too, after the id.",
            fr: "Le bon fait. Donner aussi sa source, après l’identifiant.")
          : Localized(
            en: "The right fact, but that is not its source.",
            fr: "Le bon fait, mais ce n’est pas sa source.")
      ])
  }

  func units(_ table: String, _ start: String, _ end: String) -> UnitPath? {
    UnitPath(queries.engine.data, table: table, start: start, end: end)
  }
}
