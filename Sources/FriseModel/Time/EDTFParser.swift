/// Reads one EDTF text from left to right. Every method leaves `position` behind what it read, and
/// gives nil when the text is not of its kind.
struct EDTFParser {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var isAtEnd: Bool { position == bytes.count }

  /// The next byte, or 0 at the end.
  var next: UInt8 { position < bytes.count ? bytes[position] : 0 }

  /// Steps over `byte` when it comes next.
  mutating func eat(_ byte: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: byte) else { return false }
    position += 1
    return true
  }

  /// Steps over `..` when it comes next.
  mutating func eatDots() -> Bool {
    guard next == UInt8(ascii: "."), position + 1 < bytes.count,
      bytes[position + 1] == UInt8(ascii: ".")
    else { return false }
    position += 2
    return true
  }

  /// Steps over decimal digits and gives how many there were.
  mutating func skipDigits() -> Int {
    let start = position
    while next.isDigit { position += 1 }
    return position - start
  }

  /// `?`, `~`, `%` or nothing.
  mutating func parseQualifier() -> DateQualifier {
    if eat("?") { return .uncertain }
    if eat("~") { return .approximate }
    return eat("%") ? .both : .none
  }

  // MARK: Instants and intervals

  /// A lone date, a time of day allowed.
  mutating func parseInstant() -> EDTFPart? {
    guard let part = parseDate() else { return nil }
    guard next == UInt8(ascii: "T") else { return part }
    return part.takesTime && skipTime() ? part : nil
  }

  /// `Thh:mm:ss`, then nothing, `Z`, `±hh` or `±hh:mm`. The day stays the written one.
  private mutating func skipTime() -> Bool {
    guard eat("T"), let hours = parseTwoDigits(), eat(":"), let minutes = parseTwoDigits(),
      eat(":"), let seconds = parseTwoDigits()
    else { return false }
    let isMidnightAtEnd = hours == 24 && minutes == 0 && seconds == 0
    guard isMidnightAtEnd || (hours < 24 && minutes < 60 && seconds < 60) else { return false }
    if isAtEnd || eat("Z") { return isAtEnd }
    guard eat("+") || eat("-"), let shift = parseTwoDigits(), shift < 24 else { return false }
    if isAtEnd { return true }
    guard eat(":"), let shiftMinutes = parseTwoDigits() else { return false }
    return shiftMinutes < 60 && isAtEnd
  }

  /// Two decimal digits.
  private mutating func parseTwoDigits() -> Int64? {
    guard position + 2 <= bytes.count, bytes[position].isDigit, bytes[position + 1].isDigit
    else { return nil }
    defer { position += 2 }
    return Int64(bytes[position] & 15) * 10 + Int64(bytes[position + 1] & 15)
  }

  /// `a/b`; a side may be `..` (open) or empty (unknown), but not both empty.
  mutating func parseInterval() -> EDTFPart? {
    guard let left = parseSide(until: UInt8(ascii: "/")), eat("/"),
      let right = parseSide(until: 0)
    else { return nil }
    if left.kind == .unknown, right.kind == .unknown { return nil }
    return EDTFParser.interval(from: left, to: right)
  }

  /// One side of an interval: its days when they are stated.
  private struct Side {
    var kind: DateEdge.Kind
    var first = DateBounds.past
    var last = DateBounds.future
    var edge: DateEdge
  }

  private mutating func parseSide(until end: UInt8) -> Side? {
    if next == end { return Side(kind: .unknown, edge: .unknown) }
    if eatDots() { return Side(kind: .open, edge: .open) }
    guard let part = parseDate() else { return nil }
    return Side(kind: .stated, first: part.first, last: part.last, edge: part.start)
  }

  /// The bounds of an interval. An end may contain its start, but not lie wholly before it; a start
  /// lies no later than the end, and so do their bounds.
  private static func interval(from left: Side, to right: Side) -> EDTFPart? {
    var bounds = DateBounds(
      earliestStart: left.first, latestStart: left.last, earliestEnd: right.first,
      latestEnd: right.last)
    if left.kind == .open { bounds.latestStart = DateBounds.past }
    if right.kind == .open { bounds.earliestEnd = DateBounds.future }
    guard bounds.earliestStart <= bounds.latestEnd else { return nil }
    bounds.latestStart = min(bounds.latestStart, bounds.latestEnd)
    bounds.earliestEnd = max(bounds.earliestEnd, bounds.earliestStart)
    return EDTFPart(bounds: bounds, start: left.edge, end: right.edge)
  }
}

extension UInt8 {
  /// Whether this byte is `0`...`9`.
  var isDigit: Bool { self &- 48 < 10 }
}
