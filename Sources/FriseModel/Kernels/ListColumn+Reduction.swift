extension ListColumn {
  /// How many rows it has.
  package var count: Int { offsets.count - 1 }

  /// The answers for rows from the answers for all items: yes when some item says yes, else
  /// undecided
  /// when some item does, else no; an empty list is none, hence undecided (language, section 5).
  package func reduced(_ items: Answers) -> Answers {
    if case .constant(.undecided, _) = items { return .constant(.undecided, count: count) }
    let bytes = items.bytes
    var answers = [UInt8](repeating: Truth.undecided.rawValue, count: count)
    for row in answers.indices where offsets[row] < offsets[row + 1] {
      var greatest: UInt8 = 0
      for item in offsets[row]..<offsets[row + 1] { greatest = max(greatest, bytes[Int(item)]) }
      answers[row] = greatest
    }
    return .dense(answers)
  }

  /// How many items each row has; none where it has none.
  package var lengths: NumberColumn {
    NumberColumn(
      values: (0..<count).map { row in
        let length = Int64(offsets[row + 1] - offsets[row])
        return length == 0 ? NumberColumn.none : length
      })
  }

  /// One row for each item: the row it comes from and the item's index; a row without items stands
  /// once, with the item -1.
  package func exploded() -> (rows: [Int32], items: [Int32]) {
    var rows: [Int32] = []
    var indices: [Int32] = []
    for row in 0..<count {
      if offsets[row] == offsets[row + 1] {
        rows.append(Int32(row))
        indices.append(-1)
      }
      for item in offsets[row]..<offsets[row + 1] {
        rows.append(Int32(row))
        indices.append(item)
      }
    }
    return (rows, indices)
  }

  /// The row of each item that some row holds; the item's place in the list is `item`.
  package var grouping: Grouping {
    var codes = [Int32](repeating: -1, count: items.count)
    for row in 0..<count {
      for item in offsets[row]..<offsets[row + 1] { codes[Int(item)] = Int32(row) }
    }
    return Grouping(codes: codes, count: count)
  }

  /// The same lists in which each value, as `distinct` compares them, stands once, where it first
  /// came.
  package func withoutDoubles() -> ListColumn {
    let keys = items.keyCodes()
    let codes = keys.codes
    var last = [Int32](repeating: -1, count: keys.firstRows.count)
    var kept: [Int32] = []
    kept.reserveCapacity(items.count)
    var starts: [Int32] = [0]
    starts.reserveCapacity(offsets.count)
    for row in 0..<count {
      for item in offsets[row]..<offsets[row + 1] {
        let code = Int(codes[Int(item)])
        guard last[code] != Int32(row) else { continue }
        last[code] = Int32(row)
        kept.append(item)
      }
      starts.append(Int32(kept.count))
    }
    if kept.count == Int(offsets[count] - offsets[0]) { return self }
    return ListColumn(offsets: starts, items: items.gather(kept))
  }
}
