/// The rows of a text as they were painted: what was written for each, so that the next painting
/// writes only what changed.
struct PaintedRows: Sendable, Hashable {
  private var bytes: [UInt8] = []
  /// Where each row ends in `bytes`.
  private var ends: [Int] = []
  /// The row of the text that the first one is.
  let firstRow: Int
  /// The row of the cursor, from the first one.
  let cursorRow: Int

  init(firstRow: Int, cursorRow: Int) {
    self.firstRow = firstRow
    self.cursorRow = cursorRow
  }

  var count: Int { ends.count }

  mutating func reserve(bytes count: Int) { bytes.reserveCapacity(count) }

  mutating func append(_ byte: UInt8) { bytes.append(byte) }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }

  mutating func endRow() { ends.append(bytes.count) }

  /// What was written for a row.
  subscript(row: Int) -> ArraySlice<UInt8> { bytes[(row > 0 ? ends[row - 1] : 0)..<ends[row]] }

  /// The rows that differ from those of an earlier painting of the same screen, the first to the
  /// last; nil where none does.
  func changed(since last: PaintedRows) -> ClosedRange<Int>? {
    let common = min(count, last.count)
    guard let first = (0..<common).first(where: { self[$0] != last[$0] }) else {
      return common < count ? common...(count - 1) : nil
    }
    guard count == last.count else { return first...(count - 1) }
    let end = (first..<count).last { self[$0] != last[$0] } ?? first
    return first...end
  }
}
