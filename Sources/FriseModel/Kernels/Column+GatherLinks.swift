extension Column {
  /// The rows at `links`, in that order, with none where a link is -1: what `place.name` reads.
  package func gather(links: [Int32]) -> Column {
    guard links.contains(where: { $0 < 0 }) else { return gather(links) }
    return switch self {
    case .number(let column): .number(column.gather(links: links))
    case .figure(let column):
      .figure(
        FigureColumn(
          numbers: column.numbers.gather(links: links),
          words: column.words.gather(links: links, none: FigureWord.exact.rawValue),
          lows: column.lows.gather(links: links), highs: column.highs.gather(links: links),
          roundingUnits: entries(column.roundingUnits, at: links)))
    case .text(let column): .text(column.gather(links: links))
    case .bilingual(let english, let french):
      .bilingual(english: english.gather(links: links), french: french.gather(links: links))
    case .date(let column): .date(column.gather(links: links))
    case .duration(let column):
      .duration(
        DurationColumn(
          months: column.months.gather(links: links, none: DurationColumn.none),
          days: column.days.gather(links: links, none: 0)))
    case .truth(let column):
      .truth(
        TruthColumn(
          answers: column.answers.gather(links: links, none: Truth.undecided.rawValue)))
    case .link(let column):
      .link(
        LinkColumn(
          registry: column.registry, rows: column.rows.gather(links: links, none: -1)))
    case .list(let column): .list(column.gather(links: links))
    case .none: .none(count: links.count)
    }
  }
}

extension Array {
  /// The elements at `links`, in that order; `none` where a link is -1.
  func gather(links: [Int32], none: Element) -> [Element] {
    [Element](capacity: links.count) { output in
      for link in links { output.append(link < 0 ? none : self[Int(link)]) }
    }
  }
}

extension NumberColumn {
  /// The rows at `links`; none where a link is -1.
  package func gather(links: [Int32]) -> NumberColumn {
    NumberColumn(
      values: values.gather(links: links, none: NumberColumn.none), scale: scale,
      wide: entries(wide, at: links))
  }
}

extension TextColumn {
  /// The rows at `links`; none where a link is -1.
  package func gather(links: [Int32]) -> TextColumn {
    TextColumn(codes: codes.gather(links: links, none: -1), pool: pool)
  }
}

extension DateColumn {
  /// The rows at `links`; none where a link is -1.
  package func gather(links: [Int32]) -> DateColumn {
    let starts = earliestStart.gather(links: links, none: DateColumn.none)
    let isPlainDays = forms.isEmpty
    func bound(_ days: [Int32]) -> [Int32] {
      isPlainDays ? starts : days.gather(links: links, none: DateColumn.none)
    }
    return DateColumn(
      earliestStart: starts, latestStart: bound(latestStart), earliestEnd: bound(earliestEnd),
      latestEnd: bound(latestEnd), forms: isPlainDays ? [] : forms.gather(links: links, none: 0),
      written: entries(written, at: links))
  }
}

extension ListColumn {
  /// The rows at `links`; an empty list where a link is -1.
  package func gather(links: [Int32]) -> ListColumn {
    var gathered: [Int32] = []
    var starts: [Int32] = [0]
    starts.reserveCapacity(links.count + 1)
    for link in links {
      if link >= 0 {
        gathered.append(contentsOf: offsets[Int(link)]..<offsets[Int(link) + 1])
      }
      starts.append(Int32(gathered.count))
    }
    return ListColumn(offsets: starts, items: items.gather(gathered))
  }

  /// The lists of links followed once more: every item replaced by what `target` holds in that row;
  /// items without a value are left out.
  package func following(_ links: LinkColumn, to target: Column) -> ListColumn {
    ListColumn(offsets: offsets, items: target.gather(links: links.rows)).compacted()
  }

  /// The same lists without items that are none; items that are lists are joined.
  package func compacted() -> ListColumn {
    if case .list(let inner) = items {
      let joined = offsets.map { inner.offsets[Int($0)] }
      return ListColumn(offsets: joined, items: inner.items).compacted()
    }
    let missing = items.isNone.bytes
    var kept: [Int32] = []
    var starts: [Int32] = [0]
    for row in 0..<count {
      for item in offsets[row]..<offsets[row + 1] where missing[Int(item)] != Truth.yes.rawValue {
        kept.append(item)
      }
      starts.append(Int32(kept.count))
    }
    return ListColumn(offsets: starts, items: items.gather(kept))
  }
}

/// The side entries of the rows at `links`, under their new row numbers.
private func entries<Entry>(_ entries: [Int32: Entry], at links: [Int32]) -> [Int32: Entry] {
  guard !entries.isEmpty else { return [:] }
  var result: [Int32: Entry] = [:]
  for position in links.indices {
    if let entry = entries[links[position]] { result[Int32(position)] = entry }
  }
  return result
}
