/// Which cards are due: five boxes, from which a card comes back after 1, 3, 7, 14 and 30 days
/// (lessons, section 3). A card known goes one box up; one not known goes back to the first.
package struct LeitnerBoxes: Sendable {
  /// Days after which the cards of a box come back.
  static let intervals = [1, 3, 7, 14, 30]
  /// Cards asked in a day.
  package static let cardsPerDay = 15

  /// Where a card is.
  package struct Place: Sendable, Hashable {
    /// From 1 to 5.
    package let box: Int
    /// The day it was last asked, counted from 1970-01-01.
    package let lastDay: Int64

    var dueDay: Int64 { lastDay + Int64(LeitnerBoxes.intervals[box - 1]) }
  }

  package private(set) var places: [String: Place] = [:]
  private var askedByDay: [Int64: Set<String>] = [:]

  /// - Parameters:
  ///   - records: Those of all lessons, in order.
  ///   - day: The number of a day from its text.
  package init(_ records: [ProgressRecord], day: (String) -> Int64?) {
    for record in records where record.lesson == ReviewCards.lessonName && record.event.isAnswer {
      guard let number = day(record.day) else { continue }
      let before = places[record.question]?.box ?? 1
      let box = record.event == .right ? min(Self.intervals.count, before + 1) : 1
      places[record.question] = Place(box: box, lastDay: number)
      askedByDay[number, default: []].insert(record.question)
    }
  }

  /// The cards to ask on a day, of those there are: the due ones, the longest due first, then new
  /// ones in their order; so many that the day has its fifteen at most.
  package func due(among cards: [String], on day: Int64) -> [String] {
    let room = max(0, Self.cardsPerDay - (askedByDay[day]?.count ?? 0))
    let known = cards.enumerated().compactMap { index, card in
      places[card].map { (card: card, index: index, due: $0.dueDay) }
    }
    let due = known.filter { $0.due <= day }.sorted { ($0.due, $0.index) < ($1.due, $1.index) }
    let fresh = cards.filter { places[$0] == nil }
    return Array((due.map(\.card) + fresh).prefix(room))
  }

  /// The day on which the next card is due, of those asked before; nil where none was.
  package var nextDay: Int64? { places.values.map(\.dueDay).min() }
}
