import FriseBase
import FriseModel
import FriseSyntax

/// What Tab does to a text.
struct Completion: Sendable, Hashable {
  /// Code points taken away before the cursor.
  var erasedScalars = 0
  /// What is put in their place, or nil for nothing.
  var insertion: String?
  /// Names shown below the line, or nil.
  var listing: String?
}

/// Completes words of the language, tables, columns and dot commands; accents and case aside.
struct Completer {
  let tongue: Tongue
  let tables: [TableSchema]
  /// Names of dot commands, with their dot.
  let commands: [String]
  let widthColumns: Int

  /// What Tab does at a byte offset of a text: first the common beginning of what fits, a list
  /// when there is nothing to add.
  func complete(_ text: String, byteOffset: Int) -> Completion {
    let before = String(decoding: Array(text.utf8).prefix(byteOffset), as: UTF8.self)
    let typed = String(before.reversed().prefix(while: Self.isWordCharacter).reversed())
    guard !typed.isEmpty else { return Completion() }
    let isCommand = typed.hasPrefix(".") && typed.count == before.count
    let names = fitting(typed, among: isCommand ? commands : words)
    guard let first = names.first else { return Completion() }
    let common = names.dropFirst().reduce(first) { Self.commonPrefix($0, $1) }
    if names.count == 1 {
      return Completion(erasedScalars: typed.unicodeScalars.count, insertion: first + " ")
    }
    if TextFold.fold(common).utf8.count > TextFold.fold(typed).utf8.count {
      return Completion(erasedScalars: typed.unicodeScalars.count, insertion: common)
    }
    return Completion(listing: listing(names))
  }

  private static func isWordCharacter(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  /// The names that begin with what was typed, sorted, each once.
  private func fitting(_ typed: String, among names: [String]) -> [String] {
    let key = TextFold.fold(typed)
    return Set(names.filter { TextFold.fold($0).hasPrefix(key) }).sorted()
  }

  private var words: [String] {
    Catalogue.entries.map { $0.forms[tongue] }
      + tables.map { $0.name[tongue] }
      + tables.flatMap { table in
        table.columns.filter { !$0.traits.contains(.hidden) }.map { $0.name[tongue] }
      }
  }

  private static func commonPrefix(_ first: String, _ second: String) -> String {
    var end = first.startIndex
    var other = second.startIndex
    while end < first.endIndex, other < second.endIndex,
      TextFold.fold(String(first[end])) == TextFold.fold(String(second[other]))
    {
      end = first.index(after: end)
      other = second.index(after: other)
    }
    return String(first[..<end])
  }

  /// The names in columns that fit the width, at most 15 rows of them, with a count of the rest.
  private func listing(_ names: [String]) -> String {
    let cell = min(widthColumns, (names.map { DisplayWidth.columns(of: $0) }.max() ?? 0) + 2)
    let perRow = max(1, widthColumns / max(1, cell))
    let rowsMax = 15
    let shown = names.prefix(perRow * rowsMax)
    var lines: [String] = []
    for start in stride(from: 0, to: shown.count, by: perRow) {
      let row = shown[start..<min(start + perRow, shown.count)].map { name in
        let fitted = DisplayWidth.truncate(name, to: cell)
        return fitted + String(repeating: " ", count: cell - DisplayWidth.columns(of: fitted))
      }
      lines.append(row.joined().trimmedAtEnd)
    }
    if shown.count < names.count { lines.append("… \(names.count - shown.count)") }
    return lines.joined(separator: "\n")
  }
}

extension String {
  /// Without the spaces and line ends at its end.
  var trimmedAtEnd: String {
    var end = endIndex
    while end > startIndex, self[index(before: end)].isWhitespace { end = index(before: end) }
    return String(self[..<end])
  }

  /// Without the spaces and line ends around it.
  var trimmed: String { String(trimmedAtEnd.drop { $0.isWhitespace }) }
}
