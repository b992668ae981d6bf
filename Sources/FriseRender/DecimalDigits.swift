/// Digits of whole numbers and days, written without a `String`.
enum DecimalDigits {
  /// Appends `value` / 10^`scale` with a point, without trailing zeros after it.
  static func append(_ value: Int64, scale: UInt8, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(0x2D) }
    var rest = value.magnitude
    var scale = Int(scale)
    while scale > 0, rest % 10 == 0 {
      rest /= 10
      scale -= 1
    }
    guard scale > 0 else { return append(rest, width: 1, to: &bytes) }
    let power = (0..<min(scale, 19)).reduce(UInt64(1)) { power, _ in power * 10 }
    let whole = scale > 19 ? 0 : rest / power
    append(whole, width: 1, to: &bytes)
    bytes.append(0x2E)
    append(scale > 19 ? rest : rest % power, width: scale, to: &bytes)
  }

  /// Appends a number of at least `width` digits, zeros in front.
  static func append(_ value: UInt64, width: Int, to bytes: inout [UInt8]) {
    var digits = InlineArray<20, UInt8>(repeating: 0x30)
    var first = 20
    var rest = value
    repeat {
      first -= 1
      digits[first] = 0x30 + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
    for _ in 0..<max(0, width - (20 - first)) { bytes.append(0x30) }
    for index in first..<20 { bytes.append(digits[index]) }
  }

  /// Appends a day counted from 1970-01-01 as EDTF: `YYYY-MM-DD`, years before 0000 with `-`.
  ///
  /// Civil days by eras of 400 years in the proleptic Gregorian calendar.
  static func appendDay(_ day: Int32, to bytes: inout [UInt8]) {
    let shifted = Int64(day) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    if year < 0 { bytes.append(0x2D) }
    append(year.magnitude, width: 4, to: &bytes)
    bytes.append(0x2D)
    append(month.magnitude, width: 2, to: &bytes)
    bytes.append(0x2D)
    append((dayOfYear - (153 * shiftedMonth + 2) / 5 + 1).magnitude, width: 2, to: &bytes)
  }
}
