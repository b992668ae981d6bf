import FriseBase
import FriseLanguage
import FriseRender
import FriseSyntax

/// What Tab does to a text.
struct Completion: Sendable, Hashable {
  /// Bytes taken away before the cursor.
  var erasedBytes = 0
  /// What is put in their place, or nil where nothing can be added.
  var insertion: String?
  /// What may stand here; a second Tab lists it.
  var choices: [Choice] = []
  /// How much more may stand here.
  var leftOut = 0

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

  /// What is typed of a word, and what it may become.
  private struct Found {
    var typed = ""
    var choices: [Completion.Choice] = []
    /// How many more choices there are, and what all of them begin with.
    var leftOut = 0
    var leftOutBegin: String?
  }

  /// What Tab does at a byte offset of a text: the common beginning of what fits, whole with a
  /// space where there is but one.
  func complete(_ text: String, byteOffset: Int) -> Completion {
    let before = String(decoding: text.utf8.prefix(max(0, byteOffset)), as: UTF8.self)
    let found = choices(before, waits: true)
    let (typed, choices) = (found.typed, found.choices)
    guard let first = choices.first else { return Completion() }
    var common = choices.dropFirst().reduce(first.text) { Self.commonPrefix($0, $1.text) }
    if let begin = found.leftOutBegin { common = Self.commonPrefix(common, begin) }
    var completion = Completion(
      erasedBytes: typed.utf8.count, choices: choices, leftOut: found.leftOut)
    if choices.count == 1 {
      completion.insertion = first.text + (Self.wantsSpace(first.text) ? " " : "")
    } else if TextFold.fold(common).utf8.count > TextFold.fold(typed).utf8.count {
      completion.insertion = common
    }
    return completion
  }

  /// The rest of the first word that may stand at the end of a text and begins as typed there, once
  /// two letters of it are. Never waits for a column to be read.
  func hint(for text: String) -> String? {
    // Without two letters there is nothing to look for.
    guard text.reversed().prefix(while: { $0 != " " }).count(where: \.isLetter) >= 2 else {
      return nil
    }
    let found = choices(text, waits: false)
    let (typed, choices) = (found.typed, found.choices)
    guard typed.count(where: \.isLetter) >= 2 else { return nil }
    if choices.contains(where: { $0.text == typed }) { return nil }
    let best = choices.first { $0.text.hasPrefix(typed) }
    return best.map { String($0.text.dropFirst(typed.count)) }
  }

  /// A word is followed by a space; an open bracket, a folder and the end of a text are not.
  private static func wantsSpace(_ text: String) -> Bool {
    guard let last = text.last else { return false }
    return !["(", "/", " ", "\"", "»"].contains(last)
  }

  /// What is typed of the word at the end of a text, and what it may become.
  private func choices(_ before: String, waits: Bool) -> Found {
    let start = before.drop(while: \.isWhitespace)
    if start.hasPrefix(".") { return commandChoices(String(start)) }
    if let rest = HelpRequest.argument(of: String(start)), start.hasPrefix("?") || !rest.isEmpty {
      return argumentChoices(rest, among: topics)
    }
    let source = SourceText(name: "<prompt>", text: before)
    let found = engine.candidates(at: source.bytes.count, in: source, waits: waits)
    let typed = source.text(found.replaced)
    if found.wantsFile {
      return Found(
        typed: typed,
        choices: fileChoices(typed).map { choice in
          choice.text.hasSuffix("/") ? choice : Completion.Choice(choice.text + "\"")
        })
    }
    return Found(
      typed: typed, choices: found.items.map { Completion.Choice($0.text, note: $0.note) },
      leftOut: found.valuesLeftOut, leftOutBegin: found.valuesBegin)
  }

  // MARK: Commands

  /// A dot command, or the argument of one.
  private func commandChoices(_ before: String) -> Found {
    guard let blank = before.firstIndex(where: \.isWhitespace) else {
      let own = fitting(before, among: commands(in: tongue))
      return Found(
        typed: before,
        choices: own.isEmpty ? fitting(before, among: commands(in: tongue.other)) : own)
    }
    let rest = String(before[blank...].drop(while: \.isWhitespace))
    switch CommandEntry.named(String(before[..<blank]))?.command {
    case .run, .save: return Found(typed: rest, choices: fileChoices(rest))
    case .help: return argumentChoices(rest, among: topics)
    case .lesson: return argumentChoices(rest, among: LessonShelf.words(tongue))
    case .lang: return argumentChoices(rest, among: Tongue.allCases.map(\.tag))
    case .set: return settingChoices(rest)
    case .timer: return argumentChoices(rest, among: Setting.switches(tongue))
    case .last: return lastChoices(rest)
    default: return Found()
    }
  }

  private func commands(in tongue: Tongue) -> [Completion.Choice] {
    CommandEntry.all.map { Completion.Choice("." + $0.forms[tongue], note: $0.summary) }
  }

  /// The name of a setting, or a value of the one that is named.
  private func settingChoices(_ rest: String) -> Found {
    guard let blank = rest.firstIndex(where: \.isWhitespace) else {
      return argumentChoices(rest, among: Setting.all.map { $0.name[tongue] })
    }
    let setting = Setting.named(String(rest[..<blank]))
    return argumentChoices(String(rest[blank...]), among: setting?.choices(tongue) ?? [])
  }

  /// `as`, or the format after it.
  private func lastChoices(_ rest: String) -> Found {
    let word = Catalogue.form(.as, tongue)
    guard let blank = rest.firstIndex(where: \.isWhitespace) else {
      return argumentChoices(rest, among: [word])
    }
    let isAs = Catalogue.word(String(rest[..<blank]), as: .infix) == .as
    let formats = isAs ? OutputFormat.allCases.map { $0.name[tongue] } : []
    return argumentChoices(String(rest[blank...]), among: formats)
  }

  private func argumentChoices(
    _ rest: String, among names: [String]
  ) -> Found {
    argumentChoices(rest, among: names.map { Completion.Choice($0) })
  }

  private func argumentChoices(
    _ rest: String, among choices: [Completion.Choice]
  ) -> Found {
    let typed = String(rest.drop(while: \.isWhitespace))
    return Found(typed: typed, choices: fitting(typed, among: choices))
  }

  private var topics: [Completion.Choice] {
    HelpTopic.all.map { Completion.Choice($0.name[tongue], note: $0.title) }
      + Catalogue.entries.map { Completion.Choice($0.forms[tongue], note: $0.summary) }
      + commands(in: tongue)
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
  /// Rows of the screen that the list leaves to the text above it, the prompt below and a count.
  private static let rowsKept = 4

  /// One choice a line with its note when they fit the screen, else in columns; never wider than
  /// the screen, and cut with a count where it is higher.
  static func text(
    _ choices: [Completion.Choice], leftOut: Int = 0, columns: Int, rows: Int, tongue: Tongue
  ) -> String {
    let rowsMax = max(3, rows - rowsKept)
    let widest = choices.map { DisplayWidth.columns(of: $0.text) }.max() ?? 0
    let hasNotes = choices.contains { !$0.note[tongue].isEmpty }
    if hasNotes, leftOut == 0, choices.count <= rowsMax, columns >= widest + 16 {
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
    let left = choices.count - shown.count + leftOut
    if left > 0 {
      let more = Localized(en: "… and \(left) more", fr: "… et \(left) de plus")
      lines.append(DisplayWidth.truncate(more[tongue], to: max(1, columns - 1)))
    }
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
