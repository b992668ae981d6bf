extension DateReader {
  /// The parts of one date, unqualified.
  mutating func readParts() -> TypedDate? {
    let forms: [(inout DateReader) -> TypedDate?] = [
      { $0.readDecade() }, { $0.readNumeric() }, { $0.readDayMonth() }, { $0.readMonthDay() },
      { $0.readSeason() }, { $0.readPartOfYear() }, { $0.readCentury() }, { $0.readYear() },
    ]
    for form in forms {
      if let date = attempt(form) { return date }
    }
    return nil
  }

  /// A number with at most `digits` digits.
  private mutating func readNumber(digits: Int) -> Int64? {
    guard case .number(let value, let count)? = next, count <= digits else { return nil }
    position += 1
    return value
  }

  // MARK: Years and eras

  /// A year: four digits, or fewer or more with an era or a word that says it is one.
  private mutating func readYear() -> TypedDate? {
    let isCommon = eat("ad")
    guard case .number(let year, let digits)? = next else { return nil }
    position += 1
    var date = TypedDate(year: year, yearDigits: digits)
    date.isBefore = isCommon ? false : readEra()
    if date.isBefore != nil { date.yearDigits = max(digits, 4) }
    // There is no year 0 in any era; `00` may end a range: 1999-00.
    guard year > 0 || digits == 2 || digits == 4 else { return nil }
    return digits <= 4 || date.isBefore != nil ? date : nil
  }

  /// The year that ends a date of parts, put into it; false when there is none.
  private mutating func readYear(into date: inout TypedDate, least digits: Int) -> Bool {
    _ = eat(DateWords.articles)
    guard case .number(_, let count)? = next, count <= 4, let year = readYear(),
      count >= digits || year.isBefore != nil
    else { return false }
    date.year = year.year
    date.yearDigits = 4
    date.isBefore = year.isBefore
    return true
  }

  /// «av. J.-C.», `BC`, `AD`…: true before the year 1, false after it, nil when no era comes.
  private mutating func readEra() -> Bool? {
    for (words, isBefore) in DateWords.eras {
      let length = attempt { reader -> Int? in
        for word in words {
          if word != words.first { _ = reader.eat(.dash) }
          guard reader.eat(word) else { return nil }
        }
        return words.count
      }
      if length != nil { return isBefore }
    }
    return nil
  }

  /// Whether an era comes next.
  var isEra: Bool {
    var copy = self
    return copy.readEra() != nil
  }

  /// «années 1950», `1950s`.
  private mutating func readDecade() -> TypedDate? {
    let isNamed = eat(["annees", "decennie", "decade"])
    if isNamed { _ = eat(DateWords.articles) }
    guard case .number(let year, let digits)? = next, digits == 4 || year < 100, year % 10 == 0
    else { return nil }
    position += 1
    guard isNamed || eat("s") else { return nil }
    let isBefore = readEra()
    // A decade of two digits could be of any century, unless an era says the first.
    guard digits == 4 || isBefore != nil else { return nil }
    return TypedDate(year: year, yearDigits: 4, power: 1, isBefore: isBefore)
  }

  /// «XXe siècle», `20th century`, «IIe millénaire av. J.-C.»; in a range also the number alone.
  private mutating func readCentury() -> TypedDate? {
    guard let number = readOrdinal() else { return nil }
    var date = TypedDate(year: number, yearDigits: 4)
    if eat(["siecle", "siecles", "century", "centuries", "s", "c", "cent"]) {
      date.power = 2
    } else if eat(["millenaire", "millenaires", "millennium", "millennia"]) {
      date.power = 3
    } else {
      date.isOrdinal = true
    }
    date.isBefore = readEra()
    return date
  }

  /// `20th`, `XXe`, `XX`.
  private mutating func readOrdinal() -> Int64? {
    if let number = readNumber(digits: 2) {
      return number > 0 && eat(DateWords.ordinals) ? number : nil
    }
    let word = nextWord
    for suffix in ["ieme", "eme", "ere", "er", "re", "e", ""] where word.hasSuffix(suffix) {
      if let number = DateWords.romanNumber(word.dropLast(suffix.utf8.count)) {
        position += 1
        return number
      }
    }
    return nil
  }

  // MARK: Parts of a year

  /// «été 1956», `winter of 1956`.
  private mutating func readSeason() -> TypedDate? {
    guard let season = DateWords.seasons[nextWord] else { return nil }
    position += 1
    var date = TypedDate(season: season)
    return readYear(into: &date, least: 3) ? date : nil
  }

  /// `Q1 1956`, «T1 1956», «1er trimestre 1956», `1st quarter 1956`, «2e semestre 1956».
  private mutating func readPartOfYear() -> TypedDate? {
    var date = TypedDate()
    if eat(["q", "t"]) {
      guard let number = readNumber(digits: 1), (1...4).contains(number) else { return nil }
      date.season = 32 + number
    } else if let number = readOrdinal() {
      if eat(["trimestre", "quarter"]) {
        guard number <= 4 else { return nil }
        date.season = 32 + number
      } else {
        guard eat(["semestre", "half"]), number <= 2 else { return nil }
        date.season = 39 + number
      }
    }
    return date.season != nil && readYear(into: &date, least: 3) ? date : nil
  }

  /// `4/11/1956`, `4.11.1956`, `4-11-1956`, `1956/11/4`, `11/1956`.
  private mutating func readNumeric() -> TypedDate? {
    guard case .number(let first, let firstDigits)? = next else { return nil }
    position += 1
    guard let separator = next, separator.isSeparator, position + 1 < tokens.count,
      case .number(let second, let secondDigits) = tokens[position + 1], secondDigits <= 4
    else { return nil }
    position += 2
    guard let other = next, other == separator, position + 1 < tokens.count,
      case .number(let third, let thirdDigits) = tokens[position + 1]
    else {
      guard separator != .dash, firstDigits <= 2, secondDigits == 4, (1...12).contains(first)
      else { return nil }
      return TypedDate(year: second, yearDigits: 4, month: first)
    }
    position += 2
    if firstDigits == 4, secondDigits <= 2, thirdDigits <= 2 {
      return numericDate(year: first, month: second, day: third)
    }
    guard firstDigits <= 2, secondDigits <= 2, thirdDigits == 4 else { return nil }
    let isDayFirst = first > 12 || (order == .dayFirst && second <= 12)
    return isDayFirst
      ? numericDate(year: third, month: second, day: first)
      : numericDate(year: third, month: first, day: second)
  }

  private func numericDate(year: Int64, month: Int64, day: Int64) -> TypedDate? {
    guard (1...12).contains(month), (1...31).contains(day) else { return nil }
    return TypedDate(year: year, yearDigits: 4, month: month, day: day)
  }

  /// `4 November 1956`, «1er mai 1956», in a range also «4 novembre».
  private mutating func readDayMonth() -> TypedDate? {
    guard let day = readNumber(digits: 2), (1...31).contains(day) else { return nil }
    _ = eat(DateWords.ordinals)
    _ = eat(["of", "de"])
    guard let month = DateWords.months[nextWord] else { return nil }
    position += 1
    var date = TypedDate(month: month, day: day)
    _ = attempt { $0.readYear(into: &date, least: 3) ? true : nil }
    return date
  }

  /// `November 1956`, `November 4, 1956`, in a range also `November` and `November 4`.
  private mutating func readMonthDay() -> TypedDate? {
    guard let month = DateWords.months[nextWord] else { return nil }
    position += 1
    var date = TypedDate(month: month)
    if attempt({ $0.readYear(into: &date, least: 3) ? true : nil }) != nil { return date }
    if let day = attempt({ $0.readNumber(digits: 2) }), (1...31).contains(day) {
      _ = eat(DateWords.ordinals)
      date.day = day
      _ = attempt { $0.readYear(into: &date, least: 3) ? true : nil }
    }
    return date
  }
}
