import FriseBase

/// Reads answers that name items of a list: by number, by letter, or by their words.
enum ListAnswer {
  /// The letters that stand before partners: `a`, `b`…
  static func letter(_ index: Int) -> String {
    String(Character(Unicode.Scalar(UInt8(97 + index % 26))))
  }

  /// The option, from 0, that a text names: `2`, `2.`, its words or an unmistakable beginning of
  /// them; nil for anything else.
  static func option(_ text: String, among options: [LessonText]) -> Int? {
    let key = fold(text)
    let names = options.map { option in Tongue.allCases.map { fold(option[$0]) } }
    // An option may itself be a number, a year: its words come first.
    if let exact = names.firstIndex(where: { $0.contains(key) }) { return exact }
    if let number = Int(key) { return (1...options.count).contains(number) ? number - 1 : nil }
    guard key.count >= 2 else { return nil }
    let begun = names.indices.filter { index in
      names[index].contains {
        $0.hasPrefix(key) && !($0.dropFirst(key.count).first?.isLetter ?? false)
      }
    }
    return begun.count == 1 ? begun.first : nil
  }

  /// The options that a text names, parted by commas, «and», or spaces between numbers.
  static func options(_ text: String, among options: [LessonText]) -> Set<Int>? {
    if let one = option(text, among: options) { return [one] }
    let phrases = text.split { $0 == "," || $0 == ";" }.map(String.init)
    let words = (numbers(text) ?? []).map { "\($0)" }
    for parts in [phrases, words] where parts.count > 1 {
      let found = parts.map { option($0, among: options) }
      if !found.contains(nil) { return Set(found.compactMap { $0 }) }
    }
    return nil
  }

  /// Whole numbers parted by spaces, commas, hyphens or signs; digits that stand together are one
  /// number each when `areSingle`. Nil when anything else stands among them.
  static func numbers(_ text: String, areSingle: Bool = false) -> [Int]? {
    let separators: Set<Character> = [",", ";", "-", "–", ">", "<", "→", "&", "+"]
    let links: Set<String> = ["et", "and", "puis", "then"]
    let parts = fold(text).split { $0.isWhitespace || separators.contains($0) }
    let words: [String] = parts.map { String($0) }.filter { !links.contains($0) }
    if areSingle, words.count == 1, words[0].allSatisfy(\.isNumber) {
      return words[0].compactMap(\.wholeNumberValue)
    }
    let numbers = words.compactMap { Int($0) }
    return numbers.count == words.count ? numbers : nil
  }

  /// Pairs of a number and a letter: `1b 2a`, `1-b, 2=a`; or the letters alone, in the order of the
  /// numbers. Both from 0. Nil for anything else.
  static func pairs(_ text: String, count: Int) -> [Int: Int]? {
    let signs = fold(text).filter { $0.isLetter || $0.isNumber }
    var pairs: [Int: Int] = [:]
    var number: Int?
    var position = 0
    let isLetters = signs.allSatisfy(\.isLetter)
    guard isLetters ? signs.count == count : true else { return nil }
    for sign in signs {
      if let digit = sign.wholeNumberValue {
        guard number == nil else { return nil }
        number = digit - 1
        continue
      }
      let item = isLetters ? position : number
      guard let value = sign.asciiValue, let item, (97...122).contains(value) else { return nil }
      let partner = Int(value) - 97
      guard (0..<count).contains(item), partner < count, pairs[item] == nil else { return nil }
      pairs[item] = partner
      number = nil
      position += 1
    }
    return pairs.isEmpty || number != nil ? nil : pairs
  }

  /// The fold of an answer, without the mark at its end or a bracket around its number.
  private static func fold(_ text: String) -> String {
    var folded = TextFold.fold(text)
    while let last = folded.last, last.isWhitespace || ".):!?".contains(last) {
      folded.removeLast()
    }
    while let first = folded.first, first.isWhitespace || first == "(" { folded.removeFirst() }
    return folded
  }
}
