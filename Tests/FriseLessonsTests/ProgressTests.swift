import FriseBase
import FriseLanguage
import FriseLessons
import Testing

/// What is kept of lessons, and what is made of it.
@Suite struct ProgressTests {
  private static func record(
    _ question: String, _ event: ProgressRecord.Event, day: String = "2026-01-01",
    lesson: String = "figures", chosen: [Int] = [], text: String = ""
  ) -> ProgressRecord {
    ProgressRecord(
      day: day, lesson: lesson, version: 1, question: question, event: event, chosen: chosen,
      text: text)
  }

  @Test func recordsSurviveTheirLine() {
    for text in ["", "a\tb\nc\\d", "«é»", "\\", "\\t"] {
      let record = Self.record("total", .wrong, chosen: [1, 3], text: text)
      #expect(record.line.hasSuffix("\n"))
      #expect(record.line.dropLast().contains("\n") == false)
      #expect(ProgressRecord(line: String(record.line.dropLast())) == record)
    }
  }

  /// Half a line, as a full disk leaves it, is counted and nothing else is lost.
  @Test func damagedLinesAreCounted() {
    let good = Self.record("total", .right).line
    let bytes = Array((good + "2026-01-0\n" + good + "x").utf8)
    let (records, damaged) = ProgressRecord.read(bytes)
    #expect(records.count == 2)
    #expect(damaged == 2)
  }

  @Test func theBestAnswerCounts() {
    var progress = LessonProgress([], lesson: "figures")
    for event in [ProgressRecord.Event.hint, .wrong, .right, .wrong, .done] {
      progress.take(Self.record("total", event))
    }
    let state = progress.state(of: "total")
    #expect(state.mark == .right)
    #expect(state.tries == 3)
    #expect(state.hints == 1)
    #expect(state.isSettled)
    #expect(!progress.state(of: "vote").isSettled)
  }

  @Test func theJournalHoldsAnswersAndNoMarkup() throws {
    let lessons = [try LessonBench.lesson("figures")]
    let records = [
      Self.record("vote", .partly, text: "300 000"), Self.record("vote", .hint),
      Self.record("vote", .right, text: "a `b` <c>"), Self.record("total", .solution),
      Self.record("mine", .kept, lesson: "own", text: "text"),
    ]
    let page = LessonJournal.markdown(
      records, lessons: lessons, engine: LessonBench.engine(.french))
    #expect(page.contains("## Que compte-t-on"))
    #expect(page.contains("- 2026-01-01, pas tout à fait\u{202F}: `300 000`"))
    #expect(page.contains("- 2026-01-01, juste\u{202F}: ``a `b` <c>``"))
    #expect(page.contains("Indices\u{202F}: 1."))
    #expect(page.contains("Solution vue."))
    #expect(page.contains("## own"))
  }

  @Test(arguments: [
    ("A7", true), ("3B-07", true), ("12", true), ("Marie", false), ("", false), ("a b7", false),
    ("../x1", false), ("é1", false), ("a1234567890123456", false),
  ])
  func aCodeIsNoName(code: String, isTaken: Bool) {
    #expect((LessonResults(code: code) != nil) == isTaken)
  }

  @Test func resultsHoldNoTextOfAnybody() throws {
    let lessons = [try LessonBench.lesson("figures")]
    let records = [
      Self.record("vote", .right, text: "Marie Curie, /chez/marie 850 000"),
      Self.record("total", .wrong, chosen: [2], text: "2"),
      Self.record("total", .right, chosen: [1], text: "1"),
      Self.record("two-figures", .kept, text: "Je m'appelle Marie"),
      Self.record("exact", .skip),
    ]
    guard let results = LessonResults(code: "A7") else { throw LessonBench.Missing() }
    let text = results.text(records, lessons: lessons)
    let lines = text.split(separator: "\n")
    #expect(lines[0] == "code\tlesson\tversion\tquestion\ttype\tresult\ttries\thints\tchosen")
    #expect(lines.count == 13)
    #expect(lines.contains("A7\tfigures\t1\ttotal\tchoice\tright\t2\t0\t2,1"))
    #expect(lines.contains("A7\tfigures\t1\texact\tchoice\tskipped\t0\t0\t"))
    #expect(lines.contains("A7\tfigures\t1\twords\tquery\topen\t0\t0\t"))
    #expect(!text.contains("Marie") && !text.contains("/") && !text.contains("2026"))
  }

