import FriseBase

/// Measures and cuts texts for a terminal, by grapheme cluster.
enum CellText {
  /// Columns that `text` takes on a terminal.
  static func width(_ text: String) -> Int { DisplayWidth.columns(of: text) }

  /// The longest start of `text`, whole clusters only, that takes at most `width` columns.
  static func prefix(_ text: String, width: Int) -> (text: String, width: Int) {
    let fit = DisplayWidth.prefix(of: text.utf8.span, columnsMax: width)
    return (String(decoding: text.utf8.prefix(fit.end), as: UTF8.self), fit.columns)
  }
}
