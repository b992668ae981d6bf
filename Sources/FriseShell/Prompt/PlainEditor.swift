import FriseSyntax
import Glibc

/// Reads statements from a terminal line by line, as the terminal itself edits them: for terminals
/// that cannot move their cursor, and when the results go elsewhere.
struct PlainEditor: LineEditor {
  /// Where the prompt is written; nil for none.
  let stream: OutputStream?

  static let prompt = "frise> "
  /// Under the prompt, while a statement is not complete.
  static let continuation = "  ...> "

  mutating func read(with assistant: Assistant, draft: String) -> LineReading {
    var text = ""
    while true {
      stream?.write(text.isEmpty ? Self.prompt : Self.continuation)
      stream?.flush()
      guard let line = Self.readLine() else {
        if Signals.isStopped { return .interrupted("") }
        return text.isEmpty ? .end : .statement(text)
      }
      text += text.isEmpty ? line : "\n" + line
      if assistant.indentation(after: text) == nil { return .statement(text) }
    }
  }

  mutating func remember(_ entry: String) {}

  mutating func close() {}

  /// Reads a line of standard input without its line end, byte by byte so that nothing behind it is
  /// taken; nil at the end of input or when a signal ends the reading.
  static func readLine() -> String? {
    var bytes: [UInt8] = []
    while true {
      guard Signals.waitForInput() else { return nil }
      var byte: UInt8 = 0
      let count = unsafe Glibc.read(STDIN_FILENO, &byte, 1)
      if count < 0, errno == EINTR, !Signals.isStopped { continue }
      guard count > 0 else {
        return count == 0 && !bytes.isEmpty ? String(decoding: bytes, as: UTF8.self) : nil
      }
      // An Enter typed ahead of the line editor's end is a carriage return still.
      if byte == 0x0A || byte == 0x0D { return String(decoding: bytes, as: UTF8.self) }
      bytes.append(byte)
    }
  }
}
