import CEditShim
import FriseBase
import Glibc

/// Reads statements by libedit, behind its shim: asks `KeyHandler` what keys do and `LinePainter`
/// what to show, and carries it out.
@safe final class TerminalEditor: LineEditor {
  private var editor: OpaquePointer?
  private var handler: KeyHandler?
  private var assistant: Assistant?
  /// What takes the painting on the screen away again.
  private var undoing: [UInt8] = []
  /// The text that Ctrl-C dropped, which Up brings back once.
  private var dropped: String?

  /// Opens the editor, or gives nil when libedit is absent or turned off by the user's editrc.
  init?(ownSequences: [String]) {
    _ = frise_set_locale()
    let owner = unsafe frise_editor_owner(
      context: Unmanaged.passUnretained(self).toOpaque(),
      is_stopped: { _ in Signals.isStopped ? 1 : 0 },
      will_wait: { unsafe TerminalEditor.of($0)?.willWait() },
      did_wait: { unsafe TerminalEditor.of($0)?.didWait() },
      will_stop: { unsafe TerminalEditor.of($0)?.willStop() },
      press: { unsafe TerminalEditor.of($0)?.press($1) ?? FRISE_ANSWER_REFUSE },
      cursor_row: { unsafe Int32(clamping: TerminalEditor.of($0)?.cursorRow(Int($1)) ?? 0) })
    let sequences = ownSequences.map { $0 + "\0" }.joined()
    unsafe editor = frise_editor_open(PlainEditor.prompt, sequences, owner)
    if unsafe editor == nil { return nil }
  }

  private static func of(_ context: UnsafeMutableRawPointer?) -> TerminalEditor? {
    guard let context = unsafe context else { return nil }
    return unsafe Unmanaged<TerminalEditor>.fromOpaque(context).takeUnretainedValue()
  }

