/// Which rows of a table are kept, ascending.
package enum Selection: Sendable {
  case all(count: Int)
  case range(Range<Int>)
  case indices([Int32])

  /// How many rows are kept.
  package var count: Int {
    switch self {
    case .all(let count): count
    case .range(let range): range.count
    case .indices(let rows): rows.count
    }
  }

  /// The kept rows, ascending.
  package var rows: [Int32] {
    switch self {
    case .all(let count): Array(0..<Int32(count))
    case .range(let range): Array(Int32(range.lowerBound)..<Int32(range.upperBound))
    case .indices(let rows): rows
    }
  }
}

extension Table {
  /// The kept rows. Links into this table count its rows by number, so that the registry stays only
  /// when every row does.
  package func select(_ selection: Selection) -> Table {
    if case .all = selection { return self }
    return Table(
      schema: schema, columns: columns.map { $0.select(selection) }, rowCount: selection.count)
  }

  /// The rows at `indices`, in that order.
  package func gather(_ indices: [Int32]) -> Table {
    Table(schema: schema, columns: columns.map { $0.gather(indices) }, rowCount: indices.count)
  }
}

extension Column {
  /// The kept rows. What is known of the order of the rows stays known.
  package func select(_ selection: Selection) -> Column {
    switch selection {
    case .all: return self
    case .range(let range): return slice(range)
    case .indices(let rows):
      switch (self, gather(rows)) {
      case (.number(let before), .number(var after)):
        after.isSorted = before.isSorted
        return .number(after)
      case (.date(let before), .date(var after)):
        after.isSorted = before.isSorted
        return .date(after)
      case (_, let gathered): return gathered
      }
    }
  }

  /// One run of rows.
  package func slice(_ range: Range<Int>) -> Column {
    switch self {
    case .number(let column): .number(column.slice(range))
    case .figure(let column):
      .figure(
        FigureColumn(
          numbers: column.numbers.slice(range), words: Array(column.words[range]),
          lows: column.lows.slice(range), highs: column.highs.slice(range),
          roundingUnits: entries(column.roundingUnits, in: range)))
    case .text(let column): .text(column.slice(range))
    case .bilingual(let english, let french):
      .bilingual(english: english.slice(range), french: french.slice(range))
    case .date(let column): .date(column.slice(range))
    case .duration(let column):
      .duration(
        DurationColumn(months: Array(column.months[range]), days: Array(column.days[range])))
    case .truth(let column): .truth(TruthColumn(answers: Array(column.answers[range])))
    case .link(let column):
      .link(LinkColumn(registry: column.registry, rows: Array(column.rows[range])))
    case .list(let column): .list(column.slice(range))
    case .none: .none(count: range.count)
    }
  }
}

extension NumberColumn {
  /// One run of rows.
  package func slice(_ range: Range<Int>) -> NumberColumn {
    NumberColumn(
      values: Array(values[range]), scale: scale, wide: entries(wide, in: range),
      isSorted: isSorted)
  }
}

extension TextColumn {
  /// One run of rows.
  package func slice(_ range: Range<Int>) -> TextColumn {
    TextColumn(codes: Array(codes[range]), pool: pool)
  }
}

extension DateColumn {
  /// One run of rows.
  package func slice(_ range: Range<Int>) -> DateColumn {
    let starts = Array(earliestStart[range])
    let isPlainDays = forms.isEmpty
    return DateColumn(
      earliestStart: starts,
      latestStart: isPlainDays ? starts : Array(latestStart[range]),
      earliestEnd: isPlainDays ? starts : Array(earliestEnd[range]),
      latestEnd: isPlainDays ? starts : Array(latestEnd[range]),
      forms: isPlainDays ? [] : Array(forms[range]), written: entries(written, in: range),
      isSorted: isSorted)
  }
}

extension ListColumn {
  /// One run of rows, with their items alone.
  package func slice(_ range: Range<Int>) -> ListColumn {
    let base = offsets[range.lowerBound]
    return ListColumn(
      offsets: offsets[range.lowerBound...range.upperBound].map { $0 - base },
      items: items.slice(Int(base)..<Int(offsets[range.upperBound])))
  }
}

/// The side entries of a run of rows, under their new row numbers.
private func entries<Entry>(_ entries: [Int32: Entry], in range: Range<Int>) -> [Int32: Entry] {
  guard !entries.isEmpty else { return [:] }
  var result: [Int32: Entry] = [:]
  for (row, entry) in entries where range.contains(Int(row)) {
    result[row - Int32(range.lowerBound)] = entry
  }
  return result
}
