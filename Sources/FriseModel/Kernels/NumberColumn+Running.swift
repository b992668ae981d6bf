/// What looks along the rows of each group, in the order the rows stand in.
extension Grouping {
  /// For each row the row of its group that comes just before it, -1 for the first.
  package var previousRows: [Int32] {
    var last = [Int32](repeating: -1, count: count)
    let codes = dense
    return [Int32](capacity: rowCount) { output in
      for row in codes.indices {
        let code = Int(codes[row])
        output.append(code < 0 ? -1 : last[code])
        if code >= 0 { last[code] = Int32(row) }
      }
    }
  }

  /// For each row the row of its group that comes just after it, -1 for the last.
  package var nextRows: [Int32] {
    var next = [Int32](repeating: -1, count: rowCount)
    for (row, previous) in previousRows.enumerated() where previous >= 0 {
      next[Int(previous)] = Int32(row)
    }
    return next
  }
}

extension NumberColumn {
  /// The sum of the values of each row's group so far; a value that is not stated adds nothing.
  /// `overflowRow` is the first row whose sum does not fit 128 bits.
  package func runningSums(_ grouping: Grouping) -> (column: NumberColumn, overflowRow: Int?) {
    if let narrow = narrowRunningSums(grouping) { return (narrow, nil) }
    var totals = [ExactNumber](repeating: .zero, count: grouping.count)
    let codes = grouping.dense
    var sums: [ExactNumber?] = []
    sums.reserveCapacity(codes.count)
    for row in codes.indices {
      guard codes[row] >= 0 else {
        sums.append(nil)
        continue
      }
      let group = Int(codes[row])
      if let number = number(at: row) {
        guard let next = totals[group].adding(number) else { return (self, row) }
        totals[group] = next
      }
      sums.append(totals[group])
    }
    return (NumberColumn(sums), nil)
  }

  /// The same as long as every sum fits a slot, else nil.
  private func narrowRunningSums(_ grouping: Grouping) -> NumberColumn? {
    guard wide.isEmpty else { return nil }
    var totals = [Int64](repeating: 0, count: grouping.count)
    let codes = grouping.dense
    var hasOverflowed = false
    let sums = [Int64](capacity: codes.count) { output in
      for row in codes.indices {
        let group = Int(codes[row])
        guard group >= 0 else {
          output.append(NumberColumn.none)
          continue
        }
        let value = values[row] == NumberColumn.none ? 0 : values[row]
        let (total, overflow) = totals[group].addingReportingOverflow(value)
        hasOverflowed = hasOverflowed || overflow || total == NumberColumn.none
        totals[group] = total
        output.append(total)
      }
    }
    return hasOverflowed ? nil : NumberColumn(values: sums, scale: scale)
  }
}

extension FigureColumn {
  /// The sum of the figures of each row's group so far, with its word; a row that states none adds
  /// nothing. `overflowRow` is the first row whose sum does not fit.
  package func runningSums(_ grouping: Grouping) -> (column: FigureColumn, overflowRow: Int?) {
    var totals = [FigureSum](repeating: FigureSum(), count: grouping.count)
    let codes = grouping.dense
    var sums: [Figure?] = []
    sums.reserveCapacity(codes.count)
    for row in codes.indices {
      guard codes[row] >= 0 else {
        sums.append(nil)
        continue
      }
      let group = Int(codes[row])
      if let figure = figure(at: row) { totals[group].add(figure) }
      guard let sum = totals[group].sum else { return (self, row) }
      sums.append(sum)
    }
    return (FigureColumn(sums), nil)
  }
}
