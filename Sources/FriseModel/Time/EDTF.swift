/// The Extended Date/Time Format of the Library of Congress (4 February 2019), levels 0 to 2.
package enum EDTF {
  /// The longest text that is looked at; longer ones are no dates.
  static let longestText = 65_536

  /// Reads strict EDTF: no spaces, capital `X`, `T`, `Z`, `Y`, `E`, `S`; nil for anything else.
  package static func parse(_ text: String) -> DateValue? {
    parse(bytes: Array(text.utf8))
  }

  /// Reads strict EDTF from UTF-8.
  package static func parse(_ text: Span<UInt8>) -> DateValue? {
    guard text.count <= longestText else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    for index in text.indices { bytes.append(text[index]) }
    return parse(bytes: bytes)
  }

  /// Reads strict EDTF from an array of UTF-8.
  static func parse(bytes: [UInt8]) -> DateValue? {
    guard let first = bytes.first, bytes.count <= longestText else { return nil }
    var parser = EDTFParser(bytes)
    let part: EDTFPart? =
      if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
        parser.parseSet()
      } else if bytes.contains(UInt8(ascii: "/")) {
        parser.parseInterval()
      } else {
        parser.parseInstant()
      }
    guard let part, parser.isAtEnd else { return nil }
    return DateValue(
      text: String(decoding: bytes, as: UTF8.self), bounds: part.bounds,
      isReduced: part.isReduced, start: part.start, end: part.end)
  }
}

/// A date as the parser hands it up: bounds and sides, the text left aside.
struct EDTFPart {
  var bounds: DateBounds
  var start: DateEdge
  var end: DateEdge
  /// True for a lone date that is not a single day.
  var isReduced: Bool
  /// Whether a time of day may follow: a whole day without qualifier or unspecified digit.
  var takesTime = false

  /// A lone date: somewhere between two days, both included.
  init(first: Int64, last: Int64, edge: DateEdge, takesTime: Bool = false) {
    bounds = DateBounds(somewhereFrom: first, to: last)
    start = edge
    end = edge
    isReduced = first != last
    self.takesTime = takesTime
  }

  /// A date of two sides.
  init(bounds: DateBounds, start: DateEdge, end: DateEdge) {
    self.bounds = bounds
    self.start = start
    self.end = end
    isReduced = false
  }

  var first: Int64 { bounds.earliestStart }
  var last: Int64 { bounds.latestEnd }
}
