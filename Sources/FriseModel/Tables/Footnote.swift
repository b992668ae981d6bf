package import FriseBase

/// A remark that a result carries: what was undecided, dropped, merged, mixed, not stated
/// (language, section 8).
package struct Footnote: Sendable, Hashable {
  package let text: Localized
  package init(_ text: Localized) { self.text = text }
}

/// How a result asks to be shown.
package enum ResultView: Sendable, Hashable {
  /// The session's format.
  case automatic
  case table, record, tree, timeline
  /// The index of the column whose numbers are drawn.
  case bars(column: Int)
}

/// A finished table with what renderers need to know about it.
package struct ResultTable: Sendable {
  package var table: Table
  package var view: ResultView
  package var footnotes: [Footnote]
  /// True when a `select` chose the columns: human formats then show all of them.
  package var columnsWereChosen: Bool
  /// The hidden column that links each row to the unit it is, when the rows are units of a
  /// structure.
  package var rowLink: Int?

  package init(
    table: Table, view: ResultView = .automatic, footnotes: [Footnote] = [],
    columnsWereChosen: Bool = false, rowLink: Int? = nil
  ) {
    self.table = table
    self.view = view
    self.footnotes = footnotes
    self.columnsWereChosen = columnsWereChosen
    self.rowLink = rowLink
  }
}
