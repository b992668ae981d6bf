import FriseBase
import FriseModel
import Synchronization

/// A regular separated text: its bytes and how they are cut. Any number of passes read columns of
/// it, each on two threads when the text is long.
final class SeparatedText: Sendable {
  let bytes: [UInt8]
  let layout: SeparatedLayout
  /// Texts that stand for a missing cell.
  private let missing: [[UInt8]]
  /// The rows that each thread takes.
  private let parts: [Range<Int>]
  /// How many rows there may be, and one in sixteen more.
  private let expectedRows: Int
  /// Where each batch of rows begins, once some pass has cut them all.
  private let batches = Mutex<[Batch]>([])

  /// Where a batch of rows begins.
  private struct Batch: Sendable {
    var row: Int
    let rows: Range<Int>
  }

  /// What a pass gave.
  enum Pass {
    /// The readers, and how many rows there are.
    case read([CellReader], rowCount: Int)
    /// The text is none that is cut: `SeparatedScanner` says why, or reads it.
    case irregular
    case stopped
  }

  /// `start`: Where the first row of cells begins, behind the row of names. `isDivided`: Whether
  /// two threads share the rows, parted at a line end near the middle.
  init(
    _ bytes: [UInt8], from start: Int, _ layout: SeparatedLayout, missing: [[UInt8]],
    bytesPerRow: Int, isDivided: Bool
  ) {
    self.bytes = bytes
    self.layout = layout
    self.missing = missing
    var end = bytes.count
    // Blank lines at the end are no rows, unless rows have one cell.
    while layout.width > 1, end > start + 1, bytes[end - 1] == 10,
      bytes[end - 2] == 10 || (bytes[end - 2] == 13 && end > start + 2 && bytes[end - 3] == 10)
    {
      end -= 1
    }
    if layout.width > 1, end == start + 1, bytes[start] == 10 { end = start }
    let expected = (end - start) / max(1, bytesPerRow)
    expectedRows = min(expected + expected / 16, end - start) + 1
    let middle = start + (end - start) / 2
    if isDivided, let line = bytes[middle..<max(middle, end)].firstIndex(of: 10), line + 1 < end {
      parts = [start..<line + 1, line + 1..<end]
    } else {
      parts = [start..<end]
    }
  }

  /// The same text read by one thread: what looked like a line end in the middle lay inside quotes.
  private init(undivided other: SeparatedText) {
    bytes = other.bytes
    layout = other.layout
    missing = other.missing
    expectedRows = other.expectedRows
    parts = [other.parts[0].lowerBound..<(other.parts.last ?? other.parts[0]).upperBound]
  }

  /// A text that reads as one part, if this one is in two.
  var undivided: SeparatedText? { parts.count > 1 ? SeparatedText(undivided: self) : nil }

  /// Has every row read by the readers that `make` gives. `progress` is told how many bytes are
  /// done, and how many there are.
  func pass(
    _ readers: [CellReader], isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) -> Pass {
    let partCount = parts.count
    for reader in readers { reader.reserve(expectedRows) }
    let given = [readers] + (1..<max(1, partCount)).map { _ in readers.map { $0.twin() } }
    let outcomes = Mutex<[Outcome?]>(Array(repeating: nil, count: partCount))
    let done = Atomic<Int>(0)
    Workers.run(partCount) { [self] part in
      if part > 0 { for reader in given[part] { reader.reserve(expectedRows / partCount) } }
      let outcome = read(parts[part], given[part], isStopped) { count in
        let all = done.wrappingAdd(count, ordering: .relaxed).newValue
        // One thread tells: the one that called.
        if part == 0 { progress(all, bytes.count) }
      }
      outcomes.withLock { $0[part] = outcome }
    }
    let found = outcomes.withLock { $0.compactMap(\.self) }
    if found.contains(where: \.isStopped) { return .stopped }
    guard found.count == partCount, found.allSatisfy(\.isRegular) else { return .irregular }
    // The columns are put together by both threads, each taking every other one.
    Workers.run(partCount) { worker in
      for index in stride(from: worker, to: readers.count, by: partCount) {
        for part in 1..<max(1, partCount) { readers[index].append(given[part][index]) }
      }
    }
    keep(found)
    let rowCount = found.reduce(0) { $0 + $1.rowCount }
    return rowCount < Int(Int32.max) ? .read(readers, rowCount: rowCount) : .irregular
  }

