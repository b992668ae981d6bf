/// A French text of a source: what a literal after the label `fr` holds.
struct FrenchText {
  let lineNumber: Int
  /// What stands between the quotation marks, with `�` in place of each interpolation; escapes
  /// stay as typed.
  let text: String

  /// What the typography of French asks for and this lacks, or nil.
  ///
  /// The apostrophe is ’; before `: ; ! ? »`, after `«` and between groups of three digits stands a
  /// narrow no-break space. A text that is a query is as it is typed.
  var fault: String? {
    if text.hasPrefix("événements |") { return nil }
    let characters = Array(text)
    for index in characters.indices {
      let character = characters[index]
      let before = index > 0 ? characters[index - 1] : " "
      let after = index + 1 < characters.count ? characters[index + 1] : " "
      if character == "'", before.isLetter, after.isLetter || after == "�" {
        return "a straight apostrophe after “\(before)”"
      }
      guard character == " " || character == "\u{A0}" else { continue }
      if before.isNumber, characters[(index + 1)...].prefix(4).count(where: \.isNumber) == 3 {
        return "a wide space between digits"
      }
      if before == "«" { return "a wide space after «" }
      let next = index + 2 < characters.count ? characters[index + 2] : " "
      if ":;!?»".contains(after), !"=?:".contains(next), before != " ", index > 0 {
        return "a wide space before \(after)"
      }
    }
    return nil
  }

  /// The French texts of a Swift source.
  static func all(in source: String) -> [FrenchText] {
    var scanner = Scanner(characters: Array(source))
    return scanner.frenchTexts()
  }

  /// Reads a source from left to right.
  private struct Scanner {
    let characters: [Character]
    var index = 0
    var lineNumber = 1

    mutating func frenchTexts() -> [FrenchText] {
      var texts: [FrenchText] = []
      while index < characters.count {
        if isAt("//") {
          while index < characters.count, characters[index] != "\n" { step() }
        } else if isAt("\"") {
          _ = literal()
        } else if isAt("fr:"), index == 0 || !characters[index - 1].isLetter {
          texts += argument()
        } else {
          step()
        }
      }
      return texts
    }

    /// The literals of the argument that begins here, up to its comma or closing bracket.
    private mutating func argument() -> [FrenchText] {
      var texts: [FrenchText] = []
      var depth = 0
      while index < characters.count {
        switch characters[index] {
        case "\"":
          let start = lineNumber
          texts.append(FrenchText(lineNumber: start, text: literal()))
          continue
        case "(", "[", "{": depth += 1
        case ")", "]", "}":
          if depth == 0 { return texts }
          depth -= 1
        case "," where depth == 0: return texts
        default: break
        }
        step()
      }
      return texts
    }

    /// What stands in the literal that begins here; moves behind it.
    private mutating func literal() -> String {
      let mark = isAt("\"\"\"") ? "\"\"\"" : "\""
      for _ in mark { step() }
      var text = ""
      while index < characters.count, !isAt(mark) {
        if isAt("\\(") {
          interpolation()
          text.append("�")
        } else if characters[index] == "\\" {
          for _ in 0..<2 where index < characters.count {
            text.append(characters[index])
            step()
          }
        } else {
          text.append(characters[index])
          step()
        }
      }
      for _ in mark { step() }
      return text
    }

    /// Moves behind `\(…)`.
    private mutating func interpolation() {
      var depth = 0
      while index < characters.count {
        if isAt("\"") {
          _ = literal()
          continue
        }
        if isAt("(") { depth += 1 }
        if isAt(")") { depth -= 1 }
        step()
        if depth == 0, characters[index - 1] == ")" { return }
      }
    }

    private func isAt(_ text: String) -> Bool {
      characters[index...].starts(with: text)
    }

    private mutating func step() {
      guard index < characters.count else { return }
      if characters[index] == "\n" { lineNumber += 1 }
      index += 1
    }
  }
}
