import FriseBase

/// The start-up file taken apart: statements of the language, and commands of the prompt on lines
/// of their own.
enum StartUpFile {
  /// A piece of the file that is run by itself.
  enum Piece: Sendable, Hashable {
    /// Statements, with the line ends before them kept so that diagnostics tell the right line.
    case statements(String)
    /// A dot command and its line, from 1.
    case command(String, line: Int)
  }

  /// The pieces of a file, in order: each statement is one, so that a fault in it stops no other.
  /// A line that begins with a dot is a command where the statement before it is whole.
  static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var pending = ""
    var linesBefore = 0
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      let isCommand = line.hasPrefix(".") && Statements.indentationAfter(pending) == nil
      if isCommand || Statements.count(in: pending) < Statements.count(in: pending + line) {
        if Statements.count(in: pending) > 0 {
          pieces.append(.statements(String(repeating: "\n", count: linesBefore) + pending))
        }
        (pending, linesBefore) = ("", index)
      }
      if isCommand {
        pieces.append(.command(String(line).trimmedAtEnd, line: index + 1))
        linesBefore = index + 1
      } else {
        pending += line + "\n"
      }
    }
    if Statements.count(in: pending) > 0 {
      pieces.append(.statements(String(repeating: "\n", count: linesBefore) + pending))
    }
    return pieces
  }
}

extension Prompt {
  /// Runs the start-up file; what is wrong in it is a warning, and what is right in it holds.
  mutating func runStartUpFile() {
    guard let path = session.environment.initPath, FileBytes.exists(path) else { return }
    session.warnsOnly = true
    defer { session.warnsOnly = false }
    do throws(SystemError) {
      let bytes = try FileBytes.read(path: path, isStopped: { Signals.isStopped })
      guard let source = session.console.checkedSource(name: path, bytes: bytes) else { return }
      for piece in StartUpFile.pieces(of: String(decoding: source.bytes, as: UTF8.self)) {
        switch piece {
        case .statements(let text): _ = session.run(SourceText(name: path, text: text))
        case .command(let text, let line):
          session.place = "\(path):\(line): "
          runCommand(text)
          session.place = ""
        }
      }
    } catch {
      session.console.complain(
        Localized(
          en: "\(path): \(error.reason.english)", fr: "\(path)\u{202F}: \(error.reason.french)"))
    }
  }
}
