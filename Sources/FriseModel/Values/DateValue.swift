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
}

/// A date: what was written, in canonical EDTF, and its four bounds.
package struct DateValue: Sendable, Hashable {
  /// Canonical EDTF text (Library of Congress, 4 February 2019).
  package let text: String
  /// The plain reading: never widened.
  package let bounds: DateBounds
  /// True for a lone date of reduced precision (`1956`, `198X`), whose event lies *some time in* it;
  /// false for a day and for an interval.
  package let isReduced: Bool

  package init(text: String, bounds: DateBounds, isReduced: Bool) {
    self.text = text
    self.bounds = bounds
    self.isReduced = isReduced
  }
}
