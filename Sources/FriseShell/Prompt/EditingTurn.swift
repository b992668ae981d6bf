import CTerminalShim
import FriseBase

/// The reading of one statement, as far as it needs neither libedit nor a terminal: what keys do,
/// and what is to be written on the screen for a text and a cursor.
struct EditingTurn: Sendable {
  /// The size of the screen.
  typealias Screen = (columns: Int, rows: Int)

  let assistant: Assistant
  var handler: KeyHandler
  /// What takes the painting on the screen away again.
  private var undoing: [UInt8] = []
  /// The names nobody knows, in the text as it was painted last.
  private var unknown: (names: [ByteSpan], text: String) = ([], "")
  /// A text longer than this, in bytes, is painted before its names are looked up.
  private static let longBytesMin = 1500

  init(assistant: Assistant, draft: String, dropped: String?) {
    self.assistant = assistant
    handler = KeyHandler(assistant: assistant, line: EditedLine(draft), dropped: dropped)
  }

  /// Ctrl-X Ctrl-E ended the reading.
  var wantsEditor: Bool { handler.wantsEditor }

  /// What to write before a key is waited for: the text in its colours. A short text has its
  /// unknown names underlined and a suggestion behind it; a long one shows the key at once, and
  /// `willIdle` adds the rest.
  mutating func willWait(_ line: EditedLine, screen: Screen) -> [UInt8] {
    handler.note(line)
    if line.text.utf8.count < Self.longBytesMin { return whole(line, screen: screen) }
    // Names before the change are as unknown as they were.
    let same = zip(line.text.utf8, unknown.text.utf8).prefix { $0 == $1 }.count
    let names = unknown.names.filter { Int($0.end) < same }
    return paint(line, screen: screen, unknown: names, hint: "")
  }

  /// What to write when no key came at once: what a long text still lacks.
  mutating func willIdle(_ line: EditedLine, screen: Screen) -> [UInt8] {
    line.text.utf8.count < Self.longBytesMin ? [] : whole(line, screen: screen)
  }

  private mutating func whole(_ line: EditedLine, screen: Screen) -> [UInt8] {
    guard painter(screen).mayFit(line) else { return [] }
    if line.text != unknown.text || !line.isCursorAtEnd {
      unknown = (assistant.unknownNames(in: line), line.text)
    }
    return paint(
      line, screen: screen, unknown: unknown.names, hint: handler.suggest(for: line))
  }

  private mutating func paint(
    _ line: EditedLine, screen: Screen, unknown: [ByteSpan], hint: String
  ) -> [UInt8] {
    let painter = painter(screen)
    guard painter.mayFit(line), assistant.isColoured || painter.differs(line),
      let painting = painter.paint(
        line, spans: assistant.spans(of: line, unknown: unknown), hint: hint)
    else { return [] }
    undoing = painting.undoing
    return painting.bytes
  }

  private func painter(_ screen: Screen) -> LinePainter {
    LinePainter(
      prompt: handler.prompt, columns: screen.columns, rows: screen.rows,
      promptStyle: assistant.isColoured ? "1" : "")
  }

  /// What to write once a key came: the screen is then as libedit believes it.
  mutating func didWait() -> [UInt8] {
    defer { undoing = [] }
    return undoing
  }

  /// What to write when a signal ends the reading: the cursor goes behind the text.
  mutating func willStop(_ line: EditedLine, columns: Int) -> [UInt8] {
    let layout = layout(line, columns: columns)
    let down = layout.end.row - layout.cell(atByteOffset: line.cursor, of: line.text).row
    let right = layout.end.column
    let moves = (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + (right > 0 ? "\u{1B}[\(right)C" : "")
    return didWait() + (line.isCursorAtEnd ? [] : Array(moves.utf8))
  }

  /// What to write to show lines below a text; the line is then drawn anew.
  func listing(_ text: String, below line: EditedLine, columns: Int) -> [UInt8] {
    let layout = layout(line, columns: columns)
    let down = layout.end.row - layout.cell(atByteOffset: line.cursor, of: line.text).row
    let move = down > 0 ? "\u{1B}[\(down)B" : ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    return Array((move + "\r\n" + lines.joined(separator: "\r\n") + "\r\n").utf8)
  }

  /// What to write when the screen took another width: the cursor goes to where the prompt begins
  /// now, and all from there goes.
  func willRedraw(_ line: EditedLine, columns: Int) -> [UInt8] {
    let row = layout(line, columns: columns).cell(atByteOffset: line.cursor, of: line.text).row
    return Array(((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J").utf8)
  }

  private func layout(_ line: EditedLine, columns: Int) -> ScreenLayout {
    ScreenLayout(prompt: handler.prompt, text: line.text, columns: columns)
  }
}

extension PromptKey {
  /// The key of a code, with the code point or the paste that it stands for; nil for those that the
  /// editor knows itself.
  init?(_ code: frise_key) {
    switch code {
    case FRISE_KEY_ENTER: self = .enter
    case FRISE_KEY_LINE: self = .line
    case FRISE_KEY_TAB: self = .tab
    case FRISE_KEY_UP: self = .up
    case FRISE_KEY_DOWN: self = .down
    case FRISE_KEY_RIGHT: self = .right
    case FRISE_KEY_HOME: self = .home
    case FRISE_KEY_END: self = .end
    case FRISE_KEY_WORD: self = .word
    case FRISE_KEY_SEARCH: self = .search
    case FRISE_KEY_UNDO: self = .undo
    case FRISE_KEY_EDIT: self = .edit
    case FRISE_KEY_PASTE: self = .paste(Self.pasted)
    case FRISE_KEY_GRABBED, FRISE_KEY_MARK:
      guard let scalar = Unicode.Scalar(frise_keys_last()) else { return nil }
      self = code == FRISE_KEY_MARK ? .mark(scalar) : .grabbed(scalar)
    default: return nil
    }
  }

  private static var pasted: [UInt8] {
    var count = 0
    guard let bytes = unsafe frise_keys_pasted(&count) else { return [] }
    let buffer = unsafe UnsafeBufferPointer(start: bytes, count: count)
    return unsafe buffer.map { UInt8(bitPattern: $0) }
  }
}
