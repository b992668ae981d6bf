import FriseBase

/// A key that the prompt gives a meaning.
enum PromptKey: Sendable, Hashable {
  case enter, line, tab, up, down, right, home, end, word, search, undo, edit
  case paste([UInt8])
  /// A key while a search takes them all.
  case grabbed(Unicode.Scalar)
  /// A combining mark.
  case mark(Unicode.Scalar)
}

/// What is to happen after a key, beyond the change of the line.
enum KeyAnswer: Sendable, Hashable {
  /// The line is as the handler left it.
  case shown
  /// Names to list below the line.
  case list(String)
  /// The line is done.
  case accept
  /// A key that did nothing.
  case refuse
}

/// What each key does to a line: no terminal, no libedit.
struct KeyHandler: Sendable {
  private let assistant: Assistant
  private var walk: HistoryWalk
  private var undoStack: UndoStack
  private(set) var search: HistorySearch?
  /// The suggestion that is shown, and the line it stands behind.
  private var suggestion = (hint: "", line: EditedLine())
  /// The line as a Tab left it that did not settle the word: the next Tab lists.
  private var tabbed: EditedLine?
  /// The line as a paste left it: nothing is suggested behind it.
  private var pasted: EditedLine?
  /// Ctrl-X Ctrl-E ended the reading.
  private(set) var wantsEditor = false

  init(assistant: Assistant, line: EditedLine, dropped: String?) {
    self.assistant = assistant
    walk = HistoryWalk(entries: assistant.entries, dropped: dropped)
    undoStack = UndoStack(line)
  }

  /// The suggestion to show behind a line, when the next key will be waited for.
  mutating func suggest(for line: EditedLine) -> String {
    let hint = pasted == line || search != nil ? "" : assistant.hint(for: line)
    suggestion = (hint, line)
    return hint
  }

  /// Takes note of the line as it is before a key, for undo.
  mutating func note(_ line: EditedLine) { undoStack.note(line) }

  /// The suggestion behind a line, if it was shown there.
  private func hint(behind line: EditedLine) -> String {
    suggestion.line == line ? suggestion.hint : ""
  }

  /// What the prompt says now.
  var prompt: String {
    guard let search else { return PlainEditor.prompt }
    let word = search.isFound ? Self.searching : Self.notFound
    return "\(word[assistant.tongue]): \(search.pattern)> "
  }

  private static let searching = Localized(en: "search", fr: "cherche")
  private static let notFound = Localized(en: "not found", fr: "introuvable")

  /// Does what a key does.
  mutating func press(_ key: PromptKey, on line: inout EditedLine) -> KeyAnswer {
    undoStack.note(line)
    let isRepeatedTab = tabbed == line && key == .tab
    tabbed = nil
    switch key {
    case .enter: return enter(&line)
    case .line: line.insert("\n" + indentation(after: line.before))
    case .tab: return tab(&line, isRepeated: isRepeatedTab)
    case .up, .down: return move(up: key == .up, &line)
    case .right: return right(&line)
    case .home: line.moveToLineStart()
    case .end: if line.isCursorAtEnd { return right(&line) } else { line.moveToLineEnd() }
    case .word: word(&line)
    case .search: search = HistorySearch(entries: assistant.entries, original: line)
    case .grabbed(let scalar): return searchKey(scalar, &line)
    case .paste(let bytes):
      line.insert(PastedText.text(of: bytes))
      pasted = line
    case .mark(let mark): line.insert(mark)
    case .undo:
      guard let state = undoStack.undo() else { return .refuse }
      line = state
    case .edit:
      wantsEditor = true
      return .accept
    }
    return .shown
  }

  private func indentation(after text: String) -> String {
    String(repeating: " ", count: min(20, Statements.indentationAfter(text) ?? 2))
  }

  private func enter(_ line: inout EditedLine) -> KeyAnswer {
    guard let indentation = assistant.indentation(after: line.text) else { return .accept }
    line.insert("\n" + String(repeating: " ", count: min(20, indentation)))
    return .shown
  }

  private mutating func tab(_ line: inout EditedLine, isRepeated: Bool) -> KeyAnswer {
    let completion = assistant.completer.complete(line.text, byteOffset: line.cursor)
    if let insertion = completion.insertion {
      line.replace(bytesBeforeCursor: completion.erasedBytes, with: insertion)
    }
    if completion.choices.count != 1 { tabbed = line }
    if completion.insertion != nil { return .shown }
    guard isRepeated, !completion.choices.isEmpty else { return .refuse }
    return .list(
      CompletionList.text(
        completion.choices, leftOut: completion.leftOut, columns: assistant.columns,
        rows: assistant.rows, tongue: assistant.tongue))
  }

  private mutating func move(up: Bool, _ line: inout EditedLine) -> KeyAnswer {
    if line.moveLine(up: up) { return .shown }
    guard let found = walk.step(up: up, from: line) else { return .refuse }
    line = found
    return .shown
  }

  private func right(_ line: inout EditedLine) -> KeyAnswer {
    if line.moveRight() { return .shown }
    let hint = hint(behind: line)
    guard !hint.isEmpty else { return .refuse }
    line.insert(hint)
    return .shown
  }

  private func word(_ line: inout EditedLine) {
    let hint = hint(behind: line)
    if line.isCursorAtEnd, !hint.isEmpty {
      line.insert(EditedLine.firstWord(of: hint))
    } else {
      line.moveWordRight()
    }
  }

  // MARK: Search

  /// A key while searching. Letters change the pattern, Ctrl-R goes on, Ctrl-G and Escape give up,
  /// Enter runs, and any other key keeps what was found.
  private mutating func searchKey(
    _ scalar: Unicode.Scalar, _ line: inout EditedLine
  ) -> KeyAnswer {
    guard var active = search else { return .refuse }
    var found: EditedLine?
    switch scalar.value {
    case 0x12: found = active.older()
    case 0x08, 0x7F: found = active.change()
    case 0x07, 0x1B:
      line = active.original
      search = nil
      return .shown
    case 0x0A, 0x0D:
      search = nil
      return enter(&line)
    case 0x20..<0x7F, 0xA0...: found = active.change(adding: Character(scalar))
    default:
      search = nil
      return .shown
    }
    search = active
    if let found { line = found }
    return found == nil && active.isFound ? .refuse : .shown
  }
}

extension EditedLine {
  /// Puts a combining mark on the character before the cursor, as one code point where there is
  /// one.
  mutating func insert(_ mark: Unicode.Scalar) {
    guard let base = before.unicodeScalars.last,
      let composed = CanonicalComposition.composed(base, mark)
    else { return insert(String(mark)) }
    replace(bytesBeforeCursor: UTF8.width(base), with: String(composed))
  }
}
