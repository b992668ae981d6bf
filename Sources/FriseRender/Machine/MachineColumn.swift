import FriseBase
import FriseModel

/// A column of a machine format: its name and where its cells come from. A figure gives four.
struct MachineColumn {
  let name: String
  /// The type as the JSON envelope tells it.
  let type: String
  let source: MachineSource
}

/// Where the cells of a machine column come from.
enum MachineSource {
  case column(Column)
  /// Numbers with others in place of the missing ones: the ends of figures.
  case numbers(NumberColumn, otherwise: NumberColumn)
  /// Words of figures; a row without number has none.
  case words([UInt8], of: NumberColumn)
}

extension MachineColumn {
  /// The machine columns of a result, in order, under the tongue's names.
  static func columns(of result: ResultTable, _ tongue: Tongue) -> [MachineColumn] {
    ShownColumns.listed(result.table).flatMap { index in
      let schema = result.table.schema.columns[index]
      return columns(
        result.table.columns[index], name: schema.name[tongue], type: schema.type, tongue)
    }
  }

  /// One column, or the four of a figure.
  private static func columns(
    _ column: Column, name: String, type: ValueType, _ tongue: Tongue
  ) -> [MachineColumn] {
    guard case .figure = type else {
      return [MachineColumn(name: name, type: typeName(type), source: .column(column))]
    }
    let low = name + Localized(en: "_low", fr: "_bas")[tongue]
    let high = name + Localized(en: "_high", fr: "_haut")[tongue]
    let word = name + Localized(en: "_word", fr: "_mot")[tongue]
    guard case .figure(let figures) = column else {
      return [name, low, high, word].map {
        MachineColumn(name: $0, type: "number", source: .column(column))
      }
    }
    return [
      MachineColumn(name: name, type: "number", source: .column(.number(figures.numbers))),
      MachineColumn(
        name: low, type: "number", source: .numbers(figures.lows, otherwise: figures.numbers)),
      MachineColumn(
        name: high, type: "number", source: .numbers(figures.highs, otherwise: figures.numbers)),
      MachineColumn(name: word, type: "text", source: .words(figures.words, of: figures.numbers)),
    ]
  }

  /// The type as the JSON envelope names it, the same in both tongues.
  private static func typeName(_ type: ValueType) -> String {
    switch type {
    case .none: "none"
    case .number: "number"
    case .figure: "figure"
    case .text, .bilingual: "text"
    case .date: "date"
    case .duration: "duration"
    case .truth: "truth"
    case .link: "link"
    case .list: "list"
    }
  }
}
