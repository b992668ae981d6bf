import FriseBase
import FriseModel

/// Reads texts: tells the different ones of a column apart as long as they are few, and keeps the
/// texts as they stand once they are many.
final class TextReader: CellReader, @unchecked Sendable {
  /// How many different texts are told apart while they are read; fewer where hardly any repeats.
  static let textsMax = 4096
  private static let singleTextsMax = 1024

  private let listSign: UInt8
  private var builder = StringPoolBuilder()
  private var codes: [Int32] = []
  /// The texts of all rows, once they are many.
  private(set) var texts: TextCells?
  private(set) var missingCount = 0
  private(set) var trimmedCount = 0
  private var evidence = TextEvidence()
  private var expectedRows = 0
  /// Whether the texts, which are many, show by themselves that the column is text.
  private(set) var areCertain = false
  /// The different texts, once all are read and their column is not certain.
  private var distinct: DistinctCells?

  init(_ index: Int, listSign: UInt8, isWhole: Bool = false) {
    self.listSign = listSign
    super.init(index, isWhole: isWhole)
  }

  override func twin() -> CellReader { TextReader(index, listSign: listSign, isWhole: isWhole) }

  override var bytesPerRow: Int { 12 }

  override func reserve(_ count: Int) {
    expectedRows = count
    codes.reserveLarge(count)
  }

  override func read(_ cells: CellRanges, _ facts: BatchFacts) {
    trimmedCount += facts.trimmedCount
    missingCount += TextReader.missingCount(cells)
    if texts == nil {
      let first = codes.count
      let isWithin =
        facts.hasDoubledQuotes
        ? TextReader.addUndoubled(cells, &builder, &codes)
        : builder.add(cells, to: &codes, limit: TextReader.textsMax)
      let areSingle =
        builder.count > TextReader.singleTextsMax && builder.count > codes.count / 8 * 7
      if isWithin, !areSingle { return }
      codes.removeLast(codes.count - first)
      keepTexts()
    }
    texts?.append(cells, undoubling: facts.hasDoubledQuotes)
  }

  /// Adds cells some of which may hold doubled quotes.
  /// - Returns: False once there are too many texts.
  private static func addUndoubled(
    _ cells: CellRanges, _ builder: inout StringPoolBuilder, _ codes: inout [Int32]
  ) -> Bool {
    for index in 0..<cells.count {
      let start = unsafe Int(cells.starts[index])
      let text = unsafe UnsafeBufferPointer(
        start: cells.bytes + start, count: Int(cells.ends[index]) - start)
      if text.isEmpty {
        codes.append(-1)
      } else if unsafe text.contains(UInt8(ascii: "\"")) {
        var undoubled: [UInt8] = []
        unsafe undoubled.append(undoubling: text)
        codes.append(builder.add(undoubled.span))
      } else {
        codes.append(unsafe builder.add(text.span))
      }
    }
    return builder.count <= TextReader.textsMax
  }

  /// From here on all texts are kept as they stand.
  private func keepTexts() {
    let pool = builder.build()
    evidence = TextEvidence(pool, listSign: listSign)
    var kept = TextCells(codes: codes, pool: pool)
    kept.reserve(expectedRows)
    texts = kept
    codes = []
    builder = StringPoolBuilder()
  }

  override func append(_ next: CellReader) {
    guard let next = next as? TextReader else { return }
    missingCount += next.missingCount
    trimmedCount += next.trimmedCount
    if texts == nil, next.texts == nil {
      let theirs = next.builder.build()
      let known = (0..<theirs.count).map { builder.add(theirs.slice(Int32(clamping: $0))) }
      codes.reserveCapacity(codes.count + next.codes.count)
      for code in next.codes { codes.append(code < 0 ? -1 : known[Int(code)]) }
      return
    }
    if texts == nil { keepTexts() }
    if next.texts == nil { next.keepTexts() }
    evidence.add(next.evidence)
    if let behind = next.texts { texts?.append(behind) }
    next.texts = nil
  }

  override func finish() {
    if let texts, evidence.isCertain {
      areCertain = evidence.rulesOutLists || !texts.contain(listSign)
    }
    if !areCertain, !isWhole { distinct = takeDistinct() }
  }

  /// Gives the different texts and where they stand, and keeps none.
  func takeDistinct() -> DistinctCells {
    if let known = distinct {
      distinct = nil
      return known
    }
    let column = takeColumn()
    return DistinctCells(
      codes: column.codes, pool: column.pool, missingCount: missingCount,
      trimmedCount: trimmedCount)
  }

  /// Gives the texts as they stand, if they are many, and keeps none.
  func takeTexts() -> TextCells? {
    let kept = texts
    texts = nil
    return kept
  }

  /// Gives the column, and keeps none of its texts.
  func takeColumn() -> TextColumn {
    if let kept = takeTexts() { return kept.column() }
    return TextColumn(codes: codes, pool: builder.build())
  }

  private static func missingCount(_ cells: CellRanges) -> Int {
    var count = 0
    for index in 0..<cells.count where unsafe cells.starts[index] == cells.ends[index] {
      count += 1
    }
    return count
  }
}

/// What many different texts of a column show about its type without the others.
struct TextEvidence {
  /// Whether the column is text and none of the remarks on columns spoiled by a few cells can
  /// apply: too many texts are no number, no figure and no date, whatever the others are.
  private(set) var isCertain = false
  /// Whether some text is no list.
  private(set) var rulesOutLists = false

  /// What no text shows.
  init() {}

  init(_ pool: StringPool, listSign: UInt8) {
    let needed = ColumnInference.failedTextsMax + 1
    var (numbers, figures, dates) = (0, 0, 0)
    var breaksLists = false
    let bytes = pool.bytes
    let span = bytes.span
    for code in 0..<pool.count {
      if breaksLists, min(numbers, figures, dates) >= needed { break }
      let text = span.extracting(Int(pool.offsets[code])..<Int(pool.offsets[code + 1]))
      breaksLists = breaksLists || !ColumnInference.isList(text, separator: listSign)
      if numbers < needed, NumberReading.isNever(text) { numbers += 1 }
      if figures < needed, NumberReading.hasLeadingZero(text) || Figure(reading: text) == nil {
        figures += 1
      }
      if dates < needed, text.count > 200 || !DateInference.isDate(text.string) { dates += 1 }
    }
    isCertain = min(numbers, figures, dates) >= needed
    rulesOutLists = breaksLists
  }

  /// Adds what other texts of the column show.
  mutating func add(_ other: TextEvidence) {
    isCertain = isCertain || other.isCertain
    rulesOutLists = rulesOutLists || other.rulesOutLists
  }
}