  /// About how many bytes a pass of these readers takes.
  func memoryNeeded(by readers: [CellReader]) -> Int {
    readers.reduce(1 << 24) { $0 + $1.bytesPerRow * expectedRows }
  }

  /// How a thread fared.
  private struct Outcome: Sendable {
    var rowCount = 0
    var isRegular = true
    var isStopped = false
    var batches: [Batch] = []
  }

  /// Remembers where batches begin.
  private func keep(_ outcomes: [Outcome]) {
    batches.withLock { batches in
      guard batches.isEmpty else { return }
      var before = 0
      for outcome in outcomes {
        for batch in outcome.batches {
          batches.append(Batch(row: before + batch.row, rows: batch.rows))
        }
        before += outcome.rowCount
      }
    }
  }

  private func read(
    _ range: Range<Int>, _ readers: [CellReader], _ isStopped: () -> Bool,
    _ tell: (Int) -> Void
  ) -> Outcome {
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress, !range.isEmpty else { return Outcome() }
      var cutter = unsafe CellCutter(base, range, layout)
      var cells = CellTrimmer(layout, missing: missing)
      var outcome = Outcome()
      var position = range.lowerBound
      while true {
        let firstRow = cutter.rowCount
        let isMore: Void? = cutter.next { batch in
          let first = unsafe Int(batch.terminators[0] &+ 1)
          outcome.batches.append(Batch(row: firstRow, rows: first..<range.upperBound))
          for reader in readers where !reader.isFailed { cells.read(batch, by: reader) }
        }
        if isMore == nil { break }
        if isStopped() {
          outcome.isStopped = true
          break
        }
        tell(cutter.position - position)
        position = cutter.position
      }
      outcome.rowCount = cutter.rowCount
      outcome.isRegular = cutter.isRegular
      return outcome
    }
  }

  /// Lends the batch that holds a row, and where in it the row stands; nil when there is no such
  /// row, or no pass has cut the text yet.
  private func withBatch<Answer>(ofRow row: Int, _ body: (CellBatch, Int) -> Answer) -> Answer? {
    let batch = batches.withLock { batches in
      batches.last { $0.row <= row }
    }
    guard let batch else { return nil }
    return unsafe bytes.withUnsafeBufferPointer { buffer -> Answer? in
      guard let base = buffer.baseAddress else { return nil }
      var cutter = unsafe CellCutter(base, batch.rows, layout)
      let found: Answer?? = cutter.next { cells in
        row - batch.row < cells.rowCount ? body(cells, row - batch.row) : nil
      }
      return found ?? nil
    }
  }

  /// The line, from 1, on which a row begins.
  func line(ofRow row: Int) -> Int {
    let width = layout.width
    let place = withBatch(ofRow: row) { batch, index in
      unsafe Int(batch.terminators[index * width] &+ 1)
    }
    let before = bytes[..<min(bytes.count, place ?? 0)]
    return unsafe before.withUnsafeBufferPointer { before in
      var line = 1
      for index in 0..<before.count where unsafe before[index] == 10 { line += 1 }
      return line
    }
  }

  /// The text of one cell; nil when it is missing.
  func text(ofRow row: Int, _ column: Int, isWhole: Bool) -> String? {
    withBatch(ofRow: row) { batch, index in
      let reader = RangeReader(column, isWhole: isWhole)
      var trimmer = CellTrimmer(layout, missing: missing)
      trimmer.read(batch, by: reader)
      return reader.texts(bytes).text(at: index)
    } ?? nil
  }

  /// The texts of some columns, each trimmed unless it is to be whole.
  func texts(_ columns: [(index: Int, isWhole: Bool)]) -> [TextColumn] {
    let readers = columns.map { RangeReader($0.index, isWhole: $0.isWhole) }
    guard case .read = pass(readers) else { return [] }
    return readers.map { $0.texts(bytes) }
  }
}
