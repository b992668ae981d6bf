/// Reads the pieces of a typed date into EDTF text. Methods give nil, with the position where it
/// was, when their form does not come next.
struct DateReader {
  let tokens: [DateToken]
  let order: DateReading.NumericOrder
  var position = 0
  /// True once a word (`vers`, `entre`, `in`) says that a short number is a year.
  var expectsYear: Bool

  init(_ tokens: DateTokens, order: DateReading.NumericOrder, expectsYear: Bool) {
    self.expectsYear = expectsYear
    self.tokens = tokens.all
    self.order = order
  }

  var isAtEnd: Bool { position == tokens.count }
  var next: DateToken? { position < tokens.count ? tokens[position] : nil }

  /// The next word, or an empty one.
  var nextWord: String {
    if case .word(let word)? = next { word } else { "" }
  }

  mutating func eat(_ token: DateToken) -> Bool {
    guard next == token else { return false }
    position += 1
    return true
  }

  mutating func eat(_ words: Set<String>) -> Bool {
    guard words.contains(nextWord) else { return false }
    position += 1
    return true
  }

  mutating func eat(_ word: String) -> Bool { eat(.word(word)) }

  mutating func eatMark(_ mark: Unicode.Scalar) -> Bool { eat(.mark(UInt8(ascii: mark))) }

  /// What `read` gives, with the position taken back when it gives nil.
  mutating func attempt<Result>(_ read: (inout DateReader) -> Result?) -> Result? {
    let saved = self
    if let result = read(&self) { return result }
    self = saved
    return nil
  }

  // MARK: Whole texts

  /// The EDTF text that the whole means.
  mutating func readWhole() -> String? {
    let forms: [(inout DateReader) -> String?] = [
      { $0.readBetween() }, { $0.readLimit() }, { $0.readRange() }, { $0.readAlternative() },
      { $0.readLone() },
    ]
    for form in forms {
      let text = attempt { reader in
        form(&reader).flatMap { reader.isAtEnd ? $0 : nil }
      }
      if let text { return text }
    }
    return nil
  }

  private mutating func readLone() -> String? {
    guard let date = readDate(), !date.isBareNumber || expectsYear else { return nil }
    return date.text
  }

  /// «entre 1950 et 1960»: some time from the one to the other.
  private mutating func readBetween() -> String? {
    guard eat(DateWords.between) else { return nil }
    expectsYear = true
    guard var first = readDate(), eat(DateWords.and) || eat(.dash), var last = readDate() else {
      return nil
    }
    last.complete(fromStart: first)
    first.complete(from: last)
    return oneOf(first, last)
  }

  private func oneOf(_ first: TypedDate, _ last: TypedDate) -> String? {
    guard let from = first.text(asStart: true), let to = last.text(asStart: false) else {
      return nil
    }
    if EDTF.parse("[\(from)..\(to)]") != nil { return "[\(from)..\(to)]" }
    // Members of a set count the same units: days always do.
    guard let start = EDTF.parse(from), let end = EDTF.parse(to) else { return nil }
    let firstDay = CalendarDay(number: start.bounds.earliestStart).text
    return "[\(firstDay)..\(CalendarDay(number: end.bounds.latestEnd).text)]"
  }

  /// «1956 ou 1957».
  private mutating func readAlternative() -> String? {
    guard var first = readDate(), eat(DateWords.or), var last = readDate() else { return nil }
    last.complete(fromStart: first)
    first.complete(from: last)
    guard let one = first.text(asStart: true), let other = last.text(asStart: false) else {
      return nil
    }
    return "[\(one),\(other)]"
  }

  /// «avant 1956», `after 1956`, «depuis 1956», `until 1956`.
  private mutating func readLimit() -> String? {
    let word = nextWord
    guard DateWords.limits.contains(word) || (word == "a" && isNext(["a", "partir"])) else {
      return nil
    }
    position += word == "a" ? 2 : 1
    if DateWords.until.contains(word) || word == "a" { _ = eat(DateWords.articles) }
    if word == "jusqu" || word == "jusque" { _ = eat(DateWords.to) }
    expectsYear = true
    guard let date = readDate() else { return nil }
    switch word {
    case _ where DateWords.before.contains(word): return date.precedingText.map { "[..\($0)]" }
    case _ where DateWords.after.contains(word): return date.followingText.map { "[\($0)..]" }
    case _ where DateWords.until.contains(word): return date.text(asStart: false).map { "../\($0)" }
    case "by": return date.text(asStart: false).map { "[..\($0)]" }
    default: return date.text(asStart: true).map { "\($0)/.." }
    }
  }

  /// Whether these words come next.
  func isNext(_ words: [String]) -> Bool {
    position + words.count <= tokens.count
      && zip(tokens[position...], words).allSatisfy { $0 == .word($1) }
  }

