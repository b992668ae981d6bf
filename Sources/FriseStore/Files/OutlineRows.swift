import FriseBase
import FriseModel

/// An outline: one unit a line, deeper lines below the one they are indented from.
struct OutlineRows {
  let table: CellTable
  /// The row above each row, -1 at the top.
  let parents: [Int32]

  /// Nil when the text is no outline: no line is indented, the first one is, a line comes back to a
  /// depth that none before it had, or every line holds as many of some separator.
  init?(_ bytes: [UInt8]) {
    var (starts, ends, lines, parents): ([UInt32], [UInt32], [Int32], [Int32]) = ([], [], [], [])
    // The units above the next line, with their indentation.
    var above: [(indent: Int, row: Int32)] = []
    var cursor = LineCursor(bytes)
    // How many of each separator every line so far holds; none once two lines differ.
    var counts: [Int?] = []
    while let line = cursor.next(bytes) {
      var start = line.range.lowerBound
      while start < line.range.upperBound, bytes[start] == 32 || bytes[start] == 9 { start += 1 }
      let indent = start - line.range.lowerBound
      let unit = OutlineRows.unit(bytes, start..<line.range.upperBound)
      if unit.isEmpty { continue }
      let own = Separators.all.map { sign in bytes[unit].count { $0 == sign } }
      if counts.isEmpty { counts = own }
      counts = zip(counts, own).map { $0 == $1 ? $1 : nil }
      while let last = above.last, last.indent > indent { above.removeLast() }
      if let last = above.last {
        if last.indent == indent {
          above.removeLast()
        } else if let row = lines.indices.last, row != Int(last.row) {
          // A line that is less deep than the one before must go back to a depth that was there.
          return nil
        }
      } else if indent != 0 {
        return nil
      }
      parents.append(above.last?.row ?? -1)
      above.append((indent, Int32(clamping: lines.count)))
      starts.append(UInt32(truncatingIfNeeded: unit.lowerBound))
      ends.append(UInt32(truncatingIfNeeded: unit.upperBound))
      lines.append(Int32(clamping: line.number))
    }
    guard parents.contains(where: { $0 >= 0 }), !counts.contains(where: { ($0 ?? 0) > 0 }) else {
      return nil
    }
    let names = CellColumn(
      name: Localized(en: "name", fr: "nom"), starts: starts, ends: ends, offset: 0, stride: 1)
    table = CellTable(bytes: bytes, columns: [names], lines: .listed(lines), rowCount: lines.count)
    self.parents = parents
  }

  /// The text of a line without a bullet before it and spaces behind.
  private static func unit(_ bytes: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let unit = bytes.trimmed(range)
    let bullets = [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")]
    guard unit.count > 2, bullets.contains(bytes[unit.lowerBound]),
      bytes[unit.lowerBound + 1] == 32
    else { return unit }
    return bytes.trimmed(unit.lowerBound + 2..<unit.upperBound)
  }
}
