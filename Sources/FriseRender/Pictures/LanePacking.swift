/// Puts spans into lanes so that no two in a lane touch.
enum LanePacking {
  /// The lane of each span, from 0.
  ///
  /// Spans are taken in the order given. Each goes into the lane where it leaves the least room
  /// before it, so that what follows in time stands near; a new lane is begun only when all are
  /// taken. O(spans · lanes).
  /// `gap`: What lies between two spans of a lane at least.
  static func lanes(_ spans: [(start: Double, end: Double)], gap: Double) -> [Int] {
    var ends: [Double] = []
    return spans.map { span in
      var best = ends.count
      for (lane, end) in ends.enumerated() where end + gap <= span.start {
        if best == ends.count || end > ends[best] { best = lane }
      }
      let end = max(span.start, span.end)
      if best == ends.count { ends.append(end) } else { ends[best] = end }
      return best
    }
  }
}
