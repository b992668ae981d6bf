package import FriseBase
import Synchronization

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
    var path: [UInt8] = []
    var byteCount = 0
    var codes: [Int32] = []
    codes.reserveCapacity(rows.count)
    let separator = Array(Registry.pathSeparator.utf8)
    // In blocks, step by step: what is far in memory is then asked for all rows of a block at once.
    for start in stride(from: 0, to: rows.count, by: 1024) {
      if interrupt?.isRaised == true { return nil }
      let block = rows[start..<min(start + 1024, rows.count)]
      let (nameCodes, ends) = namesUpward(from: block, names.codes)
      let texts = nameCodes.map { names.pool.range(of: $0) }
      var first = 0
      for end in ends {
        if end < 0 {
          codes.append(-1)
          continue
        }
        let size = names.pool.join(texts[first..<end].reversed(), separator, into: &path)
        first = end
        byteCount += size
        guard byteCount <= bytesMax else { return nil }
        codes.append(builder.add(path.span.extracting(0..<size)))
      }
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  /// How many characters (grapheme clusters) the path of each of `rows` has in one tongue, without
  /// the paths: the sum of its names and of what stands between them. Nil where a name has
  /// characters that may join those beside it. O(names in all paths) or O(rows of the table),
  /// whichever is less, when first asked; then the lengths of all are kept.
  package func pathLengths(_ rows: [Int32], in tongue: Tongue) -> NumberColumn? {
    guard let forest else { return nil }
    let measure = PathMeasure(tongue == .english ? shownNames.english : shownNames.french, forest)
    let found = pathLengths.withLock { kept in
      let next: PathLengths
      switch kept[tongue] {
      case nil where forest.stepCount(rows) <= count: next = .walked
      case nil, .walked?: next = measure.all().map { .known($0) } ?? .doubtful
      case let known?: return known
      }
      kept[tongue] = next
      return next
    }
    var lengths: [Int64] = []
    lengths.reserveCapacity(rows.count)
    for row in rows {
      let length: Int64?
      switch found {
      case .doubtful: return nil
      case .known(let all): length = row < 0 ? NumberColumn.none : all[Int(row)]
      case .walked: length = row < 0 ? NumberColumn.none : measure.length(row)
      }
      guard let length else { return nil }
      lengths.append(length)
    }
    return NumberColumn(values: lengths)
  }

  /// The codes of the names from each of some rows up to its root, and where those of each row end;
  /// -1 for rows that have no path.
  private func namesUpward(
    from rows: ArraySlice<Int32>, _ nameCodes: [Int32]
  ) -> (codes: [Int32], ends: [Int]) {
    var codes: [Int32] = []
    var ends: [Int] = []
    let parents = forest?.parents ?? []
    for row in rows {
      guard row >= 0, forest?.contains(row) ?? true else {
        ends.append(-1)
        continue
      }
      var current = row
      while current >= 0 {
        let code = nameCodes[Int(current)]
        if code >= 0 { codes.append(code) }
        current = parents.isEmpty ? -1 : parents[Int(current)]
      }
      ends.append(codes.count)
    }
    return (codes, ends)
  }

  /// Whether the paths of `rows` take at most so many bytes. Few steps may fit: whether they do is
  /// then seen on the way.
  private func pathsFit(_ rows: [Int32], of names: TextColumn, in bytesMax: Int) -> Bool {
    guard let forest else { return true }
    let steps = forest.stepCount(rows)
    if steps <= bytesMax / 256 { return true }
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

extension Forest {
  /// How many rows stand on the ways from each of `rows` up to its root, both included.
  fileprivate func stepCount(_ rows: [Int32]) -> Int {
    rows.reduce(0) { $1 < 0 ? $0 : $0 + ancestorCount(of: $1) + 1 }
  }
}

/// What is known of the lengths of the paths of a registry's rows in one tongue.
enum PathLengths: Sendable {
  /// Nothing: few rows were asked for, whose paths were walked.
  case walked
  /// The length of each, `NumberColumn.none` for rows out of the tree.
  case known([Int64])
  /// Some name has characters that may join those beside it.
  case doubtful
}

/// Measures paths by the names in them.
private struct PathMeasure {
  private static let between = Int64(Registry.pathSeparator.utf8.count)
  private let names: TextColumn
  private let forest: Forest

  init(_ names: TextColumn, _ forest: Forest) {
    self.names = names
    self.forest = forest
  }

  /// What the name of a row adds to a path, with what stands before it; nil where that is in doubt.
  private func added(_ row: Int32) -> Int64? {
    let code = names.codes[Int(row)]
    return code < 0 ? 0 : names.pool.latinLength(code).map { $0 + PathMeasure.between }
  }

  /// The length of a row's path, `NumberColumn.none` out of the tree; nil where it is in doubt.
  func length(_ row: Int32) -> Int64? {
    guard forest.contains(row) else { return NumberColumn.none }
    var length: Int64 = 0
    var current = row
    while current >= 0 {
      guard let own = added(current) else { return nil }
      length += own
      current = forest.parents[Int(current)]
    }
    return max(0, length - PathMeasure.between)
  }

  /// The length of the path of each row; nil where some is in doubt.
  func all() -> [Int64]? {
    var lengths = [Int64](repeating: NumberColumn.none, count: names.codes.count)
    for row in forest.order {
      guard let own = added(row) else { return nil }
      let parent = forest.parents[Int(row)]
      // Whole here: what stands before the first name is taken away at the end.
      lengths[Int(row)] = own + (parent < 0 ? 0 : lengths[Int(parent)])
    }
    for row in forest.order { lengths[Int(row)] = max(0, lengths[Int(row)] - PathMeasure.between) }
    return lengths
  }
}
