import Synchronization

/// What is reckoned once of a stored column of links into a structure, when somebody first asks for
/// it: the rows that each subtree holds, and what they add up to.
///
/// It belongs to the tree that the structure has in its table; a tree cut by `at` is another.
package final class LinkIndex: Sendable {
  private let cachedRows = Mutex<(isAsked: Bool, rows: RowsByUnit?)>((false, nil))
  /// Sums by the column of values; -1 stands for rows that are only counted.
  private let cachedTotals = Mutex<[Int: SubtreeTotals]>([:])

  package init() {}

  /// The rows of each subtree; `links` is the column this index belongs to. Nil when nobody asked
  /// before: a single question is answered sooner by looking at every row.
  func rowsByUnit(_ links: LinkColumn, _ forest: Forest) -> RowsByUnit? {
    cachedRows.withLock { cache in
      if cache.isAsked, cache.rows == nil { cache.rows = RowsByUnit(links.rows, forest) }
      cache.isAsked = true
      return cache.rows
    }
  }

  /// What each subtree adds up to; `column` is the place of `values` in the links' table.
  func totals(
    _ links: LinkColumn, _ forest: Forest, values: NumberColumn?, column: Int
  ) -> SubtreeTotals {
    cachedTotals.withLock { cache in
      if let known = cache[column] { return known }
      // Rows were counted beside any sum.
      if values == nil, let known = cache.values.first { return known.counting }
      let made = SubtreeTotals(links.rows, forest, values: values)
      cache[column] = made
      return made
    }
  }
}

/// Rows by the preorder of the units they link to, in blocks of as many positions: a subtree is a
/// run of whole blocks and a part of two others. Sorting further would cost more than it saves.
struct RowsByUnit: Sendable {
  /// A row and the preorder position of its unit.
  private struct Entry: Sendable {
    let position: Int32
    let row: Int32
  }

  /// Block b has the entries from `bounds[b]` up to `bounds[b + 1]`, rows ascending.
  private let bounds: [Int]
  private let entries: [Entry]
  /// Position p is in block p >> shift.
  private let shift: Int
  private let rowCount: Int
  /// The rows that link to no unit, ascending.
  let unlinked: [Int32]

  /// About so many blocks: their ends stay in the fastest memory while rows are dealt out.
  private static let blocksMax = 256

  /// O(rows + units).
  init(_ links: [Int32], _ forest: Forest) {
    let positions = forest.positions
    var shift = 0
    while positions.count >> shift > RowsByUnit.blocksMax { shift += 1 }
    let blockCount = (positions.count >> shift) + 1
    // Where the next entry of each block goes; no link comes first. Unchecked: every place comes
    // from a count of the same rows.
    var next = [Int](repeating: 0, count: blockCount + 1)
    unsafe positions.withUnsafeBufferPointer { positions in
      unsafe next.withUnsafeMutableBufferPointer { next in
        for unit in links {
          let block = unit < 0 ? 0 : unsafe Int(positions[Int(unit)]) &>> shift &+ 1
          unsafe next[block] &+= 1
        }
      }
    }
    let unlinkedCount = next[0]
    var total = 0
    bounds = [Int](capacity: blockCount + 1) { bounds in
      for block in 1...blockCount {
        bounds.append(total)
        let size = next[block]
        next[block] = total
        total += size
      }
      bounds.append(total)
    }
    let linkedCount = total
    next[0] = 0
    var unlinked = [Int32](repeating: 0, count: unlinkedCount)
    entries = unsafe [Entry](unsafeUninitializedCapacity: linkedCount) { output, size in
      unsafe positions.withUnsafeBufferPointer { positions in
        unsafe next.withUnsafeMutableBufferPointer { next in
          unsafe unlinked.withUnsafeMutableBufferPointer { unlinked in
            for row in 0..<links.count {
              let unit = Int(links[row])
              let number = Int32(truncatingIfNeeded: row)
              if unit < 0 {
                unsafe unlinked[next[0]] = number
                unsafe next[0] &+= 1
                continue
              }
              let position = unsafe positions[unit]
              let block = Int(position) &>> shift &+ 1
              let place = unsafe next[block]
              unsafe next[block] = place &+ 1
              unsafe output[place] = Entry(position: position, row: number)
            }
          }
        }
      }
      size = linkedCount
    }
    self.unlinked = unlinked
    self.shift = shift
    rowCount = links.count
  }

