import FriseBase
import FriseModel

/// Reads the numbers that people write: `850 000`, `850,000`, `850k`, `0,85 million`,
/// «près de 850 000», `1.2M`.
enum NumberText {
  private static let multipliers: [(word: String, factor: Int)] = [
    ("millions", 1_000_000), ("million", 1_000_000), ("milliards", 1_000_000_000),
    ("milliard", 1_000_000_000), ("billions", 1_000_000_000), ("billion", 1_000_000_000),
    ("thousand", 1000), ("mille", 1000), ("k", 1000), ("m", 1_000_000),
  ]

  /// The number that a text means, or nil.
  static func read(_ text: String) -> ExactNumber? {
    if let figure = Figure(reading: text) { return figure.number }
    var rest = TextFold.fold(text)
    var factor = 1
    for (word, value) in multipliers where rest.hasSuffix(word) {
      rest = String(rest.dropLast(word.count))
      factor = value
      break
    }
    let digits = rest.filter { !$0.isWhitespace && $0 != "_" && $0 != "'" }
    guard let number = decimal(digits) else { return nil }
    return number.multiplied(by: ExactNumber(factor))
  }

  /// The one number in a few words: «peut-être 900 000 personnes», `I think a million`. Nil where
  /// there are several numbers, or signs of a query.
  static func readInWords(_ text: String) -> ExactNumber? {
    var words: [String] = []
    for word in TextFold.fold(text).split(whereSeparator: \.isWhitespace).map(String.init) {
      let isGroup = word.count == 3 && word.allSatisfy(\.isNumber)
      if isGroup, let last = words.last, last.last?.isNumber == true {
        words[words.count - 1] = last + word
      } else {
        words.append(word == "un" || word == "one" || word == "a" ? "1" : word)
      }
    }
    let letters: Set<Character> = ["-", "'", ".", ",", "!", "?"]
    guard words.allSatisfy({ $0.allSatisfy { $0.isLetter || $0.isNumber || letters.contains($0) } })
    else { return nil }
    let places = words.indices.filter { words[$0].first?.isNumber == true }
    // «a» and «un» are articles where no «million» follows.
    let found = places.compactMap { place -> ExactNumber? in
      let next = place + 1 < words.count ? words[place + 1] : ""
      if let number = read(words[place] + next) { return number }
      return words[place] == "1" ? nil : read(words[place])
    }
    return found.count == 1 ? found[0] : nil
  }

  /// Reads digits with points and commas: several, or one before three digits at the end that does
  /// not follow a lone 0, part groups; another is the decimal separator.
  private static func decimal(_ text: String) -> ExactNumber? {
    let parts = text.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "." }
    let isGrouped =
      parts.count > 1 && parts.dropFirst().allSatisfy { $0.count == 3 } && parts[0] != "0"
    if isGrouped || parts.count == 1 { return ExactNumber(parsing: parts.joined()) }
    guard parts.count == 2 else { return nil }
    return ExactNumber(parsing: parts[0] + "." + parts[1])
  }
}
