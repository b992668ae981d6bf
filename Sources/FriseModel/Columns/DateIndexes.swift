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
    unsafe earliestStart.withUnsafeBufferPointer { starts in
      unsafe latestEnd.withUnsafeBufferPointer { ends in
        // Few rows are: a block is looked at row by row only where one was found in it.
        for start in stride(from: 0, to: starts.count, by: 64) {
          let block = start..<min(start + 64, starts.count)
          var isFound = false
          for row in block {
            let isPast = unsafe starts[row] == DateColumn.past
            let isFuture = unsafe ends[row] == DateColumn.future
            isFound = isFound || isPast || isFuture
          }
          guard isFound else { continue }
          for row in block
          where unsafe starts[row] == DateColumn.past || ends[row] == DateColumn.future {
            rows.append(Int32(truncatingIfNeeded: row))
          }
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

  /// How many rows may have begun by any day, and how many are over for certain.
  var startRanks: DayRanks {
    indexes.part(\.startRanks) {
      DayRanks(earliestStart, sortedCount: isSorted ? traits.statedCount : nil)
    }
  }
  var endRanks: DayRanks { indexes.part(\.endRanks) { DayRanks(latestEnd) } }

  /// The rows by the time that they may touch.
  var spans: SpanBuckets { indexes.part(\.spans) { SpanBuckets(self) } }
}
