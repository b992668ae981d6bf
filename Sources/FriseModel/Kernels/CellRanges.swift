/// Cells as ranges of one run of bytes, for the kernels that read columns a batch of rows at a
/// time. An empty range is a missing cell. Whoever makes it vouches that the ranges lie inside the
/// bytes and that these stay where they are.
@safe package struct CellRanges: @unchecked Sendable {
  package let bytes: UnsafePointer<UInt8>
  package let starts: UnsafePointer<UInt32>
  package let ends: UnsafePointer<UInt32>
  /// How many cells there are.
  package let count: Int

  package init(
    bytes: UnsafePointer<UInt8>, starts: UnsafePointer<UInt32>, ends: UnsafePointer<UInt32>,
    count: Int
  ) {
    unsafe self.bytes = bytes
    unsafe self.starts = starts
    unsafe self.ends = ends
    self.count = count
  }

  /// Lends the bytes of one cell.
  @inline(__always)
  func withText<Answer>(_ index: Int, _ body: (Span<UInt8>) -> Answer) -> Answer {
    let start = unsafe Int(starts[index])
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: Int(ends[index]) - start)
    return body(unsafe text.span)
  }
}
