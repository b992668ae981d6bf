import FriseBase
import FriseModel

/// The distinct texts of a column's cells without the spaces around them, and where they stand.
struct DistinctCells {
  /// The code of each row's text, -1 for a missing cell.
  let codes: [Int32]
  let pool: StringPool
  /// How many rows state a text.
  let statedCount: Int
  /// How many cells had spaces around them.
  let trimmedCount: Int

  init(_ column: CellColumn, of table: CellTable) {
    var builder = StringPoolBuilder()
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
        output.append(builder.add(span.extracting(cell)))
        stated += 1
      }
    }
    pool = builder.build()
    statedCount = stated
    trimmedCount = trimmed
  }

  /// The texts of cells that were gathered already.
  init(codes: [Int32], pool: StringPool, missingCount: Int, trimmedCount: Int) {
    self.codes = codes
    self.pool = pool
    statedCount = codes.count - missingCount
    self.trimmedCount = trimmedCount
  }

  /// The first row of a text. All rows are looked at: it is for one text or a few.
  func firstRow(of code: Int) -> Int { codes.firstIndex(of: Int32(clamping: code)) ?? 0 }

  /// The first row of each text.
  func firstRows() -> [Int32] {
    var rows = [Int32](repeating: -1, count: pool.count)
    for (row, code) in codes.enumerated() where code >= 0 && rows[Int(code)] < 0 {
      rows[Int(code)] = Int32(clamping: row)
    }
    return rows
  }

  /// How many rows have one of these texts.
  func rowCount(of chosen: [Int]) -> Int {
    if chosen.isEmpty { return 0 }
    var isChosen = [Bool](repeating: false, count: pool.count)
    for code in chosen { isChosen[code] = true }
    return codes.count { $0 >= 0 && isChosen[Int($0)] }
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
  private(set) var elements: [Element?] = []
  /// How many cells are no such value; of use only where the attempt is complete.
  private(set) var failedCount = 0
  /// The texts that are none.
  private(set) var failedCodes: [Int] = []
  /// False when the attempt was given up: too many texts are no such value.
  private(set) var isComplete = true

  /// After how many texts there is room for all.
  private static var probeCount: Int { 1024 }

  /// True when every cell can be read.
  var isClean: Bool { isComplete && failedCodes.isEmpty }

  /// Reads every distinct text, giving up once more than `failedMax` of them cannot be read.
  init(_ cells: DistinctCells, failedMax: Int, _ read: (Span<UInt8>) -> Element?) {
    var found: [Element?] = []
    var failed: [Int] = []
    cells.forEach { code, text in
      // Most attempts are given up after a few texts, and take no room for the others.
      if code == Attempt.probeCount { found.reserveCapacity(cells.pool.count) }
      let element = read(text)
      found.append(element)
      if element == nil { failed.append(code) }
      return failed.count <= failedMax
    }
    elements = found
    failedCodes = failed
    isComplete = failed.count <= failedMax
    if isComplete { failedCount = cells.rowCount(of: failed) }
  }
}
