import FriseBase
import FriseModel

/// The distinct texts of a column's cells without the spaces around them, and where they stand.
struct DistinctCells {
  /// The code of each row's text, -1 for a missing cell.
  let codes: [Int32]
  let pool: StringPool
  /// The first row of each code, and how many rows have it.
  let firstRows: [Int32]
  let counts: [Int32]
  /// How many rows state a text.
  let statedCount: Int
  /// How many cells had spaces around them.
  let trimmedCount: Int

  init(_ column: CellColumn, of table: CellTable) {
    var builder = StringPoolBuilder()
    var firstRows: [Int32] = []
    var counts: [Int32] = []
    var stated = 0
    var trimmed = 0
    let span = table.bytes.span
    codes = [Int32](capacity: table.rowCount) { output in
      for row in 0..<table.rowCount {
        let cell = column.trimmed(row, in: span)
        if cell.isEmpty {
          output.append(-1)
          continue
        }
        if cell.count != column.whole(row).count { trimmed += 1 }
        let code = builder.add(span.extracting(cell))
        if Int(code) == firstRows.count {
          firstRows.append(Int32(clamping: row))
          counts.append(0)
        }
        counts[Int(code)] += 1
        stated += 1
        output.append(code)
      }
    }
    pool = builder.build()
    self.firstRows = firstRows
    self.counts = counts
    statedCount = stated
    trimmedCount = trimmed
  }

  /// The texts of cells that were gathered already.
  init(codes: [Int32], pool: StringPool, trimmedCount: Int) {
    var firstRows = [Int32](repeating: -1, count: pool.count)
    var counts = [Int32](repeating: 0, count: pool.count)
    var stated = 0
    for (row, code) in codes.enumerated() where code >= 0 {
      if firstRows[Int(code)] < 0 { firstRows[Int(code)] = Int32(clamping: row) }
      counts[Int(code)] &+= 1
      stated += 1
    }
    self.codes = codes
    self.pool = pool
    self.firstRows = firstRows
    self.counts = counts
    statedCount = stated
    self.trimmedCount = trimmedCount
  }

  /// Does something with the bytes of each distinct text, until it answers false.
  func forEach(_ body: (Int, Span<UInt8>) -> Bool) {
    let bytes = pool.bytes
    let span = bytes.span
    for code in 0..<pool.count {
      let range = Int(pool.offsets[code])..<Int(pool.offsets[code + 1])
      guard body(code, span.extracting(range)) else { return }
    }
  }
}

/// What trying to read every text of a column as one type gave.
struct Attempt<Element> {
  /// One for each distinct text, nil where it is no such value.
  var elements: [Element?] = []
  /// How many cells and how many texts are no such value, and the first such text.
  var failedCount = 0
  var failedTexts = 0
  var firstFailedCode: Int?
  /// False when the attempt was given up: too many texts are no such value.
  var isComplete = false

  /// True when every cell can be read.
  var isClean: Bool { isComplete && failedCount == 0 }

  /// Reads every distinct text, giving up once more than `failedMax` of them cannot be read.
  init(_ cells: DistinctCells, failedMax: Int, _ read: (Span<UInt8>) -> Element?) {
    var isComplete = true
    elements.reserveCapacity(cells.pool.count)
    var found: [Element?] = []
    var (failed, texts) = (0, 0)
    var first: Int?
    cells.forEach { code, text in
      let element = read(text)
      found.append(element)
      if element == nil {
        failed += Int(cells.counts[code])
        texts += 1
        if first == nil { first = code }
        if texts > failedMax { isComplete = false }
      }
      return isComplete
    }
    elements = found
    failedCount = failed
    failedTexts = texts
    firstFailedCode = first
    self.isComplete = isComplete
  }
}
