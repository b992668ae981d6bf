import FriseBase
import FriseLanguage
import FriseLessons
import FriseSyntax
import Testing

/// Lessons being played, without a shell.
@Suite struct PlayTests {
  private static func play(
    _ name: String, _ tongue: Tongue = .english, records: [ProgressRecord] = []
  ) throws -> LessonPlay {
    LessonPlay(
      try LessonBench.lesson(name), records: records, engine: LessonBench.engine(tongue),
      day: "2026-01-01")
  }

  private static func text(_ step: LessonPlay.Step?) -> String {
    step?.page.markup(widthColumns: 200).text ?? ""
  }

  /// Each lesson from its first line to its last, every question answered right.
  @Test(arguments: LessonBench.shipped, Tongue.allCases)
  func playsToTheEnd(name: String, tongue: Tongue) throws {
    var play = try Self.play(name, tongue)
    var step = play.begin()
    var asked = 0
    while let block = play.current, asked < 40 {
      asked += 1
      let answer = play.judge.typedAnswer(block) ?? "In my own words: three dates."
      guard let next = play.answer(answer) ?? play.follow(answer) else {
        Issue.record("\(block.id): \(answer) is no answer")
        return
      }
      #expect(next.records.first?.event == (block.type == .free ? .kept : .right), "\(block.id)")
      step = next
    }
    #expect(step.isOver)
    #expect(asked == play.lesson.questions.count)
    #expect(step.records.last?.event == .done)
    #expect(Self.text(step).contains("\(asked) "))
  }

  @Test func hintsComeInSteps() throws {
    var play = try Self.play("figures", .french)
    _ = play.begin()
    _ = play.answer("1 million")
    let hints = (0..<4).map { _ in Self.text(play.hint()) }
    #expect(hints[0].contains("Indice 1 sur 3"))
    #expect(hints[2].contains("événements | où ___ est non absent"))
    #expect(hints[3].contains("Il n’y a plus d’indice"))
    #expect(play.progress.state(of: "stated").hints == 3)
    let solution = play.solution()
    #expect(Self.text(solution).contains("événements | où personnes est non absent"))
    #expect(solution.records.map(\.event) == [.solution])
    #expect(play.progress.state(of: "stated").isSolutionSeen)
    #expect(play.current?.id == "words")
  }

  @Test func saysWhatDiffersAndShowsAnotherWay() throws {
    var play = try Self.play("figures")
    _ = play.begin()
    _ = play.answer("850k")
    let missing = play.follow("events | where people > 100_000 | select id, people")
    #expect(Self.text(missing).contains("2 rows are missing."))
    let typed = play.follow(
      "events | where id in [\"s01\",\"s02\",\"s04\",\"s07\",\"s11\",\"s14\",\"s16\"]")
    #expect(Self.text(typed).contains("Right here, not in general"))
    let other = play.follow("events | where people > 0")
    #expect(Self.text(other).contains("Another way:"))
    #expect(Self.text(other).contains("events | where people is not none | select id, people"))
    #expect(Self.text(other).contains("check:"))
  }

  @Test func goesOnWhereItWasLeft() throws {
    var play = try Self.play("figures")
    var records = play.begin().records
    records += play.answer("850k")?.records ?? []
    records += play.skip().records
    var again = try Self.play("figures", records: records)
    let step = again.begin()
    #expect(again.current?.id == "words")
    #expect(Self.text(step).contains("You go on where you left off: 1 of 12 are done."))
    // What was skipped comes back once nothing else is left.
    while let block = again.current, block.id != "two-figures" { records += again.skip().records }
    records += again.answer("Two sources: k03 and h041.")?.records ?? []
    var last = try Self.play("figures", records: records)
    _ = last.begin()
    #expect(last.current?.id == "stated")
  }

  @Test func announcesDeathsAndPassesThemWithoutLoss() throws {
    let reading = LessonBench.read(
      """
      lesson: care
      title.en: T
      title.fr: T
      age: 14-18
      question.en: Q?
      question.fr: Q ?
      @choice lost
      en: Q
      fr: Q
      tags: deaths, claim
      - en: x | fr: x
      - en: y | fr: y
      right: 1
      facts: s09
      """)
    guard let lesson = reading.lesson else { throw LessonBench.Missing() }
    var play = LessonPlay(
      lesson, records: [], engine: LessonBench.engine(), day: "2026-01-01")
    let opening = Self.text(play.begin())
    #expect(opening.contains("In this lesson 1 of the questions speak of people who died."))
    #expect(opening.contains("This question speaks of people who died; .lesson skip passes it"))
    let reply = Self.text(play.answer("1"))
    #expect(reply.contains("Claim of the organisation itself."))
    #expect(reply.contains("s09: source: the organisation’s history page; check: two sources."))
  }

  @Test func aCardIsAskedOnceAndTold() {
    let cards = ReviewCards.all(LessonBench.data)
    let lesson = ReviewCards.lesson(Array(cards.filter { $0.id.hasPrefix("date/") }.prefix(2)))
    var play = LessonPlay(
      lesson, records: [], engine: LessonBench.engine(), day: "2026-01-01", isReview: true)
    _ = play.begin()
    let first = play.answer("1800")
    #expect(Self.text(first).contains("The answer: "))
    #expect(play.current?.id == lesson.blocks[1].id)
    let last = play.solution()
    #expect(last.isOver)
    #expect(last.records.map(\.event) == [.wrong])
  }

  @Test func linesFitTheirWidth() throws {
    var play = try Self.play("committee-to-agency", .french)
    let markup = play.begin().page.markup(widthColumns: 40)
    for line in markup.text.split(separator: "\n") {
      #expect(DisplayWidth.columns(of: String(line)) <= 40, "\(line)")
    }
  }
}
