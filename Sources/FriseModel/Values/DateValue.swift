/// The four day numbers of a date: its start lies in [earliestStart, latestStart], its end in
/// [earliestEnd, latestEnd] (language, section 5.2). Days count from 1970-01-01 in the proleptic
/// Gregorian calendar; an open side is `DateBounds.past` or `DateBounds.future`.
package struct DateBounds: Sendable, Hashable {
  package var earliestStart: Int64
  package var latestStart: Int64
  package var earliestEnd: Int64
  package var latestEnd: Int64

  /// Before every day.
  package static let past = Int64.min
  /// After every day.
  package static let future = Int64.max

  package init(earliestStart: Int64, latestStart: Int64, earliestEnd: Int64, latestEnd: Int64) {
    self.earliestStart = earliestStart
    self.latestStart = latestStart
    self.earliestEnd = earliestEnd
    self.latestEnd = latestEnd
  }

  /// The bounds of something that lies anywhere from `first` to `last`.
  package init(somewhereFrom first: Int64, to last: Int64) {
    self.init(
      earliestStart: first, latestStart: last, earliestEnd: first, latestEnd: last)
  }

  /// The bounds of something that lasts exactly from `first` to `last`.
  package init(wholeFrom first: Int64, to last: Int64) {
    self.init(
      earliestStart: first, latestStart: first, earliestEnd: last, latestEnd: last)
  }
}

/// A date: what was written, in canonical EDTF, its four bounds, and what is said of its two sides.
package struct DateValue: Sendable, Hashable {
  /// Canonical EDTF text (Library of Congress, 4 February 2019).
  package let text: String
  /// The plain reading: never widened.
  package let bounds: DateBounds
  /// True for a lone date of reduced precision (`1956`, `198X`), whose event lies *some time in*
  /// it; false for a day and for an interval.
  package let isReduced: Bool
  /// What is said of the start: its precision, its qualifier, or that it is open or unknown.
  package let start: DateEdge
  /// The same of the end.
  package let end: DateEdge

  package init(
    text: String, bounds: DateBounds, isReduced: Bool, start: DateEdge = .day,
    end: DateEdge = .day
  ) {
    self.text = text
    self.bounds = bounds
    self.isReduced = isReduced
    self.start = start
    self.end = end
  }

  /// One day.
  package init(day: Int64) {
    self.init(
      text: CalendarDay(number: day).text, bounds: DateBounds(wholeFrom: day, to: day),
      isReduced: false)
  }

  /// The bounds as `possibly` and `certainly` see them: moved apart by one unit of the written
  /// precision for `~` or `?`, by two for `%`.
  package var widenedBounds: DateBounds {
    DateBounds(
      earliestStart: start.lowered(bounds.earliestStart),
      latestStart: start.raised(bounds.latestStart),
      earliestEnd: end.lowered(bounds.earliestEnd), latestEnd: end.raised(bounds.latestEnd))
  }
}
