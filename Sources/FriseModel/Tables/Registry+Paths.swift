import FriseBase

extension Registry {
  /// What stands between two names of a path.
  package static let pathSeparator = " > "

  /// The names from the root down to each of `rows`, none for -1 and for rows out of the tree; or
  /// nil when they would take more than `bytesMax` bytes in a tongue. O(names in all paths), and
  /// O(rows of the table) where their length is in doubt.
  package func paths(_ rows: [Int32], bytesMax: Int) -> Column? {
    let (english, french) = shownNames
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
    var path: [UInt8] = []
    let codes = rows.map { row -> Int32 in
      guard row >= 0, forest?.contains(row) ?? true else { return -1 }
      write(pathOf: row, names, to: &path)
      return builder.add(path.span)
    }
    return TextColumn(codes: codes, pool: builder.build())
  }

  /// Replaces `path` by the names from the root down to a row; names that lack are left out.
  private func write(pathOf row: Int32, _ names: TextColumn, to path: inout [UInt8]) {
    let separator = Array(Registry.pathSeparator.utf8)
    let (codes, texts, offsets) = (names.codes, names.pool.bytes, names.pool.offsets)
    func name(_ unit: Int32) -> Range<Int>? {
      let code = Int(codes[Int(unit)])
      return code < 0 ? nil : Int(offsets[code])..<Int(offsets[code + 1])
    }
    func forEachName(_ body: (Range<Int>) -> Void) {
      var unit = row
      while unit >= 0 {
        if let name = name(unit) { body(name) }
        unit = forest?.parents[Int(unit)] ?? -1
      }
    }
    var length = -separator.count
    forEachName { length += $0.count + separator.count }
    let size = max(0, length)
    // From the unit up to the root, hence from the end.
    path = unsafe [UInt8](unsafeUninitializedCapacity: size) { output, count in
      var end = size
      unsafe texts.withUnsafeBufferPointer { texts in
        forEachName { name in
          if end < size {
            for byte in separator.reversed() {
              end -= 1
              unsafe output[end] = byte
            }
          }
          end -= name.count
          for offset in 0..<name.count {
            unsafe output[end &+ offset] = texts[name.lowerBound &+ offset]
          }
        }
      }
      count = size
    }
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
