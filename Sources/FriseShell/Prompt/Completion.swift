import FriseBase
import FriseLanguage
import FriseSyntax

/// What Tab does to a text.
struct Completion: Sendable, Hashable {
  /// Bytes taken away before the cursor.
  var erasedBytes = 0
  /// What is put in their place, or nil where nothing can be added.
  var insertion: String?
  /// What may stand here; a second Tab lists it.
  var choices: [Choice] = []

  /// Something that may stand at the cursor.
  struct Choice: Sendable, Hashable {
    let text: String
    let note: Localized

    init(_ text: String, note: Localized = Localized(same: "")) {
      self.text = text
      self.note = note
    }
  }
}

/// Completes words of the language, names and values of the data, dot commands and their arguments,
/// names of files; accents and case aside.
struct Completer: Sendable {
  let engine: Engine
  /// Reads a folder: its names, folders with their `/`.
  let files: @Sendable (_ folder: String) -> [String]

  private var tongue: Tongue { engine.tongue }

  /// What Tab does at a byte offset of a text: the common beginning of what fits, whole with a
  /// space where there is but one.
  func complete(_ text: String, byteOffset: Int) -> Completion {
    let before = String(decoding: text.utf8.prefix(max(0, byteOffset)), as: UTF8.self)
    let (typed, choices) = choices(before)
    guard let first = choices.first else { return Completion() }
    let common = choices.dropFirst().reduce(first.text) { Self.commonPrefix($0, $1.text) }
    var completion = Completion(erasedBytes: typed.utf8.count, choices: choices)
    if choices.count == 1 {
      completion.insertion = first.text + (Self.wantsSpace(first.text) ? " " : "")
    } else if TextFold.fold(common).utf8.count > TextFold.fold(typed).utf8.count {
      completion.insertion = common
    }
    return completion
  }

  /// The rest of the first word that may stand at the end of a text and begins as typed there, once
  /// two letters of it are.
  func hint(for text: String) -> String? {
    let (typed, choices) = choices(text)
    guard typed.count(where: { $0.isLetter }) >= 2 else { return nil }
    if choices.contains(where: { $0.text == typed }) { return nil }
    let found = choices.first { $0.text.hasPrefix(typed) }
    return found.map { String($0.text.dropFirst(typed.count)) }
  }

  /// A word is followed by a space; an open bracket, a folder and the end of a text are not.
  private static func wantsSpace(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    return !["(", "/", " ", "\"", "»"].contains(last)
  }

  /// What is typed of the word at the end of a text, and what it may become.
  private func choices(_ before: String) -> (typed: String, [Completion.Choice]) {
    if before.hasPrefix(".") { return commandChoices(before) }
    if before.hasPrefix("?") {
      return argumentChoices(String(before.dropFirst()), among: topics)
    }
    let source = SourceText(name: "<prompt>", text: before)
    let found = engine.candidates(at: source.bytes.count, in: source)
    let typed = source.text(found.replaced)
    if found.wantsFile {
      return (
        typed,
        fileChoices(typed).map { choice in
          choice.text.hasSuffix("/") ? choice : Completion.Choice(choice.text + "\"")
        }
      )
    }
    return (typed, found.items.map { Completion.Choice($0.text, note: $0.note) })
  }

  // MARK: Commands

  /// A dot command, or the argument of one.
  private func commandChoices(_ before: String) -> (typed: String, [Completion.Choice]) {
    guard let blank = before.firstIndex(where: \.isWhitespace) else {
      let all = CommandEntry.all.map {
        Completion.Choice("." + $0.forms[tongue], note: $0.summary)
      }
      return (before, fitting(before, among: all))
    }
    let rest = String(before[blank...].drop(while: \.isWhitespace))
    switch CommandEntry.named(String(before[..<blank]))?.command {
    case .run, .save: return (rest, fileChoices(rest))
    case .help: return argumentChoices(rest, among: topics)
    case .lesson: return argumentChoices(rest, among: LessonShelf.words(tongue))
    case .lang: return argumentChoices(rest, among: Tongue.allCases.map(\.tag))
    case .set:
      return argumentChoices(
        rest, among: rest.contains(" ") ? [] : Setting.all.map { $0.name[tongue] })
    case .timer:
      return argumentChoices(rest, among: tongue == .english ? ["on", "off"] : ["oui", "non"])
    default: return ("", [])
    }
  }

  private func argumentChoices(
    _ rest: String, among names: [String]
  ) -> (typed: String, [Completion.Choice]) {
    let typed = String(rest.drop(while: \.isWhitespace))
    return (typed, fitting(typed, among: names.map { Completion.Choice($0) }))
  }

  private var topics: [String] {
    HelpTopic.all.map { $0.name[tongue] } + Catalogue.entries.map { $0.forms[tongue] }
      + CommandEntry.all.map { "." + $0.forms[tongue] }
  }

  /// The choices that begin with what was typed, each once.
  private func fitting(
    _ typed: String, among choices: [Completion.Choice]
  ) -> [Completion.Choice] {
    let key = TextFold.fold(typed)
    var seen: Set<String> = []
    return choices.filter { TextFold.fold($0.text).hasPrefix(key) && seen.insert($0.text).inserted }
  }

  // MARK: Files

  private func fileChoices(_ typed: String) -> [Completion.Choice] {
    let slash = typed.lastIndex(of: "/")
    let folder = slash.map { String(typed[...$0]) } ?? ""
    let start = String(typed.dropFirst(folder.count))
    return files(folder.isEmpty ? "." : folder).filter { name in
      name.hasPrefix(start) && (!name.hasPrefix(".") || start.hasPrefix("."))
    }.sorted().map { Completion.Choice(folder + $0) }
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
}

/// The list of a second Tab.
enum CompletionList {
  /// Lines shown at most.
  private static let rowsMax = 15

  /// One choice a line with its note when few enough, else in columns; never wider than the screen.
  static func text(_ choices: [Completion.Choice], columns: Int, tongue: Tongue) -> String {
    let widest = choices.map { DisplayWidth.columns(of: $0.text) }.max() ?? 0
    let hasNotes = choices.contains { !$0.note[tongue].isEmpty }
    if hasNotes, choices.count <= rowsMax, columns >= widest + 16 {
      return choices.map { choice in
        let text = padded(choice.text, to: widest + 2) + choice.note[tongue]
        return DisplayWidth.truncate(text, to: columns - 1).trimmedAtEnd
      }.joined(separator: "\n")
    }
    let cell = max(1, min(columns - 1, widest + 2))
    let perRow = max(1, (columns - 1) / cell)
    let shown = choices.prefix(perRow * rowsMax)
    var lines: [String] = []
    for start in stride(from: 0, to: shown.count, by: perRow) {
      let row = shown[start..<min(start + perRow, shown.count)]
      let texts = row.map { padded(DisplayWidth.truncate($0.text, to: cell), to: cell) }
      lines.append(texts.joined().trimmedAtEnd)
    }
    if shown.count < choices.count { lines.append("… \(choices.count - shown.count)") }
    return lines.joined(separator: "\n")
  }

  private static func padded(_ text: String, to columns: Int) -> String {
    text + String(repeating: " ", count: max(0, columns - DisplayWidth.columns(of: text)))
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
