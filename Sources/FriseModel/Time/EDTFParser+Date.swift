extension EDTFParser {
  /// A year, month, day or season, with unspecified digits and qualifiers; no time of day.
  mutating func parseDate() -> EDTFPart? {
    let yearPrefix = parseQualifier()
    if next == UInt8(ascii: "Y") { return parseLetterYear(prefix: yearPrefix) }
    let isNegative = eat("-")
    guard let yearDigits = parsePattern(4) else { return nil }
    let year = YearPattern(isNegative: isNegative, digits: yearDigits)
    guard !year.isNegativeZero else { return nil }
    if next == UInt8(ascii: "S") {
      return year.hasUnspecified ? nil : parseSignificantYear(year, prefix: yearPrefix)
    }
    var marks = QualifierMarks(yearPrefix, unit: year.precision)
    marks.add(parseQualifier(), unit: year.precision)
    guard next == UInt8(ascii: "-") else {
      return DatePattern(year: year).part(marks: marks)
    }
    position += 1
    return parseMonth(of: year, marks: marks)
  }

  /// What follows `YYYY-`: a month, a month and a day, or a season.
  private mutating func parseMonth(of year: YearPattern, marks: QualifierMarks) -> EDTFPart? {
    var marks = marks
    let prefix = parseQualifier()
    guard let month = parsePattern(2) else { return nil }
    let suffix = parseQualifier()
    if let season = Season(month) {
      guard !year.hasUnspecified, next != UInt8(ascii: "-") else { return nil }
      marks.add(prefix, unit: season.precision)
      marks.add(suffix, unit: season.precision)
      return season.part(year: year.highest, marks: marks)
    }
    var pattern = DatePattern(year: year, month: month)
    marks.add(prefix, unit: pattern.precision)
    marks.add(suffix, unit: pattern.precision)
    if eat("-") {
      let dayPrefix = parseQualifier()
      guard let day = parsePattern(2) else { return nil }
      pattern.day = day
      marks.add(dayPrefix, unit: pattern.precision)
      marks.add(parseQualifier(), unit: pattern.precision)
    }
    return pattern.part(marks: marks)
  }

  /// `count` digits or capital X; an X is kept as 10.
  private mutating func parsePattern(_ count: Int) -> [UInt8]? {
    guard position + count <= bytes.count else { return nil }
    var digits: [UInt8] = []
    for byte in bytes[position..<position + count] {
      if byte.isDigit {
        digits.append(byte & 15)
      } else if byte == UInt8(ascii: "X") {
        digits.append(10)
      } else {
        return nil
      }
    }
    position += count
    return digits
  }

  // MARK: Years of more than four digits, exponents, significant digits

  /// `Y` and more than four digits, `E` and an exponent, `S` and a number of significant digits.
  private mutating func parseLetterYear(prefix: DateQualifier) -> EDTFPart? {
    position += 1
    let isNegative = eat("-")
    guard next != UInt8(ascii: "0") else { return nil }
    let start = position
    let digitCount = skipDigits()
    guard digitCount > 0 else { return nil }
    let digits = Array(bytes[start..<position])
    var exponent = 0
    if eat("E") {
      guard let read = parsePositive() else { return nil }
      exponent = read
    }
    // The letter is for years that exceed four digits, and for those only.
    guard digitCount + exponent > 4 else { return nil }
    let year = LongYear(isNegative: isNegative, digits: digits, exponent: exponent)
    return parseSignificance(of: year, prefix: prefix)
  }

  /// `1950S2`: a year of four digits of which some count.
  private mutating func parseSignificantYear(_ year: YearPattern, prefix: DateQualifier)
    -> EDTFPart?
  {
    let digits = year.digits.map { $0 + 48 }
    let long = LongYear(isNegative: year.isNegative, digits: digits, exponent: 0)
    return parseSignificance(of: long, prefix: prefix)
  }

  private mutating func parseSignificance(of year: LongYear, prefix: DateQualifier) -> EDTFPart? {
    var significant: Int?
    if eat("S") {
      guard let read = parsePositive(), read <= year.digits.count + year.exponent else {
        return nil
      }
      significant = read
    }
    let (range, precision) = year.range(significantDigits: significant)
    var marks = QualifierMarks(prefix, unit: precision)
    marks.add(parseQualifier(), unit: precision)
    return EDTFPart(
      first: CalendarDay.firstDay(ofYear: range.lowerBound),
      last: CalendarDay.lastDay(ofYear: range.upperBound),
      edge: marks.edge(precision: precision))
  }

  /// A whole number from 1 without leading zero, drawn back to a million.
  private mutating func parsePositive() -> Int? {
    guard next.isDigit, next != UInt8(ascii: "0") else { return nil }
    var value = 0
    while next.isDigit {
      value = min(value * 10 + Int(next & 15), 1_000_000)
      position += 1
    }
    return value
  }
}

/// The qualifiers met in one date: the one that moves it farthest counts.
struct QualifierMarks {
  private var loosest = DateEdge.day

  init(_ qualifier: DateQualifier, unit: DatePrecision) { add(qualifier, unit: unit) }

  /// Adds a qualifier that is about a part of the date of precision `unit`.
  mutating func add(_ qualifier: DateQualifier, unit: DatePrecision) {
    guard qualifier != .none else { return }
    loosest = loosest.looser(DateEdge(precision: unit, qualifier: qualifier))
  }

  /// Whether no qualifier was met.
  var isEmpty: Bool { loosest.qualifier == .none }

  /// The side of a date written to `precision` and so qualified.
  func edge(precision: DatePrecision) -> DateEdge {
    DateEdge(
      precision: precision, qualifier: loosest.qualifier,
      wideningUnit: isEmpty ? precision : loosest.wideningUnit)
  }
}

/// A year of any number of digits.
struct LongYear {
  let isNegative: Bool
  /// ASCII digits, the first not 0 unless there are four.
  let digits: [UInt8]
  let exponent: Int

  /// The years it may stand for and how finely that is. With S, the digits that do not count run
  /// from 0 to 9: 1950S2 is 1900...1999.
  func range(significantDigits: Int?) -> (ClosedRange<Int64>, DatePrecision) {
    let total = digits.count + exponent
    let loose = total - min(significantDigits ?? total, total)
    var low: Int64 = 0
    var high: Int64 = 0
    for place in 0..<min(total, 17) {
      let digit = place < digits.count ? Int64(digits[place] & 15) : 0
      let counts = place < total - loose
      low = low * 10 + (counts ? digit : 0)
      high = high * 10 + (counts ? digit : 9)
    }
    // Seventeen digits pass the horizon already: longer years are all taken for the same.
    low = min(low, CalendarDay.horizon)
    high = min(high, CalendarDay.horizon)
    let range = isNegative ? -high...(-low) : low...high
    return (range, DatePrecision.years(power: loose))
  }
}
