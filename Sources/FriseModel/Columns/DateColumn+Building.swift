/// Fills a column of dates row by row; made for readers of large files. A row costs 4 bytes as long
/// as all are plain days, then 17.
package struct DateColumnBuilder: Sendable {
  var starts: [Int32] = []
  /// The other three bounds and the forms, empty as long as every row is a plain day or none.
  var latestStarts: [Int32] = []
  var earliestEnds: [Int32] = []
  var latestEnds: [Int32] = []
  var forms: [UInt8] = []
  var written: [Int32: DateValue] = [:]
  var isPlain = true
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
    earliestEnds.append(DateColumn.none)
    latestEnds.append(DateColumn.none)
    forms.append(0)
  }

  mutating func append(_ bounds: DateBounds, _ form: DateForm) {
    if isPlain, form != .day { leavePlain() }
    let start = DateColumn.narrow(bounds.earliestStart)
    if start < previous || noneCount > 0 { isSorted = false }
    previous = start
    starts.append(start)
    guard !isPlain else { return }
    latestStarts.append(DateColumn.narrow(bounds.latestStart))
    earliestEnds.append(DateColumn.narrow(bounds.earliestEnd))
    latestEnds.append(DateColumn.narrow(bounds.latestEnd))
    forms.append(form.rawValue)
  }

  /// Gives every row so far its own bounds and form.
  mutating func leavePlain() {
    isPlain = false
    latestStarts.reserveLarge(reserved)
    earliestEnds.reserveLarge(reserved)
    latestEnds.reserveLarge(reserved)
    forms.reserveLarge(reserved)
    latestStarts += starts
    earliestEnds += starts
    latestEnds += starts
    forms += repeatElement(0, count: starts.count)
  }

  /// The finished column.
  package consuming func build() -> DateColumn {
    DateColumn(
      earliestStart: starts, latestStart: isPlain ? starts : latestStarts,
      earliestEnd: isPlain ? starts : earliestEnds, latestEnd: isPlain ? starts : latestEnds,
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
