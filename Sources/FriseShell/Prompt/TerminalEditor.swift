import CEditShim
import CTerminalShim
import FriseBase
import FriseLanguage
import FriseModel
import Glibc

/// Reads statements by libedit, behind its shim: hands each key and each moment before one to an
/// `EditingTurn`, and carries out what it answers.
@safe final class TerminalEditor: LineEditor {
  private var editor: OpaquePointer?
  private var turn: EditingTurn?
  /// The text that Ctrl-C dropped, which Up brings back once.
  private var dropped: String?
  /// The columns that are read, or were.
  private var beganToRead: Set<UnreadColumn> = []

  /// Opens the editor with the text of the user's editrc, or gives nil when libedit is absent or
  /// turned off there.
  init?(editrc: String) {
    _ = frise_set_locale()
    unsafe frise_keys_leave(EditorInitFile.boundSequences(editrc).map { $0 + "\0" }.joined())
    let owner = unsafe frise_editor_owner(
      context: Unmanaged.passUnretained(self).toOpaque(),
      is_stopped: { Signals.isStopped ? 1 : 0 },
      will_wait: { context in
        // More keys wait already: the next one will be painted.
        guard frise_keys_have_input() == 0 else { return }
        unsafe TerminalEditor.of(context)?.redrawWhereWanted()
        unsafe TerminalEditor.at(context) { $0.willWait($1, screen: $2) }
      },
      will_idle: { context in
        unsafe TerminalEditor.at(context) { $0.willIdle($1, screen: $2) }
        unsafe TerminalEditor.of(context)?.readAhead()
      },
      did_wait: { unsafe TerminalEditor.at($0) { turn, _, _ in turn.didWait() } },
      will_stop: { unsafe TerminalEditor.at($0) { $0.willStop($1, columns: $2.columns) } },
      will_redraw: { unsafe TerminalEditor.at($0) { $0.willRedraw($1, columns: $2.columns) } },
      press: { unsafe TerminalEditor.of($0)?.press($1) ?? FRISE_ANSWER_REFUSE })
    unsafe editor = frise_editor_open(PlainEditor.prompt, editrc, owner)
    if unsafe editor == nil { return nil }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> TerminalEditor? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<TerminalEditor>.fromOpaque(context).takeUnretainedValue()
  }

  /// Writes on the screen what a turn says of the line.
  private static func at(
    _ context: UnsafeMutableRawPointer?,
    _ body: (inout EditingTurn, EditedLine, EditingTurn.Screen) -> [UInt8]
  ) {
    guard let editor = unsafe of(context), var turn = editor.turn else { return }
    write(body(&turn, editor.line, Terminal.size(STDOUT_FILENO)))
    editor.turn = turn
  }

  /// Begins to read the column whose values may be completed next, so that the first Tab need not.
  private func readAhead() {
    guard let assistant = turn?.assistant, let column = assistant.unreadColumn(for: line),
      beganToRead.insert(column).inserted
    else { return }
    Workers.detach { assistant.engine.read(column) }
  }

  /// Lets libedit draw the line anew where it lost count of the rows.
  private func redrawWhereWanted() {
    guard let editor = unsafe editor, var turn else { return }
    let isWanted = turn.wantsRedraw(line, screen: Terminal.size(STDOUT_FILENO))
    self.turn = turn
    guard isWanted else { return }
    Self.write(EditingTurn.clearing)
    unsafe frise_editor_redraw(editor)
  }

  private static func write(_ bytes: [UInt8]) {
    try? OutputStream.writeAll(bytes[...], to: STDOUT_FILENO)
  }

  func read(with assistant: Assistant, draft: String) -> LineReading {
    guard let editor = unsafe editor else { return .end }
    turn = EditingTurn(assistant: assistant, draft: draft, dropped: dropped)
    dropped = nil
    var reading = FRISE_READ_END
    let result = unsafe frise_editor_read(editor, draft, &reading)
    let text = unsafe result.map { unsafe String(cString: $0) } ?? ""
    // A signal may have ended a search.
    frise_keys_grab(0)
    unsafe frise_editor_set_prompt(editor, PlainEditor.prompt)
    switch reading {
    case FRISE_READ_STOPPED:
      if !text.trimmed.isEmpty { dropped = text }
      return .interrupted(text)
    case FRISE_READ_LINE: return turn?.wantsEditor == true ? .edit(text) : .statement(text)
    default: return .end
    }
  }

  func remember(_ entry: String) {
    if let editor = unsafe editor { unsafe frise_editor_remember(editor, entry) }
  }

  func close() {
    if let editor = unsafe editor { unsafe frise_editor_close(editor) }
    unsafe editor = nil
  }

  deinit { close() }

  /// The text as libedit has it.
  private var line: EditedLine {
    var cursor = 0
    guard let editor = unsafe editor, let text = unsafe frise_editor_text(editor, &cursor) else {
      return EditedLine()
    }
    defer { unsafe free(text) }
    return EditedLine(unsafe String(cString: text), cursor: cursor)
  }

  private func press(_ code: frise_key) -> frise_answer {
    guard let editor = unsafe editor, var turn,
      let key = PromptKey(code)
    else { return FRISE_ANSWER_REFUSE }
    let before = line
    var after = before
    let answer = turn.handler.press(key, on: &after)
    unsafe frise_editor_set_prompt(editor, turn.handler.prompt)
    frise_keys_grab(turn.handler.search == nil ? 0 : 1)
    if after != before { unsafe frise_editor_replace(editor, after.text, after.cursor) }
    self.turn = turn
    switch answer {
    case .shown: return FRISE_ANSWER_REFRESH
    case .refuse: return FRISE_ANSWER_REFUSE
    case .accept: return FRISE_ANSWER_ACCEPT
    case .list(let text):
      let columns = Terminal.size(STDOUT_FILENO).columns
      Self.write(turn.listing(text, below: before, columns: columns))
      self.turn = turn
      return turn.showsList ? FRISE_ANSWER_REFRESH : FRISE_ANSWER_REDISPLAY
    }
  }
}
