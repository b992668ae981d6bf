extension ExactNumber {
  /// The number as machine formats print it: the point as decimal separator, no grouping, as few
  /// digits as are exact.
  package var plainText: String {
    var digits = String(coefficient.magnitude)
    if scale > 0 {
      let missing = Int(scale) + 1 - digits.utf8.count
      if missing > 0 { digits = String(repeating: "0", count: missing) + digits }
      let point = digits.utf8.index(digits.endIndex, offsetBy: -Int(scale))
      digits.insert(".", at: point)
    }
    return isNegative ? "-" + digits : digits
  }

  /// Reads a number as data files write it (language, section 5): `1234.5`, `1 234,5`, `1,234.5`,
  /// `1.234,5`, with a sign in front. Nil for any other text and for what does not fit.
  ///
  /// - Spaces (plain, no-break, narrow, thin), and `_`, group digits by three and by three only.
  /// - Of `.` and `,` the last one written is the decimal separator when both occur; the other one
  ///   groups by three.
  /// - One `.` alone is the decimal separator; several group.
  /// - One `,` alone is the decimal separator, unless exactly three digits follow it and one to
  /// three
  ///   precede that do not begin with zero: `1,022` is one thousand and twenty-two, `0,125` and
  /// `1234,567` are
  ///   fractions; after grouping spaces it is always the decimal separator. Several group.
  package init?(parsing text: String) {
    self.init(parsing: text.utf8.span)
  }

  /// The same over UTF-8 bytes.
  package init?(parsing bytes: Span<UInt8>) {
    guard let shape = NumberShape(bytes) else { return nil }
    var magnitude: UInt128 = 0
    var scale = 0
    for index in shape.first..<bytes.count {
      let byte = bytes[index]
      if index == shape.decimal { scale = 0 }
      guard byte >= 0x30, byte <= 0x39 else { continue }
      let (tenfold, overflow) = magnitude.multipliedReportingOverflow(by: 10)
      let (sum, carry) = tenfold.addingReportingOverflow(UInt128(byte - 0x30))
      if overflow || carry { return nil }
      magnitude = sum
      scale += 1
    }
    if shape.decimal == nil { scale = 0 }
    guard scale <= ExactNumber.maximumScale, let coefficient = Int128(exactly: magnitude)
    else { return nil }
    self.init(coefficient: shape.isNegative ? -coefficient : coefficient, scale: UInt8(scale))
  }
}

/// Where the parts of a written number lie, once its separators were found to be in order.
private struct NumberShape {
  var isNegative = false
  /// The byte offset of the first digit or of the decimal separator.
  var first = 0
  /// The byte offset of the decimal separator.
  var decimal: Int?

  /// What a byte is in a number.
  private enum Mark { case space, point, comma }

  init?(_ bytes: Span<UInt8>) {
    var index = 0
    if let byte = bytes.isEmpty ? nil : bytes[0], byte == 0x2D || byte == 0x2B {
      isNegative = byte == 0x2D
      index = 1
    } else if bytes.count > 3, bytes[0] == 0xE2, bytes[1] == 0x88, bytes[2] == 0x92 {
      isNegative = true
      index = 3
    }
    first = index
    // Runs of digits, and the mark and byte offset in front of each run but the first.
    var runs = [0]
    var marks: [(mark: Mark, offset: Int)] = []
    while index < bytes.count {
      if bytes[index] >= 0x30, bytes[index] <= 0x39 {
        runs[runs.count - 1] += 1
        index += 1
        continue
      }
      guard let (mark, length) = NumberShape.mark(bytes, at: index) else { return nil }
      marks.append((mark, index))
      runs.append(0)
      index += length
    }
    let startsWithZero = first < bytes.count && bytes[first] == 0x30
    guard
      let decimalMark = NumberShape.decimalMark(
        runs: runs, marks: marks.map(\.mark), startsWithZero: startsWithZero)
    else { return nil }
    decimal = decimalMark < marks.count ? marks[decimalMark].offset : nil
  }

  /// The separator at a byte offset and its length in bytes.
  private static func mark(_ bytes: Span<UInt8>, at index: Int) -> (Mark, length: Int)? {
    switch bytes[index] {
    case 0x20, 0x5F: return (.space, 1)
    case 0x2E: return (.point, 1)
    case 0x2C: return (.comma, 1)
    case 0xC2 where index + 1 < bytes.count && bytes[index + 1] == 0xA0: return (.space, 2)
    case 0xE2 where index + 2 < bytes.count && bytes[index + 1] == 0x80:
      return bytes[index + 2] == 0xAF || bytes[index + 2] == 0x89 ? (.space, 3) : nil
    default: return nil
    }
  }

  /// The index of the decimal separator among the marks, their count when there is none, or nil
  /// when
  /// the marks make no number.
  private static func decimalMark(
    runs: [Int], marks: [Mark], startsWithZero: Bool
  ) -> Int? {
    guard runs.contains(where: { $0 > 0 }), runs[runs.count - 1] > 0 else { return nil }
    var decimal = marks.count
    if let last = marks.last, last != .space {
      let same = marks.count { $0 == last }
      let isGroup =
        last == .comma && marks.count == 1 && runs[1] == 3 && (1...3).contains(runs[0])
        && !startsWithZero
      if same == 1, !isGroup { decimal = marks.count - 1 }
    }
    let grouping = marks[..<decimal]
    guard let kind = grouping.first else {
      return runs[0] > 0 || decimal < marks.count ? decimal : nil
    }
    guard grouping.allSatisfy({ $0 == kind }), (1...3).contains(runs[0]) else { return nil }
    return runs[1...decimal].allSatisfy { $0 == 3 } ? decimal : nil
  }
}
