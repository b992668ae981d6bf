import FriseBase
import FriseModel

/// Finds where the cells of a column begin and end within those of a batch: without quotes, without
/// the spaces around them, empty where they say that nothing is stated.
struct CellTrimmer {
  private let rules: CellRules
  private var starts: [UInt32] = []
  private var ends: [UInt32] = []

  init(_ layout: SeparatedLayout, missing: [[UInt8]]) {
    rules = CellRules(layout, missing: missing)
  }

  /// Lets a reader read its cells.
  mutating func read(_ batch: CellBatch, by reader: CellReader) {
    let count = batch.rowCount
    let rules = rules
    if starts.count < count {
      starts = Array(repeating: 0, count: count)
      ends = starts
    }
    let (trimmed, hasQuotes) = unsafe starts.withUnsafeMutableBufferPointer { starts in
      unsafe ends.withUnsafeMutableBufferPointer { ends in
        guard let first = starts.baseAddress, let last = ends.baseAddress else { return (0, false) }
        return unsafe rules.fill(batch, reader, first, last)
      }
    }
    let facts = BatchFacts(
      hasDoubledQuotes: batch.hasDoubledQuotes && hasQuotes, trimmedCount: trimmed)
    unsafe starts.withUnsafeBufferPointer { starts in
      unsafe ends.withUnsafeBufferPointer { ends in
        guard let first = starts.baseAddress, let last = ends.baseAddress else { return }
        let cells = unsafe CellRanges(
          bytes: batch.bytes, starts: first, ends: last, count: count)
        reader.read(cells, facts)
      }
    }
  }

}

/// What counts as the text of a cell.
private struct CellRules {
  private let layout: SeparatedLayout
  /// Texts that stand for a missing cell, and the length of the longest, -1 when there is none.
  private let missing: [[UInt8]]
  private let missingMax: Int

  init(_ layout: SeparatedLayout, missing: [[UInt8]]) {
    self.layout = layout
    self.missing = missing
    missingMax = missing.map(\.count).max() ?? -1
  }

  /// Finds the cells.
  /// - Returns: How many had spaces around them, and whether some had quotes.
  func fill(
    _ batch: CellBatch, _ reader: CellReader, _ starts: UnsafeMutablePointer<UInt32>,
    _ ends: UnsafeMutablePointer<UInt32>
  ) -> (Int, hasQuotes: Bool) {
    let bytes = unsafe batch.bytes
    let width = layout.width
    let isLast = reader.index == width - 1
    var trimmedCount = 0
    var hasQuotes = false
    var place = reader.index
    for row in 0..<batch.rowCount {
      var start = unsafe Int(batch.terminators[place] &+ 1)
      var end = unsafe Int(batch.terminators[place + 1])
      place &+= width
      // Most cells begin and end with a letter or a digit, and are what stands there.
      if start < end, unsafe CellRules.isEdge(bytes[start]) || CellRules.isEdge(bytes[end - 1]) {
        if isLast, unsafe bytes[end - 1] == 13 { end -= 1 }
        if start < end, layout.unquotes, unsafe bytes[start] == UInt8(ascii: "\"") {
          start += 1
          end -= 1
          hasQuotes = true
        }
        if start < end, !reader.isWhole {
          let cell = unsafe CellRules.trimmed(bytes, start, end)
          if cell.count != end - start, !cell.isEmpty { trimmedCount += 1 }
          (start, end) = (cell.lowerBound, cell.upperBound)
        }
      }
      if missingMax >= 0, unsafe isMissing(bytes, start, end) { end = start }
      unsafe starts[row] = UInt32(truncatingIfNeeded: start)
      unsafe ends[row] = UInt32(truncatingIfNeeded: end)
    }
    return (trimmedCount, hasQuotes)
  }

  /// Whether a byte at either end of a cell may be none of its text: a space, a quote, a line end,
  /// or a part of a no-break space.
  @inline(__always)
  private static func isEdge(_ byte: UInt8) -> Bool {
    byte <= UInt8(ascii: "\"") || byte == 0xC2 || byte == 0xA0
  }

  private static func trimmed(
    _ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int
  ) -> Range<Int> {
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
    let range = unsafe text.span.trimmed(0..<text.count)
    return start + range.lowerBound..<start + range.upperBound
  }

  /// Whether a cell holds one of the texts that stand for none, spaces around it left out.
  private func isMissing(_ bytes: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let text = unsafe UnsafeBufferPointer(start: bytes + start, count: end - start)
    let span = unsafe text.span
    let cell = span.trimmed(0..<text.count)
    return cell.count <= missingMax && missing.contains { span.matches(cell, $0) }
  }
}
