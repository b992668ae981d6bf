import FriseBase
import FriseModel

/// Level columns: each row is a unit, and some of its cells name the units above it, the topmost
/// first (`region, sub-region, country`). The units above become rows of their own, behind those of
/// the file.
struct LevelColumns {
  /// The columns that name the units above, the topmost first.
  let levels: [Int]
  /// The column that names the row's own unit.
  let name: Int
  /// The column of ids, if the file has one.
  let id: Int?

  /// The rows of the file, then those of the units above.
  private(set) var cells: CellTable
  /// The row of the unit above each row, -1 at the top.
  private(set) var parents: [Int32] = []
  /// How many rows were added.
  private(set) var madeCount = 0

  /// The columns that make a structure without being told to, by their names under the fold
  /// without signs between letters.
  private static let known = (
    top: ["region"], second: ["subregion", "sousregion"],
    third: ["intermediateregion", "regionintermediaire"],
    own: ["country", "pays", "countryname", "nomdupays", "name", "nom"]
  )

  init(_ cells: CellTable, levels: [Int], name: Int, id: Int?) {
    self.cells = cells
    self.levels = levels
    self.name = name
    self.id = id
    makeUnits()
  }

  /// Whether columns of these folded names may be level columns.
  static func mayBe(_ names: [String]) -> Bool {
    let keys = names.map { $0.filter(\.isLetter) }
    return keys.contains(where: known.top.contains) && keys.contains(where: known.second.contains)
  }

  /// The level columns of a file whose names say so: a region and a sub-region, each sub-region in
  /// one region, and a column of countries or names in which none repeats. Nil for all others.
  init?(recognisedIn cells: CellTable, id: Int?) {
    let keys = cells.columns.map { TextFold.fold($0.name.english).filter(\.isLetter) }
    func index(_ names: [String]) -> Int? {
      names.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }
    let known = LevelColumns.known
    guard let top = index(known.top), let second = index(known.second), let name = index(known.own)
    else { return nil }
    let names = DistinctCells(cells.columns[name], of: cells)
    guard names.pool.count == cells.rowCount else { return nil }
    let tops = DistinctCells(cells.columns[top], of: cells)
    let seconds = DistinctCells(cells.columns[second], of: cells)
    let firstRows = seconds.firstRows()
    for row in 0..<cells.rowCount where seconds.codes[row] >= 0 {
      let first = Int(firstRows[Int(seconds.codes[row])])
      guard tops.codes[row] == tops.codes[first] else { return nil }
    }
    let levels = [top, second] + (index(known.third).map { [$0] } ?? [])
    self.init(cells, levels: levels, name: name, id: id)
  }

  /// A unit that only other rows name.
  private struct Unit: Hashable {
    let parent: Int32
    let code: Int32
  }

  /// Finds the units above and gives each a row.
  private mutating func makeUnits() {
    let rowCount = cells.rowCount
    var texts = StringPoolBuilder()
    var rows: [Unit: Int32] = [:]
    var made: [(name: Range<Int>, firstRow: Int)] = []
    parents = Array(repeating: -1, count: rowCount)
    var madeParents: [Int32] = []
    let bytes = cells.bytes
    let span = bytes.span
    for row in 0..<rowCount {
      for level in levels {
        let cell = cells.columns[level].trimmed(row, in: span)
        if cell.isEmpty { continue }
        let unit = Unit(parent: parents[row], code: texts.add(span.extracting(cell)))
        if let known = rows[unit] {
          parents[row] = known
          continue
        }
        let number = Int32(clamping: rowCount + made.count)
        rows[unit] = number
        made.append((cell, row))
        madeParents.append(parents[row])
        parents[row] = number
      }
    }
    parents += madeParents
    madeCount = made.count
    append(made)
  }

  /// Adds rows that state nothing but a name, and an id where the file has ids.
  private mutating func append(_ made: [(name: Range<Int>, firstRow: Int)]) {
    let rowCount = cells.rowCount
    var columns: [CellColumn] = []
    var bytes = cells.bytes
    let ids = id.map { madeIDs(made, $0, &bytes) } ?? []
    for (index, column) in cells.columns.enumerated() {
      var starts: [UInt32] = []
      var ends: [UInt32] = []
      for row in 0..<rowCount {
        let cell = column.whole(row)
        starts.append(UInt32(truncatingIfNeeded: cell.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: cell.upperBound))
      }
      for (number, unit) in made.enumerated() {
        let cell = index == id ? ids[number] : index == name ? unit.name : 0..<0
        starts.append(UInt32(truncatingIfNeeded: cell.lowerBound))
        ends.append(UInt32(truncatingIfNeeded: cell.upperBound))
      }
      var extended = CellColumn(
        name: column.name, starts: starts, ends: ends, offset: 0, stride: 1)
      extended.listSeparator = column.listSeparator
      columns.append(extended)
    }
    cells = CellTable(
      bytes: bytes, columns: columns,
      lines: .listed(
        (Array(0..<rowCount) + made.map(\.firstRow)).map { Int32(clamping: cells.line($0)) }),
      rowCount: rowCount + made.count)
  }

  /// The ids of made units: their names; where that id is taken, with the name above before it.
  private func madeIDs(
    _ made: [(name: Range<Int>, firstRow: Int)], _ id: Int, _ bytes: inout [UInt8]
  ) -> [Range<Int>] {
    var taken: Set<[UInt8]> = []
    for row in 0..<cells.rowCount {
      taken.insert(Array(bytes[cells.columns[id].trimmed(row, in: bytes.span)]))
    }
    var ids: [Range<Int>] = []
    for (number, unit) in made.enumerated() {
      var text = Array(bytes[unit.name])
      var range = unit.name
      var above = parents[cells.rowCount + number]
      while !taken.insert(text).inserted {
        let name = above < 0 ? nil : made[Int(above) - cells.rowCount].name
        text = (name.map { Array(bytes[$0]) } ?? Array("*".utf8)) + Array(" / ".utf8) + text
        range = bytes.count..<bytes.count + text.count
        above = above < 0 ? -1 : parents[Int(above)]
      }
      if range != unit.name { bytes += text }
      ids.append(range)
    }
    return ids
  }

  /// What a person is told.
  var note: Localized {
    let names = (levels + [name]).map { NameWriting.written(cells.columns[$0].name.english) }
    let path = names.joined(separator: " > ")
    return Localized(
      en: "levels \(path): \(madeCount) units above the rows of the file have rows of their own",
      fr: "niveaux \(path) : \(madeCount) unités au-dessus des lignes du fichier ont leur "
        + "propre ligne")
  }
}
