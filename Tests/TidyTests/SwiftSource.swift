import FriseTestSupport

/// A Swift file of the repository, seen as lines.
struct SwiftSource {
  let path: String
  let lines: [Substring]
  /// The lines without comments and without what stands between quotation marks.
  let code: [String]

  init(path: String, text: String) {
    self.path = path
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    self.lines = lines
    self.code = SwiftSource.stripped(lines)
  }

  /// All Swift files below `Sources` and `Tests`.
  static let all: [SwiftSource] = ["Sources", "Tests"].flatMap { folder in
    Repository.files(below: folder, suffix: ".swift").compactMap { path in
      Repository.text(of: path).map { SwiftSource(path: path, text: $0) }
    }
  }

  /// The target the file belongs to: the second part of its path.
  var target: String {
    path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
  }

  /// The modules it imports, with their line numbers.
  var imports: [(module: String, lineNumber: Int)] {
    let modifiers: Set<Substring> = ["package", "public", "internal", "private", "fileprivate"]
    return code.enumerated().compactMap { index, line in
      guard line.contains("import ") else { return nil }
      let words = line.split(separator: " ")
      guard let place = words.firstIndex(of: "import"), place + 1 < words.count,
        words[..<place].allSatisfy({ modifiers.contains($0) || $0.hasPrefix("@") })
      else { return nil }
      let module = words[words.count - 1].split(separator: ".").first.map(String.init) ?? ""
      return (module, index + 1)
    }
  }

  /// Functions and initialisers with a body: where they begin and how many lines they have.
  var functions: [(lineNumber: Int, lineCount: Int)] {
    code.indices.compactMap { start in
      let line = code[start]
      guard line.utf8.count > 4, line.contains("func ") || line.contains("init") else { return nil }
      let indent = String(line.prefix { $0 == " " })
      let words = line.split { !$0.isLetter }
      guard words.contains("func") || words.contains("init"), !line.hasPrefix(indent + "."),
        let end = endOfBody(from: start, indent: indent)
      else { return nil }
      return (start + 1, end - start + 1)
    }
  }

  /// The line that closes the body of a declaration, by its indentation; nil without one.
  private func endOfBody(from start: Int, indent: String) -> Int? {
    for index in (start + 1)..<max(start + 1, code.count) where !code[index].isEmpty {
      let line = code[index]
      if line == indent + "}" { return index }
      if line.hasPrefix(indent + " ") { continue }
      // The rest of a signature: `) -> Int {`, `where …`.
      guard line.hasPrefix(indent + ")") || line.hasPrefix(indent + "where") else { return nil }
    }
    return nil
  }

  /// Lines without comments and without the texts of literals.
  private static func stripped(_ lines: [Substring]) -> [String] {
    var isInBlock = false
    return lines.map { line in
      guard line.contains("\"\"\"") else { return isInBlock ? "" : withoutLiterals(line) }
      let parts = line.split(separator: "\"\"\"", omittingEmptySubsequences: false)
      defer { if parts.count.isMultiple(of: 2) { isInBlock.toggle() } }
      return isInBlock ? "" : withoutLiterals(parts[0])
    }
  }

  private static func withoutLiterals(_ line: Substring) -> String {
    var code: [UInt8] = []
    var isQuoted = false
    var isEscaped = false
    for byte in line.utf8 {
      if isQuoted {
        if isEscaped {
          isEscaped = false
        } else if byte == 0x5C {
          isEscaped = true
        } else if byte == 0x22 {
          isQuoted = false
        }
      } else if byte == 0x22 {
        isQuoted = true
      } else {
        if byte == 0x2F, code.last == 0x2F {
          code.removeLast()
          break
        }
        code.append(byte)
      }
    }
    return String(decoding: code, as: UTF8.self)
  }
}
