import FriseBase
package import FriseModel
import FriseSyntax

/// Cards made from the data: the date of an event, which came first, overlap or not, who is
/// counted, the figure's word, the source (lessons, section 3). Rows that speak of people who died
/// are left out.
package enum ReviewCards {
  /// The name under which answers to cards are kept.
  package static let lessonName = "review"

  private static let tables = ["events", "history"]
  private static let tag = "@"

  /// Every card, shuffled once and for all, the kinds taking turns while there are any of each.
  package static func all(_ data: DataSet) -> [LessonBlock] {
    let facts = FactFinder(data)
    var cards: [LessonBlock] = []
    for table in tables {
      let rows = (facts.facts(of: table) ?? []).filter {
        !$0.topics.contains(FactFinder.deathsTopic)
      }
      let dated = rows.filter { $0.date != nil }.sorted {
        ($0.date?.bounds.earliestStart ?? 0) < ($1.date?.bounds.earliestStart ?? 0)
      }
      cards += dated.compactMap(date)
      cards += zip(dated, dated.dropFirst(4)).compactMap(first)
      cards += overlaps(dated)
      let counting = rows.filter { $0.counted != nil && $0.figure != nil }
      cards += counting.compactMap { counted($0, among: counting) }
      cards += counting.compactMap(word)
      cards += rows.compactMap { check($0, among: rows) }
    }
    var generator = SeededGenerator("cards")
    cards.shuffle(using: &generator)
    var turns: [Substring: Int] = [:]
    let numbered = cards.enumerated().map { index, card in
      let kind = card.id.prefix { $0 != "/" }
      turns[kind, default: 0] += 1
      return (turn: turns[kind] ?? 0, index: index, card: card)
    }
    return numbered.sorted { ($0.turn, $0.index) < ($1.turn, $1.index) }.map(\.card)
  }

  /// A lesson of some cards, to be played.
  package static func lesson(_ cards: [LessonBlock]) -> Lesson {
    Lesson(
      source: SourceText(name: "<review>", text: ""), name: lessonName, version: 1,
      title: LessonText(Localized(en: "Review", fr: "Révision")), ages: 11...18, minutes: 10,
      centralQuestion: LessonText(Localized(same: "")), blocks: cards)
  }

  // MARK: Kinds of cards

  private static func card(
    _ kind: String, _ facts: [FactFinder.Fact], _ question: Localized, _ type: LessonTerm,
    _ task: Task, reply: Localized? = nil
  ) -> LessonBlock {
    LessonBlock(
      id: ([kind] + facts.map(\.id)).joined(separator: "/"), type: type, text: LessonText(question),
      task: task, reply: reply.map { LessonText($0) }, facts: facts.map { FactReference($0.id) })
  }

  private static func quoted(_ fact: FactFinder.Fact) -> Localized {
    Localized(en: "\"\(fact.title.english)\"", fr: "«\u{202F}\(fact.title.french)\u{202F}»")
  }

  /// In which year? For what lies within one.
  private static func date(_ fact: FactFinder.Fact) -> LessonBlock? {
    guard let date = fact.date, date.bounds.lengthYears <= 1.1 else { return nil }
    let title = quoted(fact)
    return card(
      "date", [fact],
      Localized(
        en: "In which year: \(title.english)?",
        fr: "En quelle année\u{202F}: \(title.french)\u{202F}?"),
      .place, .place(Expected(written: date.text), toleranceYears: 0))
  }

  /// Which of two came first? Where their dates leave no doubt.
  private static func first(_ one: FactFinder.Fact, _ other: FactFinder.Fact) -> LessonBlock? {
    guard let earlier = one.date?.bounds, let later = other.date?.bounds,
      earlier.latestEnd < later.earliestStart
    else { return nil }
    let isFlipped = SeededGenerator("\(one.id)/\(other.id)").isOdd
    let options = (isFlipped ? [other, one] : [one, other]).map {
      Option(LessonText($0.title))
    }
    return card(
      "first", [one, other],
      Localized(en: "Which came first?", fr: "Lequel est venu en premier\u{202F}?"), .choice,
      .choice(options, right: [isFlipped ? 1 : 0], allowsSeveral: false))
  }

  /// Do two periods overlap? Where their dates leave no doubt: each longer one with the next.
  private static func overlaps(_ facts: [FactFinder.Fact]) -> [LessonBlock] {
    facts.indices.compactMap { index in
      guard let long = facts[index].date?.bounds, long.lengthYears > 1.1,
        index + 1 < facts.count
      else { return nil }
      let step = SeededGenerator(facts[index].id).isOdd ? 1 : min(3, facts.count - 1 - index)
      let other = facts[index + step]
      guard let next = other.date?.bounds else { return nil }
      let meets = long.latestStart <= next.earliestEnd && next.latestStart <= long.earliestEnd
      let parts = long.latestEnd < next.earliestStart || next.latestEnd < long.earliestStart
      guard meets != parts else { return nil }
      let (one, two) = (quoted(facts[index]), quoted(other))
      return card(
        "overlap", [facts[index], other],
        Localized(
          en: "Do these two share a day: \(one.english) and \(two.english)?",
          fr: "Ces deux-là partagent-ils un jour\u{202F}: \(one.french) et \(two.french)\u{202F}?"),
        .choice,
        .choice(
          [
            Option(LessonText(Localized(en: "yes", fr: "oui"))),
            Option(LessonText(Localized(en: "no", fr: "non"))),
          ], right: [meets ? 0 : 1], allowsSeveral: false))
    }
  }

  /// Who is counted? Among three.
  private static func counted(
    _ fact: FactFinder.Fact, among all: [FactFinder.Fact]
  ) -> LessonBlock? {
    guard let counted = fact.counted, let figure = fact.figure else { return nil }
    let others = distinct(all.compactMap(\.counted)).filter { $0 != counted }
    guard others.count >= 2 else { return nil }
    let title = quoted(fact)
    return card(
      "counted", [fact],
      Localized(
        en: "\(title.english): \(ValueText.figure(figure, .english)). Who or what is counted?",
        fr: "\(title.french)\u{202F}: \(ValueText.figure(figure, .french)). Qui ou quoi est "
          + "compté\u{202F}?"),
      .choice, options(counted, others, count: 3, seed: "counted/\(fact.id)"))
  }

  /// With which word is the figure given?
  private static func word(_ fact: FactFinder.Fact) -> LessonBlock? {
    guard let figure = fact.figure else { return nil }
    let words: [FigureWord] = [.about, .exact, .over, .nearly]
    guard words.contains(figure.word) else { return nil }
    let title = quoted(fact)
    return card(
      "word", [fact],
      Localized(
        en: "\(title.english): with which word does the source give its figure, "
          + "\(ValueText.number(figure.number, .english))?",
        fr: "\(title.french)\u{202F}: avec quel mot la source donne-t-elle son chiffre, "
          + "\(ValueText.number(figure.number, .french))\u{202F}?"),
      .choice,
      .choice(
        words.map { Option(LessonText($0.name)) },
        right: [words.firstIndex(of: figure.word) ?? 0], allowsSeveral: false))
  }

  /// How is the fact attested?
  private static func check(
    _ fact: FactFinder.Fact, among all: [FactFinder.Fact]
  ) -> LessonBlock? {
    guard let check = fact.check else { return nil }
    let others = distinct(all.compactMap(\.check)).filter { $0 != check }
    guard others.count >= 1 else { return nil }
    let title = quoted(fact)
    return card(
      "source", [fact],
      Localized(
        en: "How is this attested: \(title.english)?",
        fr: "Comment ce fait est-il attesté\u{202F}: \(title.french)\u{202F}?"),
      .choice, options(check, others, count: 4, seed: "source/\(fact.id)"))
  }

  /// The right answer among others, so many in all.
  private static func options(
    _ right: Localized, _ others: [Localized], count: Int, seed: String
  ) -> Task {
    var generator = SeededGenerator(seed)
    let texts = ([right] + others.shuffled(using: &generator).prefix(count - 1))
      .shuffled(using: &generator)
    return .choice(
      texts.map { Option(LessonText($0)) }, right: [texts.firstIndex(of: right) ?? 0],
      allowsSeveral: false)
  }

  private static func distinct(_ texts: [Localized]) -> [Localized] {
    var seen: Set<Localized> = []
    return texts.filter { seen.insert($0).inserted }
  }
}

extension SeededGenerator {
  /// A coin tossed by the seed alone.
  fileprivate var isOdd: Bool {
    var generator = self
    return generator.next() % 2 == 1
  }
}
