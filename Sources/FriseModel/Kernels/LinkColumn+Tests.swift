/// Tests on links: each is decided once for a row of the linked table. No link is undecided.
extension LinkColumn {
  /// The answers of a test that holds for the linked rows that are true in `targets`.
  package func answers(holding targets: [Bool]) -> Answers {
    // The answer for no link, which is -1, comes first.
    let answers = [Truth.undecided.rawValue] + targets.map { $0 ? 2 : 0 }
    return .dense(
      [UInt8](capacity: rows.count) { output in
        for row in rows { output.append(answers[Int(row) + 1]) }
      })
  }

  /// The answers of a test whose answer for each linked row is known.
  package func answers(of targets: Answers) -> Answers {
    let bytes = targets.bytes
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: rows.count)
    for row in rows.indices where rows[row] >= 0 { answers[row] = bytes[Int(rows[row])] }
    return .dense(answers)
  }

  /// Links to one of these rows of the linked table.
  package func isIn(_ targets: [Int32]) -> Answers {
    var holding = [Bool](repeating: false, count: registry.count)
    for target in targets { holding[Int(target)] = true }
    return answers(holding: holding)
  }

  /// Links to units strictly below one of `ancestors`; undecided for a table that is no structure.
  package func isUnder(_ ancestors: [Int32]) -> Answers {
    guard let forest = registry.forest else { return .constant(.undecided, count: rows.count) }
    return isUnderByIndex(ancestors, forest) ?? answers(holding: forest.rowsUnder(ancestors))
  }

  /// Links to units strictly above one of `descendants`.
  package func isAbove(_ descendants: [Int32]) -> Answers {
    guard let forest = registry.forest else { return .constant(.undecided, count: rows.count) }
    return answers(holding: forest.rowsAbove(descendants))
  }

  /// Equality row by row with links to the same table; tables apart have no row in common.
  package func equals(_ other: LinkColumn) -> Answers {
    let isSame = registry.table == other.registry.table
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: rows.count)
    for row in rows.indices where rows[row] >= 0 && other.rows[row] >= 0 {
      answers[row] = isSame && rows[row] == other.rows[row] ? 2 : 0
    }
    return .dense(answers)
  }

  /// Row by row, whether the unit on the left lies strictly below the one on the right.
  package func isUnder(_ other: LinkColumn) -> Answers {
    guard let forest = registry.forest, registry.table == other.registry.table else {
      return .constant(.undecided, count: rows.count)
    }
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: rows.count)
    for row in rows.indices where rows[row] >= 0 && other.rows[row] >= 0 {
      answers[row] = forest.isUnder(rows[row], other.rows[row]) ? 2 : 0
    }
    return .dense(answers)
  }

  /// The names of the linked rows, in both tongues; a missing one stands in the other tongue, then
  /// as
  /// the id.
  package var names: Column {
    let (english, french) = registry.shownNames
    return .bilingual(english: english.gather(links: rows), french: french.gather(links: rows))
  }

  /// The ids of the linked rows.
  package var ids: TextColumn { registry.ids.gather(links: rows) }
}

extension Forest {
  /// True for rows strictly below one of `ancestors`.
  package func rowsUnder(_ ancestors: [Int32]) -> [Bool] {
    var holding = [Bool](repeating: false, count: parents.count)
    for ancestor in ancestors {
      // A row marked already has its whole subtree marked.
      guard !holding[Int(ancestor)] else { continue }
      let first = positions[Int(ancestor)] + 1
      for position in first..<max(first, ends[Int(ancestor)]) {
        holding[Int(order[Int(position)])] = true
      }
    }
    return holding
  }

  /// True for rows strictly above one of `descendants`.
  package func rowsAbove(_ descendants: [Int32]) -> [Bool] {
    var holding = [Bool](repeating: false, count: parents.count)
    for descendant in descendants {
      var parent = parents[Int(descendant)]
      while parent >= 0, !holding[Int(parent)] {
        holding[Int(parent)] = true
        parent = parents[Int(parent)]
      }
    }
    return holding
  }
}

extension TextColumn {
  /// This text, or the other one where there is none.
  func orElse(_ other: TextColumn) -> TextColumn {
    // A row without a text makes the bits of all together negative.
    guard codes.reduce(0, |) < 0 else { return self }
    let merged = StringPool.merging(pool, other.pool)
    var joined = codes
    for row in joined.indices where joined[row] < 0 && other.codes[row] >= 0 {
      joined[row] = merged.second[Int(other.codes[row])]
    }
    return TextColumn(codes: joined, pool: merged.pool)
  }
}
