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
    let start = bytes.count
    var written = 0
    repeat {
      if written == scale, scale > 0 { bytes.append(0x2E) }
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
      written += 1
    } while rest > 0 || written <= scale
    bytes[start...].reverse()
  }

  /// Appends a number of at least `width` digits, zeros in front.
  private static func append(_ value: UInt32, width: Int, to bytes: inout [UInt8]) {
    let start = bytes.count
    var rest = value
    repeat {
      bytes.append(0x30 + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest > 0 || bytes.count - start < width
    bytes[start...].reverse()
  }

  /// Appends a day counted from 1970-01-01 as EDTF: `YYYY-MM-DD`, years before 0000 with `-`, years
  /// beyond four digits with `Y` (days of such years cannot be written in EDTF: none come here).
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
    append(UInt32(truncatingIfNeeded: year.magnitude), width: 4, to: &bytes)
    bytes.append(0x2D)
    append(UInt32(truncatingIfNeeded: month), width: 2, to: &bytes)
    bytes.append(0x2D)
    append(
      UInt32(truncatingIfNeeded: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1), width: 2, to: &bytes
    )
  }
}
