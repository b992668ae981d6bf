import FriseBase
import FriseModel

/// The signs that may part the cells of a row.
enum Separators {
  static let all: [UInt8] = [
    UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t"), UInt8(ascii: "|"),
  ]

  /// What people call a separator.
  static func name(_ separator: UInt8) -> Localized {
    switch separator {
    case UInt8(ascii: "\t"): Localized(en: "a tab", fr: "une tabulation")
    case UInt8(ascii: ","): Localized(en: "a comma", fr: "une virgule")
    case UInt8(ascii: ";"): Localized(en: "a semicolon", fr: "un point-virgule")
    case UInt8(ascii: "|"): Localized(en: "a bar |", fr: "une barre |")
    default: Localized(same: "\"\(String(UnicodeScalar(separator)))\"")
    }
  }

  /// The separator that parts the first rows into the most cells, as many in each; a comma when
  /// none parts them. `isRegular` when it parts them all alike.
  static func found(in bytes: ArraySlice<UInt8>) -> (separator: UInt8, isRegular: Bool) {
    var best = (separator: UInt8(ascii: ","), score: 0)
    for separator in all {
      let counts = separatorCounts(bytes, separator)
      guard let first = counts.first, first > 0 else { continue }
      let alike = counts.count { $0 == first }
      // A sign that parts every row alike beats one that parts more cells of some rows.
      let score = alike * 10_000 / counts.count * 1_000 + min(first, 999)
      if score > best.score { best = (separator, score) }
    }
    return (best.separator, best.score >= 10_000_000)
  }

  /// How often the separator stands outside quotes in each of the first hundred rows.
  private static func separatorCounts(_ bytes: ArraySlice<UInt8>, _ separator: UInt8) -> [Int] {
    var counts: [Int] = []
    var (count, length) = (0, 0)
    var isQuoted = false
    let sample = bytes.prefix(1 << 18)
    for byte in sample {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if byte == 10 || byte == 13, !isQuoted {
        if length > 0 { counts.append(count) }
        (count, length) = (0, 0)
        if counts.count == 100 { return counts }
        continue
      }
      length += 1
      if byte == separator, !isQuoted { count += 1 }
    }
    if length > 0, sample.count == bytes.count || counts.isEmpty { counts.append(count) }
    return counts
  }
}
