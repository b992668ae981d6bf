import Synchronization

/// What is reckoned once of a stored column of links into a structure, when somebody first asks for
/// it: the rows that each subtree holds, and what they add up to.
///
/// It belongs to the tree that the structure has in its table; a tree cut by `at` is another.
package final class LinkIndex: Sendable {
  private let cachedRows = Mutex<RowsByUnit?>(nil)
  /// Sums by the column of values; -1 stands for rows that are only counted.
  private let cachedTotals = Mutex<[Int: SubtreeTotals]>([:])

  package init() {}

  /// The rows of each subtree; `links` is the column this index belongs to.
  func rowsByUnit(_ links: LinkColumn, _ forest: Forest) -> RowsByUnit {
    cachedRows.withLock { cache in
      if let cache { return cache }
      let made = RowsByUnit(links.rows, forest)
      cache = made
      return made
    }
  }

  /// What each subtree adds up to; `column` is the place of `values` in the links' table.
  func totals(
    _ links: LinkColumn, _ forest: Forest, values: NumberColumn?, column: Int
  ) -> SubtreeTotals {
    cachedTotals.withLock { cache in
      if let known = cache[column] { return known }
      let made = SubtreeTotals(links.rows, forest, values: values)
      cache[column] = made
      return made
    }
  }
}

/// Rows in the preorder of the units they link to, so that a subtree is one run of them.
struct RowsByUnit: Sendable {
  /// The rows of the unit at preorder position p are `rows[bounds[p]..<bounds[p + 1]]`, ascending.
  let bounds: [Int32]
  let rows: [Int32]
  /// The rows that link to no unit, ascending.
  let unlinked: [Int32]

  /// A counting sort by position. O(rows + units).
  init(_ links: [Int32], _ forest: Forest) {
    let positions = forest.positions
    var bounds = [Int32](repeating: 0, count: positions.count + 1)
    var unlinkedCount = 0
    for unit in links {
      if unit >= 0 {
        bounds[Int(positions[Int(unit)]) + 1] &+= 1
      } else {
        unlinkedCount += 1
      }
    }
    for position in positions.indices { bounds[position + 1] &+= bounds[position] }
    var next = bounds
    var unlinked: [Int32] = []
    unlinked.reserveCapacity(unlinkedCount)
    // Unchecked writes: every place comes from a count of the same rows.
    rows = unsafe [Int32](unsafeUninitializedCapacity: links.count - unlinkedCount) {
      output, size in
      unsafe next.withUnsafeMutableBufferPointer { next in
        unsafe positions.withUnsafeBufferPointer { positions in
          for row in 0..<links.count {
            let unit = links[row]
            guard unit >= 0 else {
              unlinked.append(Int32(truncatingIfNeeded: row))
              continue
            }
            let position = unsafe Int(positions[Int(unit)])
            let place = unsafe next[position]
            unsafe next[position] = place &+ 1
            unsafe output[Int(place)] = Int32(truncatingIfNeeded: row)
          }
        }
      }
      size = links.count - unlinkedCount
    }
    self.bounds = bounds
    self.unlinked = unlinked
  }

