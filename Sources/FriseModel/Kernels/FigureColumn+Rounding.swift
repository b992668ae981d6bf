extension FigureColumn {
  /// The figures with numbers and ends put through a function that keeps their order, as rounding
  /// does; the words stay.
  package func mapped(_ function: (NumberColumn) -> NumberColumn) -> FigureColumn {
    FigureColumn(
      numbers: function(numbers), words: words, lows: function(lows), highs: function(highs),
      roundingUnits: roundingUnits)
  }
}
