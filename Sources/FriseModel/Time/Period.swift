/// What a query means by a date it writes out: the whole of it, from its first day to its last
/// (language, section 5.2). Only an unknown side (`1985/`) stays undetermined.
package struct Period: Sendable, Hashable {
  /// Start and end are definite, but for unknown sides.
  package let bounds: DateBounds

  /// From the first to the last day, both included.
  package init(first: Int64, last: Int64) {
    bounds = DateBounds(wholeFrom: first, to: last)
  }

  /// A year, as a number in a query names it.
  package init(year: Int64) {
    self.init(
      first: CalendarDay.firstDay(ofYear: year), last: CalendarDay.lastDay(ofYear: year))
  }

  /// The whole of a literal date: without its qualifiers, its sets from end to end.
  package init(_ date: DateValue) {
    var bounds = date.bounds
    if date.start.kind != .unknown { bounds.latestStart = bounds.earliestStart }
    if date.end.kind != .unknown { bounds.earliestEnd = bounds.latestEnd }
    self.bounds = bounds
  }

  /// The range `lower..upper`, both included; an absent side is open. Nil when it runs backwards.
  package init?(from lower: Period?, to upper: Period?) {
    let first = lower?.first ?? DateBounds.past
    let last = upper?.last ?? DateBounds.future
    guard first <= last else { return nil }
    self.init(first: first, last: last)
  }

  /// No day at all: what periods that share no day have in common.
  package static let empty = Period(first: 0, last: -1)

  package var isEmpty: Bool { first > last }

  /// Whether neither side is unknown.
  var isDefinite: Bool { bounds == DateBounds(wholeFrom: first, to: last) }

  package var first: Int64 { bounds.earliestStart }
  package var last: Int64 { bounds.latestEnd }

  /// The days that both periods hold, or nil.
  package func intersection(_ other: Period) -> Period? {
    let first = max(first, other.first)
    let last = min(last, other.last)
    return first <= last ? Period(first: first, last: last) : nil
  }
}

extension DateBounds {
  /// The zone around these bounds out to `duration` on either side: what lies `within` it overlaps
  /// this zone.
  package func extended(by duration: CalendarDuration) -> DateBounds {
    let back = duration.negated
    return DateBounds(
      earliestStart: DateBounds.day(earliestStart, plus: back),
      latestStart: DateBounds.day(latestStart, plus: back),
      earliestEnd: DateBounds.day(earliestEnd, plus: duration),
      latestEnd: DateBounds.day(latestEnd, plus: duration))
  }

  /// The day a duration later, months first, clamped to the month's length; an open side stays
  /// open.
  package static func day(_ day: Int64, plus duration: CalendarDuration) -> Int64 {
    guard day != past, day != future else { return day }
    let moved =
      duration.months == 0 ? day : CalendarDay(number: day).adding(months: duration.months).number
    let reach = 366 * CalendarDay.horizon
    return moved + min(max(duration.days, -reach), reach)
  }
}
