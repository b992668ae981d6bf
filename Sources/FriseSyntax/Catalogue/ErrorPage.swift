package import FriseBase

/// The long version of a diagnostic code: what `.why` and `frise help E201` print.
package struct ErrorPage: Sendable {
  /// `E201`
  package let code: String
  /// The rule that was broken, in a few words.
  package let title: Localized
  /// One paragraph: the rule, why it holds, what to try.
  package let explanation: Localized
  /// What raises the diagnostic, or nil when no query can show it.
  package let wrong: Localized?
  /// The same, put right.
  package let right: Localized?

  init(
    _ code: String, _ title: Localized, _ explanation: Localized, wrong: Localized? = nil,
    right: Localized? = nil
  ) {
    self.code = code
    self.title = title
    self.explanation = explanation
    self.wrong = wrong
    self.right = right
  }

  /// The page of a code, whatever its case.
  package static func named(_ code: String) -> ErrorPage? {
    let code = code.uppercased()
    return all.first { $0.code == code }
  }

  /// Every page, in the order of the codes.
  package static let all: [ErrorPage] = reading + names + running + files + lessons

  /// The page as lines of at most 76 columns.
  package func lines(_ tongue: Tongue) -> [String] {
    var lines = HelpLayout.wrapped("\(code) – \(title[tongue])")
    lines.append("")
    lines += HelpLayout.wrapped(explanation[tongue])
    let examples = [
      (Localized(en: "Wrong:", fr: "Faux\u{202F}:"), wrong),
      (Localized(en: "Right:", fr: "Juste\u{202F}:"), right),
    ]
    for (title, query) in examples {
      guard let query else { continue }
      lines += ["", title[tongue]]
      lines += query[tongue].split(separator: "\n").map { "  " + $0 }
    }
    return lines
  }
}
