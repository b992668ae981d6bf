package import FriseModel

/// How many dates touch each stretch of a scale: what is drawn of more rows than can be shown one
/// by one.
package struct TimelineCrowd: Sendable {
  package let extent: TimeExtent
  /// How many dates there are.
  package let count: Int
  private let dates: DateColumn

  /// The dates of a column that state a day.
  package init(_ dates: DateColumn) {
    var extent = TimeExtent()
    var count = 0
    for row in dates.earliestStart.indices {
      guard let bounds = dates.bounds(at: row), bounds.statesADay else { continue }
      extent.add(bounds)
      count += 1
    }
    self.extent = extent
    self.count = count
    self.dates = dates
  }

  /// How many dates touch each of `binCount` equal stretches of the scale; a date of several
  /// stretches counts in each, an unknown side as far as it is known. O(rows + bins).
  package func counts(_ scale: TimeScale, binCount: Int) -> [Int] {
    guard binCount > 0 else { return [] }
    var changes = [Int](repeating: 0, count: binCount + 1)
    for row in dates.earliestStart.indices {
      guard let bounds = dates.bounds(at: row), bounds.statesADay else { continue }
      let (first, last) = (bounds.firstKnown, bounds.lastKnown)
      guard scale.touches(first, last) else { continue }
      let from = min(binCount - 1, Int(scale.position(first) * Double(binCount)))
      let to = Int((scale.positionAfter(last) * Double(binCount)).rounded(.up)) - 1
      changes[from] += 1
      changes[min(binCount, max(from, to) + 1)] -= 1
    }
    var running = 0
    return changes.dropLast().map { change in
      running += change
      return running
    }
  }
}
