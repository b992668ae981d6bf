/// Reads a column of dates straight from the bytes of its cells: days, months, years and decades of
/// four-digit years with at most one qualifier in the loop, all other EDTF through its parser.
extension DateColumnBuilder {
  /// Appends some cells. `open` is what `..` alone stands for.
  /// - Returns: False when one of them is no EDTF; the column is of no use then.
  package mutating func append(_ cells: CellRanges, open: DateValue?) -> Bool {
    let count = cells.count
    return unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: 5 * count + 1) { room in
      guard let base = room.baseAddress else { return true }
      var batch = unsafe DateSlots(base, count: count, forms: base + 4 * count)
      guard fill(&batch, cells, open) else { return false }
      append(batch)
      return true
    }
  }

  private mutating func fill(
    _ batch: inout DateSlots, _ cells: CellRanges, _ open: DateValue?
  ) -> Bool {
    let first = count
    let calendar = DayTable.shared
    var isSorted = self.isSorted
    var previous = self.previous
    var hasForm = self.hasForm
    var noneCount = self.noneCount
    for index in 0..<cells.count {
      let start = unsafe Int(cells.starts[index])
      let length = unsafe Int(cells.ends[index]) - start
      if length == 0 {
        batch.setNone(index)
        noneCount += 1
        continue
      }
      hasForm = hasForm || length > 4
      if let date = unsafe PlainDate(cells.bytes + start, length, calendar) {
        batch.set(index, date)
      } else {
        let isOpen = cells.withText(index) { text in
          length == 2 && text[0] == UInt8(ascii: ".") && text[1] == UInt8(ascii: ".")
        }
        if isOpen { hasForm = true }
        guard isOpen || length >= 4,
          let date = isOpen ? open : cells.withText(index, { EDTF.parse($0) })
        else { return false }
        batch.set(index, date, written: &written, row: first + index)
      }
      let day = unsafe batch.starts[index]
      if day < previous || noneCount > 0 { isSorted = false }
      previous = day
    }
    self.isSorted = isSorted
    self.previous = previous
    self.hasForm = hasForm
    self.noneCount = noneCount
    return true
  }

  private mutating func append(_ batch: DateSlots) {
    let count = batch.count
    if isPlain, batch.anyForm != 0 { leavePlain() }
    if !isPlain, !hasEnds, batch.hasEnds { leaveLone() }
    unsafe starts.append(contentsOf: UnsafeBufferPointer(start: batch.starts, count: count))
    guard !isPlain else { return }
    unsafe latestStarts.append(
      contentsOf: UnsafeBufferPointer(start: batch.latestStarts, count: count))
    unsafe forms.append(contentsOf: UnsafeBufferPointer(start: batch.forms, count: count))
    guard hasEnds else { return }
    unsafe earliestEnds.append(
      contentsOf: UnsafeBufferPointer(start: batch.earliestEnds, count: count))
    unsafe latestEnds.append(
      contentsOf: UnsafeBufferPointer(start: batch.latestEnds, count: count))
  }

  /// Makes room for so many rows.
  package mutating func reserve(_ count: Int) {
    reserved = count
    starts.reserveLarge(count)
  }

  /// Appends the dates that were read from the cells behind these.
  package mutating func append(_ other: DateColumnBuilder) {
    let first = count
    var other = other
    if isPlain, !other.isPlain { leavePlain() }
    if !isPlain, other.isPlain { other.leavePlain() }
    if !hasEnds, other.hasEnds { leaveLone() }
    if hasEnds, !other.hasEnds { other.leaveLone() }
    let next = other.starts.first { $0 != DateColumn.none }
    isSorted =
      isSorted && other.isSorted && (next ?? DateColumn.future) >= previous
      && (noneCount == 0 || next == nil)
    if next != nil { previous = other.previous }
    noneCount += other.noneCount
    hasForm = hasForm || other.hasForm
    starts += other.starts
    latestStarts += other.latestStarts
    earliestEnds += other.earliestEnds
    latestEnds += other.latestEnds
    forms += other.forms
    for (row, date) in other.written { written[row &+ Int32(clamping: first)] = date }
  }
}

/// Where the dates of a batch of rows are written before its columns take them.
@safe struct DateSlots {
  let starts: UnsafeMutablePointer<Int32>
  let latestStarts: UnsafeMutablePointer<Int32>
  let earliestEnds: UnsafeMutablePointer<Int32>
  let latestEnds: UnsafeMutablePointer<Int32>
  let forms: UnsafeMutablePointer<UInt8>
  let count: Int
  /// Not zero once some row is more than a plain day.
  var anyForm: UInt8 = 0
  /// Whether the bounds of the end of some row are not those of its start.
  private(set) var hasEnds = false

  /// Slots in one run of memory of 4 × `count` numbers, with that of the forms behind it.
  init(_ base: UnsafeMutablePointer<Int32>, count: Int, forms: UnsafeMutablePointer<Int32>) {
    unsafe starts = base
    unsafe latestStarts = base + count
    unsafe earliestEnds = base + 2 * count
    unsafe latestEnds = base + 3 * count
    unsafe self.forms = UnsafeMutableRawPointer(forms).assumingMemoryBound(to: UInt8.self)
    self.count = count
  }

  @inline(__always)
  mutating func set(
    _ index: Int, _ first: Int32, _ last: Int32, _ from: Int32, _ to: Int32, _ form: UInt8
  ) {
    unsafe starts[index] = first
    unsafe latestStarts[index] = last
    unsafe earliestEnds[index] = from
    unsafe latestEnds[index] = to
    unsafe forms[index] = form
    anyForm |= form
    hasEnds = hasEnds || first != from || last != to
  }

