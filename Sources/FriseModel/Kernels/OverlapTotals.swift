package import FriseBase
import Synchronization

/// What is reckoned over the rows that share a day with each row of another column.
package enum OverlapReduction: Sendable, Hashable {
  case count
  case least
  case greatest
  case sum
}

/// For each row of one column of dates, what the rows of another that share a day with it come to.
/// A row without a date meets none.
package struct OverlapTotals: Sendable {
  /// How many share a day for certain.
  package var matches: [Int64]
  /// How many may share one.
  package var undecided: [Int64]
  /// How many of the matches state a number, for reductions other than `count`.
  package var stated: [Int64]
  /// The least or greatest number of the matches, `NumberColumn.none` without any; empty for other
  /// reductions.
  package var extremes: [Int64]
  /// The sum of the numbers of the matches; empty for other reductions.
  package var sums: [Int128]
  package let reduction: OverlapReduction
}

extension DateColumn {
  /// Meets every row with the rows of `other` that share a day with it, without making pairs; nil
  /// once the interrupt is raised. `values` has a number for each row of `other`, without wide
  /// ones; counts need none.
  ///
  /// O(log rows) a row for counts of definite dates, else in proportion to the rows that are met.
  package func overlapTotals(
    with other: DateColumn, _ reduction: OverlapReduction, of values: NumberColumn?,
    _ interrupt: Interrupt
  ) -> OverlapTotals? {
    var totals = OverlapTotals(count: earliestStart.count, reduction)
    if reduction == .count || values == nil {
      let isRanked = traits.isDefinite && other.traits.isDefinite
      let isDone =
        isRanked
        ? countByRank(other, &totals, interrupt) : countBySpan(other, &totals, interrupt)
      return isDone ? totals : nil
    }
    guard let values else { return totals }
    let spans = other.spans
    let isDone =
      if let narrow = values.narrowSlots(at: spans.rows) {
        reduce(spans, narrow, reduction, &totals, interrupt)
      } else {
        reduce(spans, values.values.gather(spans.rows), reduction, &totals, interrupt)
      }
    return isDone ? totals : nil
  }

  /// Those that began by the row's last day, less those that were over before its first.
  private func countByRank(
    _ other: DateColumn, _ totals: inout OverlapTotals, _ interrupt: Interrupt
  ) -> Bool {
    let (starts, ends) = other.ranks
    let all = other.traits.statedCount
    for row in earliestStart.indices where earliestStart[row] != DateColumn.none {
      if row & 0xFFFF == 0, interrupt.isRaised { return false }
      let (first, last) = (earliestStart[row], latestEnd[row])
      let begun = last == DateColumn.future ? all : starts.count(upTo: Int64(last))
      let over = first == DateColumn.past ? 0 : ends.count(upTo: Int64(first) - 1)
      totals.matches[row] = Int64(begun - over)
    }
    return true
  }

  private func countBySpan(
    _ other: DateColumn, _ totals: inout OverlapTotals, _ interrupt: Interrupt
  ) -> Bool {
    let spans = other.spans
    for row in earliestStart.indices where earliestStart[row] != DateColumn.none {
      if interrupt.isRaised { return false }
      let period = meeting(spans, row)
      spans.forEachRun(from: earliestStart[row], to: latestEnd[row]) { places, isSure in
        for place in places where isSure || spans.ends[place] >= period.first {
          if period.isCertain(place) {
            totals.matches[row] += 1
          } else {
            totals.undecided[row] += 1
          }
        }
      }
    }
    return true
  }

  /// Takes rows by the block; those of a block are shared by two threads where much is to be met.
  private func reduce<Slot: FixedWidthInteger & SignedInteger & Sendable>(
    _ spans: SpanBuckets, _ slots: [Slot], _ reduction: OverlapReduction,
    _ totals: inout OverlapTotals, _ interrupt: Interrupt
  ) -> Bool {
    let isDefinite = traits.isDefinite && spans.latestStarts.isEmpty
    let blockLength = 1 << 14
    for start in stride(from: 0, to: earliestStart.count, by: blockLength) {
      let count = min(blockLength, earliestStart.count - start)
      let isLong = count >= 64 && spans.rows.count >= 1 << 16
      let partCount = isLong ? Workers.threadCount : 1
      let parts = Mutex<[[NumberTotals<Slot>]]>(Array(repeating: [], count: partCount))
      Workers.run(partCount) { part in
        let rows = start + part * count / partCount..<start + (part + 1) * count / partCount
        let found = rows.map { row in
          interrupt.isRaised ? NumberTotals() : total(row, spans, slots, reduction, isDefinite)
        }
        parts.withLock { $0[part] = found }
      }
      if interrupt.isRaised { return false }
      var row = start
      for found in parts.withLock({ $0 }).joined() {
        totals.set(row, found, reduction)
        row += 1
      }
    }
    return true
  }

