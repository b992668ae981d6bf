/// Rows numbered by the value of a key: rows of one code have one value. Codes come in order of
/// first
/// row.
package struct KeyCodes: Sendable {
  /// The code of each row; none, where nothing is stated, has a code like any value.
  package var codes: [Int32]
  /// The first row of each code.
  package var firstRows: [Int32]
  /// How many values were written in more than one way and made one by the fold.
  package var mergedSpellings = 0

  /// How many distinct values there are.
  package var count: Int { firstRows.count }

  /// The groups these keys make.
  package var grouping: Grouping { Grouping(codes: codes, count: count) }

  /// Numbers the rows by `ids`, any numbers from 0 to `limit` - 1 that stand for their values.
  init(ids: [Int32], limit: Int) {
    var code = [Int32](repeating: -1, count: limit)
    var codes = [Int32](repeating: 0, count: ids.count)
    var firstRows: [Int32] = []
    for row in ids.indices {
      let id = Int(ids[row])
      if code[id] < 0 {
        code[id] = Int32(firstRows.count)
        firstRows.append(Int32(row))
      }
      codes[row] = code[id]
    }
    self.codes = codes
    self.firstRows = firstRows
  }

  /// All rows alike.
  init(alike count: Int) {
    codes = [Int32](repeating: 0, count: count)
    firstRows = count == 0 ? [] : [0]
  }

  /// Rows numbered by several keys at once.
  package static func combined(_ keys: [KeyCodes]) -> KeyCodes? {
    guard var result = keys.first else { return nil }
    for key in keys.dropFirst() {
      let merged = result.mergedSpellings + key.mergedSpellings
      result = pair(result, key)
      result.mergedSpellings = merged
    }
    return result
  }

  /// Rows numbered by two keys.
  private static func pair(_ first: KeyCodes, _ second: KeyCodes) -> KeyCodes {
    let product = first.count * second.count
    if product <= max(1 << 16, 4 * first.codes.count) {
      let width = Int32(second.count)
      var ids = first.codes
      for row in ids.indices { ids[row] = ids[row] &* width &+ second.codes[row] }
      return KeyCodes(ids: ids, limit: max(product, 1))
    }
    var values = [UInt64](repeating: 0, count: first.codes.count)
    for row in values.indices {
      values[row] = UInt64(first.codes[row]) << 32 | UInt64(second.codes[row])
    }
    return KeyCodes(hashing: values)
  }

  /// Numbers the rows by 64-bit values, through an open hash table.
  init(hashing values: [UInt64]) {
    var slots = [Int32](repeating: -1, count: 64)
    var shift = UInt64(64 - 6)
    var codes = [Int32](repeating: 0, count: values.count)
    var firstRows: [Int32] = []
    for row in values.indices {
      let value = values[row]
      var slot = KeyCodes.slot(value, shift)
      while slots[slot] >= 0, values[Int(firstRows[Int(slots[slot])])] != value {
        slot = (slot + 1) & (slots.count - 1)
      }
      if slots[slot] < 0 {
        slots[slot] = Int32(firstRows.count)
        firstRows.append(Int32(row))
      }
      codes[row] = slots[slot]
      if firstRows.count * 2 > slots.count {
        shift -= 1
        slots = [Int32](repeating: -1, count: slots.count * 2)
        for (code, first) in firstRows.enumerated() {
          var slot = KeyCodes.slot(values[Int(first)], shift)
          while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
          slots[slot] = Int32(code)
        }
      }
    }
    self.codes = codes
    self.firstRows = firstRows
  }

  /// The home slot of a value: Fibonacci hashing of its bits, mixed.
  private static func slot(_ value: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }
}
