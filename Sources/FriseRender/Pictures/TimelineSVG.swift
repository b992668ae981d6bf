import FriseBase
import FriseModel

/// A timeline as a self-contained SVG: a constant scale, lanes without overlaps, each unsure end
/// drawn as such, the axis under them.
package enum TimelineSVG {
  /// The picture as a file of its own: `<svg>…</svg>`, with title, notes, legend and style; no
  /// script, no reference to anything outside.
  package static func standalone(_ picture: TimelinePicture) -> String {
    TimelineLayout(picture, PicturePlace(isStandalone: true, prefix: "fr-"), rows: []).drawn()
  }

  /// The picture for a page that has its title, notes and style (`PicturePage`).
  /// `rows`: The row of the page's table that each item links to; none where empty.
  package static func embedded(
    _ picture: TimelinePicture, prefix: String, rows: [Int] = []
  ) -> String {
    TimelineLayout(picture, PicturePlace(isStandalone: false, prefix: prefix), rows: rows).drawn()
  }
}

/// Measures of a timeline in SVG, in pixels.
enum TimelineMeasure {
  static let width = 1200.0
  static let margin = 36.0
  /// Height of a lane with one line of text, and of each further line.
  static let laneHeight = 30.0
  static let lineHeight = 19.0
  static let labelSize = 15.0
  static let tickSize = 14.0
  static let barHeight = 14.0
  /// A label that needs more room than this is not put beside its mark where there is less.
  static let labelRoomMinimum = 320.0
  /// Between a bar and its label.
  static let labelGap = 8.0
  /// Between two things in a lane.
  static let laneGap = 18.0
  static let axisHeight = 34.0
  /// Height of the drawing of a crowd.
  static let crowdHeight = 180.0
  /// Pictures higher than this have an axis over them too.
  static let highPicture = 500.0
}

/// A timeline whose places are settled.
private struct TimelineLayout {
  /// Where a label stands.
  private enum Side {
    case after, before, below
  }

  /// An item with its marks and its label.
  private struct Placed {
    let mark: TimelineMark
    let lines: [String]
    let labelX: Double
    let side: Side
    /// Left and right of all of it.
    let start: Double
    let end: Double
    var lane = 0

    /// How many lines stand under the first of the lane.
    var extraLineCount: Int { side == .below ? lines.count : max(0, lines.count - 1) }
  }

  private let picture: TimelinePicture
  private let place: PicturePlace
  private let rows: [Int]
  private let heading: PictureHeading
  private let scale: TimeScale?
  private let ticks: [TimeTick]
  private var placed: [Placed] = []
  /// The top of each lane, and the bottom of the last.
  private var laneTops: [Double] = [0]
  private let axisStart = TimelineMeasure.margin
  private let axisLength = TimelineMeasure.width - 2 * TimelineMeasure.margin

  init(_ picture: TimelinePicture, _ place: PicturePlace, rows: [Int]) {
    self.picture = picture
    self.place = place
    self.rows = rows
    heading = PictureHeading(
      title: picture.title, caption: picture.caption, notes: picture.notes)
    scale = picture.scale
    ticks =
      scale?.ticks(
        width: axisLength, gap: 26, tongue: picture.tongue,
        measure: { SVGText.width($0, size: TimelineMeasure.tickSize) }) ?? []
    placeItems()
  }

  // MARK: Places

  private mutating func placeItems() {
    guard let scale else { return }
    placed = picture.items.map { placedItem($0, scale) }
    let lanes = LanePacking.lanes(
      placed.map { (start: $0.start, end: $0.end) }, gap: TimelineMeasure.laneGap)
    let laneCount = (lanes.max() ?? -1) + 1
    var heights = [Double](repeating: TimelineMeasure.laneHeight, count: laneCount)
    for index in placed.indices {
      placed[index].lane = lanes[index]
      let extra = Double(placed[index].extraLineCount) * TimelineMeasure.lineHeight
      heights[lanes[index]] = max(heights[lanes[index]], TimelineMeasure.laneHeight + extra)
    }
    heights += [Double](
      repeating: TimelineMeasure.laneHeight * 1.5, count: max(0, picture.blankLaneCount))
    laneTops = [0]
    for height in heights { laneTops.append((laneTops.last ?? 0) + height) }
  }

