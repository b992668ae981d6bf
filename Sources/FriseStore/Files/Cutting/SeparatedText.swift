import FriseBase
import FriseModel
import Synchronization

/// A regular text, of separated cells or of JSON objects: where its bytes are and how they are cut.
/// Any number of passes read columns of it, each on two threads when the text is long.
final class SeparatedText: Sendable {
  let source: TextSource
  let layout: SeparatedLayout
  /// Texts that stand for a missing cell.
  private let missing: [[UInt8]]
  /// The rows that each thread takes.
  private let parts: [Range<Int>]
  /// How many rows there may be, and one in sixteen more.
  private let expectedRows: Int
  private let found = Mutex(Found())

  /// What passes found.
  private struct Found {
    /// Where each batch of rows begins, once some pass has cut them all.
    var batches: [Batch] = []
    var passCount = 0
  }

  /// Where a batch of rows begins.
  private struct Batch: Sendable {
    var row: Int
    let rows: Range<Int>
  }

  /// What a pass gave.
  enum Pass {
    /// How many rows there are.
    case read(rowCount: Int)
    /// The text is none that is cut: `SeparatedScanner` or `JSONRows` says why, or reads it.
    case irregular
    case stopped
  }

  /// `rows`: From the first row of cells, behind the row of names, to the end of the last.
  /// `isDivided`: Whether two threads share the rows, parted at a line end near the middle.
  /// - Throws: `DataFailure` when the file cannot be read.
  init(
    _ source: TextSource, _ rows: Range<Int>, _ layout: SeparatedLayout, missing: [[UInt8]],
    bytesPerRow: Int, isDivided: Bool
  ) throws(DataFailure) {
    self.source = source
    self.layout = layout
    self.missing = missing
    let start = rows.lowerBound
    let isOfObjects = layout.objects != nil
    let end = isOfObjects ? rows.upperBound : try SeparatedText.end(source, rows, layout)
    let expected = (end - start) / max(1, bytesPerRow)
    expectedRows = min(expected + expected / 16, end - start) + 1
    let middle = start + (end - start) / 2
    let second =
      try isDivided
      ? SeparatedText.rowStart(source, middle..<end, isOfObjects: isOfObjects) : nil
    if let second, second < end {
      parts = [start..<second, second..<end]
    } else {
      parts = [start..<end]
    }
  }

  /// Where the last row ends: blank lines at the end are no rows, unless rows have one cell.
  private static func end(
    _ source: TextSource, _ rows: Range<Int>, _ layout: SeparatedLayout
  ) throws(DataFailure) -> Int {
    guard layout.width > 1 else { return rows.upperBound }
    let first = max(rows.lowerBound, rows.upperBound - 1 << 16)
    let tail = try source.bytes(first..<rows.upperBound)
    var count = tail.count
    while count > 1, tail[count - 1] == 10,
      tail[count - 2] == 10 || (tail[count - 2] == 13 && count > 2 && tail[count - 3] == 10)
    {
      count -= 1
    }
    return count == 1 && tail[0] == 10 && first == rows.lowerBound ? first : first + count
  }

  /// What looks like the first row that begins in a range; nil when there is none, or it is far
  /// away. It may lie inside a text, which the thread that comes there from before will see.
  private static func rowStart(
    _ source: TextSource, _ range: Range<Int>, isOfObjects: Bool
  ) throws(DataFailure) -> Int? {
    let block = 1 << 16
    for start in stride(from: range.lowerBound, to: range.upperBound, by: block).prefix(16) {
      let bytes = try source.bytes(start..<min(range.upperBound, start + block))
      let place = isOfObjects ? objectStart(bytes) : bytes.firstIndex(of: 10).map { $0 + 1 }
      if let place { return start + place }
    }
    return nil
  }

  /// Where an object begins behind another.
  private static func objectStart(_ bytes: [UInt8]) -> Int? {
    var isBehindObject = false
    for (place, byte) in bytes.enumerated() {
      switch byte {
      case UInt8(ascii: "}"): isBehindObject = true
      case UInt8(ascii: "{") where isBehindObject: return place
      case UInt8(ascii: ","), 9, 10, 13, 32: break
      default: isBehindObject = false
      }
    }
    return nil
  }

  /// The same text read by one thread: what looked like a row in the middle began inside a text.
  private init(undivided other: SeparatedText) {
    source = other.source
    layout = other.layout
    missing = other.missing
    expectedRows = other.expectedRows
    parts = [other.parts[0].lowerBound..<(other.parts.last ?? other.parts[0]).upperBound]
  }

  /// A text that reads as one part, if this one is in two.
  var undivided: SeparatedText? { parts.count > 1 ? SeparatedText(undivided: self) : nil }

  /// Whether all passes saw the same bytes, as far as the system tells.
  var isConsistent: Bool {
    guard case .file(let file, _) = source else { return true }
    return found.withLock { $0.passCount } < 2 || file.isUnchanged
  }

