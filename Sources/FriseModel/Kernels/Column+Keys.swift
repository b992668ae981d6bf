extension Column {
  /// Rows numbered by value: texts by the fold, dates by their four bounds, figures by number, word
  /// and ends, texts of two tongues by both, lists by their items in order.
  package func keyCodes() -> KeyCodes {
    switch self {
    case .number(let column): column.keyCodes()
    case .figure(let column): column.keyCodes()
    case .text(let column): column.keyCodes()
    case .bilingual(let english, let french): Column.keyCodes(english, french)
    case .date(let column): column.keyCodes()
    case .duration(let column):
      column.keyCodes()
    case .truth(let column): KeyCodes(ids: column.answers.map(Int32.init), limit: 3)
    case .link(let column):
      KeyCodes(ids: column.rows.map { $0 + 1 }, limit: column.registry.count + 1)
    case .list(let column): column.keyCodes()
    case .none(let count): KeyCodes(alike: count)
    }
  }

  /// The first row with each value, and how many values were made one by the fold.
  package func firstRowOfEachValue() -> (rows: [Int32], mergedSpellings: Int) {
    if case .text(let column) = self { return column.firstRowOfEachValue() }
    let keys = keyCodes()
    return (keys.firstRows, keys.mergedSpellings)
  }

  /// Several keys as one.
  fileprivate static func keyCodes(joining keys: [KeyCodes], count: Int) -> KeyCodes {
    KeyCodes.combined(keys) ?? KeyCodes(alike: count)
  }

  /// Keys of a text of two tongues; a value merges spellings when either of its texts does.
  private static func keyCodes(_ english: TextColumn, _ french: TextColumn) -> KeyCodes {
    let (first, second) = (english.keyCodes(), french.keyCodes())
    var both = keyCodes(joining: [first, second], count: english.codes.count)
    both.mergedSpellings = max(first.mergedSpellings, second.mergedSpellings)
    return both
  }
}

extension KeyCodes {
  /// Numbers the rows by whole numbers: through a table when they lie close together.
  init(values: [Int64]) {
    var least = Int64.max
    var greatest = Int64.min
    for value in values where value != NumberColumn.none {
      least = min(least, value)
      greatest = max(greatest, value)
    }
    guard least <= greatest else {
      self.init(alike: values.count)
      return
    }
    let (width, overflow) = greatest.subtractingReportingOverflow(least)
    if !overflow, width < Int64(max(1 << 16, 2 * values.count)) {
      var ids = [Int32](repeating: 0, count: values.count)
      for row in ids.indices where values[row] != NumberColumn.none {
        ids[row] = Int32(truncatingIfNeeded: values[row] &- least &+ 1)
      }
      self.init(ids: ids, limit: Int(width) + 2)
    } else {
      self.init(hashing: values.map { UInt64(bitPattern: $0) })
    }
  }
}

extension NumberColumn {
  /// Rows numbered by value.
  func keyCodes() -> KeyCodes {
    let keys = KeyCodes(values: values)
    guard !wide.isEmpty else { return keys }
    // The wide numbers are numbered apart; the others have number 0 there.
    var known: [ExactNumber: Int32] = [:]
    var ids = [Int32](repeating: 0, count: values.count)
    for (row, number) in wide {
      let id = known[number] ?? Int32(known.count + 1)
      known[number] = id
      ids[Int(row)] = id
    }
    return Column.keyCodes(
      joining: [keys, KeyCodes(ids: ids, limit: known.count + 1)], count: values.count)
  }
}

extension FigureColumn {
  /// Rows numbered by number, word and ends.
  func keyCodes() -> KeyCodes {
    let keys = numbers.keyCodes()
    guard words.contains(where: { $0 != FigureWord.exact.rawValue }) else { return keys }
    let byWord = KeyCodes(ids: words.map(Int32.init), limit: FigureWord.allCases.count)
    return Column.keyCodes(
      joining: [keys, byWord, lows.keyCodes(), highs.keyCodes()], count: words.count)
  }
}

extension TextColumn {
  /// Rows numbered by the fold of their text.
  func keyCodes() -> KeyCodes {
    let leader = pool.folds.leader
    var keys = KeyCodes(ids: codes, values: [0] + leader.map { $0 + 1 })
    guard leader.indices.contains(where: { Int(leader[$0]) != $0 }) else { return keys }
    keys.mergedSpellings = mergedSpellings(leader)
    return keys
  }

  /// The first row with each fold: rows of many texts are not numbered for it.
  fileprivate func firstRowOfEachValue() -> (rows: [Int32], mergedSpellings: Int) {
    let leader = pool.folds.leader
    let areAlike = leader.indices.contains { Int(leader[$0]) != $0 }
    var isSeen = [Bool](repeating: false, count: pool.count + 1)
    var rows: [Int32] = []
    for row in codes.indices {
      let code = Int(codes[row])
      let place = code < 0 ? 0 : (areAlike ? Int(leader[code]) : code) + 1
      if isSeen[place] { continue }
      isSeen[place] = true
      rows.append(Int32(truncatingIfNeeded: row))
    }
    return (rows, areAlike ? mergedSpellings(leader) : 0)
  }

  /// How many folds are written in more than one way in the rows.
  func mergedSpellings(_ leader: [Int32]) -> Int {
    var isUsed = [Bool](repeating: false, count: pool.count)
    for code in codes where code >= 0 { isUsed[Int(code)] = true }
    var spellings = [UInt8](repeating: 0, count: pool.count)
    for code in isUsed.indices where isUsed[code] {
      let first = Int(leader[code])
      spellings[first] = min(2, spellings[first] + 1)
    }
    return spellings.count { $0 == 2 }
  }
}

extension DateColumn {
  /// Rows numbered by their four bounds.
  func keyCodes() -> KeyCodes {
    let starts = KeyCodes(values: exactDays(earliestStart) { $0.earliestStart })
    guard !forms.isEmpty || !written.isEmpty else { return starts }
    let others = [
      exactDays(latestStart) { $0.latestStart }, exactDays(earliestEnd) { $0.earliestEnd },
      exactDays(latestEnd) { $0.latestEnd },
    ]
    return Column.keyCodes(
      joining: [starts] + others.map { KeyCodes(values: $0) }, count: earliestStart.count)
  }
}

extension DurationColumn {
  /// Rows numbered by months and days.
  func keyCodes() -> KeyCodes {
    var statedDays = days
    for row in months.indices where months[row] == DurationColumn.none { statedDays[row] = 0 }
    return Column.keyCodes(
      joining: [KeyCodes(values: months), KeyCodes(values: statedDays)], count: months.count)
  }
}

extension ListColumn {
  /// Rows numbered by their items in order.
  func keyCodes() -> KeyCodes {
    let items = self.items.keyCodes().codes
    var known: [ArraySlice<Int32>: Int32] = [:]
    var ids = [Int32](repeating: 0, count: count)
    for row in ids.indices {
      let list = items[Int(offsets[row])..<Int(offsets[row + 1])]
      let id = known[list] ?? Int32(known.count)
      known[list] = id
      ids[row] = id
    }
    return KeyCodes(ids: ids, limit: known.count)
  }
}
