/// One generated unit of a structure: levels grow by two and a half, a parent is drawn from the
/// level above, some far more often than others.
struct GeneratedUnit {
  /// Ids are not in the order of the tree: a child may come before its parent.
  let id: Int
  /// Nil for a root.
  let parent: Int?
  let name: String
  let kind: String

  /// All units of a structure of `count`, by id.
  static func all(count: Int) -> [GeneratedUnit] {
    var firsts = [0]
    var sizes = [4]
    while firsts[firsts.count - 1] + sizes[sizes.count - 1] < count {
      firsts.append(firsts[firsts.count - 1] + sizes[sizes.count - 1])
      sizes.append(sizes[sizes.count - 1] * 5 / 2 + 1)
    }
    var level = 0
    var units: [GeneratedUnit] = []
    for place in 0..<count {
      while level + 1 < firsts.count, firsts[level + 1] <= place { level += 1 }
      var parent: Int?
      if level > 0 {
        let above = UInt64(sizes[level - 1])
        let drawn = Int(Draw.skewed(30, UInt64(place), above))
        parent = id(ofPlace: firsts[level - 1] + drawn, count: count)
      }
      let kind = EventWords.unitKinds[min(level, EventWords.unitKinds.count - 1)]
      units.append(
        GeneratedUnit(
          id: id(ofPlace: place, count: count), parent: parent,
          name: "\(kind) \(EventWords.towns[place % 64]) \(place)", kind: kind))
    }
    return units.sorted { $0.id < $1.id }
  }

  /// The id of the unit at a place of the order of levels.
  static func id(ofPlace place: Int, count: Int) -> Int { (place * 48_271 + 11) % count }
}