  /// Puts the label behind the mark, or before it where only there is room; on two lines, the
  /// second cut, where neither holds it; under the mark where neither side has much room.
  private func placedItem(_ item: TimelinePicture.Item, _ scale: TimeScale) -> Placed {
    let mark = TimelineMark(item.date, scale, from: axisStart, length: axisLength)
    let date = item.date.humanText(picture.tongue)
    let text = RowLabels.onOneLine(item.label.isEmpty ? date : date + "  " + item.label)
    let right = axisStart + axisLength
    let after = mark.end + TimelineMeasure.labelGap
    let before = mark.start - TimelineMeasure.labelGap
    let width = labelWidth(text, date)
    let rooms = (after: right - after, before: before - axisStart)
    let isBefore = width > rooms.after && rooms.before > rooms.after
    let beside = isBefore ? rooms.before : rooms.after
    let isBelow = width > beside && beside < TimelineMeasure.labelRoomMinimum
    let room = isBelow ? axisLength : beside
    let lines =
      width <= room
      ? [text]
      : SVGText.lines(
        text, size: TimelineMeasure.labelSize, width: room - 24, linesMax: 2)
    let shown = lines.reduce(0.0) { max($0, labelWidth($1, date)) }
    if isBelow {
      let x = max(axisStart, min(mark.start, right - shown))
      return Placed(
        mark: mark, lines: lines, labelX: x, side: .below, start: min(x, mark.start),
        end: max(x + shown, mark.end))
    }
    return Placed(
      mark: mark, lines: lines, labelX: isBefore ? before : after,
      side: isBefore ? .before : .after,
      start: isBefore ? before - shown : mark.start, end: isBefore ? mark.end : after + shown)
  }

  /// The width of a line whose date is bold.
  private func labelWidth(_ text: String, _ date: String) -> Double {
    SVGText.width(text, size: TimelineMeasure.labelSize)
      + SVGText.width(date, size: TimelineMeasure.labelSize) * 0.1
  }

  // MARK: Drawing

  func drawn() -> String {
    var canvas = SVGCanvas(prefix: place.prefix)
    var y = heading.draw(place, x: axisStart, &canvas)
    if let scale {
      canvas.raw("<defs>\n")
      canvas.fades()
      canvas.raw("</defs>\n")
      if let crowd = picture.crowd { draw(crowd, scale, &canvas, &y) }
      if !placed.isEmpty || picture.blankLaneCount > 0 { drawLanes(scale, &canvas, &y) }
      drawLegend(scale, &canvas, &y)
    }
    y = heading.drawNotes(place, x: axisStart, width: TimelineMeasure.width, y, &canvas)
    return canvas.document(
      width: TimelineMeasure.width, height: y + 22, title: picture.title,
      description: description, tag: picture.tongue.tag, isStandalone: place.isStandalone)
  }

  /// What those are told who do not see the picture.
  private var description: String {
    guard let scale else { return picture.caption }
    let (first, last) = TimelineWords.ends(scale)
    let lead = Localized(
      en: "A timeline from \(first) to \(last) at a constant scale, items in the order of time.",
      fr: "Une frise de \(first) à \(last) à échelle constante, dans l’ordre du temps.")
    return lead[picture.tongue] + (picture.caption.isEmpty ? "" : " " + picture.caption)
  }

  private func drawLanes(_ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double) {
    let height = laneTops.last ?? 0
    if height > TimelineMeasure.highPicture {
      y += TimelineMeasure.axisHeight - 8
      drawLabels(scale, y - 8, &canvas)
    }
    let top = y
    let bottom = top + height + 6
    for tick in ticks { canvas.guide(x: x(tick.day, scale), from: top, to: bottom) }
    drawBlankLanes(top, &canvas)
    let title = SVGText.escape(picture.title)
    canvas.raw("<g role=\"list\" aria-label=\"\(title)\">\n")
    // Lane by lane, so that the box of an item covers what was drawn before it.
    let order = placed.indices.sorted { left, right in
      let (a, b) = (placed[left], placed[right])
      return a.lane != b.lane ? a.lane < b.lane : a.start < b.start
    }
    for index in order {
      draw(placed[index], picture.items[index], row: row(of: index), top, &canvas)
    }
    canvas.raw("</g>\n")
    drawAxis(scale, bottom, &canvas)
    y = bottom + TimelineMeasure.axisHeight
  }

  private func row(of index: Int) -> Int? { rows.indices.contains(index) ? rows[index] : nil }

  private func x(_ day: Int64, _ scale: TimeScale) -> Double {
    axisStart + scale.position(day) * axisLength
  }

  private func draw(
    _ item: Placed, _ source: TimelinePicture.Item, row: Int?, _ top: Double,
    _ canvas: inout SVGCanvas
  ) {
    let laneTop = top + laneTops[item.lane]
    let middle = laneTop + TimelineMeasure.laneHeight / 2
    let words = DateDescription.text(source.date, picture.tongue)
    let name = source.label.isEmpty ? words : words + RowLabels.colon[picture.tongue] + source.label
    canvas.raw(place.itemStart(row: row, title: name))
    let extra = Double(item.extraLineCount) * TimelineMeasure.lineHeight
    canvas.rectangle(
      x: item.start - 5, y: laneTop + 2, width: item.end - item.start + 10,
      height: TimelineMeasure.laneHeight - 4 + extra,
      radius: 5, "class=\"fr-halo\" fill=\"none\"")
    item.mark.draw(middle: middle, &canvas)
    let baseline = middle + 5 + (item.side == .below ? TimelineMeasure.lineHeight : 0)
    drawLabel(item, source.date.humanText(picture.tongue), baseline, &canvas)
    var paragraphs = [source.label, words]
    paragraphs += source.details.filter { $0.value != source.label }.map {
      $0.name + RowLabels.colon[picture.tongue] + $0.value
    }
    canvas.tip(paragraphs, x: item.start, bottom: laneTop - 1, within: TimelineMeasure.width)
    canvas.raw(place.itemEnd(row: row))
  }

