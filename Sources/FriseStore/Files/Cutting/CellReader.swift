import FriseBase
import FriseModel

/// What a batch of rows is known to hold beside its cells.
struct BatchFacts {
  let hasDoubledQuotes: Bool
  /// How many cells had spaces around them, which are left out.
  let trimmedCount: Int
}

/// Reads the cells of one column, batch after batch; each thread has readers of its own for the
/// rows it cuts, and those of later rows are appended to those of earlier ones. Sendable because
/// one thread at a time has it.
class CellReader: @unchecked Sendable {
  /// The place of the column in the file.
  let index: Int
  /// Whether cells keep the spaces around them.
  let isWhole: Bool
  /// True once some cell was not what this reader takes: what it read is of no use.
  var isFailed = false

  init(_ index: Int, isWhole: Bool = false) {
    self.index = index
    self.isWhole = isWhole
  }

  /// About how many bytes a row takes, once what two threads read is put together.
  var bytesPerRow: Int { 0 }

  /// Makes room for so many rows.
  func reserve(_ count: Int) {}

  /// Reads the cells of some rows.
  func read(_ cells: CellRanges, _ facts: BatchFacts) {}

  /// Whether what was read is more than missing cells, and shows the type of the column by itself.
  func isTypical(ofRows rowCount: Int) -> Bool { true }

  /// Takes in what was read of the rows behind these.
  func append(_ next: CellReader) { isFailed = isFailed || next.isFailed }

  /// Is called once all rows are read, for several readers at a time.
  func finish() {}

  /// A reader of the same kind, for other rows.
  func twin() -> CellReader { CellReader(index, isWhole: isWhole) }
}

/// Reads plain numbers.
final class NumberReader: CellReader, @unchecked Sendable {
  private(set) var numbers = NumberCells()

  override var bytesPerRow: Int { 12 }

  override func reserve(_ count: Int) { numbers.reserve(count) }

  override func read(_ cells: CellRanges, _ facts: BatchFacts) {
    if !numbers.append(cells) { isFailed = true }
  }

  override func append(_ next: CellReader) {
    guard !isFailed, !next.isFailed, let next = next as? NumberReader, numbers.append(next.numbers)
    else {
      isFailed = true
      return
    }
  }

  override func isTypical(ofRows rowCount: Int) -> Bool { numbers.missingCount < rowCount }

  override func twin() -> CellReader { NumberReader(index) }
}

/// Reads EDTF dates.
final class DateReader: CellReader, @unchecked Sendable {
  private(set) var dates = DateColumnBuilder()
  /// What `..` alone stands for.
  private let open: DateValue?

  init(_ index: Int, open: DateValue?) {
    self.open = open
    super.init(index)
  }

  // A second column of dates may be made of two.
  override var bytesPerRow: Int { 17 + 17 }

  override func reserve(_ count: Int) { dates.reserve(count) }

  override func read(_ cells: CellRanges, _ facts: BatchFacts) {
    if !dates.append(cells, open: open) { isFailed = true }
  }

  override func append(_ next: CellReader) {
    guard !isFailed, !next.isFailed, let next = next as? DateReader else {
      isFailed = true
      return
    }
    dates.append(next.dates)
  }

  // Four digits alone are numbers as well.
  override func isTypical(ofRows rowCount: Int) -> Bool { dates.hasForm }

  override func twin() -> CellReader { DateReader(index, open: open) }
}
