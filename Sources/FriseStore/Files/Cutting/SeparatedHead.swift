import FriseBase
import FriseModel

/// The first rows of a text that is cut: its names, its width, and of what type its columns look.
/// The guess says only which reader tries a column first; the type is what all its cells are.
struct SeparatedHead {
  var names: [Localized] { sample.columns.map(\.name) }
  let hasHeader: Bool
  let layout: SeparatedLayout
  /// Where the rows of cells begin.
  let firstRow: Int
  /// How many bytes the first rows have, on average.
  let bytesPerRow: Int
  /// What a person should know: names made up.
  let notes: [Localized]
  /// How separated text is framed; nil for JSON objects.
  let frame: SeparatedFrame?
  /// Where the text begins.
  private let start: Int
  private let sample: CellTable

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
      frame.separator != 9 || frame.quote == nil,
      let list = SeparatedHead.listSign(options)
    else { return nil }
    var scanner = SeparatedScanner(head, file: "", frame)
    guard let (second, end) = try? scanner.scan(rowsMax: SeparatedFrame.rowsMax),
      scanner.width > 0, scanner.trailingTextCount == 0
    else { return nil }
    self.frame = frame
    self.start = start
    bytesPerRow = max(1, (end - frame.start) / max(1, scanner.lineNumbers.count))
    hasHeader = frame.hasHeader ?? SeparatedRows.looksLikeHeader(scanner)
    var notes = frame.notes
    let names = SeparatedRows.names(scanner, hasHeader, &notes)
    self.notes = notes
    let (width, headerCount) = (scanner.width, hasHeader ? 1 : 0)
    sample = CellTable(
      bytes: scanner.bytes,
      columns: names.enumerated().map { index, name in
        CellColumn(
          name: name, starts: scanner.starts, ends: scanner.ends,
          offset: headerCount * width + index, stride: width)
      }, lines: .listed(scanner.lineNumbers),
      rowCount: max(0, scanner.lineNumbers.count - headerCount))
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
    guard let frame else { return nil }
    let (range, isWhole) = frame.tail(source.count - start)
    let bytes = try source.bytes(range.lowerBound + start..<range.upperBound + start)
    return SeparatedTail(bytes, isWhole: isWhole, frame)
  }

  /// Reads the head of a text of JSON objects, as the other initializer does. Nil when the text may
  /// not be cut by `ObjectCutter`: `JSONRows` then reads it, or says what is wrong.
  init?(ofObjects bytes: [UInt8], of byteCount: Int, from start: Int, options: LoadOptions) {
    let head = Array(bytes.prefix(SeparatedFrame.bytesMax)[start...])
    var rows = JSONRows(head, file: "", isStopped: { false })
    guard let list = SeparatedHead.listSign(options),
      let (areListed, first) = rows.readHead(rowsMax: SeparatedFrame.rowsMax)
    else { return nil }
    let end = rows.scanner.index
    guard let table = try? rows.table() else { return nil }
    sample = table
    frame = nil
    self.start = start
    let objects = ObjectLayout(
      names: sample.columns.map { Array($0.name.english.utf8) }, areListed: areListed)
    guard objects.areSpelledOut, !sample.columns.isEmpty else { return nil }
    bytesPerRow = max(1, end / sample.rowCount)
    hasHeader = true
    notes = []
    // One cell more than members: `ObjectCutter` says why.
    layout = SeparatedLayout(
      separator: 0, unquotes: false, width: sample.columns.count + 1, listSign: list,
      objects: objects)
    firstRow = start + first
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
    for row in 0..<sample.rowCount {
      let range = sample.columns[index].trimmed(row, in: span)
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
