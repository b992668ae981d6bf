import FriseBase

extension Registry {
  /// What stands between two names of a path.
  package static let pathSeparator = " > "

  /// The names from the root down to each of `rows`, none for -1 and for rows out of the tree; or
  /// nil when they would take more than `bytesMax` bytes in a tongue. O(rows of the table + names
  /// in all paths).
  package func paths(_ rows: [Int32], bytesMax: Int) -> Column? {
    let english = englishNames.orElse(frenchNames).orElse(ids)
    let french = frenchNames.orElse(englishNames).orElse(ids)
    guard let first = paths(rows, of: english, bytesMax: bytesMax) else { return nil }
    // Data of one tongue needs no second text.
    if english.pool === french.pool, english.codes == french.codes {
      return .bilingual(english: first, french: first)
    }
    guard let second = paths(rows, of: french, bytesMax: bytesMax) else { return nil }
    return .bilingual(english: first, french: second)
  }

  private func paths(_ rows: [Int32], of names: TextColumn, bytesMax: Int) -> TextColumn? {
    guard pathBytes(rows, of: names) <= bytesMax else { return nil }
    var builder = StringPoolBuilder()
    var codes: [Int32] = []
    codes.reserveCapacity(rows.count)
    let separator = Array(Registry.pathSeparator.utf8)
    var chain: [Int32] = []
    var path: [UInt8] = []
    for row in rows {
      guard row >= 0, forest?.contains(row) ?? true else {
        codes.append(-1)
        continue
      }
      chain.removeAll(keepingCapacity: true)
      var current = row
      while current >= 0 {
        chain.append(names.codes[Int(current)])
        current = forest?.parents[Int(current)] ?? -1
      }
      path.removeAll(keepingCapacity: true)
      for (index, code) in chain.reversed().enumerated() where code >= 0 {
        if index > 0 { path.append(contentsOf: separator) }
        path.append(contentsOf: names.pool.slice(code))
      }
      codes.append(builder.add(path.span))
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  /// How many bytes the paths of `rows` take, at least. O(rows of the table).
  private func pathBytes(_ rows: [Int32], of names: TextColumn) -> Int {
    guard let forest else { return 0 }
    var lengths = [Int](repeating: 0, count: count)
    for unit in forest.order {
      let code = names.codes[Int(unit)]
      let parent = forest.parents[Int(unit)]
      lengths[Int(unit)] =
        (code < 0 ? 0 : names.pool.slice(code).count)
        + (parent < 0 ? 0 : lengths[Int(parent)] + Registry.pathSeparator.utf8.count)
    }
    return rows.reduce(0) { $1 < 0 ? $0 : $0 + lengths[Int($1)] }
  }

  /// The same rows and names over another tree, which has the same row numbers.
  package func replanted(_ forest: Forest) -> Registry { Registry(self, over: forest) }
}
