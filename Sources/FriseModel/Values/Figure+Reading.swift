import FriseBase

extension Figure {
  /// A number with its word and the ends they state as written (language, section 5.3). Nil for
  /// `between`, which needs two numbers, and for numbers too large to have ends.
  package init?(number: ExactNumber, word: FigureWord) {
    if word == .exact || word == .about {
      self.init(number: number, word: word, low: number, high: number)
      return
    }
    guard let quantum = Figure.quantum(of: number), let low = number.subtracting(quantum),
      let high = number.adding(quantum)
    else { return nil }
    switch word {
    case .over, .atLeast: self.init(number: number, word: word, low: number, high: high)
    case .nearly, .below, .atMost: self.init(number: number, word: word, low: low, high: number)
    case .exact, .about, .between: return nil
    }
  }

  /// A number between two others, both included; its plain number is the middle. Nil when the first
  /// is greater than the second.
  package init?(between low: ExactNumber, and high: ExactNumber) {
    guard low <= high,
      let middle = low.adding(high)?.multiplied(by: ExactNumber(coefficient: 5, scale: 1))
    else { return nil }
    self.init(number: middle, word: .between, low: low, high: high)
  }

  /// Reads a figure: a number as data files write it, alone or with a sign (`~140000`, `>200000`,
  /// `<850000`, `≥5`, `≤5`), two numbers (`140000..150000`, `between … and …`, «entre … et …»), or
  /// a number after one of the words of either tongue. Nil for any other text: it stays text.
  package init?(reading text: String) {
    self.init(reading: text.utf8.span)
  }

  /// The same over UTF-8 bytes.
  package init?(reading bytes: Span<UInt8>) {
    if let number = ExactNumber(parsing: bytes) {
      self.init(number: number, word: .exact)
      return
    }
    var folded: [UInt8] = []
    TextFold.fold(bytes, into: &folded)
    let text = folded[...].trimmingSpaces
    if let dots = text.firstRange(of: "..") {
      self.init(
        betweenReading: text[..<dots.lowerBound], and: text[dots.upperBound...])
    } else if let (word, rest) = FigureWord.leading(text) {
      if word == .between {
        guard let and = rest.firstRange(of: " and ") ?? rest.firstRange(of: " et ")
        else { return nil }
        self.init(betweenReading: rest[..<and.lowerBound], and: rest[and.upperBound...])
      } else {
        guard let number = ExactNumber(parsing: rest.trimmingSpaces.span) else { return nil }
        self.init(number: number, word: word)
      }
    } else {
      guard let number = ExactNumber(parsing: text.span) else { return nil }
      self.init(number: number, word: .exact)
    }
  }

  /// Reads both ends of a `between`.
  private init?(betweenReading low: ArraySlice<UInt8>, and high: ArraySlice<UInt8>) {
    guard let low = ExactNumber(parsing: low.trimmingSpaces.span),
      let high = ExactNumber(parsing: high.trimmingSpaces.span)
    else { return nil }
    self.init(between: low, and: high)
  }
}

extension FigureWord {
  /// The word a folded text begins with, and what follows it.
  fileprivate static func leading(
    _ text: ArraySlice<UInt8>
  ) -> (word: FigureWord, rest: ArraySlice<UInt8>)? {
    for (form, word) in signs where text.starts(with: form.utf8) {
      return (word, text.dropFirst(form.utf8.count))
    }
    for (form, word) in phrases where text.starts(with: form.utf8) {
      let rest = text.dropFirst(form.utf8.count)
      // A word ends where the number or a space begins: «overall 5» is no figure.
      if let next = rest.first, next == 0x20 || (0x30...0x39).contains(next) {
        return (word, rest)
      }
    }
    return nil
  }

  /// The word a data file names by itself: the name of machine formats (`at_least`), or a phrase of
  /// either tongue (`more than`, «près de»), compared by the fold. Nil for any other text.
  package init?(named text: String) {
    let name = TextFold.fold(text)
    let machine = FigureWord.allCases.first { $0.machineName == name }
    guard let word = machine ?? FigureWord.phrases.first(where: { $0.form == name })?.word
    else { return nil }
    self = word
  }
}

extension ArraySlice<UInt8> {
  /// Without the spaces at both ends.
  fileprivate var trimmingSpaces: ArraySlice<UInt8> {
    var rest = self
    while rest.first == 0x20 { rest.removeFirst() }
    while rest.last == 0x20 { rest.removeLast() }
    return rest
  }

  /// Where `text` first occurs.
  fileprivate func firstRange(of text: String) -> Range<Int>? {
    let needle = text.utf8
    guard count >= needle.count else { return nil }
    return (startIndex...(endIndex - needle.count)).first {
      self[$0...].starts(with: needle)
    }.map { $0..<($0 + needle.count) }
  }
}