  /// The rows of the units at these positions, ascending; `ranges` do not overlap. O(rows / 64 +
  /// found).
  func rows(at ranges: [Range<Int>], rowCount: Int) -> [Int32] {
    // A bit a row puts them in order.
    var marks = [UInt64](repeating: 0, count: (rowCount + 63) / 64)
    var count = 0
    for range in ranges {
      let found = Int(bounds[range.lowerBound])..<Int(bounds[range.upperBound])
      count += found.count
      for index in found {
        let row = UInt32(bitPattern: rows[index])
        marks[Int(row >> 6)] |= 1 &<< UInt64(row & 63)
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
/// differences of two running totals in preorder.
package struct SubtreeTotals: Sendable {
  /// Rows, and rows with a value, before each preorder position.
  private let counts: [Int64]
  private let stated: [Int64]
  /// Sums before each position; empty for rows that are only counted.
  private let sums: [Int64]
  private let scale: UInt8
  /// True when a sum did not fit 64 bits: it must be reckoned otherwise.
  package let overflows: Bool

  /// One unit while rows are added.
  private struct Slot {
    var sum: Int64 = 0
    var count: Int32 = 0
    var stated: Int32 = 0
  }

  /// O(rows + units).
  init(_ links: [Int32], _ forest: Forest, values: NumberColumn?) {
    var slots = [Slot](repeating: Slot(), count: forest.parents.count)
    var overflows = values?.wide.isEmpty == false
    if let values {
      for row in links.indices {
        let unit = Int(links[row])
        guard unit >= 0 else { continue }
        slots[unit].count &+= 1
        let value = values.values[row]
        guard value != NumberColumn.none else { continue }
        slots[unit].stated &+= 1
        let (sum, overflow) = slots[unit].sum.addingReportingOverflow(value)
        slots[unit].sum = sum
        overflows = overflows || overflow
      }
    } else {
      for unit in links where unit >= 0 { slots[Int(unit)].count &+= 1 }
    }
    var counts = [Int64](repeating: 0, count: forest.order.count + 1)
    var stated = counts
    var sums = values == nil ? [] : counts
    for (position, unit) in forest.order.enumerated() {
      let slot = slots[Int(unit)]
      counts[position + 1] = counts[position] + Int64(slot.count)
      stated[position + 1] = stated[position] + Int64(slot.stated)
      guard values != nil else { continue }
      let (sum, overflow) = sums[position].addingReportingOverflow(slot.sum)
      sums[position + 1] = sum
      overflows = overflows || overflow
    }
    self.counts = counts
    self.stated = stated
    self.sums = sums
    scale = values?.scale ?? 0
    self.overflows = overflows
  }

  /// How many rows link to some unit, and how many of those state a value.
  package var linked: (rows: Int64, stated: Int64) { (counts.last ?? 0, stated.last ?? 0) }

  /// For each of `units` how many rows it holds itself or, `whole`, with all below it; only those
  /// that state a value when values were added.
  package func counts(of units: [Int32], _ forest: Forest, whole: Bool) -> NumberColumn {
    NumberColumn(values: differences(sums.isEmpty ? counts : stated, units, forest, whole: whole))
  }

  /// The sums likewise: 0 without rows, none when no row states a value.
  package func sums(of units: [Int32], _ forest: Forest, whole: Bool) -> NumberColumn {
    var values = differences(sums, units, forest, whole: whole)
    let rows = differences(counts, units, forest, whole: whole)
    let statedRows = differences(stated, units, forest, whole: whole)
    for index in values.indices where rows[index] > 0 && statedRows[index] == 0 {
      values[index] = NumberColumn.none
    }
    return NumberColumn(values: values, scale: scale)
  }

  private func differences(
    _ running: [Int64], _ units: [Int32], _ forest: Forest, whole: Bool
  ) -> [Int64] {
    [Int64](capacity: units.count) { output in
      for unit in units {
        guard unit >= 0 else {
          output.append(NumberColumn.none)
          continue
        }
        let position = Int(forest.positions[Int(unit)])
        let end = whole ? Int(forest.ends[Int(unit)]) : position + 1
        output.append(running[end] &- running[position])
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
    guard let index, rows.count >= LinkColumn.indexedRowsMin else { return nil }
    let indexed = index.rowsByUnit(self, forest)
    let ranges = forest.positionsUnder(ancestors)
    let found = ranges.reduce(0) {
      $0 + Int(indexed.bounds[$1.upperBound] - indexed.bounds[$1.lowerBound])
    }
    guard found < rows.count / 8 else { return nil }
    return .sparse(
      yes: indexed.rows(at: ranges, rowCount: rows.count), undecided: indexed.unlinked,
      count: rows.count)
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
