/// A test of one date against another or against a period (language, section 5.2). `=` and `in` of
/// a date and a period are `during`, `<` is `before`, `>` is `after`; `within` is `overlaps` with
/// `DateBounds.extended(by:)` on the right.
package enum DateRelation: UInt8, Sendable, Hashable, CaseIterable {
  /// Wholly inside.
  case during
  /// Shares a day.
  case overlaps
  /// Ends before the other begins.
  case before
  /// Begins after the other ends.
  case after
  /// The next day touches, either way round.
  case meets
  /// `>=`: begins no earlier than the other begins.
  case startsNotBefore
  /// `<=`: ends no later than the other ends.
  case endsNotAfter
  /// `=` between two dates of data: the same four bounds.
  case equals

  /// Which bounds of the left date are looked at: as written, or moved by its qualifiers. `possibly
  /// p` holds when the widened answer is not no, `certainly p` when it is yes.
  package enum Reading: UInt8, Sendable, Hashable, CaseIterable {
    case plain
    case widened
  }

  /// The answer for four bounds on either side: yes or no only when it is so for every choice of
  /// start and end within them.
  package func answer(_ left: DateBounds, _ right: DateBounds) -> Truth {
    switch self {
    case .during:
      DateRelation.truth(
        yes: left.earliestStart >= right.latestStart && left.latestEnd <= right.earliestEnd,
        no: left.latestStart < right.earliestStart || left.earliestEnd > right.latestEnd)
    case .overlaps:
      DateRelation.truth(
        yes: left.latestStart <= right.earliestEnd && left.earliestEnd >= right.latestStart,
        no: left.earliestStart > right.latestEnd || left.latestEnd < right.earliestStart)
    case .before:
      DateRelation.truth(
        yes: left.latestEnd < right.earliestStart, no: left.earliestEnd >= right.latestStart)
    case .after:
      DateRelation.truth(
        yes: left.earliestStart > right.latestEnd, no: left.latestStart <= right.earliestEnd)
    case .meets: DateRelation.meets(left, right)
    case .startsNotBefore:
      DateRelation.truth(
        yes: left.earliestStart >= right.latestStart, no: left.latestStart < right.earliestStart)
    case .endsNotAfter:
      DateRelation.truth(
        yes: left.latestEnd <= right.earliestEnd, no: left.earliestEnd > right.latestEnd)
    case .equals: Truth(left == right)
    }
  }

  /// The answer for a date of data against a period of the query; nil is an absent date.
  package func answer(
    _ date: DateValue?, _ period: Period, reading: Reading = .plain
  ) -> Truth {
    guard let date else { return .undecided }
    return answer(reading == .plain ? date.bounds : date.widenedBounds, period.bounds)
  }

  /// The answer for two dates of data, each with its four bounds; nil is an absent date.
  package func answer(
    _ left: DateValue?, _ right: DateValue?, reading: Reading = .plain
  ) -> Truth {
    guard let left, let right else { return .undecided }
    guard reading == .widened else { return answer(left.bounds, right.bounds) }
    let ownWidened = left.widenedBounds
    let otherWidened = right.widenedBounds
    guard self == .equals else { return answer(ownWidened, otherWidened) }
    let isExact = ownWidened == left.bounds && otherWidened == right.bounds
    return isExact
      ? Truth(left.bounds == right.bounds)
      : DateRelation.mayEqual(ownWidened, otherWidened) ? .undecided : .no
  }

  /// Whether two widened dates may have the same start and the same end.
  static func mayEqual(_ left: DateBounds, _ right: DateBounds) -> Bool {
    left.earliestStart <= right.latestStart && right.earliestStart <= left.latestStart
      && left.earliestEnd <= right.latestEnd && right.earliestEnd <= left.latestEnd
  }

  private static func truth(yes: Bool, no: Bool) -> Truth {
    yes ? .yes : no ? .no : .undecided
  }

  private static func meets(_ left: DateBounds, _ right: DateBounds) -> Truth {
    let forwards = touches(
      left.earliestEnd, left.latestEnd, right.earliestStart, right.latestStart)
    let backwards = touches(
      right.earliestEnd, right.latestEnd, left.earliestStart, left.latestStart)
    return Truth(rawValue: max(forwards.rawValue, backwards.rawValue)) ?? .undecided
  }

  /// Whether an end in one pair of bounds is the eve of a start in the other.
  private static func touches(
    _ earliestEnd: Int64, _ latestEnd: Int64, _ earliestStart: Int64, _ latestStart: Int64
  ) -> Truth {
    // Nothing comes after an end that is open, nothing before a start that is open.
    guard earliestEnd != DateBounds.future, latestStart != DateBounds.past else { return .no }
    let latestNext = latestEnd == DateBounds.future ? latestEnd : latestEnd + 1
    let earliestNext = earliestEnd == DateBounds.past ? earliestEnd : earliestEnd + 1
    let isPossible = earliestNext <= latestStart && earliestStart <= latestNext
    guard isPossible else { return .no }
    return Truth(earliestEnd == latestEnd && earliestStart == latestStart) == .yes
      ? .yes : .undecided
  }
}
