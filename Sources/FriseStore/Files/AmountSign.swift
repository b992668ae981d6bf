import FriseBase
import FriseModel

/// A sign beside numbers, which says what they count: `%`, `€`…
enum AmountSign {
  private static let all = ["%", "‰", "€", "$", "£", "¥"].map { Array($0.utf8) }

  /// A text without the sign before or behind it, and spaces beside that; nil without sign.
  static func taken(from text: Span<UInt8>) -> (sign: [UInt8], rest: Range<Int>)? {
    for sign in all where text.count > sign.count {
      let end = text.count - sign.count
      if text.matches(end..<text.count, sign) { return (sign, trimmed(text, 0..<end)) }
      if text.matches(0..<sign.count, sign) {
        return (sign, trimmed(text, sign.count..<text.count))
      }
    }
    return nil
  }

  /// Without spaces at the ends, narrow no-break ones too.
  private static func trimmed(_ text: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    let narrow: [UInt8] = [0xE2, 0x80, 0xAF]
    let range = text.trimmed(range)
    guard range.count > 3, text.matches(range.upperBound - 3..<range.upperBound, narrow) else {
      return range
    }
    return range.lowerBound..<range.upperBound - 3
  }

  /// The same cells without the sign that all of them have; nil when they do not.
  static func taken(from cells: DistinctCells) -> (sign: String, cells: DistinctCells)? {
    var common: [UInt8]?
    var builder = StringPoolBuilder()
    var codes: [Int32] = []
    var isCommon = true
    cells.forEach { _, text in
      let found = taken(from: text)
      isCommon = found != nil && (common == nil || found?.sign == common)
      guard isCommon, let found, !found.rest.isEmpty else {
        isCommon = false
        return false
      }
      common = found.sign
      codes.append(builder.add(text.extracting(found.rest)))
      return true
    }
    guard isCommon, let common else { return nil }
    let bare = DistinctCells(
      codes: cells.codes.map { $0 < 0 ? $0 : codes[Int($0)] }, pool: builder.build(),
      missingCount: cells.codes.count - cells.statedCount, trimmedCount: cells.trimmedCount)
    return (String(decoding: common, as: UTF8.self), bare)
  }
}
