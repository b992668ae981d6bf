import FriseBase
import FriseModel

/// What `load` tells of a table it made.
struct LoadReport {
  private(set) var lines: [Localized] = []

  /// `manner`: How the file is written: format, separator, encoding, header.
  /// `madeCount`: How many rows are not the file's own, and state nothing but a name.
  init(
    _ table: Table, _ columns: [InferredColumn], manner: Localized, notes: [Localized],
    madeCount: Int = 0
  ) {
    let size = LoadReport.size(table.rowCount, columns.count)
    let name = NameWriting.written(table.schema.name.english)
    lines.append(
      Localized(
        en: "\(name): \(size.english) (\(manner.english))",
        fr: "\(name) : \(size.french) (\(manner.french))"))
    var kinds: [Localized] = []
    for column in columns where !kinds.contains(column.kind) { kinds.append(column.kind) }
    for kind in kinds {
      let members = columns.filter { $0.kind == kind }
      let shown = members.prefix(40).map { LoadReport.told($0, of: table.rowCount, madeCount) }
      let more = members.count > 40 ? ", … (\(members.count))" : ""
      lines.append(
        Localized(
          en: "  \(kind.english): \(shown.map(\.english).joined(separator: ", "))\(more)",
          fr: "  \(kind.french) : \(shown.map(\.french).joined(separator: ", "))\(more)"))
    }
    if let index = table.schema.dateColumn {
      let date = NameWriting.written(table.schema.columns[index].name.english)
      lines.append(
        Localized(en: "  date of the rows: \(date)", fr: "  date des lignes : \(date)"))
    }
    for note in notes.prefix(20) {
      lines.append(Localized(en: "  \(note.english)", fr: "  \(note.french)"))
    }
    if notes.count > 20 {
      lines.append(
        Localized(
          en: "  … and \(notes.count - 20) more remarks",
          fr: "  … et \(notes.count - 20) autres remarques"))
    }
  }

  /// A column with its missing share.
  private static func told(
    _ column: InferredColumn, of allCount: Int, _ madeCount: Int
  ) -> Localized {
    let name = column.schema.name
    let rowCount = allCount - madeCount
    let missingCount = column.missingCount - madeCount
    guard missingCount > 0, rowCount > 0 else {
      return Localized(en: NameWriting.written(name.english), fr: NameWriting.written(name.french))
    }
    let share = missingCount * 100 / rowCount
    let percent = share == 0 ? "<1" : "\(share)"
    return Localized(
      en: "\(NameWriting.written(name.english)) (\(percent)% missing)",
      fr: "\(NameWriting.written(name.french)) (\(percent) % d’absents)")
  }

  /// `1 row, 2 columns`; in French nought is singular too.
  static func size(_ rowCount: Int, _ columnCount: Int) -> Localized {
    let (rows, columns) = (count(rowCount), count(columnCount))
    return Localized(
      en: "\(rows.english) \(rowCount == 1 ? "row" : "rows"), "
        + "\(columns.english) \(columnCount == 1 ? "column" : "columns")",
      fr: "\(rows.french) \(rowCount < 2 ? "ligne" : "lignes"), "
        + "\(columns.french) \(columnCount < 2 ? "colonne" : "colonnes")")
  }

  private static func count(_ number: Int) -> Localized {
    let value = Value.number(ExactNumber(number))
    return Localized(
      en: ValueText.human(value, .english), fr: ValueText.human(value, .french))
  }
}
