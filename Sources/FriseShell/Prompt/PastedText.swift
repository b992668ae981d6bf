import FriseBase

/// What a paste becomes at the prompt.
enum PastedText {
  /// The text to insert for the bytes of a paste: line ends and spaces made plain, controls taken
  /// away, a transcript of the prompt brought back to what was typed.
  static func text(of bytes: [UInt8]) -> String {
    var text = ""
    var column = 0
    // A terminal whose returns and line feeds change places sends the pair the other way round.
    var isPairOpen = false
    var before: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      defer { before = scalar }
      let isLineEnd = scalar == "\r" || scalar == "\n"
      if isLineEnd, isPairOpen, scalar != before {
        isPairOpen = false
        continue
      }
      isPairOpen = isLineEnd
      switch scalar.value {
      case 0x0A, 0x0D:
        text.append("\n")
        column = 0
      case 0x09:
        let spaces = 8 - column % 8
        text += String(repeating: " ", count: spaces)
        column += spaces
      case ..<0x20, 0x7F...0x9F: break
      default:
        text.unicodeScalars.append(scalar)
        column += 1
      }
    }
    return CanonicalComposition.composed(statements(ofTranscript: text) ?? text)
  }

  /// What was typed in a transcript of the prompt, output lines left out; nil for other texts.
  private static func statements(ofTranscript text: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard lines.contains(where: isPrompted) else { return nil }
    var statements: [String] = []
    var current: String?
    for line in lines {
      if isPrompted(line) {
        if let current { statements.append(current) }
        current = String(line.dropFirst(PlainEditor.prompt.count))
      } else if let open = current {
        // What goes on under a prompt is typed while the statement is not complete, or begins with
        // a pipe; all else is output.
        let isContinuation = line.hasPrefix(PlainEditor.continuation)
        let rest = isContinuation ? String(line.dropFirst(PlainEditor.continuation.count)) : line
        let goesOn = Statements.indentationAfter(open) != nil || line.trimmed.hasPrefix("|")
        if isContinuation || goesOn { current = open + "\n" + rest }
      }
    }
    if let current { statements.append(current) }
    return statements.map(\.trimmedAtEnd).filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private static func isPrompted(_ line: String) -> Bool {
    line.hasPrefix(PlainEditor.prompt) || line == PlainEditor.prompt.trimmedAtEnd
  }
}