  func read(with assistant: Assistant, draft: String) -> LineReading {
    guard let editor = unsafe editor else { return .end }
    self.assistant = assistant
    handler = KeyHandler(assistant: assistant, line: EditedLine(draft), dropped: dropped)
    dropped = nil
    var reading = FRISE_READ_END
    let result = unsafe frise_editor_read(editor, draft, &reading)
    let text = unsafe result.map { unsafe String(cString: $0) } ?? ""
    endSearch()
    switch reading {
    case FRISE_READ_STOPPED:
      if !text.trimmed.isEmpty { dropped = text }
      return .interrupted(text)
    case FRISE_READ_LINE: return handler?.wantsEditor == true ? .edit(text) : .statement(text)
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

  // MARK: The screen

  private var line: EditedLine {
    var cursor = 0
    guard let editor = unsafe editor, let text = unsafe frise_editor_text(editor, &cursor) else {
      return EditedLine()
    }
    defer { unsafe free(text) }
    return EditedLine(unsafe String(cString: text), cursor: cursor)
  }

  private var prompt: String { handler?.prompt ?? PlainEditor.prompt }

  /// Paints, unless more keys wait already.
  private func willWait() {
    undoing = []
    guard let editor = unsafe editor, unsafe frise_editor_has_input(editor) == 0 else { return }
    let line = line
    let hint = handler?.suggest(for: line) ?? ""
    guard let assistant, assistant.isColoured else { return }
    let size = Terminal.size(STDOUT_FILENO)
    let painter = LinePainter(prompt: prompt, columns: size.columns, rows: size.rows)
    let spans = assistant.spans(of: line)
    guard let painting = painter.paint(line, spans: spans, hint: hint) else {
      return
    }
    write(painting.bytes)
    undoing = painting.undoing
  }

  private func didWait() {
    if !undoing.isEmpty { write(undoing) }
    undoing = []
  }

  /// Goes to the end of the text.
  private func willStop() {
    didWait()
    let line = line
    let columns = Terminal.size(STDOUT_FILENO).columns
    let layout = ScreenLayout(prompt: prompt, text: line.text, columns: columns)
    let down = layout.end.row - layout.cell(atByteOffset: line.cursor, of: line.text).row
    let right = layout.end.column
    let moves = (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + (right > 0 ? "\u{1B}[\(right)C" : "")
    if !line.isCursorAtEnd { write(Array(moves.utf8)) }
  }

  private func cursorRow(_ columns: Int) -> Int {
    let line = line
    let layout = ScreenLayout(prompt: prompt, text: line.text, columns: columns)
    return layout.cell(atByteOffset: line.cursor, of: line.text).row
  }

  private func write(_ bytes: [UInt8]) {
    try? OutputStream.writeAll(bytes[...], to: STDOUT_FILENO)
  }

  /// Writes lines below the text; the editor then draws its line anew.
  private func list(_ text: String, below line: EditedLine) {
    let columns = Terminal.size(STDOUT_FILENO).columns
    let layout = ScreenLayout(prompt: prompt, text: line.text, columns: columns)
    let down = layout.end.row - layout.cell(atByteOffset: line.cursor, of: line.text).row
    let move = down > 0 ? "\u{1B}[\(down)B" : ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    write(Array((move + "\r\n" + lines.joined(separator: "\r\n") + "\r\n").utf8))
  }

  // MARK: Keys

  private func press(_ pressed: frise_key) -> frise_answer {
    guard let editor = unsafe editor, let key = key(pressed), var handler else {
      return FRISE_ANSWER_REFUSE
    }
    let before = line
    var after = before
    let answer = handler.press(key, on: &after)
    let promptChanges = handler.prompt != prompt
    self.handler = handler
    if promptChanges { unsafe frise_editor_set_prompt(editor, handler.prompt) }
    unsafe frise_editor_grab(editor, handler.search == nil ? 0 : 1)
    if after != before { unsafe frise_editor_replace(editor, after.text, after.cursor) }
    switch answer {
    case .shown: return FRISE_ANSWER_REFRESH
    case .refuse: return FRISE_ANSWER_REFUSE
    case .accept: return FRISE_ANSWER_ACCEPT
    case .list(let text):
      list(text, below: before)
      return FRISE_ANSWER_REDISPLAY
    }
  }

  /// Leaves a search that a signal ended.
  private func endSearch() {
    guard let editor = unsafe editor, handler?.search != nil else { return }
    unsafe frise_editor_grab(editor, 0)
    unsafe frise_editor_set_prompt(editor, PlainEditor.prompt)
  }

  private func key(_ pressed: frise_key) -> PromptKey? {
    switch pressed {
    case FRISE_KEY_ENTER: .enter
    case FRISE_KEY_LINE: .line
    case FRISE_KEY_TAB: .tab
    case FRISE_KEY_UP: .up
    case FRISE_KEY_DOWN: .down
    case FRISE_KEY_RIGHT: .right
    case FRISE_KEY_HOME: .home
    case FRISE_KEY_END: .end
    case FRISE_KEY_WORD: .word
    case FRISE_KEY_SEARCH: .search
    case FRISE_KEY_UNDO: .undo
    case FRISE_KEY_EDIT: .edit
    case FRISE_KEY_PASTE: .paste(pasted)
    case FRISE_KEY_GRABBED: scalar.map(PromptKey.grabbed)
    case FRISE_KEY_MARK: scalar.map(PromptKey.mark)
    default: nil
    }
  }

  private var scalar: Unicode.Scalar? {
    guard let editor = unsafe editor else { return nil }
    return Unicode.Scalar(unsafe frise_editor_scalar(editor))
  }

  private var pasted: [UInt8] {
    var count = 0
    guard let editor = unsafe editor, let bytes = unsafe frise_editor_pasted(editor, &count) else {
      return []
    }
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: count)
    return unsafe buffer.map { UInt8(bitPattern: $0) }
  }
}
