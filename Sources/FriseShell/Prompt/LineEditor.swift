/// How the reading of a statement ended.
enum LineReading: Sendable, Hashable {
  /// A whole statement, of one line or more, without its last line end.
  case statement(String)
  /// The text is to be opened in the editor of the environment, and read again.
  case edit(String)
  /// The end of input: Ctrl-D, a terminal that went away.
  case end
  /// A signal: Ctrl-C drops what was typed, others end the session.
  case interrupted(String)
}

/// What the prompt reads statements by.
protocol LineEditor {
  /// Reads one statement, with what is known meanwhile; it begins with a draft.
  mutating func read(with assistant: Assistant, draft: String) -> LineReading
  /// Adds an entry to what the editor itself recalls.
  mutating func remember(_ entry: String)
  /// Gives the terminal back.
  mutating func close()
}
