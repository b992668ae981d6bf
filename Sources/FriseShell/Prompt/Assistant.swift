import FriseBase
import FriseLanguage
import FriseSyntax

/// What the prompt knows while a statement is typed: the session as it is, history, settings.
struct Assistant: Sendable {
  let engine: Engine
  /// Oldest first.
  let entries: [String]
  var showsHints = true
  var isColoured = true
  /// True while a text in the user's own words is asked: every line is whole, and no language.
  var takesAnyText = false
  /// True for what answers a question of a lesson, whole though the language would read on: «non».
  var isAnswer: @Sendable (_ text: String) -> Bool = { _ in false }
  /// The size of the screen.
  var columns = 80
  var rows = 24
  /// Reads a folder, for names of files.
  var files: @Sendable (_ folder: String) -> [String] = FileNames.list

  var tongue: Tongue { engine.tongue }

  /// The spaces a new line begins with when the text needs one; nil when Enter may run it.
  func indentation(after text: String) -> Int? {
    guard !takesAnyText, let indentation = Statements.indentationAfter(text), !isAnswer(text)
    else { return nil }
    return indentation
  }

  var completer: Completer { Completer(engine: engine, files: files) }

  /// The suggestion behind a line: the rest of the newest entry that begins so, else of a word that
  /// may stand here. Nothing before two letters, nor anywhere but at the end.
  func hint(for line: EditedLine) -> String {
    guard showsHints, isColoured, !takesAnyText, line.isCursorAtEnd, !line.text.hasPrefix(" ")
    else { return "" }
    guard line.text.count(where: { $0.isLetter || $0.isNumber }) >= 2 else { return "" }
    return historyHint(line.text) ?? completer.hint(for: line.text) ?? ""
  }

  /// The column whose values a Tab would ask for, where it is not read yet.
  func unreadColumn(for line: EditedLine) -> UnreadColumn? {
    guard !takesAnyText, !Self.isCommand(line) else { return nil }
    return engine.unreadColumn(
      at: line.cursor, in: SourceText(name: "<prompt>", text: line.text))
  }

  /// The rest of an entry, up to its first line end.
  private func historyHint(_ text: String) -> String? {
    guard let entry = entries.last(where: { $0.hasPrefix(text) && $0 != text }) else { return nil }
    let rest = entry.dropFirst(text.count).prefix { $0 != "\n" }
    return rest.isEmpty ? nil : String(rest)
  }

  /// The names in a line that nobody knows; the one being typed is not wrong yet.
  private func unknownNames(in line: EditedLine) -> [ByteSpan] {
    let source = SourceText(name: "<prompt>", text: line.text)
    return engine.unknownNames(in: source).filter { Int($0.end) != line.cursor }
  }

  /// The pieces of a line that are shown otherwise than plain: colours by the lexer and the parser,
  /// unknown names underlined.
  func spans(of line: EditedLine) -> [StyledSpan] {
    guard isColoured, !takesAnyText, !Self.isCommand(line) else { return [] }
    let unknown = unknownNames(in: line)
    return Highlighter.spans(of: SourceText(name: "<prompt>", text: line.text)).compactMap {
      span, kind in
      let isUnknown = unknown.contains { $0.start < span.end && span.start < $0.end }
      // A word being typed is not wrong yet.
      let isTyped = kind == .error && Int(span.end) == line.cursor
      let parts = [isTyped ? nil : kind.style, isUnknown ? "4" : nil].compactMap { $0 }
      return parts.isEmpty ? nil : StyledSpan(span, style: parts.joined(separator: ";"))
    }
  }

  private static func isCommand(_ line: EditedLine) -> Bool {
    let start = line.text.first { !$0.isWhitespace }
    return start == "." || start == "?"
  }
}

extension HighlightClass {
  /// The SGR parameters of the class, of the 16 base colours; nil for plain.
  fileprivate var style: String? {
    switch self {
    case .keyword, .verb: "34"
    case .function: "36"
    case .number, .date: "35"
    case .text: "32"
    case .comment: "2"
    case .error: "31"
    case .name, .operator, .bracket: nil
    }
  }
}
