package import FriseBase

/// Where a word may stand.
package struct WordRoles: OptionSet, Sendable, Hashable {
  package let rawValue: UInt16
  package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Begins a statement.
  package static let statement = WordRoles(rawValue: 1)
  /// Begins a stage.
  package static let verb = WordRoles(rawValue: 2)
  /// An aggregate: a stage, and a function over a group or a list.
  package static let aggregate = WordRoles(rawValue: 4)
  /// Stands between operands, or belongs to the frame of another word (`by`, `then`, `of`).
  package static let infix = WordRoles(rawValue: 8)
  /// A relation of time, tree or membership.
  package static let relation = WordRoles(rawValue: 16)
  /// A unit of time.
  package static let unit = WordRoles(rawValue: 32)
  package static let function = WordRoles(rawValue: 64)
  /// A value every unit row has (`depth`, `parent`).
  package static let rowValue = WordRoles(rawValue: 128)
  /// Stands where an operand may (`none`, `true`, `it`).
  package static let literal = WordRoles(rawValue: 256)
}

/// A query shown in help and in the reference; every one of them is run by the tests.
package struct CatalogueExample: Sendable {
  /// In English where the catalogue keeps it; help in French shows it translated by the printer.
  package let query: String
  /// What it prints as csv, without the last line end.
  package let output: String

  package init(_ query: String, prints output: String) {
    self.query = query
    self.output = output
  }
}

/// All there is to know of a word.
package struct WordEntry: Sendable {
  package let word: Word
  package let roles: WordRoles
  /// The canonical forms, as the printer writes them.
  package let forms: Localized
  /// Other forms that input accepts, in either tongue (plurals).
  package let otherForms: [String]
  /// How it is written, with its arguments: `take N [by …] [each …]`.
  package let usage: Localized
  /// One sentence, at most 72 columns.
  package let summary: Localized
  package let examples: [CatalogueExample]

  package init(
    _ word: Word, _ roles: WordRoles, _ english: String, _ french: String,
    otherForms: [String] = [], usage: Localized,
    summary: Localized, examples: [CatalogueExample] = []
  ) {
    self.word = word
    self.roles = roles
    self.forms = Localized(en: english, fr: french)
    self.otherForms = otherForms
    self.usage = usage
    self.summary = summary
    self.examples = examples
  }
}
