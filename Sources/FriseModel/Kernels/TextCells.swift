import CByteMasks
import Glibc

/// Gathers the texts of a column as its cells have them, one after the other. Which of them are
/// alike is found only when the column is made: many columns of long texts are never asked for.
package struct TextCells: Sendable {
  /// The texts of consecutive rows, as one thread read them.
  struct Run: Sendable {
    var bytes: [UInt8] = []
    /// Text i is `bytes[offsets[i]..<offsets[i + 1]]`, empty where it is missing.
    var offsets: [UInt32] = [0]

    var rowCount: Int { offsets.count - 1 }
  }

  /// One for each thread that read.
  private var runs: [Run] = [Run()]

  package init() {}

  /// Texts that were told apart already.
  package init(codes: [Int32], pool: StringPool) {
    for code in codes {
      if code >= 0 { runs[0].bytes += pool.slice(code) }
      runs[0].offsets.append(UInt32(truncatingIfNeeded: runs[0].bytes.count))
    }
  }

  package var rowCount: Int { runs.reduce(0) { $0 + $1.rowCount } }

  /// Makes room for so many rows as long as those that are there, on average.
  package mutating func reserve(_ count: Int) {
    let known = max(1, runs[0].rowCount)
    let (bytes, offsets) = (runs[0].bytes, runs[0].offsets)
    runs[0] = Run()
    runs[0].bytes.reserveLarge(max(bytes.count, bytes.count / known * count))
    runs[0].offsets.removeAll()
    runs[0].offsets.reserveLarge(max(offsets.count, count + 1))
    runs[0].bytes += bytes
    runs[0].offsets += offsets
  }

  /// Appends some cells. With `undoubling`, two quotes in a row stand for one, and no quote stands
  /// alone in any cell.
  package mutating func append(_ cells: CellRanges, undoubling: Bool) {
    var total = 0
    for index in 0..<cells.count {
      total += unsafe Int(cells.ends[index] &- cells.starts[index])
    }
    var run = Run()
    swap(&run, &runs[runs.count - 1])
    let first = run.bytes.count
    let quote = UInt8(ascii: "\"")
    let last = cells.count == 0 ? 0 : unsafe Int(cells.ends[cells.count - 1])
    run.offsets.append(addingCapacity: cells.count) { offsets in
      // Room for what is copied behind the last text.
      run.bytes.append(addingCapacity: total + 64) { output in
        unsafe output.withUnsafeMutableBufferPointer { buffer, end in
          guard let target = buffer.baseAddress else { return }
          for index in 0..<cells.count {
            let start = unsafe Int(cells.starts[index])
            let count = unsafe Int(cells.ends[index]) - start
            let hasQuote =
              count <= 64 && start + 64 <= last
              ? unsafe frise_copy_short_text(target + end, cells.bytes + start, count, quote)
              : unsafe frise_copy_text(target + end, cells.bytes + start, count, quote)
            if undoubling, hasQuote != 0 {
              let text = unsafe UnsafeBufferPointer(start: cells.bytes + start, count: count)
              end += unsafe TextCells.undouble(text, into: target + end)
            } else {
              end += count
            }
            offsets.append(UInt32(truncatingIfNeeded: first &+ end))
          }
        }
      }
    }
    swap(&run, &runs[runs.count - 1])
  }

  /// Writes a text in which two quotes stand for one.
  /// - Returns: How many bytes it has then.
  fileprivate static func undouble(
    _ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>
  ) -> Int {
    var (index, count) = (0, 0)
    while index < text.count {
      let byte = unsafe text[index]
      unsafe target[count] = byte
      count += 1
      index += byte == UInt8(ascii: "\"") ? 2 : 1
    }
    return count
  }

  /// Appends the texts of the rows behind these.
  package mutating func append(_ next: TextCells) { runs += next.runs }

  /// Whether some text holds a byte.
  package func contain(_ byte: UInt8) -> Bool {
    runs.contains { run in
      unsafe run.bytes.withUnsafeBytes { bytes in
        guard let base = bytes.baseAddress else { return false }
        return unsafe memchr(base, Int32(byte), bytes.count) != nil
      }
    }
  }

  /// The text of a row; nil when it is missing.
  package func text(at row: Int) -> String? {
    var row = row
    for run in runs {
      if row < run.rowCount {
        let range = Int(run.offsets[row])..<Int(run.offsets[row + 1])
        return range.isEmpty ? nil : String(decoding: run.bytes[range], as: UTF8.self)
      }
      row -= run.rowCount
    }
    return nil
  }

  /// The column of these texts. The different ones are moved together where they stand, so that it
  /// takes little more memory than they have.
  package consuming func column() -> TextColumn {
    var made = runs
    runs = []
    return TextColumn(movingTogether: &made)
  }
}

extension [UInt8] {
  /// Appends a text in which two quotes stand for one.
  package mutating func append(undoubling text: UnsafeBufferPointer<UInt8>) {
    append(addingCapacity: text.count) { output in
      unsafe output.withUnsafeMutableBufferPointer { buffer, count in
        guard let target = buffer.baseAddress else { return }
        count += unsafe TextCells.undouble(text, into: target + count)
      }
    }
  }
}