  /// «de 1951 à 1956», `1951–1956`, `1951 - present`.
  private mutating func readRange() -> String? {
    let isAnnounced = eat(DateWords.from)
    if isAnnounced { expectsYear = true }
    guard var first = readDate() else { return nil }
    let isDash = eat(.dash) || eatMark("/")
    let isJoined = first.isOrdinal && eat(DateWords.and)
    guard isDash || isJoined || eat(DateWords.to) else { return nil }
    if isDash, isAtEnd, !first.isBareNumber { return first.text(asStart: true).map { "\($0)/.." } }
    if readPresent() { return first.text(asStart: true).map { "\($0)/.." } }
    guard var last = readDate() else { return nil }
    last.complete(fromStart: first)
    if case .number(let year, 4)? = next, last.year == nil || last.isBareNumber {
      // November 4–6, 1956
      position += 1
      complete(&last, with: first, year: year)
    }
    if first.season == 24, let year = first.year, last.season == nil, last.month == nil,
      last.year == year + 1
    {
      return first.text
    }
    if first.power == 1, last.power == 0, last.month == nil, let year = last.year, year % 10 == 0 {
      last.power = 1
    }
    first.complete(from: last)
    let isBare = first.isBareNumber || last.isBareNumber
    guard !isBare || expectsYear, let from = first.text(asStart: true),
      let to = last.text(asStart: false)
    else { return nil }
    return "\(from)/\(to)"
  }

  /// A last day without month or a last month without year, the year now known.
  private func complete(_ last: inout TypedDate, with first: TypedDate, year: Int64) {
    if last.month == nil, let day = last.year {
      last.day = day
      last.month = first.month
    }
    last.year = year
    last.yearDigits = 4
  }

  /// `present`, «aujourd'hui», «nos jours», and nothing after it.
  private mutating func readPresent() -> Bool {
    let found = attempt { reader -> Bool? in
      _ = reader.eat(["nos", "ce", "l"])
      guard reader.eat(DateWords.present) else { return nil }
      _ = reader.eat("hui")
      return reader.isAtEnd ? true : nil
    }
    return found ?? false
  }

  // MARK: Qualifiers

  /// A date with the words and marks that qualify it, before and after.
  mutating func readDate() -> TypedDate? {
    attempt { reader in
      var qualifier = reader.readQualifiers()
      while reader.eat(DateWords.articles) || reader.eat(DateWords.weekdays) {
        if ["en", "in", "an", "year", "annee"].contains(reader.previousWord) {
          reader.expectsYear = true
        }
      }
      qualifier = DateReader.joined(qualifier, reader.readQualifiers())
      guard var date = reader.readParts() else { return nil }
      date.qualifier = DateReader.joined(qualifier, reader.readQualifiers())
      return date
    }
  }

  private var previousWord: String {
    if position > 0, case .word(let word) = tokens[position - 1] { word } else { "" }
  }

  /// `vers`, `c.`, `?`, `~`, `(?)`, `(approx.)` in a row.
  private mutating func readQualifiers() -> DateQualifier {
    var qualifier = DateQualifier.none
    while let read = readQualifier() { qualifier = DateReader.joined(qualifier, read) }
    return qualifier
  }

  private mutating func readQualifier() -> DateQualifier? {
    attempt { reader in
      let isBracketed = reader.eatMark("(")
      var qualifier: DateQualifier?
      if reader.eatMark("?") {
        qualifier = .uncertain
      } else if reader.eatMark("~") {
        qualifier = .approximate
      } else if reader.eatMark("%") {
        qualifier = .both
      } else if reader.eatMaybe() {
        qualifier = .uncertain
      } else if reader.eat(DateWords.uncertain) {
        if reader.previousWord == "sans", !reader.eat("doute") { return nil }
        qualifier = .uncertain
        reader.expectsYear = true
      } else if !reader.isEra, reader.eat(DateWords.approximate) {
        qualifier = .approximate
        reader.expectsYear = true
      }
      if isBracketed, qualifier == nil || !reader.eatMark(")") { return nil }
      return qualifier
    }
  }

  /// «peut-être» with its hyphen.
  private mutating func eatMaybe() -> Bool {
    let found = attempt { reader -> Bool? in
      guard reader.eat("peut") else { return nil }
      _ = reader.eat(.dash)
      return reader.eat("etre") ? true : nil
    }
    guard found != nil else { return false }
    expectsYear = true
    return true
  }

  private static func joined(_ one: DateQualifier, _ other: DateQualifier) -> DateQualifier {
    if one == .none { return other }
    return other == .none || one == other ? one : .both
  }
}
