extension EDTFParser {
  /// `[…]`, one of these dates, or `{…}`, all of them. No spaces.
  mutating func parseSet() -> EDTFPart? {
    let isOneOf = eat("[")
    if !isOneOf { guard eat("{") else { return nil } }
    let closing: Unicode.Scalar = isOneOf ? "]" : "}"
    var members: [EDTFPart] = []
    repeat {
      guard let member = parseMember(isFirst: members.isEmpty, closing: UInt8(ascii: closing))
      else { return nil }
      members.append(member)
    } while eat(",")
    guard eat(closing) else { return nil }
    return isOneOf ? EDTFParser.oneOf(members) : EDTFParser.allOf(members)
  }

  /// A date, `a..b`, `..b` as the first member, `a..` as the last.
  private mutating func parseMember(isFirst: Bool, closing: UInt8) -> EDTFPart? {
    if eatDots() {
      guard isFirst, let last = parseDate() else { return nil }
      let bounds = DateBounds(
        earliestStart: DateBounds.past, latestStart: DateBounds.past, earliestEnd: last.first,
        latestEnd: last.last)
      return EDTFPart(bounds: bounds, start: .open, end: last.end)
    }
    guard let first = parseDate() else { return nil }
    guard eatDots() else { return first }
    if next == closing {
      let bounds = DateBounds(
        earliestStart: first.first, latestStart: first.last, earliestEnd: DateBounds.future,
        latestEnd: DateBounds.future)
      return EDTFPart(bounds: bounds, start: first.start, end: .open)
    }
    // Both ends of a range count the same units, and the range runs forwards.
    guard let last = parseDate(), last.start.precision == first.start.precision,
      first.first <= last.first, first.last <= last.last
    else { return nil }
    let bounds = DateBounds(
      earliestStart: first.first, latestStart: first.last, earliestEnd: last.first,
      latestEnd: last.last)
    return EDTFPart(bounds: bounds, start: first.start, end: last.end)
  }

  /// One of the members: it lies anywhere from the first to the last.
  private static func oneOf(_ members: [EDTFPart]) -> EDTFPart? {
    guard let (start, end, first, last) = extremes(members) else { return nil }
    var part = EDTFPart(first: first, last: last, edge: start)
    part.start = start
    part.end = end
    return part
  }

  /// All of the members: from the start of the earliest to the end of the latest.
  private static func allOf(_ members: [EDTFPart]) -> EDTFPart? {
    guard members.count > 1 || members.first?.isReduced != true else { return members.first }
    guard let (start, end, first, last) = extremes(members) else { return nil }
    let latestStart = members.reduce(DateBounds.future) { min($0, $1.bounds.latestStart) }
    let earliestEnd = members.reduce(DateBounds.past) { max($0, $1.bounds.earliestEnd) }
    let bounds = DateBounds(
      earliestStart: first, latestStart: latestStart, earliestEnd: earliestEnd, latestEnd: last)
    return EDTFPart(bounds: bounds, start: start, end: end)
  }

  /// The sides and days of the earliest start and of the latest end, the qualifiers joined.
  private static func extremes(
    _ members: [EDTFPart]
  ) -> (start: DateEdge, end: DateEdge, first: Int64, last: Int64)? {
    guard let earliest = members.min(by: { $0.first < $1.first }),
      let latest = members.max(by: { $0.last < $1.last })
    else { return nil }
    var loosest = earliest.start
    for member in members { loosest = loosest.looser(member.start).looser(member.end) }
    func edge(_ own: DateEdge) -> DateEdge {
      guard own.kind == .stated else { return own }
      return DateEdge(
        precision: own.precision, qualifier: loosest.qualifier,
        wideningUnit: loosest.qualifier == .none ? own.precision : loosest.wideningUnit)
    }
    return (edge(earliest.start), edge(latest.end), earliest.first, latest.last)
  }
}
