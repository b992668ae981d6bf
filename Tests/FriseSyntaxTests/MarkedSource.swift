import FriseBase
import FriseSyntax

/// A source whose places of interest are written in it: `events | ⟦foo⟧`.
struct MarkedSource {
  let source: SourceText
  /// The bytes between each pair of marks, in order.
  let spans: [ByteSpan]

  init(_ marked: String) {
    var text = ""
    var spans: [ByteSpan] = []
    var open: [Int] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦": open.append(text.utf8.count)
      case "⟧": if let start = open.popLast() { spans.append(ByteSpan(start, text.utf8.count)) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    source = SourceText(name: "<query>", text: text)
    self.spans = spans
  }
}

/// The tree of a text, as a text.
func dump(_ text: String) -> String {
  SyntaxDump.dump(Parser.parse(SourceText(name: "<query>", text: text)).script)
}

/// The codes of what is wrong with a text.
func codes(_ text: String) -> [String] {
  Parser.parse(SourceText(name: "<query>", text: text)).diagnostics.map(\.code.text)
}

/// The text without the accents that input may leave out: «ça» keeps its cedilla.
func withoutAccents(_ text: String) -> String {
  let plain: [Unicode.Scalar: String] = [
    "é": "e", "è": "e", "ê": "e", "à": "a", "â": "a", "ù": "u", "û": "u", "ô": "o", "î": "i",
    "ï": "i", "É": "E", "œ": "oe",
  ]
  return text.unicodeScalars.map { plain[$0] ?? String($0) }.joined()
}
