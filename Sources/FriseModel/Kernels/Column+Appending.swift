extension Column {
  /// One value for every row.
  package static func repeating(_ value: Value, type: ValueType, count: Int) -> Column {
    Column([value], type: type).gather([Int32](repeating: 0, count: count))
  }

  /// Both columns as columns of one type that holds the values of either, or nil when there is
  /// none:
  /// none becomes any type, a number a figure, a text a text of both tongues, a link a text of both
  /// tongues unless both link to one table.
  package static func unified(_ first: Column, _ second: Column) -> (Column, Column)? {
    switch (first, second) {
    case (.number, .number), (.figure, .figure), (.text, .text), (.bilingual, .bilingual),
      (.date, .date), (.duration, .duration), (.truth, .truth), (.none, .none):
      return (first, second)
    case (.none(let count), let other): return (other.nones(count), other)
    case (let other, .none(let count)): return (other, other.nones(count))
    case (.number(let numbers), .figure): return (.figure(FigureColumn(numbers)), second)
    case (.figure, .number(let numbers)): return (first, .figure(FigureColumn(numbers)))
    case (.text(let text), .bilingual): return (.bilingual(english: text, french: text), second)
    case (.bilingual, .text(let text)): return (first, .bilingual(english: text, french: text))
    case (.link(let left), .link(let right)) where left.registry.table == right.registry.table:
      return (first, second)
    case (.link(let left), .link), (.link(let left), .text), (.link(let left), .bilingual):
      return unified(left.names, second)
    case (.text, .link(let right)), (.bilingual, .link(let right)):
      return unified(first, right.names)
    case (.list(let left), .list(let right)):
      guard let (leftItems, rightItems) = unified(left.items, right.items) else { return nil }
      return (
        .list(ListColumn(offsets: left.offsets, items: leftItems)),
        .list(ListColumn(offsets: right.offsets, items: rightItems))
      )
    default: return nil
    }
  }

  /// A column of the same type with nothing stated in `count` rows.
  private func nones(_ count: Int) -> Column {
    gather(links: [Int32](repeating: -1, count: count))
  }

  /// The rows of this column, then those of another, or nil when no type holds both.
  package func appending(_ other: Column) -> Column? {
    guard let (first, second) = Column.unified(self, other) else { return nil }
    switch (first, second) {
    case (.number(let left), .number(let right)): return .number(left.appending(right))
    case (.figure(let left), .figure(let right)):
      return .figure(left.appending(right))
    case (.text(let left), .text(let right)): return .text(left.appending(right))
    case (.bilingual(let english, let french), .bilingual(let otherEnglish, let otherFrench)):
      return .bilingual(
        english: english.appending(otherEnglish), french: french.appending(otherFrench))
    case (.date(let left), .date(let right)): return .date(left.appending(right))
    case (.duration(let left), .duration(let right)):
      return .duration(
        DurationColumn(months: left.months + right.months, days: left.days + right.days))
    case (.truth(let left), .truth(let right)):
      return .truth(TruthColumn(answers: left.answers + right.answers))
    case (.link(let left), .link(let right)):
      return .link(LinkColumn(registry: left.registry, rows: left.rows + right.rows))
    case (.list(let left), .list(let right)): return left.appending(right).map(Column.list)
    default: return .none(count: first.count + second.count)
    }
  }

  /// Row by row the one value or the other by the answer, and none where that is undecided; nil
  /// when
  /// no type holds both.
  package static func choose(_ answers: Answers, then: Column, else: Column) -> Column? {
    if case .constant(.yes, _) = answers, let unified = unified(then, `else`) { return unified.0 }
    if case .constant(.no, _) = answers, let unified = unified(then, `else`) { return unified.1 }
    let count = Int32(answers.count)
    let bytes = answers.bytes
    var links = [Int32](repeating: -1, count: bytes.count)
    for row in bytes.indices {
      let own = Int32(truncatingIfNeeded: row)
      links[row] = bytes[row] == 2 ? own : bytes[row] == 0 ? own &+ count : -1
    }
    return then.appending(`else`)?.gather(links: links)
  }

  /// Row by row the first value, or the second where the first is none; nil when no type holds
  /// both.
  package static func coalesce(_ first: Column, _ second: Column) -> Column? {
    choose(first.isNone, then: second, else: first)
  }
}

extension NumberColumn {
  /// The rows of this column, then those of another, at the greater scale.
  package func appending(_ other: NumberColumn) -> NumberColumn {
    let scale = max(scale, other.scale)
    let (first, second) = (atScale(scale), other.atScale(scale))
    var joined = NumberColumn(values: first.values + second.values, scale: scale, wide: first.wide)
    for (row, number) in second.wide { joined.wide[row + Int32(first.count)] = number }
    return joined
  }

  /// The same numbers at a scale that is not less than this column's.
  package func atScale(_ target: UInt8) -> NumberColumn {
    guard target > scale else { return self }
    var raised = self
    raised.scale = target
    let unit = target - scale <= 18 ? PowersOfTen.narrow[Int(target - scale)] : .max
    for row in values.indices where values[row] != NumberColumn.none {
      let (product, overflow) = values[row].multipliedReportingOverflow(by: unit)
      if overflow || product == NumberColumn.none || unit == .max && values[row] != 0 {
        raised.wide[Int32(row)] = number(at: row)
        raised.values[row] = NumberColumn.none
      } else {
        raised.values[row] = product
      }
    }
    return raised
  }
}

extension FigureColumn {
  /// The rows of this column, then those of another.
  package func appending(_ other: FigureColumn) -> FigureColumn {
    var joined = FigureColumn(
      numbers: numbers.appending(other.numbers), words: words + other.words,
      lows: lows.appending(other.lows), highs: highs.appending(other.highs),
      roundingUnits: roundingUnits)
    for (row, unit) in other.roundingUnits {
      joined.roundingUnits[row + Int32(words.count)] = unit
    }
    return joined
  }
}

extension DateColumn {
  /// The rows of this column, then those of another.
  package func appending(_ other: DateColumn) -> DateColumn {
    let starts = earliestStart + other.earliestStart
    let isPlainDays = forms.isEmpty && other.forms.isEmpty
    let ownForms = forms.isEmpty ? [UInt8](repeating: 0, count: earliestStart.count) : forms
    let otherForms =
      other.forms.isEmpty ? [UInt8](repeating: 0, count: other.earliestStart.count) : other.forms
    var allWritten = written
    for (row, date) in other.written { allWritten[row + Int32(earliestStart.count)] = date }
    return DateColumn(
      earliestStart: starts,
      latestStart: isPlainDays ? starts : latestStart + other.latestStart,
      earliestEnd: isPlainDays ? starts : earliestEnd + other.earliestEnd,
      latestEnd: isPlainDays ? starts : latestEnd + other.latestEnd,
      forms: isPlainDays ? [] : ownForms + otherForms, written: allWritten)
  }
}

extension ListColumn {
  /// The rows of this column, then those of another, or nil when no type holds the items of both.
  package func appending(_ other: ListColumn) -> ListColumn? {
    // Items that no row holds, before the first offset or after the last, would fall into a row.
    let (first, second) = (slice(0..<count), other.slice(0..<other.count))
    guard let joined = first.items.appending(second.items) else { return nil }
    let base = Int32(first.items.count)
    return ListColumn(
      offsets: first.offsets + second.offsets.dropFirst().map { $0 + base }, items: joined)
  }
}
