import FriseBase
import FriseModel

/// The rows of a result as bars of one column's numbers.
struct BarsContent {
  /// The bar of one row.
  struct Bar {
    /// What the row is called, on one line.
    let label: String
    /// The number as people read it, with its word; nil when nothing is stated.
    let text: String?
    /// Where the bar ends; nil when nothing is stated.
    let number: Double?
    /// What the number may be by its word: both ends the number itself for an exact one.
    let low: Double
    let high: Double

    /// Whether the word leaves open where the bar ends.
    var isInexact: Bool { low < high }
  }

  let rowCount: Int
  /// What the numbers are called.
  let name: String
  /// The ends of the scale; zero is always on it.
  let minimum: Double
  let maximum: Double
  /// Whether some bar is inexact.
  let hasInexact: Bool
  let labels: RowLabels
  private let column: Column
  private let grouping: DigitGrouping
  private let tongue: Tongue

  /// `index`: The column whose numbers are drawn. Nil when it holds no numbers.
  init?(_ result: ResultTable, column index: Int, _ options: RenderOptions) {
    guard result.table.columns.indices.contains(index) else { return nil }
    column = result.table.columns[index]
    switch column {
    case .number, .figure, .none: break
    default: return nil
    }
    let schema = result.table.schema.columns[index]
    grouping = schema.traits.contains(.ungrouped) ? .never : .fromFiveDigits
    tongue = options.tongue
    name = schema.name[tongue]
    rowCount = ShownColumns.rowCount(result, options)
    labels = RowLabels(result, drawn: [index], .dated, options)
    var extent = (minimum: 0.0, maximum: 0.0)
    var hasInexact = false
    for row in 0..<result.table.rowCount {
      guard let reach = BarsContent.reach(column, row) else { continue }
      extent.minimum = min(extent.minimum, reach.low)
      extent.maximum = max(extent.maximum, reach.high)
      if reach.low < reach.high, row < rowCount { hasInexact = true }
    }
    (minimum, maximum) = extent
    self.hasInexact = hasInexact
  }

  /// The bar of one row.
  func bar(_ row: Int) -> Bar {
    let label = labels.label(row)
    // A row without a name in a table that has names is the group of those that have none.
    let named =
      label.isEmpty
      ? (labels.hasNames ? ValueText.none : ValueText.count(row + 1, tongue)) : label
    guard let reach = BarsContent.reach(column, row) else {
      return Bar(label: named, text: nil, number: nil, low: 0, high: 0)
    }
    let text = ValueText.human(column.value(at: row), tongue, grouping: grouping)
    return Bar(
      label: named, text: text, number: reach.number, low: reach.low, high: reach.high)
  }

  /// The number of a row and what it may be: as written, but for «about», which as written is the
  /// number itself, as far as `possibly` reads it.
  private static func reach(
    _ column: Column, _ row: Int
  ) -> (number: Double, low: Double, high: Double)? {
    switch column {
    case .number(let numbers):
      return numbers.number(at: row).map { number in
        let value = number.approximation
        return (value, value, value)
      }
    case .figure(let figures):
      guard let figure = figures.figure(at: row) else { return nil }
      let number = figure.number.approximation
      let range = figure.range(isWidened: figure.word == .about)
      return (
        number, min(number, range.low?.approximation ?? number),
        max(number, range.high?.approximation ?? number)
      )
    default: return nil
    }
  }
}
