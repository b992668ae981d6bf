extension StringPool {
  /// One pool with the texts of two, and the new code of each of their texts. The codes of the
  /// first
  /// pool do not change.
  package static func merging(
    _ first: StringPool, _ second: StringPool
  ) -> (pool: StringPool, first: [Int32], second: [Int32]) {
    if first === second || second.count == 0 {
      let same = Array(0..<Int32(first.count))
      return (first, same, first === second ? same : [])
    }
    if first.count == 0 { return (second, [], Array(0..<Int32(second.count))) }
    var builder = StringPoolBuilder()
    let firstCodes = builder.add(contentsOf: first)
    let secondCodes = builder.add(contentsOf: second)
    return (builder.build(), firstCodes, secondCodes)
  }
}

extension StringPoolBuilder {
  /// The codes of all texts of a pool, new or known.
  package mutating func add(contentsOf pool: StringPool) -> [Int32] {
    let storage = pool.bytes
    let arena = storage.span
    var codes: [Int32] = []
    codes.reserveCapacity(pool.count)
    for code in 0..<pool.count {
      codes.append(add(arena.extracting(Int(pool.offsets[code])..<Int(pool.offsets[code + 1]))))
    }
    return codes
  }
}

extension TextColumn {
  /// The rows of this column, then those of another.
  package func appending(_ other: TextColumn) -> TextColumn {
    if pool === other.pool { return TextColumn(codes: codes + other.codes, pool: pool) }
    let merged = StringPool.merging(pool, other.pool)
    var joined = codes
    joined.reserveCapacity(codes.count + other.codes.count)
    for code in other.codes { joined.append(code < 0 ? -1 : merged.second[Int(code)]) }
    return TextColumn(codes: joined, pool: merged.pool)
  }
}
