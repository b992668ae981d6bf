import FriseBase
import FriseLanguage
import FriseSyntax

extension Session {
  /// The canonical text of a script in a tongue (nil for the one it is written in), or nil after
  /// reporting why it cannot be read. Names that cannot be resolved stay as typed.
  func canonicalText(of source: SourceText, in tongue: Tongue?) -> String? {
    DeepStack.run { formatted(source, in: tongue) }
  }

  private func formatted(_ source: SourceText, in tongue: Tongue?) -> String? {
    let parsed = Parser.parse(source)
    guard !parsed.hasErrors else {
      console.report(
        parsed.diagnostics.map { LocatedDiagnostic(source: source, diagnostic: $0) })
      return nil
    }
    let translations = engine.prepare(source).translations
    func text(_ tongue: Tongue) -> String {
      let replacements = Dictionary(
        translations.map { ($0.span, $0.forms[tongue]) }, uniquingKeysWith: { first, _ in first })
      return Printer.print(
        parsed.script, source: source, tongue: tongue, replacements: replacements)
    }
    if let tongue { return text(tongue) }
    let own = text(engine.tongue)
    let other = text(engine.tongue.other)
    let typed = Self.words(String(decoding: source.bytes, as: UTF8.self))
    return typed.subtracting(Self.words(own)).count <= typed.subtracting(Self.words(other)).count
      ? own : other
  }

  /// The words of a text, folded: a script is in the tongue whose printing keeps most of them.
  private static func words(_ text: String) -> Set<String> {
    Set(TextFold.fold(text).split { !$0.isLetter }.map(String.init))
  }
}
