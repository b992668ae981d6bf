/// A tongue Frise speaks.
package enum Tongue: UInt8, Sendable, CaseIterable {
  case english
  case french

  /// The tag used on the command line: `en` or `fr`.
  package var tag: String { self == .english ? "en" : "fr" }

  /// The other tongue.
  package var other: Tongue { self == .english ? .french : .english }
}

/// A text in both tongues. Every word a person reads is one of these: never half a translation.
package struct Localized: Sendable, Hashable {
  package let english: String
  package let french: String

  package init(en english: String, fr french: String) {
    self.english = english
    self.french = french
  }

  /// A name of the user's own: the same in both tongues.
  package init(same text: String) {
    self.english = text
    self.french = text
  }

  package subscript(tongue: Tongue) -> String { tongue == .english ? english : french }
}
