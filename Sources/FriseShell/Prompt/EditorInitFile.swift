import Glibc

/// The user's editrc, as far as the prompt must know it: the sequences that it binds are left to
/// libedit.
enum EditorInitFile {
  /// The file libedit reads: `EDITRC`, else `.editrc` in the home folder.
  static func path(_ environment: ShellEnvironment) -> String? {
    environment["EDITRC"] ?? environment["HOME"].map { $0 + "/.editrc" }
  }

  /// What follows Escape in each sequence that a `bind` line of the text begins with.
  static func boundSequences(_ text: String) -> [String] {
    var sequences: [String] = []
    for line in text.split(whereSeparator: \.isNewline) {
      var words = line.split(whereSeparator: \.isWhitespace).map(String.init)
      guard let first = words.first else { continue }
      if let colon = first.lastIndex(of: ":") {
        guard first[..<colon] == "frise" || first[..<colon].isEmpty else { continue }
        words[0] = String(first[first.index(after: colon)...])
        if words[0].isEmpty { words.removeFirst() }
      }
      guard words.first == "bind" else { continue }
      let key = words.dropFirst().first { !$0.hasPrefix("-") } ?? ""
      let bare = key.filter { $0 != "\"" && $0 != "'" }
      for start in ["\\e", "\\033", "^["] where bare.hasPrefix(start) && bare.count > start.count {
        sequences.append(String(bare.dropFirst(start.count)))
      }
    }
    return sequences
  }
}
