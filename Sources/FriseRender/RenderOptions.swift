package import FriseBase

/// What renderers are told of the place they write to.
package struct RenderOptions: Sendable {
  package var tongue: Tongue
  /// Columns of the terminal or of `--width`; nil is unlimited.
  package var width: Int?
  /// Draws with ASCII only; letters of the data stay as they are.
  package var isASCII: Bool
  /// Allows SGR sequences in `table`, `record` and footnotes.
  package var isColoured: Bool
  /// Puts `'` before csv and tsv cells that a spreadsheet would run.
  package var csvGuard: Bool
  /// Shows so many rows of a human format and says what was cut; nil never cuts.
  package var maximumRows: Int?
  /// Shows so many columns of a human format and says what was cut; nil never cuts.
  package var maximumColumns: Int?
  /// Shows every listed column in human formats, not the main ones alone.
  package var showsAllColumns: Bool
  /// Wraps JSON rows in an object with their columns and footnotes.
  package var isEnvelope: Bool
  /// Makes `html` a whole page rather than a table to embed.
  package var isDocument: Bool
  /// What the result is called from now on, `_3`, where that is told.
  package var resultName: String?
  /// Which picture of a page this is, from 1: two of one page share no id of their parts.
  package var pictureNumber = 1

  package init(
    tongue: Tongue, width: Int? = nil, isASCII: Bool = false, isColoured: Bool = false,
    csvGuard: Bool = false, maximumRows: Int? = nil, maximumColumns: Int? = nil,
    showsAllColumns: Bool = false, isEnvelope: Bool = false, isDocument: Bool = false
  ) {
    self.tongue = tongue
    self.width = width
    self.isASCII = isASCII
    self.isColoured = isColoured
    self.csvGuard = csvGuard
    self.maximumRows = maximumRows
    self.maximumColumns = maximumColumns
    self.showsAllColumns = showsAllColumns
    self.isEnvelope = isEnvelope
    self.isDocument = isDocument
  }
}
