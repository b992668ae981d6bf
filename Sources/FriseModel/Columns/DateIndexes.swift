import FriseBase
import Synchronization

/// What was found out about a column of dates when a query first asked for it, kept beside the
/// column for the next one. Never part of what the column says.
final class DateIndexes: Sendable {
  /// The parts that were asked for so far.
  struct Parts: Sendable {
    var traits: DateTraits?
    var startRanks: DayRanks?
    var endRanks: DayRanks?
    var order: [Int32]?
    var spans: SpanBuckets?
  }

  private let parts = Mutex(Parts())

  /// Whether a part was made.
  func holds<Part: Sendable>(_ place: any KeyPath<Parts, Part?> & Sendable) -> Bool {
    parts.withLock { $0[keyPath: place] != nil }
  }

  /// The part at `place`, made when it is first asked for. The lock is free meanwhile, since a part
  /// may need others; two threads that ask at once make the same part twice.
  func part<Part: Sendable>(
    _ place: any WritableKeyPath<Parts, Part?> & Sendable, _ make: () -> Part
  ) -> Part {
    if let known = parts.withLock({ $0[keyPath: place] }) { return known }
    let made = make()
    parts.withLock { $0[keyPath: place] = made }
    return made
  }
}

/// What holds of the rows of a column of dates.
struct DateTraits: Sendable {
  /// Whether every row has one first day and one last day, so that no test is undecided.
  let isDefinite: Bool
  /// The rows that hold a day which no slot can hold.
  let farRows: [Int]
  /// The dated rows whose start or end is open or unknown, ascending.
  let unboundedRows: [Int32]
  /// How many rows have a date.
  let statedCount: Int
  /// The first row with a date, and the first without.
  let firstDated: Int?
  let firstUndated: Int?
}

extension DateColumn {
  var traits: DateTraits {
    indexes.part(\.traits) {
      let stated =
        isSorted ? sortedStatedCount : earliestStart.count { $0 != DateColumn.none }
      return DateTraits(
        isDefinite: hasEqualBounds, farRows: findFarRows(), unboundedRows: findUnboundedRows(),
        statedCount: stated,
        firstDated: earliestStart.firstIndex { $0 != DateColumn.none },
        firstUndated: stated == earliestStart.count
          ? nil : isSorted ? stated : earliestStart.firstIndex(of: DateColumn.none))
    }
  }

  /// Whether both bounds of either side agree in every row.
  private var hasEqualBounds: Bool {
    guard !forms.isEmpty || !written.isEmpty else { return true }
    return earliestStart == latestStart && earliestEnd == latestEnd
  }

  /// Rows without a date come last.
  private var sortedStatedCount: Int {
    earliestStart.count - earliestStart.reversed().prefix { $0 == DateColumn.none }.count
  }

  private func findFarRows() -> [Int] {
    written.compactMap { row, date in date.bounds.isFar ? Int(row) : nil }
  }

  private func findUnboundedRows() -> [Int32] {
    guard !forms.isEmpty || !written.isEmpty else { return [] }
    var rows: [Int32] = []
    // Every row of a block is written, and the next one over it unless it is one of them: no branch
    // can be guessed wrong. Unchecked buffers: the block is as long as what is written to it.
    let blockLength = 4096
    var found = [Int32](repeating: 0, count: blockLength)
    unsafe earliestStart.withUnsafeBufferPointer { starts in
      unsafe latestEnd.withUnsafeBufferPointer { ends in
        for start in stride(from: 0, to: starts.count, by: blockLength) {
          var count = 0
          unsafe found.withUnsafeMutableBufferPointer { found in
            for row in start..<min(start + blockLength, starts.count) {
              unsafe found[count] = Int32(truncatingIfNeeded: row)
              let isPast = unsafe starts[row] == DateColumn.past ? 1 : 0
              let isFuture = unsafe ends[row] == DateColumn.future ? 1 : 0
              count &+= isPast | isFuture
            }
          }
          rows.append(contentsOf: found[..<count])
        }
      }
    }
    return rows
  }

  /// All rows in order of their earliest start, then of input; rows without a date come last.
  var rowsByStart: [Int32] {
    indexes.part(\.order) {
      let rows = 0..<Int32(clamping: earliestStart.count)
      if isSorted { return Array(rows) }
      let days = exactDays(earliestStart) { $0.earliestStart }
      return SortOrder([SortKey(ranks: [days])], rowCount: rows.count).sorted()
    }
  }

  /// How many rows may have begun by any day, and how many are over for certain. Those of a long
  /// column are made on two threads.
  var ranks: (starts: DayRanks, ends: DayRanks) {
    if earliestStart.count >= 1 << 16, !indexes.holds(\.endRanks) {
      Workers.run(Workers.threadCount) { _ = $0 == 0 ? self.startRanks : self.endRanks }
    }
    return (startRanks, endRanks)
  }

  private var startRanks: DayRanks {
    indexes.part(\.startRanks) {
      DayRanks(earliestStart, sortedCount: isSorted ? traits.statedCount : nil)
    }
  }

  private var endRanks: DayRanks { indexes.part(\.endRanks) { DayRanks(latestEnd) } }

  /// The rows by the time that they may touch.
  var spans: SpanBuckets { indexes.part(\.spans) { SpanBuckets(self) } }
}
