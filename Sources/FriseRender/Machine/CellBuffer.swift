/// The encoded cells of a run of rows of one column, one after the other.
struct CellBuffer {
  var bytes: [UInt8] = []
  /// Cell i is `bytes[ends[i - 1]..<ends[i]]`; the first starts at 0.
  private(set) var ends: [Int] = []

  /// Forgets the cells and keeps the memory.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
  }

  /// Ends the cell whose bytes were just appended.
  mutating func endCell() { ends.append(bytes.count) }

  /// The bytes of a cell.
  func cell(_ index: Int) -> ArraySlice<UInt8> {
    bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
