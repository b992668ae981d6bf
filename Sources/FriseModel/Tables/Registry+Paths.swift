package import FriseBase

extension Registry {
  /// What stands between two names of a path.
  package static let pathSeparator = " > "

  /// The names from the root down to each of `rows`, none for -1 and for rows out of the tree; or
  /// nil when they would take more than `bytesMax` bytes in a tongue, or the interrupt is raised.
  /// O(names in all paths), and O(rows of the table) where their length is in doubt.
  package func paths(
    _ rows: [Int32], bytesMax: Int, _ interrupt: Interrupt? = nil
  ) -> Column? {
    let (english, french) = shownNames
    guard let first = paths(rows, of: english, bytesMax, interrupt) else { return nil }
    // Data of one tongue needs no second text.
    if english.pool === french.pool, english.codes == french.codes {
      return .bilingual(english: first, french: first)
    }
    guard let second = paths(rows, of: french, bytesMax, interrupt) else { return nil }
    return .bilingual(english: first, french: second)
  }

  private func paths(
    _ rows: [Int32], of names: TextColumn, _ bytesMax: Int, _ interrupt: Interrupt?
  ) -> TextColumn? {
    guard pathsFit(rows, of: names, in: bytesMax) else { return nil }
    var builder = StringPoolBuilder()
    var chain: [Int32] = []
    var path: [UInt8] = []
    var codes: [Int32] = []
    codes.reserveCapacity(rows.count)
    let parents = forest?.parents ?? [Int32](repeating: -1, count: count)
    let nameCodes = names.codes
    for row in rows {
      if codes.count & 0xFFF == 0, interrupt?.isRaised == true { return nil }
      guard row >= 0, forest?.contains(row) ?? true else {
        codes.append(-1)
        continue
      }
      chain.removeAll(keepingCapacity: true)
      var current = row
      while current >= 0 {
        let code = nameCodes[Int(current)]
        if code >= 0 { chain.append(code) }
        current = parents[Int(current)]
      }
      names.pool.join(chain.reversed(), Registry.pathSeparator, into: &path)
      codes.append(builder.add(path.span))
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  /// Whether the paths of `rows` take at most so many bytes. Where all their steps
  /// would fit if every name were as long as the longest, nothing more is counted.
  private func pathsFit(_ rows: [Int32], of names: TextColumn, in bytesMax: Int) -> Bool {
    guard let forest else { return true }
    let steps = rows.reduce(0) { $1 < 0 ? $0 : $0 + forest.ancestorCount(of: $1) + 1 }
    let longest = names.pool.longest + Registry.pathSeparator.utf8.count
    let (bytes, overflow) = steps.multipliedReportingOverflow(by: longest)
    if !overflow, bytes <= bytesMax { return true }
    var lengths = [Int](repeating: 0, count: count)
    for unit in forest.order {
      let code = names.codes[Int(unit)]
      let parent = forest.parents[Int(unit)]
      let own = code < 0 ? 0 : names.pool.slice(code).count + Registry.pathSeparator.utf8.count
      lengths[Int(unit)] = own + (parent < 0 ? 0 : lengths[Int(parent)])
    }
    var total = 0
    for row in rows where row >= 0 {
      total += lengths[Int(row)]
      if total > bytesMax { return false }
    }
    return true
  }

  /// The same rows and names over another tree, which has the same row numbers.
  package func replanted(_ forest: Forest) -> Registry { Registry(self, over: forest) }
}
