import FriseBase
import FriseModel

/// Figures that machine formats write as four columns: `people`, `people_low`, `people_high`,
/// `people_word`.
extension TableAssembly {
  /// The names behind a figure's own for its low end, its high end and its word, in both tongues.
  private static let endings = [("_low", "_high", "_word"), ("_bas", "_haut", "_mot")]

  /// Joins the columns of each figure again, where all four are there and say what they should.
  mutating func joinFigures() {
    // A table may have thousands of columns, and mostly no figure.
    let keys = Set(cells.columns.map { TextFold.fold($0.name.english) })
    let lowEnds = TableAssembly.endings.map(\.0)
    guard keys.contains(where: { key in lowEnds.contains { key.hasSuffix($0) } }) else { return }
    for index in columns.indices.reversed() {
      for (low, high, word) in TableAssembly.endings {
        let name = columns[index].schema.name.english
        let lowKey = TextFold.fold(name + low)
        guard keys.contains(lowKey), let lows = column(among: [lowKey]),
          let highs = column(among: [TextFold.fold(name + high)]),
          let words = column(among: [TextFold.fold(name + word)]),
          let figures = figures(index, lows, highs, words)
        else { continue }
        replace(
          index, .figure(FigureColumn(figures)), .figure,
          kind: Localized(en: "figure", fr: "chiffre"))
        let parts = [lows, highs, words].map { columns[$0].schema.name.english }
        drop([lows, highs, words])
        notes.append(
          Localized(
            en: "\(name) is a figure made of it and \(parts.joined(separator: ", "))",
            fr: "\(name) est un chiffre fait de lui et de \(parts.joined(separator: ", "))"))
      }
    }
  }

  private func figures(_ index: Int, _ lows: Int, _ highs: Int, _ words: Int) -> [Figure?]? {
    guard case .number(let numbers) = columns[index].column,
      case .number(let lowNumbers) = columns[lows].column,
      case .number(let highNumbers) = columns[highs].column,
      case .text(let texts) = columns[words].column
    else { return nil }
    var figures: [Figure?] = []
    for row in 0..<cells.rowCount {
      let number = numbers.number(at: row)
      guard let text = texts.text(at: row) else {
        if number != nil { return nil }
        figures.append(nil)
        continue
      }
      guard let number, let word = FigureWord(named: text), let low = lowNumbers.number(at: row),
        let high = highNumbers.number(at: row)
      else { return nil }
      figures.append(Figure(number: number, word: word, low: low, high: high))
    }
    return figures
  }

  /// Takes columns away, and with them their cells.
  private mutating func drop(_ dropped: [Int]) {
    for index in dropped.sorted(by: >) {
      columns.remove(at: index)
      cells.columns.remove(at: index)
      parts = parts.mapValues { $0 > index ? $0 - 1 : $0 }
    }
  }
}
