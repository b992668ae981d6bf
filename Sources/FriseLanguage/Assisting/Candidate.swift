package import FriseBase

/// Something that may stand where the cursor is.
package struct Candidate: Sendable, Hashable {
  /// What it is.
  package enum Kind: Sendable, Hashable {
    case statement, verb, function, word, unit, table, column, definition, value, sign
  }

  package let kind: Kind
  /// As it is written, in the session's tongue, quotation marks included.
  package let text: String
  /// A few words about it.
  package let note: Localized

  init(_ kind: Kind, _ text: String, note: Localized = Localized(same: "")) {
    self.kind = kind
    self.text = text
    self.note = note
  }
}

/// What may stand at a place of a source.
package struct Candidates: Sendable {
  /// The bytes before the cursor that a candidate takes the place of.
  package let replaced: ByteSpan
  /// Those that begin with what is typed, accents and case aside; each text once, best first.
  package let items: [Candidate]
  /// Values that were left out of `items` because there are so many.
  package let valuesLeftOut: Int
  /// What all the values begin with as they are written, where some were left out.
  package let valuesBegin: String?
  /// True inside the text after `load`, `save` and `include`: then names of files may stand here.
  package let wantsFile: Bool
}
