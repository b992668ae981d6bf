import FriseBase
import FriseModel

/// Reads texts: gathers the different ones of a column as long as they are few. Once they are many
/// and it is certain that the column is text, it counts the missing cells and leaves the texts for
/// later.
final class TextReader: CellReader, @unchecked Sendable {
  /// How many different texts are gathered.
  static let textsMax = 256

  private let listSign: UInt8
  private var builder = StringPoolBuilder()
  private(set) var codes: [Int32] = []
  private(set) var missingCount = 0
  private(set) var trimmedCount = 0
  /// True once the texts are left for later.
  private(set) var isSkimming = false
  /// Whether some text shows that the column is none of lists.
  private var rulesOutLists = false

  init(_ index: Int, listSign: UInt8) {
    self.listSign = listSign
    super.init(index)
  }

  override func twin() -> CellReader { TextReader(index, listSign: listSign) }

  override var bytesPerRow: Int { 6 }

  override func reserve(_ count: Int) { codes.reserveLarge(count) }

  override func read(_ cells: CellRanges, _ facts: BatchFacts) {
    trimmedCount += facts.trimmedCount
    missingCount += TextReader.missingCount(cells)
    if !isSkimming {
      let isWithin =
        facts.hasDoubledQuotes
        ? TextReader.addUndoubled(cells, &builder, &codes)
        : builder.add(cells, to: &codes, limit: TextReader.textsMax)
      if isWithin { return }
      leaveTexts()
    }
    if facts.hasListSign, !rulesOutLists, TextReader.holds(listSign, cells) { isFailed = true }
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

  /// Leaves the texts for later when those gathered show that the column is text; fails otherwise.
  private func leaveTexts() {
    let pool = builder.build()
    let evidence = TextEvidence(pool, listSign: listSign)
    guard evidence.isCertain else {
      isFailed = true
      return
    }
    rulesOutLists = evidence.rulesOutLists
    if !rulesOutLists, pool.bytes.contains(listSign) { isFailed = true }
    isSkimming = true
    codes = []
    builder = StringPoolBuilder()
  }

  override func append(_ next: CellReader) {
    guard !isFailed, !next.isFailed, let next = next as? TextReader else {
      isFailed = true
      return
    }
    missingCount += next.missingCount
    trimmedCount += next.trimmedCount
    switch (isSkimming, next.isSkimming) {
    case (true, true): rulesOutLists = rulesOutLists || next.rulesOutLists
    case (false, false):
      let theirs = next.builder.build()
      let known = (0..<theirs.count).map { builder.add(theirs.slice(Int32(clamping: $0))) }
      codes.reserveCapacity(codes.count + next.codes.count)
      for code in next.codes { codes.append(code < 0 ? -1 : known[Int(code)]) }
    case (true, false): if !rulesOutLists, next.gathered(listSign) { isFailed = true }
    case (false, true):
      if !next.rulesOutLists, gathered(listSign) { isFailed = true }
      rulesOutLists = next.rulesOutLists
      isSkimming = true
      codes = []
    }
  }

  /// Whether some gathered text holds a sign.
  private func gathered(_ sign: UInt8) -> Bool { builder.build().bytes.contains(sign) }

  /// The different texts and where they stand, unless they were left for later.
  var distinct: DistinctCells {
    DistinctCells(codes: codes, pool: builder.build(), trimmedCount: trimmedCount)
  }

  private static func missingCount(_ cells: CellRanges) -> Int {
    var count = 0
    for index in 0..<cells.count where unsafe cells.starts[index] == cells.ends[index] {
      count += 1
    }
    return count
  }

  private static func holds(_ sign: UInt8, _ cells: CellRanges) -> Bool {
    for index in 0..<cells.count {
      for place in unsafe Int(cells.starts[index])..<Int(cells.ends[index])
      where unsafe cells.bytes[place] == sign {
        return true
      }
    }
    return false
  }
}

/// What many different texts of a column show about its type without the others.
struct TextEvidence {
  /// Whether the column is text and none of the remarks on columns spoiled by a few cells can
  /// apply: too many texts are no number, no figure and no date, whatever the others are.
  let isCertain: Bool
  /// Whether some text is no list.
  let rulesOutLists: Bool

  init(_ pool: StringPool, listSign: UInt8) {
    let needed = ColumnInference.failedTextsMax + 1
    var (numbers, figures, dates) = (0, 0, 0)
    var breaksLists = false
    let bytes = pool.bytes
    let span = bytes.span
    for code in 0..<pool.count {
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
}