  /// What the rows that a row meets come to: one pass over each run; where everything is definite,
  /// loops without a branch.
  private func total<Slot: FixedWidthInteger & SignedInteger & Sendable>(
    _ row: Int, _ spans: SpanBuckets, _ slots: [Slot], _ reduction: OverlapReduction,
    _ isDefinite: Bool
  ) -> NumberTotals<Slot> {
    var found = NumberTotals<Slot>()
    guard earliestStart[row] != DateColumn.none else { return found }
    let period = meeting(spans, row)
    spans.forEachRun(from: earliestStart[row], to: latestEnd[row]) { places, isSure in
      if isDefinite {
        found.add(slots, places, reduction, endingFrom: isSure ? nil : period.first, spans.ends)
      } else {
        for place in places where isSure || spans.ends[place] >= period.first {
          if period.isCertain(place) { found.add(slots[place]) } else { found.undecided += 1 }
        }
      }
    }
    return found
  }

  /// What a row asks of the rows that it meets.
  private func meeting(_ spans: SpanBuckets, _ row: Int) -> MeetingPeriod {
    MeetingPeriod(
      first: earliestStart[row], latestStart: latestStart[row], earliestEnd: earliestEnd[row],
      spans: spans)
  }
}

/// One row's side of a meeting.
private struct MeetingPeriod {
  let first: Int32
  let latestStart: Int32
  let earliestEnd: Int32
  let spans: SpanBuckets

  /// Whether a row that may share a day does so whatever its days are: both have begun before
  /// either may be over.
  @inline(__always)
  func isCertain(_ place: Int) -> Bool {
    let isDefinite = spans.latestStarts.isEmpty
    let begins = isDefinite ? spans.starts[place] : spans.latestStarts[place]
    let ends = isDefinite ? spans.ends[place] : spans.earliestEnds[place]
    return begins <= earliestEnd && ends >= latestStart
  }
}

/// Numbers on their way to a total; the least slot is no number.
private struct NumberTotals<Slot: FixedWidthInteger & SignedInteger & Sendable>: Sendable {
  var matches: Int64 = 0
  var undecided: Int64 = 0
  var missing: Int64 = 0
  var least = Slot.max
  var greatest = Slot.min
  var sum: Int128 = 0

  @inline(__always)
  mutating func add(_ slot: Slot) {
    matches += 1
    if slot == Slot.min {
      missing += 1
    } else {
      least = min(least, slot)
      greatest = max(greatest, slot)
      sum += Int128(slot)
    }
  }

  /// The slots of a run of places that end on a day or later, or all of them without such a day.
  @inline(__always)
  mutating func add(
    _ slots: [Slot], _ places: Range<Int>, _ reduction: OverlapReduction,
    endingFrom first: Int32?, _ ends: [Int32]
  ) {
    if let first {
      add(slots, ends, places, reduction) { $0 >= first }
    } else {
      add(slots, ends, places, reduction) { _ in true }
    }
  }

