import FriseModel

/// Texts of the dates met last, by what they are stored as: columns of years or decades hold few
/// distinct dates, and to print one from its bounds is slow. Direct-mapped.
struct DateTexts {
  /// What a date is stored as.
  private struct Key: Equatable {
    let form: UInt8
    let starts: SIMD2<Int32>
    let ends: SIMD2<Int32>
  }

  private static let slotCount = 256
  private var keys = [Key?](repeating: nil, count: slotCount)
  private var texts = [[UInt8]](repeating: [], count: slotCount)

  /// The EDTF text of a row that has a date.
  mutating func text(_ dates: DateColumn, _ row: Int) -> [UInt8] {
    let form = dates.forms.isEmpty ? DateForm.day.rawValue : dates.forms[row]
    // Dates that bounds and form do not tell apart.
    if form == DateForm.other.rawValue || (dates.forms.isEmpty && !dates.written.isEmpty) {
      return DateTexts.printed(dates, row)
    }
    let key = Key(
      form: form, starts: SIMD2(dates.earliestStart[row], dates.latestStart[row]),
      ends: SIMD2(dates.earliestEnd[row], dates.latestEnd[row]))
    let mixed = UInt32(bitPattern: key.starts.x &+ key.ends.y &* 31) &* 0x9E37_79B1
    let slot = Int(mixed >> 24)
    if keys[slot] != key {
      keys[slot] = key
      texts[slot] = DateTexts.printed(dates, row)
    }
    return texts[slot]
  }

  /// The text as the column prints it back.
  private static func printed(_ dates: DateColumn, _ row: Int) -> [UInt8] {
    Array((dates.date(at: row)?.text ?? "").utf8)
  }
}
