import FriseBase
import FriseModel

/// What rows are called in a picture, and what else there is to tell of them: the columns that
/// human formats show, but for those that the picture draws.
struct RowLabels {
  /// Which columns make up the name of a row.
  enum Manner {
    /// What the row is called in its table, else the first that says something in words; of a table
    /// whose columns were chosen, all.
    case leading
    /// Date, then the same; of a table whose columns were chosen, all words and dates.
    case dated
  }

  /// The columns that make up the name, then those that are told besides.
  private let named: [Int]
  private let told: [Int]
  private let isEveryColumnNamed: Bool
  private let result: ResultTable
  private let tongue: Tongue
  /// What each row is called in its table, where that stands in place of the first words.
  private let rowNames: LinkColumn?

  /// `drawn`: The columns that the picture draws.
  init(_ result: ResultTable, drawn: [Int], _ manner: Manner, _ options: RenderOptions) {
    self.result = result
    tongue = options.tongue
    told = ShownColumns.human(result, options).filter { !drawn.contains($0) }
    rowNames = result.columnsWereChosen ? nil : RowLabels.rowNames(result)
    let schema = result.table.schema.columns
    switch manner {
    case .leading where result.columnsWereChosen:
      named = told
      isEveryColumnNamed = true
    case .leading:
      named = RowLabels.inWords(told.filter { schema[$0].type.isWords }, result)
      isEveryColumnNamed = false
    case .dated:
      let words = told.filter { schema[$0].type.isWords || schema[$0].type == .date }
      let isChosen = result.columnsWereChosen
      let first = RowLabels.inWords(words.filter { schema[$0].type.isWords }, result).first
      named = words.filter { isChosen || $0 == first || schema[$0].type == .date }
      isEveryColumnNamed = true
    }
  }

  /// The columns with those first that hold phrases, so that an id or a code names a row only where
  /// nothing else does.
  private static func inWords(_ columns: [Int], _ result: ResultTable) -> [Int] {
    let rows = 0..<min(50, result.table.rowCount)
    func holdsPhrases(_ column: Int) -> Bool {
      rows.contains { row in
        ValueText.human(result.table.columns[column].value(at: row), .english).contains(" ")
      }
    }
    return columns.filter(holdsPhrases) + columns.filter { !holdsPhrases($0) }
  }

  /// The rows that the rows at hand are, of a table that names its rows.
  private static func rowNames(_ result: ResultTable) -> LinkColumn? {
    guard let index = result.rowLink, result.table.columns.indices.contains(index),
      case .link(let links) = result.table.columns[index]
    else { return nil }
    return links
  }

  /// Whether rows have names at all.
  var hasNames: Bool { rowNames != nil || !named.isEmpty }

  /// The name of a row, on one line; empty when nothing is stated.
  func label(_ row: Int) -> String {
    var parts: [String] = []
    var name = rowName(row)
    for column in named {
      let schema = result.table.schema.columns[column]
      if let known = name, schema.type.isWords {
        parts.append(known)
        name = nil
        guard isEveryColumnNamed else { break }
        continue
      }
      guard let text = text(row, column) else { continue }
      let isPlain = schema.type.isWords || (isEveryColumnNamed && schema.type == .date)
      parts.append(isPlain ? text : schema.name[tongue] + RowLabels.colon[tongue] + text)
      if !isEveryColumnNamed { break }
    }
    // A table may name its rows by what no column of the listing says.
    if let name { parts.append(name) }
    return parts.joined(separator: " · ")
  }

  /// What a row is called in its table; nil where that is no more than its id.
  private func rowName(_ row: Int) -> String? {
    guard let rowNames, let id = rowID(row) else { return nil }
    let name = rowNames.registry.name(rowNames.rows[row])[tongue]
    return name.isEmpty || name == id ? nil : RowLabels.onOneLine(name)
  }

  private func rowID(_ row: Int) -> String? {
    guard let rowNames, rowNames.rows[row] >= 0 else { return nil }
    return rowNames.registry.id(rowNames.rows[row])
  }

  /// The names and values of all columns that are told and stated.
  func details(_ row: Int) -> [TimelinePicture.Detail] {
    told.compactMap { column in
      text(row, column).map {
        TimelinePicture.Detail(name: result.table.schema.columns[column].name[tongue], value: $0)
      }
    }
  }

  /// A cell as people read it, on one line; nil when nothing is stated.
  private func text(_ row: Int, _ column: Int) -> String? {
    let value = result.table.columns[column].value(at: row)
    if case .none = value { return nil }
    let traits = result.table.schema.columns[column].traits
    let text = ValueText.human(
      value, tongue, grouping: traits.contains(.ungrouped) ? .never : .fromFiveDigits)
    return RowLabels.onOneLine(text)
  }

  /// A text with its line ends and tabs as spaces.
  static func onOneLine(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) else {
      return text
    }
    return String(text.map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }

  /// What stands between a name and its value.
  static let colon = Localized(en: ": ", fr: "\u{202F}: ")
}

extension ValueType {
  /// True for what is said in words: texts, links, lists of them.
  fileprivate var isWords: Bool {
    switch item {
    case .text, .bilingual, .link: true
    default: false
    }
  }

  /// What a list holds, else the type itself.
  private var item: ValueType {
    if case .list(let item) = self { return item }
    return self
  }
}
