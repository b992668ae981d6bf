import FriseBase
package import FriseLanguage
import FriseModel
import FriseSyntax

/// Tries a lesson before a class does (lessons, section 4): every query runs, every answer passes
/// its own test, every wrong choice fails, hints do not give the answer away, sources exist, both
/// tongues are there, words are chosen with care.
package struct LessonVerifier {
  let lesson: Lesson
  let judge: AnswerJudge
  let vocabulary: Vocabulary
  var found: [LocatedDiagnostic] = []

  /// What is wrong with a lesson, in the order of its lines.
  package static func verify(
    _ lesson: Lesson, engine: Engine, vocabulary: Vocabulary
  ) -> [LocatedDiagnostic] {
    var verifier = LessonVerifier(
      lesson: lesson, judge: AnswerJudge(lesson: lesson.name, engine: engine),
      vocabulary: vocabulary)
    verifier.checkTexts()
    for block in lesson.blocks { verifier.check(block) }
    return verifier.found.sorted {
      $0.diagnostic.label.span.start < $1.diagnostic.label.span.start
    }
  }

  mutating func report(_ diagnostic: Diagnostic) {
    found.append(LocatedDiagnostic(source: lesson.source, diagnostic: diagnostic))
  }

  private mutating func check(_ block: LessonBlock) {
    checkFacts(block)
    let queries = block.queries
    let isRunnable = queries.map { run($0) }.allSatisfy { $0 }
    guard isRunnable, block.type != .text else { return }
    checkAnswers(block)
    checkHints(block)
  }

  // MARK: Texts

  private mutating func checkTexts() {
    let texts = [lesson.title, lesson.centralQuestion] + lesson.blocks.flatMap(\.texts)
    // A lesson in one language is told so once, not text by text. What a key without a language
    // says is the same in both.
    let own = texts.filter { $0.english != $0.french }
    if own.count > 1, let missing = own[0].missing, own.allSatisfy({ $0.missing == missing }) {
      report(.untranslated(missing, at: lesson.title.span))
    } else {
      for text in texts {
        if let missing = text.missing { report(.missingTranslation(missing, at: text.span)) }
      }
    }
    for text in texts { checkWords(text) }
  }

  private mutating func checkWords(_ text: LessonText) {
    for tongue in Tongue.allCases {
      guard let own = tongue == .english ? text.english : text.french else { continue }
      for finding in vocabulary.findings(in: own, tongue) {
        report(.word(finding, at: text.span))
      }
    }
  }

  // MARK: Queries

  /// Runs a query; false after reporting why it does not.
  private mutating func run(_ query: LessonQuery) -> Bool {
    var engine = judge.queries.engine
    let preparation = engine.prepare(query.inPlace(of: lesson.source))
    let errors = preparation.diagnostics.filter { $0.diagnostic.severity == .error }
    for error in errors { report(error.diagnostic) }
    guard errors.isEmpty else { return false }
    for statement in preparation.statements {
      do throws(RunFailure) {
        _ = try engine.run(statement)
      } catch {
        report(error.located.diagnostic)
        return false
      }
    }
    return true
  }

  // MARK: Answers

  private mutating func checkAnswers(_ block: LessonBlock) {
    checkExpected(block)
    if case .free = block.task { return }
    if case .query(let reference) = block.task, case .orderBy(let name) = reference.comparison,
      !judge.queries.hasColumn(name, in: reference)
    {
      return report(.noOrderColumn(name, at: reference.query.span))
    }
    let typed = judge.typedAnswer(block)
    let own = typed.flatMap { judge.judgeAny($0, block) }
    if own?.mark != .right {
      report(.answerFails(typed, own, at: block.span))
    }
    for also in block.alsoRight {
      let judgement = judge.judgeAny(also.text, block)
      if judgement?.mark != .right { report(.answerFails(also.text, judgement, at: also.span)) }
    }
    for trap in block.traps where judge.judgeAny(trap.text, block)?.mark == .right {
      report(.wrongAnswerPasses(trap.text, at: trap.span))
    }
    checkChoices(block)
    guard case .query(let reference) = block.task else { return }
    if reference.comparison == .value { checkValue(reference) }
    if !judge.queries.dependsOnData(reference) {
      report(.constantPasses(at: reference.query.span))
    }
  }

  private mutating func checkChoices(_ block: LessonBlock) {
    let items = judge.form(block).items
    guard [.choice, .choices, .unknown].contains(block.type) else { return }
    let right = judge.typedAnswer(block)
    let twins = Dictionary(grouping: items, by: { TextFold.fold($0[.english]) })
    for (index, item) in items.enumerated() where "\(index + 1)" != right {
      if judge.judge("\(index + 1)", block)?.mark == .right {
        report(.wrongAnswerPasses(item[.english], at: item.span))
      }
    }
    for group in twins.values where group.count > 1 {
      report(.twinAnswers(at: group[1].span, first: group[0].span))
    }
  }

  private mutating func checkValue(_ reference: ReferenceQuery) {
    let values = judge.queries.values(of: reference.query.text) ?? []
    if values.count != 1 { report(.noSingleValue(values.count, at: reference.query.span)) }
  }

  /// An answer that is written and computed must be the same.
  private mutating func checkExpected(_ block: LessonBlock) {
    switch block.task {
    case .estimate(let expected):
      guard expected.computed != nil else { return }
      let computed = judge.computedNumber(expected)
      let isSame = expected.written.flatMap { NumberText.read($0) } == computed
      if computed == nil || expected.written != nil && !isSame {
        report(
          .computedDiffers(computed.map { ValueText.number($0, .english) }, at: expected.span))
      }
    case .place(let expected, _), .interval(let expected, _):
      guard expected.computed != nil else { return }
      let computed = judge.computedDate(expected)
      let isSame = expected.written.flatMap { DateText.read($0) }?.bounds == computed?.bounds
      if computed == nil || expected.written != nil && !isSame {
        report(.computedDiffers(computed?.text, at: expected.span))
      }
    default: return
    }
  }

  // MARK: Hints

  private mutating func checkHints(_ block: LessonBlock) {
    for hint in block.hints {
      switch hint {
      case .text(let text):
        let secrets = secrets(block)
        let isTold = Tongue.allCases.contains { tongue in
          secrets.contains { Self.holds(text[tongue], $0) }
        }
        if isTold { report(.hintTells(at: text.span)) }
      case .query(let query):
        let isWhole = !query.text.contains(QueryText.hole)
        if isWhole, judge.judgeAny(query.text, block)?.mark == .right {
          report(.hintTells(at: query.span))
        }
      }
    }
  }

  /// The texts that would give the answer away.
  private func secrets(_ block: LessonBlock) -> [String] {
    var secrets: [String] = []
    switch block.task {
    case .choice(let options, let right, _):
      secrets = right.flatMap { index in Tongue.allCases.map { options[index].text[$0] } }
        .filter { $0.count > 5 }
    case .estimate(let expected):
      guard let number = judge.number(expected) else { return [] }
      secrets = [number.plainText] + Tongue.allCases.map { ValueText.number(number, $0) }
    case .place(let expected, _), .interval(let expected, _):
      guard let date = judge.date(expected) else { return [] }
      secrets = [date.text] + Tongue.allCases.map { date.humanText($0) }
    case .query(let reference):
      secrets = Tongue.allCases.map {
        QueryText.shown(reference.query.text, in: $0, judge.queries.engine)
      }
      if reference.comparison == .value, let value = judge.queries.values(of: reference.query.text)
      {
        secrets += value.prefix(1).map { ValueText.machine($0, .english) }
      }
    case .citation(let ids): secrets = ids.map(\.name)
    case .path: secrets = Tongue.allCases.map { judge.solution(block, $0) }
    default: break
    }
    return secrets.filter { !$0.isEmpty }
  }

  /// True when a text holds another, both folded, and no word or number goes on around it.
  private static func holds(_ text: String, _ part: String) -> Bool {
    func words(_ text: String) -> [Substring] {
      TextFold.fold(text).split { !$0.isLetter && !$0.isNumber }
    }
    let (all, wanted) = (words(text), words(part))
    guard !wanted.isEmpty, all.count >= wanted.count else { return false }
    return (0...(all.count - wanted.count)).contains { all[$0...].starts(with: wanted) }
  }

  // MARK: Facts and care

  private mutating func checkFacts(_ block: LessonBlock) {
    var references = block.facts
    if case .citation(let ids) = block.task { references += ids }
    if case .ordering(let items) = block.task {
      references += items.compactMap { item in
        if case .fact(let reference) = item { reference } else { nil }
      }
    }
    var isConflicting = false
    for reference in references {
      if let facts = judge.facts.facts(of: reference.name) {
        isConflicting = isConflicting || facts.count > 1
        continue
      }
      guard let fact = judge.facts.fact(reference.name) else {
        report(.unknownFact(reference.name, at: reference.span))
        continue
      }
      if fact.sources.isEmpty { report(.factWithoutSource(reference.name, at: reference.span)) }
      if fact.checkID == "conflict" { isConflicting = true }
      if fact.checkID == "claim", !block.tags.contains(.claim) {
        report(.untagged(.claim, fact.id, at: reference.span))
      }
      if fact.topics.contains(FactFinder.deathsTopic), !block.tags.contains(.deaths) {
        report(.untagged(.deaths, fact.id, at: reference.span))
      }
    }
    if block.tags.contains(.deaths), lesson.ages.lowerBound < 14 {
      report(.deathsForChildren(at: block.span))
    }
    guard block.type != .text, block.type != .free else { return }
    if references.isEmpty, block.source == nil { report(.noSource(at: block.span)) }
    if case .unknown = block.task, !isConflicting, Set(references.map(\.name)).count < 2 {
      report(.nothingConflicts(at: block.span))
    }
  }
}

extension LessonBlock {
  /// Every text of the block that people read.
  fileprivate var texts: [LessonText] {
    var texts = [text] + (reply.map { [$0] } ?? [])
    texts += hints.compactMap { hint in
      if case .text(let text) = hint { text } else { nil }
    }
    switch task {
    case .choice(let options, _, _), .unknown(let options):
      texts += options.flatMap { [$0.text] + ($0.reply.map { [$0] } ?? []) }
    case .ordering(let items):
      texts += items.compactMap { item in
        if case .text(let text, _) = item { text } else { nil }
      }
    case .matching(let pairs): texts += pairs.flatMap { [$0.item, $0.partner] }
    case .free(let criteria): texts += criteria
    default: break
    }
    return texts
  }

  /// Every query of the block that must run by itself.
  fileprivate var queries: [LessonQuery] {
    switch task {
    case .query(let reference):
      [reference.query] + alsoRight
    case .place(let expected, _), .interval(let expected, _), .estimate(let expected):
      expected.computed.map { [$0] } ?? []
    default: []
    }
  }
}
