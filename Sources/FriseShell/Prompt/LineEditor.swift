/// How the reading of a statement ended.
enum LineReading: Sendable, Hashable {
  /// A whole statement, of one line or more, without its last line end.
  case statement(String)
  /// The end of input: Ctrl-D, a terminal that went away.
  case end
  /// A signal: Ctrl-C drops what was typed, others end the session.
  case interrupted
}

/// What the prompt reads statements by.
protocol LineEditor {
  /// Reads one statement, with what Tab completes it by.
  mutating func read(completingBy completer: Completer) -> LineReading
  /// Adds an entry to what Up recalls.
  mutating func remember(_ entry: String)
  /// Gives the terminal back.
  mutating func close()
}