  /// Unchecked buffers and one total a loop, without a branch: each takes several slots a step.
  @inline(__always)
  private mutating func add(
    _ slots: [Slot], _ ends: [Int32], _ places: Range<Int>, _ reduction: OverlapReduction,
    where isMet: (Int32) -> Bool
  ) {
    // Totals in variables of their own: a field may share its memory with the slots, as far as the
    // compiler can see.
    var met: Int32 = 0
    var absent: Int32 = 0
    unsafe slots[places].withUnsafeBufferPointer { slots in
      unsafe ends[places].withUnsafeBufferPointer { ends in
        switch reduction {
        case .greatest:
          var best = greatest
          for place in 0..<slots.count {
            let slot = unsafe slots[place]
            let isMet = unsafe isMet(ends[place])
            best = max(best, isMet ? slot : Slot.min)
            met &+= isMet ? 1 : 0
            absent &+= (isMet ? 1 : 0) & (slot == Slot.min ? 1 : 0)
          }
          greatest = best
        case .least:
          var best = least
          for place in 0..<slots.count {
            let slot = unsafe slots[place]
            let isMet = unsafe isMet(ends[place])
            let stated = slot == Slot.min ? Slot.max : slot
            best = min(best, isMet ? stated : Slot.max)
            met &+= isMet ? 1 : 0
            absent &+= (isMet ? 1 : 0) & (slot == Slot.min ? 1 : 0)
          }
          least = best
        case .sum, .count:
          // Halves added apart cannot overflow: a run has fewer than 2^31 slots.
          var (low, high): (Int64, Int64) = (0, 0)
          for place in 0..<slots.count {
            let slot = unsafe slots[place]
            let isMet = unsafe isMet(ends[place])
            let stated = slot == Slot.min ? 0 : Int64(truncatingIfNeeded: slot)
            let number = isMet ? stated : 0
            low &+= number & 0xFFFF_FFFF
            high &+= number >> 32
            met &+= isMet ? 1 : 0
            absent &+= (isMet ? 1 : 0) & (slot == Slot.min ? 1 : 0)
          }
          sum += Int128(high) << 32 + Int128(low)
        }
      }
    }
    matches += Int64(met)
    missing += Int64(absent)
  }
}

extension OverlapTotals {
  /// The totals of left rows, taken together by group: row i of the groups is left row
  /// `origins[i]`.
  package func grouped(by grouping: Grouping, _ origins: [Int32]) -> OverlapTotals {
    var result = OverlapTotals(count: grouping.count, reduction)
    let codes = grouping.dense
    for (position, origin) in origins.enumerated() where codes[position] >= 0 {
      let (group, row) = (Int(codes[position]), Int(origin))
      result.matches[group] += matches[row]
      result.undecided[group] += undecided[row]
      guard reduction != .count, stated[row] > 0 else { continue }
      let isFirst = result.stated[group] == 0
      result.stated[group] += stated[row]
      switch reduction {
      case .least:
        result.extremes[group] =
          isFirst ? extremes[row] : min(result.extremes[group], extremes[row])
      case .greatest: result.extremes[group] = max(result.extremes[group], extremes[row])
      case .sum, .count: result.sums[group] += sums[row]
      }
    }
    return result
  }

  fileprivate init(count: Int, _ reduction: OverlapReduction) {
    matches = Array(repeating: 0, count: count)
    undecided = matches
    stated = reduction == .count ? [] : matches
    self.reduction = reduction
    let isExtreme = reduction == .least || reduction == .greatest
    extremes = isExtreme ? Array(repeating: NumberColumn.none, count: count) : []
    sums = reduction == .sum ? Array(repeating: 0, count: count) : []
  }

  fileprivate mutating func set<Slot>(
    _ row: Int, _ found: NumberTotals<Slot>, _ reduction: OverlapReduction
  ) {
    matches[row] = found.matches
    undecided[row] = found.undecided
    stated[row] = found.matches - found.missing
    guard stated[row] > 0 else { return }
    switch reduction {
    case .least: extremes[row] = Int64(found.least)
    case .greatest: extremes[row] = Int64(found.greatest)
    case .sum, .count: sums[row] = found.sum
    }
  }
}

extension NumberColumn {
  /// The slots of some rows in 32 bits, no number being the least of them; nil where they do not
  /// fit.
  fileprivate func narrowSlots(at rows: [Int32]) -> [Int32]? {
    var misfit: Int64 = 0
    for value in values {
      let isNone = value == NumberColumn.none
      misfit |= isNone ? 0 : value ^ Int64(Int32(truncatingIfNeeded: value))
      misfit |= value == Int64(Int32.min) ? 1 : 0
    }
    guard misfit == 0 else { return nil }
    return [Int32](capacity: rows.count) { output in
      for row in rows {
        let value = values[Int(row)]
        output.append(
          value == NumberColumn.none ? Int32.min : Int32(truncatingIfNeeded: value))
      }
    }
  }
}
