/// Puts spans into as few lanes as first-fit finds, so that no two in a lane touch.
enum LanePacking {
  /// The lane of each span, from 0; spans are taken in the order given, each into the first lane
  /// whose spans all end before it.
  ///
  /// O(n log n): the ends of the lanes stand in a tree of minima.
  /// `gap`: What lies between two spans of a lane at least.
  static func lanes(_ spans: [(start: Double, end: Double)], gap: Double) -> [Int] {
    var ends = MinimumTree(count: spans.count)
    return spans.map { span in
      let lane = ends.firstIndex(atMost: span.start - gap)
      ends.set(lane, max(span.start, span.end))
      return lane
    }
  }
}

/// Numbers of which the first that is small enough is found in O(log n); all begin as minus
/// infinity.
private struct MinimumTree {
  /// Node 1 is the root, nodes 2i and 2i + 1 are below node i, leaves come last.
  private var nodes: [Double]
  private let leafCount: Int

  init(count: Int) {
    var leafCount = 1
    while leafCount < count { leafCount *= 2 }
    self.leafCount = leafCount
    nodes = [Double](repeating: -.infinity, count: 2 * leafCount)
  }

  /// The first place whose number is at most `limit`; the last place when there is none.
  func firstIndex(atMost limit: Double) -> Int {
    var node = 1
    while node < leafCount {
      node = nodes[2 * node] <= limit ? 2 * node : 2 * node + 1
    }
    return node - leafCount
  }

  mutating func set(_ index: Int, _ number: Double) {
    var node = leafCount + index
    nodes[node] = number
    while node > 1 {
      node /= 2
      nodes[node] = min(nodes[2 * node], nodes[2 * node + 1])
    }
  }
}
