import FriseBase
import Synchronization

/// The intervals between two columns of dates, row by row.
extension DateColumn {
  /// The intervals from the dates of one column to those of another, as `DateValue.init(from:to:)`
  /// makes them; and whether some end was the year 9999, which is an open end. A row without a
  /// start whose end is open has no date. Nil when some end does not follow its start.
  package static func intervals(
    from starts: DateColumn, to ends: DateColumn
  ) -> (DateColumn, hasForever: Bool)? {
    let count = starts.earliestStart.count
    var runs = EndRuns(count)
    let partCount = count < 1 << 16 ? 1 : Workers.threadCount
    let step = (count + partCount - 1) / partCount
    let parts = Mutex<[IntervalPart?]>(Array(repeating: nil, count: partCount))
    runs.withSlots { slots in
      nonisolated(unsafe) let target = slots
      Workers.run(partCount) { index in
        let rows = min(count, index * step)..<min(count, (index + 1) * step)
        let part = unsafe IntervalPart(rows, starts, ends, target)
        parts.withLock { $0[index] = part }
      }
    }
    // Most rows begin when their start does: where all do, the runs are those of the starts.
    var (earliestStart, latestStart) = (starts.earliestStart, starts.latestStart)
    var written: [Int32: DateValue] = [:]
    var (isSorted, hasForever) = (true, false)
    var (previous, hasNone) = (DateColumn.past, false)
    for part in parts.withLock({ $0 }) {
      guard let part, part.isGood else { return nil }
      for row in part.otherEarliestStarts { earliestStart[row.row] = row.day }
      for row in part.otherLatestStarts { latestStart[row.row] = row.day }
      written.merge(part.written) { first, _ in first }
      hasForever = hasForever || part.hasForever
      if let first = part.first {
        isSorted = isSorted && part.isSorted && !hasNone && first >= previous
        previous = part.previous
      }
      hasNone = hasNone || part.hasNone
    }
    let dates = DateColumn(
      earliestStart: earliestStart, latestStart: latestStart, earliestEnd: runs.earliest,
      latestEnd: runs.latest, forms: runs.forms, written: written, isSorted: isSorted)
    return (dates, hasForever)
  }
}

/// The runs of the ends and the forms of a column of dates while they are filled.
private struct EndRuns {
  private(set) var earliest: [Int32]
  private(set) var latest: [Int32]
  private(set) var forms: [UInt8]

  init(_ count: Int) {
    earliest = Self.room(count)
    latest = Self.room(count)
    forms = Self.room(count)
  }

  /// Numbers that are written before they are read: the memory is first touched by the threads that
  /// do.
  private static func room<Number: FixedWidthInteger>(_ count: Int) -> [Number] {
    unsafe [Number](unsafeUninitializedCapacity: count) { buffer, filled in
      if let base = buffer.baseAddress {
        LargePages.advise(Int(bitPattern: base), count * MemoryLayout<Number>.stride)
      }
      filled = count
    }
  }

  /// Lends the runs.
  mutating func withSlots(_ body: (EndSlots) -> Void) {
    unsafe earliest.withUnsafeMutableBufferPointer { earliest in
      unsafe latest.withUnsafeMutableBufferPointer { latest in
        unsafe forms.withUnsafeMutableBufferPointer { forms in
          guard let first = earliest.baseAddress, let second = latest.baseAddress,
            let third = forms.baseAddress
          else { return }
          unsafe body(EndSlots(earliest: first, latest: second, forms: third))
        }
      }
    }
  }
}

/// Where the ends and the forms of rows are written.
@safe private struct EndSlots {
  let earliest: UnsafeMutablePointer<Int32>
  let latest: UnsafeMutablePointer<Int32>
  let forms: UnsafeMutablePointer<UInt8>

  @inline(__always)
  func set(_ row: Int, _ first: Int32, _ last: Int32, _ form: UInt8) {
    unsafe earliest[row] = first
    unsafe latest[row] = last
    unsafe forms[row] = form
  }
}

/// What two sides of an interval come down to, when no text of their own says more.
private struct SidePair: Hashable {
  let bounds: SIMD4<Int32>
  let forms: SIMD2<UInt8>
}

/// The intervals of some rows.
private struct IntervalPart: Sendable {
  var written: [Int32: DateValue] = [:]
  var hasForever = false
  /// False when some end does not follow its start.
  var isGood = true
  var isSorted = true
  var hasNone = false
  /// The first and the last start.
  var first: Int32?
  var previous = DateColumn.past
  /// Rows that do not begin on the days on which their start does, and when they do.
  var otherEarliestStarts: [(row: Int, day: Int32)] = []
  var otherLatestStarts: [(row: Int, day: Int32)] = []
  private var known: [SidePair: DateValue] = [:]

  init(_ rows: Range<Int>, _ starts: DateColumn, _ ends: DateColumn, _ slots: EndSlots) {
    let isStartPlain = starts.forms.isEmpty
    let isEndPlain = ends.forms.isEmpty
    let far = DayTable.shared.firstDay(9999)
    let other = DateForm.other.rawValue
    for row in rows {
      var start = starts.earliestStart[row]
      let end = ends.earliestStart[row]
      let startForm = isStartPlain ? 0 : starts.forms[row]
      let endForm = isEndPlain ? 0 : ends.forms[row]
      if start != DateColumn.none, end == DateColumn.none {
        slots.set(row, starts.earliestEnd[row], starts.latestEnd[row], startForm)
        if startForm == other { written[Int32(clamping: row)] = starts.date(at: row) }
      } else if start == DateColumn.none,
        end == DateColumn.none
          || (end == DateColumn.future && ends.date(at: row)?.text == DateValue.openEnd.text)
      {
        slots.set(row, DateColumn.none, DateColumn.none, 0)
        hasNone = true
        continue
      } else if start != DateColumn.none, startForm < 12, endForm < 12, ends.latestEnd[row] < far {
        // Lone dates of day, month or year; the rule is that of `CommonDate`.
        let last = ends.latestEnd[row]
        guard start <= last else {
          isGood = false
          return
        }
        if starts.latestStart[row] > last { otherLatestStarts.append((row, last)) }
        slots.set(row, max(end, start), last, 24 + startForm * 12 + endForm)
      } else {
        let isKnown = startForm != other && endForm != other
        guard let date = date(row, starts, ends, isKnown ? SIMD2(startForm, endForm) : nil) else {
          isGood = false
          return
        }
        let slot = DateSlot(date, row: row, written: &written)
        if slot.earliestStart != start { otherEarliestStarts.append((row, slot.earliestStart)) }
        if slot.latestStart != starts.latestStart[row] {
          otherLatestStarts.append((row, slot.latestStart))
        }
        slots.set(row, slot.earliestEnd, slot.latestEnd, slot.form)
        start = slot.earliestStart
      }
      if start < previous || hasNone { isSorted = false }
      if first == nil { first = start }
      previous = start
    }
  }

  /// An interval that is made of texts; few are different where both sides have a form.
  private mutating func date(
    _ row: Int, _ starts: DateColumn, _ ends: DateColumn, _ forms: SIMD2<UInt8>?
  ) -> DateValue? {
    let pair = forms.map { forms in
      SidePair(
        bounds: SIMD4(
          starts.earliestStart[row], starts.latestEnd[row], ends.earliestStart[row],
          ends.latestEnd[row]), forms: forms)
    }
    if let pair, let known = known[pair] { return known }
    let last = ends.date(at: row)
    hasForever = hasForever || last?.text.hasPrefix("9999") == true
    let date = DateValue(from: starts.date(at: row), to: last)
    if let pair, let date { known[pair] = date }
    return date
  }
}
