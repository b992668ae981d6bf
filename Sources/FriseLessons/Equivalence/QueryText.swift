package import FriseBase
package import FriseLanguage
import FriseSyntax

/// Queries of lessons as people read them.
package enum QueryText {
  /// What stands for a hole in a hint.
  package static let hole = "___"

  /// A query with the words of a tongue, in canonical form; as it stands when it cannot be read.
  /// Holes stay holes.
  package static func shown(
    _ query: String, in tongue: Tongue, _ engine: Engine
  ) -> String {
    let stand = "trou_hole"
    let source = SourceText(
      name: "<lesson>", text: query.replacing(hole, with: stand))
    let parsed = Parser.parse(source)
    guard !parsed.hasErrors else { return query }
    let replacements = Dictionary(
      engine.prepare(source).translations.map { ($0.span, $0.forms[tongue]) },
      uniquingKeysWith: { first, _ in first })
    let text = Printer.print(
      parsed.script, source: source, tongue: tongue, replacements: replacements)
    let lines = text.split(separator: "\n").map { line in
      String(line.drop { $0.isWhitespace })
    }
    return lines.joined(separator: " ").replacing(stand, with: hole)
  }

  /// True when a statement of the text opens a file.
  static func opensFiles(_ text: String) -> Bool {
    let parsed = Parser.parse(SourceText(name: "<prompt>", text: text))
    return parsed.script.statements.contains { statement in
      switch statement.kind {
      case .load, .include: true
      default: false
      }
    }
  }
}
