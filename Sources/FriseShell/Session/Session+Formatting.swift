import FriseBase
import FriseLanguage
import FriseSyntax

extension Session {
  /// The canonical text of a script in a tongue (nil for the session's), or nil after reporting why
  /// it cannot be read.
  func canonicalText(of source: SourceText, in tongue: Tongue?) -> String? {
    let preparation = engine.prepare(source)
    console.report(preparation.diagnostics.filter { $0.diagnostic.severity == .error })
    guard !preparation.hasErrors else { return nil }
    return ""
  }
}