  /// The label, its date in bold.
  private func drawLabel(
    _ item: Placed, _ date: String, _ baseline: Double, _ canvas: inout SVGCanvas
  ) {
    let anchor = item.side == .before ? " text-anchor=\"end\"" : ""
    for (index, line) in item.lines.enumerated() {
      let y = baseline + Double(index) * TimelineMeasure.lineHeight
      let isDated = index == 0 && line.hasPrefix(date)
      canvas.raw(
        "<text x=\"\(SVGText.number(item.labelX))\" y=\"\(SVGText.number(y))\" "
          + "font-size=\"\(SVGText.number(TimelineMeasure.labelSize))\"\(anchor) "
          + "\(SVGCanvas.Paint.ink.fill)>")
      if isDated {
        canvas.raw("<tspan font-weight=\"600\">\(SVGText.escape(date))</tspan>")
        // A no-break space keeps its width in XML, whatever stands around it.
        let rest = line.dropFirst(date.count).drop { $0 == " " }
        canvas.raw(rest.isEmpty ? "" : "\u{A0} " + SVGText.escape(String(rest)))
      } else {
        canvas.raw(SVGText.escape(line))
      }
      canvas.raw("</text>\n")
    }
  }

  /// Ruled lanes to write on.
  private func drawBlankLanes(_ top: Double, _ canvas: inout SVGCanvas) {
    guard picture.blankLaneCount > 0 else { return }
    for bottom in laneTops.suffix(picture.blankLaneCount) {
      canvas.path(
        "M\(SVGText.number(axisStart)) \(SVGText.number(top + bottom))h"
          + SVGText.number(axisLength),
        "class=\"fr-grid\" stroke=\"\(PictureStyle.grid)\" fill=\"none\"")
    }
  }

  // MARK: Axis

  private func drawAxis(_ scale: TimeScale, _ y: Double, _ canvas: inout SVGCanvas) {
    var data = "M\(SVGText.number(axisStart)) \(SVGText.number(y))h\(SVGText.number(axisLength))"
    for tick in ticks {
      data += "M\(SVGText.number(x(tick.day, scale))) \(SVGText.number(y))v6"
    }
    canvas.axis(data)
    drawLabels(scale, y + 22, &canvas)
  }

  private func drawLabels(_ scale: TimeScale, _ baseline: Double, _ canvas: inout SVGCanvas) {
    for tick in ticks {
      let width = SVGText.width(tick.label, size: TimelineMeasure.tickSize)
      let center = x(tick.day, scale)
      let left = max(4, min(TimelineMeasure.width - 4 - width, center - width / 2))
      canvas.text(
        tick.label, x: left + width / 2, y: baseline, size: TimelineMeasure.tickSize, .ink, .middle)
    }
  }

  // MARK: Crowd

  /// Columns as high as there are dates that touch them.
  private func draw(
    _ crowd: TimelineCrowd, _ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double
  ) {
    let counts = crowd.counts(scale, binCount: Int(axisLength / 4))
    let most = counts.max() ?? 0
    guard most > 0 else { return }
    let height = TimelineMeasure.crowdHeight
    let top = y + 24
    let bottom = top + height
    for tick in ticks { canvas.guide(x: x(tick.day, scale), from: top, to: bottom) }
    let words = TimelineWords.most[picture.tongue] + ValueText.count(most, picture.tongue)
    canvas.text(words, x: axisStart, y: top - 8, size: 13, .muted)
    let step = axisLength / Double(counts.count)
    var data = "M\(SVGText.number(axisStart)) \(SVGText.number(bottom))"
    for (index, count) in counts.enumerated() {
      let level = bottom - Double(count) / Double(most) * height
      data += "V\(SVGText.number(level))H\(SVGText.number(axisStart + Double(index + 1) * step))"
    }
    canvas.path(data + "V\(SVGText.number(bottom))Z", SVGCanvas.Paint.accent.fill)
    drawAxis(scale, bottom, &canvas)
    y = bottom + TimelineMeasure.axisHeight + 8
  }

  // MARK: Legend

  /// Says what the marks mean that were drawn.
  private func drawLegend(_ scale: TimeScale, _ canvas: inout SVGCanvas, _ y: inout Double) {
    let used = Set(placed.flatMap(\.mark.kinds))
    var x = axisStart
    var isFirst = true
    for kind in TimelineMark.Kind.allCases where used.contains(kind) {
      let words = kind.meaning[picture.tongue]
      let width = 52 + SVGText.width(words, size: 13) + 22
      if x + width > axisStart + axisLength || isFirst {
        x = axisStart
        y += 24
        isFirst = false
      }
      TimelineMark.drawSample(kind, x: x, middle: y - 4, &canvas)
      canvas.text(words, x: x + 52, y: y, size: 13, .muted)
      x += width
    }
    if scale.first < CalendarDay.firstDay(ofYear: 1) {
      y += 21
      canvas.text(
        TimelineWords.yearsBefore[picture.tongue], x: axisStart, y: y, size: 13, .muted)
    }
  }
}
