/// The states of a line before each change: a run of typed letters, a paste and a completion are
/// one change each.
struct UndoStack: Sendable {
  private var states: [EditedLine] = []
  private var last: EditedLine
  /// The last change was one typed letter.
  private var isTyping = false
  private static let statesMax = 500

  init(_ line: EditedLine) { last = line }

  /// Takes note of a line as it is after a key.
  mutating func note(_ line: EditedLine) {
    defer { last = line }
    guard line.text != last.text else { return }
    let added = line.text.utf8.count - last.text.utf8.count
    let letter = line.before.last
    let isLetter = added > 0 && added <= 4 && letter.map { $0.isLetter || $0.isNumber } == true
    if !isLetter || !isTyping { states.append(last) }
    if states.count > Self.statesMax { states.removeFirst() }
    isTyping = isLetter
  }

  /// The line before the last change, or nil.
  mutating func undo() -> EditedLine? {
    guard let state = states.popLast() else { return nil }
    last = state
    isTyping = false
    return state
  }
}
