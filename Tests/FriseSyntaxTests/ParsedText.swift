import FriseBase
import FriseSyntax

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
