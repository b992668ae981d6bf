import FriseBase
import FriseLanguage
import FriseLessons
import FriseModel
import Testing

/// Answers of every type but queries.
@Suite struct AnswerTests {
  private static let head = """
    lesson: test
    title.en: T
    title.fr: T
    age: 14-18
    question.en: Q?
    question.fr: Q ?

    """

  /// The first block of a lesson with that text.
  private static func block(_ text: String) throws -> LessonBlock {
    guard let block = LessonBench.read(head + text).lesson?.blocks.first else {
      throw LessonBench.Missing()
    }
    return block
  }

  private static func mark(_ answer: String, _ text: String) throws -> Judgement.Mark? {
    AnswerJudge(lesson: "test", engine: LessonBench.engine()).judge(answer, try block(text))?.mark
  }

  private static let choice = """
    @choice a
    en: Q
    fr: Q
    - en: no, never | fr: non, jamais | reply.en: So it is.
    - en: yes | fr: oui
    - en: 2003 | fr: 2003
    right: 1
    """

  @Test(
    arguments: [
      ("1", .right), ("1.", .right), ("(1)", .right), ("no, never", .right), ("no", .right),
      ("Non, JAMAIS !", .right), ("2", .wrong), ("oui", .wrong), ("2003", .wrong), ("3", .wrong),
      ("4", nil), ("events | count", nil), ("n", nil),
    ] as [(String, Judgement.Mark?)])
  func choice(answer: String, mark: Judgement.Mark?) throws {
    #expect(try Self.mark(answer, Self.choice) == mark)
  }

  @Test(
    arguments: [
      ("1, 3", .right), ("3 1", .right), ("1 and 3", .right), ("2003, b", .right), ("1", .partly),
      ("1 2 3", .partly), ("2", .wrong), ("9", nil),
    ] as [(String, Judgement.Mark?)])
  func choices(answer: String, mark: Judgement.Mark?) throws {
    let text = "@choices a\nen: Q\n- en: b\n- en: c\n- en: 2003\nright: 1, 3"
    #expect(try Self.mark(answer, text) == mark)
  }

