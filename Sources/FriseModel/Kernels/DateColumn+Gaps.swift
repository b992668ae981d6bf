/// A stretch of days that no row of a group touches, between two rows that do.
package struct DateGap: Sendable, Hashable {
  package let group: Int32
  package let first: Int64
  package let last: Int64
  /// The row that reached furthest before the gap, and the one that begins after it.
  package let previous: Int32
  package let next: Int32
}

extension DateColumn {
  /// The gaps of each group, in order of group, then of time. A row touches the days from its
  /// earliest start to its latest end, an open or unknown end counting to `today`; rows without a
  /// date or a known start touch none.
  package func gaps(_ grouping: Grouping, today: Int64) -> [DateGap] {
    var sweep = GapSweep(groupCount: grouping.count)
    if traits.farRows.isEmpty {
      sweepNearDays(grouping, today: DateColumn.narrow(today), &sweep)
    } else {
      sweepFarDays(grouping, today: today, &sweep)
    }
    guard grouping.count > 1 else { return sweep.found }
    let found = sweep.found
    let places = Grouping(codes: found.map(\.group), count: grouping.count).members.rows
    return places.map { found[Int($0)] }
  }

  /// The rows in order of start, their days from the slots. Unchecked buffers: a third of the time.
  private func sweepNearDays(_ grouping: Grouping, today: Int32, _ sweep: inout GapSweep) {
    let order = isSorted ? nil : rowsByStart
    let (starts, ends) = (earliestStart, latestEnd)
    let stated = traits.statedCount
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe ends.withUnsafeBufferPointer { ends in
        grouping.withGroups { group in
          for position in 0..<stated {
            let row = order.map { Int($0[position]) } ?? position
            let (start, end) = unsafe (starts[row], ends[row])
            let code = group(row)
            guard code >= 0, start > DateColumn.past else { continue }
            sweep.add(
              row, code, from: Int64(start),
              to: Int64(end == DateColumn.future ? today : end))
          }
        }
      }
    }
  }

  private func sweepFarDays(_ grouping: Grouping, today: Int64, _ sweep: inout GapSweep) {
    let codes = grouping.dense
    for row in rowsByStart {
      let group = Int(codes[Int(row)])
      guard group >= 0, let bounds = bounds(at: Int(row)), bounds.earliestStart != DateBounds.past
      else { continue }
      let end = bounds.latestEnd == DateBounds.future ? today : bounds.latestEnd
      sweep.add(Int(row), group, from: bounds.earliestStart, to: end)
    }
  }
}

/// How far each group has come while its rows pass in order of start.
private struct GapSweep {
  private(set) var found: [DateGap] = []
  /// The last day that the rows of a group touched so far; `Int64.min` before its first row.
  private var reachedDays: [Int64]
  private var reachedRows: [Int32]

  init(groupCount: Int) {
    reachedDays = Array(repeating: Int64.min, count: groupCount)
    reachedRows = Array(repeating: -1, count: groupCount)
  }

  @inline(__always)
  mutating func add(_ row: Int, _ group: Int, from start: Int64, to end: Int64) {
    let reached = reachedDays[group]
    if reached != Int64.min, start - 1 > reached {
      found.append(
        DateGap(
          group: Int32(truncatingIfNeeded: group), first: reached + 1, last: start - 1,
          previous: reachedRows[group], next: Int32(truncatingIfNeeded: row)))
    }
    let last = max(start, end)
    guard last > reached else { return }
    reachedDays[group] = last
    reachedRows[group] = Int32(truncatingIfNeeded: row)
  }
}

extension Grouping {
  /// Lends a function that gives the group of a row, without an array of all where there is none.
  @inline(__always)
  fileprivate func withGroups(_ body: ((Int) -> Int) -> Void) {
    switch assignment {
    case .all: body { _ in 0 }
    case .mapped(let ids, let groups, _): body { Int(groups[Int(ids[$0]) + 1]) }
    case .codes(let codes): body { Int(codes[$0]) }
    case .runs:
      let codes = dense
      body { Int(codes[$0]) }
    }
  }
}
