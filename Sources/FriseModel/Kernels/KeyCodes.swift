/// Rows numbered by the value of a key: rows of one code have one value. Codes come in order of
/// first
/// row.
package struct KeyCodes: Sendable {
  /// The groups these keys make.
  package let grouping: Grouping
  /// The first row of each code.
  package var firstRows: [Int32]
  /// How many values were written in more than one way and made one by the fold.
  package var mergedSpellings = 0

  /// How many distinct values there are.
  package var count: Int { firstRows.count }

  /// The code of each row; none, where nothing is stated, has a code like any value.
  package var codes: [Int32] { grouping.dense }

  /// Numbers the rows by codes from 0.
  init(codes: [Int32], firstRows: [Int32]) {
    grouping = Grouping(codes: codes, count: firstRows.count, placesAll: true)
    self.firstRows = firstRows
  }

  /// Numbers the rows by ids from -1 that stand for values, several for one value perhaps: the
  /// value of id i is `values[i + 1]`. The rows are counted, and looked at one by one only until
  /// every value was met.
  init(ids: [Int32], values: [Int32]) {
    let tallies = KeyCodes.tallies(ids, limit: values.count)
    var isUsed = [Bool](repeating: false, count: values.count)
    for id in values.indices where tallies[id] > 0 { isUsed[Int(values[id])] = true }
    let used = isUsed.count { $0 }
    var numbers = [Int32](repeating: -1, count: values.count)
    var firstRows: [Int32] = []
    var row = 0
    while firstRows.count < used {
      let value = Int(values[Int(ids[row]) + 1])
      if numbers[value] < 0 {
        numbers[value] = Int32(firstRows.count)
        firstRows.append(Int32(row))
      }
      row += 1
    }
    let groups = values.map { numbers[Int($0)] }
    var sizes = [Int64](repeating: 0, count: used)
    for id in values.indices where tallies[id] > 0 { sizes[Int(groups[id])] += Int64(tallies[id]) }
    grouping = Grouping(
      .mapped(ids: ids, groups: groups, sizes: sizes), count: used, rowCount: ids.count)
    self.firstRows = firstRows
  }

  /// How many rows have each id, the one of -1 first. Four counts are kept apart where they are
  /// few, because rows of one id mostly stand together and each would wait for the one before.
  private static func tallies(_ ids: [Int32], limit: Int) -> [Int32] {
    let lanes = limit <= 4096 ? 4 : 1
    var tallies = [Int32](repeating: 0, count: limit * lanes)
    let whole = ids.count / 4 * 4
    for row in stride(from: 0, to: lanes == 4 ? whole : 0, by: 4) {
      tallies[Int(ids[row]) + 1] &+= 1
      tallies[limit + Int(ids[row + 1]) + 1] &+= 1
      tallies[2 * limit + Int(ids[row + 2]) + 1] &+= 1
      tallies[3 * limit + Int(ids[row + 3]) + 1] &+= 1
    }
    for row in (lanes == 4 ? whole : 0)..<ids.count { tallies[Int(ids[row]) + 1] &+= 1 }
    guard lanes == 4 else { return tallies }
    return (0..<limit).map {
      tallies[$0] + tallies[limit + $0] + tallies[2 * limit + $0] + tallies[3 * limit + $0]
    }
  }

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
    self.init(codes: codes, firstRows: firstRows)
  }

  /// All rows alike.
  init(alike count: Int) {
    self.init(
      codes: [Int32](repeating: 0, count: count), firstRows: count == 0 ? [] : [0])
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
    let (codes, others) = (first.codes, second.codes)
    if product <= max(1 << 16, 4 * codes.count) {
      let width = Int32(second.count)
      var ids = codes
      for row in ids.indices { ids[row] = ids[row] &* width &+ others[row] }
      return KeyCodes(ids: ids, limit: max(product, 1))
    }
    var values = [UInt64](repeating: 0, count: codes.count)
    for row in values.indices {
      values[row] = UInt64(codes[row]) << 32 | UInt64(others[row])
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
    self.init(codes: codes, firstRows: firstRows)
  }

  /// The home slot of a value: Fibonacci hashing of its bits, mixed.
  private static func slot(_ value: UInt64, _ shift: UInt64) -> Int {
    Int(truncatingIfNeeded: ((value ^ value >> 32) &* 0x9E37_79B9_7F4A_7C15) &>> shift)
  }
}