  @Test func saysWhatIsWrongWithChoices() throws {
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    let block = try Self.block("@choices a\nen: Q\n- en: b\n- en: c\n- en: d\nright: 1, 3")
    #expect(
      judge.judge("1 2", block)?.remarks.map(\.english)
        == ["One answer is missing.", "One of them is not right."])
    #expect(judge.judge("1 2", block)?.chosen == [1, 2])
  }

  /// Every permutation: only those that keep the order pass; the level pair may swap.
  @Test func orderWithATie() throws {
    let text = "@order a\nen: Q\n- en: w\n- en: x\n- en: y | tie: yes\n- en: z"
    let block = try Self.block(text)
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    var marks: [Judgement.Mark: Int] = [:]
    for a in 1...4 {
      for b in 1...4 {
        for c in 1...4 {
          for d in 1...4 where Set([a, b, c, d]).count == 4 {
            if let mark = judge.judge("\(a) \(b) \(c) \(d)", block)?.mark {
              marks[mark, default: 0] += 1
            }
          }
        }
      }
    }
    #expect(marks[.right] == 2)
    #expect(marks.values.reduce(0, +) == 24)
    #expect(judge.judge("1 2", block)?.mark == .wrong)
    #expect(judge.judge("events", block) == nil)
  }

  @Test func saysHowManyPairsAreRight() throws {
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    let facts = try Self.block("@order a\nen: Q\n- fact: s17\n- fact: s03\n- fact: s04")
    let order = (judge.typedAnswer(facts) ?? "").split(separator: " ")
    let nearly = [order[0], order[2], order[1]].joined(separator: " ")
    #expect(judge.judge(nearly, facts)?.mark == .partly)
    #expect(
      judge.judge(nearly, facts)?.remarks.map(\.english) == ["Pairs in the right order: 2 of 3."])
    let pairs = try Self.block(
      "@match a\nen: Q\n- en: x | answer.en: one\n- en: y | answer.en: two")
    #expect(
      judge.judge("1a 2b", pairs)?.remarks.map(\.french) == ["Paires justes\u{202F}: 0 sur 2."])
  }

  @Test func orderOfFactsComesFromTheirDates() throws {
    let block = try Self.block("@order a\nen: Q\n- fact: s17\n- fact: s03\n- fact: s04")
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    let answer = judge.typedAnswer(block) ?? ""
    #expect(judge.judge(answer, block)?.mark == .right)
    let reversed = answer.split(separator: " ").reversed().joined(separator: " ")
    #expect(judge.judge(reversed, block)?.mark == .wrong)
    #expect(judge.judge(answer.filter { $0 != " " }, block)?.mark == .right)
  }

  @Test(
    arguments: [
      ("2004", .right), ("2004-12", .right), ("december 2004", .right), ("décembre 2004", .right),
      ("12/2004", .right), ("2005", .partly), ("2001", .partly), ("1990", .wrong),
      ("2000-2010", .wrong), ("200X", .wrong), ("no idea", nil),
    ] as [(String, Judgement.Mark?)])
  func place(answer: String, mark: Judgement.Mark?) throws {
    #expect(try Self.mark(answer, "@place a\nen: Q\nanswer: 2004-12") == mark)
  }

  @Test func placeWithATolerance() throws {
    let text = "@place a\nen: Q\nanswer: 1956\ntolerance: 2"
    #expect(try Self.mark("1954", text) == .right)
    #expect(try Self.mark("1959", text) == .partly)
    #expect(try Self.mark("-0232", text) == .wrong)
  }

  @Test(
    arguments: [
      ("1999-2002", .right), ("1999/2002", .right), ("1999 2002", .right),
      ("from 1999 to 2002", .right), ("de 1999 à 2002", .right), ("1999 - 2002", .right),
      ("depuis 1999 jusqu’en 2002", .right), ("from 1999 until 2002", .right),
      ("1999–2001", .partly), ("2005-2006", .wrong), ("1999", .partly), ("soon", nil),
    ] as [(String, Judgement.Mark?)])
  func interval(answer: String, mark: Judgement.Mark?) throws {
    #expect(try Self.mark(answer, "@interval a\nen: Q\nanswer: 1999/2002") == mark)
  }

  @Test(
    arguments: [
      ("850 000", .right), ("850,000", .right), ("850k", .right), ("0,85 million", .right),
      ("0.85 M", .right), ("850\u{202F}000", .right), ("about 850000", .right),
      ("près de 850 000", .right), ("1.7 million", .right), ("425000", .right),
      ("1,8 million", .partly), ("300 000", .partly), ("4 millions", .wrong), ("17", .wrong),
      ("many", nil), ("590_000 + 260_000", nil), ("900 000 personnes", .right),
      ("peut-être 900\u{202F}000", .right), ("I think a million", .right), ("un million", .right),
      ("about 900000 people", .right), ("un peu moins de 2 millions", .partly),
      ("more than a person can count", nil), ("between 3 and 5 people", nil), ("print 3", nil),
    ] as [(String, Judgement.Mark?)])
  func estimate(answer: String, mark: Judgement.Mark?) throws {
    #expect(try Self.mark(answer, "@estimate a\nen: Q\nanswer: 850 000") == mark)
  }

  @Test func estimateComputedFromTheData() throws {
    let text = "@estimate a\nen: Q\ncomputed: events | where id = \"s04\" | select people"
    #expect(try Self.mark("850 000", text) == .right)
  }

  @Test func match() throws {
    let text = """
      @match a
      en: Q
      - en: x | answer.en: one
      - en: y | answer.en: two
      - en: z | answer.en: three
      """
    let block = try Self.block(text)
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    let answer = judge.typedAnswer(block) ?? ""
    #expect(judge.judge(answer, block)?.mark == .right)
    #expect(judge.judge("1a 2b 3c", block)?.mark != .right)
    #expect(judge.judge(answer.filter(\.isLetter), block)?.mark == .right)
    #expect(judge.judge(answer.replacing(" ", with: ", "), block)?.mark == .right)
    #expect(judge.judge("1a", block)?.mark != .right)
    #expect(judge.judge("events", block) == nil)
    #expect(judge.judge("17", block) == nil)
  }

  @Test(
    arguments: [
      ("k03 https://www.iom.int/node/149", .right), ("h041, iom.int", .right), ("k03", .partly),
      ("k03 wikipedia", .partly), ("s04 page", .wrong), ("checks | take 3", nil), ("zzz", nil),
    ] as [(String, Judgement.Mark?)])
  func cite(answer: String, mark: Judgement.Mark?) throws {
    #expect(try Self.mark(answer, "@cite a\nen: Q\nanswer: k03, h041") == mark)
  }

  @Test(
    arguments: [
      ("ops3 > ddgops > dg > iom", .right), ("ddgops > dg", .right),
      ("Deputy Director General for Operations > Directrice générale > iom", .right),
      ("ops3, ddgops, dg, iom", .right), ("ddgops, dg", .right), ("ddgops, ddgmr", .partly),
      ("Données, analyses et coordination des politiques > ddgops > dg", .right),
      ("dg > ddgops", .wrong), ("ops3 > dg > iom", .partly), ("nobody > nothing", nil),
    ] as [(String, Judgement.Mark?)])
  func path(answer: String, mark: Judgement.Mark?) throws {
    let text = "@path a\nen: Q\ntable: organisation\nstart: ops3\nend: iom"
    #expect(try Self.mark(answer, text) == mark)
  }

  /// Up to the unit above both, then down.
  @Test func pathBetweenBranches() throws {
    let block = try Self.block("@path a\nen: Q\ntable: organisation\nstart: ops3\nend: osp1")
    let judge = AnswerJudge(lesson: "test", engine: LessonBench.engine())
    #expect(judge.typedAnswer(block) == "ops3 > ddgops > dg > osp > osp1")
  }

  @Test(
    arguments: [
      ("3", .right), ("we cannot know", .right), ("on ne peut pas savoir", .right), ("1", .wrong),
      ("406 000", .wrong), ("what?", nil), ("We can’t know.", .right), ("we can know", nil),
      ("Nous ne pouvons pas le savoir", .right), ("indécidable", .right),
    ] as [(String, Judgement.Mark?)])
  func unknown(answer: String, mark: Judgement.Mark?) throws {
    let text = "@unknown a\nen: Q\n- en: 406 000\n- en: a million\nfacts: h008, h012"
    #expect(try Self.mark(answer, text) == mark)
  }

  @Test func aFreeTextIsKeptAndAQueryRuns() throws {
    let text = "@free a\nen: Q\n- en: says why"
    #expect(try Self.mark("Because somebody \"chose them", text) == .kept)
    #expect(try Self.mark("non", text) == .kept)
    #expect(try Self.mark("events | count", text) == nil)
    #expect(try Self.mark("evnts | cuont", text) == nil)
  }
}