  /// Has every row read by the readers that `make` gives. `progress` is told how many bytes are
  /// done, and how many there are.
  func pass(
    _ readers: [CellReader], isStopped: @escaping @Sendable () -> Bool = { false },
    progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
  ) throws(DataFailure) -> Pass {
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
        if part == 0 { progress(all, source.count) }
      }
      outcomes.withLock { $0[part] = outcome }
    }
    let found = outcomes.withLock { $0.compactMap(\.self) }
    if let failure = found.lazy.compactMap(\.failure).first { throw failure }
    if found.contains(where: \.isStopped) { return .stopped }
    guard found.count == partCount, found.allSatisfy(\.isRegular) else { return .irregular }
    // The columns are put together by both threads, each taking every other one.
    Workers.run(partCount) { worker in
      for index in stride(from: worker, to: readers.count, by: partCount) {
        for part in 1..<max(1, partCount) { readers[index].append(given[part][index]) }
        readers[index].finish()
      }
    }
    keep(found)
    let rowCount = found.reduce(0) { $0 + $1.rowCount }
    return rowCount < Int(Int32.max) ? .read(rowCount: rowCount) : .irregular
  }

  /// About how many bytes a pass of these readers takes: numbers, dates and codes by the row, and
  /// texts, which together are no longer than the file.
  func memoryNeeded(by readers: [CellReader]) -> Int {
    let texts = readers.contains { $0 is TextReader } ? source.count : 0
    return readers.reduce(1 << 24) { $0 + $1.bytesPerRow * expectedRows } + texts
  }

  /// How a thread fared.
  private struct Outcome: Sendable {
    var rowCount = 0
    var isRegular = true
    var isStopped = false
    var failure: DataFailure?
    var batches: [Batch] = []
  }

  /// Remembers where batches begin.
  private func keep(_ outcomes: [Outcome]) {
    found.withLock { found in
      found.passCount += 1
      guard found.batches.isEmpty else { return }
      var before = 0
      for outcome in outcomes {
        for batch in outcome.batches {
          found.batches.append(Batch(row: before + batch.row, rows: batch.rows))
        }
        before += outcome.rowCount
      }
    }
  }

  private func read(
    _ range: Range<Int>, _ readers: [CellReader], _ isStopped: () -> Bool,
    _ tell: (Int) -> Void
  ) -> Outcome {
    guard !range.isEmpty else { return Outcome() }
    return source.withWindow(range) { window in
      if let cutter = objectCutter(window, range) {
        return read(cutter, window, range, readers, isStopped, tell)
      }
      return read(CellCutter(window, layout), window, range, readers, isStopped, tell)
    }
  }

  /// What cuts rows that are objects.
  private func objectCutter(_ window: TextWindow, _ range: Range<Int>) -> ObjectCutter? {
    layout.objects.map {
      ObjectCutter(window, $0, hasEnd: range.upperBound == source.count)
    }
  }

  private func read(
    _ cutter: some RowCutter, _ window: TextWindow, _ range: Range<Int>, _ readers: [CellReader],
    _ isStopped: () -> Bool, _ tell: (Int) -> Void
  ) -> Outcome {
    var cutter = cutter
    var cells = CellTrimmer(layout, missing: missing)
    var outcome = Outcome()
    var place = range.lowerBound
    while true {
      let firstRow = cutter.rowCount
      let isMore: Void? = cutter.next { batch in
        let first = batch.place(ofRow: 0, width: layout.width)
        outcome.batches.append(Batch(row: firstRow, rows: first..<range.upperBound))
        for reader in readers where !reader.isFailed { cells.read(batch, by: reader) }
      }
      if isMore == nil { break }
      if isStopped() {
        outcome.isStopped = true
        break
      }
      tell(cutter.place - place)
      place = cutter.place
    }
    outcome.rowCount = cutter.rowCount
    outcome.isRegular = cutter.isRegular
    outcome.failure = window.failure
    return outcome
  }

  /// The line, from 1, on which a row begins; 0 when it cannot be found out.
  func line(ofRow row: Int) -> Int {
    let batch = found.withLock { found in found.batches.last { $0.row <= row } }
    guard let batch else { return 0 }
    let place = source.withWindow(batch.rows, aheadMax: 1 << 17) { window in
      if let cutter = objectCutter(window, batch.rows) {
        return start(ofRow: row - batch.row, cutter)
      }
      return start(ofRow: row - batch.row, CellCutter(window, layout))
    }
    guard let place else { return 0 }
    var line = 1
    let block = 1 << 18
    for start in stride(from: 0, to: place, by: block) {
      guard let bytes = try? source.bytes(start..<min(place, start + block)) else { return 0 }
      line += bytes.count { $0 == 10 }
    }
    return line
  }

  /// Where a row of the first batch begins.
  private func start(ofRow row: Int, _ cutter: some RowCutter) -> Int? {
    var cutter = cutter
    let found: Int?? = cutter.next { batch in
      row < batch.rowCount ? batch.place(ofRow: row, width: layout.width) : nil
    }
    return found ?? nil
  }

  /// The different texts of a column, trimmed.
  /// - Throws: `DataFailure` when the file cannot be read; nil when it is not as it was.
  func distinct(_ index: Int) throws(DataFailure) -> DistinctCells? {
    let reader = TextReader(index, listSign: layout.listSign)
    guard case .read = try pass([reader]) else { return nil }
    return reader.takeDistinct()
  }
}
