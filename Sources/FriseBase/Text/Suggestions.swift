/// Did-you-mean: the names most like what was typed (language, section 9).
package enum Suggestions {
  /// The names of `candidates` whose fold is at most max(1, length/3) edits from that of `typed`,
  /// nearest first, ties in the order given; then those that begin with `typed` as a whole word,
  /// «Population (hab.)»; never `typed` itself, no name twice, at most `limit`.
  ///
  /// An edit adds, drops or changes a letter or swaps two neighbours (Damerau's distance by optimal
  /// string alignment).
  package static func nearest(
    to typed: String, among candidates: some Sequence<String>, limit: Int = 3
  ) -> [String] {
    let target = Array(TextFold.fold(typed).unicodeScalars)
    let reach = max(1, target.count / 3)
    var found: [(name: String, distance: Int)] = []
    for candidate in candidates {
      let name = Array(TextFold.fold(candidate).unicodeScalars)
      guard !name.isEmpty, name != target else { continue }
      let isLonger = name.count > target.count && !target.isEmpty && name.starts(with: target)
      let isWhole = isLonger && name[target.count].isBetweenWords
      guard isWhole || abs(name.count - target.count) <= reach else { continue }
      let distance = isWhole ? reach : distance(target, name)
      // One letter for another leaves nothing in common.
      guard distance <= reach, distance < max(name.count, target.count),
        !found.contains(where: { $0.name == candidate })
      else { continue }
      let place = found.firstIndex { $0.distance > distance } ?? found.count
      found.insert((candidate, distance), at: place)
      if found.count > limit { found.removeLast() }
    }
    return found.map(\.name)
  }

  /// Damerau's distance by optimal string alignment. O(first × second), three rows of memory.
  static func distance(_ first: [Unicode.Scalar], _ second: [Unicode.Scalar]) -> Int {
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var current = last
    for row in 0..<first.count {
      current[0] = row + 1
      for column in 0..<second.count {
        let isSame = first[row] == second[column]
        var best = min(
          last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        if row > 0, column > 0, first[row] == second[column - 1], first[row - 1] == second[column] {
          best = min(best, beforeLast[column - 1] + 1)
        }
        current[column + 1] = best
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[second.count]
  }
}

extension Unicode.Scalar {
  /// Whether a word ends before this.
  fileprivate var isBetweenWords: Bool {
    !properties.isAlphabetic && properties.numericType == nil && self != "_"
  }
}
