import FriseBase
import FriseModel

/// A timeline in SVG whose places are settled.
struct TimelineLayout {
  /// An item with its marks and its label.
  struct Placed {
    /// Where the label stands.
    enum Side {
      case after, before, below
    }

    /// The index of the item.
    let item: Int
    let mark: TimelineMark
    let lines: [String]
    let labelX: Double
    let side: Side
    /// Left and right of all of it.
    let start: Double
    let end: Double

    /// How many lines stand under the first of the lane.
    var extraLineCount: Int { side == .below ? lines.count : max(0, lines.count - 1) }
  }

  /// Items that stand beside each other, from left to right; without any, a line to write on.
  struct Lane {
    var items: [Placed] = []
    var height = TimelineMeasure.laneHeight
    /// From the top of the first lane.
    var top = 0.0
    /// Whether years stand over it once more, and a page may end before it.
    var opensSheet = false
  }

  let picture: TimelinePicture
  let scale: TimeScale?
  let ticks: [TimeTick]
  private(set) var lanes: [Lane] = []
  /// The height of all lanes.
  private(set) var height = 0.0

  init(_ picture: TimelinePicture) {
    self.picture = picture
    scale = picture.scale
    ticks =
      scale?.ticks(
        width: TimelineMeasure.axisLength, gap: 26, tongue: picture.tongue,
        measure: { SVGText.width($0, size: TimelineMeasure.tickSize) }) ?? []
    guard let scale, picture.heights.isEmpty else { return }
    placeItems(scale)
    stackLanes()
  }

  private mutating func placeItems(_ scale: TimeScale) {
    let placed = picture.items.indices.compactMap { index -> Placed? in
      let bounds = picture.items[index].date.widenedBounds
      let isSeen = scale.touches(bounds.earliestStart, bounds.latestEnd)
      return isSeen ? placedItem(index, scale) : nil
    }
    let numbers = LanePacking.lanes(
      placed.map { (start: $0.start, end: $0.end) }, gap: TimelineMeasure.laneGap)
    lanes = [Lane](repeating: Lane(), count: (numbers.max() ?? -1) + 1)
    for (item, number) in zip(placed, numbers) {
      lanes[number].items.append(item)
      let extra = Double(item.extraLineCount) * TimelineMeasure.lineHeight
      lanes[number].height = max(lanes[number].height, TimelineMeasure.laneHeight + extra)
    }
    for index in lanes.indices { lanes[index].items.sort { $0.start < $1.start } }
    let blank = Lane(height: TimelineMeasure.laneHeight * 1.5)
    lanes += [Lane](repeating: blank, count: max(0, picture.blankLaneCount))
  }

  /// Puts the lanes under each other, and parts many into sheets.
  private mutating func stackLanes() {
    let starts = SVGCanvas.sheetStarts(lanes.map(\.height))
    for index in lanes.indices {
      if starts.contains(index) {
        lanes[index].opensSheet = true
        height += TimelineMeasure.axisHeight
      }
      lanes[index].top = height
      height += lanes[index].height
    }
  }

  /// Puts the label behind the mark, or before it where only there is room; on two lines, the
  /// second cut, where neither holds it; under the mark where neither side has much room.
  private func placedItem(_ index: Int, _ scale: TimeScale) -> Placed {
    let item = picture.items[index]
    let (left, right) = (TimelineMeasure.axisStart, TimelineMeasure.axisEnd)
    let mark = TimelineMark(item.date, scale, from: left, length: right - left)
    let date = item.date.humanText(picture.tongue)
    let text = RowLabels.onOneLine(item.label.isEmpty ? date : date + "  " + item.label)
    let after = mark.end + TimelineMeasure.labelGap
    let before = mark.start - TimelineMeasure.labelGap
    let width = labelWidth(text, date)
    let rooms = (after: right - after, before: before - left)
    let isBefore = width > rooms.after && rooms.before > rooms.after
    let beside = isBefore ? rooms.before : rooms.after
    let isBelow = width > beside && beside < TimelineMeasure.labelRoomMinimum
    let room = isBelow ? right - left : beside
    let lines =
      width <= room
      ? [text]
      : SVGText.lines(
        text, size: TimelineMeasure.labelSize, width: room - 24, linesMax: 2)
    let shown = lines.reduce(0.0) { max($0, labelWidth($1, date)) }
    if isBelow {
      let x = max(left, min(mark.start, right - shown))
      return Placed(
        item: index, mark: mark, lines: lines, labelX: x, side: .below, start: min(x, mark.start),
        end: max(x + shown, mark.end))
    }
    return Placed(
      item: index, mark: mark, lines: lines, labelX: isBefore ? before : after,
      side: isBefore ? .before : .after,
      start: isBefore ? before - shown : mark.start, end: isBefore ? mark.end : after + shown)
  }

  /// The width of a line whose date is bold.
  private func labelWidth(_ text: String, _ date: String) -> Double {
    SVGText.width(text, size: TimelineMeasure.labelSize)
      + SVGText.width(date, size: TimelineMeasure.labelSize) * 0.1
  }
}
