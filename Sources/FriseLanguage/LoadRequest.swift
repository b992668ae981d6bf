package import FriseBase
package import FriseModel

/// A file that a `load` asks the shell to open.
package struct LoadRequest: Sendable {
  /// As written.
  package let path: String
  /// The name of the source that holds the `load`.
  package let source: String
  /// What the table is to be called, or nil to name it after the file.
  package let alias: String?
  package let options: LoadOptions
  /// The ids of the tables that are there already.
  package let takenIDs: Set<TableID>
  /// The language of the session.
  package let tongue: Tongue
}
