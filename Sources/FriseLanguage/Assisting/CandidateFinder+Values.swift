import FriseBase
import FriseModel
import FriseSyntax

/// Values of the data: names of units, texts of a column.
extension CandidateFinder {
  /// How many values are offered at most.
  private static let valuesMax = 500

  /// Values that may stand at the cursor.
  struct Values {
    var items: [Candidate] = []
    /// How many more there are.
    var leftOut = 0
    /// What all of them begin with, where some are left out.
    var common: String?
  }

  /// The values that fit what the place is compared with and begin as `key`, a fold.
  func values(_ key: String) -> Values {
    guard position == .operand, let value = probe.left?.value else { return Values() }
    switch value.type.item {
    case .link(let table): return Values(items: units(of: table, key))
    case .text, .bilingual:
      guard let place = columnOfTexts, waits || !engine.isUnread(place.index, of: place.table),
        let table = try? engine.table(place.table, columns: [place.index])
      else { return Values() }
      return texts(of: table.columns[place.index], key)
    default: return Values()
    }
  }

  /// Units by name; by their name in the other tongue where none begins so in this one.
  private func units(of table: TableID, _ key: String) -> [Candidate] {
    // Past the last column: the names of the rows.
    let names = engine.visibleTables.first { $0.id == table }?.columns.count ?? 0
    guard let registry = try? engine.table(table, columns: [names])?.registry else { return [] }
    func named(in searched: Tongue) -> [Candidate] {
      var found: [Candidate] = []
      for row in 0..<Int32(clamping: registry.count) where found.count < Self.valuesMax {
        let name = registry.name(row)
        guard TextFold.fold(name[searched]).hasPrefix(key) else { continue }
        found.append(value(name[tongue], note: Localized(same: registry.id(row))))
      }
      return found
    }
    let own = named(in: tongue)
    return own.isEmpty ? named(in: tongue.other) : own
  }

  /// The column of stored texts that the place is compared with.
  var columnOfTexts: (table: TableID, index: Int)? {
    guard position == .operand, let (value, rows) = probe.left, let rows, let id = rows.table,
      case .column(let index) = value.node, rows.columns.indices.contains(index),
      let schema = engine.visibleTables.first(where: { $0.id == id }),
      let column = schema.columns.firstIndex(where: { $0.name == rows.columns[index].name })
    else { return nil }
    switch value.type.item {
    case .text, .bilingual: return (id, column)
    default: return nil
    }
  }

  private func texts(of column: Column, _ key: String) -> Values {
    switch column {
    case .text(let texts):
      let found = texts.pool.texts(beginning: Array(key.utf8), atMost: Self.valuesMax)
      let items = found.codes.map { value(texts.pool[$0], note: Localized(same: "")) }
      let leftOut = found.count - items.count
      let common = String(decoding: found.common, as: UTF8.self)
      return Values(
        items: items, leftOut: leftOut, common: leftOut > 0 ? beginning(common) : nil)
    case .bilingual(let english, let french):
      return texts(of: .text(tongue == .english ? english : french), key)
    case .list(let list): return texts(of: list.items, key)
    default: return Values()
    }
  }

  /// The beginning of a value as it is written.
  private func beginning(_ text: String) -> String {
    (quotation == nil ? "\"" : "") + escaped(text)
  }

  /// A value as it is written: within an open text, up to its end.
  private func value(_ text: String, note: Localized) -> Candidate {
    let escaped = escaped(text)
    switch quotation {
    case nil: return Candidate(.value, "\"\(escaped)\"", note: note)
    case UInt8(ascii: "\""): return Candidate(.value, "\(escaped)\"", note: note)
    default: return Candidate(.value, "\(text)»", note: note)
    }
  }

  private func escaped(_ text: String) -> String {
    guard quotation != 0xC2, text.utf8.contains(where: { $0 == 0x22 || $0 == 0x5C }) else {
      return text
    }
    return text.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
  }
}
