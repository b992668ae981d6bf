import FriseBase

extension Lexer {
  /// A number, or a date of the tight forms.
  mutating func number() {
    let start = index
    if tightDate() { return }
    var digits: [UInt8] = []
    wholePart(into: &digits)
    var scale = 0
    if let end = foreignGroupsEnd(from: start) {
      digits = bytes[start..<end].filter { isDigit($0) }
      let grouped = bytes[start..<end].split { !isDigit($0) }
        .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "_")
      index = end
      report(.digitGroups(ByteSpan(start, end), grouped: grouped))
    }
    if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
      index += 1
      let before = digits.count
      digitRun(into: &digits)
      scale = digits.count - before
    }
    let exponent = suffix()
    if startsName(at: index) {
      index = nameEnd(from: index)
      let typed = source.text(ByteSpan(start, index))
      report(.numberStuckToLetters(ByteSpan(start, index), typed: typed))
    }
    let typed = source.text(ByteSpan(start, index))
    guard let literal = Lexer.literal(typed, digits: digits, scale: scale, exponent: exponent)
    else {
      report(.numberTooLarge(ByteSpan(start, index)))
      return append(.invalid, from: start)
    }
    append(.number(literal), from: start)
  }

  /// The digits before the point: `100_000`, or groups of three parted by a no-break or thin space.
  private mutating func wholePart(into digits: inout [UInt8]) {
    let start = index
    digitRun(into: &digits)
    guard index - start <= 3, index - start == digits.count else { return }
    while let space = groupSpaceLength(at: index), isDigit(byte(space)), isDigit(byte(space + 1)),
      isDigit(byte(space + 2)), !isDigit(byte(space + 3))
    {
      index += space
      digitRun(into: &digits)
    }
  }

  /// Where digits end that are grouped by threes as elsewhere - `1 000`, `1'000`, `1.000.000` -
  /// after the whole part that began at `start`; nil where they are not.
  private func foreignGroupsEnd(from start: Int) -> Int? {
    guard index - start <= 3, bytes[start..<index].allSatisfy({ isDigit($0) }) else { return nil }
    let marks = [" ", "'", "’", "."]
    guard let mark = marks.first(where: { hasText($0, at: index) }) else { return nil }
    var end = index
    var groups = 0
    while hasText(mark, at: end) {
      let first = end + mark.utf8.count
      guard first + 2 < bytes.count, bytes[first...first + 2].allSatisfy({ isDigit($0) }) else {
        break
      }
      end = first + 3
      groups += 1
    }
    // One group after a point is a fraction; what goes on is a date, a name or a longer number.
    guard groups > (mark == "." ? 1 : 0), !continuesName(at: end),
      end >= bytes.count || !"-/~?%".utf8.contains(bytes[end])
    else { return nil }
    return end
  }

  /// Digits, with `_` between them.
  private mutating func digitRun(into digits: inout [UInt8]) {
    while true {
      if isDigit(byte()) {
        digits.append(byte())
        index += 1
      } else if byte() == UInt8(ascii: "_"), isDigit(byte(1)), !digits.isEmpty {
        index += 1
      } else {
        return
      }
    }
  }

  /// The bytes of a no-break, narrow no-break, thin or figure space at `position`.
  private func groupSpaceLength(at position: Int) -> Int? {
    if hasText("\u{A0}", at: position) { return 2 }
    let isThin =
      hasText("\u{202F}", at: position) || hasText("\u{2009}", at: position)
      || hasText("\u{2007}", at: position)
    return isThin ? 3 : nil
  }

  /// `k` or `M` stuck to the digits: the power of ten it stands for.
  private mutating func suffix() -> Int {
    let exponent = byte() == UInt8(ascii: "k") ? 3 : byte() == UInt8(ascii: "M") ? 6 : 0
    guard exponent > 0, !continuesName(at: index + 1) else { return 0 }
    index += 1
    return exponent
  }

  /// The literal `digits` × 10^(exponent − scale), or nil when it leaves 128 bits.
  private static func literal(
    _ typed: String, digits: [UInt8], scale: Int, exponent: Int
  ) -> NumberLiteral? {
    var coefficient: Int128 = 0
    func push(_ digit: UInt8) -> Bool {
      let (tens, overflow) = coefficient.multipliedReportingOverflow(by: 10)
      let (sum, carries) = tens.addingReportingOverflow(Int128(digit))
      coefficient = sum
      return !overflow && !carries
    }
    for digit in digits {
      guard push(digit - UInt8(ascii: "0")) else { return nil }
    }
    if exponent > scale {
      for _ in scale..<exponent {
        guard push(0) else { return nil }
      }
    }
    guard let left = UInt8(exactly: max(0, scale - exponent)) else { return nil }
    return NumberLiteral(text: typed, coefficient: coefficient, scale: left)
  }
}
