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
  /// The painting on the screen, and the line it is of.
  private var painted: (rows: PaintedRows, line: EditedLine, screen: Screen, prompt: String)?
  /// A key came since the last painting: libedit has changed the screen.
  private var isTouched = true
  /// The text is taller than the screen, or was when it was painted last: other rows are shown than
  /// libedit believes.
  private var isTall = false
  /// A list stands in the place of a tall text, until a key comes.
  private(set) var showsList = false
  /// The text as it was painted last, and its colours.
  private var styled = StyledText()
  /// The line whose colours are those that the parser and the resolver gave.
  private var read: EditedLine?
  /// A text longer than this, in bytes, is painted before it is read.
  private static let longBytesMin = 1500
  /// A text longer than this, in bytes, is painted without colours.
  private static let plainBytesMin = 1 << 16

  init(assistant: Assistant, draft: String, dropped: String?) {
    self.assistant = assistant
    handler = KeyHandler(assistant: assistant, line: EditedLine(draft), dropped: dropped)
  }

  /// Ctrl-X Ctrl-E ended the reading.
  var wantsEditor: Bool { handler.wantsEditor }

  /// True when libedit must draw the line anew before a key is waited for, from the top of the
  /// screen: where the text is taller than that, libedit loses count of the rows.
  mutating func wantsRedraw(_ line: EditedLine, screen: Screen) -> Bool {
    if showsList { return false }
    let wasTall = isTall
    isTall = ScreenLayout.isTall(
      line, prompt: handler.prompt, columns: screen.columns, rows: screen.rows)
    // What is typed at the end is drawn there rightly.
    let isTyped = painted.map { $0.line.isCursorAtEnd && $0.line.text != line.text } ?? false
    guard wasTall || isTall && !(isTyped && line.isCursorAtEnd) else { return false }
    painted = nil
    return true
  }

  /// What to write before libedit draws the line anew from the top of the screen.
  static let clearing = Array("\u{1B}[?25l\u{1B}[H\u{1B}[J".utf8)

  /// What to write before a key is waited for: the text in its colours. A short text has its
  /// unknown names underlined and a suggestion behind it; a long one shows the key at once, in the
  /// colours that were there, and `willIdle` adds the rest.
  mutating func willWait(_ line: EditedLine, screen: Screen) -> [UInt8] {
    handler.note(line)
    if showsList { return [] }
    if line.text.utf8.count < Self.longBytesMin { return whole(line, screen: screen) }
    if styled.text != line.text { styled = styled.carried(to: line.text) }
    return paint(line, screen: screen, hint: "")
  }

  /// What to write when no key came for a while: what a long text still lacks.
  mutating func willIdle(_ line: EditedLine, screen: Screen) -> [UInt8] {
    let isLong = line.text.utf8.count >= Self.longBytesMin && !showsList
    return isLong ? whole(line, screen: screen) : []
  }

  private mutating func whole(_ line: EditedLine, screen: Screen) -> [UInt8] {
    if line != read {
      let isPlain = line.text.utf8.count >= Self.plainBytesMin
      styled = StyledText(text: line.text, spans: isPlain ? [] : assistant.spans(of: line))
      read = line
    }
    return paint(line, screen: screen, hint: handler.suggest(for: line))
  }

  private mutating func paint(_ line: EditedLine, screen: Screen, hint: String) -> [UInt8] {
    let painter = LinePainter(
      prompt: handler.prompt, columns: screen.columns, rows: screen.rows,
      promptStyle: assistant.isColoured ? "1" : "")
    guard assistant.isColoured || isTall || painter.differs(line) else {
      painted = nil
      return []
    }
    let painting = painter.paint(
      line, spans: styled.spans, hint: hint, over: ground(of: line, screen: screen))
    undoing = painting.undoing
    painted = (painting.rows, line, screen, handler.prompt)
    isTouched = false
    return painting.bytes
  }

  /// What the screen shows of the last painting. After a key that changed nothing libedit may have
  /// drawn the line anew.
  private func ground(of line: EditedLine, screen: Screen) -> LinePainter.Ground {
    guard let painted, painted.screen == screen, painted.prompt == handler.prompt else {
      return .unknown
    }
    guard isTouched else { return .kept(painted.rows) }
    return painted.line.text == line.text ? .unknown : .changed(painted.rows)
  }

  /// What to write once a key came: the screen is then as libedit believes it.
  mutating func didWait() -> [UInt8] {
    defer {
      undoing = []
      isTouched = true
      showsList = false
    }
    return undoing
  }

  /// What to write when a signal ends the reading: the cursor goes behind the text.
  mutating func willStop(_ line: EditedLine, columns: Int) -> [UInt8] {
    let layout = layout(line, columns: columns)
    let down = layout.end.row - layout.cursor.row
    let right = layout.end.column
    let moves = (down > 0 ? "\u{1B}[\(down)B" : "") + "\r" + (right > 0 ? "\u{1B}[\(right)C" : "")
    return didWait() + (line.isCursorAtEnd ? [] : Array(moves.utf8))
  }

  /// What to write to show lines below a text, which is then drawn anew; in place of one that is
  /// taller than the screen.
  mutating func listing(_ text: String, below line: EditedLine, columns: Int) -> [UInt8] {
    let layout = layout(line, columns: columns)
    let down = layout.end.row - layout.cursor.row
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let list = lines.joined(separator: "\r\n") + "\r\n"
    painted = nil
    showsList = isTall
    if isTall { return Self.clearing + Array((list + "\u{1B}[?25h").utf8) }
    return Array(((down > 0 ? "\u{1B}[\(down)B" : "") + "\r\n" + list).utf8)
  }

  /// What to write when the screen took another width: the cursor goes to where the prompt begins
  /// now, and all from there goes.
  mutating func willRedraw(_ line: EditedLine, columns: Int) -> [UInt8] {
    painted = nil
    let row = layout(line, columns: columns).cursor.row
    return Array(((row > 0 ? "\u{1B}[\(row)A" : "") + "\r\u{1B}[J").utf8)
  }

  private func layout(_ line: EditedLine, columns: Int) -> ScreenLayout {
    ScreenLayout(prompt: handler.prompt, line: line, columns: columns)
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
