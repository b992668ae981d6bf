import FriseTestSupport
import Testing

@testable import FriseModel

/// Texts that are gathered as they stand give the column that telling them apart at once gives.
@Suite struct TextCellsTests {
  /// Lends texts as the cells of a file, parted by commas.
  private func withCells(_ texts: [String], _ body: (CellRanges) -> Void) {
    let bytes = Array(texts.joined(separator: ",").utf8) + [44]
    var starts: [UInt32] = []
    var ends: [UInt32] = []
    var place: UInt32 = 0
    for text in texts {
      starts.append(place)
      place += UInt32(text.utf8.count)
      ends.append(place)
      place += 1
    }
    unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe starts.withUnsafeBufferPointer { starts in
        unsafe ends.withUnsafeBufferPointer { ends in
          guard let base = bytes.baseAddress, let first = starts.baseAddress,
            let last = ends.baseAddress
          else { return }
          body(unsafe CellRanges(bytes: base, starts: first, ends: last, count: texts.count))
        }
      }
    }
  }

  /// Gathers each run of texts in two batches, as one thread, and joins the runs.
  private func gathered(_ runs: [[String]], undoubling: Bool = false) -> TextCells {
    var all: TextCells?
    for run in runs {
      var texts = TextCells()
      let half = run.count / 2
      for batch in [Array(run[..<half]), Array(run[half...])] where !batch.isEmpty {
        withCells(batch) { texts.append($0, undoubling: undoubling) }
        if batch.count == half { texts.reserve(run.count) }
      }
      if all == nil { all = texts } else { all?.append(texts) }
    }
    return all ?? TextCells()
  }

  private func check(_ runs: [[String]]) {
    let rows = runs.flatMap(\.self)
    let texts = gathered(runs)
    #expect(texts.rowCount == rows.count)
    for row in stride(from: 0, to: rows.count, by: 97) {
      #expect(texts.text(at: row) == (rows[row].isEmpty ? nil : rows[row]))
    }
    var builder = StringPoolBuilder()
    let codes = rows.map { $0.isEmpty ? -1 : builder.add($0) }
    let pool = builder.build()
    let column = texts.column()
    #expect(column.codes == codes)
    #expect(column.pool.bytes == pool.bytes)
    #expect(column.pool.offsets == pool.offsets)
  }

  @Test func alikeTextsShareACodeInTheOrderOfRows() {
    check([])
    check([[""]])
    check([["a", "b", "", "a", "ab", "b"]])
    check([["a", "b", "", "a"], ["", "b", "c", "c", "a"]])
    check([["", ""], ["x"], ["y", "x", ""]])
    var generator = SplitMix64(seed: 5)
    func texts(_ count: Int, _ kinds: Int) -> [String] {
      (0..<count).map { _ in
        let number = Int.random(in: 0..<kinds, using: &generator)
        return number == 0 ? "" : "text \(number)" + String(repeating: "é", count: number % 9)
      }
    }
    check([texts(3000, 40), texts(2000, 90)])
    // So many that two threads share them, most with a text of their own.
    check([texts(20_000, 90_000), texts(21_000, 90_000)])
  }

  @Test func doubledQuotesBecomeOne() {
    let column = gathered([["\"\"a\"\"", "b", "\"\"a\"\""]], undoubling: true).column()
    #expect((0..<3).map { column.text(at: $0) } == ["\"a\"", "b", "\"a\""])
  }

  /// Short texts are known by numbers, which a byte 0 must not make alike.
  @Test func shortTextsAreToldApart() {
    let texts = ["a", "\0a", "aa", "\0\0a", "a\0", "abcdefgh", "\0abcdefgh", "é", "\0é"]
    let rows = (0..<60).map { texts[$0 % texts.count] }
    var builder = StringPoolBuilder()
    var codes: [Int32] = []
    withCells(["sixteen bytes before"] + rows) { cells in
      #expect(builder.add(cells, to: &codes, limit: 100))
    }
    let pool = builder.build()
    #expect(codes.dropFirst().map { pool[$0] } == rows)
  }
}
