import FriseBase
import FriseModel

/// The first rows of a separated text: its names, its width, and of what type its columns look. The
/// guess says only which reader tries a column first; the type is what all its cells are.
struct SeparatedHead {
  let names: [Localized]
  let hasHeader: Bool
  let layout: SeparatedLayout
  /// Where the rows of cells begin.
  let firstRow: Int
  /// How many bytes the first rows have, on average.
  let bytesPerRow: Int
  /// What a person should know: names made up.
  let notes: [Localized]
  private let sample: SeparatedScanner
  let frame: SeparatedFrame
  /// Where the text begins.
  private let start: Int

  /// Reads the head of a text that begins at `start`, behind a mark; `bytes` are at least the first
  /// `SeparatedFrame.bytesMax` of `byteCount`. Nil when the text may not be cut by `CellCutter`:
  /// `SeparatedScanner` then reads it, or says what is wrong.
  init?(
    _ bytes: [UInt8], of byteCount: Int, from start: Int, options: LoadOptions, prefersTab: Bool
  ) {
    var head = Array(bytes.prefix(SeparatedFrame.bytesMax)[start...])
    if start + head.count < byteCount {
      guard let end = head.lastIndex(of: 10) else { return nil }
      head.removeSubrange((end + 1)...)
    }
    guard
      let frame = try? SeparatedFrame(head, file: "", options: options, prefersTab: prefersTab),
      frame.quote != UInt8(ascii: "'"), !frame.skipsSpaces,
      let list = SeparatedHead.listSign(options)
    else { return nil }
    var scanner = SeparatedScanner(head, file: "", frame)
    guard let (second, end) = try? scanner.scan(rowsMax: SeparatedFrame.rowsMax),
      scanner.width > 0, scanner.trailingTextCount == 0
    else { return nil }
    self.frame = frame
    self.start = start
    sample = scanner
    bytesPerRow = max(1, (end - frame.start) / max(1, scanner.lineNumbers.count))
    hasHeader = frame.hasHeader ?? SeparatedRows.looksLikeHeader(scanner)
    var notes = frame.notes
    names = SeparatedRows.names(scanner, hasHeader, &notes)
    self.notes = notes
    layout = SeparatedLayout(
      separator: frame.separator, unquotes: frame.quote != nil, width: scanner.width,
      listSign: list)
    firstRow = start + (hasHeader ? second : frame.start)
    if !hasHeader, head[frame.start...].first == 10 || head[frame.start...].first == 13 {
      return nil
    }
  }

  /// Notes below the rows of a source.
  /// - Throws: `DataFailure` when it cannot be read.
  func notesBelow(_ source: TextSource) throws(DataFailure) -> SeparatedTail? {
    let (range, isWhole) = frame.tail(source.count - start)
    let bytes = try source.bytes(range.lowerBound + start..<range.upperBound + start)
    return SeparatedTail(bytes, isWhole: isWhole, frame)
  }

  private static func listSign(_ options: LoadOptions) -> UInt8? {
    let sign = Array((options.listSeparator ?? ";").utf8)
    return sign.count == 1 ? sign[0] : nil
  }

  /// The reader that tries a column first. `open` is what `..` alone means in it.
  func reader(_ index: Int, as type: LoadType?, open: DateValue?) -> CellReader {
    switch type {
    case .text: return TextReader(index, listSign: layout.listSign, isWhole: true)
    case .number: return NumberReader(index)
    case .date: return DateReader(index, open: open)
    case .figure, .list: return TextReader(index, listSign: layout.listSign)
    case nil: break
    }
    var numbers = NumberCells()
    var dates = DateColumnBuilder()
    let (isNumber, isDate, count) = withSample(index) { cells in
      (numbers.append(cells), dates.append(cells, open: open), cells.count)
    }
    if isNumber, numbers.missingCount < count { return NumberReader(index) }
    if isDate, dates.hasForm { return DateReader(index, open: open) }
    return TextReader(index, listSign: layout.listSign)
  }

  /// Lends the cells of a column in the sample, without the spaces around them.
  private func withSample<Answer>(_ index: Int, _ body: (CellRanges) -> Answer) -> Answer {
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    let bytes = sample.bytes
    let span = bytes.span
    for row in stride(from: hasHeader ? 1 : 0, to: sample.lineNumbers.count, by: 1) {
      let cell = row * sample.width + index
      let range = span.trimmed(Int(sample.starts[cell])..<Int(sample.ends[cell]))
      starts.append(UInt32(truncatingIfNeeded: range.lowerBound))
      ends.append(UInt32(truncatingIfNeeded: range.upperBound))
    }
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe ends.withUnsafeBufferPointer { ends in
          var none: UInt32 = 0
          var empty: UInt8 = 0
          return unsafe withUnsafePointer(to: &none) { none in
            unsafe withUnsafePointer(to: &empty) { empty in
              unsafe body(
                CellRanges(
                  bytes: bytes.baseAddress ?? empty, starts: starts.baseAddress ?? none,
                  ends: ends.baseAddress ?? none, count: starts.count))
            }
          }
        }
      }
    }
  }
}