  @inline(__always)
  mutating func setNone(_ index: Int) {
    let none = DateColumn.none
    setLone(index, none, none, 0)
  }

  @inline(__always)
  mutating func set(_ index: Int, _ date: PlainDate) {
    setLone(index, date.first, date.last, date.form)
  }

  /// Sets a row whose end has the bounds of its start.
  @inline(__always)
  private mutating func setLone(_ index: Int, _ first: Int32, _ last: Int32, _ form: UInt8) {
    set(index, first, last, first, last, form)
  }

  /// Sets a date that its own parser read.
  mutating func set(
    _ index: Int, _ date: DateValue, written: inout [Int32: DateValue], row: Int
  ) {
    let slot = DateSlot(date, row: row, written: &written)
    set(
      index, slot.earliestStart, slot.latestStart, slot.earliestEnd, slot.latestEnd, slot.form)
  }
}

/// A date as a column keeps it.
struct DateSlot {
  let earliestStart: Int32
  let latestStart: Int32
  let earliestEnd: Int32
  let latestEnd: Int32
  let form: UInt8

  /// A date that its own parser read; one whose form does not say all is kept in `written` too.
  init(_ date: DateValue, row: Int, written: inout [Int32: DateValue]) {
    var form = DateForm.other
    if let common = CommonDate(date.text.utf8.span), common.bounds == date.bounds {
      form = common.form
    } else {
      written[Int32(clamping: row)] = date
    }
    earliestStart = DateColumn.narrow(date.bounds.earliestStart)
    latestStart = DateColumn.narrow(date.bounds.latestStart)
    earliestEnd = DateColumn.narrow(date.bounds.earliestEnd)
    latestEnd = DateColumn.narrow(date.bounds.latestEnd)
    self.form = form.rawValue
  }
}

/// A lone date of a four-digit year: its first and last day and its form.
struct PlainDate {
  let first: Int32
  let last: Int32
  /// As `DateForm` writes it: the place of the precision times four, and the qualifier.
  let form: UInt8

  /// Reads `1956`, `195X`, `1956-11`, `1956-11-04`, each perhaps with `~`, `?` or `%`; nil for all
  /// other texts.
  @inline(__always)
  init?(_ text: UnsafePointer<UInt8>, _ length: Int, _ calendar: DayTable) {
    guard length >= 4, length <= 11 else { return nil }
    var length = length
    var qualifier: UInt8 = 0
    switch unsafe text[length - 1] {
    case UInt8(ascii: "~"): qualifier = DateQualifier.approximate.rawValue
    case UInt8(ascii: "?"): qualifier = DateQualifier.uncertain.rawValue
    case UInt8(ascii: "%"): qualifier = DateQualifier.both.rawValue
    default: break
    }
    if qualifier != 0 { length -= 1 }
    guard length >= 4 else { return nil }
    let (a, b, c, d) = unsafe (text[0] &- 48, text[1] &- 48, text[2] &- 48, text[3] &- 48)
    guard a <= 9, b <= 9, c <= 9 else { return nil }
    let decade = Int(a) * 1000 + Int(b) * 100 + Int(c) * 10
    if length == 4 {
      if d <= 9 {
        first = calendar.firstDay(decade + Int(d))
        last = calendar.firstDay(decade + Int(d) + 1) - 1
        form = 8 + qualifier
      } else {
        guard unsafe text[3] == UInt8(ascii: "X") else { return nil }
        first = calendar.firstDay(decade)
        last = calendar.firstDay(decade + 10) - 1
        form = 12 + qualifier
      }
      return
    }
    guard d <= 9, length >= 7, unsafe text[4] == UInt8(ascii: "-") else { return nil }
    let (e, f) = unsafe (text[5] &- 48, text[6] &- 48)
    let month = Int(e) * 10 + Int(f)
    guard e <= 1, f <= 9, month >= 1, month <= 12 else { return nil }
    let year = decade + Int(d)
    let start = calendar.firstDay(year, month)
    if length == 7 {
      first = start
      last = calendar.firstDay(year, month + 1) - 1
      form = 4 + qualifier
      return
    }
    guard length == 10, unsafe text[7] == UInt8(ascii: "-") else { return nil }
    let (g, h) = unsafe (text[8] &- 48, text[9] &- 48)
    let day = start + Int32(g) * 10 + Int32(h) - 1
    guard g <= 3, h <= 9, day >= start, day < calendar.firstDay(year, month + 1) else {
      return nil
    }
    first = day
    last = day
    form = qualifier
  }
}

/// The first days of the years 0 to 10 000 and of months.
final class DayTable: Sendable {
  static let shared = DayTable()

  private let years: [Int32]
  /// Days before each month of a common year and of a leap year, twelve and the whole year.
  private let months: [Int32]
  private let leaps: [Bool]

  private init() {
    years = (0...10_010).map { Int32(clamping: CalendarDay.firstDay(ofYear: Int64($0))) }
    leaps = (0...10_010).map { CalendarDay.isLeap(Int64($0)) }
    var starts: [Int32] = []
    for year: Int64 in [2001, 2000] {
      let first = CalendarDay.firstDay(ofYear: year)
      for month: Int64 in 1...12 {
        let day = CalendarDay(year: year, month: month, day: 1).number
        starts.append(Int32(clamping: day - first))
      }
      starts.append(Int32(clamping: CalendarDay.firstDay(ofYear: year + 1) - first))
    }
    months = starts
  }

  @inline(__always)
  func firstDay(_ year: Int) -> Int32 { years[year] }

  /// The first day of a month; the thirteenth is that of the next year.
  @inline(__always)
  func firstDay(_ year: Int, _ month: Int) -> Int32 {
    years[year] + months[(leaps[year] ? 13 : 0) + month - 1]
  }
}
