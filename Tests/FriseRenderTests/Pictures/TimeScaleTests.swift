import FriseBase
import FriseModel
import FriseTestSupport
import Testing

@testable import FriseRender

/// Scales, their marks, and the lanes of what stands on them.
@Suite struct TimeScaleTests {
  /// The labels of a scale's marks on an axis of so many columns.
  private static func labels(_ first: String, _ last: String, width: Double) -> [String] {
    let from = EDTF.parse(first)?.bounds.earliestStart ?? 0
    let to = EDTF.parse(last)?.bounds.latestEnd ?? 0
    let scale = TimeScale(first: from, last: to)
    return scale.ticks(width: width, gap: 2, tongue: .english) { Double($0.utf8.count) }
      .map(\.label)
  }

  @Test(arguments: [
    ("1999", "2021", 80, ["2000", "2002", "2004"], 11), ("1999", "2021", 40, ["2000", "2005"], 5),
    ("-0099", "0100", 60, ["-80", "-60", "-40"], 10),
    ("Y-4500000000", "2020", 80, ["-4,000,000,000", "-3,000,000,000"], 5),
    ("1956-11", "1956-11", 80, ["1956-11-01", "1956-11-08"], 5),
    ("1956", "1957", 80, ["1956-01", "1956-04", "1956-07"], 8),
  ])
  func marks(first: String, last: String, width: Double, begin: [String], count: Int) {
    let labels = Self.labels(first, last, width: width)
    #expect(Array(labels.prefix(begin.count)) == begin)
    #expect(labels.count == count)
  }

  @Test func theScaleIsConstant() {
    let scale = TimeScale(first: -1000, last: 999)
    for day in stride(from: Int64(-1000), to: 999, by: 7) {
      let length = scale.position(day + 1) - scale.position(day)
      #expect(abs(length - 1.0 / 2000) < 1e-12)
    }
    #expect(scale.position(DateBounds.past) == 0)
    #expect(scale.position(DateBounds.future) == 1)
    #expect(scale.positionAfter(DateBounds.future) == 1)
  }

  @Test func nothingOverflows() {
    let far = TimeScale(
      first: CalendarDay.firstDay(ofYear: -CalendarDay.horizon),
      last: CalendarDay.lastDay(ofYear: CalendarDay.horizon))
    let labels = far.ticks(width: 100, gap: 2, tongue: .english) { Double($0.utf8.count) }
    #expect(!labels.isEmpty)
    var extent = TimeExtent()
    extent.add(DateBounds(wholeFrom: DateBounds.past, to: DateBounds.future))
    #expect(extent.scale == nil)
  }

  @Test func spansOfALaneNeverTouch() {
    var random = SplitMix64(seed: 6)
    for count in [0, 1, 2, 17, 1000] {
      let spans = (0..<count).map { _ in
        let start = Double(Int.random(in: 0..<5000, using: &random))
        return (start: start, end: start + Double(Int.random(in: 0..<300, using: &random)))
      }
      let lanes = LanePacking.lanes(spans, gap: 2)
      #expect(lanes.count == count)
      for (lane, members) in Dictionary(grouping: spans.indices, by: { lanes[$0] }) {
        #expect((0..<max(1, count)).contains(lane))
        let inOrder = members.map { spans[$0] }.sorted { $0.start < $1.start }
        for (left, right) in zip(inOrder, inOrder.dropFirst()) {
          #expect(left.end + 2 <= right.start)
        }
      }
    }
  }

  @Test func lanesAreAsFewAsOverlapsOfSortedSpans() {
    // Five at once, over and over: five lanes.
    let spans = (0..<500).map { (start: Double($0 * 10), end: Double($0 * 10 + 45)) }
    let lanes = LanePacking.lanes(spans, gap: 1)
    #expect(Set(lanes).count == 5)
  }
}
