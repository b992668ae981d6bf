import FriseBase

extension Column {
  /// How many rows it has.
  package var count: Int {
    switch self {
    case .number(let column): column.values.count
    case .figure(let column): column.words.count
    case .text(let column): column.codes.count
    case .bilingual(let english, _): english.codes.count
    case .date(let column): column.earliestStart.count
    case .duration(let column): column.months.count
    case .truth(let column): column.answers.count
    case .link(let column): column.rows.count
    case .list(let column): column.offsets.count - 1
    case .none(let count): count
    }
  }

  /// The cell of one row. For the edges only: never in a loop over a large table.
  package func value(at row: Int) -> Value {
    switch self {
    case .number(let column): column.number(at: row).map(Value.number) ?? .none
    case .figure(let column): column.figure(at: row).map(Value.figure) ?? .none
    case .text(let column): column.text(at: row).map(Value.text) ?? .none
    case .bilingual(let english, let french): Column.bilingualValue(english, french, at: row)
    case .date(let column): column.date(at: row).map(Value.date) ?? .none
    case .duration(let column):
      column.months[row] == DurationColumn.none
        ? .none : .duration(CalendarDuration(months: column.months[row], days: column.days[row]))
    case .truth(let column): .truth(Truth(rawValue: column.answers[row]) ?? .undecided)
    case .link(let column):
      column.rows[row] < 0 ? .none : .link(column.registry, row: column.rows[row])
    case .list(let column): column.value(at: row)
    case .none: .none
    }
  }

  private static func bilingualValue(
    _ english: TextColumn, _ french: TextColumn, at row: Int
  ) -> Value {
    switch (english.text(at: row), french.text(at: row)) {
    case (nil, nil): .none
    case (let text?, nil), (nil, let text?): .text(text)
    case (let inEnglish?, let inFrench?): .bilingual(Localized(en: inEnglish, fr: inFrench))
    }
  }

  /// The rows at `indices`, in that order.
  package func gather(_ indices: [Int32]) -> Column {
    switch self {
    case .number(let column): .number(column.gather(indices))
    case .figure(let column):
      .figure(
        FigureColumn(
          numbers: column.numbers.gather(indices), words: column.words.gather(indices),
          lows: column.lows.gather(indices), highs: column.highs.gather(indices),
          roundingUnits: column.roundingUnits.gather(indices)))
    case .text(let column): .text(column.gather(indices))
    case .bilingual(let english, let french):
      .bilingual(english: english.gather(indices), french: french.gather(indices))
    case .date(let column): .date(column.gather(indices))
    case .duration(let column):
      .duration(
        DurationColumn(
          months: column.months.gather(indices), days: column.days.gather(indices)))
    case .truth(let column): .truth(TruthColumn(answers: column.answers.gather(indices)))
    case .link(let column):
      .link(LinkColumn(registry: column.registry, rows: column.rows.gather(indices)))
    case .list(let column): .list(column.gather(indices))
    case .none: .none(count: indices.count)
    }
  }
}

extension Array {
  /// The elements at `indices`, in that order.
  package func gather(_ indices: [Int32]) -> [Element] { gathered(indices) }

  /// The same for callers that know the type. Where each goes needs no check, where it comes from
  /// does.
  @inline(__always)
  fileprivate func gathered(_ indices: [Int32]) -> [Element] {
    unsafe [Element](unsafeUninitializedCapacity: indices.count) { output, count in
      for place in indices.indices {
        let element = self[Int(indices[place])]
        unsafe output.initializeElement(at: place, to: element)
      }
      count = indices.count
    }
  }
}

extension [Int32] {
  /// The elements at `indices`, in that order. The general form is not specialised for callers in
  /// other modules, where it takes ten times as long.
  package func gather(_ indices: [Int32]) -> [Int32] { gathered(indices) }
}

extension NumberColumn {
  /// The number of one row, or nil.
  package func number(at row: Int) -> ExactNumber? {
    let value = values[row]
    if value != NumberColumn.none {
      return ExactNumber(coefficient: Int128(value), scale: scale)
    }
    return wide.isEmpty ? nil : wide[Int32(row)]
  }

  package func gather(_ indices: [Int32]) -> NumberColumn {
    NumberColumn(values: values.gather(indices), scale: scale, wide: wide.gather(indices))
  }
}

extension FigureColumn {
  /// The figure of one row, or nil.
  package func figure(at row: Int) -> Figure? {
    guard let number = numbers.number(at: row) else { return nil }
    return Figure(
      number: number, word: FigureWord(rawValue: words[row]) ?? .exact,
      low: lows.number(at: row) ?? number, high: highs.number(at: row) ?? number,
      roundingUnit: roundingUnits.isEmpty ? nil : roundingUnits[Int32(clamping: row)])
  }
}

extension TextColumn {
  /// The text of one row, or nil.
  package func text(at row: Int) -> String? {
    codes[row] < 0 ? nil : pool[codes[row]]
  }

  package func gather(_ indices: [Int32]) -> TextColumn {
    TextColumn(codes: codes.gather(indices), pool: pool)
  }
}

extension DateColumn {
  package func gather(_ indices: [Int32]) -> DateColumn {
    let starts = earliestStart.gather(indices)
    let isPlainDays = forms.isEmpty
    return DateColumn(
      earliestStart: starts,
      latestStart: isPlainDays ? starts : latestStart.gather(indices),
      earliestEnd: isPlainDays ? starts : earliestEnd.gather(indices),
      latestEnd: isPlainDays ? starts : latestEnd.gather(indices),
      forms: isPlainDays ? [] : forms.gather(indices), written: written.gather(indices))
  }
}

extension ListColumn {
  /// The list of one row; none when it is empty.
  package func value(at row: Int) -> Value {
    let range = Int(offsets[row])..<Int(offsets[row + 1])
    return range.isEmpty ? .none : .list(range.map { items.value(at: $0) })
  }

  package func gather(_ indices: [Int32]) -> ListColumn {
    var gathered: [Int32] = []
    var starts: [Int32] = [0]
    starts.reserveCapacity(indices.count + 1)
    for index in indices {
      gathered.append(contentsOf: offsets[Int(index)]..<offsets[Int(index) + 1])
      starts.append(Int32(gathered.count))
    }
    return ListColumn(offsets: starts, items: items.gather(gathered))
  }
}

extension [Int32: ExactNumber] {
  fileprivate func gather(_ indices: [Int32]) -> Self { gathered(self, indices) }
}

extension [Int32: DateValue] {
  fileprivate func gather(_ indices: [Int32]) -> Self { gathered(self, indices) }
}

/// The side entries of the rows at `indices`, under their new row numbers.
private func gathered<Entry>(
  _ entries: [Int32: Entry], _ indices: [Int32]
) -> [Int32: Entry] {
  guard !entries.isEmpty else { return [:] }
  var result: [Int32: Entry] = [:]
  // Few rows have an entry: a bit for each row spares looking up the others.
  let greatest = Int(entries.keys.max() ?? 0)
  var hasEntry = [UInt64](repeating: 0, count: greatest / 64 + 1)
  for row in entries.keys { hasEntry[Int(row) / 64] |= 1 << UInt64(row & 63) }
  for position in indices.indices {
    let index = indices[position]
    guard index <= greatest, hasEntry[Int(index) / 64] >> UInt64(index & 63) & 1 == 1 else {
      continue
    }
    result[Int32(position)] = entries[index]
  }
  return result
}
