/// The part a column of a loaded table plays.
package enum LoadPart: UInt8, Sendable, Hashable, CaseIterable {
  case id, parent, name, date, start, end, place, people
}

/// A type that a `load` settles for a column.
package enum LoadType: UInt8, Sendable, Hashable, CaseIterable {
  case text, number, figure, date, list
}

/// What a `load` says about a file beside its path (data, section 3).
package struct LoadOptions: Sendable, Hashable {
  /// The columns that play a part, by the name the load gives.
  package var parts: [LoadPart: String] = [:]
  /// The columns that name the units above each row, the topmost first.
  package var levels: [String] = []
  /// The type of columns, by the name the load gives.
  package var types: [String: LoadType] = [:]
  /// What parts the items of a list; `;` when not said.
  package var listSeparator: String?
  /// What parts the cells of a row; found when not said.
  package var separator: String?
  /// The name of the encoding; found when not said.
  package var encoding: String?
  /// Whether the first row holds names; found when not said.
  package var hasHeader: Bool?
  /// The line, from 1, on which the names stand; found when not said.
  package var headerLine: Int?
  /// Texts that stand for a missing cell.
  package var missing: [String] = []

  package init() {}
}