  // MARK: Review

  private static let days: [String: Int64] = [
    "2026-01-01": 1, "2026-01-02": 2, "2026-01-05": 5, "2026-01-12": 12,
  ]

  private static func boxes(_ answers: [(String, ProgressRecord.Event, String)]) -> LeitnerBoxes {
    LeitnerBoxes(
      answers.map { record($0.0, $0.1, day: $0.2, lesson: ReviewCards.lessonName) }
    ) { days[$0] }
  }

  @Test func cardsGoUpOneBoxAndBackToTheFirst() {
    let known = Self.boxes([("a", .right, "2026-01-01"), ("a", .right, "2026-01-05")])
    #expect(known.places["a"]?.box == 3)
    let lost = Self.boxes([("a", .right, "2026-01-01"), ("a", .partly, "2026-01-05")])
    #expect(lost.places["a"]?.box == 1)
    let five = Self.boxes(Array(repeating: ("a", .right, "2026-01-01"), count: 9))
    #expect(five.places["a"]?.box == 5)
  }

  /// The days after which a card comes back: 1, 3, 7, 14, 30.
  @Test func intervals() {
    let once = Self.boxes([("a", .wrong, "2026-01-01")])
    #expect(once.due(among: ["a"], on: 1) == [])
    #expect(once.due(among: ["a"], on: 2) == ["a"])
    let twice = Self.boxes([("a", .right, "2026-01-01")])
    #expect(twice.due(among: ["a"], on: 3) == [])
    #expect(twice.due(among: ["a"], on: 4) == ["a"])
    #expect(twice.nextDay == 4)
  }

  @Test func fifteenADayDueOnesFirst() {
    let cards = (0..<40).map { "c\($0)" }
    let fresh = Self.boxes([]).due(among: cards, on: 1)
    #expect(fresh == Array(cards.prefix(15)))
    let answered = fresh.prefix(5).map { ($0, ProgressRecord.Event.wrong, "2026-01-01") }
    #expect(Self.boxes(answered).due(among: cards, on: 1).count == 10)
    let next = Self.boxes(answered).due(among: cards, on: 2)
    #expect(next.count == 15)
    #expect(Array(next.prefix(5)) == Array(fresh.prefix(5)))
  }

  @Test func cardsOfEveryKindComeFromTheData() {
    let cards = ReviewCards.all(LessonBench.data)
    let kinds = Dictionary(grouping: cards) { $0.id.prefix { $0 != "/" } }
    #expect(Set(kinds.keys) == ["date", "first", "overlap", "counted", "word", "source"])
    #expect(Set(cards.map(\.id)).count == cards.count)
    // The first day has some of every kind.
    #expect(Set(cards.prefix(15).map { $0.id.prefix { $0 != "/" } }).count == kinds.count)
    // Nothing about people who died.
    #expect(!cards.contains { $0.id.contains("s09") || $0.id.contains("h070") })
    #expect(ReviewCards.all(LessonBench.data).map(\.id) == cards.map(\.id))
  }

  /// Every card's answer passes, and every other choice fails.
  @Test(arguments: Tongue.allCases)
  func cardsHaveOneAnswer(tongue: Tongue) {
    let cards = ReviewCards.all(LessonBench.data)
    let judge = AnswerJudge(lesson: ReviewCards.lessonName, engine: LessonBench.engine(tongue))
    for card in cards {
      let answer = judge.typedAnswer(card) ?? ""
      #expect(judge.judge(answer, card)?.mark == .right, "\(card.id): \(answer)")
      #expect(!card.facts.isEmpty)
      guard case .choice(let options, let right, _) = card.task else { continue }
      for index in options.indices where !right.contains(index) {
        #expect(judge.judge("\(index + 1)", card)?.mark == .wrong, "\(card.id)")
      }
    }
  }
}