  /// At most how many rows link to units at these positions.
  func countMax(_ ranges: [Range<Int>]) -> Int {
    ranges.reduce(0) { $0 + entries(near: $1).count }
  }

  /// The entries of all blocks that a run of positions, which is not empty, touches.
  private func entries(near range: Range<Int>) -> Range<Int> {
    bounds[range.lowerBound >> shift]..<bounds[(range.upperBound - 1) >> shift + 1]
  }

  /// The rows of the units at these positions, ascending; `ranges` do not overlap and none is
  /// empty. O(rows / 64 + found + rows of a block).
  func rows(at ranges: [Range<Int>]) -> [Int32] {
    // A bit a row puts them in order.
    var marks = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    var count = 0
    for range in ranges {
      let (first, last) = (Int32(range.lowerBound), Int32(range.upperBound - 1))
      for index in entries(near: range) {
        let entry = entries[index]
        guard entry.position >= first, entry.position <= last else { continue }
        let row = UInt32(bitPattern: entry.row)
        marks[Int(row >> 6)] |= 1 &<< UInt64(row & 63)
        count &+= 1
      }
    }
    return [Int32](capacity: count) { output in
      for (index, mark) in marks.enumerated() where mark != 0 {
        var bits = mark
        while bits != 0 {
          output.append(Int32(truncatingIfNeeded: index &* 64 &+ bits.trailingZeroBitCount))
          bits &= bits &- 1
        }
      }
    }
  }
}

/// How many rows each subtree holds, how many of them state a value, and the sum of the values: as
/// differences of running totals in preorder.
package struct SubtreeTotals: Sendable {
  /// What rows add up to.
  private struct Sum: Sendable {
    var sum: Int64 = 0
    var count: Int32 = 0
    var stated: Int32 = 0
  }

  /// The total before each preorder position.
  private let running: [Sum]
  private var hasValues: Bool
  private let scale: UInt8
  /// True when a sum did not fit 64 bits: it must be reckoned otherwise.
  package private(set) var overflows: Bool

  /// The same rows, whether they state a value or not.
  fileprivate var counting: SubtreeTotals {
    var totals = self
    totals.hasValues = false
    totals.overflows = false
    return totals
  }

  /// O(rows + units).
  init(_ links: [Int32], _ forest: Forest, values: NumberColumn?) {
    // Unit -1, no link, comes first.
    var slots = [Sum](repeating: Sum(), count: forest.parents.count + 1)
    var overflows = values?.wide.isEmpty == false
    unsafe slots.withUnsafeMutableBufferPointer { slots in
      guard let values else {
        for unit in links { unsafe slots[Int(unit) &+ 1].count &+= 1 }
        return
      }
      unsafe values.values.withUnsafeBufferPointer { values in
        for row in 0..<min(links.count, values.count) {
          let slot = Int(links[row]) &+ 1
          let value = unsafe values[row]
          let isStated = value != NumberColumn.none
          unsafe slots[slot].count &+= 1
          unsafe slots[slot].stated &+= isStated ? 1 : 0
          let (sum, overflow) = unsafe slots[slot].sum
            .addingReportingOverflow(isStated ? value : 0)
          unsafe slots[slot].sum = sum
          overflows = overflows || overflow
        }
      }
    }
    var total = Sum()
    running = [Sum](capacity: forest.order.count + 1) { running in
      running.append(total)
      for unit in forest.order {
        let slot = slots[Int(unit) + 1]
        total.count &+= slot.count
        total.stated &+= slot.stated
        let (sum, overflow) = total.sum.addingReportingOverflow(slot.sum)
        total.sum = sum
        overflows = overflows || overflow
        running.append(total)
      }
    }
    hasValues = values != nil
    scale = values?.scale ?? 0
    self.overflows = overflows
  }

  /// How many rows link to some unit, and how many of those state a value.
  package var linked: (rows: Int64, stated: Int64) {
    (Int64(running.last?.count ?? 0), Int64(running.last?.stated ?? 0))
  }

  /// How many rows each unit holds itself or, `whole`, with all below it; only those that state a
  /// value when values were added.
  package func counts(_ forest: Forest, whole: Bool) -> NumberColumn {
    NumberColumn(
      values: differences(forest, whole: whole) { before, after in
        Int64(hasValues ? after.stated &- before.stated : after.count &- before.count)
      })
  }

  /// The sums likewise: 0 without rows, none when no row states a value.
  package func sums(_ forest: Forest, whole: Bool) -> NumberColumn {
    NumberColumn(
      values: differences(forest, whole: whole) { before, after in
        before.stated == after.stated && before.count < after.count
          ? NumberColumn.none : after.sum &- before.sum
      }, scale: scale)
  }

  /// One value a unit, from the totals before it and after its last row.
  private func differences(
    _ forest: Forest, whole: Bool, _ value: (Sum, Sum) -> Int64
  ) -> [Int64] {
    let (positions, ends) = (forest.positions, forest.ends)
    return [Int64](capacity: positions.count) { output in
      for unit in positions.indices {
        let position = Int(positions[unit])
        guard position >= 0 else {
          output.append(NumberColumn.none)
          continue
        }
        let end = whole ? Int(ends[unit]) : position &+ 1
        output.append(value(running[position], running[end]))
      }
    }
  }
}

