package import FriseBase

/// Whether the digits of a number are grouped by three where people read it.
package enum DigitGrouping: Sendable {
  /// From five digits before the decimal separator up: `1945`, `850,000`.
  case fromFiveDigits
  /// Columns of years, ids, ordinals.
  case never
}

extension ValueText {
  /// A number for people: the point and the comma in English; the decimal comma and the narrow
  /// no-break space in French.
  package static func number(
    _ number: ExactNumber, _ tongue: Tongue, grouping: DigitGrouping = .fromFiveDigits
  ) -> String {
    var bytes: [UInt8] = []
    appendNumber(plain: number.plainText.utf8.span, tongue, grouping: grouping, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends, for people, a number given as machine formats write it (`-1234.5`).
  package static func appendNumber(
    plain: Span<UInt8>, _ tongue: Tongue, grouping: DigitGrouping, to bytes: inout [UInt8]
  ) {
    let first = !plain.isEmpty && plain[0] == 0x2D ? 1 : 0
    var point = first
    while point < plain.count, plain[point] != 0x2E { point += 1 }
    let isGrouped = grouping == .fromFiveDigits && point - first >= 5
    for index in 0..<plain.count {
      if isGrouped, index > first, index < point, (point - index) % 3 == 0 {
        appendSeparator(tongue, to: &bytes)
      }
      let isComma = index == point && tongue == .french
      bytes.append(isComma ? 0x2C : plain[index])
    }
  }

  /// Appends the separator of groups: `,` or U+202F.
  private static func appendSeparator(_ tongue: Tongue, to bytes: inout [UInt8]) {
    switch tongue {
    case .english: bytes.append(0x2C)
    case .french: bytes.append(contentsOf: [0xE2, 0x80, 0xAF])
    }
  }

  /// A whole number counted by the program itself: rows, columns.
  package static func count(_ count: Int, _ tongue: Tongue) -> String {
    number(ExactNumber(count), tongue)
  }
}
