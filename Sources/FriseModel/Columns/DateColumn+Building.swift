/// Fills a column of dates row by row; made for readers of large files. A row costs 4 bytes as long
/// as all are plain days, 9 as long as none is an interval, then 17.
package struct DateColumnBuilder: Sendable {
  var starts: [Int32] = []
  /// The latest starts and the forms, empty as long as every row is a plain day or none.
  var latestStarts: [Int32] = []
  var forms: [UInt8] = []
  /// The bounds of the ends, empty as long as they are those of the starts in every row.
  var earliestEnds: [Int32] = []
  var latestEnds: [Int32] = []
  var written: [Int32: DateValue] = [:]
  var isPlain = true
  /// Whether the ends have bounds of their own.
  var hasEnds = false
  var isSorted = true
  /// How many rows have no date.
  package internal(set) var noneCount = 0
  var previous = DateColumn.past
  /// True once some row was more than four digits.
  package internal(set) var hasForm = false

  /// How many rows room was made for.
  var reserved = 0

  package init() {}

  package var count: Int { starts.count }

  package mutating func reserveCapacity(_ count: Int) { starts.reserveCapacity(count) }

  /// Appends a row read from strict EDTF; false, with none appended, when it is no such date.
  package mutating func append(_ text: Span<UInt8>) -> Bool {
    if let date = CommonDate(text) {
      append(date.bounds, date.form)
      return true
    }
    let date = EDTF.parse(text)
    append(date)
    return date != nil
  }

  /// Appends a row; nil is none.
  package mutating func append(_ date: DateValue?) {
    guard let date else { return appendNone() }
    if let common = CommonDate(date.text.utf8.span), common.bounds == date.bounds {
      append(common.bounds, common.form)
    } else {
      written[Int32(clamping: count)] = date
      append(date.bounds, .other)
    }
  }

  /// Appends a plain day.
  package mutating func append(day: Int64) {
    if DateColumn.isFar(day) {
      append(DateValue(day: day))
    } else {
      append(DateBounds(wholeFrom: day, to: day), .day)
    }
  }

  /// Appends a row without a date.
  package mutating func appendNone() {
    noneCount += 1
    starts.append(DateColumn.none)
    guard !isPlain else { return }
    latestStarts.append(DateColumn.none)
    forms.append(0)
    guard hasEnds else { return }
    earliestEnds.append(DateColumn.none)
    latestEnds.append(DateColumn.none)
  }

  mutating func append(_ bounds: DateBounds, _ form: DateForm) {
    if isPlain, form != .day { leavePlain() }
    let start = DateColumn.narrow(bounds.earliestStart)
    if start < previous || noneCount > 0 { isSorted = false }
    previous = start
    guard !isPlain else { return starts.append(start) }
    let (latestStart, end) = (
      DateColumn.narrow(bounds.latestStart), DateColumn.narrow(bounds.earliestEnd)
    )
    let latestEnd = DateColumn.narrow(bounds.latestEnd)
    if !hasEnds, end != start || latestEnd != latestStart { leaveLone() }
    starts.append(start)
    latestStarts.append(latestStart)
    forms.append(form.rawValue)
    guard hasEnds else { return }
    earliestEnds.append(end)
    latestEnds.append(latestEnd)
  }

  /// Gives every row so far a latest start and a form of its own.
  mutating func leavePlain() {
    isPlain = false
    latestStarts.reserveLarge(reserved)
    forms.reserveLarge(reserved)
    latestStarts += starts
    forms += repeatElement(0, count: starts.count)
  }

  /// Gives the end of every row so far bounds of its own.
  mutating func leaveLone() {
    hasEnds = true
    earliestEnds.reserveLarge(reserved)
    latestEnds.reserveLarge(reserved)
    earliestEnds += starts
    latestEnds += latestStarts
  }

  /// The finished column.
  package consuming func build() -> DateColumn {
    let latestStarts = isPlain ? starts : latestStarts
    return DateColumn(
      earliestStart: starts, latestStart: latestStarts,
      earliestEnd: hasEnds ? earliestEnds : starts,
      latestEnd: hasEnds ? latestEnds : latestStarts,
      forms: forms, written: written, isSorted: isSorted)
  }
}

extension DateColumn {
  /// A column of these dates.
  package init(_ dates: [DateValue?]) {
    var builder = DateColumnBuilder()
    builder.reserveCapacity(dates.count)
    for date in dates { builder.append(date) }
    self = builder.build()
  }
}