extension LinkColumn {
  /// What each subtree of the structure adds up to, reckoned once for a stored column; nil for a
  /// column of no such table, or when `forest` is not the tree of that table.
  ///
  /// `registry`: The structure at hand.
  /// `values`: The numbers to add up, one a row; nil counts rows.
  /// `column`: The place of `values` in the table of this column; -1 without values.
  package func totals(
    in registry: Registry, values: NumberColumn?, column: Int
  ) -> SubtreeTotals? {
    guard let index, registry === self.registry, let forest = registry.forest else { return nil }
    return index.totals(self, forest, values: values, column: column)
  }

  /// Links to units strictly below one of `ancestors`, from the index of a stored column; nil where
  /// looking at every row is no more work.
  func isUnderByIndex(_ ancestors: [Int32], _ forest: Forest) -> Answers? {
    guard let index, rows.count >= LinkColumn.indexedRowsMin,
      let indexed = index.rowsByUnit(self, forest)
    else { return nil }
    let ranges = forest.positionsUnder(ancestors)
    guard indexed.countMax(ranges) < rows.count / 4 else { return nil }
    return .sparse(
      yes: indexed.rows(at: ranges), undecided: indexed.unlinked, count: rows.count)
  }

  /// Shorter columns are faster looked through.
  private static let indexedRowsMin = 1 << 14
}

extension Forest {
  /// The preorder positions strictly below one of `ancestors`, as runs that do not overlap,
  /// ascending.
  func positionsUnder(_ ancestors: [Int32]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for ancestor in ancestors.sorted(by: { positions[Int($0)] < positions[Int($1)] })
    where contains(ancestor) {
      let run = Int(positions[Int(ancestor)]) + 1..<Int(ends[Int(ancestor)])
      if run.isEmpty { continue }
      // What lies within the run before it is in it already.
      if let last = runs.last, run.upperBound <= last.upperBound { continue }
      runs.append(run)
    }
    return runs
  }
}

extension Table {
  /// The same table with places to keep what is reckoned of its links: for a table that is stored.
  package var indexingLinks: Table {
    var table = self
    for (index, column) in columns.enumerated() {
      guard case .link(let links) = column, links.index == nil else { continue }
      table.columns[index] = .link(
        LinkColumn(registry: links.registry, rows: links.rows, index: LinkIndex()))
    }
    return table
  }
}
