import FriseBase
import FriseModel

/// Which columns of a result a format shows.
enum ShownColumns {
  /// Every column but those reached by name only: machine formats and `record`.
  static func listed(_ table: Table) -> [Int] {
    table.schema.columns.indices.filter { !table.schema.columns[$0].traits.contains(.hidden) }
  }

  /// What human formats show: the main columns, until a `select` or the options ask for all. A
  /// table without main columns shows all.
  static func human(_ result: ResultTable, _ options: RenderOptions) -> [Int] {
    let listed = listed(result.table)
    var shown = listed
    if !result.columnsWereChosen, !options.showsAllColumns {
      let main = listed.filter { result.table.schema.columns[$0].traits.contains(.main) }
      if !main.isEmpty { shown = main }
    }
    return Array(shown.prefix(max(1, options.maximumColumns ?? Int.max)))
  }

  /// How many rows human formats show.
  static func rowCount(_ result: ResultTable, _ options: RenderOptions) -> Int {
    min(result.table.rowCount, max(0, options.maximumRows ?? Int.max))
  }
}

/// The line that says how many rows there are, and what was left out.
enum CountLine {
  /// `17 rows`, «17 lignes»; `40 of 312 rows, 2 of 9 columns; .last shows all` when something was
  /// cut.
  ///
  /// Columns are named only where a maximum was given: a terminal, not a file.
  ///
  /// Behind it stands what the result is called, where it is: `17 rows (_3)`.
  static func text(_ result: ResultTable, columnsShown: Int, _ options: RenderOptions) -> String {
    let name = options.resultName.map { " (\($0))" } ?? ""
    return counts(result, columnsShown: columnsShown, options) + name
  }

  private static func counts(
    _ result: ResultTable, columnsShown: Int, _ options: RenderOptions
  ) -> String {
    let total = result.table.rowCount
    let rows = part(
      ShownColumns.rowCount(result, options), of: total,
      one: Localized(en: "row", fr: "ligne"), many: Localized(en: "rows", fr: "lignes"),
      options.tongue)
    let isCutting = options.maximumRows != nil || options.maximumColumns != nil
    let columnsTotal = ShownColumns.listed(result.table).count
    let areRowsCut = ShownColumns.rowCount(result, options) < total
    let areColumnsCut = isCutting && columnsShown < columnsTotal
    guard areRowsCut || areColumnsCut else { return rows }
    var line = rows
    if areColumnsCut {
      line += ", "
      line += part(
        columnsShown, of: columnsTotal, one: Localized(en: "column", fr: "colonne"),
        many: Localized(en: "columns", fr: "colonnes"), options.tongue)
    }
    line += Localized(en: "; .last shows all", fr: "\u{202F}; .last montre tout")[options.tongue]
    return line
  }

  /// `17 rows`, or `40 of 312 rows` / «40 lignes sur 312».
  private static func part(
    _ shown: Int, of total: Int, one: Localized, many: Localized, _ tongue: Tongue
  ) -> String {
    let shownText = ValueText.count(shown, tongue)
    let totalText = ValueText.count(total, tongue)
    func noun(_ count: Int) -> String {
      (ValueText.isPlural(count, tongue) ? many : one)[tongue]
    }
    if shown == total { return "\(totalText) \(noun(total))" }
    return switch tongue {
    case .english: "\(shownText) of \(totalText) \(noun(total))"
    case .french: "\(shownText) \(noun(shown)) sur \(totalText)"
    }
  }
}
