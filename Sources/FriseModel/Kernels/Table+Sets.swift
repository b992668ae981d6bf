package import FriseBase

/// The rows of two tables that belong together, pair by pair.
package struct JoinPairs: Sendable {
  package var left: [Int32]
  /// -1 for a left row that stands alone.
  package var right: [Int32]

  package init(left: [Int32], right: [Int32]) {
    self.left = left
    self.right = right
  }
}

extension Column {
  /// The key codes of two columns numbered together, or nil when their types have no value in
  /// common.
  package static func keyCodes(_ left: Column, _ right: Column) -> KeyCodes? {
    left.appending(right)?.keyCodes()
  }

  /// Pairs the rows of two tables whose keys are equal, in order of the left rows, then of the
  /// right ones. A key none has no partner. Nil when some key has no type for both sides.
  package static func joinPairs(
    _ left: [Column], _ right: [Column], limit: Int, _ interrupt: Interrupt
  ) -> PairSearch? {
    var keys: [KeyCodes] = []
    var missing = Answers.constant(.no, count: (left.first?.count ?? 0) + (right.first?.count ?? 0))
    for (leftKey, rightKey) in zip(left, right) {
      guard let both = leftKey.appending(rightKey) else { return nil }
      keys.append(both.keyCodes())
      missing = missing.or(both.isNone)
    }
    guard let key = KeyCodes.combined(keys), let leftCount = left.first?.count else { return nil }
    var codes = key.codes
    for row in missing.rows(.yes) { codes[Int(row)] = -1 }
    let partners = Grouping(codes: Array(codes[leftCount...]), count: key.count).members
    var total = 0
    for row in 0..<leftCount where codes[row] >= 0 {
      let code = Int(codes[row])
      total += Int(partners.bounds[code + 1] - partners.bounds[code])
      guard total <= limit else { return .tooMany }
    }
    var pairs = JoinPairs(left: [], right: [])
    pairs.left.reserveCapacity(total)
    pairs.right.reserveCapacity(total)
    for row in 0..<leftCount where codes[row] >= 0 {
      if row & 0xFFF == 0, interrupt.isRaised { return .interrupted }
      let code = Int(codes[row])
      for partner in Int(partners.bounds[code])..<Int(partners.bounds[code + 1]) {
        pairs.left.append(Int32(row))
        pairs.right.append(partners.rows[partner])
      }
    }
    return .pairs(pairs)
  }

  /// For each row on the left, whether some row on the right has equal values in all columns; none
  /// equals none. Nil when some pair of columns has no type in common.
  package static func isMember(_ left: [Column], of right: [Column]) -> Answers? {
    guard let leftCount = left.first?.count else { return nil }
    var keys: [KeyCodes] = []
    for (leftKey, rightKey) in zip(left, right) {
      guard let both = keyCodes(leftKey, rightKey) else { return nil }
      keys.append(both)
    }
    guard let key = KeyCodes.combined(keys) else { return nil }
    var isPresent = [Bool](repeating: false, count: key.count)
    for code in key.codes[leftCount...] { isPresent[Int(code)] = true }
    return .dense(key.codes[..<leftCount].map { isPresent[Int($0)] ? 2 : 0 })
  }

  /// The first row of each distinct combination of values, ascending.
  package static func distinctRows(_ columns: [Column]) -> [Int32] {
    KeyCodes.combined(columns.map { $0.keyCodes() })?.firstRows ?? []
  }
}

extension Table {
  /// The rows of this table, then those of another; columns are matched by the fold of their
  /// English
  /// or French name, and a column that one table lacks is none there. Nil when two columns of one
  /// name
  /// have no type in common.
  package func union(_ other: Table) -> (table: Table?, mismatch: Int?) {
    var result = self
    result.registry = nil
    result.rowCount = rowCount + other.rowCount
    var isUsed = [Bool](repeating: false, count: other.columns.count)
    for index in columns.indices {
      let name = schema.columns[index].name
      let partner = other.schema.columns.indices.first {
        !isUsed[$0] && other.schema.columns[$0].name.hasNameInCommon(with: name)
      }
      let second = partner.map { other.columns[$0] } ?? .none(count: other.rowCount)
      if let partner { isUsed[partner] = true }
      guard let joined = columns[index].appending(second) else { return (nil, index) }
      result.columns[index] = joined
      result.schema.columns[index] = schema.columns[index].typed(as: joined.type)
    }
    for index in other.columns.indices where !isUsed[index] {
      let first = Column.none(count: rowCount)
      guard let joined = first.appending(other.columns[index]) else { continue }
      result.columns.append(joined)
      result.schema.columns.append(other.schema.columns[index])
    }
    return (result, nil)
  }
}
