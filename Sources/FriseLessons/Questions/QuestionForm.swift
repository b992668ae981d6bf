import FriseBase
import FriseModel

/// A question with what its lists show and how they are shuffled: the same for each pupil, on the
/// screen, on the sheet and in its key.
struct QuestionForm {
  /// The items as they are listed, in words.
  let items: [LessonText]
  /// Partners as they are lettered, for a question of matching.
  let partners: [LessonText]
  /// For an order, the rank of each listed item; level items share one. For matching, the letter,
  /// from 0, of each item's partner.
  let solution: [Int]

  /// What «we cannot know» is called in the list of a question that sources do not settle.
  static let cannotKnow = LessonText(
    Localized(
      en: "we cannot know from these sources",
      fr: "on ne peut pas le savoir avec ces sources"))

  init(_ block: LessonBlock, lesson: String, _ facts: FactFinder) {
    var generator = SeededGenerator("\(lesson)/\(block.id)")
    switch block.task {
    case .choice(let options, _, _):
      self.init(items: options.map(\.text))
    case .unknown(let options):
      self.init(items: options.map(\.text) + [Self.cannotKnow])
    case .ordering(let ordered):
      let (texts, ranks) = facts.ranked(ordered)
      var places = Array(texts.indices)
      repeat {
        places.shuffle(using: &generator)
      } while Self.isSorted(places.map { ranks[$0] }) && Set(ranks).count > 1
      self.init(items: places.map { texts[$0] }, solution: places.map { ranks[$0] })
    case .matching(let pairs):
      var letters = Array(pairs.indices)
      // Left as they stand in the file, the pairs would be given away.
      repeat { letters.shuffle(using: &generator) } while letters == Array(pairs.indices)
      self.init(
        items: pairs.map(\.item), partners: letters.map { pairs[$0].partner },
        solution: pairs.indices.map { letters.firstIndex(of: $0) ?? 0 })
    default: self.init(items: [])
    }
  }

  private init(items: [LessonText], partners: [LessonText] = [], solution: [Int] = []) {
    self.items = items
    self.partners = partners
    self.solution = solution
  }

  private static func isSorted(_ ranks: [Int]) -> Bool {
    zip(ranks, ranks.dropFirst()).allSatisfy { $0 <= $1 }
  }
}
