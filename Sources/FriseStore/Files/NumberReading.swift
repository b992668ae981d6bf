import FriseBase
import FriseModel

/// Reads the numbers of a column.
enum NumberReading {
  /// Plain integers and decimals of at most 18 digits, `-12.5`, straight into storage; nil when
  /// some cell is anything else, a number with a leading zero too.
  static func plain(_ column: CellColumn, of table: CellTable) -> NumberColumn? {
    let span = table.bytes.span
    var scale = 0
    var isAnyStated = false
    for row in 0..<table.rowCount {
      let cell = column.trimmed(row, in: span)
      if cell.isEmpty { continue }
      guard let found = plainScale(span, cell) else { return nil }
      scale = max(scale, found)
      isAnyStated = true
    }
    guard isAnyStated else { return nil }
    var values: [Int64] = []
    values.reserveCapacity(table.rowCount)
    var isSorted = true
    var previous = Int64.min
    for row in 0..<table.rowCount {
      let cell = column.trimmed(row, in: span)
      if cell.isEmpty {
        values.append(NumberColumn.none)
        isSorted = false
        continue
      }
      guard let value = coefficient(span, cell, scale: scale) else { return nil }
      isSorted = isSorted && value >= previous
      previous = value
      values.append(value)
    }
    return NumberColumn(values: values, scale: UInt8(clamping: scale), isSorted: isSorted)
  }

  /// How many digits follow the point; nil when this is no plain number.
  private static func plainScale(_ bytes: Span<UInt8>, _ cell: Range<Int>) -> Int? {
    var index = cell.lowerBound
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let start = index
    while index < cell.upperBound, bytes[index] &- 48 < 10 { index += 1 }
    let whole = index - start
    guard whole > 0, whole == 1 || bytes[start] != UInt8(ascii: "0") else { return nil }
    guard index < cell.upperBound else { return whole <= 18 ? 0 : nil }
    guard bytes[index] == UInt8(ascii: ".") else { return nil }
    index += 1
    let fraction = cell.upperBound - index
    while index < cell.upperBound, bytes[index] &- 48 < 10 { index += 1 }
    return index == cell.upperBound && fraction > 0 && whole + fraction <= 18 ? fraction : nil
  }

  /// The digits of a plain number at a scale; nil when they do not fit.
  private static func coefficient(
    _ bytes: Span<UInt8>, _ cell: Range<Int>, scale: Int
  ) -> Int64? {
    var value: Int64 = 0
    var fraction: Int?
    let isNegative = bytes[cell.lowerBound] == UInt8(ascii: "-")
    for index in (isNegative ? cell.lowerBound + 1 : cell.lowerBound)..<cell.upperBound {
      if bytes[index] == UInt8(ascii: ".") {
        fraction = 0
      } else {
        // At most 18 digits: this fits.
        value = value &* 10 &+ Int64(bytes[index] & 15)
        if let count = fraction { fraction = count + 1 }
      }
    }
    for _ in (fraction ?? 0)..<scale {
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      if overflow { return nil }
      value = product
    }
    return isNegative ? -value : value
  }

  /// True for a text that is no number however its column writes them, with a sign beside it too.
  static func isNever(_ text: Span<UInt8>) -> Bool {
    var bare = text
    if let (_, rest) = AmountSign.taken(from: text), !rest.isEmpty { bare = text.extracting(rest) }
    var comma = Marks()
    comma.hasDecimalComma = true
    var point = Marks()
    point.hasGroupingPoint = true
    var both = comma
    both.hasGroupingPoint = true
    return [Marks(), comma, point, both].allSatisfy { ColumnInference.number(bare, $0) == nil }
  }

  /// True for a number whose first digit is a zero before another: a code, not a quantity.
  static func hasLeadingZero(_ text: Span<UInt8>) -> Bool {
    var index = 0
    if !text.isEmpty, text[0] == UInt8(ascii: "-") || text[0] == UInt8(ascii: "+") { index = 1 }
    return index + 1 < text.count && text[index] == UInt8(ascii: "0")
      && text[index + 1] &- 48 < 10
  }

  /// What a lone sign between digits, with three digits after it, is in a column.
  struct Marks: Sendable {
    /// Some cell shows that the comma is the decimal separator (`2,5`), or that it groups
    /// (`1,234,567`); so for the point.
    var hasDecimalComma = false
    var hasGroupingComma = false
    var hasGroupingPoint = false
    /// Some cell could be either: `1,022`.
    var ambiguousText: String?

    /// Nothing is known of the column.
    init() {}

    init(_ cells: DistinctCells) {
      var marks = (decimalComma: false, groupingComma: false, groupingPoint: false)
      var ambiguous: String?
      cells.forEach { _, text in
        guard text.count < 40, text[0] &- 48 < 10 || text[0] == UInt8(ascii: "-") else {
          return true
        }
        let commas = text.count(of: UInt8(ascii: ","))
        let points = text.count(of: UInt8(ascii: "."))
        if commas > 1 || (commas == 1 && points == 1 && text.lastIsPoint) {
          marks.groupingComma = true
        } else if points > 1 || (commas == 1 && points == 1) {
          marks.groupingPoint = true
        } else if commas == 1, points == 0 {
          if text.isGroupOfThree(UInt8(ascii: ",")) {
            ambiguous = ambiguous ?? text.string
          } else {
            marks.decimalComma = true
          }
        }
        return true
      }
      hasDecimalComma = marks.decimalComma
      hasGroupingComma = marks.groupingComma
      hasGroupingPoint = marks.groupingPoint
      ambiguousText = ambiguous
    }

    /// True when the column contradicts itself.
    var isContradictory: Bool { hasDecimalComma && hasGroupingComma }

    /// Reads one number the way the whole column writes them.
    func number(_ text: Span<UInt8>) -> ExactNumber? {
      guard hasDecimalComma || hasGroupingPoint else { return ExactNumber(parsing: text) }
      var bytes: [UInt8] = []
      for index in 0..<text.count {
        switch text[index] {
        case UInt8(ascii: ","): bytes.append(UInt8(ascii: hasDecimalComma ? "." : ","))
        case UInt8(ascii: ".") where hasGroupingPoint:
          guard index + 3 < text.count else { return nil }
        default: bytes.append(text[index])
        }
      }
      return ExactNumber(parsing: bytes.span)
    }
  }
}

extension Span<UInt8> {
  /// How often a byte occurs.
  func count(of byte: UInt8) -> Int {
    var count = 0
    for index in 0..<self.count where self[index] == byte { count += 1 }
    return count
  }

  /// The bytes as a text.
  var string: String {
    var bytes: [UInt8] = []
    for index in 0..<count { bytes.append(self[index]) }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the last comma or point is a point.
  fileprivate var lastIsPoint: Bool {
    for index in (0..<count).reversed() {
      if self[index] == UInt8(ascii: ".") { return true }
      if self[index] == UInt8(ascii: ",") { return false }
    }
    return false
  }

  /// Whether one to three digits, not beginning with zero, stand before the sign and three after.
  fileprivate func isGroupOfThree(_ sign: UInt8) -> Bool {
    guard count >= 5, self[count - 4] == sign else { return false }
    let start = self[0] == UInt8(ascii: "-") ? 1 : 0
    return count - 4 - start >= 1 && count - 4 - start <= 3 && self[start] != UInt8(ascii: "0")
  }
}
