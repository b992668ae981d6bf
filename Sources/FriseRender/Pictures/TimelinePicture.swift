package import FriseBase
package import FriseModel

/// A timeline to draw: things with their dates, on an axis of constant scale.
///
/// It knows no table and no query, so that anything may be drawn: the rows of a result, the events
/// of a lesson, or, without items, a blank axis to write on. Texts are as the data has them; those
/// who draw escape them.
package struct TimelinePicture: Sendable {
  /// One thing on the timeline.
  package struct Item: Sendable {
    /// What is written beside it.
    package let label: String
    /// When it was. A date that states no day at all cannot be drawn.
    package let date: DateValue
    /// More to tell where there is room: pairs of a name and a value.
    package let details: [Detail]

    package init(label: String, date: DateValue, details: [Detail] = []) {
      self.label = label
      self.date = date
      self.details = details
    }
  }

  /// A name with its value, as people read them.
  package struct Detail: Sendable {
    let name: String
    let value: String
  }

  /// How high a thing stands over its time.
  package struct Height: Sendable {
    /// From 0; nil where nothing is stated.
    let number: Double?
    /// The number as people read it.
    let text: String
  }

  /// What stands over the picture.
  package var title: String
  /// A line under the title: how many things, what was left out.
  package var caption: String
  /// Lines under the picture: what was left out, where things come from.
  package var notes: [String] = []
  package var items: [Item]
  /// One for each item where all are stretches of time that do not overlap, each with a number:
  /// they are drawn as columns over their time, not as bars in lanes.
  package var heights: [Height] = []
  /// What the numbers of `heights` are called.
  package var heightName = ""
  /// The first and the last day of the axis, in days from 1970-01-01; without it, the axis holds
  /// all items. Items that do not touch it are not drawn.
  package var range: ClosedRange<Int64>?
  /// Empty ruled lanes under the items, to write on.
  package var blankLaneCount: Int
  /// How many rows touch each day where there are more than can be drawn one by one.
  package var crowd: TimelineCrowd?
  package var tongue: Tongue

  package init(
    title: String, caption: String = "", items: [Item], range: ClosedRange<Int64>? = nil,
    blankLaneCount: Int = 0, tongue: Tongue
  ) {
    self.title = title
    self.caption = caption
    self.items = items
    self.range = range
    self.blankLaneCount = blankLaneCount
    self.tongue = tongue
  }

  /// The scale that the picture is drawn at; nil when there is neither a range nor a stated day.
  package var scale: TimeScale? {
    if let range { return TimeScale(first: range.lowerBound, last: range.upperBound) }
    var extent = TimeExtent()
    for item in items { extent.add(item.date.bounds, item.date.widenedBounds) }
    if let crowd { extent.add(crowd.extent) }
    return extent.scale
  }
}

/// The days that dates reach from and to, sides without a day left out.
package struct TimeExtent: Sendable {
  package private(set) var first = Int64.max
  package private(set) var last = Int64.min
  /// Whether some date reaches beyond every day on that side.
  package private(set) var isOpenBefore = false
  package private(set) var isOpenAfter = false

  package init() {}

  /// Takes in a date, and as far as its marks `~ ? %` may move it.
  package mutating func add(_ bounds: DateBounds, _ widened: DateBounds? = nil) {
    for day in [bounds.earliestStart, bounds.latestStart, bounds.earliestEnd, bounds.latestEnd] {
      add(day)
    }
    if let widened {
      add(widened.earliestStart)
      add(widened.latestEnd)
    }
    if bounds.earliestStart == DateBounds.past { isOpenBefore = true }
    if bounds.latestEnd == DateBounds.future { isOpenAfter = true }
  }

  /// Takes in another extent.
  package mutating func add(_ other: TimeExtent) {
    first = min(first, other.first)
    last = max(last, other.last)
    isOpenBefore = isOpenBefore || other.isOpenBefore
    isOpenAfter = isOpenAfter || other.isOpenAfter
  }

  private mutating func add(_ day: Int64) {
    guard day != DateBounds.past, day != DateBounds.future else { return }
    first = min(first, day)
    last = max(last, day)
  }

  /// Whole calendar units around the days, with room for sides that are open; nil without a day.
  package var scale: TimeScale? {
    guard first <= last else { return nil }
    var first = first
    var last = last
    let length = last - first
    // Room to show that something goes on beyond the last day that is stated.
    let room = max(length / 20, 1)
    if isOpenBefore { first -= room }
    if isOpenAfter { last += room }
    if length < 7 {
      first -= (6 - length) / 2
      last = max(last, first + 6)
    } else if length > 730 {
      first = CalendarDay.firstDay(ofYear: CalendarDay(number: first).year)
      last = CalendarDay.lastDay(ofYear: CalendarDay(number: last).year)
    } else if length > 60 {
      let from = CalendarDay(number: first)
      let to = CalendarDay(number: last)
      first = CalendarDay(year: from.year, month: from.month, day: 1).number
      let monthLength = CalendarDay.length(ofMonth: to.month, year: to.year)
      last = CalendarDay(year: to.year, month: to.month, day: monthLength).number
    }
    return TimeScale(first: first, last: last)
  }
}

extension DateBounds {
  /// Whether any side bears a day: what does not cannot be drawn.
  package var statesADay: Bool {
    [earliestStart, latestStart, earliestEnd, latestEnd].contains {
      $0 != DateBounds.past && $0 != DateBounds.future
    }
  }

  /// True for `1985/`: it ended, nobody knows when.
  package var isEndUnknown: Bool {
    latestEnd == DateBounds.future && earliestEnd != DateBounds.future
  }

  /// True for `1985/..`: it has no end.
  package var isEndOpen: Bool { earliestEnd == DateBounds.future }

  /// True for `/1985`.
  package var isStartUnknown: Bool {
    earliestStart == DateBounds.past && latestStart != DateBounds.past
  }

  /// True for `../1985`.
  package var isStartOpen: Bool { latestStart == DateBounds.past }

  /// The first day that is told of: of `/1985`, the first that may be its end.
  package var firstKnown: Int64 { isStartUnknown ? earliestEnd : earliestStart }

  /// The last day that is told of: of `1985/`, the last that may be its start.
  package var lastKnown: Int64 { isEndUnknown ? latestStart : latestEnd }
}
