import FriseBase
import FriseModel
import FriseSyntax

/// Values of the data: names of units, texts of a column.
extension CandidateFinder {
  /// How many values are offered at most.
  private static let valuesMax = 500

  /// The values that fit what the place is compared with and begin as `key`, a fold.
  func values(_ key: String) -> [Candidate] {
    guard position == .operand, let (value, rows) = probe.left else { return [] }
    switch value.type.item {
    case .link(let table): return units(of: table, key)
    case .text, .bilingual: return texts(of: value, rows, key)
    default: return []
    }
  }

  /// Units by name; by their name in the other tongue where none begins so in this one.
  private func units(of table: TableID, _ key: String) -> [Candidate] {
    guard let registry = try? engine.data.table(table)?.registry else { return [] }
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

  private func texts(of value: Resolved, _ rows: Shape?, _ key: String) -> [Candidate] {
    guard case .column(let index) = value.node, let rows, rows.columns.indices.contains(index),
      let id = rows.table, let table = try? engine.data.table(id),
      let column = table.schema.columns.firstIndex(where: { $0.name == rows.columns[index].name })
    else { return [] }
    return texts(of: table.columns[column], key)
  }

  private func texts(of column: Column, _ key: String) -> [Candidate] {
    switch column {
    case .text(let texts):
      return texts.pool.texts(beginning: key, atMost: Self.valuesMax)
        .map { value($0, note: Localized(same: "")) }
    case .bilingual(let english, let french):
      return texts(of: .text(tongue == .english ? english : french), key)
    case .list(let list): return texts(of: list.items, key)
    default: return []
    }
  }

  /// A value as it is written: within an open text, up to its end.
  private func value(_ text: String, note: Localized) -> Candidate {
    let escaped = text.map { character -> String in
      switch character {
      case "\"", "\\": "\\\(character)"
      default: String(character)
      }
    }.joined()
    switch quotation {
    case nil: return Candidate(.value, "\"\(escaped)\"", note: note)
    case UInt8(ascii: "\""): return Candidate(.value, "\(escaped)\"", note: note)
    default: return Candidate(.value, "\(text)»", note: note)
    }
  }
}

extension StringPool {
  /// The texts whose fold begins with `key`, in the order of the pool. O(bytes of the folds).
  fileprivate func texts(beginning key: String, atMost limit: Int) -> [String] {
    let wanted = Array(key.utf8)
    let folded = folds
    let bytes = folded.bytes
    var found: [String] = []
    for code in 0..<count where found.count < limit {
      let start = Int(folded.offsets[code])
      let length = Int(folded.offsets[code + 1]) - start
      guard length >= wanted.count, length > 0 else { continue }
      var same = 0
      while same < wanted.count, bytes[start + same] == wanted[same] { same += 1 }
      if same == wanted.count { found.append(self[Int32(code)]) }
    }
    return found
  }
}
