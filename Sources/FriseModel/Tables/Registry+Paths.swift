import FriseBase

extension Registry {
  /// What stands between two names of a path.
  package static let pathSeparator = " > "

  /// The names from the root down to each of `rows`, none for -1 and for rows out of the tree; or
  /// nil when they would take more than `bytesMax` bytes in a tongue. O(rows of the table + names
  /// in all paths), or O(names in all paths) when these are few.
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
    guard pathsFit(rows, of: names, in: bytesMax) else { return nil }
    var builder = StringPoolBuilder()
    let separator = Array(Registry.pathSeparator.utf8)
    var chain: [Int32] = []
    var path: [UInt8] = []
    let codes = rows.map { row -> Int32 in
      guard row >= 0, forest?.contains(row) ?? true else { return -1 }
      chain.removeAll(keepingCapacity: true)
      var current = row
      while current >= 0 {
        chain.append(names.codes[Int(current)])
        current = forest?.parents[Int(current)] ?? -1
      }
      path.removeAll(keepingCapacity: true)
      for index in chain.indices.reversed() where chain[index] >= 0 {
        if !path.isEmpty { path.append(contentsOf: separator) }
        path.append(contentsOf: names.pool.slice(chain[index]))
      }
      return builder.add(path.span)
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  /// Whether the paths of `rows` take at most so many bytes. Few paths are walked; where that would
  /// be more work, the length of every unit's path comes from that of its parent.
  private func pathsFit(_ rows: [Int32], of names: TextColumn, in bytesMax: Int) -> Bool {
    guard let forest else { return true }
    func length(_ unit: Int32) -> Int {
      let code = names.codes[Int(unit)]
      return code < 0 ? 0 : names.pool.slice(code).count + Registry.pathSeparator.utf8.count
    }
    let steps = rows.reduce(0) { $1 < 0 ? $0 : $0 + forest.ancestorCount(of: $1) + 1 }
    var total = 0
    guard steps > forest.order.count else {
      for row in rows where row >= 0 {
        var current = row
        while current >= 0 {
          total += length(current)
          current = forest.parents[Int(current)]
        }
        if total > bytesMax { return false }
      }
      return true
    }
    var lengths = [Int](repeating: 0, count: count)
    for unit in forest.order {
      let parent = forest.parents[Int(unit)]
      lengths[Int(unit)] = length(unit) + (parent < 0 ? 0 : lengths[Int(parent)])
    }
    for row in rows where row >= 0 {
      total += lengths[Int(row)]
      if total > bytesMax { return false }
    }
    return true
  }

  /// The same rows and names over another tree, which has the same row numbers.
  package func replanted(_ forest: Forest) -> Registry { Registry(self, over: forest) }
}
